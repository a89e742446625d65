"""What a run is asked to do: which rules, how sure, with which data. Immutable."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from medlint.linting.findings import Confidence


@dataclass(frozen=True, slots=True)
class Settings:
    """How to lint.

    `select` and `ignore` hold codes (`OVS103`), prefixes of codes (`OVS`), names (`cure`) or families (`risk`); with an
    empty `select` every rule runs that is on by default. Findings below `min_confidence` are not shown. `claims_db` and
    `rules` are folders read in addition to the shipped ones.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: Confidence = Confidence.MEDIUM
    claims_db: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()
