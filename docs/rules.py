"""Keep docs/rules/ true: one page for each rule that medlint ships, and a table of them all.

`python docs/rules.py` exits with 1 and names the pages that differ; `--write` renews them and removes those of no rule.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from medlint.evidence.loading import claims_folder, load_database
from medlint.linting.rules import codes_in, load_rules, rules_folder
from medlint.reporting.rule_lists import as_markdown
from medlint.reporting.rule_markdown import markdown_page

FOLDER = Path(__file__).resolve().parent / "rules"
INDEX = "README.md"
HEAD = (
    "# The rules\n\nOne page a rule, made from the rule files by `python docs/rules.py --write`;\n"
    "`medlint explain CODE` shows the same. To add rules of your own, see [Writing rules](../writing-rules.md).\n\n"
)


def pages() -> Mapping[str, str]:
    """The pages as they should be, by file name."""
    shipped, database = codes_in(rules_folder()), load_database(claims_folder())
    rules = [rule for rule in load_rules() if rule.code in shipped]
    made = {f"{rule.code}.md": "".join(markdown_page(rule, database)) for rule in rules}
    return {INDEX: HEAD + "".join(as_markdown(rules, "")), **made}


def stale(wanted: Mapping[str, str]) -> list[str]:
    """The names of the pages that differ, are missing, or belong to no rule."""
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    return sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))


def main() -> int:
    """Compare or, with `--write`, renew the pages; 0 where they are as they should be."""
    wanted = pages()
    names = stale(wanted)
    if "--write" not in sys.argv[1:]:
        sys.stdout.writelines(f"docs/rules/{name} is not as the rules are\n" for name in names)
        return int(bool(names))
    FOLDER.mkdir(exist_ok=True)
    for name in names:
        if name in wanted:
            (FOLDER / name).write_text(wanted[name], encoding="utf-8", newline="\n")
        else:
            (FOLDER / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
