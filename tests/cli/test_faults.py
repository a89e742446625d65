"""A fault of medlint itself is told of the file, and of the rule, and stops nothing else."""

from __future__ import annotations

import pytest

from medlint.linting.assembling import Assembler
from medlint.linting.kinds.claim import ClaimRule
from medlint.linting.linter import Linter

PAGE = "# Sciatica\n\nAn epidural steroid injection cures sciatica.\n"


@pytest.fixture
def broken_rule(monkeypatch):
    """Make one rule fail."""
    find = ClaimRule.find

    def fail(rule, case):
        if rule.code == "OVS103":
            raise ValueError("first\nsecond")
        return find(rule, case)

    monkeypatch.setattr(ClaimRule, "find", fail)


@pytest.mark.usefixtures("broken_rule")
def test_a_rule_that_fails_is_named_and_the_others_run():
    report = Linter().check_text(PAGE, "page.md")
    assert report.error == (
        "page.md: rule OVS103 failed, the others ran: a fault of medlint itself, please report it "
        "(ValueError: first\nsecond)"
    )
    assert "OVS101" in {finding.code for finding in report.findings}
    assert report.article is not None
    assert report.trace.startswith("Traceback")


def test_an_article_that_cannot_be_read_for_a_fault_is_an_error_of_that_article(monkeypatch):
    linter = Linter()
    linter.check_text(PAGE)
    monkeypatch.setattr("medlint.linting.linter.parse", lambda *_: 1 / 0)
    report = linter.check_text(PAGE, "page.md")
    assert report.error.startswith("page.md: cannot be linted: a fault of medlint itself, please report it (ZeroDiv")
    assert (report.findings, report.article) == ((), None)


@pytest.mark.usefixtures("broken_rule")
def test_the_command_line_reports_the_rest_and_exits_with_2(medlint, page):
    result = medlint("check", page, "--format", "concise", "-q", "--isolated", "--no-cache")
    assert result.exit_code == 2
    assert "OVS101" in result.stdout
    assert result.stderr.count("\n") == 1
    assert "rule OVS103 failed" in result.stderr


@pytest.mark.usefixtures("broken_rule")
def test_the_traceback_is_shown_under_debug_alone(medlint, page):
    result = medlint("--debug", "check", page, "-q", "--isolated", "--no-cache")
    assert "Traceback (most recent call last):\n" in result.stderr


def test_a_rule_whose_message_cannot_be_made_is_named_and_the_others_run(monkeypatch):
    make = Assembler._message

    def fail(assembler, draft, rule, evidence):
        if rule.code == "OVS101":
            raise MemoryError
        return make(assembler, draft, rule, evidence)

    monkeypatch.setattr(Assembler, "_message", fail)
    report = Linter().check_text(PAGE + "\nIt is 100% safe.\n", "page.md")
    assert report.error == (
        "page.md: rule OVS101 failed, the others ran: a fault of medlint itself, please report it (MemoryError)"
    )
    assert report.findings
    assert "OVS101" not in {finding.code for finding in report.findings}
