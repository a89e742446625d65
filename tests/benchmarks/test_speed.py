"""The logic of the measurement of speed, without measuring; and the page that holds its figures."""

from __future__ import annotations

import json
import random
import re
import sys
from itertools import islice
from pathlib import Path

import pytest
import speed
from measures.marked import BEGIN, END
from measures.tables import Cell, as_markdown
from timing import tools
from timing.alone import least_seconds
from timing.bench import times
from timing.beside import beside_row, halved
from timing.cost import Command, Cost, RunError, Sample, interleaved, run
from timing.forms import FORMS, START
from timing.growing import growth_row
from timing.many import many_row
from timing.texts import article, sentences, varied, words_in, write_articles

PAGE = Path(__file__).parents[2] / "docs" / "speed.md"
MB = 1_000_000


def sample(*seconds: float) -> Sample:
    return Sample(tuple(Cost(each, 2 * each, 100 * MB) for each in seconds))


def python(code: str, *exits: int) -> Command:
    return Command((sys.executable, "-c", code), exits or (0,))


def test_a_run_costs_what_its_children_cost_too() -> None:
    child = "sum(range(3_000_000)); held = b'x' * 150_000_000"
    alone = run(python("pass"))
    cost = run(python(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"))
    assert cost.cpu > alone.cpu
    assert cost.peak > 140 * MB
    assert cost.wall > 0


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (python("print('one'); raise SystemExit('no such rule')"), "exit 1: no such rule"),
        (python("raise SystemExit(3)", 0, 1), "exit 3: nothing said"),
        (Command(("no-such-program",)), "no-such-program"),
    ],
    ids=["said why", "silent", "absent"],
)
def test_a_run_that_fails_says_why(command: Command, message: str) -> None:
    with pytest.raises(RunError, match=message):
        run(command)


def test_any_exit_code_will_do_where_it_counts_what_was_found() -> None:
    assert run(Command((sys.executable, "-c", "raise SystemExit(77)"), ())).cpu > 0


def test_commands_take_turns(tmp_path: Path) -> None:
    log = tmp_path / "log"
    commands = {name: python(f"open({str(log)!r}, 'a').write({name!r})") for name in "ab"}
    measured = interleaved(commands, 2, warm=True)
    assert log.read_text() == "ababab"
    assert [len(each.costs) for each in measured.values() if isinstance(each, Sample)] == [2, 2]


def test_what_fails_is_told_and_the_rest_measured() -> None:
    measured = interleaved({"bad": python("raise SystemExit('broken')"), "good": python("pass")}, 1)
    assert measured["bad"] == "exit 1: broken"
    assert isinstance(measured["good"], Sample)


def test_median_least_and_rounds() -> None:
    assert times(sample(3.0, 1.0, 2.5)) == (2.5, 1.0, 3)
    assert times("npm is missing") == (None, None, 0)


def test_a_row_of_growth_is_of_the_least() -> None:
    whole = {"one": sample(2.0, 3.0), "repeated": sample(10.0, 9.0)}
    alone = {"one": 0.5, "repeated": 4.0}
    sizes = {"one": 28_000, "repeated": 224_000}
    row = growth_row("repeated", whole, alone, sizes)
    assert row == ("repeated", 28, 224, 2.0, 9.0, 4.5, 0.5, 4.0, 8.0)
    failed = growth_row("repeated", {**whole, "one": "exit 2: no"}, "exit 1", sizes)
    assert failed == ("repeated: not measured: exit 2: no", 28, 224, None, None, None, None, None, None)
    runs = growth_row("repeated", whole, "exit 1: no", sizes)
    assert runs == ("repeated: not measured: exit 1: no", 28, 224, 2.0, 9.0, 4.5, None, None, None)


def test_linting_alone_is_timed_in_a_process_of_its_own(tmp_path: Path) -> None:
    pages = [tmp_path / f"{name}.md" for name in ("short", "long")]
    for page, times_over in zip(pages, (1, 200), strict=True):
        page.write_text("Surgery may ease back pain. " * times_over)
    cache = {"MEDLINT_CACHE_DIR": str(tmp_path / "cache")}
    short, long = least_seconds(pages, 2, cache)
    assert 0 < short < long
    assert "missing.md" in least_seconds([tmp_path / "missing.md"], 1, cache)


