"""Is a participle, with whatever ending, where only an infinitive can be: les projets à *financés*, ont dû *fermés*, a
fait *construit* une école; or alone after après: après *examiné* le texte?

``infinitives.py`` reads those in -é after a preposition or a verb; here are the others. The words are in
``infinitives.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.forms.infinitives import Exchange
from tmtool.languages.fr.grammar.forms.wanted_infinitives import is_after_to, opens_an_object, wanting_infinitive
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.predicates.compound_verbs import before_adverbs, is_adverb, is_have
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_name("infinitives.tsv"))
_ADVERBS = 3
"""Adverbs between a verb and its participle at most."""
_LEAST_BEFORE, _ADJECTIVES = 2, 7
"""Words at least before an adjective of a noun after a preposition; and back from a participle to that noun at most."""
_FARTHEST = 40
"""Words back to the infinitive to which a participle is joined."""


def exchanges(words: tuple[Word, ...]) -> Iterator[Exchange]:
    """Yields the participles that stand for an infinitive, or lack avoir, in order."""
    for place in range(1, len(words)):
        word, before = words[place], words[place - 1]
        if not word.joined or not word.is_participle or word.is_name or not word.categories <= {"A", "N", "V"}:
            continue
        if before.lower == "après" and "ms" in word.agreement() and opens_an_object(words, place + 1):
            yield Exchange(before, word, f"avoir {word.text}")
        elif (
            "ms" not in word.agreement()
            and word.lower not in _WORDS["no modal forms"]
            and _is_only_participle(word)
            and is_after_to(words, place)
        ) or (before.lower in ("le", "les") and _is_only_participle(word) and _is_taken_up(words, place - 1)):
            yield Exchange(before, word, _infinitive(word))
        elif (wanting := wanting_infinitive(words, place)) is not None:
            yield Exchange(wanting, word, _infinitive(word))
        elif (modal := _modal(words, place)) is not None and (not word.lower.endswith("é") or modal.lower == "fait"):
            yield Exchange(modal, word, _infinitive(word))
        elif word.lower.endswith("é") and _is_only_participle(word) and _goes_on_with_infinitives(words, place):
            yield Exchange(before, word, _infinitive(word))


def _is_taken_up(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a le or les comes right after a de or à that it would be one word with, if it were no pronoun:
    permettre de les *comblées*."""
    return place > 0 and words[place].joined and not words[place].is_name and words[place - 1].lower in ("de", "à")


def _is_only_participle(word: Word) -> bool:
    """Tells whether a word can be nothing but a past participle, or an adjective made of one."""
    return word.is_participle and word.categories <= {"A", "V"} and not (word.persons & THIRD or word.is_infinitive)


def _infinitive(word: Word) -> str:
    return next(entry.lemma for entry in word.entries if any(feature[0] == "K" for feature in entry.features))


def _modal(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the form of a modal verb, or fait after avoir, right before a participle, adverbs between; None for
    none."""
    at = before_adverbs(words, place, most=_ADVERBS, least=0, passes=_is_adverb)
    modal = words[at]
    if not words[at + 1].joined:
        return None
    had = at > 0 and modal.joined and is_have(words[at - 1]) and words[at - 1].text != "A"
    if modal.lower == "fait":
        return modal if had and at == place - 1 and opens_an_object(words, place + 1) else None
    if not any(entry.lemma in _WORDS["sure modal verbs"] for entry in modal.entries if entry.category == "V"):
        return None
    finite = bool(modal.persons & THIRD) and not (at > 0 and is_determiner(words[at - 1]))
    return modal if (finite and "ms" not in words[place].agreement()) or (modal.is_participle and had) else None


def _is_adverb(word: Word) -> bool:
    return is_adverb(word) or word.lower == "peut-être"


def _goes_on_with_infinitives(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle with an object is joined by et to an infinitive with its own, and to no participle:
    afin de recueillir des preuves et *interrogé* les témoins."""
    if (
        words[place - 1].lower not in ("et", "ou")
        or words[place - 2].is_infinitive
        or not opens_an_object(words, place + 1)
        or _is_said_of_a_noun(words, place)
    ):
        return False
    found = False
    for at in range(place - 2, max(-1, place - _FARTHEST), -1):
        word = words[at]
        if is_have(word) or word.lower in ("avoir", "ayant") or word.is_participle:
            return False
        found = found or (word.is_infinitive and word.categories == {"V"})
        if word.opens_clause:
            break
    return found


def _is_said_of_a_noun(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether et joins a participle to an adjective of a noun that comes after a preposition, so that the object
    after it may be that of the infinitive: comparer à un débat franc et *animé* un échange."""
    at = place - 2
    if at < _LEAST_BEFORE or "A" not in words[at].categories or words[at].agreement({"A"}).isdisjoint({"ms"}):
        return False
    while at > _LEAST_BEFORE and "A" in words[at].categories and place - at < _ADJECTIVES:
        at -= 1
    noun, before = words[at], words[at - 1]
    if "N" not in noun.categories or "ms" not in noun.agreement({"N"}) or not noun.joined:
        return False
    is_contracted = before.lower in ("du", "au")
    return is_contracted or "PREP" in (words[at - 2] if is_determiner(before) else before).categories
