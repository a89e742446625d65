"""Rule packs that are installed as Python packages."""

from __future__ import annotations

import sys

import pytest
from test_rule_files import write

from medlint.errors import DataError
from medlint.linting.packs import installed_folders
from medlint.linting.rules import load_rules


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Install a package that must not be run, with the entry point given."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def put(entry):
        package, info = tmp_path / "acme_house_rules", tmp_path / "acme_house_rules-1.dist-info"
        write(package / "data" / "rules", "own-rule.yaml")
        (package / "__init__.py").write_text("raise RuntimeError('the code of a pack was run')\n")
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-house-rules\nVersion: 1\n")
        (info / "entry_points.txt").write_text(f"[medlint.rules]\nacme = {entry}\n")
        return package

    return put


@pytest.mark.parametrize("entry", ["acme_house_rules:data.rules", "acme_house_rules.data.rules"])
def test_the_rules_of_a_pack_are_read_and_its_code_is_not_run(install, entry):
    package = install(entry)
    assert package / "data" / "rules" in installed_folders()
    assert "OWN901" in {rule.code for rule in load_rules()}
    assert "acme_house_rules" not in sys.modules


def test_a_pack_under_test_that_is_installed_too_is_read_once(install):
    package = install("acme_house_rules:data.rules")
    assert [rule.code for rule in load_rules([package / "data" / "rules"])].count("OWN901") == 1


@pytest.mark.parametrize("entry", ["acme_house_rules:missing", "acme_house_rulez:data.rules"])
def test_a_pack_without_its_folder_is_named(install, entry):
    install(entry)
    with pytest.raises(DataError, match="the installed rule pack 'acme' has no such folder"):
        installed_folders()
