"""Which configuration file holds for an article: the nearest one above it."""

from __future__ import annotations

from pathlib import Path

from medlint.linting.configuration.reading import OWN_NAMES, PROJECT, holds_config


def nearest(folder: Path) -> Path | None:
    """The configuration file of `folder` (absolute), or of the nearest folder above it that has one.

    The search ends at the root of a git repository, so that a stray file in a home folder changes no project. In one
    folder `medlint.toml` comes before `pyproject.toml`. Raises `UsageError` for a `pyproject.toml` that is broken.
    """
    for above in (folder, *folder.parents):
        for name in (*OWN_NAMES, PROJECT):
            if holds_config(above / name):
                return above / name
        if (above / ".git").exists():
            return None
    return None
