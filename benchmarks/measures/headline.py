"""All figures in one table, beside the goals set for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from measures.corpora import Release, Trusted, harms_untold
from measures.counting import Counts, ratio
from measures.pages import Page, article_labels, overstatement, warned
from measures.results import Results
from measures.sentences import overstated
from measures.tables import Cell, Table

_COLUMNS = ("measure", "figure", "value", "goal", "of")


def headline(results: Results) -> Table:
    """All figures in one table, each with the goal set for it, if any, and how many answers it rests on."""
    rows = (
        *_page_rows(results.pages),
        *_release_rows(results.releases),
        *_trusted_rows(results.trusted),
        *_sentence_rows(results),
    )
    return Table("headline", "All figures", _COLUMNS, rows)


def _page_rows(pages: Sequence[Page]) -> Iterator[tuple[Cell, ...]]:
    if not pages:
        return
    score = overstatement(pages)
    yield "pages: overstated sentences", "precision", score.precision, 0.85, score.flagged
    yield "", "recall", score.recall, 0.80, score.must
    for fact, (agreed, right) in article_labels(pages).items():
        yield f"pages: {fact.replace('_', ' ')}", "accuracy", ratio(right, agreed), 0.85, agreed
    for family, counts in warned(pages).items():
        yield f"pages: warned of {family}", "precision", counts.precision, 0.85, counts.tp + counts.fp
        yield "", "recall", counts.recall, 0.85, counts.tp + counts.fn


def _release_rows(releases: Sequence[Release]) -> Iterator[tuple[Cell, ...]]:
    if not releases:
        return
    counts = harms_untold(releases)
    yield "releases: harms not told", "balanced accuracy", counts.balanced_accuracy, 0.75, counts.total
    yield "", "sensitivity", counts.recall, None, counts.tp + counts.fn
    yield "", "specificity", counts.specificity, None, counts.tn + counts.fp


def _trusted_rows(trusted: Trusted | None) -> Iterator[tuple[Cell, ...]]:
    if trusted:
        yield "trusted answers: overstatement", "findings", trusted.findings.total(), "at most 20", trusted.texts


def _sentence_rows(results: Results) -> Iterator[tuple[Cell, ...]]:
    if results.negation:
        counts = results.negation.counts
        yield "NegEx: negated", "F1", counts.f1, 0.965, counts.total
        yield "", "sentences a second", results.negation.a_second, 20_000, counts.total
    if results.lay:
        yield "lay sentences: all labels", "F1", _together(results.lay).f1, 0.85, _together(results.lay).total
    for label, counts in results.lay.items():
        yield f"lay sentences: {label}", "F1", counts.f1, None, counts.tp + counts.fn
    if results.claims:
        counts = overstated(results.claims)
        yield "blind claims: overstated", "precision", counts.precision, None, counts.tp + counts.fp
        yield "", "recall", counts.recall, None, counts.tp + counts.fn
    if results.linking:
        yield "linking of names", "F1", results.linking.f1, None, results.linking.total


def _together(lay: Mapping[str, Counts]) -> Counts:
    """The counts of all labels added up."""
    tp, fp, fn, tn = (sum(getattr(each, name) for each in lay.values()) for name in ("tp", "fp", "fn", "tn"))
    return Counts(tp, fp, fn, tn)
