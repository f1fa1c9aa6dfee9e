"""Do participles that et joins after one être agree with each other, and none after avoir: ont été projetées à l'écran
et *adoptés*, a tenu trois réunions et *examinés* 12 plaintes?

Only one right after et, ou, ni or puis is read, or after a comma where another one follows, and only where no noun
between the two could be what it qualifies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.adjective_words import FIXED
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_be, linked
from tmtool.languages.fr.grammar.nouns.noun_groups import MONTHS
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb, is_have, is_only_participle
from tmtool.languages.fr.grammar.predicates.objects_before import has_object_before, is_followed
from tmtool.languages.fr.grammar.predicates.participle_disagreement import Disagreement
from tmtool.languages.fr.grammar.predicates.participles import auxiliary_before
from tmtool.languages.fr.grammar.subjects.subject_words import CLITICS
from tmtool.languages.fr.grammar.words.closed_words import RELATIVES
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_SYMBOL = re.compile(r"[ \u00a0\u202f]\d+/\d+[ \u00a0\u202f]")
"""The number of a resolution: 12/4."""
_POSSIBLE = frozenset({"possible"})
"""Adjectives without a noun: dès que possible."""
_FARTHEST = 16
"""Words between the two participles at most."""
_TIMES = _WORDS["times"]
_MARKS = (",", ";", ":", ".", "(", ")")
"""Marks after which words that a comma has opened are over."""
_ADVERBS = 2
"""Adverbs between être and the first at most."""
_JOINTS = frozenset({"et", "ou", "ni", "puis"})
_ENDS = RELATIVES | {"mais", "lequel", "laquelle"}
"""Words behind which another clause goes on."""


def disagreements(words: tuple[Word, ...]) -> Iterator[Disagreement]:
    """Yields each further participle that does not agree with the first one of its être, or agrees after avoir."""
    for place in range(len(words) - 2):
        verb = auxiliary_before(words, place + 1)
        have = verb is None and is_have(words[place]) and words[place].text != "A"
        if verb is None and not have:
            continue
        first = place + 1
        while first < min(len(words) - 1, place + 1 + _ADVERBS) and (
            is_adverb(words[first]) or words[first].lower == "ni"
        ):
            first += 1
        one = words[first]
        if not all(word.joined for word in words[place + 1 : first + 1]) or one.is_name or one.lower in ("été", "eu"):
            continue
        if have:
            yield from _after_avoir(words, place, first)
        elif verb is not None and (one.categories == {"A"} or (one.is_participle and one.lower not in FIXED)):
            yield from _after_be(words, verb, first)


def _after_be(words: tuple[Word, ...], verb: int, first: int) -> Iterator[Disagreement]:
    """Yields the participles joined to the one at `first` that differ from it, with no noun between for them."""
    for last, second in _joined(words, first):
        agreement = words[second].agreement()
        unlike = not words[first].agreement() & agreement and not _has_a_noun(words, last, second)
        if unlike and not _goes_on_from_avoir(words, verb, second):
            yield Disagreement(words[verb], words[second])


def _goes_on_from_avoir(words: tuple[Word, ...], verb: int, second: int) -> bool:
    """Tells whether a participle has its object after it and may be of an avoir before the clause: il a demandé que la
    cinquième soit précisée et *jugé la* sixième prématurée."""
    has_object = "ms" in words[second].agreement() and words[second + 1 : second + 2]
    if not has_object or not words[second + 1].joined or not is_determiner(words[second + 1]):
        return False
    for at in range(verb - 1, 0, -1):
        if words[at].mark[-1:] in (".", ";"):
            return False
        if is_have(words[at]) and words[at + 1].is_participle:
            return True
    return False


def _after_avoir(words: tuple[Word, ...], have: int, first: int) -> Iterator[Disagreement]:
    """Yields the participles joined to the one at `first` after avoir that agree, though their object comes after them
    or there is none: n'a ni approuvé ni *rejetée* la proposition."""
    if not is_only_participle(words[first]) or "ms" not in words[first].agreement():
        return
    for last, second in _joined(words, first):
        word = words[second]
        if "ms" in word.agreement() or not is_only_participle(word):
            continue
        alone = words[second - 1].lower in _JOINTS and not _has_a_noun(words, last, second)
        if (is_followed(words, second) or alone) and not has_object_before(words, have, second):
            yield Disagreement(words[have], word, after_avoir=True)


def _joined(words: tuple[Word, ...], first: int) -> Iterator[tuple[int, int]]:
    """Yields the places of the participles, or adjectives, after the first that a joint, or a comma, joins to it, each
    after the place of the one before it."""
    last = first
    for at in range(first + 1, min(len(words) - 1, first + 2 + _FARTHEST)):
        word, following = words[at], words[at + 1]
        first_day = word.lower == "er" and word.mark == "1"
        listed = word.before == ", " and _is_done(word) and not _has_a_noun(words, last, at)
        listed = listed and not _is_aside(words, at)
        if not (linked(word) or first_day or listed or _SYMBOL.fullmatch(word.before)):
            return
        if listed:
            yield last, at
            last = at
        if word.lower in _JOINTS:
            adjective = following.categories == {"A"} and not following.is_name
            inverted = is_be(words[min(at + 2, len(words) - 1)])  # et seuls sont admis
            if following.joined and (adjective or _is_done(following)) and not inverted:
                yield last, at + 1
            return
        soon = word.lower == "que" and words[at - 1].lower == "dès" and following.lower == "possible"
        if (word.lower in _ENDS and not soon) or word.is_finite_verb:
            return


def _is_aside(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle after a comma opens words that another comma closes right before a verb, of whose
    subject they are said: la crainte que le port soit fermé, *exprimée* en mai, n'est plus fondée."""
    end = next((at for at in range(place + 1, len(words)) if words[at].mark[-1:] in _MARKS), 0)
    verb = end
    while verb and verb + 1 < len(words) and words[verb].lower in CLITICS:
        verb += 1
    parted = bool(end) and words[end].mark[-1:] == ","
    return parted and bool(words[verb].persons & THIRD) and not is_determiner(words[verb])


def _is_done(word: Word) -> bool:
    """Tells whether a word can be nothing but a participle that agrees."""
    return is_only_participle(word) and word.lower not in FIXED


def _has_a_noun(words: tuple[Word, ...], first: int, second: int) -> bool:
    """Tells whether a noun between two participles may be what the second qualifies."""
    wanted = words[second].agreement()
    for other in words[first + 1 : second]:
        small = other.lower in MONTHS | _TIMES | _POSSIBLE or "PREP" in other.categories or is_determiner(other)
        quality = words[second].is_participle and other.categories <= {"A", "V"} and not other.is_name  # ouvrables
        if not small and not quality and other.agreement() & wanted:
            return True
    return False
