"""Claims databases of a publisher's own, sound or broken: a run says at which file what is wrong, or uses them."""

from __future__ import annotations

from claimsdatabases import DATABASES, FILES
from commandline import assert_sound, site
from hypothesis import given
from hypothesis import strategies as st
from oddfiles import plant
from rulepacks import text_of
from trying import tries

ALONE = ("claims", "check", "db", "--alone", "-q", "--today", "2026-06-01")
LISTINGS = [
    ("claims", "list"),
    ("claims", "show", "ev-epidural"),
    ("claims", "search", "epidural"),
    ("claims", "stats"),
]
USES = [*LISTINGS, ("claims", "check", "-q"), ("check", "article.md", "-q", "--select", "OVS")]
THERE = ("article.md", "'epidural'", "'ev-epidural'")  # a broken database may lack what is asked for


def planted(place, database):
    for name, (content, standing) in database.items():
        plant(place.site / "db" / name, content, standing)


@tries(40)
@given(DATABASES)
def test_whatever_a_database_holds_checking_it_ends_well(database):
    with site() as place:
        planted(place, database)
        assert_sound(place.run(*ALONE), "db")


@tries(6)
@given(DATABASES, st.sampled_from(USES))
def test_whatever_a_database_holds_a_run_that_uses_it_ends_well(database, command):
    with site() as place:
        planted(place, database)
        assert_sound(place.run(*command, "--claims-db", "db"), "db", *THERE)


@tries(1)
@given(st.just(FILES))
def test_the_sound_database_has_no_faults(files):
    with site() as place:
        planted(place, {name: (text_of(content).encode(), "plain") for name, content in files.items()})
        outcome = place.run(*ALONE)
        assert_sound(outcome)
        assert outcome.code == 0, outcome.out
