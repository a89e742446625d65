"""What is written stays where it belongs: a link in a repository leads medlint nowhere."""

from __future__ import annotations

import os
import sys

import pytest

from medlint.atomic_write import replacing

PAGE = "# Sciatica\n\nAn epidural steroid injection cures sciatica.\n"
EMPTY = '{"version": 1,\n "entries": [\n ]}\n'
REGULAR = "medlint writes regular files only"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs the right to make links")


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository of somebody else's, beside files that are none of its business."""
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "page.md").write_text(PAGE)
    (tmp_path / "victim").write_text(EMPTY)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(folder)
    return folder


def outside(repository):
    """What lies beside the repository, with its contents."""
    paths = (path for path in repository.parent.rglob("*") if not path.is_relative_to(repository))
    return {path: path.read_text() for path in paths if path.is_file()}


@pytest.mark.parametrize("target", ["../victim", "../new", "page.md", "medlint-baseline.json", "../elsewhere"])
@pytest.mark.parametrize(
    ("link", "command"),
    [
        ("medlint-baseline.json", "baseline write page.md"),
        ("medlint-baseline.json", "baseline prune page.md"),
        ("medlint-baseline.json", "baseline write page.md --baseline medlint-baseline.json"),
        ("known.json", "baseline write page.md --config base.toml"),
        ("known.json", "baseline prune page.md --config base.toml"),
    ],
)
def test_a_baseline_that_is_a_link_is_refused(medlint, repository, link, command, target):
    (repository / "base.toml").write_text('baseline = "known.json"\n')
    (repository / link).symlink_to(target)
    before = outside(repository)
    result = medlint(*command.split())
    assert result.exit_code == 2
    assert result.stderr.endswith(f"{link}: is a link; {REGULAR}\n")
    assert result.stderr.count("\n") == 1
    assert outside(repository) == before
    assert (repository / link).is_symlink()
    assert (repository / "page.md").read_text() == PAGE


@pytest.mark.parametrize("target", ["../victim2", "page.md", "medlint.toml"])
def test_init_does_not_write_through_a_link(medlint, repository, target):
    (repository / "medlint.toml").symlink_to(target)
    before = outside(repository)
    result = medlint("init")
    assert result.exit_code == 2
    assert outside(repository) == before
    assert (repository / "page.md").read_text() == PAGE


def test_init_says_that_a_dangling_link_is_one(medlint, repository):
    (repository / "medlint.toml").symlink_to("../victim2")
    assert medlint("init").stderr == f"medlint: medlint.toml: is a link; {REGULAR}\n"


def test_init_does_not_replace_what_is_no_file(medlint, repository):
    os.mkfifo(repository / "medlint.toml")
    assert medlint("init").stderr == f"medlint: medlint.toml: is no regular file; {REGULAR}\n"


def test_a_new_rule_is_not_written_through_a_link(medlint, repository):
    (repository / "house-rules").mkdir()
    (repository / "house-rules" / "no-wonder-cures.yaml").symlink_to("../../new.yaml")
    result = medlint("new-rule", "no-wonder-cures")
    assert result.exit_code == 2
    assert "no-wonder-cures.yaml" in result.stderr
    assert set(outside(repository)) == {repository.parent / "victim"}


def test_the_folder_of_house_rules_is_no_link_unless_it_is_named(medlint, repository):
    (repository / "house-rules").symlink_to("../elsewhere")
    refused = medlint("new-rule", "no-wonder-cures")
    assert refused.exit_code == 2
    assert refused.stderr == ("medlint: house-rules: is a link; to write where it leads, name it: --dir house-rules\n")
    assert list((repository.parent / "elsewhere").iterdir()) == []
    assert medlint("new-rule", "no-wonder-cures", "--dir", "house-rules").exit_code == 0
    assert [path.name for path in (repository.parent / "elsewhere").iterdir()] == ["no-wonder-cures.yaml"]


@pytest.mark.parametrize("place", ["../victim", "../../x", "sub/../../victim", "{outside}/victim", "linked/victim"])
@pytest.mark.parametrize("command", ["write", "prune"])
def test_a_configured_baseline_outside_the_folder_of_the_configuration_is_read_only(
    medlint, repository, command, place
):
    (repository / "linked").symlink_to(repository.parent)
    configured = place.format(outside=repository.parent)
    (repository / "medlint.toml").write_text(f'baseline = "{configured}"\n')
    before = outside(repository)
    result = medlint("baseline", command, "page.md")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "lies outside the folder of this file and is read only" in result.stderr
    assert "--baseline FILE" in result.stderr
    assert outside(repository) == before


