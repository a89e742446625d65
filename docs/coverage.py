"""Keep docs/coverage.md true: what the shipped claims database covers, counted.

`python docs/coverage.py` exits with 1 and a diff where the page differs; `--write` puts today's counts in.
"""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

from medlint.evidence.coverage import coverage
from medlint.evidence.loading import claims_folder, load_database
from medlint.reporting.claims.stats import HEADS, markdown

PAGE = Path(__file__).resolve().parent / "coverage.md"
MEANING = {
    "recommendations": "what guidelines, societies, regulators, payers and funders recommend",
    "no_recommendation": "stated gaps: guidelines were looked for and none was found",
    "evidence": "what may be said of an effect on one outcome at one time",
    "harms": "what can go wrong",
    "must_disclose": "the harms that an article which promotes the treatment must name",
    "requirements": "what must come first, or bounds the treatment",
    "contraindications": "who should not have it",
    "regulation": "where it stands with a regulator",
    "controversies": "disputes, with both sides",
    "wording": "sentences that an editor may use",
    "misattributions": "sources often cited for what they do not say",
}


def page() -> str:
    """The page as it should be."""
    database = load_database(claims_folder())
    key = "".join(f"- **{HEADS[column]}**: {meaning}\n" for column, meaning in MEANING.items())
    return (
        "# What the claims database covers\n\n"
        f"Counted from version {database.info.version} of the database; `medlint claims stats` counts it anew, also\n"
        "with records of your own. Not edited by hand: `make docs-data` writes this page.\n\n"
        f"{''.join(markdown(coverage(database)))}\n"
        "A number in brackets counts records on broader treatments, which hold for the narrower too. The columns:\n\n"
        f"{key}"
    )


def main() -> int:
    """Compare or, with `--write`, renew the page; 0 where it is as it should be."""
    new = page()
    if "--write" in sys.argv[1:]:
        PAGE.write_text(new, encoding="utf-8")
        return 0
    old = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    lines = difflib.unified_diff(old.splitlines(True), new.splitlines(True), PAGE.name, "real counts", n=0)
    sys.stdout.writelines(lines)
    return int(old != new)


if __name__ == "__main__":
    sys.exit(main())
