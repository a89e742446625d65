from __future__ import annotations

import json
from pathlib import Path

import accuracy
import pytest
from measures.marked import BEGIN, END

PAGE = "# Epidural steroid injections for sciatica\n\nThey cure sciatica. They may help some people for a few weeks.\n"
RELEASE = "A new pill cures headaches, its maker says.\n\nThe pill works within an hour."
LABELS = {"topic": "spine", "promotes": "yes", "risk": "none", "conservative": "absent", "limits": "present"}


@pytest.fixture
def benchmark_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "benchmark"
    (folder / "pages").mkdir(parents=True)
    (folder / "trusted").mkdir()
    start = PAGE.index("They cure")
    row = {"id": "p-1", "sets": [[[start, start + 19, "OVER:cure"]]] * 2, "article": [LABELS, LABELS]}
    (folder / "pages.jsonl").write_text(json.dumps(row) + "\n")
    (folder / "pages" / "p-1.md").write_text(PAGE)
    (folder / "pages" / "SOURCES.md").write_text("- p-1: someone/site, src/page.html (CC0)\n")
    release = {"id": "r-1", "text": RELEASE, "labels": {"harms": "not_satisfactory"}}
    (folder / "releases.jsonl").write_text(json.dumps(release) + "\n")
    (folder / "trusted" / "t-1.md").write_text("# Gout\n\nGout is a form of arthritis.\n")
    (folder / "negation.tsv").write_text("Report No.\tConcept\tSentence\tNegation\n1\tfever\tNo FEVER.\tNegated\n")
    return folder


@pytest.fixture(autouse=True)
def no_sets_of_the_project(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(accuracy, "TESTS", tmp_path / "none")


def test_one_table_holds_every_figure(benchmark_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert accuracy.main([str(benchmark_folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["measure", "figure", "value", "goal", "of"]
    assert any(line.startswith("pages: overstated sentences") and " 1.000 " in line for line in lines)
    assert any(line.startswith("NegEx: negated") for line in lines)


def test_json_holds_what_was_measured_by_what(benchmark_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    accuracy.main([str(benchmark_folder), "--format", "json"])
    content = json.loads(capsys.readouterr().out)
    assert {"date", "medlint", "claims_db", "rules", "benchmark"} <= set(content)
    assert content["measures"]["rules"][0]["rule"] == "OVS101"
    assert content["measures"]["kinds"] == [{"kind": "OVER:cure", "marked": 1, "found": 1, "recall": 1.0}]
    assert content["measures"]["folds"][0]["sites"] == "site/src"
    assert {row["cue or pattern"] for row in content["measures"]["questioned"]} >= {"cure.cure"}


def test_what_is_absent_is_skipped_and_said(benchmark_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (benchmark_folder / "releases.jsonl").unlink()
    assert accuracy.main([str(benchmark_folder)]) == 0
    printed = capsys.readouterr()
    assert "releases" not in printed.out
    assert "releases.jsonl" in printed.err


def test_figures_are_written_between_the_markers(benchmark_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(f"Before\n\n{BEGIN}old\n{END}\nAfter\n")
    assert accuracy.main([str(benchmark_folder), "--write", str(path)]) == 0
    text = path.read_text()
    assert text.startswith("Before\n")
    assert text.endswith("\nAfter\n")
    assert "| pages: overstated sentences | precision | 1.000 |" in text
    assert "old" not in text.splitlines()


@pytest.mark.parametrize("broken", ["no markers", "no releases"])
def test_nothing_is_written_by_halves(
    broken: str, benchmark_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.md"
    path.write_text("plain" if broken == "no markers" else BEGIN + END)
    if broken == "no releases":
        (benchmark_folder / "releases.jsonl").unlink()
    before = path.read_text()
    assert accuracy.main([str(benchmark_folder), "--write", str(path)]) == 2
    assert path.read_text() == before
    assert "nothing written" in capsys.readouterr().err


def test_the_page_on_accuracy_has_the_markers_of_its_figures() -> None:
    text = (accuracy.ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    assert text.count(BEGIN) == text.count(END) == 1
    assert text.index(BEGIN) < text.index(END)
