"""A name for a finding that survives edits elsewhere in the file: baselines and code-quality reports compare it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

DIGITS = 16


def fingerprint(code: str, sentence: str, records: Iterable[str], occurrence: int = 0) -> str:
    """The first 16 hex digits of the SHA-256 of a code, a sentence (case and spacing folded) and the record ids.

    `occurrence` tells apart findings that agree in all of these, counted from 0 in reading order.
    """
    parts = (code, " ".join(sentence.casefold().split()), *sorted(records), *([str(occurrence)] if occurrence else ()))
    return sha256("\0".join(parts).encode()).hexdigest()[:DIGITS]


def distinct(keys: Iterable[tuple[str, str, tuple[str, ...]]]) -> Iterator[str]:
    """The fingerprints of (code, sentence, records) in reading order, repeated ones told apart."""
    seen: Counter[str] = Counter()
    for code, sentence, records in keys:
        plain = fingerprint(code, sentence, records)
        yield fingerprint(code, sentence, records, seen[plain])
        seen[plain] += 1
