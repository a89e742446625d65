"""The spaCy pipeline: a tokenizer, no model.

Built once a process; spaCy is imported here and nowhere earlier.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from medlint.language.normal import normalise_word
from medlint.language.spacyimport import import_spacy

if TYPE_CHECKING:
    from spacy.language import Language

# Abbreviations that a full stop ends without ending the sentence, where spaCy's exceptions lack them.
_ABBREVIATIONS = ("vs.", "Fig.", "fig.", "approx.", "Approx.", "no.", "Nos.", "Eq.", "Ref.", "refs.", "min.", "max.")

# What is worked out for each new word; spaCy's other sixteen attributes take longer than all the rest of tokenising.
_LEXICAL = ("LOWER", "NORM", "IS_ALPHA", "IS_PUNCT", "IS_SPACE", "LANG")


@cache
def pipeline() -> Language:
    """The English pipeline: tokens with a NORM that folds spelling."""
    nlp: Language = import_spacy().blank("en")
    from spacy.attrs import IDS, NORM

    nlp.max_length = sys.maxsize  # the limit is for models that need memory by the word, of which there are none
    tokenizer: Any = nlp.tokenizer
    tokenizer.rules = {text: rule for text, rule in tokenizer.rules.items() if not _is_emoticon(text)}
    for text in _ABBREVIATIONS:
        tokenizer.add_special_case(text, [{"ORTH": text}])
    lexical: Any = nlp.vocab
    used = {IDS[name] for name in _LEXICAL}
    lexical.lex_attr_getters = {name: get for name, get in lexical.lex_attr_getters.items() if name in used}
    lexical.lex_attr_getters[NORM] = normalise_word
    for lexeme in lexical:  # those that spaCy's exceptions brought in
        lexeme.norm_ = normalise_word(lexeme.text)
    return nlp


def tokenizer_exceptions() -> Mapping[str, object]:
    """The words that the tokenizer does not take as they are, such as "cannot"."""
    tokenizer: Any = pipeline().tokenizer
    rules: Mapping[str, object] = tokenizer.rules
    return rules


def _is_emoticon(text: str) -> bool:
    """Whether a tokenizer exception is a smiley: as one, "(ESIs):" would end in the token "):"."""
    return any(mark in text for mark in ":;=()<>[]{}^@\\/|*") or not any(character.isalpha() for character in text)
