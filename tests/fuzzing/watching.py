"""What this process does while it is watched: files it writes, programs it starts, addresses it looks for.

Python tells its audit hooks of all of these before they happen, and a hook may object. It cannot be taken out again, so
there is one for the whole session, which is awake only inside `watched`.
"""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

SECONDS = 5  # of processor time that one run may take
PATIENCE = 15  # seconds by the clock: more can only be waiting for something that never comes
ROOM = 2_000_000_000  # bytes that one run may take beside what the process has already
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# Of an event that changes a path: at which argument the path stands, and at which the folder that it is counted from.
_CHANGING = {
    "os.rename": ((0, 2), (1, 3)),
    "os.symlink": ((1, 2),),
    "os.link": ((1, 3),),
    "os.remove": ((0, 1),),
    "os.rmdir": ((0, 1),),
    "os.mkdir": ((0, 2),),
    "os.chmod": ((0, 2),),
    "os.chown": ((0, 3),),
    "os.truncate": ((0, 0),),
}
_STARTING = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "pty.spawn")
_REACHING = ("socket.connect", "socket.getaddrinfo", "socket.bind", "socket.sendto", "urllib.Request")
_watch: Watch | None = None


class Overtime(BaseException):
    """A run that takes too long; no `except Exception` stops it."""


class Forbidden(BaseException):
    """What a run was about to do outside of its own folders, and was kept from doing."""


@dataclass(frozen=True, slots=True)
class Watch:
    """The folders in which a run may write, the programs that it may start, and what it did: pairs of kind and what."""

    folders: tuple[str, ...]
    programs: tuple[str, ...]
    deeds: list[tuple[str, str]]


@contextlib.contextmanager
def watched(folders, programs=("git",)):
    """Yield a list that fills with what the process does: pairs of "write", "start", "reach" or "run" and of what.

    What it may not do it is kept from doing, by `Forbidden`: whoever runs these tests may write to any file there is.
    """
    global _watch  # noqa: PLW0603 - the hook has no other way to it
    _install()
    _watch = Watch(tuple(os.path.realpath(folder) for folder in folders), programs, [])
    try:
        yield _watch.deeds
    finally:
        _watch = None


@contextlib.contextmanager
def bounded():
    """Raise `Overtime` in what takes too long, and let what takes too much memory have no more."""
    held = resource.getrlimit(resource.RLIMIT_AS)
    before = {each: signal.signal(each, _end) for each in (signal.SIGPROF, signal.SIGALRM)}
    if sys.platform == "linux":
        size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (size + ROOM, held[1]))
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        resource.setrlimit(resource.RLIMIT_AS, held)
        for each, handler in before.items():
            signal.signal(each, handler)


def _end(number, _frame):
    raise Overtime(f"{SECONDS} s of work" if number == signal.SIGPROF else f"{PATIENCE} s of waiting")


def _install():
    if not getattr(sys, "_fuzzing_is_watched", False):
        sys._fuzzing_is_watched = True
        sys.addaudithook(_hook)


def _hook(event, arguments):
    watch = _watch
    if watch is None:
        return
    if event == "open":
        path, mode, flags = arguments
        writes = not set("wax+").isdisjoint(mode) if mode is not None else bool(flags & _WRITING)
        if writes and not isinstance(path, int) and os.path.realpath(os.fsdecode(path)) != os.devnull:
            _note_writing(watch, os.path.realpath(os.fsdecode(path)))
    elif event in _CHANGING:
        for path, folder in _CHANGING[event]:
            _note_writing(watch, _placed(arguments[path], arguments[folder] if folder else -1))
    elif event in _STARTING:
        program = arguments[1] if event == "subprocess.Popen" else (event,)
        known = not isinstance(program, str) and Path(os.fsdecode(program[0])).name in watch.programs
        _note(watch, "start", repr(program), known)
    elif event in _REACHING:
        _note(watch, "reach", repr(arguments[1:]), False)
    elif event == "exec":
        file = getattr(arguments[0], "co_filename", "?")
        inside = not file.startswith("<") and any(_below(os.path.realpath(file), folder) for folder in watch.folders)
        _note(watch, "run", file, not inside)


def _placed(path, descriptor):
    """Where the entry of a folder stands that an event names; a link stays a link."""
    if isinstance(path, int):
        return os.path.realpath(f"/proc/self/fd/{path}")
    base = Path(os.path.realpath(f"/proc/self/fd/{descriptor}")) if descriptor >= 0 else Path.cwd()
    whole = base / os.fsdecode(path)
    return str(Path(os.path.realpath(whole.parent), whole.name))


def _note_writing(watch, path):
    _note(watch, "write", path, "__pycache__" in path or any(_below(path, folder) for folder in watch.folders))


def _below(path, folder):
    return path == folder or path.startswith(folder + os.sep)


def _note(watch, kind, what, allowed):
    watch.deeds.append((kind, what))
    if not allowed:
        raise Forbidden(f"{kind} {what}")
