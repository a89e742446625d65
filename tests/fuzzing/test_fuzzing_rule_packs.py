"""Rule packs, sound or broken: a run says what is wrong with them, or their rules do no harm to what else is found."""

from __future__ import annotations

import json

from commandline import assert_sound, site
from hypothesis import given
from hypothesis import strategies as st
from oddfiles import plant
from rulepacks import HEARD, NAMES, PACKS, SOUND, text_of
from trying import tries

COMMANDS = [("check", "article.md", "-q"), ("check", "article.md", "-q"), ("rules",), ("explain", "XYZ701"), ("test",)]
CHECK = ("check", "article.md", "-q", "--format", "json")


def planted(place, pack):
    for name, (content, standing) in pack.items():
        plant(place.site / "pack" / name, content, standing)
    (place.site / "pack").mkdir(exist_ok=True)


def findings(outcome):
    return [(each["code"], each["message"]) for each in json.loads(outcome.out)["files"][0]["findings"]]


@tries(30)
@given(PACKS, st.sampled_from(COMMANDS))
def test_whatever_a_pack_holds_a_run_ends_well(pack, command):
    with site() as place:
        planted(place, pack)
        assert_sound(place.run(*command, "--rules", "pack"), "pack", *NAMES, *command[1:2])


@tries(12)
@given(PACKS)
def test_a_pack_changes_nothing_of_what_the_shipped_rules_find(pack):
    with site() as place:
        planted(place, pack)
        alone, together = place.run(*CHECK), place.run(*CHECK, "--rules", "pack")
        assert_sound(together, "pack")
        if together.code != 2:
            assert [each for each in findings(together) if not each[0].startswith("XYZ")] == findings(alone)


@tries(12)
@given(HEARD)
def test_whatever_a_message_asks_for_a_run_ends_well(rule):
    with site() as place:
        planted(place, {"one.yaml": (text_of(rule).encode("utf-8", "surrogatepass"), "plain")})
        assert_sound(place.run(*CHECK, "--rules", "pack", "--select", "XYZ"), "one.yaml")


@tries(4)
@given(SOUND)
def test_a_sound_rule_is_heard(rule):
    with site() as place:
        planted(place, {"one.yaml": (text_of(rule).encode(), "plain")})
        outcome = place.run(*CHECK, "--rules", "pack", "--select", "XYZ")
        assert_sound(outcome)
        assert [code for code, _ in findings(outcome)] == ["XYZ700"]
