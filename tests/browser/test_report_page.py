"""The HTML report in a real browser: axe-core, narrow and wide, light and dark, on paper, with and without its script.

Run with MEDLINT_BROWSER_TESTS=1 where node, npm and Chromium are installed. npm fetches axe-core and playwright-core
into a temporary folder; the page itself is opened without network. Screenshots go to MEDLINT_SCREENSHOTS if set.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
GRAVE = ("serious", "critical")

pytestmark = pytest.mark.skipif(
    not (os.environ.get("MEDLINT_BROWSER_TESTS") and CHROMIUM and shutil.which("node") and shutil.which("npm")),
    reason="needs MEDLINT_BROWSER_TESTS=1, node, npm and Chromium",
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    """A folder with the script and its packages."""
    folder = tmp_path_factory.mktemp("browser")
    for name in ("package.json", "look.mjs"):
        shutil.copy(HERE / name, folder)
    install = ["npm", "install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund"]
    subprocess.run(install, cwd=folder, check=True, capture_output=True, timeout=300)
    return folder


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The report on the examples."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    command = [
        sys.executable,
        "-m",
        "medlint",
        "check",
        "examples",
        "--fail-on",
        "never",
        "--format",
        "html",
        "-o",
        path,
    ]
    subprocess.run(command, cwd=HERE.parents[1], check=True, capture_output=True, timeout=120)
    return path


def look(browser, page, folder):
    run = subprocess.run(
        ["node", "look.mjs", CHROMIUM, page, folder],
        cwd=browser,
        check=False,
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def seen(browser, page, tmp_path_factory):
    folder = Path(os.environ.get("MEDLINT_SCREENSHOTS") or tmp_path_factory.mktemp("shots"))
    return look(browser, page, folder)


def test_axe_finds_nothing_serious_at_any_width_and_in_any_scheme(seen):
    assert [(view["width"], view["colorScheme"]) for view in seen["views"]] == [
        (360, "light"),
        (360, "dark"),
        (1280, "light"),
        (1280, "dark"),
    ]
    for view in seen["views"]:
        assert [each for each in view["violations"] if each.startswith(GRAVE)] == []


def test_axe_would_see_a_box_without_a_name(browser, page, tmp_path):
    text = page.read_text(encoding="utf-8").replace("</main>", '<p><input type="checkbox"></p></main>')
    (tmp_path / "worse.html").write_text(text, encoding="utf-8")
    found = look(browser, tmp_path / "worse.html", tmp_path)["views"][0]["violations"]
    assert any(each.startswith("critical label") for each in found)


def test_nothing_is_wider_than_the_window(seen):
    assert [view["overflow"] for view in seen["views"]] == [0, 0, 0, 0]


def test_nothing_is_asked_of_the_network_and_nothing_fails(seen):
    assert (seen["requests"], seen["errors"]) == ([], [])


def test_the_filter_hides_what_is_not_wanted_and_says_so(seen):
    found = seen["filter"]
    assert found["after"] == found["before"] - found["hidden"] < found["before"] == found["restored"]
    assert found["status"] == f"{found['after']} of {found['before']} findings shown"


def test_without_its_script_the_page_shows_everything_but_the_filter(seen):
    assert seen["scriptless"] == {"cards": seen["filter"]["before"], "filters": False}
