"""What is found never depends on the order that Python gives to sets, which changes with every run."""

from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
OPTIONS = ("--format", "json", "--isolated", "--no-cache", "--confidence", "low", "--today", "2026-11-27")


@pytest.fixture(scope="module")
def seen():
    """What the runs before found."""
    return set()


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_findings_are_the_same_under_every_hash_seed(shell, seen, tmp_path, seed):
    cache = str(tmp_path / "cache")  # a cache of its own: nothing that another seed worked out is read
    result = shell("check", EXAMPLES, *OPTIONS, env={"PYTHONHASHSEED": seed, "MEDLINT_CACHE_DIR": cache})
    assert result.returncode == 1
    seen.add(result.stdout)
    assert len(seen) == 1