def test_what_a_configuration_builds_on_may_not_name_a_baseline_elsewhere(medlint, repository):
    (repository.parent / "--baseline").write_text('baseline = "victim"\n')  # named like an option
    (repository / "medlint.toml").write_text('extend = "../--baseline"\n')
    assert medlint("baseline", "write", "page.md").exit_code == 2
    assert (repository.parent / "victim").read_text() == EMPTY


def test_a_configured_baseline_elsewhere_is_still_used(medlint, repository):
    assert medlint("baseline", "write", "page.md", "--baseline", "../victim").exit_code == 0
    (repository / "medlint.toml").write_text('baseline = "../victim"\n')
    assert medlint("check", "page.md").exit_code == 0


@pytest.mark.parametrize("place", ["known.json", "./data/known.json", "linked/known.json"])
def test_a_baseline_below_the_configuration_is_written(medlint, repository, place):
    (repository / "data").mkdir()
    (repository / "linked").symlink_to("data")
    (repository / "medlint.toml").write_text(f'baseline = "{place}"\n')
    assert medlint("baseline", "write", "page.md").exit_code == 0
    assert (repository / place).is_file()


@pytest.mark.parametrize("how", ["--baseline", "MEDLINT_BASELINE"])
def test_the_user_may_have_a_baseline_anywhere(medlint, repository, monkeypatch, how):
    (repository / "medlint.toml").write_text('baseline = "../../x"\n')
    flags = ("--baseline", "../known.json") if how == "--baseline" else ()
    if not flags:
        monkeypatch.setenv(how, "../known.json")
    assert medlint("baseline", "write", "page.md", *flags).exit_code == 0
    assert "OVS101" in (repository.parent / "known.json").read_text()


def test_a_report_goes_where_the_link_leads_that_the_user_names(medlint, repository):
    (repository / "report.json").symlink_to("../victim")
    assert medlint("check", "page.md", "--format", "json", "-o", "report.json").exit_code == 1
    assert (repository / "report.json").is_symlink()
    assert "OVS101" in (repository.parent / "victim").read_text()


@pytest.mark.parametrize("option", [("-o", "a"), ("--output", "json=a")])
def test_a_circle_of_links_is_told(medlint, repository, option):
    (repository / "a").symlink_to("b")
    (repository / "b").symlink_to("a")
    result = medlint("check", "page.md", *option)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "medlint: cannot write a: Too many levels of symbolic links\n"


@pytest.mark.parametrize("name", ["report.json", "medlint-baseline.json"])
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444])
def test_a_file_that_is_replaced_keeps_its_permissions(medlint, repository, name, mode):
    (repository / name).write_text(EMPTY)
    (repository / name).chmod(mode)
    medlint("check", "page.md", "--format", "json", "-o", "report.json")
    medlint("baseline", "write", "page.md")
    assert (repository / name).stat().st_mode & 0o777 == mode
    assert "OVS101" in (repository / name).read_text()


def test_a_link_that_lies_in_wait_under_the_temporary_name_is_not_followed(repository, monkeypatch):
    monkeypatch.setattr("os.urandom", lambda count: b"\0" * count)
    (repository / ".medlint-0000000000000000.part").symlink_to("../victim")
    with pytest.raises(FileExistsError), replacing(repository / "report.json") as stream:
        stream.write("theirs")
    assert (repository.parent / "victim").read_text() == EMPTY


def test_a_temporary_name_cannot_be_foretold(repository):
    names = set()
    for _ in range(3):
        with replacing(repository / "report.json"):
            names.update(path.name for path in repository.glob(".medlint-*.part"))
    assert len(names) == 3
    assert not list(repository.glob(".medlint-*"))


def test_the_longest_name_that_a_folder_holds_can_be_written(medlint, repository):
    name = "r" * 250 + ".json"
    assert medlint("check", "page.md", "--format", "json", "-o", name).exit_code == 1
    assert (repository / name).is_file()


@pytest.mark.usefixtures("repository")
def test_new_files_do_not_need_hard_links(medlint, monkeypatch):
    def refuse(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    assert medlint("new-rule", "no-wonder-cures").exit_code == 0
    assert medlint("new-rule", "no-wonder-cures").stderr == (
        f"medlint: house-rules{os.sep}no-wonder-cures.yaml is there already\n"
    )
