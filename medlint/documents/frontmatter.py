"""Finds the front matter that a page begins with."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from medlint.documents.drafts import Draft
from medlint.documents.leftout import Tally
from medlint.documents.model import Comment, Metadata

_LONGEST = 50_000  # characters; the YAML parser needs a second for 100,000
_OPENING = re.compile(r"---[ \t]*(?:\r\n|\r|\n)(?![ \t]*[\r\n])|\+\+\+[ \t]*(?:\r\n|\r|\n)")
_CLOSING = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE),
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What front matter tells, and where the page proper begins; `drafts` are its title and description.

    `comments` is what it says to medlint.
    """

    end: int = 0
    drafts: tuple[Draft, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    comments: tuple[Comment, ...] = ()


def front_matter(source: str, skipped: Tally) -> FrontMatter:
    """The front matter that `source` begins with, if any.

    YAML that is broken, too deep or uses aliases is left out and counted, and so is TOML; neither is an error. What
    lies between two rules and is no mapping, or too long for one, is taken for prose.
    """
    opening = _OPENING.match(source)
    closing = _CLOSING[opening.group()[:3]].search(source, opening.end()) if opening else None
    if opening is None or closing is None or closing.start() - opening.end() > _LONGEST:
        return FrontMatter()
    matter = source[opening.end() : closing.start()]
    if opening.group()[0] == "+":
        skipped.add("front-matter", matter)
        return FrontMatter(closing.end())
    from medlint.documents import yamlmatter  # pages without front matter need no YAML parser

    try:
        told = yamlmatter.read_yaml(source, opening.end(), closing.start())
    except ValueError:
        skipped.add("front-matter", matter)
        return FrontMatter(closing.end())
    return FrontMatter(closing.end(), *told) if told is not None else FrontMatter()
