"""Baselines: what is written is known afterwards, and what nobody wrote hides nothing."""

from __future__ import annotations

import json

from baselines import FILES, NAME, PAGE_NAMES, PAGES, TREES, text_of
from commandline import CLAIM, assert_sound, held, site
from hypothesis import given
from hypothesis import strategies as st
from oddfiles import plant
from trying import tries

CHECK = ("check", ".", "-q", "--format", "json", "--baseline", NAME)
USES = [("check", "article.md", "-q"), ("baseline", "prune", "article.md"), ("baseline", "write", "article.md")]
LINKS = st.sampled_from(["../outside/victim", "../outside/private.md", "../outside", NAME, "really.json"])


def found(outcome):
    return [
        (file["path"], each["fingerprint"]) for file in json.loads(outcome.out)["files"] for each in file["findings"]
    ]


@tries(30)
@given(FILES, st.sampled_from(USES))
def test_whatever_a_baseline_holds_a_run_ends_well(file, command):
    with site() as place:
        plant(place.site / NAME, *file)
        outside, files = held(place.outside), [place.site / NAME, place.site / f"really-{NAME}"]
        outcome = place.run(*command, "--baseline", NAME)
        assert_sound(outcome, NAME, may_write=files, quiet=command[0] == "check")
        assert held(place.outside) == outside


@tries(12)
@given(TREES)
def test_a_baseline_that_knows_nothing_of_a_finding_hides_none(tree):
    with site() as place:
        everything = found(place.run("check", ".", "-q", "--format", "json"))
        (place.site / NAME).write_text(text_of(tree))
        known = {entry["fingerprint"] for entry in tree["entries"]}
        assert found(place.run(*CHECK)) == [each for each in everything if each[1] not in known]


@tries(8)
@given(st.dictionaries(PAGE_NAMES, PAGES, min_size=1, max_size=3))
def test_what_is_written_is_known_and_stays_known(pages):
    with site() as place:
        for name, page in pages.items():
            (place.site / name).parent.mkdir(exist_ok=True)
            (place.site / name).write_text(page)
        written = place.run("baseline", "write", ".", "--baseline", NAME)
        assert written.code == 0, written.err
        content = (place.site / NAME).read_bytes()
        assert found(place.run(*CHECK)) == []
        assert place.run("baseline", "prune", ".", "--baseline", NAME).code == 0
        assert (place.site / NAME).read_bytes() == content
        assert place.run("baseline", "write", ".", "--baseline", NAME).code == 0
        assert (place.site / NAME).read_bytes() == content


@tries(4)
@given(st.sampled_from(["OVS101", "OVS", "cure", "overstatement"]))
def test_what_is_mandatory_is_reported_whatever_the_baseline_knows(selector):
    with site() as place:
        place.run("baseline", "write", ".", "--baseline", NAME)
        codes = {each["code"] for each in json.loads((place.site / NAME).read_text())["entries"]}
        outcome = place.run(*CHECK, "--mandatory", selector)
        shown = {each["code"] for each in json.loads(outcome.out)["files"][0]["findings"]}
        assert "OVS101" in codes and "OVS101" in shown, CLAIM


@tries(6)
@given(LINKS, st.sampled_from([("baseline", "write"), ("baseline", "prune"), ("init",)]))
def test_nothing_is_written_through_a_link_that_leads_out(target, command):
    with site() as place:
        for name in (NAME, "medlint.toml", ".pre-commit-config.yaml"):
            (place.site / name).symlink_to(target)
        outside = held(place.outside)
        outcome = place.run(*command)
        inside = [each for each in place.site.iterdir() if not each.is_symlink()] + [place.site / "really.json"]
        names = [NAME, "medlint.toml", ".pre-commit-config.yaml"]
        assert_sound(outcome, *names, may_write=[*inside, *(place.site / each for each in names)], quiet=False)
        assert held(place.outside) == outside
