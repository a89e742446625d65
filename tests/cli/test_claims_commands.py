"""`medlint claims`: browsing and checking the claims database."""

import json

import pytest

OWN = """\
harms:
  - id: harm-house-epidural-rash
    interventions: [epidural-steroid-injection]
    harm: rash
    seriousness: minor
    frequency: not known
    source: aan-2025
    says: Some people had a rash where the plaster was.
    locator: table 9
    verified: primary
    seen_at: the leaflet of our clinic
    checked_by: A. Curator
    checked_on: 2026-11-20
    review_by: 2028-11-30
"""
TODAY = ("--today", "2026-11-21")


@pytest.fixture
def own(tmp_path):
    """A database of one's own: its folder, and a way to write its one topic file."""
    folder = tmp_path / "claims_db"
    (folder / "topics").mkdir(parents=True)
    (folder / "topics" / "house.yaml").write_text(OWN)
    return folder


def topic(folder):
    return folder / "topics" / "house.yaml"


# list


def test_records_are_listed_by_treatment_under_their_kind_with_source_and_grade(medlint):
    text = medlint("claims", "list", "--intervention", "kyphoplasty", "--kind", "harms").stdout
    assert text.startswith("harms (")
    assert "\n  harm-kp-leak-2012-kyphoplasty-cement-leak\n    kp-leak-2012 (2012): cement-leak, serious" in text
    assert text.endswith(" records\n")


@pytest.mark.parametrize(
    ("option", "name", "identifier"),
    [
        ("--intervention", "cortisone epidural", "epidural-steroid-injection"),
        ("--condition", "sciatica", "radicular-pain"),
        ("--source", "AAN", "aan-2025"),
    ],
)
def test_names_will_do_for_identifiers(medlint, option, name, identifier):
    by_name = medlint("claims", "list", option, name).stdout
    assert by_name == medlint("claims", "list", option, identifier).stdout
    assert "ev-aan-radicular-pain-short" in by_name


def test_a_list_as_json_holds_whole_records(medlint):
    records = json.loads(medlint("claims", "list", "--source", "aan-2025", "--format", "json").stdout)
    assert {record["source"] for record in records} == {"aan-2025"}
    assert {"id", "record_kind", "says", "locator", "seen_at", "checked_on"} <= records[0].keys()


def test_an_unknown_treatment_is_answered_with_the_nearest(medlint):
    result = medlint("claims", "list", "--intervention", "kypoplasty")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert "did you mean 'kyphoplasty'?" in result.stderr


# show


def test_show_tells_the_whole_provenance_of_a_record(medlint):
    text = medlint("claims", "show", "rec-bmj-radic-epidural").stdout
    assert text.startswith("rec-bmj-radic-epidural (recommendations)\n")
    for label in ("locator", "verified", "seen at", "checked by", "checked on", "review by", "source", "direction"):
        assert f"\n  {label}  " in text
    for title in ("Record", "Where it comes from", "Contested by", "In dispute: ctr-bmj-2025", "Named by: wording"):
        assert f"\n{title}\n" in text
    assert "epidural-steroid-injection.yaml:" in text


def test_show_takes_a_lay_name_and_tells_of_the_concept(medlint):
    assert medlint("claims", "show", "nerve burning").stdout.startswith("radiofrequency-ablation (intervention)\n")


def test_show_as_json_holds_the_chain(medlint):
    chain = json.loads(medlint("claims", "show", "rec-bmj-radic-epidural", "--format", "json").stdout)
    assert chain["source"]["id"] == "bmj-2025-cpg"
    assert {each["id"] for each in chain["contested_by"]} >= {"ipsis-2025-multisociety"}
    assert {"entry", "place", "controversies", "rests_on", "named_by"} <= chain.keys()


def test_pages_fit_the_terminal(medlint):
    for arguments in (("show", "rec-bmj-radic-epidural"), ("list",), ("stats",), ("search", "sciatica")):
        text = medlint("claims", *arguments, env={"COLUMNS": "80"}).stdout
        assert max(map(len, text.splitlines())) <= 80


# search


def test_search_forgives_spelling_and_says_by_which_name_it_found(medlint):
    lines = medlint("claims", "search", "nerve", "burnning").stdout.splitlines()
    assert lines[0] == "radiofrequency-ablation"
    assert "by 'nerve burning'" in lines[1]


def test_a_search_without_an_answer_exits_with_1(medlint):
    result = medlint("claims", "search", "xyzzy")
    assert (result.stdout, result.exit_code) == ("nothing found\n", 1)


def test_search_as_json_is_limited_as_asked(medlint):
    hits = json.loads(medlint("claims", "search", "epidural", "-n", "3", "--format", "json").stdout)
    assert [set(hit) for hit in hits] == [{"id", "kind", "score", "matched", "says"}] * 3


# check


def test_the_shipped_database_passes(medlint):
    result = medlint("claims", "check", *TODAY)
    assert (result.stdout, result.stderr, result.exit_code) == ("", "0 errors, 0 warnings.\n", 0)


