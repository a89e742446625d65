"""Looking up what applies: the hierarchy of treatments and conditions, duration, outcome, order."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinybase import concept, controversy, database, evidence, fact, harm, recommendation, source, wording

from medlint.errors import UsageError
from medlint.evidence.hierarchy import Fit, Hierarchy
from medlint.evidence.models import ContentStandard, Duration, Recommendation, RedFlag
from medlint.language.concepts import ConceptKind


def found(matches) -> list[str]:
    return [match.record.id for match in matches]


def test_what_holds_for_a_broader_treatment_holds_for_a_narrower_one():
    base = database(harm("harm-spinal", interventions=["spinal-injection"]))
    (match,) = base.harms("caudal-epidural")
    assert (match.record.id, match.intervention, match.steps) == ("harm-spinal", Fit.BROADER, 2)


def test_an_article_on_the_broad_treatment_finds_records_on_narrower_ones():
    base = database(harm("harm-caudal", interventions=["caudal-epidural"]))
    (match,) = base.harms("injection")
    assert match.intervention is Fit.NARROWER


def test_a_sibling_does_not_apply():
    assert database(harm("harm-facet", interventions=["facet-injection"])).harms("epidural") == ()


def test_exact_records_come_first_then_broader_ones_nearest_first_then_narrower_ones():
    base = database(
        harm("harm-0", interventions=["caudal-epidural"]),
        harm("harm-1", interventions=["injection"]),
        harm("harm-2", interventions=["spinal-injection"]),
        harm("harm-4", interventions=["epidural"]),
        harm("harm-3", interventions=["epidural"]),
    )
    assert found(base.harms("epidural")) == ["harm-3", "harm-4", "harm-2", "harm-1", "harm-0"]


def test_a_record_on_several_treatments_counts_once_at_its_closest():
    base = database(harm("harm-a", interventions=["injection", "epidural", "caudal-epidural"]))
    (match,) = base.harms("epidural")
    assert match.intervention is Fit.EXACT


def test_an_unknown_treatment_finds_nothing():
    base = database(harm("harm-a"))
    assert base.harms("phlebotomy") == ()
    assert not base.covers("phlebotomy")


def test_a_treatment_is_covered_by_records_on_it_or_its_kin():
    base = database(harm("harm-a", interventions=["spinal-injection"]))
    assert [name for name in ("epidural", "injection", "tonic", "spine-surgery") if base.covers(name)] == [
        "epidural",
        "injection",
    ]


def test_conditions_match_through_the_hierarchy():
    base = database(
        evidence("ev-0-exact", conditions=["sciatica"]),
        evidence("ev-1-broader", conditions=["spine-pain"]),
        evidence("ev-2-any", conditions=["any-condition"]),
        evidence("ev-3-narrower", conditions=["chronic-sciatica"]),
        evidence("ev-4-other", conditions=["axial-pain"]),
    )
    matches = base.evidence("epidural", ["sciatica"])
    assert [(match.record.id, match.condition) for match in matches] == [
        ("ev-0-exact", Fit.EXACT),
        ("ev-1-broader", Fit.BROADER),
        ("ev-2-any", Fit.BROADER),
        ("ev-3-narrower", Fit.NARROWER),
    ]


def test_any_condition_applies_even_to_conditions_outside_the_hierarchy():
    base = database(evidence("ev-any", conditions=["any-condition"]), evidence("ev-pain", conditions=["spine-pain"]))
    assert found(base.evidence("epidural", ["gout"])) == ["ev-any"]


def test_an_article_without_a_condition_is_open_to_every_record_the_most_general_first():
    base = database(
        evidence("ev-0", conditions=["slipped-disc"]),
        evidence("ev-1", conditions=["sciatica"]),
        evidence("ev-2", conditions=["spine-pain"]),
        evidence("ev-3", conditions=["sciatica", "any-condition"]),
    )
    matches = base.evidence("epidural")
    assert found(matches) == ["ev-3", "ev-2", "ev-1", "ev-0"]
    assert {match.condition for match in matches} == {Fit.OPEN}


def test_without_a_condition_an_exact_treatment_still_comes_before_a_broader_one():
    base = database(
        evidence("ev-a", interventions=["spinal-injection"], conditions=["any-condition"]),
        evidence("ev-b", conditions=["slipped-disc"]),
    )
    assert found(base.evidence("epidural")) == ["ev-b", "ev-a"]


def test_the_closest_of_several_conditions_of_the_article_counts():
    base = database(evidence("ev-a", conditions=["spine-pain"]))
    (match,) = base.evidence("epidural", ["slipped-disc", "axial-pain", "spine-pain"])
    assert match.condition is Fit.EXACT


@pytest.mark.parametrize(
    ("conditions", "duration", "applying"),
    [
        (["acute-sciatica"], None, ["ev-acute", "ev-any"]),
        (["chronic-sciatica"], None, ["ev-any", "ev-chronic"]),
        (["slipped-disc"], None, ["ev-any", "ev-chronic"]),  # chronic by the condition above it
        (["sciatica"], None, ["ev-acute", "ev-any", "ev-chronic"]),
        (["sciatica"], Duration.ACUTE, ["ev-acute", "ev-any"]),
        (["sciatica"], Duration.CHRONIC, ["ev-any", "ev-chronic"]),
        (["sciatica"], Duration.ANY, ["ev-acute", "ev-any", "ev-chronic"]),
        ([], None, ["ev-acute", "ev-any", "ev-chronic"]),
        ([], Duration.ACUTE, ["ev-acute", "ev-any"]),
        (["acute-sciatica"], Duration.CHRONIC, ["ev-acute", "ev-any"]),  # the condition's own duration wins
    ],
)
def test_acute_never_matches_chronic_and_an_unknown_duration_matches_both(conditions, duration, applying):
    base = database(*(evidence(f"ev-{name}", duration=name) for name in ("any", "acute", "chronic")))
    assert sorted(found(base.evidence("epidural", conditions, duration=duration))) == applying


def test_a_record_on_a_chronic_condition_does_not_apply_to_acute_pain():
    base = database(evidence("ev-a", conditions=["chronic-sciatica"]))
    assert base.evidence("epidural", ["sciatica"], duration=Duration.ACUTE) == ()
    assert base.evidence("epidural", duration=Duration.ACUTE) == ()
    assert found(base.evidence("epidural", ["sciatica"])) == found(base.evidence("epidural")) == ["ev-a"]


def test_recommendations_match_on_duration_too():
    base = database(recommendation("rec-acute", duration="acute"), recommendation("rec-chronic", duration="chronic"))
    assert found(base.recommendations("epidural", ["chronic-sciatica"])) == ["rec-chronic"]


def test_of_two_conditions_only_the_one_whose_duration_fits_brings_a_record_in():
    base = database(evidence("ev-chronic", conditions=["sciatica"], duration="chronic"))
    assert base.evidence("epidural", ["acute-sciatica"]) == ()
    assert found(base.evidence("epidural", ["acute-sciatica", "sciatica"])) == ["ev-chronic"]


def test_an_outcome_matches_itself_and_the_wildcard():
    base = database(
        evidence("ev-any", outcome="any-outcome"),
        evidence("ev-function", outcome="function"),
        evidence("ev-pain", outcome="pain"),
    )
    assert found(base.evidence("epidural", ["sciatica"], "pain")) == ["ev-pain", "ev-any"]
    assert len(base.evidence("epidural", ["sciatica"])) == 3


def test_harms_can_be_limited_to_those_that_must_be_disclosed():
    base = database(harm("harm-a", must_disclose=True), harm("harm-b"))
    assert found(base.harms("epidural", must_disclose=True)) == ["harm-a"]
    assert found(base.harms("epidural", must_disclose=False)) == ["harm-b"]
    assert len(base.harms("epidural")) == 2


def test_wording_can_be_had_by_topic():
    base = database(wording("say-effect"), wording("say-risk", "risk"))
    assert found(base.wording("epidural", ["sciatica"], "risk")) == ["say-risk"]
    assert found(base.wording("epidural", ["knee-pain"])) == []
    assert len(base.wording("epidural")) == 2


def test_misattributions_are_those_of_the_source():
    trap = {"conditions": ["sciatica"], "often_said": "x"}
    base = database(fact("trap-a", **trap), fact("trap-b", source="college", **trap))
    assert found(base.misattributions("college", "epidural", ["sciatica"])) == ["trap-b"]


def test_controversies_match_through_the_hierarchy():
    base = database(controversy("ctr-a", "society", interventions=["spinal-injection"]))
    assert found(base.controversies("epidural")) == ["ctr-a"]


def test_the_remaining_kinds_can_be_looked_up(tmp_path):
    from tinybase import write, write_database

    from medlint.evidence.loading import load_database

    folder = write_database(tmp_path)
    flag = fact("flag-a", conditions=["spine-pain"], sign="numb saddle", action="go now")
    other = fact("flag-b", conditions=["knee-pain"], sign="hot knee", action="go now")
    standard = fact("std-a", topic="adverts")
    for record in (flag, other, standard):
        del record["interventions"]
    content = {
        "requirements": [fact("req-a", kind="imaging", authority="payer")],
        "contraindications": [fact("contra-a", item="infection")],
        "regulation": [fact("reg-a", jurisdiction="US", status="off-label")],
        "no_recommendation": [
            {
                "id": "gap-a",
                "interventions": ["epidural"],
                "searched": "x",
                "checked_on": "2026-01-01",
                "review_by": "2027-01-01",
            }
        ],
        "red_flags": [flag, other],
        "standards": [standard],
    }
    write(folder / "topics" / "more.yaml", content)
    base = load_database(folder)
    assert found(base.requirements("epidural")) == ["req-a"]
    assert found(base.contraindications("epidural")) == ["contra-a"]
    assert found(base.regulation("epidural")) == ["reg-a"]
    assert found(base.gaps("epidural")) == ["gap-a"]
    assert found(base.red_flags(["sciatica"])) == ["flag-a"]
    assert sorted(found(base.red_flags())) == ["flag-a", "flag-b"]
    assert [record.id for record in base.every(ContentStandard)] == ["std-a"]
    assert len(base.every(RedFlag)) == 2


def test_the_order_does_not_depend_on_the_order_of_the_files():
    records = [evidence(f"ev-{name}") for name in "dacb"]
    ways = [database(*records), database(*reversed(records))]
    assert len({tuple(found(base.evidence("epidural", ["sciatica"]))) for base in ways}) == 1


def test_the_vocabulary_has_every_concept_with_all_its_plain_names():
    made = concept(
        "nerve-block",
        "intervention",
        "spinal-injection",
        aliases=["root block"],
        lay=["nerve shot", "root block"],
        ambiguous=[{"alias": "block", "near": ["nerve"]}],
        decoys=["block booking"],
        invasive=True,
        generic=True,
    )
    named = database(concepts=[made]).vocabulary().concepts["nerve-block"]
    assert named.kind is ConceptKind.INTERVENTION
    assert named.aliases == ("nerve block", "root block", "nerve shot")
    assert [(item.alias, item.near) for item in named.ambiguous] == [("block", ("nerve",))]
    assert (named.decoys, named.broader) == (("block booking",), ("spinal-injection",))
    assert named.invasive and named.generic


def test_a_name_that_is_ambiguous_is_no_plain_alias():
    made = concept("fusion", "intervention", ambiguous=[{"alias": "Fusion", "near": ["spine"]}])
    assert database(concepts=[made]).vocabulary().concepts["fusion"].aliases == ("plain fusion",)


def test_sources_that_articles_name_are_in_the_vocabulary():
    base = database(sources=[source("nice", names=["NICE", "NICE guideline"])])
    named = base.vocabulary().concepts["nice"]
    assert (named.kind, named.name, named.aliases) == (ConceptKind.SOURCE, "NICE", ("NICE", "NICE guideline"))
    assert "society" not in base.vocabulary().concepts


def test_conditions_keep_their_duration_in_the_vocabulary():
    assert database().vocabulary().concepts["acute-sciatica"].duration == "acute"


names = st.sampled_from("abcdef")
hierarchies = st.dictionaries(names, st.lists(names, max_size=3), min_size=1)


@given(hierarchies)
def test_broader_and_narrower_mirror_each_other(broader):
    upward = {one: [other for other in others if other < one] for one, others in broader.items()}
    hierarchy = Hierarchy.of(
        upward | {other: [] for others in upward.values() for other in others if other not in upward}
    )
    mirror = {Fit.EXACT: Fit.EXACT, Fit.BROADER: Fit.NARROWER, Fit.NARROWER: Fit.BROADER}
    for one, kin in hierarchy.kin.items():
        for other, (fit, steps) in kin.items():
            assert hierarchy.relate(other, one) == (mirror[fit], steps)


@given(hierarchies)
def test_a_cycle_ends_and_everything_is_itself(broader):
    hierarchy = Hierarchy.of(broader)
    assert all(hierarchy.relate(one, one) == (Fit.EXACT, 0) for one in broader)


def test_a_repeated_lookup_gives_the_same_whatever_holds_the_conditions():
    base = database(evidence("ev-a"), evidence("ev-b", conditions=["axial-pain"]))
    ways = [["sciatica"], ("sciatica",), (name for name in ["sciatica"])]
    assert [found(base.evidence("epidural", way)) for way in ways] == [["ev-a"]] * 3
    assert found(base.evidence("epidural", ["axial-pain"])) == ["ev-b"]


def test_lookups_stay_right_when_more_were_asked_than_are_remembered(monkeypatch):
    monkeypatch.setattr("medlint.evidence.database._REMEMBERED", 2)
    base = database(harm("harm-a"), harm("harm-b", interventions=["tonic"]))
    asked = ["epidural", "tonic", "surgery", "epidural", "tonic"]
    assert [found(base.harms(name)) for name in asked] == [["harm-a"], ["harm-b"], [], ["harm-a"], ["harm-b"]]


def test_a_database_survives_pickling_so_that_workers_can_have_it():
    base = database(evidence("ev-a"))
    assert found(pickle.loads(pickle.dumps(base)).evidence("epidural")) == found(base.evidence("epidural"))


ABROAD = (source("home-body", jurisdiction="Erewhon"), source("away-body", jurisdiction="Northern Utopia, Utopia"))


def test_of_records_that_hold_those_from_home_come_first_even_if_others_are_closer():
    base = database(
        recommendation("rec-a-away", source="away-body"),
        recommendation("rec-b-home", source="home-body", interventions=["spinal-injection"]),
        recommendation("rec-c-home", source="home-body", interventions=["caudal-epidural"]),
        sources=ABROAD,
    )
    assert found(base.recommendations("epidural")) == ["rec-a-away", "rec-b-home", "rec-c-home"]
    home = base.at_home(("Erewhon",))
    assert found(home.recommendations("epidural")) == ["rec-b-home", "rec-a-away", "rec-c-home"]  # narrower ones last
    assert [record.id for record in home.every(Recommendation)] == ["rec-b-home", "rec-c-home", "rec-a-away"]


def test_a_part_of_a_country_is_home_too():
    base = database(
        recommendation("rec-a", source="home-body"), recommendation("rec-b", source="away-body"), sources=ABROAD
    )
    assert found(base.at_home(("Utopia",)).recommendations("epidural")) == ["rec-b", "rec-a"]


def test_a_home_that_no_source_is_from_is_refused_with_what_was_meant():
    with pytest.raises(UsageError, match="home: no source of the database is from 'Erewon'; did you mean 'Erewhon'"):
        database(sources=ABROAD).at_home(("Erewon",))
