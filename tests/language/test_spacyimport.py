import subprocess
import sys


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_the_pipeline_does_not_import_the_command_line_of_spacy() -> None:
    code = "import sys; from medlint.language.pipeline import pipeline; pipeline(); print('weasel' in sys.modules)"
    assert run(code) == "False"


def test_the_real_command_line_can_be_imported_afterwards() -> None:
    code = (
        "from medlint.language.spacyimport import import_spacy; import_spacy(); import spacy.cli; print(spacy.cli.info)"
    )
    assert "function" in run(code)
