"""The command line, run in this process on a site of the test's own, and what must hold of every run."""

from __future__ import annotations

import contextlib
import gc
import os
import re
import shutil
import tempfile
import unicodedata
import warnings
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from click.testing import CliRunner
from watching import Forbidden, Overtime, bounded, watched

from medlint.cli.main import app

CLAIM = "An epidural steroid injection cures sciatica for good."
SECRET = "Nobody outside may read that this trial cures sciatica for good."
LONGEST = 11_000  # characters of what is said on stderr: more than two paths of the greatest length
_BIDIRECTIONAL = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_RAW = ("Cc", "Cs", "Zl", "Zp")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended, what it said, which files of its site it wrote, which programs it started."""

    code: int
    out: str
    err: str
    error: BaseException | None
    written: tuple[str, ...]
    started: tuple[str, ...]
    warned: tuple[str, ...]


class Site:
    """A folder `site` with an article, in a folder that nobody may write to; both are gone at the end."""

    def __init__(self, root):
        self.root = root
        self.site, self.outside, self.home, self.passing = (
            root / each for each in ("site", "outside", "home", "passing")
        )
        for folder in (self.site, self.outside, self.home, self.passing):
            folder.mkdir()
        (self.outside / "private.md").write_text(SECRET)
        (self.outside / "private.toml").write_text('ignore = ["OVS101"]\n')
        self.article = self.site / "article.md"
        self.article.write_text(f"# Sciatica\n\n{CLAIM}\n")

    def run(self, *arguments, cache=None, **environment):
        """Run `medlint` here, with these variables and no others that it heeds."""
        variables = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "MEDLINT_CACHE_DIR": str(cache or shared_cache()),
            "MEDLINT_JOBS": "1",
            "TMPDIR": str(self.passing),
            **environment,
        }
        watch = watched((self.site, self.passing, variables["MEDLINT_CACHE_DIR"]))
        with contextlib.chdir(self.site), _environment(variables), _warnings() as told, watch as deeds:
            result = _invoke([str(argument) for argument in arguments])
        error = None if isinstance(result.exception, SystemExit) else result.exception
        result.exception = result.exc_info = None  # which keep alive whatever was at work
        if any(self.passing.iterdir()):
            gc.collect()
        assert not any(self.passing.iterdir()), f"left behind: {sorted(self.passing.iterdir())}"
        written = tuple(what for kind, what in deeds if kind == "write" and what.startswith(str(self.site)))
        started = tuple(what for kind, what in deeds if kind == "start")
        warned = tuple(str(each.message) for each in told)
        return Outcome(result.exit_code, result.stdout, result.stderr, error, written, started, warned)


@contextlib.contextmanager
def site():
    """Yield a `Site`. What it holds may be odd: pipes, links in a circle, names that are no text."""
    root = Path(tempfile.mkdtemp(prefix="medlint-fuzz-")).resolve()
    try:
        yield Site(root)
    finally:
        shutil.rmtree(root, ignore_errors=True)


@cache
def shared_cache():
    """The cache of the session, which holds what is built from the shipped data."""
    return Path(tempfile.mkdtemp(prefix="medlint-fuzz-cache-")).resolve()


def held(folder):
    """All that lies below a folder: by path, what kind of thing it is and what is in it."""
    return {path: _content(path) for path in sorted(folder.rglob("*"))}


def assert_sound(outcome, *names, may_write=(), quiet=True):
    """Assert what holds of every run; one that fails says so in one line, which names one of `names`.

    What is not `quiet` says on stderr what it has done.
    """
    said = f"exit {outcome.code}\n{outcome.err[:2000]}\n{outcome.error!r}"
    assert outcome.error is None, said
    assert outcome.code in (0, 1, 2), said
    assert not outcome.warned, f"warnings of Python itself: {outcome.warned}"
    assert "Traceback" not in outcome.out + outcome.err, said
    assert "fault of medlint itself" not in outcome.out + outcome.err, said
    assert SECRET not in outcome.out + outcome.err, said
    assert not _raw(outcome.out, _RAW), f"raw characters on stdout: {_raw(outcome.out, _RAW)}"
    assert not _raw(outcome.err, _RAW) and _BIDIRECTIONAL.isdisjoint(outcome.err), f"raw characters: {outcome.err!r}"
    assert len(outcome.err) <= LONGEST, f"{len(outcome.err)} characters on stderr: {said}"
    told = outcome.err.splitlines()
    assert all(line.startswith("medlint: ") for line in told) or not (quiet or outcome.code == 2), said
    assert outcome.code != 2 or len(told) == 1, f"{len(told)} lines: {said}"
    assert outcome.code != 2 or not names or any(name in told[0] for name in names), f"names none of {names}: {said}"
    allowed = {str(path) for path in may_write}
    assert {path for path in outcome.written if not _is_passing(path)} <= allowed, outcome.written


@contextlib.contextmanager
def _warnings():
    """Yield a list that fills with the warnings that Python would show on stderr."""
    re.purge()  # an expression that is compiled a second time is not warned of again
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        for hidden in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
            warnings.simplefilter("ignore", hidden)
        yield told


def _invoke(arguments):
    try:
        with bounded():
            return CliRunner().invoke(app, arguments)
    except Overtime as limit:
        raise AssertionError(f"more than {limit}: medlint {' '.join(arguments)[:500]}") from None
    except Forbidden as deed:
        raise AssertionError(f"medlint {' '.join(arguments)[:500]} was about to {deed}") from None


@contextlib.contextmanager
def _environment(variables):
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(variables)
    tempfile.tempdir = None  # it was worked out of the variables before
    try:
        yield
    finally:
        tempfile.tempdir = None
        os.environ.clear()
        os.environ.update(before)


def _is_passing(path):
    """Whether that was a file beside another, which took its place."""
    return path.endswith(".part") and not os.path.lexists(path)


def _raw(text, categories):
    return [each for each in text if each not in "\n\t" and unicodedata.category(each) in categories][:5]


def _content(path):
    if path.is_symlink():
        return f"link to {path.readlink()}"
    return path.read_bytes() if path.is_file() else oct(path.lstat().st_mode)