@pytest.mark.parametrize(
    ("sound", "broken", "message"),
    [
        ("source: aan-2025", "source: aan-2052", "error: source: there is no source 'aan-2052'; did you mean 'aan-20"),
        ("harm: rash", "harm: rahs", "error: harm: there is no harm 'rahs'; did you mean 'rash'?"),
        ("seriousness: minor", "seriousness: small", "error: seriousness: 'small' is not 'minor', 'serious' or"),
        ("locator: table 9", "locater: table 9", "error: unknown key 'locater'; did you mean 'locator'?"),
        ("checked_on: 2026-11-20", "checked_on: lately", "error: checked_on: "),
        ("says: Some people", "says: &some people", "error: "),
        ("[epidural-steroid-injection]", "[sciatica]", "error: interventions: there is no intervention 'sciatica'"),
        ("review_by: 2028-11-30", "review_by: 2026-01-01", "warning: 'harm-house-epidural-rash' was to be reviewed by"),
    ],
)
def test_what_is_broken_is_told_with_file_and_line(medlint, own, sound, broken, message):
    text = OWN.replace(sound, broken)
    topic(own).write_text(text)
    line = next(number for number, row in enumerate(text.splitlines(), 1) if broken in row)
    result = medlint("claims", "check", "--claims-db", own, *TODAY)
    assert f"{topic(own)}:{line}: {message}" in result.stdout
    assert result.exit_code == (0 if message.startswith("warning") else 1)


def test_warnings_fail_only_where_asked(medlint, own):
    topic(own).write_text(OWN.replace("2028-11-30", "2026-01-01"))
    arguments = ("claims", "check", "--claims-db", own, *TODAY)
    assert medlint(*arguments).exit_code == 0
    assert medlint(*arguments, "--fail-on", "warning").exit_code == 1


def test_the_day_decides_what_is_overdue(medlint, own):
    assert "harm-house" not in medlint("claims", "check", "--claims-db", own, "--today", "2028-11-30").stdout
    assert "harm-house" in medlint("claims", "check", "--claims-db", own, "--today", "2028-12-01").stdout


def test_problems_as_json(medlint, own):
    topic(own).write_text(OWN.replace("harm: rash", "harm: rahs"))
    (problem,) = json.loads(medlint("claims", "check", "--claims-db", own, "--format", "json", *TODAY).stdout)
    assert problem["line"] == 4
    assert problem["severity"] == "error"


@pytest.mark.parametrize(
    "arguments", [("--claims-db", "nowhere"), ("nowhere.yaml",), ("--today", "soon"), ("--alone",)]
)
def test_what_cannot_be_checked_exits_with_2(medlint, arguments):
    result = medlint("claims", "check", *arguments)
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr.count("\n") == 1


def test_a_changed_file_stands_for_its_database(medlint, own):
    topic(own).write_text(OWN.replace("harm: rash", "harm: rahs"))
    result = medlint("claims", "check", topic(own), *TODAY)
    assert result.stdout.startswith(f"{topic(own)}:4: error: ")


# schema


def test_schema_prints_json_schema_of_all_files_or_of_one(medlint):
    whole = json.loads(medlint("claims", "schema").stdout)
    assert whole["$schema"].startswith("https://json-schema.org/")
    sources = json.loads(medlint("claims", "schema", "sources").stdout)
    assert set(sources["properties"]) == {"sources"}


# stats


def test_stats_count_own_records_and_in_brackets_those_on_broader_treatments(medlint):
    rows = [row.split() for row in medlint("claims", "stats", env={"COLUMNS": "100"}).stdout.splitlines()]
    advice = {row[0]: row[1] for row in rows if len(row) > 8}
    assert advice["epidural-steroid-injection"].isdigit()
    assert advice["dorsal-root-ganglion-stimulation"].startswith("(")
    text = medlint("claims", "stats", "--format", "markdown").stdout
    assert "| epidural-steroid-injection |" in text
    assert json.loads(medlint("claims", "stats", "--format", "json").stdout)["rows"]


# databases of one's own


def test_records_of_ones_own_are_seen_by_every_command_and_the_variable_will_do(medlint, own):
    name = "harm-house-epidural-rash"
    options = ("--claims-db", own)
    assert medlint("claims", "show", name, *options).exit_code == 0
    assert name in medlint("claims", "list", "--kind", "harms", *options).stdout
    assert medlint("claims", "search", name, *options).stdout.startswith(name)
    assert medlint("claims", "show", name, env={"MEDLINT_CLAIMS_DB": str(own)}).exit_code == 0
    assert medlint("claims", "show", name).exit_code == 2


def test_the_later_of_two_folders_wins(medlint, own, tmp_path):
    later = tmp_path / "later" / "topics"
    later.mkdir(parents=True)
    (later / "house.yaml").write_text(OWN.replace("Some people", "Many people"))
    show = ("claims", "show", "harm-house-epidural-rash")
    assert "Many people" in medlint(*show, "--claims-db", own, "--claims-db", later.parent).stdout
    assert "Some people" in medlint(*show, "--claims-db", later.parent, "--claims-db", own).stdout


def test_version_extract_and_check_read_them_too(medlint, own, tmp_path):
    article = tmp_path / "article.md"
    article.write_text("An epidural steroid injection may ease sciatica.\n")
    shipped = medlint("version").stdout
    assert medlint("version", "--claims-db", own).stdout != shipped
    topic(own).write_text(OWN.replace("source: aan-2025", "source: nobody"))
    for command in ("version", "extract", "check"):
        result = medlint(command, *(() if command == "version" else (article,)), "--claims-db", own)
        assert result.exit_code == 2
        assert f"{topic(own)}:7: no source 'nobody'" in result.stderr


# the group


def test_an_unknown_command_of_the_group_is_answered_with_the_nearest(medlint):
    result = medlint("claims", "serach")
    assert result.exit_code == 2
    assert "there is no command 'serach'; did you mean 'search'?" in result.stderr
