"""What lies behind the figures: by kind of overstatement, by rule, by fold of sites, by cue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from measures.counting import ratio
from measures.firing import firings
from measures.folds import measure_folds, spread
from measures.pages import Page, by_label, by_rule
from measures.results import Results
from measures.sentences import BlindClaim, cues_confirmed, kinds_found
from measures.tables import Cell, Table

_FOLDS_NOTE = (
    "No site is divided between two folds; nothing is trained, so that the folds show how far the figures differ. "
    "*Article labels* is the accuracy of risk, conservative care and limits together. *Unaided* leaves out every "
    "finding that rests on a cue or pattern which speaks neither on a page of another fold nor rightly in the blind "
    "claims: the worst to expect of a site that no cue was written for."
)


def details(results: Results) -> list[Table]:
    """The tables behind the figures, for whatever was measured."""
    tables: list[Table] = []
    if results.pages:
        tables += [_labels(results.pages), _rules(results.pages), _folds(results), _firings(results)]
    if results.claims:
        tables.append(_claims(results.claims))
    if results.trusted:
        found = tuple(sorted(results.trusted.findings.items()))
        tables.append(Table("trusted", "Flagged in trusted answers, by rule", ("rule", "findings"), found))
    return tables


def _claims(claims: Sequence[BlindClaim]) -> Table:
    rows = tuple((kind, total, found, ratio(found, total)) for kind, (total, found) in kinds_found(claims).items())
    return Table("claims", "Blind claims, by kind", ("kind", "sentences", "found", "recall"), rows)


def _labels(pages: Sequence[Page]) -> Table:
    rows = tuple((kind, must, found, ratio(found, must)) for kind, (must, found) in by_label(pages).items())
    note = "Sentences that both annotators marked, under each kind that either gave them, and how many are found."
    return Table(
        "kinds", "Overstated sentences on the pages, by kind", ("kind", "marked", "found", "recall"), rows, note
    )


def _rules(pages: Sequence[Page]) -> Table:
    columns = ("rule", "shown", "marked by both", "by one", "by neither", "precision")
    rows = tuple(
        (code, both + one + none, both, one, none, ratio(both + one, both + one + none))
        for code, (both, one, none) in by_rule(pages).items()
    )
    note = "Findings by how many annotators marked their sentence. What one of them marked counts as right."
    return Table("rules", "Findings on the pages, by rule", columns, rows, note)


def _folds(results: Results) -> Table:
    confirmed = set(cues_confirmed(results.claims, results.engine))
    folds = measure_folds(results.pages, results.engine, confirmed)
    columns = ("fold", "sites", "pages", "article labels", "precision", "recall", "unaided precision", "unaided recall")
    scores = [
        (fold.labels, fold.score.precision, fold.score.recall, fold.without.precision, fold.without.recall)
        for fold in folds
    ]
    rows: list[tuple[Cell, ...]] = [
        (str(number), ", ".join(fold.sites), fold.pages, *score)
        for number, (fold, score) in enumerate(zip(folds, scores, strict=True), 1)
    ]
    spreads = [spread(column) for column in zip(*scores, strict=True)]
    for place, name in enumerate(("lowest", "highest", "standard deviation")):
        rows.append((name, "", None, *(each[place] if each else None for each in spreads)))
    return Table("folds", "Overstatement by site, in five folds", columns, tuple(rows), _FOLDS_NOTE)


def _firings(results: Results) -> Table:
    everywhere = [release.checked for release in results.releases] + [claim.checked for claim in results.claims]
    every = firings(results.pages, everywhere, results.engine)
    rows = tuple((f.cue, f.shown, f.both, f.one, f.neither, f.elsewhere) for f in every if f.questioned)
    spoken = Counter(min(firing.pages, 3) for firing in every)
    note = (
        f"Of {len(every)} cues and patterns that lead to overstatement findings on the pages, {spoken[1]} do so on one "
        f"page only, {spoken[2]} on two, {spoken[3]} on three or more. Those on one page are questioned: listed with "
        "their findings by how many annotators marked the sentence, and the releases and blind claims in which they "
        "lead to such a finding too. One that speaks nowhere else must be justified by its meaning, or go."
    )
    columns = ("cue or pattern", "shown", "marked by both", "by one", "by neither", "elsewhere")
    return Table("questioned", "Questioned cues", columns, rows, note)
