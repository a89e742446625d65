"""The security policy: every promise names tests, and they are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
POLICY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
PROMISES = re.findall(r"^\| (?!promise|---)(.+) \| (.+) \|$", POLICY, re.MULTILINE)


def test_every_promise_names_tests_that_are_there():
    assert len(PROMISES) >= 15
    for promise, named in PROMISES:
        tests = re.findall(r"`(tests/[^`]+)`", named)
        assert tests, promise
        assert [test for test in tests if not (ROOT / test).is_file()] == []
