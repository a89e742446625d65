"""The objects of a repository, from one git process for all of them."""

from __future__ import annotations

import contextlib
import subprocess
import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Timer
from typing import IO

from medlint.errors import UsageError
from medlint.git.program import LONGEST, command, environment, too_slow
from medlint.git.view import View

_CHUNK = 65_536
_KINDS = {b"40000": True, b"100644": False, b"100755": False, b"100664": False}  # not links, not submodules


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in a folder of a revision: a regular file or a folder, and the object with its content."""

    name: bytes
    is_folder: bool
    oid: str


class Objects:
    """Reads objects by name through a private git folder. Raises `UsageError` in every method if git fails."""

    def __init__(self, view: View) -> None:
        self._view = view  # the private folder must outlive the process
        try:
            self._process = subprocess.Popen(
                command("cat-file", "--batch"),
                cwd=view.path,
                env=environment(view.variables),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise UsageError(f"git cannot be started: {error.strerror or error}") from None
        weakref.finalize(self, _end, self._process)

    def read(self, name: str, most: int) -> bytes | None:
        """Return the content of an object; None for one of over `most` bytes. Raises `KeyError` if it is missing."""
        timer = Timer(LONGEST, self._process.kill)
        timer.daemon = True
        timer.start()
        try:
            return self._read(name, most)
        except BrokenPipeError:
            self._process.wait()
            raise KeyError(name) if timer.is_alive() else too_slow() from None
        finally:
            timer.cancel()

    def entries(self, tree: str, hash_size: int, most: int) -> tuple[Entry, ...] | None:
        """Return the regular files and folders of a tree; None if they take over `most` bytes.

        `hash_size` is that of the repository, in bytes.
        """
        content = self.read(tree, most)
        return None if content is None else tuple(_entries(content, hash_size))

    def _read(self, name: str, most: int) -> bytes | None:
        into, out = self._process.stdin, self._process.stdout
        if into is None or out is None:
            raise BrokenPipeError
        into.write(name.encode() + b"\n")
        into.flush()
        header = out.readline().split()
        if not header:
            raise BrokenPipeError
        if header[-1] == b"missing":
            raise KeyError(name)
        size = int(header[2])
        chunks = _chunks(out, size + 1)  # a line feed ends every answer
        if size <= most:
            return b"".join(chunks)[:-1]
        for _ in chunks:  # the next answer stands behind this one
            pass
        return None


def _chunks(stream: IO[bytes], size: int) -> Iterator[bytes]:
    while size > 0:
        chunk = stream.read(min(size, _CHUNK))
        if not chunk:
            raise BrokenPipeError
        yield chunk
        size -= len(chunk)


def _entries(content: bytes, hash_size: int) -> Iterator[Entry]:
    """Parse a tree: for each entry its mode, a space, its name, a zero byte, and the bytes of its object's hash."""
    place = 0
    while place < len(content):
        end = content.index(b"\0", place)
        mode, _, name = content[place:end].partition(b" ")
        place = end + 1 + hash_size
        if (is_folder := _KINDS.get(mode)) is not None:
            yield Entry(name, is_folder, content[end + 1 : place].hex())


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):  # what was still to be written has no reader any more
                stream.close()
    process.wait()
