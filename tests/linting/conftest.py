from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # for `handmade`: pytest's importlib mode leaves the path alone


@pytest.fixture(autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the session's own, so that no test sees the user's."""
    folder = tmp_path_factory.getbasetemp() / "medlint-cache"
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(folder))
    monkeypatch.delenv("MEDLINT_NO_CACHE", raising=False)
    return folder
