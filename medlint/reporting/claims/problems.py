"""What a check of the claims database found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from medlint.evidence.problems import Problem
from medlint.reporting.jsontext import array
from medlint.reporting.options import Options
from medlint.reporting.terminal import SEVERITY_COLORS, paint, printable


def text(problems: Sequence[Problem], options: Options) -> Iterator[str]:
    """One line a problem, "file:line: severity: what is wrong", as compilers write and editors read it."""
    for problem in problems:
        severity = paint(problem.severity, options, fg=SEVERITY_COLORS[problem.severity])
        where = printable(f"{problem.file}:{problem.line}", options.encoding)
        yield f"{where}: {severity}: {printable(problem.message, options.encoding)}\n"


def as_json(problems: Sequence[Problem]) -> Iterator[str]:
    """The problems as one JSON array, one line a problem."""
    yield from array(map(asdict, problems))
    yield "\n"


def summary(problems: Sequence[Problem]) -> str:
    """How many problems of each severity there are."""
    found = Counter(problem.severity for problem in problems)
    errors, warnings = found["error"], found["warning"]
    return f"{errors} error{'' if errors == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}."
