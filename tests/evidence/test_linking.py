"""Names of treatments and conditions, written by somebody who had not seen the database, are linked to its concepts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from medlint.documents.position import Format
from medlint.documents.reading import parse
from medlint.evidence.database import Database
from medlint.evidence.loading import load_database
from medlint.language.reading import Reader

GOLD = yaml.safe_load((Path(__file__).parent / "linking.yaml").read_text(encoding="utf-8"))
LINKED = ("intervention", "condition")


@pytest.fixture(scope="module")
def database() -> Database:
    return load_database()


@pytest.fixture(scope="module")
def reader(database: Database) -> Reader:
    return Reader.of(database.vocabulary())


def linked(reader: Reader, case: dict[str, Any]) -> set[str]:
    """The treatments and conditions that are read in the words of a case."""
    start = case["text"].index(case["span"])
    end = start + len(case["span"])
    mentions = reader.read(parse(case["text"], Format.TEXT)).mentions
    return {
        each.concept for each in mentions if each.kind in LINKED and each.span.start < end and start < each.span.end
    }


def right(database: Database, found: set[str], concept: str) -> bool:
    """Whether the concept was found, or a narrower one: the gold was written without knowing which ones there are."""
    return any(concept in database.hierarchy.ancestors(one) for one in found)


def test_the_gold_is_large_and_every_concept_of_it_exists(database):
    assert len(GOLD["mentions"]) >= 250
    assert len(GOLD["decoys"]) >= 120
    assert {case["concept"] for case in GOLD["mentions"]} <= database.concepts.keys()


def test_names_are_linked_with_an_f1_of_95_percent(reader, database):
    hits = [right(database, linked(reader, case), case["concept"]) for case in GOLD["mentions"]]
    meant = {case["concept"] for case in GOLD["mentions"]}
    false = sum(bool(linked(reader, case) & meant) for case in GOLD["decoys"])
    f1 = 2 * sum(hits) / (len(hits) + sum(hits) + false)
    assert f1 >= 0.95


def test_words_that_only_look_like_a_name_are_not_linked(reader):
    meant = {case["concept"] for case in GOLD["mentions"]}
    assert [case["text"] for case in GOLD["decoys"] if linked(reader, case) & meant] == []
