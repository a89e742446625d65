"""The engine room of `medlint check`: imported only when something is linted."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

import click

from medlint.cli.app import FAILED, FOUND, complain
from medlint.cli.output import stream_options
from medlint.documents.decoding import decode
from medlint.documents.leftout import told
from medlint.errors import DocumentError
from medlint.linting.arriving import Arriving
from medlint.linting.configuration.configuring import Configuration
from medlint.linting.findings import FileReport, Report, Severity
from medlint.linting.running import Manner, Run, Watch, unwatched
from medlint.regular_files import read_most
from medlint.reporting.summary import summary
from medlint.reporting.terminal import printable

STDIN = "-"
_NOTHING = " nothing any more"


@dataclass(frozen=True, slots=True)
class Request:
    """What to lint, and as is configured where; `today` is the real day unless given.

    With `since` only what is new since that git revision is reported; `watch` sees the reports pass.
    """

    paths: tuple[str, ...]
    configuration: Configuration
    stdin_filename: str
    today: date | None = None
    since: str | None = None
    manner: Manner | None = None
    watch: Watch = unwatched


class Check:
    """Files, folders and standard input being linted, and what there is to say of it.

    Raises `MedlintError` where rules, claims database or selection are broken; a file that cannot be read is part of
    the report.
    """

    def __init__(self, request: Request) -> None:
        self._run = Run(request.configuration, request.today, request.since, manner=request.manner)
        report = self._run.check_paths([path for path in request.paths if path != STDIN], request.watch)
        if STDIN in request.paths:
            first = (_lint_stdin(self._run, request.stdin_filename),)
            report = replace(report, files=Arriving(chain(first, report.files)))
        self.report = report

    def tell_left_out(self) -> None:
        """Say on stderr which of the files named are excluded, and by what, and which files could not be heeded."""
        for line in self._run.passed_over():
            complain(line)
        if left_out := self._run.left_out():
            complain(left_out)

    def tell_stale(self) -> None:
        """Say on stderr how many entries of the baseline match nothing any more, once all files are linted."""
        if entries := self._run.stale(self.report.files):
            complain(f"{stale(len(entries))}; 'medlint baseline prune' takes them out")


def stale(count: int) -> str:
    """How many entries of the baseline match nothing any more."""
    return (
        f"1 entry of the baseline matches{_NOTHING}"
        if count == 1
        else f"{count} entries of the baseline match{_NOTHING}"
    )


def tell(report: Report, quiet: bool) -> None:
    """Say on stderr which files could not be checked or held nothing to check; unless `quiet`, sum up the run.

    Under `--debug` the traceback of a fault of medlint itself comes first.
    """
    for file in report.files:
        if file.trace and click.get_current_context().find_root().params.get("debug"):
            click.echo("\n".join(map(printable, file.trace.splitlines())), err=True)
        if file.error is not None:
            complain(file.error)
        elif not file.sentences:
            complain(f"{file.path}: empty: no sentence to check{_not_read(file)}")
    if not quiet:
        click.echo(summary(report, stream_options(sys.stderr)), err=True)


def _not_read(file: FileReport) -> str:
    """What a file without a sentence holds that is not read, to be said behind that."""
    return f"; not read: {told(file.left_out)}" if file.left_out else ""


def tell_interrupted(report: Report) -> None:
    """Say on stderr that the run ended early, and what the report holds."""
    complain(f"interrupted: this is what was found in the first {len(report.files)} files")


def tell_statistics(report: Report) -> None:
    """Say on stderr where the time went."""
    from medlint.reporting.statistics import statistics  # only where it is asked for

    for line in statistics(report):
        click.echo(line, err=True)


def exit_code(report: Report, fail_on: str) -> int:
    """2 if a file could not be checked, 1 if a finding is at or above the severity `fail_on`, else 0."""
    if any(file.error is not None for file in report.files):
        return FAILED
    severities = [severity.value for severity in Severity]
    failing = severities[: severities.index(fail_on) + 1] if fail_on in severities else []
    return FOUND if any(report.count(Severity(severity)) for severity in failing) else 0


def _lint_stdin(run: Run, filename: str) -> FileReport:
    if sys.stdin is None:
        return FileReport(filename, error=f"{filename}: standard input is closed")
    most = run.linter(Path(filename)).settings.max_file_size
    try:
        return run.check_text(decode(read_most(sys.stdin.buffer.read, most), filename, most), filename)
    except DocumentError as error:
        return FileReport(filename, error=str(error))
    except OSError as error:
        return FileReport(filename, error=f"{filename}: standard input cannot be read: {error.strerror}")
