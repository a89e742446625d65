import os
import stat
import subprocess
import sys
from pathlib import Path

import click
import pytest

from medlint.cli.output import destination
from medlint.errors import UsageError


def put(path, *pieces):
    with destination(path) as (write, _):
        write(pieces)


def test_a_file_gets_the_report_in_utf_8_with_plain_newlines(tmp_path):
    put(tmp_path / "out.txt", "naïve\n", "end\n")
    assert (tmp_path / "out.txt").read_bytes() == "naïve\nend\n".encode()


def test_nothing_else_is_left_beside_the_file(tmp_path):
    put(tmp_path / "out.txt", "text")
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]


def test_what_fails_half_way_leaves_the_old_file_whole(tmp_path):
    path = tmp_path / "out.txt"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), destination(path) as (write, _):
        write(["half"])
        1 / 0  # noqa: B018 - any exception
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_replaced_file_keeps_its_permissions(tmp_path):
    path = tmp_path / "out.txt"
    path.write_text("old")
    path.chmod(0o640)
    put(path, "new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_is_followed(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "real.txt")
    put(tmp_path / "link", "text")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "text"


@pytest.mark.skipif(os.name != "posix", reason="devices have paths on POSIX")
def test_a_device_is_written_not_replaced():
    put(Path(os.devnull), "text")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_place_that_cannot_be_written_is_known_before_the_work(tmp_path):
    with (
        pytest.raises(UsageError, match=r"cannot write .*: No such file or directory"),
        destination(tmp_path / "missing" / "out.txt"),
    ):
        pytest.fail("the work was begun")


def test_a_file_is_laid_out_alike_everywhere_and_never_coloured(tmp_path):
    with click.Context(click.Command("x"), color=True).scope(), destination(tmp_path / "out.txt") as (_, options):
        assert (options.width, options.color, options.encoding) == (80, False, "utf-8")


def test_a_reader_that_went_away_is_no_error():
    process = subprocess.Popen(
        [sys.executable, "-m", "medlint", "rules"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 141
