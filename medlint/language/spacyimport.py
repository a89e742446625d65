"""Importing spaCy without its command line, which would take half of the time a person waits for one page.

`import spacy` imports every spaCy command, and with them web clients and progress bars, for the sake of `spacy.info`.
A stand-in takes the place of `spacy.cli` while spaCy is imported and leaves again, so that a later `import spacy.cli`
finds the real one.
"""

from __future__ import annotations

import sys
from types import ModuleType

_STAND_INS = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> ModuleType:
    """The `spacy` module; `spacy.info` is missing from it unless spaCy was imported before."""
    if "spacy" not in sys.modules:
        stand_ins = {name: ModuleType(name) for name in _STAND_INS}
        stand_ins["spacy.cli"].__path__ = []
        stand_ins["spacy.cli.info"].__dict__["info"] = None
        sys.modules.update(stand_ins)
        try:
            import spacy

            for attribute in ("info", "cli"):
                spacy.__dict__.pop(attribute, None)
        finally:
            for name in _STAND_INS:
                sys.modules.pop(name, None)
    import spacy

    return spacy
