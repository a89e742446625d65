"""What rules name in their conditions must be in the database: a slip is told, not passed over."""

from __future__ import annotations

import pytest
from test_rule_files import write

from medlint.errors import DataError
from medlint.linting.linter import Linter
from medlint.linting.settings import Settings


def problem(folder):
    with pytest.raises(DataError) as caught:
        Linter(Settings(rules=(folder,))).check_text("Keep moving.")
    return str(caught.value)


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        ({"about": ["prp"]}, "about: no treatment is called 'prp'; did you mean 'prp-injection'?"),
        ({"not_about": ["epidural-injection"]}, "not_about: no treatment is called 'epidural-injection'; did you mean"),
        ({"about": ["xyzzy"]}, "no treatment is called 'xyzzy'; find it with 'medlint claims search WORDS'"),
        ({"about": ["sciatica"]}, "about: no treatment is called 'sciatica'"),
        ({"conditions": ["siatica"]}, "conditions: no condition is called 'siatica'; did you mean 'radicular-pain'?"),
        ({"comparators": ["sugery"]}, "comparators: no treatment is called 'sugery'; did you mean 'surgery'?"),
        ({"not_comparators": ["nothing"]}, "not_comparators: no treatment is called 'nothing'"),
        ({"outcomes": ["pian"]}, "outcomes: no outcome is called 'pian'; did you mean 'pain'?"),
        ({"cues": ["superlativ", "sooth."]}, "cues: no cue is called 'sooth.'"),
    ],
)
def test_a_name_that_nothing_has_is_refused(tmp_path, conditions, message):
    assert message in problem(write(tmp_path, when=conditions))


def test_a_record_that_there_is_not_is_refused(tmp_path):
    when = {"phrases": ["rest"], "rests_on": ["rec-nice-self-managment"]}
    said = problem(write(tmp_path, kind="phrase", when=when))
    assert "rests_on: no record is called 'rec-nice-self-managment'; did you mean 'rec-nice-self-management'?" in said


@pytest.mark.parametrize("listed", [True, False])
def test_the_line_is_that_of_the_name(tmp_path, listed):
    conditions = {"kinds": ["cure"], "about": ["prp-injection", "prp"]}
    said = problem(write(tmp_path, when=[{}, conditions] if listed else conditions))
    file = tmp_path / "own" / "rule.yaml"
    number = int(said.removeprefix(f"{file}:").split(":")[0])
    assert file.read_text(encoding="utf-8").splitlines()[number - 1].strip() == "- prp"


def test_what_the_database_holds_may_be_named(tmp_path):
    when = {"about": ["prp-injection", "physiotherapy"], "comparators": ["surgery", "other"], "cues": ["superlative"]}
    assert Linter(Settings(rules=(write(tmp_path, when=when),))).check_text("Keep moving.").error is None


def test_records_of_ones_own_may_be_named(tmp_path):
    concepts = tmp_path / "db" / "concepts"
    concepts.mkdir(parents=True)
    own = "concepts:\n  - {id: own-needle, kind: intervention, name: our own needle}\n"
    (concepts / "own.yaml").write_text(own, encoding="utf-8")
    rules = write(tmp_path / "rules", when={"about": ["own-needle"]})
    assert "'own-needle'" in problem(rules)
    settings = Settings(rules=(rules,), claims_db=(tmp_path / "db",))
    assert Linter(settings).check_text("Keep moving.").error is None
