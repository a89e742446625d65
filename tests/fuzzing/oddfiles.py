"""Files that are no plain files: pipes, devices, folders, links to nowhere, to themselves or out of the site."""

from __future__ import annotations

import os

from hypothesis import strategies as st

# How a file stands; mostly as anybody would expect.
STANDINGS = st.sampled_from(
    ["plain"] * 20 + ["pipe", "zeros", "folder", "out", "dangling", "circle", "linked", "empty", "random"]
)


def plant(path, content, standing="plain"):
    """Put a file at a path: with `content`, or as `standing` says."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink() or path.exists():
        path.unlink()
    if standing == "pipe":
        os.mkfifo(path)
    elif standing == "folder":
        path.mkdir()
    elif standing == "linked":
        (path.parent / f"really-{path.name}").write_bytes(content)
        path.symlink_to(f"really-{path.name}")
    elif standing in ("zeros", "random"):
        path.symlink_to("/dev/zero" if standing == "zeros" else "/dev/urandom")
    elif standing in ("out", "dangling", "circle"):
        path.symlink_to(
            {"out": "../outside/private.md", "dangling": "../outside/victim", "circle": path.name}[standing]
        )
    else:
        path.write_bytes(b"" if standing == "empty" else content)
