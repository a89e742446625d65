"""A repository of an enemy, or an enemy's branch in an honest one: nothing of it is run, fetched or obeyed."""

from __future__ import annotations

import os
import subprocess
import textwrap
from pathlib import Path

import pytest

from medlint.errors import UsageError
from medlint.linting.configuration.configuring import Configuration
from medlint.linting.running import Run

SAFE = "# Sciatica\n\nKeep moving.\n"
PROMISE = "# Sciatica\n\nAn epidural steroid injection cures sciatica.\n"
MISSING = "1" * 40


@pytest.fixture
def trap(tmp_path):
    """A command that leaves a file behind, and how to see whether it ran."""
    sprung = tmp_path / "sprung"
    script = tmp_path / "trap.sh"
    script.write_text(f"#!/bin/sh\necho ran >> '{sprung}'\ncat\n")
    script.chmod(0o755)
    yield str(script)
    assert not sprung.exists(), "a program of the repository was run"


@pytest.fixture
def site(checkout):
    """An honest repository with a page, in which a rule is configured."""
    checkout.commit(**{"medlint.toml": 'select = ["cure"]\n', "ok.md": SAFE})
    return checkout


def codes(base, *paths):
    report = Run(Configuration({"select": "cure"}, environment={}), since=base).check_paths(paths or ["."])
    return [finding.code for file in report.files for finding in file.findings]


def with_every_trap(trap):
    """A configuration in which every setting of git that can start a program starts the trap."""
    return textwrap.dedent(f"""
        [core]
        \trepositoryformatversion = 1
        \tbare = false
        \tsshCommand = {trap}
        \tfsmonitor = {trap}
        \thooksPath = {Path(trap).parent}
        \tgitProxy = {trap}
        \tpager = {trap}
        \teditor = {trap}
        \taskPass = {trap}
        \tattributesFile = .attributes
        \talternateRefsCommand = {trap}
        [extensions]
        \tpartialClone = origin
        [remote "origin"]
        \turl = ssh://x/y
        \tpromisor = true
        \tuploadpack = {trap}
        \tfetch = +refs/heads/*:refs/remotes/origin/*
        [diff]
        \texternal = {trap}
        [diff "x"]
        \ttextconv = {trap}
        \tcommand = {trap}
        [filter "x"]
        \tclean = {trap}
        \tsmudge = {trap}
        \tprocess = {trap}
        \trequired = true
        [credential]
        \thelper = !{trap}
        [gpg]
        \tprogram = {trap}
        [uploadpack]
        \tpackObjectsHook = {trap}
        [alias]
        \trev-parse = !{trap}
        \tcat-file = !{trap}
        \tversion = !{trap}
        [protocol "ext"]
        \tallow = always
    """)


def a_bare_repository(folder: Path, config: str) -> None:
    """Make what git takes for a repository wherever it stands."""
    for name in ("objects", "refs"):
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "keep").write_text("")
    (folder / "HEAD").write_text("ref: refs/heads/main\n")
    (folder / "config").write_text(config)


def test_a_trap_springs_for_git_itself(tmp_path, monkeypatch):
    """The traps below are worth something: git as it is walks into one."""
    sprung = tmp_path / "sprung"
    bare = tmp_path / "evil"
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\necho ran > '{sprung}'\n")
    trap.chmod(0o755)
    a_bare_repository(bare, with_every_trap(trap).replace("bare = false", "bare = false\n\tworktree = ."))
    monkeypatch.chdir(bare)
    subprocess.run(["git", "show", f"{MISSING}:./a.md"], capture_output=True, check=False)
    assert sprung.exists()


def test_a_repository_inside_a_branch_is_no_repository(site, trap):
    base = site.git("rev-parse", "HEAD")
    config = with_every_trap(trap).replace("bare = false", "bare = false\n\tworktree = .")
    a_bare_repository(site.folder / "content" / "evil", config)
    site.commit(**{"content/evil/a.md": PROMISE})
    assert codes(base) == ["OVS101"]


