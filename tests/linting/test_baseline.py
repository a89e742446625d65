"""Known findings: which stay known, which are new, which are gone."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from medlint.cli.baselining import prune, write
from medlint.errors import UsageError
from medlint.linting.baseline import NAME, read_baseline
from medlint.linting.configuration.configuring import Configuration
from medlint.linting.running import Run

CURE = "Epidural steroid injections cure sciatica."
SAFE = "Epidural steroid injections are completely safe."
NOTE = "<!-- medlint: ignore[OVS101] until:2027-06-30 -- a quotation -->\n"
TODAY = date(2027, 6, 30)
CONFIG = f'baseline = "{NAME}"\nselect = ["overstatement", "suppression"]\n'


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "medlint.toml").write_text(CONFIG)

    def put(text, name="page.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    return put


def settings(**flags):
    return Configuration(flags, environment={})


def check(*paths, since=None, **flags):
    run = Run(settings(**flags), TODAY, since)
    return run, run.check_paths(paths or ["."])


def stale(*paths, **flags):
    run, report = check(*paths, **flags)
    return run.stale(report.files)


def codes(report):
    return [finding.code for file in report.files for finding in file.findings]


@pytest.fixture
def known(site, tmp_path):
    """A page with one known finding."""
    site(f"# Sciatica\n\n{CURE}\n")
    write(["."], settings(), TODAY)
    return tmp_path / NAME


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere names of files are text")
def test_a_file_whose_name_is_no_text_is_known_too(site, tmp_path):
    site("")
    Path(os.fsdecode(b"\xff.md")).write_text(f"# Sciatica\n\n{CURE}\n")
    write(["."], settings(), TODAY)
    assert [entry.path for entry in read_baseline(tmp_path / NAME).entries] == ["\udcff.md"]
    assert codes(check()[1]) == []


CHANGES = [
    ("nothing changes", f"# Sciatica\n\n{CURE}\n", [], 0),
    ("lines are put before it", f"# Sciatica\n\nNew.\n\nMore.\n\n{CURE}\n", [], 0),
    ("it is wrapped anew", "# Sciatica\n\nEpidural steroid injections\ncure sciatica.\n", [], 0),
    ("its case changes", f"# Sciatica\n\n{CURE.upper()}\n", [], 0),
    ("it moves into a list", f"# Sciatica\n\n- {CURE}\n", [], 0),
    ("another promise is made", f"# Sciatica\n\n{CURE}\n\n{SAFE}\n", ["OVS104"], 0),
    ("the same promise is made again", f"# Sciatica\n\n{CURE}\n\n{CURE}\n", ["OVS101"], 0),
    ("its sentence is changed", "# Sciatica\n\nOur epidural steroid injections cure sciatica.\n", ["OVS101"], 1),
    ("a note keeps it back", f"# Sciatica\n\n{NOTE}\n{CURE}\n", [], 1),
    ("it is mended", "# Sciatica\n\nEpidural steroid injections may ease leg pain.\n", [], 1),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found", "stale"), [c[1:] for c in CHANGES], ids=[c[0].replace(" ", "-") for c in CHANGES]
)
@pytest.mark.usefixtures("known")
def test_a_known_finding(site, text, found, stale):
    site(text)
    run, report = check()
    assert codes(report) == found
    assert len(run.stale(report.files)) == stale


@pytest.mark.usefixtures("known")
def test_what_is_known_is_kept_back_with_the_name_of_the_baseline():
    ((file,),) = [check()[1].files]
    (finding,) = file.suppressed
    assert finding.suppression.reason == f"known: in {NAME}"
    assert finding.suppression.line is None


def test_a_baseline_holds_no_lines_and_is_the_same_each_time(known):
    first = known.read_bytes()
    assert b'"line"' not in first
    write(["."], settings(), TODAY)
    assert known.read_bytes() == first
    assert [path.name for path in known.parent.iterdir() if path.name.endswith(".part")] == []


@pytest.mark.usefixtures("known")
def test_the_same_words_in_another_file_are_new(site):
    site(f"# Sciatica\n\n{CURE}\n", "other.md")
    assert codes(check()[1]) == ["OVS101"]


@pytest.mark.usefixtures("known")
def test_paths_are_counted_from_the_baseline_wherever_one_stands(tmp_path, monkeypatch):
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path / "deep")
    assert codes(check("../page.md")[1]) == []


def test_writing_some_files_leaves_what_is_known_of_others(known, site):
    site(f"# Sciatica\n\n{SAFE}\n", "other.md")
    write(["other.md"], settings(), TODAY)
    assert [(entry.path, entry.code) for entry in read_baseline(known).entries] == [
        ("other.md", "OVS104"),
        ("page.md", "OVS101"),
    ]


@pytest.mark.usefixtures("site")
def test_what_is_mandatory_is_neither_written_nor_kept_back(known):
    assert codes(check(mandatory="cure")[1]) == ["OVS101"]
    write(["."], settings(mandatory="cure"), TODAY)
    assert read_baseline(known).entries == ()


def test_what_is_gone_is_pruned_and_the_rest_kept(known, site):
    site(f"# Sciatica\n\n{CURE}\n\n{SAFE}\n")
    write(["."], settings(), TODAY)
    site(f"# Sciatica\n\n{SAFE}\n")
    assert prune(["."], settings(), TODAY).endswith("1 entries taken out, 1 left")
    assert [entry.code for entry in read_baseline(known).entries] == ["OVS104"]
    assert codes(check()[1]) == []


@pytest.mark.usefixtures("known")
def test_entries_on_a_file_that_is_gone_are_stale(site, tmp_path):
    site("Keep moving.", "other.md")
    (tmp_path / "page.md").unlink()
    assert len(stale()) == 1


@pytest.mark.usefixtures("known")
def test_entries_on_files_that_were_not_checked_are_not_stale(site):
    site("Keep moving.", "other.md")
    assert stale("other.md") == ()


@pytest.mark.parametrize("flags", [{"select": "OVS104"}, {"confidence": "high", "select": "OVS104"}])
@pytest.mark.usefixtures("known")
def test_entries_of_rules_that_do_not_run_are_not_stale(flags):
    assert stale(**flags) == ()


def test_a_suppressed_finding_is_not_written(site, tmp_path):
    site(f"<!-- medlint: ignore[cure] until:2027-06-30 -- weighed -->\n{CURE}\n")
    write(["."], settings(), TODAY)
    assert read_baseline(tmp_path / NAME).entries == ()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("{", "broken baseline"),
        ("[]", "this is no baseline of version 1"),
        ('{"version": 2, "entries": []}', "this is no baseline of version 1"),
        ('{"version": 1, "entries": [{"path": "a"}]}', "entry 1 "),
        ('{"version": 1, "entries": [{"path":1,"fingerprint":"","code":"","confidence":"","text":""}]}', "entry 1 "),
    ],
)
def test_a_broken_baseline_is_refused(known, content, problem):
    known.write_text(content)
    with pytest.raises(UsageError, match=problem):
        check()


def test_a_missing_baseline_is_named(site):
    site("Keep moving.")
    with pytest.raises(UsageError, match="there is no such baseline; 'medlint baseline write' makes one"):
        check()


def test_nothing_is_written_if_a_file_cannot_be_checked(known, tmp_path):
    before = known.read_bytes()
    (tmp_path / "binary.md").write_bytes(b"\0\1")
    with pytest.raises(UsageError, match="left as it was"):
        write(["."], settings(), TODAY)
    assert known.read_bytes() == before


@pytest.fixture
def repository(site, tmp_path):
    """A repository with a page that promises a cure."""
    (tmp_path / ".git").rmdir()
    (tmp_path / "medlint.toml").write_text('select = ["overstatement", "suppression"]\n')
    site(f"# Sciatica\n\nSome say that {CURE[0].lower()}{CURE[1:]}\n\n{CURE} Keep moving.\n")
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "x"]):
        subprocess.run([*git, *arguments], cwd=tmp_path, check=True)
    return site


SINCE = [
    ("nothing is new", f"# Sciatica\n\n{CURE} Keep moving.\n", []),
    ("a sentence moves", f"# Sciatica\n\nKeep moving.\n\n- {CURE}\n", []),
    ("a sentence is wrapped", f"# Sciatica\n\n{CURE.replace(' cure', chr(10) + 'cure')}\n", []),
    ("a sentence is new", f"# Sciatica\n\n{CURE} {SAFE}\n", ["OVS104"]),
    ("a sentence is cut down to its promise", "# Sciatica\n\nSteroid injections cure sciatica.\n", ["OVS101"]),
    ("a note is new", f"# Sciatica\n\n<!-- medlint: ignore[cure] -->\n{CURE}\n", ["SUP003"]),
]


@pytest.mark.parametrize(("text", "found"), [c[1:] for c in SINCE], ids=[c[0].replace(" ", "-") for c in SINCE])
def test_only_what_is_new_since_a_revision_is_reported(repository, text, found):
    repository(text)
    assert codes(check(since="HEAD")[1]) == found


def test_a_file_that_the_revision_does_not_have_is_new(repository):
    repository(f"# Sciatica\n\n{CURE}\n", "sub/new.md")
    assert codes(check("sub/new.md", since="HEAD")[1]) == ["OVS101"]


def test_a_file_that_was_moved_has_nothing_new(repository, tmp_path):
    for name in ("moved.md", "deeper/page.md", "Page.md"):
        target = tmp_path / name
        target.parent.mkdir(exist_ok=True)
        (tmp_path / "page.md").rename(target)
        assert codes(check(since="HEAD")[1]) == []
        target.rename(tmp_path / "page.md")
    repository(f"# Sciatica\n\n{CURE}\n\nWalk every day. {SAFE}\n", "moved.md")
    (tmp_path / "page.md").unlink()
    assert codes(check("moved.md", since="HEAD")[1]) == ["OVS104"]


def test_a_section_that_was_moved_to_another_file_is_not_new(repository):
    repository("# Sciatica\n\nKeep moving.\n")
    repository(f"# Leg pain\n\nWalk every day.\n\n## Sciatica\n\n{CURE} Keep moving.\n", "other.md")
    assert codes(check("other.md", since="HEAD")[1]) == []


def test_a_sentence_that_was_copied_to_another_file_is_new(repository):
    repository(f"# Sciatica\n\n{CURE}\n", "other.md")
    assert codes(check("other.md", since="HEAD")[1]) == ["OVS101"]


def test_a_sentence_that_was_not_reported_where_it_stood_is_new_where_it_is(repository, tmp_path):
    (tmp_path / "page.md").write_text(f"# Myths on sciatica\n\nIt is false that {CURE[0].lower()}{CURE[1:]}\n")
    commit(tmp_path)
    (tmp_path / "page.md").unlink()
    repository(f"# Sciatica\n\n{CURE}\n", "moved.md")
    assert codes(check("moved.md", since="HEAD")[1]) == ["OVS101"]


def commit(folder):
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["add", "--all"], ["commit", "-q", "-m", "x"]):
        subprocess.run([*git, *arguments], cwd=folder, check=True)


NOTE = "<!-- medlint: ignore[cure] -- weighed by the board -->\n"


def test_a_finding_is_new_once_its_note_is_removed(repository, tmp_path):
    repository(f"# Sciatica\n\n{NOTE}{CURE}\n\nKeep moving.\n")
    commit(tmp_path)
    assert codes(check(since="HEAD")[1]) == []
    repository(f"# Sciatica\n\n{CURE}\n\nKeep moving.\n")
    assert codes(check(since="HEAD")[1]) == ["OVS101"]


def test_a_finding_is_new_once_its_note_stands_elsewhere(repository, tmp_path):
    repository(f"# Sciatica\n\n{NOTE}{CURE}\n\nKeep moving.\n")
    commit(tmp_path)
    repository(f"# Sciatica\n\n{CURE}\n\n{NOTE}Keep moving.\n")
    assert "OVS101" in codes(check(since="HEAD")[1])


def test_what_is_mandatory_is_reported_however_old_it_is(repository):
    repository(f"# Sciatica\n\n{CURE} Keep moving.\n")
    assert codes(check(since="HEAD", mandatory="cure")[1]) == ["OVS101"]


@pytest.mark.usefixtures("repository")
def test_a_risk_that_is_no_longer_told_is_new(site, tmp_path):
    (tmp_path / "medlint.toml").write_text('select = ["risk"]\n')
    page = "# Sciatica\n\nAn epidural steroid injection may ease sciatica for some weeks.\n"
    site(page + "\nIt can cause headache, infection, bleeding and, rarely, loss of sight or paralysis.\n")
    commit(tmp_path)
    before = codes(check(since="HEAD")[1])
    site(page)
    assert before == []
    assert "RSK201" in codes(check(since="HEAD")[1])


@pytest.mark.parametrize("name", ["no-such-branch", "--help", "HEAD:page.md"])
@pytest.mark.usefixtures("repository")
def test_a_revision_that_git_does_not_know_is_refused(name):
    with pytest.raises(UsageError, match="is no revision that git knows"):
        check(since=name)


@pytest.mark.usefixtures("site")
def test_outside_a_repository_there_are_no_revisions():
    with pytest.raises(UsageError, match="this is no git repository"):
        check(since="HEAD")


@pytest.mark.usefixtures("known")
def test_what_an_article_leaves_out_is_known_wherever_in_it_that_is_said(site):
    page = "# Sciatica\n\nEpidural steroid injections {}.\n\nThey often relieve sciatica.\n"
    site(page.format("cure sciatica"))
    write(["."], Configuration({"extend_select": ("risk",)}, environment={}), TODAY)
    site(page.format("may ease sciatica"))
    assert [code for code in codes(check(extend_select=("risk",))[1]) if code.startswith(("RSK", "CON"))] == []


def test_a_large_baseline_is_looked_through_once(tmp_path, monkeypatch):
    from medlint.linting.baseline import Baseline, Entry
    from medlint.linting.findings import FileReport

    asked = []
    monkeypatch.setattr(Baseline, "name_of", lambda _, path: asked.append(path) or path)
    entries = tuple(Entry(f"{number // 5}.md", f"{number:016x}", "OVS101", "high", "cures") for number in range(5000))
    baseline = Baseline(tmp_path / NAME, entries)
    for number in range(1000):
        baseline.apply(FileReport(f"{number}.md"))
    assert len(asked) == 1000
