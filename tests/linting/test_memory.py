"""No page that the largest size admits takes more than 500 MB."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

SIZE = 9_900_000  # bytes
MOST = 500_000_000  # bytes of the whole process
CASES = yaml.safe_load(Path(__file__).with_name("memory.yaml").read_text(encoding="utf-8"))
CHILD = """
import resource, sys
from medlint.linting.linter import Linter
report = Linter().check_file(sys.argv[1])
print(report.error or "")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory in other units")
@pytest.mark.parametrize("case", CASES, ids=[case["name"].replace(" ", "-") for case in CASES])
def test_no_page_fills_the_memory(case, tmp_path):
    page = tmp_path / f"page{case['suffix']}"
    begin, unit = case.get("begin", ""), case["unit"]
    page.write_text(
        begin + unit * ((case.get("size", SIZE) - len(begin)) // len(unit.encode())), encoding="utf-8", newline=""
    )
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(page)],
        env={**os.environ, "MEDLINT_NO_CACHE": "1"},
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    error, kilobytes = done.stdout.rsplit("\n", 2)[:2]
    assert int(kilobytes) * 1024 <= MOST
    if case["refused"]:
        assert re.search(r"\(max-[a-z-]+\)$", error)
