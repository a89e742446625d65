"""The engine room of `medlint init`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from medlint._version import __version__
from medlint.atomic_write import require_regular, write_whole
from medlint.documents.decoding import format_of
from medlint.errors import UsageError
from medlint.linting.configuration.configuring import Configuration
from medlint.linting.configuration.locating import nearest
from medlint.linting.configuration.profiles import load_profiles
from medlint.linting.files import discover
from medlint.linting.ignoring import GitIgnored

NAME = "medlint.toml"
HOOKS = ".pre-commit-config.yaml"
MANY = 20  # articles from which on a baseline is worth having
_BUILT = ("_site", "public", "dist", "build", "out")  # where site generators put pages
_TEMPLATE = """\
# What medlint reports here. `medlint config show` explains each value, `medlint rules` lists the rules.
{profile}
# Exit with 1 from this severity on: error, warning, info, never.
fail-on = "warning"

# Files that are not linted, as in .gitignore.
exclude = [{exclude}]

# Other settings for some files:
# [[overrides]]
# files = ["blog/"]
# extend-ignore = ["no-risk-told"]
"""
_SNIPPET = f"""\
repos:
  - repo: <address of the medlint repository>
    rev: v{__version__}  # a released tag, or a full commit hash
    hooks:
      - id: medlint"""


def start(folder: Path, profile: str | None) -> Iterator[str]:
    """Write the configuration; the lines that say what was found, what was written and what comes next.

    Raises `UsageError` where there is a configuration already or a link in its place, or for an unknown profile.
    """
    target = folder / NAME
    require_regular(target)
    above = nearest(folder.absolute())
    if above is not None and above.parent == folder.absolute():
        raise UsageError(f"{above}: is there already; 'medlint config show' tells what it says")
    Configuration({"profile": profile} if profile else {}, isolated=True, environment={}).run()
    ignored, built = GitIgnored(), [name for name in _BUILT if (folder / name).is_dir()]
    targets = discover(
        [folder], lambda path, is_folder: ignored(path.absolute(), is_folder) or _in(built, path, folder)
    )
    articles = [target.path for target in targets if target.error is None]
    write_whole(target, _TEMPLATE.format(profile=_profile_line(profile), exclude=_listed(built)), new=True)
    yield f"Found {_found(articles)} in {folder.absolute()}"
    if above is not None:
        yield f'Not used here any more: {above}; to build on it write extend = "{os.path.relpath(above, folder)}"'
    yield f"Wrote {target}"
    yield from ("", f"To lint at every commit, put into {HOOKS}{_there(folder)}:", "", _SNIPPET)
    yield from ("", "Next:", "  medlint check ." + (" --format concise" if len(articles) > 1 else ""))
    if len(articles) >= MANY:
        yield "  medlint baseline write    to be told of new findings only"


def _profile_line(profile: str | None) -> str:
    if profile:
        return f'profile = "{profile}"\n'
    known = sorted((each for each in load_profiles().values() if each.sort == "profile"), key=lambda each: each.name)
    return "\n".join(f'# profile = "{each.name}"  # {each.summary}' for each in known) + "\n"


def _found(articles: Sequence[Path]) -> str:
    counts = Counter(form.value for form in map(format_of, articles) if form)
    kinds = ", ".join(f"{count} {form}" for form, count in sorted(counts.items()))
    return f"{len(articles)} article{'' if len(articles) == 1 else 's'}" + (f" ({kinds})" if kinds else "")


def _listed(folders: Sequence[str]) -> str:
    return ", ".join(f'"/{name}/"' for name in folders)


def _in(names: Sequence[str], path: Path, folder: Path) -> bool:
    return path.relative_to(folder).parts[0] in names


def _there(folder: Path) -> str:
    return ", which is there already" if (folder / HOOKS).is_file() else ""