def test_a_repository_inside_a_branch_is_none_either_for_who_stands_in_it(site, trap, monkeypatch):
    base = site.git("rev-parse", "HEAD")
    a_bare_repository(
        site.folder / "evil", with_every_trap(trap).replace("bare = false", "bare = false\n\tworktree = .")
    )
    site.commit(**{"evil/a.md": PROMISE})
    monkeypatch.chdir("evil")
    assert codes(base, "a.md") == ["OVS101"]


def test_replacements_inside_a_branch_hide_nothing(site):
    base = site.git("rev-parse", "HEAD")
    evil = site.folder / "content" / "evil"
    a_bare_repository(evil, "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n")
    changed = site.commit(**{"content/evil/a.md": PROMISE})
    subprocess.run(["cp", "-r", ".git/objects", str(evil)], check=True)
    (evil / "refs" / "replace").mkdir()
    (evil / "refs" / "replace" / base).write_text(f"{changed}\n")
    assert codes(base) == ["OVS101"]


def test_replacements_in_the_repository_itself_hide_nothing(site):
    base = site.git("rev-parse", "HEAD")
    changed = site.commit(**{"a.md": PROMISE})
    site.git("replace", base, changed)
    assert codes(base) == ["OVS101"]


def test_grafts_in_the_repository_itself_change_no_parents(site):
    base = site.git("rev-parse", "HEAD")
    changed = site.commit(**{"a.md": PROMISE})
    site.write(".git/info/grafts", f"{changed} {changed}\n")
    assert codes("HEAD~1") == codes(base) == ["OVS101"]


@pytest.mark.parametrize("base", [MISSING, "HEAD", "main", "origin/main", "HEAD~1"])
def test_the_configuration_of_the_repository_is_not_obeyed(site, trap, base):
    site.write(".gitattributes", "* diff=x filter=x\n")
    site.commit(**{"a.md": SAFE})
    site.write("a.md", PROMISE)
    site.write(".git/config", with_every_trap(trap))
    if base in (MISSING, "origin/main"):
        with pytest.raises(UsageError, match=r"--diff-base: .* is no revision that git knows"):
            codes(base)
    else:
        assert codes(base) == ["OVS101"]


@pytest.mark.parametrize(
    "how",
    [
        "[include]\n\tpath = {file}\n",
        '[includeIf "gitdir:/**"]\n\tpath = {file}\n',
        '[includeIf "onbranch:**"]\n\tpath = {file}\n',
    ],
    ids=["include", "if-folder", "if-branch"],
)
def test_no_configuration_is_included(site, trap, tmp_path, how):
    (tmp_path / "more").write_text(with_every_trap(trap))
    site.write("a.md", PROMISE)
    with site.folder.joinpath(".git/config").open("a") as file:
        file.write(how.format(file=tmp_path / "more"))
    assert codes("HEAD") == ["OVS101"]
    with pytest.raises(UsageError, match="no revision"):
        codes(MISSING)


def test_no_configuration_of_a_worktree_is_read(site, trap):
    site.git("config", "extensions.worktreeConfig", "true")
    site.write(".git/config.worktree", with_every_trap(trap))
    site.write("a.md", PROMISE)
    assert codes("HEAD") == ["OVS101"]
    with pytest.raises(UsageError, match="no revision"):
        codes(MISSING)


def test_a_gitfile_leads_to_no_configuration_that_is_obeyed(site, trap, tmp_path):
    site.write("a.md", PROMISE)
    (site.folder / ".git").rename(tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "config").write_text(with_every_trap(trap))
    site.write(".git", "gitdir: ../elsewhere\n")
    assert codes("HEAD") == ["OVS101"]
    with pytest.raises(UsageError, match="no revision"):
        codes(MISSING)


@pytest.mark.parametrize("content", ["gitdir: ../none\n", "gitdir:\n", "", "x" * 100_000, "gitdir: a\0b\n"])
def test_a_gitfile_that_names_no_repository_is_told(site, content, tmp_path):
    (site.folder / ".git").rename(tmp_path / "elsewhere")
    site.write(".git", content)
    with pytest.raises(UsageError, match=r"^--diff-base: .*\.git: names no "):
        codes("HEAD")


