"""The worked example of docs/claims-db.md is one that passes."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import yaml
from tinybase import source, write

from medlint.evidence.checking import check

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "claims-db.md"
BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
TODAY = date(2026, 11, 21)


def example(folder: Path) -> Path:
    """The folder that the guide's blocks make, with the second source that it only speaks of."""
    places = {"sources": "sources/example.yaml", "concepts": "concepts/example.yaml"}
    for number, text in enumerate(BLOCK.findall(GUIDE.read_text(encoding="utf-8"))):
        key = next(iter(yaml.safe_load(text)))
        if key != "repos":
            write(folder / places.get(key, f"topics/general/example-{number}.yaml"), text)
    write(folder / "sources" / "other.yaml", {"sources": [source("example-therapists-2024")]})
    return folder


def test_the_worked_example_is_sound(tmp_path):
    folder = example(tmp_path / "claims_db")
    assert len(list(folder.rglob("*.yaml"))) == 5
    assert check([None, folder], TODAY) == ()


def test_without_a_locator_it_is_not(tmp_path):
    folder = example(tmp_path / "claims_db")
    file = next(path for path in folder.rglob("*.yaml") if "locator: recommendation 4" in path.read_text())
    text = file.read_text().replace("locator: recommendation 4", "locator: unknown")
    file.write_text(text)
    line = next(number for number, row in enumerate(text.splitlines(), 1) if "locator: unknown" in row)
    (problem,) = check([None, folder], TODAY)
    assert (problem.file, problem.line, problem.severity) == (str(file), line, "error")
