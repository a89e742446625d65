"""Reading the cue files: a broken phrase is named with its file and line."""

from __future__ import annotations

import pytest

from medlint.errors import DataError
from medlint.evidence.loading import load_database
from medlint.language.cues import cues_folder, load_cues
from medlint.language.patterns import load_patterns
from medlint.language.tokens import tokenise_all


def test_every_shipped_phrase_can_be_expanded() -> None:
    assert all(cue.phrases for cue in load_cues().values())


def test_no_phrase_is_longer_than_a_sentence() -> None:
    """It would never be found: phrases are looked for within sentences."""
    phrases = [phrase for cue in load_cues().values() for phrase in cue.phrases]
    assert [tokens.text for tokens in tokenise_all(phrases) if len(tokens.sentences) > 1] == []


def test_no_name_is_longer_than_a_sentence() -> None:
    concepts = load_database(None).vocabulary().concepts.values()
    names = [name for concept in concepts for name in (concept.name, *concept.aliases, *concept.decoys)]
    assert [tokens.text for tokens in tokenise_all(names) if len(tokens.sentences) > 1] == []


def test_a_broken_phrase_is_named_with_its_line(tmp_path, monkeypatch) -> None:
    folder = tmp_path / "rules" / "cues"
    folder.mkdir(parents=True)
    (folder / "own.yaml").write_text("cure.own:\n  phrases:\n    - heals\n    - heal(s|ed)?\n", encoding="utf-8")
    monkeypatch.setattr("medlint.language.cues.data_root", lambda: tmp_path)
    load_cues.cache_clear()
    try:
        with pytest.raises(DataError, match=r"own.yaml:4: cue 'cure.own': 'heal.*' looks like a regular expression"):
            _ = load_cues()["cure.own"].phrases
    finally:
        load_cues.cache_clear()
    assert cues_folder() == folder


@pytest.mark.parametrize(
    "pattern",
    [
        "{pattern: own, sequence: [cure], kind: cure, voice: doctor}",
        "{pattern: own, sequence: [cure], discloses: limit, voice: seller}",
    ],
)
def test_a_pattern_means_something_in_a_sellers_mouth_only_where_it_claims(tmp_path, monkeypatch, pattern) -> None:
    (tmp_path / "patterns.yaml").write_text(f"- {pattern}\n", encoding="utf-8")
    monkeypatch.setattr("medlint.language.patterns.cues_folder", lambda: tmp_path)
    load_patterns.cache_clear()
    try:
        with pytest.raises(DataError, match="pattern 'own': 'voice' is 'seller', and of claims alone"):
            load_patterns()
    finally:
        load_patterns.cache_clear()
