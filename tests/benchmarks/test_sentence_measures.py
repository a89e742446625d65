from __future__ import annotations

from pathlib import Path

import yaml
from measures.counting import Counts
from measures.engine import Engine
from measures.linking import measure_linking
from measures.sentences import (
    LAY,
    cues_confirmed,
    kinds_found,
    measure_claims,
    measure_lay,
    measure_negation,
    overstated,
)


def test_a_negated_concept_is_looked_for_where_it_stands_in_capitals(tmp_path: Path) -> None:
    path = tmp_path / "negation.tsv"
    rows = (
        "Report No.\tConcept\tSentence\tNegation",
        "1\tfever\tFever came first, and later there was no FEVER.\tNegated",
        "1\tdry   cough\tThere was a DRY COUGH.\tAffirmed",
        "1\tswelling\tNo ankle was lame.\tNegated",
    )
    path.write_text("\n".join(rows) + "\n")
    measured = measure_negation(path)
    assert measured.counts == Counts(tp=1, tn=1)
    assert measured.a_second > 0


def test_each_label_of_the_lay_set_is_counted(tmp_path: Path) -> None:
    none = dict.fromkeys(LAY, False)
    cases = [
        {"text": "It does not help.", "span": "help", **none, "negated": True},
        {"text": "It helps.", "span": "helps", **none, "uncertain": True},
    ]
    path = tmp_path / "lay.yaml"
    path.write_text(yaml.safe_dump(cases))
    counts = measure_lay(path)
    assert counts["negated"] == Counts(tp=1, tn=1)
    assert counts["uncertain"] == Counts(fn=1, tn=1)


def test_a_claim_is_read_below_a_heading_where_it_names_no_treatment(tmp_path: Path, engine: Engine) -> None:
    cases = [
        {"text": "It gives permanent relief of leg pain.", "overstated": True, "kind": "durability"},
        {"text": "An epidural steroid injection cures sciatica.", "overstated": True, "kind": "cure"},
        {"text": "The door is on the left.", "overstated": False, "kind": None},
        {"text": "You lie on your side.", "overstated": True, "kind": "cure"},
    ]
    path = tmp_path / "blind.yaml"
    path.write_text(yaml.safe_dump(cases))
    claims = measure_claims(path, engine)
    assert overstated(claims) == Counts(tp=2, fn=1, tn=1)
    assert kinds_found(claims) == {"cure": (2, 1), "durability": (1, 1)}
    assert "cure.cure" in set(cues_confirmed(claims, engine))


def test_mentions_must_be_linked_and_decoys_left_alone(tmp_path: Path, engine: Engine) -> None:
    gold = {
        "mentions": [
            {"text": "An ESI eased her sciatica.", "span": "sciatica", "concept": "radicular-pain"},
            {"text": "The chair was old.", "span": "chair", "concept": "epidural-steroid-injection"},
        ],
        "decoys": [{"text": "A sturdy oak.", "span": "oak"}],
    }
    path = tmp_path / "linking.yaml"
    path.write_text(yaml.safe_dump(gold))
    assert measure_linking(path, engine) == Counts(tp=1, fn=1, tn=1)