def test_a_submodule_is_not_entered(site, make_checkout, trap):
    inner = make_checkout("inner")
    inner.commit(**{"a.md": PROMISE})
    base = site.git("rev-parse", "HEAD")
    site.git("submodule", "--quiet", "add", str(inner.folder), "sub")
    site.write(".git/modules/sub/config", with_every_trap(trap))
    assert codes(base) == ["OVS101"]


def test_hooks_are_not_run(site, trap):
    for name in ("post-checkout", "reference-transaction", "post-index-change", "fsmonitor-watchman", "pre-commit"):
        hook = site.write(f".git/hooks/{name}", Path(trap).read_text())
        hook.chmod(0o755)
    site.write("a.md", PROMISE)
    assert codes("HEAD") == ["OVS101"]


def test_a_bundle_as_remote_is_not_unpacked(site, trap):
    site.git("bundle", "create", "--quiet", "x.bundle", "HEAD")
    site.write(".git/config", with_every_trap(trap).replace("ssh://x/y", "x.bundle"))
    site.write("a.md", PROMISE)
    with pytest.raises(UsageError, match="no revision"):
        codes(MISSING)


VARIABLES = {
    "GIT_SSH_COMMAND": "{trap}",
    "GIT_SSH": "{trap}",
    "GIT_EXTERNAL_DIFF": "{trap}",
    "GIT_PAGER": "{trap}",
    "GIT_EDITOR": "{trap}",
    "GIT_ASKPASS": "{trap}",
    "GIT_PROXY_COMMAND": "{trap}",
    "GIT_EXEC_PATH": "{folder}",
    "GIT_TEMPLATE_DIR": "{folder}",
    "GIT_DIR": "{folder}/evil",
    "GIT_WORK_TREE": "{folder}",
    "GIT_COMMON_DIR": "{folder}/evil",
    "GIT_OBJECT_DIRECTORY": "{folder}",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES": "{folder}",
    "GIT_NAMESPACE": "x",
    "GIT_REPLACE_REF_BASE": "refs/heads/",
    "GIT_CONFIG": "{folder}/more",
    "GIT_CONFIG_GLOBAL": "{folder}/more",
    "GIT_CONFIG_SYSTEM": "{folder}/more",
    "GIT_CONFIG_PARAMETERS": "'core.sshCommand'='{trap}'",
    "GIT_TRACE": "{folder}/trace",
    "GIT_TRACE2": "{folder}/trace",
    "GIT_SHALLOW_FILE": "{folder}/more",
}


@pytest.mark.parametrize("name", VARIABLES)
def test_no_variable_of_git_is_heard(site, trap, tmp_path, monkeypatch, name):
    a_bare_repository(tmp_path / "evil", with_every_trap(trap))
    (tmp_path / "more").write_text(with_every_trap(trap))
    monkeypatch.setenv(name, VARIABLES[name].format(trap=trap, folder=tmp_path))
    site.write("a.md", PROMISE)
    assert codes("HEAD") == ["OVS101"]
    assert not (tmp_path / "trace").exists()


def test_configuration_in_numbered_variables_is_not_heard(site, trap, monkeypatch):
    for name, value in {"COUNT": "1", "KEY_0": "core.sshCommand", "VALUE_0": trap}.items():
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)
    site.write("a.md", PROMISE)
    assert codes("HEAD") == ["OVS101"]


def test_what_a_partial_clone_lacks_is_not_fetched(site, monkeypatch, tmp_path):
    site.commit(**{"ok.md": PROMISE})
    site.git("config", "uploadpack.allowFilter", "true")
    site.git("clone", "--quiet", "--filter=blob:none", f"file://{site.folder}", "../partial")
    monkeypatch.chdir(tmp_path / "partial")
    before = sorted(Path(".git/objects").rglob("*"))
    with pytest.raises(UsageError, match=r"^--diff-base: the revision 'HEAD~1' is not complete in this repository"):
        codes("HEAD~1")
    assert sorted(Path(".git/objects").rglob("*")) == before


