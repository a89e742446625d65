import json

import pytest

PAGE = """# Epidural steroid injections for sciatica

They give *lasting* relief. They do not relieve back pain.

Rarely, an epidural steroid injection causes a stroke.
"""


@pytest.fixture
def why(medlint, page):
    result = medlint("extract", "--why", page, env={"COLUMNS": "100"})
    assert (result.stderr, result.exit_code) == ("", 0)
    return result.stdout


def paragraph(text, words):
    return next(" ".join(part.split()) for part in text.split("\n\n") if words in part)


def test_why_begins_with_the_facts_of_the_article(why, page):
    head = why.split("\n\n")[0]
    assert head.startswith(str(page))
    assert "epidural-steroid-injection" in head
    assert "risk serious" in head


@pytest.mark.parametrize("options", [(), ("--why", "--format", "json")])
def test_extract_tells_what_is_not_read(medlint, page, options):
    page.write_text(f"{PAGE}\n    Heals all backs\n", encoding="utf-8")
    left_out = json.loads(medlint("extract", page, *options).stdout)["left_out"]
    assert left_out == [{"reason": "code", "pieces": 1, "words": 3}]


def test_why_tells_what_is_not_read(medlint, page):
    page.write_text(f"{PAGE}\n    Heals all backs\n", encoding="utf-8")
    assert "not read  3 words of code and preformatted text\n" in medlint("extract", "--why", page).stdout


def test_why_shows_where_a_topic_was_carried_over_from(why):
    assert "from the heading (1:3 “Epidural steroid injections”)" in paragraph(why, "3:1 [paragraph]")


def test_why_shows_a_claim_from_its_cues_to_its_verdict(why):
    text = paragraph(why, "They give")
    assert "durable.lasting “lasting”" in text
    assert "claim durability “lasting relief”: plain (5), horizon long" in text
    assert "read from lasting-benefit, durable.lasting, benefit-noun.relief" in text
    assert "verdict overstated:" in text
    assert "records: ev-" in text


def test_why_names_the_rules_that_spoke_and_those_that_were_held_back(why):
    text = paragraph(why, "They give")
    assert "rule OVS103 unsupported-durability “lasting relief”, high confidence" in text
    assert "not shown: its confidence is low" in text


def test_why_shows_what_a_negation_acts_on(why):
    text = paragraph(why, "They do not relieve")
    assert "“not” over “relieve back pain.”" in text
    assert "denied (0)" in text
    assert "rule" not in text


def test_why_shows_what_is_disclosed(why):
    assert "told harm “stroke”: stroke, catastrophic, of the whole article" in paragraph(why, "causes a stroke")


def test_why_shows_the_rules_that_a_check_shows(medlint, page):
    sentences = json.loads(medlint("extract", "--why", "--format", "json", page).stdout)["sentences"]
    shown = {(r["code"], r["start"]["offset"]) for s in sentences for r in s["rules"] if r["held_back"] is None}
    report = json.loads(medlint("check", "--format", "json", page).stdout)
    found = {(f["code"], f["start"]["offset"]) for f in report["files"][0]["findings"]}
    assert shown == found
    assert found


def test_why_as_json_holds_every_step(medlint, page):
    content = json.loads(medlint("extract", "--why", "--format", "json", page).stdout)
    assert content["version"] == 1
    assert content["article"]["risk"] == "serious"
    lasting = next(s for s in content["sentences"] if s["text"].startswith("They give"))
    assert lasting["topic"]["interventions_from"] == "heading"
    assert lasting["carried"][0]["words"]["text"] == "Epidural steroid injections"
    assert {"durable.lasting", "give-verb.provide"} <= {c["cue"] for c in lasting["cues"]}
    claim = next(c for c in lasting["claims"] if c["kind"] == "durability")
    assert claim["judgement"]["verdict"] == "overstated"
    assert claim["judgement"]["records"]
    negation = next(s for s in content["sentences"] if s["text"].startswith("They do not"))["triggers"][0]
    assert (negation["text"], negation["scope"]["text"]) == ("not", "relieve back pain.")


def test_every_word_shown_as_json_stands_at_its_place(medlint, page):
    content = json.loads(medlint("extract", "--why", "--format", "json", page).stdout)
    for sentence in content["sentences"]:
        for item in (*sentence["mentions"], *sentence["cues"], *sentence["triggers"], *sentence["rules"]):
            source = PAGE[item["start"]["offset"] : item["end"]["offset"]]
            assert source.replace("*", "") == item["text"].replace("*", "")


def test_text_is_only_for_why(medlint, page):
    result = medlint("extract", "--format", "text", page)
    assert (result.stdout, result.exit_code) == ("", 2)
    assert "--format text needs --why" in result.stderr


def test_why_says_why_a_file_cannot_be_read(medlint, tmp_path):
    result = medlint("extract", "--why", tmp_path / "missing.md")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr.count("\n") == 1


def test_the_help_explains_every_label(medlint, why):
    explained = medlint("extract", "--help").stdout
    labels = {line.split()[0] for line in why.splitlines() if line[:2] == "  " and line[2:3].strip()} - {"article"}
    assert labels
    assert all(f" {label} " in explained for label in labels)
