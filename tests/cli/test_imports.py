"""What is quick must stay quick: nothing heavy is imported before it is needed."""

import os
import random
import string
import subprocess
import sys

import pytest

HEAVY = ("spacy", "scispacy", "numpy", "scipy", "thinc")
SCRIPT = """
import sys
from medlint.cli.main import main
try:
    main()
finally:
    print(*sorted(set(sys.argv[0].split(",")) & set(sys.modules)), file=sys.stderr)
"""


def imported(names, *arguments):
    """Which of these modules a command line imports."""
    script = SCRIPT.replace("main()\n", f"sys.argv[1:] = {list(arguments)!r}; main()\n").replace(
        "sys.argv[0]", repr(",".join(names))
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    return run.stderr.splitlines()[-1].split()  # behind what the command says


def plain_word():
    """A word that no page had before."""
    return "".join(random.choices(string.ascii_lowercase, k=12))


def new_word():
    """One that spaCy must be asked for; what it made of a word is remembered from one process to the next."""
    return f"{plain_word()}/5mg"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["check", "--help"],
        ["explain", "OVS101"],
        ["rules"],
        ["rules", "--format", "json"],
        ["version"],
        ["claims", "show", "kyphoplasty"],
        ["claims", "check", "--quiet"],
    ],
    ids=" ".join,
)
def test_commands_that_read_no_article_import_no_language_library(arguments):
    assert imported(HEAVY, *arguments) == []


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["--help"], ["check", "--help"], ["claims", "--help"], ["claims", "check", "--help"]],
    ids=" ".join,
)
def test_help_and_version_import_no_data_library_either(arguments):
    assert imported(("pydantic", "yaml", "pyromark", "medlint.linting.linter"), *arguments) == []


def test_the_package_imports_nothing_of_its_own():
    code = "import sys, medlint; print([name for name in sys.modules if name.startswith('medlint.')])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_a_cached_check_imports_neither_the_language_nor_the_data_libraries(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"# Nerve ablation\n\nNerve ablation cures back pain. {new_word()}\n")
    arguments = ["check", str(page), "--isolated", "--fail-on", "never", "-o", os.devnull, "-q"]
    assert imported(HEAVY, *arguments) == ["numpy", "spacy", "thinc"]
    assert imported((*HEAVY, "pydantic", "yaml", "pyromark", "multiprocessing"), *arguments) == []


def test_a_page_of_plain_words_is_linted_without_the_language_libraries(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"# Nerve ablation\n\nNerve ablation ({plain_word()}) cures {plain_word()}-like pain.\n")
    assert imported(HEAVY, "check", str(page), "--isolated", "--fail-on", "never", "-o", os.devnull, "-q") == []


def test_a_page_of_words_that_were_read_before_is_linted_without_the_language_libraries(tmp_path):
    page = tmp_path / "page.md"
    one, other = new_word(), new_word()
    arguments = ["check", str(page), "--isolated", "--fail-on", "never", "-o", os.devnull, "-q"]
    page.write_text(f"# Nerve\n\nNerve ablation cures {one} and {other}.\n")
    assert "spacy" in imported(HEAVY, *arguments)
    page.write_text(f"# Nerve ablation\n\nNerve and {one} ablation cures {other}.\n")
    assert imported(HEAVY, *arguments) == []


def test_a_baseline_written_again_is_the_same_and_imports_no_language_library(tmp_path):
    page, written = tmp_path / "page.md", tmp_path / "baseline.json"
    page.write_text(f"# Nerve ablation\n\nNerve ablation cures neck pain. {new_word()}\n")
    arguments = ["baseline", "write", str(page), "--isolated", "--baseline", str(written)]
    assert "spacy" in imported(HEAVY, *arguments)
    first = written.read_bytes()
    assert imported(HEAVY, *arguments) == []
    assert written.read_bytes() == first
    assert imported(HEAVY, "baseline", "prune", *arguments[2:]) == []


@pytest.mark.parametrize("text", ["Nerve ablation cures back pain", "An epidural steroid injection (ESI) is given"])
def test_a_check_imports_no_command_line_of_spacy(tmp_path, text):
    page = tmp_path / "page.md"
    page.write_text(f"{text} {new_word()}.")
    assert (
        imported(("spacy.cli",), "check", str(page), "--no-cache", "--fail-on", "never", "-o", os.devnull, "-q") == []
    )
