"""The hook `medlint-claims-db`, as pre-commit runs it in a publisher's repository."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
RECORD = """\
harms:
  - id: harm-house-rash
    interventions: [epidural-steroid-injection]
    harm: rash
    seriousness: minor
    frequency: not known
    source: aan-2025
    says: Some people had a rash.
    locator: table 9
    verified: primary
    seen_at: our leaflet
    checked_by: A. Curator
    checked_on: 2026-11-20
    review_by: 2099-11-30
"""


def hook():
    """The hook as it is published, but run from this checkout."""
    published = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    found = next(each for each in published if each["id"] == "medlint-claims-db")
    assert found["language"] == "python"
    return found | {"language": "system", "entry": f"{sys.executable} -m {found['entry']}"}


@pytest.fixture
def commit(tmp_path):
    """Stage files in a new repository and run the hook on them."""
    home = {"HOME": str(tmp_path), "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"), "GIT_CONFIG_NOSYSTEM": "1"}
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "MEDLINT_"))}
    repository = tmp_path / "repository"

    def run(*command):
        return subprocess.run(
            command, cwd=repository, env={**clean, **home}, capture_output=True, text=True, check=False, timeout=60
        )

    def committed(files):
        for name, text in files.items():
            (repository / name).parent.mkdir(parents=True, exist_ok=True)
            (repository / name).write_text(text)
        settings = {"repos": [{"repo": "local", "hooks": [hook()]}]}
        (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings))
        run("git", "init", "--quiet")
        run("git", "add", "--all")
        return run(sys.executable, "-m", "pre_commit", "run", "--verbose", "--color", "never")

    return committed


def test_sound_records_pass_and_the_hook_is_run_once_for_all_files(commit):
    result = commit({"claims_db/topics/a.yaml": RECORD, "claims_db/topics/b.yaml": RECORD.replace("-house-", "-home-")})
    assert result.returncode == 0, result.stdout
    assert result.stdout.count("0 errors, 0 warnings.") == 1


def test_a_broken_record_fails_the_commit_at_its_line(commit):
    result = commit({"site/claims_db/topics/a.yaml": RECORD.replace("harm: rash", "harm: rahs")})
    assert result.returncode == 1
    assert "site/claims_db/topics/a.yaml:4: error: harm: there is no harm 'rahs'; did you mean 'rash'?" in result.stdout


def test_other_files_do_not_run_it(commit):
    result = commit({"claims_db/README.md": "Our records.\n", "settings.yaml": "harms: [{}]\n"})
    assert result.returncode == 0
    assert "no files to check" in result.stdout
