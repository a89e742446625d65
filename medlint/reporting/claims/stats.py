"""What the claims database covers, as a table, as Markdown and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from medlint.evidence.coverage import Count, Coverage, Row, columns
from medlint.reporting.jsontext import dump
from medlint.reporting.layout import wrap
from medlint.reporting.options import Options
from medlint.reporting.terminal import paint

HEADS = {
    "recommendations": "advice",
    "no_recommendation": "gaps",
    "evidence": "effects",
    "harms": "harms",
    "must_disclose": "to tell",
    "requirements": "needs",
    "contraindications": "contra",
    "regulation": "law",
    "controversies": "disputes",
    "wording": "wording",
    "misattributions": "traps",
}
LAY_NAMES = "lay names"


def table(coverage: Coverage, options: Options) -> Iterator[str]:
    """The totals, then a row a covered intervention; where the width asks for it, in several tables side by side."""
    yield from (wrap(line, options) + "\n" for line in totals(coverage))
    covered = [row for row in coverage.rows if row.covered]
    widest = max((len(row.intervention) for row in covered), default=0)
    for heads in _fitting(columns_shown(), options.width - widest):
        yield "\n" + paint(f"{'':<{widest}}" + "".join(f"  {_head(head)}" for head in heads), options, bold=True) + "\n"
        for row in covered:
            cells = "".join(f"  {_cell(row, head):>{len(_head(head))}}" for head in heads)
            yield f"{row.intervention:<{widest}}{cells}\n"
    yield f"\n{wrap(uncovered(coverage), options)}\n"


def markdown(coverage: Coverage) -> Iterator[str]:
    """The totals as a list, then one table of the covered interventions."""
    yield from (f"- {line}\n" for line in totals(coverage))
    heads = columns_shown()
    yield f"\n| intervention | {' | '.join(map(_head, heads))} |\n"
    yield f"|---{'|---:' * len(heads)}|\n"
    for row in filter(lambda row: row.covered, coverage.rows):
        yield f"| {row.intervention} | {' | '.join(_cell(row, head) for head in heads)} |\n"
    yield f"\n{uncovered(coverage)}\n"


def as_json(coverage: Coverage) -> Iterator[str]:
    """The counts as one JSON object."""
    due = coverage.next_review.isoformat() if coverage.next_review else None
    yield dump({**asdict(coverage), "next_review": due}) + "\n"


def columns_shown() -> tuple[str, ...]:
    """The columns of every table."""
    return (*columns(), LAY_NAMES)


def totals(coverage: Coverage) -> Iterator[str]:
    """What the whole holds, a sentence each."""
    covered = sum(row.covered for row in coverage.rows)
    yield f"{covered} of {len(coverage.rows)} interventions are covered."
    for what, counts in (("records", coverage.records), ("sources", coverage.sources), ("concepts", coverage.concepts)):
        yield f"{sum(counts.values())} {what}: {_listed(counts)}."
    share = f" ({coverage.primary / coverage.facts:.0%})" if coverage.facts else ""
    yield f"{coverage.primary} of {coverage.facts} facts{share} were seen in the source itself."
    if coverage.next_review:
        yield f"The first review is due by {coverage.next_review}."


def uncovered(coverage: Coverage) -> str:
    """The interventions that are only named, so that articles about them are known to be about something else."""
    missing = [row.intervention for row in coverage.rows if not row.covered]
    return f"Named, without a record: {', '.join(missing) or 'none'}."


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{kind.replace('_', ' ').replace('-', ' ')} {count}" for kind, count in counts.items())


def _head(column: str) -> str:
    return HEADS.get(column, column.replace("_", " "))


def _cell(row: Row, column: str) -> str:
    if column == LAY_NAMES:
        return str(row.lay_names)
    count: Count = row.counts[column]
    if count.own:
        return str(count.own)
    return f"({count.broader})" if count.broader else "-"


def _fitting(heads: Sequence[str], width: int) -> Iterator[list[str]]:
    """The columns in as many groups as fit side by side."""
    group: list[str] = []
    for head in heads:
        if group and sum(len(_head(each)) + 2 for each in (*group, head)) > width:
            yield group
            group = []
        group.append(head)
    yield group
