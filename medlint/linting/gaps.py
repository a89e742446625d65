"""A gap: something on record that an article does not tell, with the words it should stand near."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from medlint.language.article import Span
from medlint.linting.findings import Confidence
from medlint.linting.judged import JudgedArticle
from medlint.linting.treatments import Treatment


@dataclass(frozen=True, slots=True)
class Gap:
    """What is not told of a treatment, at `span`; the fields are those of a draft."""

    span: Span
    intervention: str
    records: tuple[str, ...] = ()
    condition: str | None = None
    wording: str | None = None
    confidence: Confidence | None = None
    values: Mapping[str, str] = field(default_factory=dict)


Search = Callable[[Sequence[Treatment], JudgedArticle], Iterator[Gap]]