def test_a_linter_is_measured_or_says_why_not() -> None:
    names = ("alex", "11.0.1")
    assert beside_row(names, sample(2.0, 2.0), 50_000, "all in one") == (*names, 25.0, 2.0, 2.0, 2, "all in one")
    row = beside_row(names, "npm is missing", 50_000, "all in one")
    assert row == (*names, None, None, None, 0, "not measured: npm is missing")


def test_files_a_second_are_by_the_clock() -> None:
    assert many_row("-j 1", sample(5.0), 1000) == ("-j 1", 5.0, 10.0, 100)


def test_the_largest_file_is_in_the_half(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.md" for number in range(6)]
    for path in paths:
        path.write_text("x")
    paths[3].write_text("xx")
    assert halved(paths) == [paths[3], paths[2], paths[4]]
    paths[2].write_text("xxx")
    assert halved(paths) == [paths[0], paths[2], paths[4]]


def test_made_up_articles_differ_and_are_the_same_each_time(tmp_path: Path) -> None:
    assert write_articles(tmp_path, 40, 800) == sum(words_in(path.read_text()) for path in tmp_path.rglob("*.md"))
    texts = [path.read_text() for path in sorted(tmp_path.rglob("*.md"))]
    assert len(set(texts)) == 40
    assert texts[7] == article(7, 800)
    assert all(800 <= len(text) < 1600 for text in texts)


def test_made_up_sentences_are_filled_in() -> None:
    assert not re.search("[{}]", "".join(islice(sentences(random.Random(1)), 500)))


def test_a_varied_copy_has_other_words_and_figures_in_the_same_form() -> None:
    text = article(1, 3000)
    one, two = varied(text, 1), varied(text, 2)
    assert len({text, one, two}) == 3
    assert varied(text, 1) == one
    assert words_in(one) == words_in(text)
    assert set(re.findall("[a-z]{4,}", one)) <= set(re.findall("[a-z]{4,}", text))


@pytest.fixture
def no_npm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing to install with but for what is told to have been installed."""
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    wanted = [f"{each['name']}=={each['version']}" for each in tools.pinned()["pypi"]]
    (tmp_path / "pypi.json").write_text(json.dumps(wanted))
    (tmp_path / "python" / "bin").mkdir(parents=True)
    (tmp_path / "python" / "bin" / "proselint").touch()


@pytest.mark.usefixtures("no_npm")
def test_a_linter_that_cannot_be_installed_says_why(tmp_path: Path) -> None:
    reasons = {tool.name: tool.unusable for tool in tools.installed(tmp_path)}
    missing = "npm is missing"
    assert reasons == {"proselint": "", "write-good": missing, "alex": missing, "textlint": missing}


def test_nothing_is_measured_for_a_page_without_markers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.md").write_text("# Speed\n")
    assert speed.main(["--write", str(tmp_path / "page.md")]) == 2
    assert "no markers" in capsys.readouterr().err


def test_figures_are_written_between_the_markers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed, "MEASURES", (lambda _: START.table([("a run", 1.0, 0.5, 2)]),))
    (tmp_path / "text.md").write_text("It may help.\n")
    page = tmp_path / "page.md"
    page.write_text(f"Before\n\n{BEGIN}old\n{END}\nAfter\n")
    assert speed.main(["--texts", str(tmp_path), "--write", str(page)]) == 0
    text = page.read_text()
    assert "| a run | 1.000 | 0.500 | 2 |" in text
    assert "old" not in text.splitlines()
    assert text.endswith("\nAfter\n")


def test_the_page_holds_the_tables_in_the_form_that_the_script_writes() -> None:
    figures = PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]
    head, *sections = re.split(r"^(?=### )", figures.strip(), flags=re.MULTILINE)
    measured = r"Measured on \d{4}-\d\d-\d\d: medlint \S+, .+ words; .+ cores, .+, spaCy \S+, Node\.js \S+\."
    assert re.fullmatch(measured, head.strip())
    tables = [form.table(rows(section)) for form, section in zip(FORMS, sections, strict=True)]
    assert "".join(as_markdown(tables)).strip() == "".join(sections).strip()


def rows(section: str) -> list[tuple[Cell, ...]]:
    """The rows of a table that is written in Markdown, each cell as what it was written from."""
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [tuple(read_back(cell) for cell in line.strip("| ").split(" | ")) for line in lines]


def read_back(cell: str) -> Cell:
    if cell == "–":
        return None
    plain = cell.replace(",", "")
    if re.fullmatch(r"\d+", plain):
        return int(plain)
    return float(plain) if re.fullmatch(r"\d\.\d{3}", plain) else cell
