"""Claims databases of a publisher: a small one that is sound, and faults sown into its files."""

from __future__ import annotations

from hypothesis import strategies as st
from oddfiles import STANDINGS
from rulepacks import LINES, text_of
from sowing import garbled, sown
from tinybase import CONCEPTS, INFO, SECTIONS, SOURCES, controversy, kind_of, sound

RECORDS = [*sound(), controversy("row", "rec-epidural")]
TOPIC = {}
for record in RECORDS:
    TOPIC.setdefault(SECTIONS[kind_of(record)], []).append(record)
FILES = {
    "database.yaml": INFO,
    "sources/all.yaml": {"sources": SOURCES},
    "concepts/all.yaml": {"concepts": CONCEPTS},
    "topics/spine/epidural.yaml": TOPIC,
}


def _files(content):
    spoilt = st.tuples(garbled(sown(st.just(content)).map(text_of), LINES), STANDINGS)
    return st.one_of(st.just((text_of(content).encode(), "plain")), spoilt)


DATABASES = st.fixed_dictionaries(
    {name: _files(content) for name, content in FILES.items()},
    optional={
        "topics/more.yaml": _files(TOPIC),
        "topics/.hidden.yaml": _files(TOPIC),
        "sources/more.yml": _files({"sources": SOURCES}),
    },
)
