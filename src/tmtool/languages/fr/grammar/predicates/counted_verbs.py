"""Is a verb in the singular after a number that says how many of several: 27 étaient achevées et 4 *restait*, six
réunions, dont quatre *a* trait?

A number alone is the subject only where another one of the sentence is, whose verb is in the plural (point 4 restait),
or right after dont. The words are in ``counted_verbs.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.subjects.subjects import CLITICS
from tmtool.languages.fr.grammar.words.reading import THIRD, Word, place_before
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))

_SEVERAL = re.compile(r"(?P<mark>[,;]?)\s(?!1\s)\d{1,3}(?:[ \u00a0\u202f]\d{3})*\s")
_JOINING = frozenset({"et", "dont", "mais", "tandis", "que", "alors"})
_ABOUT = frozenset(tuple(phrase.split("_")) for phrase in _WORDS["about"]) | {()}
"""What may come between dont and the number."""
_FARTHEST = 25
"""Words between the verbs of two numbers at most."""


def of_a_number(words: tuple[Word, ...]) -> Iterator[Word]:
    """Yields the verbs in the singular right after a number of several that is their subject, in order."""
    plural = -_FARTHEST
    for place, word in enumerate(words):
        counted = _SEVERAL.fullmatch(word.before) if place else None
        if counted is None or word.categories != {"V"}:
            continue
        if word.persons == {"3p"}:
            plural = place
        elif word.persons == {"3s"} and place - plural < _FARTHEST:
            joined = counted["mark"] or words[place - 1].lower in _JOINING
            if joined and not any("." in one.before for one in words[plural + 1 : place + 1]):
                yield word


def of_a_number_after_dont(words: tuple[Word, ...]) -> Iterator[Word]:
    """Yields the verbs in the singular of which a number of several right after dont is the subject, in order."""
    for place, word in enumerate(words):
        sure = word.categories <= {"V"} or word.lower in _WORDS["sure verbs"]
        if word.persons & THIRD != {"3s"} or word.is_infinitive or word.is_present_participle or not sure:
            continue
        number = place_before(words, place, CLITICS)
        while number > 0 and words[number + 1].joined and words[number].lower in _WORDS["within"]:
            number -= 1
        figure = number >= 0 and _SEVERAL.fullmatch(words[number + 1].before)
        if figure:
            number += 1  # the figure stands before this word
        elif number < 1 or words[number].lower not in _WORDS["numbers"] or not words[number + 1].joined:
            continue
        first = next((at for at in range(number - 1, max(-1, number - 4), -1) if words[at].lower == "dont"), -1)
        between = words[first + 1 : number]
        whole = all(one.joined for one in words[first + 1 : number + (not figure)])
        if first >= 0 and whole and tuple(one.lower for one in between) in _ABOUT:
            yield word
