"""The engine room of `medlint baseline`: imported only when a baseline is written."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from medlint.atomic_write import require_regular
from medlint.errors import UsageError
from medlint.linting.baseline import NAME, Baseline, baseline_of, read_baseline
from medlint.linting.configuration.configuring import Configuration
from medlint.linting.findings import FileReport
from medlint.linting.running import Manner, Run


def write(paths: Sequence[str], configuration: Configuration, today: date | None) -> str:
    """Put all findings into the baseline; what was written, in one line.

    Raises `UsageError`, and writes nothing, if a file cannot be checked or the baseline must not be written.
    """
    run = Run(configuration, today, use_baseline=False, manner=Manner(remember=True))
    file = _destination(run, configuration)
    reports = _checked(run, paths)
    mandatory = {report.path: run.mandatory(Path(report.path)) for report in reports}
    new = baseline_of(file, reports, mandatory)
    before = read_baseline(file) if os.path.lexists(file) else Baseline(file)
    whole = before.joined(new, [report.path for report in reports])
    whole.write()
    files = len({entry.path for entry in whole.entries})
    return f"{file}: {len(whole.entries)} known findings in {files} files{_how_to_use(run)}"


def prune(paths: Sequence[str], configuration: Configuration, today: date | None) -> str:
    """Take out of the baseline what matches nothing any more; what was done, in one line.

    Raises `UsageError`, and changes nothing, if there is no baseline, if it must not be written, or if a file cannot be
    checked.
    """
    run = Run(configuration, today, use_baseline=False, manner=Manner(remember=True))
    file = _destination(run, configuration)
    baseline = read_baseline(file)
    gone = run.stale_entries(baseline, [baseline.apply(report) for report in _checked(run, paths)])
    if gone:
        baseline.without(gone).write()
    return f"{file}: {len(gone)} entries taken out, {len(baseline.entries) - len(gone)} left"


def _destination(run: Run, configuration: Configuration) -> Path:
    """The baseline to be written.

    Raises `UsageError` for a link, and where a configuration file names a place outside its own folder: a repository
    that somebody else has made must not choose what is overwritten elsewhere.
    """
    file: Path = run.resolved["baseline"].value or Path.cwd() / NAME
    require_regular(file)
    said_in = configuration.file_for(Path.cwd())
    if said_in and run.resolved["baseline"].value and not configuration.is_given("baseline"):
        home = os.path.realpath(said_in.parent)
        if not Path(os.path.realpath(file)).is_relative_to(home):
            raise UsageError(
                f"{said_in}: the baseline {file} lies outside the folder of this file and is read only; "
                "to write it, name it on the command line: --baseline FILE"
            )
    return file


def _checked(run: Run, paths: Sequence[str]) -> tuple[FileReport, ...]:
    files = tuple(run.check_paths(paths).files)
    for file in files:
        if file.error is not None:
            raise UsageError(f"{file.error}; the baseline is left as it was")
    return files


def _how_to_use(run: Run) -> str:
    return "" if run.resolved["baseline"].value else f'; write baseline = "{NAME}" into the configuration to use it'
