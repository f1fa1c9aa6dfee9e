"""Does a sentence deny something around a number that words bound, which may turn the bound round?

Under neither of them would a Party pay more than 0.01 per cent: 0.01 per cent is the most, although more than is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tmtool.checks.evidence.values.bounded import Bounded, cues_of
from tmtool.languages.denial_cues import cue
from tmtool.languages.language import Language

_ENDS = (". ", ";", ":")
_SHORT = 16
"""Characters of words that bound a number and deny nothing else: not less than."""


def is_denied(one: Bounded, text: str, language: Language) -> bool:
    """Tells whether the sentence denies something before the words that bound a number, which may turn the bound round:
    under neither of them would a Party pay more than 0.01 per cent. What bounds another number denies nothing, unless
    another word is joined to it: not exceeding five pages, by 30 October; not more than 170 cm or less than 45 cm."""
    before = text[sentence_of(one, text)[0] : one.span.start]
    return denies(before, language) and denies(without_short(before, language), language)


def without_short(text: str, language: Language) -> str:
    """Returns a text with blanks in place of the short words that bound a number and have nothing joined to them."""
    joining = language.small_words.conjunction
    bounds = [
        found
        for cue_of_bound in cues_of(language.tag)
        if cue_of_bound.is_in(text)
        for found in cue_of_bound.pattern.finditer(text)
        if len(found[0]) <= _SHORT and not joining.search(text, found.end())
    ]
    return _without(text, bounds)


def may_be_denied(one: Bounded, text: str, language: Language) -> bool:
    """Tells whether the sentence may deny something outside the words that bound a number, by its meaning too: faute de
    s'être inscrites le 25 juin au plus tard, was unable to meet before 3 May."""
    if is_denied(one, text, language) or is_denied_after(one, text, language):
        return True
    start, end = sentence_of(one, text)
    denials = cue(language.tag, "answer").finditer(text, start, end)
    return any(found.end() <= one.span.start or found.start() >= one.span.end for found in denials)


def sentence_of(one: Bounded, text: str) -> tuple[int, int]:
    """Returns where the sentence of a number begins and ends."""
    ends = [end for mark in _ENDS if (end := text.find(mark, one.span.end)) >= 0]
    return max(text.rfind(mark, 0, one.span.start) for mark in _ENDS) + 1, min(ends, default=len(text))


def is_denied_after(one: Bounded, text: str, language: Language) -> bool:
    """Tells whether the sentence denies something after the words that bound a number."""
    return denies(text[one.span.end : sentence_of(one, text)[1]], language)


def _without(text: str, places: Sequence[re.Match[str]]) -> str:
    """Returns a text with blanks in some places."""
    for found in places:
        text = text[: found.start()] + " " * len(found[0]) + text[found.end() :]
    return text


def denies(text: str, language: Language) -> bool:
    """Tells whether a word of a text denies something."""
    denials = language.contrasts.classes["negation"]
    return any(language.fold(word) in denials for word in language.words_written(text))