def test_what_a_clone_without_folders_lacks_is_not_fetched(site, monkeypatch, tmp_path):
    site.commit(**{"ok.md": PROMISE})
    site.git("config", "uploadpack.allowFilter", "true")
    site.git("clone", "--quiet", "--filter=tree:0", f"file://{site.folder}", "../partial")
    monkeypatch.chdir(tmp_path / "partial")
    with pytest.raises(UsageError, match=r"^--diff-base: the revision 'HEAD~1' is not complete in this repository"):
        codes("HEAD~1")


@pytest.mark.parametrize("target", ["/dev/zero", "/dev/null"])
@pytest.mark.usefixtures("site")
def test_a_list_of_further_objects_that_is_a_link_is_refused(target):
    Path(".git/objects/info/alternates").symlink_to(target)
    with pytest.raises(UsageError, match=r"alternates: is a link"):
        codes("HEAD")


@pytest.mark.usefixtures("site")
def test_a_list_of_further_objects_that_is_a_pipe_is_refused():
    os.mkfifo(".git/objects/info/alternates")
    with pytest.raises(UsageError, match=r"alternates: is no regular file"):
        codes("HEAD")


@pytest.mark.parametrize("address", ["//server/share", r"\\server\share"])
def test_objects_of_another_machine_are_not_looked_for(site, address):
    site.write(".git/objects/info/alternates", f"{address}\n")
    with pytest.raises(UsageError, match=r"alternates: names a folder of another machine"):
        codes("HEAD")


@pytest.mark.parametrize(
    "name", [".git/packed-refs", ".git/refs/heads/x", ".git/shallow", ".git/FETCH_HEAD", ".git/config"]
)
def test_pipes_among_the_files_of_the_repository_are_not_waited_for(site, name):
    base = site.git("rev-parse", "HEAD")
    Path(name).unlink(missing_ok=True)
    os.mkfifo(name)
    site.write("a.md", PROMISE)
    assert codes(base) == ["OVS101"]


@pytest.mark.parametrize("name", [".git/packed-refs", ".git/refs/heads/x", ".git/config"])
def test_links_among_the_files_of_the_repository_lead_nowhere(site, name):
    base = site.git("rev-parse", "HEAD")
    Path(name).unlink(missing_ok=True)
    Path(name).symlink_to("/dev/zero")
    site.write("a.md", PROMISE)
    assert codes(base) == ["OVS101"]


@pytest.mark.usefixtures("site")
def test_a_huge_file_in_the_place_of_branches_is_refused():
    with Path(".git/packed-refs").open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(UsageError, match="too many branches and tags"):
        codes("HEAD")


def test_a_repository_of_an_unknown_kind_is_refused(site):
    site.git("config", "extensions.objectFormat", "md5")
    with pytest.raises(UsageError, match="of a kind that is not known here"):
        codes("HEAD")


def test_broken_objects_are_told(site):
    site.commit(**{"ok.md": PROMISE})
    blob = site.git("rev-parse", "HEAD~1:ok.md")
    file = Path(".git/objects", blob[:2], blob[2:])
    file.chmod(0o644)
    file.write_bytes(b"broken")
    with pytest.raises(UsageError, match=r"is not complete in this repository"):
        codes("HEAD~1")


def test_a_revision_of_endless_folders_is_not_listed_to_the_end(site):
    """Ten folders in ten folders, ten levels deep, take eleven objects to store."""
    content = site.git("hash-object", "-w", "ok.md")
    tree = f"100644 blob {content}\told.md"
    for _ in range(10):
        made = subprocess.run(["git", "mktree"], input=tree, capture_output=True, text=True, check=True).stdout.strip()
        tree = "\n".join(f"040000 tree {made}\t{name}" for name in "abcdefghij")
    base = site.git("commit-tree", made, "-m", "x")
    site.write("a.md", PROMISE)
    assert codes(base) == ["OVS101"]
