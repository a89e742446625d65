"""Choosing records, and following where one comes from."""

from __future__ import annotations

import pytest
from tinybase import (
    SOURCES,
    concept,
    controversy,
    database,
    evidence,
    harm,
    recommendation,
    sound,
    source,
    wording,
    write_database,
)

from medlint.errors import UsageError
from medlint.evidence.browsing import browse, choose
from medlint.evidence.coverage import Count, coverage
from medlint.evidence.folders import gather, whereabouts
from medlint.evidence.loading import claims_folder
from medlint.evidence.provenance import trace
from medlint.evidence.schemas import FILES, schema


def chosen(base, narrower=False, **asked):
    return [record.id for record in browse(base, choose(base, asked, narrower))]


# list


def test_without_a_choice_all_records_are_listed_by_kind():
    assert chosen(database(*reversed(sound()))) == ["rec-epidural", "ev-epidural", "harm-epidural", "say-epidural"]


def test_records_on_a_broader_treatment_are_listed_after_its_own_and_on_a_narrower_one_only_if_asked():
    base = database(
        harm("harm-broad", interventions=["spinal-injection"]),
        harm("harm-own"),
        harm("harm-narrow", interventions=["caudal-epidural"]),
    )
    assert chosen(base, interventions=["epidural"]) == ["harm-own", "harm-broad"]
    assert chosen(base, True, interventions=["epidural"]) == ["harm-own", "harm-broad", "harm-narrow"]


def test_a_condition_leaves_out_records_on_others_and_those_on_none():
    base = database(*sound(), recommendation("rec-knee", conditions=["knee-pain"]))
    assert chosen(base, conditions=["acute sciatica"]) == ["rec-epidural", "ev-epidural", "say-epidural"]
    assert chosen(base, conditions=["knee-pain"]) == ["rec-knee"]


def test_choices_of_different_sorts_narrow_and_of_the_same_sort_widen():
    base = database(*sound(), harm("harm-x", source="college"))
    assert chosen(base, sources=["college"]) == ["harm-x"]
    assert chosen(base, sources=["college", "society"], kinds=["harms"]) == ["harm-epidural", "harm-x"]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"interventions": ["sciatica"]}, "called 'sciatica'"),
        ({"kinds": ["harm"]}, "no records of kind 'harm'; did you mean 'harms'?"),
    ],
)
def test_an_unknown_name_is_said(asked, message):
    with pytest.raises(UsageError) as error:
        chosen(database(*sound()), **asked)
    assert message in str(error.value)


# show


@pytest.fixture
def disputed():
    sources = [source("critic"), source("disputed", contested_by=["critic"])]
    records = [
        recommendation("rec-x", source="disputed"),
        wording("say-x", basis=["rec-x"]),
        controversy("ctr-record", "rec-x"),
        controversy("ctr-source", "disputed"),
        controversy("ctr-elsewhere", "disputed", interventions=["tonic"]),
    ]
    return database(*sound(), *records, sources=sources)


def ids(entries):
    return [entry.id for entry in entries]


def test_a_record_is_traced_to_its_source_its_critics_its_disputes_and_what_rests_on_it(disputed):
    chain = trace("rec-x", disputed)
    assert chain.source.id == "disputed"
    assert ids(chain.contested_by) == ["critic"]
    assert ids(chain.controversies) == ["ctr-record", "ctr-source"]
    assert ids(chain.bears) == ["say-x"]


def test_wording_is_traced_to_its_grounds(disputed):
    assert ids(trace("say-x", disputed).rests_on) == ["rec-x"]


def test_a_source_is_traced_to_its_records_and_to_what_it_contests(disputed):
    assert "rec-x" in ids(trace("disputed", disputed).bears)
    assert "disputed" in ids(trace("critic", disputed).bears)


def test_a_concept_is_traced_to_broader_and_narrower_ones_and_its_records(disputed):
    chain = trace("epidural", disputed)
    assert ids(chain.rests_on) == ["spinal-injection"]
    assert {"caudal-epidural", "rec-epidural", "harm-epidural"} <= set(ids(chain.bears))


def test_nothing_is_traced_of_an_unknown_identifier():
    with pytest.raises(KeyError):
        trace("nobody", database(*sound()))


# stats


def test_records_are_counted_on_the_treatment_itself_and_on_broader_ones():
    rows = {
        row.intervention: row
        for row in coverage(database(*sound(), harm("harm-told", must_disclose=True), evidence("ev-2"))).rows
    }
    assert rows["epidural"].counts["harms"] == Count(2, 0)
    assert rows["epidural"].counts["must_disclose"] == Count(1, 0)
    assert rows["caudal-epidural"].counts["evidence"] == Count(0, 2)
    assert rows["spinal-injection"].counts["harms"] == Count(0, 0)
    assert (rows["caudal-epidural"].covered, rows["spinal-injection"].covered) == (True, False)


def test_the_whole_is_counted_too():
    counted = coverage(database(*sound(), concepts=[concept("gout", "condition")]))
    assert counted.records == {"recommendations": 1, "evidence": 1, "harms": 1, "wording": 1}
    assert (counted.facts, counted.primary) == (3, 3)
    assert counted.sources == {"guideline": 3, "payer": 1}
    assert counted.next_review is not None


# schema


def test_every_kind_of_file_has_a_schema_and_one_holds_them_all():
    for file in FILES:
        assert schema(file)["$schema"].startswith("https://json-schema.org/")
    assert len(schema()["anyOf"]) == len(FILES)


def test_the_schema_allows_what_the_models_allow():
    records = schema("topics")["$defs"]["Recommendation"]
    assert {"id", "source", "locator", "direction", "strength"} <= set(records["required"])
    assert records["additionalProperties"] is False


# folders


def test_the_shipped_database_comes_first_unless_the_folders_stand_alone(tmp_path):
    own = write_database(tmp_path / "own", *sound())
    assert [folder.resolve() for folder in gather([own])] == [claims_folder().resolve(), own.resolve()]
    assert gather([own], alone=True) == (own,)


@pytest.mark.parametrize("file", ["database.yaml", "sources/all.yaml", "topics/spine/epidural.yaml"])
def test_a_file_stands_for_its_database_once(tmp_path, file):
    own = write_database(tmp_path / "own", *sound())
    assert gather([own / file, own / "concepts" / "all.yaml", own], alone=True) == (own,)


def test_a_database_without_description_is_found_by_the_names_of_its_folders(tmp_path):
    own = write_database(tmp_path / "own", *sound(), info=None)
    assert gather([own / "topics" / "spine" / "epidural.yaml"], alone=True) == (own,)


def test_a_path_that_does_not_exist_and_no_path_at_all_are_said(tmp_path):
    with pytest.raises(UsageError, match="no such file or folder"):
        gather([tmp_path / "nowhere"])
    with pytest.raises(UsageError, match="no folder to check"):
        gather([], alone=True)


def test_the_folder_is_named_from_the_working_folder(tmp_path, monkeypatch):
    write_database(tmp_path / "own", *sound())
    monkeypatch.chdir(tmp_path)
    (folder,) = gather([tmp_path / "own"], alone=True)
    assert str(folder) == "own"


def test_an_entry_is_placed_where_it_is_in_force(tmp_path):
    first = write_database(tmp_path / "one", *sound())
    second = write_database(tmp_path / "two", harm("harm-epidural"), sources=SOURCES[:1], concepts=[], info=None)
    place = whereabouts("harm-epidural", [first, second])
    assert place == f"{second / 'topics' / 'spine' / 'epidural.yaml'}:2"
    assert whereabouts("rec-epidural", [first, second]).startswith(str(first))
