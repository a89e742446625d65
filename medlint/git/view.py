"""A private git folder through which the objects and the branches of a repository can be read, and nothing else.

Git obeys the configuration of the repository that it reads: a setting can start a program, and a missing object can be
fetched from wherever a setting points to. No list of dangerous settings stays complete, so git never reads the
repository's configuration here. It is given a folder of our own, which holds copies of the names of commits (branches,
tags, `HEAD`) and is told by `GIT_OBJECT_DIRECTORY` where the objects lie. Replacements, grafts, hooks, filters,
promisors and worktree settings of the repository do not exist in it.
"""

from __future__ import annotations

import os
import re
import shutil
import weakref
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from medlint.errors import UsageError
from medlint.git.program import run

_POINTER = 65_536  # bytes of a file that names folders
_DEEPEST = 5  # how far git follows objects that lie in further folders
_NAMES = 100_000_000  # bytes of all branches and tags
_MOST = 500_000  # branches and tags in files of their own
_WHOLE = ("packed-refs", "shallow")
_FOLDERS = ("refs", "reftable")
_FORMATS = {"extensions.objectformat": ("sha1", "sha256"), "extensions.refstorage": ("files", "reftable")}
_UPSTREAM = r"^(branch\..*\.(remote|merge)|remote\..*\.fetch|extensions\.(objectformat|refstorage))$"
_REPLACED = "replace"  # below refs/: commits that stand for other commits


@dataclass(frozen=True, slots=True)
class Repository:
    """Where a repository is: the folder it covers, its own git folder, and the one that holds objects and branches.

    The two git folders differ in a worktree.
    """

    top: Path
    own: Path
    common: Path


def find_repository(folder: Path) -> Repository | None:
    """Return the repository whose working files `folder` (absolute) is among, if any.

    Only a `.git` in the folder or above it makes a repository. A branch can hold any file but one of that name, so a
    folder that merely looks like a repository, with `HEAD`, `objects` and `refs` in it, is none.
    """
    here = Path(os.path.realpath(folder))
    for top in (here, *here.parents):
        own = _git_folder(top / ".git")
        if own is not None:
            return Repository(top, own, _common(own))
    return None


class View:
    """A private git folder for `repository`. It is deleted with this object, at the latest when the program ends.

    Raises `UsageError` if the repository is broken, or no temporary folder can be made.
    """

    def __init__(self, repository: Repository, with_history_of_names: bool = False) -> None:
        try:
            self.path = Path(mkdtemp(prefix="medlint-git-"))
            weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)
            self._copy(repository, with_history_of_names)
        except OSError as error:
            raise UsageError(f"the git repository cannot be read: {error.filename}: {error.strerror}") from None
        _require_plain_alternates(repository.common / "objects")
        settings = self._settings(repository)
        self._write_formats(settings)
        upstream = {name: value for name, value in settings.items() if name not in _FORMATS}
        self.variables = {**self._places(repository), **_as_variables(upstream)}

    def _copy(self, repository: Repository, with_history_of_names: bool) -> None:
        budget = _Budget()
        (self.path / "refs").mkdir()
        heads = [entry.name for entry in os.scandir(repository.own) if re.fullmatch("[A-Z_]*HEAD", entry.name)]
        for name in heads:
            budget.copy(repository.own / name, self.path / name)
        for name in _WHOLE:
            budget.copy(repository.common / name, self.path / name)
        for name in (*_FOLDERS, *(("logs",) if with_history_of_names else ())):
            budget.copy_folder(repository.common / name, self.path / name)

    def _places(self, repository: Repository) -> dict[str, str]:
        return {
            "GIT_DIR": str(self.path),
            "GIT_WORK_TREE": str(self.path),
            "GIT_OBJECT_DIRECTORY": str(repository.common / "objects"),
        }

    def _settings(self, repository: Repository) -> dict[str, str]:
        """Return the few settings of the repository that are only data: its formats, and what follows which branch."""
        copy = self.path / "config-of-repository"
        _Budget().copy(repository.common / "config", copy)
        self._write_formats({})
        if not copy.exists():
            return {}
        asked = ("config", "--file", str(copy), "--no-includes", "--null", "--get-regexp", _UPSTREAM)
        done = run(asked, self.path, self._places(repository))
        if done.returncode > 1:  # 1 says that there is none
            raise UsageError("the configuration of the git repository is broken")
        entries = done.stdout.decode(errors="surrogateescape").split("\0")
        return {name: value for entry in entries if entry for name, _, value in [entry.partition("\n")]}

    def _write_formats(self, settings: Mapping[str, str]) -> None:
        lines = ["[core]", "\tbare = true", "\trepositoryformatversion = 1", "[extensions]"]
        for name, known in _FORMATS.items():
            if (value := settings.get(name, known[0])) not in known:
                raise UsageError(f"the git repository is of a kind that is not known here: {name} is not {known}")
            if value != known[0]:
                lines.append(f"\t{name.partition('.')[2]} = {value}")
        (self.path / "config").write_text("\n".join(lines) + "\n", encoding="utf-8")


