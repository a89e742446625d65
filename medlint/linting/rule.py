"""What every rule has, whatever its kind. A rule is data; its kind gives the conditions and the search."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from medlint.evidence.models import Identifier, Text
from medlint.evidence.similar import hint
from medlint.linting.drafts import Draft
from medlint.linting.findings import Confidence, Severity
from medlint.linting.judged import JudgedArticle
from medlint.linting.messages import FIELDS, LIMIT, parse

FEWEST_EXAMPLES = 3


def _code(value: str) -> str:
    if not re.fullmatch(r"[A-Z]{3}[0-9]{3}", value):
        raise PydanticCustomError("code", "'{value}' is no code: three capitals and three digits", {"value": value})
    return value


def fields_of(template: str) -> frozenset[str]:
    """What a message names in braces."""
    return frozenset(parse(template).fields)


def _template(value: str) -> str:
    parsed = parse(value)
    if parsed.problem:
        raise PydanticCustomError("template", "{problem}", {"problem": parsed.problem})
    if parsed.fixed > LIMIT:
        length = {"length": parsed.fixed, "limit": LIMIT}
        raise PydanticCustomError("length", "{length} characters, and a message has at most {limit}", length)
    for name in parsed.fields:
        if name not in FIELDS:
            context = {"name": name, "hint": hint(name, FIELDS)}
            raise PydanticCustomError("field", "nothing is called '{name}' in a message{hint}", context)
    return value


def _verbatim(value: str) -> str:
    if "{" in value or "}" in value:
        raise PydanticCustomError("verbatim", "nothing is filled in here: write it without braces")
    return value


def _enough(value: tuple[Example, ...]) -> tuple[Example, ...]:
    if len(value) < FEWEST_EXAMPLES:
        context = {"least": FEWEST_EXAMPLES, "count": len(value)}
        raise PydanticCustomError("examples", "needs at least {least} examples, has {count}", context)
    return value


class Example(BaseModel):
    """A paragraph or a small Markdown article on which a rule must, or must not, speak."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: Text
    title: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_string(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Tell editors that a plain text will do."""
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(core)]}

    @property
    def markdown(self) -> str:
        """The example as an article, its title as the heading of the page."""
        return f"# {self.title}\n\n{self.text}\n" if self.title else f"{self.text}\n"


Code = Annotated[str, AfterValidator(_code)]
Template = Annotated[Text, AfterValidator(_template)]
Verbatim = Annotated[Text, AfterValidator(_verbatim)]
Examples = Annotated[tuple[Example, ...], AfterValidator(_enough)]


class Rule(BaseModel, ABC):
    """A rule as its file states it.

    `standards` are the sources or records of the claims database that the rule rests on. Where words overlap with
    those of a rule named in `yields_to`, this rule stays silent. `message_without_evidence` serves findings that rest
    on no record. A rule that is not `enabled` runs only when selected.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    of_article: ClassVar[bool] = False  # whether its findings are of an article as a whole, not of a sentence

    code: Code
    name: Identifier
    family: Identifier
    kind: str
    severity: Severity
    confidence: Confidence
    summary: Text
    why: Text
    standards: tuple[Identifier, ...] = Field(min_length=1)
    since: Text
    enabled: bool = True
    message: Template
    message_without_evidence: Template | None = None
    suggestion: Verbatim | None = None
    yields_to: tuple[Code, ...] = ()
    bad: Examples
    good: Examples

    @property
    def sets(self) -> tuple[BaseModel, ...]:
        """The sets of conditions that it states under `when`: one, or alternatives."""
        when = getattr(self, "when", ())
        return when if isinstance(when, tuple) else (when,)

    @abstractmethod
    def find(self, case: JudgedArticle) -> Iterator[Draft]:
        """What the rule sees in an article, in any order, overlaps included."""
