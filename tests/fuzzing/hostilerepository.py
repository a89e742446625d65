"""A repository in the states that were drawn: settings that start programs, objects that are missing or replaced.

Whatever could start a program starts a canary, which leaves a file behind; every address leads to this machine.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from commandline import CLAIM
from gitstates import TOLD

_KEPT = []  # until the session ends


@cache
def _template():
    """A repository with two commits: what stands in it, and the first commit's hash."""
    folder = _folder()
    (folder / "sub").mkdir()
    for name in ("article.md", "sub/old.md"):
        (folder / name).write_text(f"# Sciatica\n\n{CLAIM}\n")
    git(folder, "init", "-q", "-b", "main", "--template=")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "base")
    git(folder, "tag", "v1")
    git(folder, "commit", "-q", "--allow-empty", "-m", "more")
    return folder, git(folder, "rev-parse", "HEAD~1")


def git(folder, *arguments):
    """What git says, asked in a folder by nobody in particular."""
    whose = {"GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x", "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x"}
    kept = {"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1", **whose}
    done = subprocess.run(["git", *arguments], cwd=folder, env=kept, capture_output=True, text=True, check=True)
    return done.stdout.strip()


class Repository:
    """The repository of a `Site` with the states that were drawn; `base` is its first commit, which lacks `new`."""

    def __init__(self, place, name, port):
        self.place, self.port, self.new = place, port, name
        shutil.copytree(_template()[0], place.site, dirs_exist_ok=True)
        self.base = _template()[1]
        self.git = place.site / ".git"
        (place.site / name).parent.mkdir(exist_ok=True)
        (place.site / name).write_text(f"# Sciatica\n\n{CLAIM}\n")
        self.tools, self.hit = place.root / "tools", place.root / "hit"
        self.canary = self.tools / "canary"
        (place.root / "hooks").mkdir()
        self.tools.mkdir()
        for path in (
            self.canary,
            *(self.tools / each for each in TOLD["tools"]),
            *(place.root / "hooks" / each for each in TOLD["hooks"]),
        ):
            path.write_text(f'#!/bin/sh\necho "$0 $*" >> {self.hit}\nexit 1\n')
            path.chmod(0o755)
        (place.site / ".gitattributes").write_text("*.md filter=x diff=x merge=x working-tree-encoding=UTF-16 ident\n")
        (place.root / "attributes").write_text("* filter=x diff=x\n")

    def put(self, kind, what):
        """Bring about one state."""
        getattr(self, f"_put_{kind}")(what)

    def _put_setting(self, what, file=None):
        name, value = what
        section, *middle, key = name.split(".")
        head = f'[{section} "{".".join(middle)}"]' if middle else f"[{section}]"
        text = f"{head}\n\t{key} = {value}\n".replace("!", str(self.canary)).replace("@", str(self.port))
        with (file or self.git / "config").open("a") as config:
            config.write(text)
        (self.place.site / "included").write_text(
            f"[core]\n\tsshCommand = {self.canary}\n\tfsmonitor = {self.canary}\n"
        )

    def _put_partial(self, url, file=None):
        for name, value in [
            ("core.repositoryFormatVersion", "1"),
            ("extensions.partialClone", "origin"),
            ("remote.origin.url", url),
            ("remote.origin.promisor", "true"),
            ("remote.origin.uploadpack", "!"),
            ("core.sshCommand", "!"),
            ("protocol.allow", "always"),
        ]:
            self._put_setting((name, value), file)
        if file is None:
            self._put_object((0, "gone"))

    def _put_object(self, what):
        number, how = what
        kinds = [
            f"{self.base}:article.md",
            f"{self.base}^{{tree}}",
            self.base,
            f"{self.base}:sub",
            f"{self.base}:sub/old.md",
        ]
        name = git(_template()[0], "rev-parse", kinds[number % len(kinds)])
        path = self.git / "objects" / name[:2] / name[2:]
        if path.exists():
            content = path.read_bytes()
            path.unlink()
            spoilt = {"empty": b"", "cut": content[: len(content) // 2], "noise": content[::-1]}
            if how != "gone":
                path.write_bytes(spoilt[how])

    def _put_nested(self, how):
        pointer = self.place.site / "sub" / ".git"
        if how != "bare" and (pointer.exists() or pointer.is_symlink()):
            return
        inner = pointer.parent if how == "bare" else pointer
        if how in ("file", "link"):
            target = self.place.outside / "other.git"
            _bare(target)
            inner.write_text(f"gitdir: {target}\n") if how == "file" else inner.symlink_to(target)
            inner = target
        else:
            _bare(inner)
        (inner / "config").write_text("[core]\n\tbare = false\n" + ("\tworktree = .\n" if how == "bare" else ""))
        self._put_partial("ssh://x/y", inner / "config")
        self._replace(inner)

    def _put_replace(self, _what):
        self._replace(self.git)

    def _replace(self, inner):
        """Put another commit, which holds the new article too, in the place of the base."""
        other, replaced = _with_new(self.new if self.new.isascii() and "\n" not in self.new else "new.md")
        shutil.copytree(other / ".git" / "objects", inner / "objects", dirs_exist_ok=True)
        (inner / "refs" / "replace").mkdir(parents=True, exist_ok=True)
        (inner / "refs" / "replace" / self.base).write_text(replaced + "\n")

    def _put_moved(self, how):
        target = self.place.outside / "moved.git"
        if self.git.is_symlink() or self.git.is_file() or target.exists():
            return
        self.git.rename(target)
        if how == "link":
            self.git.symlink_to(target)
        else:
            self.git.write_text(f"gitdir: {target}\n")
        if how == "worktree":
            (target / "commondir").write_text(f"{target}\n")
        self.git = target

    def _put_file(self, what):
        name, content = what
        (self.git / name).parent.mkdir(parents=True, exist_ok=True)
        (self.git / name).write_bytes(content.encode("utf-8", "surrogateescape"))


def _bare(folder):
    for inner in ("objects/info", "refs/heads"):
        (folder / inner).mkdir(parents=True, exist_ok=True)
    (folder / "HEAD").write_text("ref: refs/heads/main\n")


def _folder():
    _KEPT.append(tempfile.TemporaryDirectory(prefix="medlint-fuzz-git-"))
    return Path(_KEPT[-1].name)


@cache
def _with_new(name):
    folder = _folder()
    shutil.copytree(_template()[0], folder, dirs_exist_ok=True)
    (folder / name).write_text(f"# Sciatica\n\n{CLAIM}\n")
    (folder / "sub" / "new.md").write_text(f"# Sciatica\n\n{CLAIM}\n")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "base")
    return folder, git(folder, "rev-parse", "HEAD")
