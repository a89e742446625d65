"""The JSON Schema of a rule file, for the editors in which rules are written."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from medlint.linting.kinds import kinds

_HEAD = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A medlint rule"}


def schema() -> dict[str, Any]:
    """The schema: one alternative for each kind of rule, told apart by `kind`."""
    union: Any = reduce(or_, kinds().values())
    return {**_HEAD, **TypeAdapter(Annotated[union, Field(discriminator="kind")]).json_schema(by_alias=True)}
