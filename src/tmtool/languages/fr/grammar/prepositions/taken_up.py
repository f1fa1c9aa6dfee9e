"""Does en or y stand before a verb whose complement the other takes up: invités à *en* adhérer, d'*y* prendre note?

The verbs are in ``taken_up.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.predicates.compound_verbs import is_have
from tmtool.languages.fr.grammar.prepositions.governed import Misgoverned
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import QUE, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_OF, _TO = OF_FORMS | QUE, TO_FORMS
_NEAR = 8
"""Words before y, and after its verb, among which what goes with de may be."""
_PRONOUNS = frozenset({"en", "y"})


def exchanged(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields each en and y before a verb that goes with the other."""
    for place, word in enumerate(words[:-1]):
        if word.lower not in _PRONOUNS or not words[place + 1].joined:
            continue
        verb = words[place + 1]
        lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
        if word.lower == "en":
            direct = _is_verb(verb) and _goes_with_y(words, place, lemmas)
            if direct or _makes_a_phrase(words, place + 1, "phrases with y", _TO):
                yield Misgoverned(verb, word, verb, "y")
            elif _is_had(words, place + 1):
                yield Misgoverned(words[place + 2], word, words[place + 2], "y")
        elif _makes_a_phrase(words, place + 1, "phrases with en", _OF):
            yield Misgoverned(verb, word, words[place + 2], "en")
        elif _wants_of(words, place):
            yield Misgoverned(verb, word, verb, "en")


def _is_verb(word: Word) -> bool:
    """Tells whether a word after en can be nothing but a verb, and makes no gerund with it."""
    return word.categories <= {"V"} and not word.is_present_participle and not word.is_participle


def _goes_with_y(words: tuple[Word, ...], en: int, lemmas: set[str]) -> bool:
    reflexive = en > 0 and words[en].joined and words[en - 1].lower in ("s'", "se")
    return bool(lemmas) and lemmas <= _WORDS["reflexive with y" if reflexive else "with y"]


def _makes_a_phrase(words: tuple[Word, ...], verb: int, which: str, forms: frozenset[str]) -> bool:
    """Tells whether a noun makes a phrase with a verb, after avoir too, and its preposition does not come: y prendre
    note, y ont fait usage."""
    if not (words[verb].is_infinitive or words[verb].persons) or words[verb].is_present_participle:
        return False
    helped = is_have(words[verb]) and verb + 1 < len(words) and words[verb + 1].is_participle
    last = verb + helped
    if last + 1 >= len(words) or not (words[last].joined and words[last + 1].joined):
        return False
    phrase = any(f"{entry.lemma}_{words[last + 1].lower}" in _WORDS[which] for entry in words[last].entries)
    after = words[last + 2] if last + 2 < len(words) and words[last + 2].joined else None
    only = after is not None and after.lower in QUE and words[verb - 2].lower in ("n'", "ne")
    return phrase and (after is None or only or after.lower not in forms)


def _is_had(words: tuple[Word, ...], have: int) -> bool:
    """Tells whether avoir and the participle of a verb that goes with y come here: en a réfléchi."""
    if have + 1 >= len(words) or not is_have(words[have]) or not words[have].persons or not words[have + 1].joined:
        return False
    lemmas = {entry.lemma for entry in words[have + 1].entries if entry.category == "V"}
    return words[have + 1].is_participle and bool(lemmas) and lemmas <= _WORDS["with y"]


def _wants_of(words: tuple[Word, ...], y: int) -> bool:
    """Tells whether a verb goes with de, or with en, alone, and de does not come: y dépendent."""
    verb = words[y + 1]
    reflexive = y > 0 and words[y].joined and words[y - 1].lower in ("s'", "se")
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    if not lemmas or not lemmas <= _WORDS["reflexive with en" if reflexive else "with en"]:
        return False
    start = y
    while start > max(0, y - _NEAR) and not words[start].opens_clause:
        start -= 1
    near = words[start:y] + words[y + 2 : y + 2 + _NEAR]
    return verb.categories <= {"V"} and not any(word.lower in _OF or word.lower in _WORDS["with de"] for word in near)
