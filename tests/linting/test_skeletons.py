"""Rules to start from."""

from __future__ import annotations

import pytest

from medlint.cli.commands.new_rule import KINDS
from medlint.errors import UsageError
from medlint.linting.examples import Outcome, examples_linter, run_examples
from medlint.linting.rules import codes_in, load_rules
from medlint.linting.skeletons import free_code, skeleton_kinds, write_skeleton


@pytest.mark.parametrize("kind", skeleton_kinds())
def test_the_examples_of_a_skeleton_pass_as_they_are(tmp_path, kind):
    path, code = write_skeleton("my-rule", kind, tmp_path / "new", ())
    rules = load_rules([tmp_path / "new"])
    own = [rule for rule in rules if rule.code == code]
    assert [(rule.name, rule.kind) for rule in own] == [("my-rule", kind)]
    assert path == tmp_path / "new" / "my-rule.yaml"
    assert not Outcome(tuple(run_examples(own, examples_linter(rules, [tmp_path / "new"])))).failed


def test_every_skeleton_can_be_asked_for():
    assert set(KINDS) == set(skeleton_kinds())


def test_a_new_rule_takes_a_code_that_is_free(tmp_path):
    write_skeleton("one", "phrase", tmp_path, ())
    write_skeleton("two", "phrase", tmp_path, codes_in(tmp_path))
    assert codes_in(tmp_path) == {"HSE901", "HSE902"}


def test_no_rule_that_ships_has_a_code_of_the_house():
    assert not [rule.code for rule in load_rules() if rule.code.startswith("HSE")]


def test_codes_run_out():
    with pytest.raises(UsageError, match="all codes"):
        free_code({f"HSE{number}" for number in range(901, 1000)})


def test_a_file_that_is_there_is_never_written_over(tmp_path):
    path, _ = write_skeleton("one", "phrase", tmp_path, ())
    before = path.read_bytes()
    with pytest.raises(UsageError, match="is there already"):
        write_skeleton("one", "claim", tmp_path, ())
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["Wonder", "a_b", "../up", "", "a--b"])
def test_a_name_is_words_joined_by_hyphens(tmp_path, name):
    with pytest.raises(UsageError, match="is no name for a rule"):
        write_skeleton(name, "phrase", tmp_path, ())
