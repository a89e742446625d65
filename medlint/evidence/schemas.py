"""The JSON Schema of the files of a claims database, for the editors in which they are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from medlint.evidence.models import ConceptFile, DatabaseInfo, SourceFile, TopicFile

FILES: Mapping[str, type[BaseModel]] = {
    "database": DatabaseInfo,
    "sources": SourceFile,
    "concepts": ConceptFile,
    "topics": TopicFile,
}
_DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def schema(file: str | None = None) -> dict[str, Any]:
    """The schema of one kind of file, a key of `FILES`; without one, that of them all, which a file fits in one way."""
    if file is not None:
        return {**_DIALECT, **FILES[file].model_json_schema()}
    places, shared = models_json_schema([(model, "validation") for model in FILES.values()])
    title = {"title": "A file of a medlint claims database"}
    return {**_DIALECT, **title, "anyOf": [places[model, "validation"] for model in FILES.values()], **shared}
