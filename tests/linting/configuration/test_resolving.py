"""Which configuration holds: a table of cases."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

import pytest
import yaml

from medlint.errors import UsageError
from medlint.linting.configuration.configuring import Configuration
from medlint.linting.configuration.layers import Glob

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))


def plain(value):
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Glob):
        return value.pattern
    if isinstance(value, Path):
        return value.relative_to(Path.cwd()).as_posix()
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, tuple) else value


def resolved(case):
    configuration = Configuration(
        case.get("flags"),
        Path(case["file"]) if "file" in case else None,
        case.get("isolated", False),
        case.get("environment", {}),
    )
    return configuration.run() if case["article"] is None else configuration.of(Path(case["article"]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"].replace(" ", "-"))
def test_resolution(case, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, content in {".git/HEAD": "", **case.get("files", {})}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    if "error" in case:
        with pytest.raises(UsageError) as caught:
            resolved(case)
        assert case["error"] in str(caught.value)
        assert "\n" not in str(caught.value)
        return
    values = {key.replace("_", "-"): each for key, each in resolved(case).items()}
    assert {key: plain(values[key].value) for key in case["expect"]} == case["expect"]
    assert {key: values[key].origin for key in case.get("origins", {})} == case.get("origins", {})
    if "bases" in case:
        assert [glob.base for glob in values["exclude"].value] == [tmp_path / base for base in case["bases"]]


def test_every_case_says_what_is_expected_and_has_a_name_of_its_own():
    assert all(("expect" in case) is not ("error" in case) for case in CASES)
    assert len({case["name"] for case in CASES}) == len(CASES)
