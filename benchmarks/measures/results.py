"""Everything that is measured, by whatever labelled texts are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from measures.corpora import Release, Trusted, load_releases, measure_trusted
from measures.counting import Counts
from measures.engine import Engine
from measures.linking import measure_linking
from measures.pages import Page, load_pages
from measures.sentences import (
    BlindClaim,
    Negation,
    measure_claims,
    measure_lay,
    measure_negation,
)


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that was measured; `None` or empty where its data are absent."""

    engine: Engine
    pages: Sequence[Page]
    releases: Sequence[Release]
    trusted: Trusted | None
    negation: Negation | None
    lay: dict[str, Counts]
    claims: Sequence[BlindClaim]
    linking: Counts | None


def measure(benchmark: Path, tests: Path) -> Results:
    """Measure by whatever is there of the benchmark's data and of the project's own sets in `tests`."""
    # First, while nothing else is held: the collector of garbage walks over all that is, and takes time for it.
    negation = benchmark / "negation.tsv"
    negated = measure_negation(negation) if negation.is_file() else None
    engine = Engine()
    pages, releases, trusted = benchmark / "pages.jsonl", benchmark / "releases.jsonl", benchmark / "trusted"
    lay = tests / "language" / "assertion" / "lay.yaml"
    claims, linking = tests / "language" / "claims" / "blind.yaml", tests / "evidence" / "linking.yaml"
    return Results(
        engine,
        load_pages(benchmark, engine) if pages.is_file() else (),
        load_releases(releases, engine) if releases.is_file() else (),
        measure_trusted(trusted, engine) if trusted.is_dir() else None,
        negated,
        measure_lay(lay) if lay.is_file() else {},
        measure_claims(claims, engine) if claims.is_file() else (),
        measure_linking(linking, engine) if linking.is_file() else None,
    )