class _Budget:
    """Copies regular files until they are too many or too large. Links are left out, and nothing is waited for."""

    def __init__(self) -> None:
        self._bytes, self._files = _NAMES, _MOST

    def copy(self, source: Path, target: Path) -> None:
        if source.is_symlink() or not source.is_file():
            return
        self._bytes -= source.stat().st_size
        self._files -= 1
        if self._bytes < 0 or self._files < 0:
            raise UsageError("the git repository has too many branches and tags to be read")
        shutil.copyfile(source, target)

    def copy_folder(self, source: Path, target: Path) -> None:
        for here, folders, files in os.walk(source):
            inside = Path(here).relative_to(source)
            if target.name == "refs" and not inside.parts:
                folders[:] = [name for name in folders if name != _REPLACED]
            (target / inside).mkdir(parents=True, exist_ok=True)
            for name in files:
                self.copy(Path(here, name), target / inside / name)


def _git_folder(path: Path) -> Path | None:
    """Return the git folder behind `.git`, which in worktrees and submodules is a file that names it.

    A folder of that name without `HEAD` is passed over, as git does.
    """
    if path.is_dir():
        return path if (path / "HEAD").exists() else None
    if not path.exists():
        return None
    named = _pointer(path).removeprefix("gitdir:").strip()
    folder = path.parent / named
    if not named or not folder.is_dir():
        raise UsageError(f"{path}: names no git folder")
    return folder


def _common(own: Path) -> Path:
    """Return the folder of objects and branches: that of the main worktree, which the one of another names."""
    file = own / "commondir"
    folder = own / _pointer(file).strip() if file.exists() else own
    if not (folder / "objects").is_dir():
        raise UsageError(f"{folder}: is no git folder: it has no objects")
    return folder


def _require_plain_alternates(objects: Path, depth: int = 0) -> None:
    """Raise `UsageError` where git would read further objects from what is no folder of this machine.

    Git reads the whole of whatever file names those folders, of a device without end too.
    """
    file = objects / "info" / "alternates"
    if not os.path.lexists(file) or depth > _DEEPEST:
        return
    if file.is_symlink():
        raise UsageError(f"{file}: is a link")
    for line in _pointer(file).splitlines():
        if line.startswith(("//", "\\\\")):
            raise UsageError(f"{file}: names a folder of another machine")
        if line and not line.startswith("#"):
            _require_plain_alternates(objects / line, depth + 1)


def _pointer(path: Path) -> str:
    if not path.is_file():
        raise UsageError(f"{path}: is no regular file")
    try:
        with path.open("rb") as file:
            content = file.read(_POINTER + 1)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from None
    if len(content) > _POINTER or b"\0" in content:
        raise UsageError(f"{path}: names no folder")
    return os.fsdecode(content)


def _as_variables(settings: Mapping[str, str]) -> dict[str, str]:
    """Return settings as git takes them from its environment, where names and values may hold any character."""
    variables = {"GIT_CONFIG_COUNT": str(len(settings))}
    for number, (name, value) in enumerate(settings.items()):
        variables |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    return variables
