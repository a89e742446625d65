import click
import pytest

from medlint.cli.app import App
from medlint.errors import DataError


@pytest.fixture
def failing(monkeypatch):
    """Make every command raise this exception."""

    def make(error):
        def command():
            raise error

        monkeypatch.setattr(App, "get_command", lambda *_: click.Command("check", callback=command))

    return make


def test_help_fits_a_screen(medlint):
    result = medlint("--help", terminal_width=80)
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80


def test_help_shows_what_people_do_first(medlint):
    text = medlint("--help").stdout
    for first in ("medlint check article.md", "--format json -o", "medlint explain OVS103", "medlint rules"):
        assert first in text


def test_help_lists_every_command(medlint):
    daily, _, others = medlint("--help").stdout.split("Commands:")[1].partition("Also: ")
    assert [line.split()[0] for line in daily.strip().splitlines()] == [
        "check",
        "claims",
        "explain",
        "extract",
        "rules",
        "version",
    ]
    assert others.strip() == "baseline, cache, config, init, new-rule, test."


def test_without_a_command_it_shows_the_help(medlint):
    assert medlint().stdout == medlint("--help").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chek"], "medlint: there is no command 'chek'; did you mean 'check'?\n"),
        (["zzz"], "medlint: there is no command 'zzz'; see 'medlint --help'\n"),
        (["check"], "medlint: missing argument 'PATH...' (see 'medlint check --help')\n"),
        (
            ["check", "--format", "pdf", "a.md"],
            "medlint: invalid value for '--format': 'pdf' is not one of "
            "'checkstyle', 'concise', 'full', 'github', 'gitlab', 'html', 'json', "
            "'jsonl', 'junit', 'markdown', 'rdjson', 'sarif'"
            " (see 'medlint check --help')\n",
        ),
    ],
)
def test_wrong_use_is_one_line_on_stderr(medlint, arguments, message):
    result = medlint(*arguments)
    assert (result.stdout, result.stderr, result.exit_code) == ("", message, 2)


def test_an_unknown_option_is_one_line(medlint):
    result = medlint("check", "--formt", "json", "a.md")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "--format" in result.stderr


def test_an_error_meant_for_users_is_shown_as_it_is(medlint, failing):
    failing(DataError("Rules/cure.yaml:3: unknown key 'kin'"))
    result = medlint("check")
    assert (result.stderr, result.exit_code) == ("medlint: Rules/cure.yaml:3: unknown key 'kin'\n", 2)


def test_a_fault_of_the_tool_is_one_line_that_says_how_to_report_it(medlint, failing):
    failing(ValueError("first\nsecond"))
    result = medlint("check")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("medlint: a fault of medlint itself (ValueError: first second); please report it")
    assert "'medlint --debug ...'" in result.stderr


@pytest.mark.parametrize("error", [ValueError("wrong"), DataError("broken")])
def test_debug_shows_the_traceback(medlint, failing, error):
    failing(error)
    for result in (medlint("--debug", "check"), medlint("check", env={"MEDLINT_DEBUG": "1"})):
        assert result.exit_code == 2
        assert "Traceback" in result.stderr
        assert result.stderr.splitlines()[-1].startswith("medlint: ")


def test_control_characters_in_an_error_are_escaped(medlint, failing):
    failing(DataError("odd\x1b[31m.yaml:1: broken"))
    assert medlint("check").stderr == "medlint: odd\\x1b[31m.yaml:1: broken\n"


def test_an_interrupt_exits_with_130(medlint, failing):
    failing(KeyboardInterrupt())
    result = medlint("check")
    assert result.exit_code == 130
    assert result.stderr.strip() == "medlint: interrupted"
    assert result.stdout == ""
