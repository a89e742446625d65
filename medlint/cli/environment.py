"""Settings that the environment gives to every command."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


def claims_db(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """The folders of MEDLINT_CLAIMS_DB, separated as in PATH; they are read beside the shipped database."""
    return tuple(Path(part) for part in environment.get("MEDLINT_CLAIMS_DB", "").split(os.pathsep) if part)
