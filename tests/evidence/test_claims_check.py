"""Checking a claims database: each invariant is broken in turn and found at its file and line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tinybase import (
    CHECKED,
    CONCEPTS,
    DUE,
    INFO,
    SOURCES,
    concept,
    controversy,
    evidence,
    harm,
    line_with,
    recommendation,
    sound,
    source,
    wording,
    write,
    write_database,
)

from medlint.evidence.checking import check
from medlint.evidence.invariants import discover
from medlint.evidence.problems import Problem

TODAY = date(2026, 6, 1)
Build = Callable[..., Path]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    def made(*records: dict[str, Any], **options: Any) -> Path:
        return write_database(tmp_path / "db", *sound(), *records, **options)

    return made


def topic(folder: Path) -> Path:
    return folder / "topics" / "spine" / "epidural.yaml"


def concepts(folder: Path) -> Path:
    return folder / "concepts" / "all.yaml"


def found(folder: Path) -> list[Problem]:
    return list(check([folder], TODAY))


def expect(folder: Path, file: Path, line: int, message: str, severity: str = "error") -> None:
    assert found(folder) == [Problem(str(file), line, message, severity)]


def test_a_sound_database_has_no_problems(build):
    assert found(build()) == []


def test_every_invariant_is_a_public_function_that_says_what_must_hold():
    invariants = discover()
    assert len(invariants) >= 15
    assert all(function.__doc__ for function in invariants.values())
    assert list(invariants) == sorted(invariants)


# form


def test_faults_of_form_are_all_reported_and_the_rest_is_still_checked(build):
    folder = build(harm("harm-lost", source="nobody"))
    file = topic(folder)
    text = file.read_text().replace("strength: strong", "strength: stron").replace("outcome: pain\n", "outcom: pain\n")
    file.write_text(text)
    problems = found(folder)
    assert problems == sorted(problems, key=lambda problem: (problem.file, problem.line))
    messages = {problem.line: problem.message for problem in problems if problem.file == str(file)}
    assert "did you mean 'strong'?" in messages[line_with(file, "stron")]
    assert "did you mean 'outcome'?" in messages[line_with(file, "outcom:")]
    assert "there is no source 'nobody'" in messages[line_with(file, "nobody")]


def test_broken_yaml_is_one_problem_and_the_other_files_are_still_checked(build):
    folder = build(harm("harm-lost", source="nobody"))
    broken = write(folder / "topics" / "broken.yaml", "harms: [\n")
    problems = {problem.file: problem for problem in found(folder)}
    assert problems[str(broken)].line == 2
    assert str(topic(folder)) in problems


def test_a_missing_folder_is_a_problem(tmp_path):
    (problem,) = check([tmp_path / "nowhere"], TODAY)
    assert (problem.file, problem.line) == (str(tmp_path / "nowhere"), 1)


def test_a_missing_description_is_a_problem(build):
    folder = build(info=None)
    expect(folder, folder / "database.yaml", 1, "there is no such file")


def test_a_file_in_no_known_place_is_a_problem(build):
    folder = build()
    file = write(folder / "stray.yaml", {})
    (problem,) = found(folder)
    assert problem.file == str(file)


# references


@pytest.mark.parametrize(
    ("record", "text", "message"),
    [
        (harm("harm-x", source="colege"), "colege", "source: there is no source 'colege'; did you mean 'college'?"),
        (
            harm("harm-x", interventions=["epidural", "epidurall"]),
            "epidurall",
            "interventions: there is no intervention 'epidurall'; did you mean 'epidural'?",
        ),
        (
            evidence("ev-x", conditions=["sciatca"]),
            "sciatca",
            "conditions: there is no condition 'sciatca'; did you mean 'sciatica'?",
        ),
        (evidence("ev-x", outcome="pane"), "pane", "outcome: there is no outcome 'pane'; did you mean 'pain'?"),
        (harm("harm-x", harm="infecton"), "infecton", "harm: there is no harm 'infecton'; did you mean 'infection'?"),
        (wording("say-x", basis=["zzz"]), "zzz", "basis: there is no record 'zzz'"),
        (controversy("ctr-x", "zzz"), "zzz", "about: there is no source or record 'zzz'"),
        (
            controversy("ctr-x", "society", supporters=["zzz"]),
            "zzz",
            "supporters: there is no source or record 'zzz'",
        ),
        (controversy("ctr-x", "society", critics=["zzz"]), "zzz", "critics: there is no source or record 'zzz'"),
        (
            harm("harm-x", interventions=["sciatica"]),
            "- sciatica",
            "interventions: there is no intervention 'sciatica'",
        ),
    ],
)
def test_an_unknown_reference_is_found_at_its_own_line(build, record, text, message):
    folder = build(record)
    file = topic(folder)
    after = line_with(file, f"id: {record['id']}")
    line = next(n for n, row in enumerate(file.read_text().splitlines(), 1) if n > after and text in row)
    (problem,) = [problem for problem in found(folder) if problem.severity == "error"]
    assert (problem.file, problem.line) == (str(file), line)
    assert problem.message.startswith(message)


def test_conservative_care_may_be_recommended(build):
    assert found(build(recommendation("rec-x", interventions=["exercise"]))) == []


def test_a_controversy_may_be_about_records_and_sources(build):
    assert found(build(controversy("ctr-x", "rec-epidural", "college"))) == []


@pytest.mark.parametrize("key", ["superseded_by", "contested_by"])
def test_sources_that_a_source_names_must_exist(build, key):
    value = ["zzz"] if key == "contested_by" else "zzz"
    folder = build(sources=[*SOURCES, source("late", **{key: value})])
    file = folder / "sources" / "all.yaml"
    expect(folder, file, line_with(file, "zzz"), f"{key}: there is no source 'zzz'")


def test_a_superseded_source_should_say_by_what(build):
    folder = build(sources=[*SOURCES, source("late", status="superseded")])
    file = folder / "sources" / "all.yaml"
    message = "superseded, but 'superseded_by' does not say by what"
    expect(folder, file, line_with(file, "superseded"), message, "warning")


def test_broader_concepts_must_exist_and_be_of_the_same_kind(build):
    folder = build(concepts=[*CONCEPTS, concept("gout", "condition", "any-condition", "pain", "zzz")])
    file = concepts(folder)
    assert [(problem.line, problem.message) for problem in found(folder)] == [
        (line_with(file, "- zzz") - 1, "broader: there is no condition 'pain'; did you mean 'knee-pain'?"),
        (line_with(file, "- zzz"), "broader: there is no condition 'zzz'"),
    ]


def test_an_identifier_may_stand_only_once_in_a_folder(build):
    folder = build(harm("harm-epidural"))
    file = topic(folder)
    first, second = line_with(file, "id: harm-epidural"), line_with(file, "id: harm-epidural", 2)
    expect(folder, file, second, f"identifier 'harm-epidural' already stands at {file}:{first}")


def test_a_record_and_a_concept_may_not_share_an_identifier(build):
    folder = build(concepts=[*CONCEPTS, concept("rec-epidural", "outcome")])
    assert any("already stands at" in problem.message for problem in found(folder))


def test_a_second_folder_may_replace_entries_of_the_first(build, tmp_path):
    more = write_database(tmp_path / "more", harm("harm-epidural"), sources=[], concepts=[], info=None)
    assert check([build(), more], TODAY) == ()


def test_a_broader_cycle_is_reported_once(build):
    cycle = [concept("one", "outcome", "two"), concept("two", "outcome", "three"), concept("three", "outcome", "one")]
    folder = build(concepts=[*CONCEPTS, *cycle])
    file = concepts(folder)
    line = line_with(file, "- two") - 1
    expect(folder, file, line, "broader than itself: one > two > three > one")


# names


@pytest.mark.parametrize("alias", ["gouty attacks", "Gouty attack", "gouty-attack"])
def test_a_name_may_not_stand_in_two_concepts_however_it_is_spelt(build, alias):
    made = [
        concept("gout", "condition", aliases=["gouty attack"]),
        concept("podagra", "outcome", lay=[alias]),
    ]
    folder = build(concepts=[*CONCEPTS, *made])
    file = concepts(folder)
    (problem,) = found(folder)
    assert (problem.file, problem.line) == (
        str(file),
        line_with(file, f"- {alias}", 2 if alias == "gouty attack" else 1),
    )
    assert problem.message == f"'{alias}' is also a name of 'gout' ({file}:{line_with(file, '- gouty attack')})"


def test_british_and_american_spellings_are_one_name(build):
    made = [concept("a", "harm", aliases=["haematoma"]), concept("b", "harm", aliases=["hematoma"])]
    (problem,) = found(build(concepts=[*CONCEPTS, *made]))
    assert "'hematoma' is also a name of 'a'" in problem.message


def test_the_preferred_name_counts_as_a_name(build):
    made = concept("leg", "condition", aliases=["sciatica"])
    (problem,) = found(build(concepts=[*CONCEPTS, made]))
    assert "'sciatica' is also a name of 'sciatica'" in problem.message


def test_the_names_of_sources_count_too(build):
    sources = [*SOURCES, source("aaa", names=["Triple A"]), source("bbb", names=["triple-a"])]
    folder = build(sources=sources)
    file = folder / "sources" / "all.yaml"
    message = f"'triple-a' is also a name of 'aaa' ({file}:{line_with(file, '- Triple A')})"
    expect(folder, file, line_with(file, "- triple-a"), message)


def test_a_concept_may_give_one_name_twice(build):
    assert found(build(concepts=[*CONCEPTS, concept("gout", "condition", aliases=["gout", "gouts"])])) == []


def test_no_name_may_be_a_decoy(build):
    made = [
        concept("gout", "condition", aliases=["gouty attack"]),
        concept("rival", "outcome", decoys=["heart attack", "Gouty attacks"]),
    ]
    folder = build(concepts=[*CONCEPTS, *made])
    file = concepts(folder)
    message = f"decoy 'Gouty attacks' is a name of 'gout' ({file}:{line_with(file, 'id: gout')})"
    expect(folder, file, line_with(file, "- Gouty attacks"), message)


def test_an_ambiguous_name_may_not_be_a_decoy_either(build):
    made = concept("gout", "condition", ambiguous=[{"alias": "attack", "near": ["toe"]}], decoys=["attacks"])
    (problem,) = found(build(concepts=[*CONCEPTS, made]))
    assert "decoy 'attacks' is a name of 'gout'" in problem.message


def test_a_name_may_not_be_ambiguous_here_and_plain_there(build):
    made = [
        concept("gout", "condition", ambiguous=[{"alias": "attack", "near": ["toe"]}]),
        concept("assault", "outcome", aliases=["attack"]),
    ]
    folder = build(concepts=[*CONCEPTS, *made])
    file = concepts(folder)
    message = f"ambiguous 'attack' is a plain name of 'assault' ({file}:{line_with(file, 'id: assault')})"
    expect(folder, file, line_with(file, "alias: attack"), message)


def test_an_ambiguous_name_may_be_shared_by_two_concepts(build):
    made = [
        concept("gout", "condition", ambiguous=[{"alias": "attack", "near": ["toe"]}]),
        concept("assault", "outcome", ambiguous=[{"alias": "attack", "near": ["police"]}]),
    ]
    assert found(build(concepts=[*CONCEPTS, *made])) == []


def test_an_ambiguous_name_needs_a_cue_other_than_itself(build):
    made = concept("gout", "condition", ambiguous=[{"alias": "attack", "near": ["Attacks"]}])
    folder = build(concepts=[*CONCEPTS, made])
    file = concepts(folder)
    expect(folder, file, line_with(file, "alias: attack"), "ambiguous 'attack' has no cue but itself")


def test_an_ambiguous_name_without_cues_is_a_fault_of_form(build):
    made = concept("gout", "condition", ambiguous=[{"alias": "attack", "near": []}])
    folder = build(concepts=[*CONCEPTS, made])
    file = concepts(folder)
    expect(folder, file, line_with(file, "near:"), "near: needs at least one entry")


def test_an_intervention_should_have_a_lay_name(build):
    folder = build(concepts=[*CONCEPTS, concept("phlebotomy", "intervention", lay=[])])
    file = concepts(folder)
    line = line_with(file, "id: phlebotomy")
    expect(folder, file, line, "intervention 'phlebotomy' has no lay name", "warning")


# facts


def test_what_is_past_its_review_date_is_a_warning(build):
    folder = build(harm("harm-old", review_by=date(2026, 5, 31)), harm("harm-due", review_by=TODAY))
    file = topic(folder)
    expect(folder, file, line_with(file, "2026-05-31"), "'harm-old' was to be reviewed by 2026-05-31", "warning")


def test_sources_and_the_database_itself_fall_due_too(build):
    folder = build(sources=[*SOURCES, source("old", review_by=CHECKED)], info={**INFO, "review_by": CHECKED})
    assert [(problem.file, problem.severity) for problem in found(folder)] == [
        (str(folder / "database.yaml"), "warning"),
        (str(folder / "sources" / "all.yaml"), "warning"),
    ]


def test_without_a_date_today_is_taken(build):
    assert len(check([build(harm("harm-old", review_by=CHECKED))])) >= 1


@pytest.mark.parametrize("locator", ["n/a", "not given", "?", "Unknown.", "as seen in the copy; section not given"])
def test_a_recommendation_must_say_where_in_its_source_it_stands(build, locator):
    folder = build(recommendation("rec-x", locator=locator))
    file = topic(folder)
    line = [n for n, row in enumerate(file.read_text().splitlines(), 1) if "locator:" in row][1]
    expect(folder, file, line, f"locator '{locator}' does not say where in the source")


@pytest.mark.parametrize("locator", ["abstract", "statement 6", "Notice 4", "1.3.8"])
def test_real_locators_are_accepted(build, locator):
    assert found(build(recommendation("rec-x", locator=locator))) == []


# coverage


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ("rec-epidural", "no recommendation applies to 'epidural', nor a no_recommendation"),
        ("harm-epidural", "no harm of 'epidural' is recorded"),
        ("say-epidural", "no honest wording for 'epidural' is recorded"),
    ],
)
def test_an_intervention_with_records_needs_advice_harms_and_wording(tmp_path, missing, message):
    records = [record for record in sound() if record["id"] != missing]
    folder = write_database(tmp_path, *records)
    file = concepts(folder)
    expect(folder, file, line_with(file, "id: epidural"), message, "warning")


def test_records_on_a_broader_intervention_will_do_and_on_a_narrower_one_will_not(tmp_path):
    for place, problems in (("spinal-injection", 0), ("caudal-epidural", 1)):
        records = [record for record in sound() if record["id"] != "harm-epidural"]
        folder = write_database(tmp_path / place, *records, harm("harm-x", interventions=[place]))
        about_epidural = [problem for problem in found(folder) if "'epidural'" in problem.message]
        assert len(about_epidural) == problems


def test_an_explicit_gap_stands_for_a_recommendation(tmp_path):
    gap = {"id": "gap-x", "interventions": ["epidural"], "searched": "x", "checked_on": CHECKED, "review_by": DUE}
    records = [record for record in sound() if record["id"] != "rec-epidural"]
    assert found(write_database(tmp_path, *records, gap)) == []


# agreement


def test_guidelines_that_disagree_need_a_controversy(build):
    folder = build(recommendation("rec-x", "against", source="college"))
    file = topic(folder)
    message = "'rec-x' is against 'epidural', 'rec-epidural' for it; no controversy tells of it"
    expect(folder, file, line_with(file, "direction: against"), message)


@pytest.mark.parametrize("about", ["rec-x", "rec-epidural", "college", "society"])
def test_a_controversy_about_either_side_tells_of_it(build, about):
    folder = build(recommendation("rec-x", "against", source="college"), controversy("ctr-x", about))
    assert found(folder) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"conditions": ["axial-pain"]},
        {"interventions": ["exercise"]},
        {"authority": "payer"},
        {"direction": "neither"},
    ],
)
def test_recommendations_that_do_not_meet_do_not_disagree(build, changes):
    record = {**recommendation("rec-x", "against", source="college"), **changes}
    assert found(build(record)) == []


def test_overlapping_conditions_meet(build):
    folder = build(recommendation("rec-x", "against", source="college", conditions=["chronic-sciatica"]))
    assert len(found(folder)) == 1


def test_acute_and_chronic_do_not_meet(tmp_path):
    records = [record for record in sound() if record["id"] != "rec-epidural"]
    folder = write_database(
        tmp_path,
        *records,
        recommendation("rec-a", duration="acute"),
        recommendation("rec-b", "against", source="college", duration="chronic"),
    )
    assert found(folder) == []
