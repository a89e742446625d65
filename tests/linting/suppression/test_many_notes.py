"""However many notes there are, which of them holds on what is found as if each were held against each, but faster."""

import re
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.documents.model import Comment
from medlint.documents.position import Format
from medlint.documents.reading import parse
from medlint.linting.rules import load_rulebook
from medlint.linting.suppression.applying import Seen, Suppressor
from medlint.linting.suppression.covering import Places, Ranges
from medlint.linting.suppression.directives import Directive, Verb, directives
from medlint.linting.suppression.ranges import Range

NOTE = Directive(Comment("", 0, 0), Verb.IGNORE, ("OVS103",), None, "why")
STRETCHES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)), max_size=12)
FEW, MANY = 500, 4_000  # notes
NOTES = {
    "that hold": "<!-- medlint: ignore[OVS101] -- known -->\n\nIt cures.\n\n",
    "in one line": "It cures. <!-- medlint: ignore-line[OVS101] -- known --> ",
    "that begin and end": "<!-- medlint: disable[OVS] -- agreed -->\n\nIt cures.\n\n<!-- medlint: enable[OVS] -->\n\n",
    "that never end": "<!-- medlint: disable[OVS] -- agreed -->\n\nIt cures.\n\n",
    "that end nothing": "<!-- medlint: enable[OVS] -->\n\nIt cures.\n\n",
}


def ranges_of(stretches):
    return [Range(NOTE, "OVS103", start, start + length) for start, length in stretches]


def covers(each, start, end):
    return start < each.end and each.start < end


@given(STRETCHES, STRETCHES)
def test_the_first_range_on_words_is_found(stretches, words):
    numbered = list(enumerate(ranges_of(stretches)))
    asked = Ranges(numbered)
    for start, length in sorted(words):
        wanted = next(((n, each) for n, each in numbered if covers(each, start, start + length + 1)), None)
        assert asked.first_on(start, start + length + 1) == wanted


@given(STRETCHES, STRETCHES)
def test_whether_any_words_lie_on_a_range_is_found(stretches, words):
    places = [(start, start + length + 1) for start, length in words]
    for each in ranges_of(stretches):
        assert Places(places).any_on(each) == any(covers(each, *place) for place in places)


def seconds(source):
    document = parse(source, Format.MARKDOWN)
    rules = load_rulebook(()).rules
    seen = [Seen("OVS101", *match.span()) for match in re.finditer("cures", source)]
    started = time.process_time()
    Suppressor(document, rules, rules, frozenset(), date(2027, 6, 30)).apply((), seen)
    return time.process_time() - started


@pytest.mark.parametrize("kind", NOTES)
def test_eight_times_the_notes_take_nowhere_near_sixty_four_times_as_long(kind):
    few, many = (min(seconds(NOTES[kind] * count) for _ in range(2)) for count in (FEW, MANY))
    assert many < max(0.1, 20 * few)


def test_a_rule_named_again_and_again_in_a_note_is_one():
    note = Comment(f"medlint: ignore[{'OVS101,' * 9}] -- why", 0, 9)
    assert [directive.selectors for directive in directives([note])] == [("OVS101",)]
