from __future__ import annotations

from typing import Any

from markedpages import Cued, Handmade, found, page
from measures.engine import Engine
from measures.firing import Firing, firings

TEXT = "It cures gout. It ends pain for good. It may help."
MARKED = (("cures gout", "ends pain"), ("cures gout",))
ENGINE: Any = Cued()


def of(name: str, *words_and_cues: tuple[str, str]) -> Any:
    return page(TEXT, MARKED, *(found(TEXT, words, cues=(cue,)) for words, cue in words_and_cues), id=name)


def test_a_cue_that_speaks_on_one_page_is_questioned() -> None:
    pages = [of("a", ("cures", "cure"), ("ends", "end")), of("b", ("cures", "cure"))]
    assert {firing.cue: firing.questioned for firing in firings(pages, (), ENGINE)} == {"cure": False, "end": True}


def test_findings_of_a_cue_are_counted_by_how_many_marked_their_sentence() -> None:
    pages = [of("a", ("cures", "verb"), ("ends", "verb"), ("may help", "verb"))]
    assert firings(pages, (), ENGINE) == [Firing("verb", pages=1, both=1, one=1, neither=1, elsewhere=0)]


def test_texts_elsewhere_are_counted_once_each() -> None:
    twice: Any = Handmade((found(TEXT, "cures", cues=("cure",)), found(TEXT, "ends", cues=("cure",))), {})
    (firing,) = firings([of("a", ("cures", "cure"))], [twice], ENGINE)
    assert firing.elsewhere == 1


def test_the_engine_knows_the_cues_and_patterns_of_a_finding(engine: Engine) -> None:
    checked = engine.check("# Epidural steroid injections for sciatica\n\nThey give lasting relief.\n")
    finding = next(f for f in checked.overstatements if f.code == "OVS103")
    assert {"lasting-benefit", "durable.lasting", "benefit-noun.relief"} <= engine.cues(checked, finding)
