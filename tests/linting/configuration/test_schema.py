"""The JSON Schema that is shipped is that of the models, and agrees with them on what a file may hold."""

from __future__ import annotations

import json

import pytest

from medlint.data import data_root
from medlint.errors import UsageError
from medlint.linting.configuration.model import Config, Override
from medlint.linting.configuration.profiles import load_profiles
from medlint.linting.configuration.reading import known_keys, read_config
from medlint.linting.configuration.resolving import DEFAULTS
from medlint.linting.configuration.schema import SHIPPED, schema
from medlint.linting.configuration.voices import SETTABLE
from medlint.linting.rules import load_rules
from medlint.linting.selection import named


def test_the_shipped_schema_is_that_of_the_models():
    shipped = json.loads((data_root() / "rules" / SHIPPED).read_text(encoding="utf-8"))
    assert shipped == schema(), "run: medlint config schema > rules/config.schema.json"


@pytest.mark.parametrize(("model", "part"), [(Config, schema()), (Override, schema()["$defs"]["Override"])])
def test_the_schema_names_every_key_as_files_spell_it_and_allows_no_other(model, part):
    assert set(part["properties"]) == set(known_keys(model))
    assert part["additionalProperties"] is False
    assert all("_" not in key for key in part["properties"])


@pytest.mark.parametrize("key", sorted(schema()["properties"]))
def test_a_key_of_the_schema_is_one_that_a_file_may_hold(key, tmp_path):
    file = tmp_path / "medlint.toml"
    file.write_text(f"{key} = 1979-05-27\n", encoding="utf-8")  # a day, which no key takes
    with pytest.raises(UsageError) as caught:
        read_config(file)
    assert "unknown key" not in str(caught.value)


def test_every_key_is_described():
    assert all(part.get("description") for part in schema()["properties"].values())


def test_every_setting_has_a_default_and_can_stand_in_the_environment():
    settings = {name for name in Config.model_fields if name not in ("extend", "overrides")}
    assert set(DEFAULTS.values) == settings == SETTABLE


@pytest.mark.parametrize("profile", load_profiles().values(), ids=lambda profile: profile.name)
def test_a_profile_names_rules_that_there_are(profile):
    for key in ("select", "ignore", "extend_select", "extend_ignore", "severity", "mandatory"):
        assert all(named(load_rules(), [selector]) for selector in getattr(profile, key) or ())


def test_the_profiles_are_those_of_the_manual():
    assert set(load_profiles()) == {
        ("profile", "patient"),
        ("profile", "professional"),
        ("profile", "marketing-review"),
        ("profile", "strict"),
        ("jurisdiction", "australia"),
        ("jurisdiction", "european-union"),
        ("jurisdiction", "ireland"),
        ("jurisdiction", "united-kingdom"),
        ("jurisdiction", "united-states"),
    }
