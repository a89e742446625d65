"""Loading a claims database: what it holds, layers, and errors that a curator can act on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tinybase import (
    CONCEPTS,
    INFO,
    controversy,
    evidence,
    fact,
    harm,
    line_with,
    recommendation,
    sound,
    source,
    wording,
    write,
    write_database,
)

from medlint.data import data_root, digest
from medlint.errors import DataError
from medlint.evidence.loading import claims_folder, load_database
from medlint.evidence.models import Evidence, HarmRecord, Recommendation


def complaint(*folders: Path) -> str:
    with pytest.raises(DataError) as caught:
        load_database(*folders)
    return str(caught.value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_database(tmp_path / "db", *sound())


def topic_file(folder: Path) -> Path:
    return folder / "topics" / "spine" / "epidural.yaml"


def test_a_database_holds_its_sources_concepts_and_records_by_identifier(folder):
    database = load_database(folder)
    assert database.info.name == "tiny"
    assert database.digest == digest(folder)
    assert database.sources["college"].year == 2020
    assert database.concepts["epidural"].broader == ("spinal-injection",)
    assert [type(record) for record in database.records.values()][:3] == [Recommendation, Evidence, HarmRecord]


def test_every_kind_can_be_had_in_the_order_of_the_files(tmp_path):
    folder = write_database(tmp_path / "db", harm("harm-b"), harm("harm-a"), evidence("ev-a"))
    database = load_database(folder)
    assert [record.id for record in database.every(HarmRecord)] == ["harm-b", "harm-a"]
    assert database.every(Recommendation) == ()


def test_a_second_loading_from_the_cache_gives_the_same(folder):
    assert load_database(folder) == load_database(folder)


def test_a_cached_database_loads_without_the_yaml_library(folder):
    load_database(folder)
    code = (
        "import sys; from pathlib import Path; from medlint.evidence.loading import load_database\n"
        f"assert len(load_database(Path({str(folder)!r})).records) == 4\n"
        "assert 'yaml' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=30)


def test_the_shipped_folder_is_the_one_beside_the_rules():
    assert claims_folder() == data_root() / "claims_db"


def test_no_folder_stands_for_the_shipped_database(folder, monkeypatch):
    monkeypatch.setattr("medlint.evidence.loading.claims_folder", lambda: folder)
    assert load_database() == load_database(None) == load_database(folder)


def test_a_later_folder_adds_records_and_replaces_those_of_the_same_identifier(folder, tmp_path):
    more = write_database(
        tmp_path / "more",
        harm("harm-epidural", "minor"),
        harm("harm-new"),
        sources=[source("college", year=2025)],
        concepts=[],
        info=None,
    )
    database = load_database(folder, more)
    assert database.info.name == "tiny"
    assert database.sources["college"].year == 2025
    assert {record.id: record.seriousness for record in database.every(HarmRecord)} == {
        "harm-epidural": "minor",
        "harm-new": "serious",
    }
    assert database.digest not in (digest(folder), digest(more))
    assert database.digest != load_database(more, folder).digest


def test_the_first_description_is_that_of_the_whole(folder, tmp_path):
    more = write_database(tmp_path / "more", concepts=[], info={**INFO, "name": "other"})
    assert load_database(folder, more).info.name == "tiny"


def test_a_database_without_a_description_is_refused(tmp_path):
    folder = write_database(tmp_path / "db", *sound(), info=None)
    assert complaint(folder).startswith(f"{folder / 'database.yaml'}:1: there is no such file")


def test_an_empty_topic_file_is_no_error(folder):
    write(folder / "topics" / "empty.yaml", "# nothing yet\n")
    assert len(load_database(folder).records) == 4


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("strength: strong", "strenght: strong", "unknown key 'strenght'; did you mean 'strength'?"),
        ("strength: strong", "strength: stron", "'stron' is not 'strong', 'weak'"),
        ("strength: strong", "strength: stron", "did you mean 'strong'?"),
        ("verified: primary", "verified: primry", "did you mean 'primary'?"),
        ("  says: So it is.\n", "", "'says' is missing"),
        ("says: So it is.", "says: ''", "says: must not be empty"),
        ("says: So it is.", "says: 3", "says: 3 is not text; write it in quotes"),
        ("id: rec-epidural", "id: Rec Epidural", "'Rec Epidural' is no identifier"),
        ("  interventions:\n  - epidural\n", "  interventions: []\n", "interventions: needs at least one entry"),
        ("  interventions:\n  - epidural\n", "  interventions: epidural\n", "interventions: must be a list"),
        ("checked_on: 2026-01-01", "checked_on: soon", "checked_on: 'soon' is no date (YYYY-MM-DD)"),
        ("recommendations:", "recomendations:", "unknown key 'recomendations'; did you mean 'recommendations'?"),
    ],
)
def test_a_record_that_does_not_fit_is_refused_at_its_line_and_told_what_was_meant(folder, old, new, problem):
    file = topic_file(folder)
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))
    line = line_with(file, new.strip().splitlines()[0]) if new else line_with(file, "id: rec-epidural")
    message = complaint(folder)
    assert message.startswith(f"{file}:{line}: ")
    assert problem in message
    assert "\n" not in message


def test_a_misspelt_key_inside_a_concept_is_told_what_was_meant(folder):
    concepts = [*CONCEPTS, {**CONCEPTS[0], "id": "block", "ambiguous": [{"alias": "block", "naer": ["nerve"]}]}]
    file = write(folder / "concepts" / "all.yaml", {"concepts": concepts})
    message = complaint(folder)
    assert message == f"{file}:{line_with(file, 'naer')}: unknown key 'naer'; did you mean 'near'?"


def test_a_record_that_is_no_mapping_is_refused(folder):
    file = write(folder / "topics" / "odd.yaml", "harms:\n  - only words\n")
    assert complaint(folder) == f"{file}:2: harms: must be a mapping of keys to values"


def test_an_identifier_that_stands_twice_in_a_folder_is_refused(folder):
    file = write(folder / "topics" / "twice.yaml", {"harms": [harm("harm-other"), harm("harm-epidural")]})
    line = line_with(file, "id: harm-epidural")
    assert complaint(folder) == f"{file}:{line}: identifier 'harm-epidural' stands here twice"


def test_a_fact_from_an_unknown_source_is_refused(folder):
    file = write(folder / "topics" / "extra.yaml", {"harms": [harm("harm-new", source="colege")]})
    line = line_with(file, "source:")
    assert complaint(folder) == f"{file}:{line}: no source 'colege'; did you mean 'college'?"


def test_a_source_may_stand_in_another_folder_than_its_facts(folder, tmp_path):
    more = write_database(tmp_path / "more", fact_of_the_first := harm("harm-new"), sources=[], concepts=[], info=None)
    assert load_database(folder, more).records["harm-new"].source == fact_of_the_first["source"]


def test_a_file_in_no_known_place_is_refused(folder):
    file = write(folder / "topic" / "epidural.yaml", {"harms": []})
    assert complaint(folder).startswith(f"{file}:1: a claims database holds database.yaml and files in sources/, ")


def test_broken_yaml_is_refused_at_its_line(folder):
    file = write(folder / "topics" / "broken.yaml", "harms:\n  - id: [\n")
    assert complaint(folder).startswith(f"{file}:3: broken YAML")


def test_all_kinds_of_records_load(folder):
    everything = {
        "recommendations": [recommendation("rec-x")],
        "no_recommendation": [
            {"id": "gap-x", "interventions": ["tonic"], "searched": "x", **dates("checked_on", "review_by")}
        ],
        "evidence": [evidence("ev-x")],
        "harms": [harm("harm-x")],
        "requirements": [fact("req-x", kind="imaging", authority="payer")],
        "contraindications": [fact("contra-x", item="infection", kind="absolute")],
        "regulation": [fact("reg-x", jurisdiction="US", status="off-label")],
        "controversies": [controversy("ctr-x", "rec-x")],
        "wording": [wording("say-x")],
        "misattributions": [fact("trap-x", conditions=["sciatica"], often_said="x")],
        "red_flags": [without(fact("flag-x", conditions=["sciatica"], sign="x", action="y"), "interventions")],
        "standards": [without(fact("std-x", topic="x"), "interventions")],
    }
    write(folder / "topics" / "everything.yaml", everything)
    assert {name for name in load_database(folder).records if name.endswith("-x")} == {
        record["id"] for records in everything.values() for record in records
    }


def dates(*keys: str) -> dict[str, str]:
    return dict.fromkeys(keys, "2026-01-01")


def without(record: dict, key: str) -> dict:
    return {name: value for name, value in record.items() if name != key}
