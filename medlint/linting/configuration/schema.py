"""The JSON Schema of a configuration file, as editors read it."""

from __future__ import annotations

from typing import Any

from medlint.linting.configuration.model import Config

SHIPPED = "config.schema.json"  # in the folder of rules


def schema() -> dict[str, Any]:
    """The schema of `medlint.toml` and of `[tool.medlint]`."""
    made = Config.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **made,
        "title": "medlint configuration",
        "description": "medlint.toml, or the table [tool.medlint] of pyproject.toml.",
    }
