"""Pages with labels and findings made by hand, so that the figures can be worked out on paper."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from measures.pages import Page


@dataclass(frozen=True)
class Found:
    """A finding of no more than a code and a place."""

    code: str
    start: Any
    end: Any
    cues: frozenset[str] = frozenset()


def found(text: str, words: str, code: str = "OVS102", cues: tuple[str, ...] = ()) -> Found:
    start = text.index(words)
    end = start + len(words)
    return Found(code, SimpleNamespace(offset=start), SimpleNamespace(offset=end), frozenset(cues))


@dataclass(frozen=True)
class Handmade:
    """What was found on a page, made by hand."""

    findings: tuple[Found, ...]
    facts: dict[str, str]

    @property
    def overstatements(self) -> list[Found]:
        return [f for f in self.findings if f.code.startswith("OVS")]

    @property
    def caught(self) -> list[Found]:
        return [f for f in self.findings if f.code.startswith(("OVS", "GDL"))]

    @property
    def shown(self) -> list[Found]:
        return list(self.findings)

    @property
    def report(self) -> Any:
        return SimpleNamespace(article=SimpleNamespace(**self.facts))


class Cued:
    """An engine that knows the cues of handmade findings."""

    def cues(self, _checked: Any, finding: Found) -> frozenset[str]:
        return finding.cues


def page(text: str, marked: tuple[tuple[str, ...], ...], *findings: Found, **options: Any) -> Page:
    """A page on which each annotator marked some words; `facts` are what medlint says, `labels` what they say."""
    spans = tuple(
        tuple((text.index(words), text.index(words) + len(words), "OVER:cure") for words in one) for one in marked
    )
    checked: Any = Handmade(findings, options.get("facts", {}))
    return Page(
        options.get("id", text), options.get("site", "one"), text, spans, options.get("labels", ({}, {})), checked
    )
