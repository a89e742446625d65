"""`python -m medlint` is `medlint`."""

import os
import sys

import medlint


def _leave_the_working_folder() -> None:
    """Have Python import nothing from the working folder, which it searches first and which holds others' files.

    Of medlint itself only a checkout that is not installed is found there, and then that is what runs already.
    """
    if sys.flags.safe_path:
        return
    own = os.path.dirname(os.path.dirname(os.path.realpath(medlint.__file__)))  # noqa: PTH120 - imports nothing more
    try:
        here = os.getcwd()  # noqa: PTH109
    except FileNotFoundError:  # it was deleted
        here = ""
    if sys.path[0] in ("", here) and (not here or os.path.realpath(here) != own):
        del sys.path[0]


_leave_the_working_folder()

from medlint.cli.main import main  # noqa: E402 - now that nothing else can be meant

if __name__ == "__main__":
    main()
