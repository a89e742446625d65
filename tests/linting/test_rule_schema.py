"""The JSON Schema of rule files."""

from __future__ import annotations

import pytest
from test_rule_files import SOUND

from medlint.data import load_tree
from medlint.linting.kinds import kinds
from medlint.linting.rules import rules_folder
from medlint.linting.schemas import schema

jsonschema = pytest.importorskip("jsonschema", reason="needs the tools of development: pip install '.[dev]'")
FILES = {name: content for name, content in load_tree(rules_folder()).items() if "code" in (content or ())}
VALIDATOR = jsonschema.Draft202012Validator(schema())


def test_the_schema_is_one_and_knows_every_kind():
    jsonschema.Draft202012Validator.check_schema(schema())
    assert set(schema()["discriminator"]["mapping"]) == set(kinds())


@pytest.mark.parametrize("file", FILES)
def test_every_shipped_file_fits_the_schema(file):
    VALIDATOR.validate(FILES[file])


@pytest.mark.parametrize(
    "change",
    [
        {"severity": "warn"},
        {"sumary": "x"},
        {"kind": "claims"},
        {"when": {"kinds": ["cures"]}},
        {"when": {"min_effect": "certain"}},
        {"when": {"sells": "yes please"}},
        {"when": {"topic": "healthy"}},
        {"when": []},
        {"bad": [1, 2, 3]},
    ],
)
def test_what_medlint_refuses_the_schema_refuses(change):
    VALIDATOR.validate(SOUND)
    assert not VALIDATOR.is_valid(SOUND | change)
