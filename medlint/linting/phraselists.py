"""Lists of phrases in rule files: a broken one is named by its place in the list."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from medlint.evidence.models import Text
from medlint.linting.words import WordIndex, index_of


def _sound(phrases: tuple[str, ...]) -> tuple[str, ...]:
    try:
        index_of(phrases)
    except ValueError:
        raise ValidationError.from_exception_data("phrases", _faults(phrases)) from None
    return phrases


def _faults(phrases: tuple[str, ...]) -> list[InitErrorDetails]:
    faults = ((number, phrase, _fault(phrase)) for number, phrase in enumerate(phrases))
    return [
        InitErrorDetails(type=PydanticCustomError("phrase", "{fault}", {"fault": fault}), loc=(number,), input=phrase)
        for number, phrase, fault in faults
        if fault
    ]


def _fault(phrase: str) -> str | None:
    try:
        WordIndex.of([phrase])
    except ValueError as error:
        return str(error)
    return None


Phrases = Annotated[tuple[Text, ...], AfterValidator(_sound)]
