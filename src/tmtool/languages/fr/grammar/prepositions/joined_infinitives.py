"""Have two infinitives that et, ou or ni joins the same preposition: les engage à ne pas autoriser de filets et *de* ne
pas renouveler les autorisations; est chargé d'examiner la question et *à* adopter le texte, et *adopter* le texte?

Both hang on one word, which has one preposition. Where both are denied they are plainly a pair; otherwise the word on
which the first hangs must be known to have that preposition alone, and nothing before may have the other. An infinitive
without one is told where no verb of the sentence has infinitives alone. The words are those of ``government.tsv`` and
``bare_infinitives.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb
from tmtool.languages.fr.grammar.prepositions.bare_infinitives import WORDS as BARE
from tmtool.languages.fr.grammar.prepositions.governed import WORDS, infinitive_after, is_infinitive
from tmtool.languages.fr.grammar.words.closed_words import JOINTS, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_KINDS = {"à": "à", "de": "de", "d'": "de"}
_ENDS = (".", ";", ":", "(", ")")
_GOVERNING = {
    "de": WORDS["of"]
    | WORDS["infinitive de"]
    | WORDS["agent de"]
    | WORDS["agent to whom de"]
    | WORDS["adjective de infinitive"]
    | WORDS["noun de infinitive"]
    | WORDS["noun de infinitive and object"]
    | WORDS["impersonal de infinitive"]
    | {"convenir", "charger", "tenir"},
    "à": WORDS["to"] | WORDS["agent à"] | WORDS["adjective à infinitive"] | WORDS["noun à infinitive"],
}
"""Lemmas of words with a preposition before their infinitive."""
_OPENING = _WORDS["opening"]
_AGENT = 8
"""Words between a verb and its preposition at most: invite les États parties à."""
_FEW = 2
"""Words up to the joint from an infinitive that has something after it, besides an adverb, and its joint."""
_LONGEST = 40
"""Words between the two prepositions at most."""


class Misjoined(NamedTuple):
    """A `Misjoined` is a preposition before the second of two infinitives, and the one before the first."""

    wrong: Word
    first: Word


def misjoined(words: tuple[Word, ...]) -> Iterator[Misjoined]:
    """Yields the prepositions before the second of two denied infinitives that differ from that before the first."""
    for place in range(2, len(words) - 2):
        kind = _KINDS.get(words[place].lower)
        if kind is None or words[place - 1].lower not in JOINTS or not _is_denied(words, place):
            continue
        before = list(_prepositions_before(words, place - 1))
        if not before or any(_KINDS[words[at].lower] == kind for at in before):
            continue
        if _is_denied(words, before[0]):
            yield Misjoined(words[place], words[before[0]])


class Unmarked(NamedTuple):
    """An `Unmarked` is the second of two infinitives, without the preposition `right`, and the word that governs it."""

    governing: Word
    right: str
    infinitive: Word


def unmarked(words: tuple[Word, ...]) -> Iterator[Unmarked]:
    """Yields the infinitives that et or ou joins to one after de or à with its object, and that have no preposition."""
    for place in range(4, len(words) - 1):
        if words[place].lower not in ("et", "ou") or not words[place].joined or not infinitive_after(words, place + 1):
            continue
        first = _object_before(words, place)
        governing = _governing(words, first) if first else -1
        before = _sentence_before(words, place)
        if governing < 0 or any(_has_bare_infinitives(word) for word in before):
            continue
        if words[governing] is before[0] and words[governing].is_infinitive:  # Permettre à tous de vivre et promouvoir
            continue
        infinitive = next(word for at, word in enumerate(words) if at > place and word.is_infinitive)
        yield Unmarked(words[governing], _KINDS[words[first].lower], infinitive)


def exchanged(words: tuple[Word, ...]) -> Iterator[Misjoined]:
    """Yields the prepositions before the second of two infinitives that differ from that before the first, where the
    word on which both hang has only the one."""
    for place in range(4, len(words) - 1):
        kind = _KINDS.get(words[place].lower)
        if kind is None or words[place - 1].lower not in ("et", "ou") or not infinitive_after(words, place + 1):
            continue
        first = _object_before(words, place - 1) if words[place - 1].joined and words[place].joined else 0
        governing = _governing(words, first) if first and _KINDS[words[first].lower] != kind else -1
        before = _sentence_before(words, place - 1)
        start = place - 1 - len(before)
        start = governing if _is_main_verb(words, start, governing) else start
        if governing < 0 or any(_may_govern(words, at, kind) for at in range(start, place - 1)):
            continue
        to_them = any(entry.lemma in WORDS["agent to whom de"] for entry in words[governing].entries)
        if kind == "de" or to_them or not any(word.lower in TO_FORMS for word in before):
            yield Misjoined(words[place], words[first])


def _sentence_before(words: tuple[Word, ...], end: int) -> tuple[Word, ...]:
    """Returns the words of the sentence before a place."""
    start = end
    while start > 0 and not any(mark in words[start].before for mark in _ENDS):
        start -= 1
    return words[start:end]


def _object_before(words: tuple[Word, ...], end: int) -> int:
    """Returns the place of a preposition before an infinitive that has a noun with its determiner after it, or other
    words, and no other verb up to `end`; 0 for none."""
    owned = False
    for at in range(end - 1, max(0, end - _LONGEST), -1):
        word = words[at]
        if not words[at + 1].joined or word.lower in _OPENING:
            return 0
        if is_infinitive(words, at):
            while at > 1 and words[at - 1].joined and words[at - 1].lower in WORDS["clitics"]:
                at -= 1
            owned = owned or end - at > _FEW
            return at - 1 if owned and words[at].joined and words[at - 1].lower in _KINDS else 0
        if word.categories == {"V"} and word.persons and not word.is_participle and not word.is_name:
            return 0
        owned = owned or (is_determiner(word) and "N" in words[at + 1].categories)
    return 0


def _governing(words: tuple[Word, ...], preposition: int) -> int:
    """Returns the place of the word on which the infinitive after a preposition hangs, right before, or before those
    who are asked; -1 for none."""
    kind = _KINDS[words[preposition].lower]
    while not words[preposition].joined or words[preposition - 1].lower in ("et", "ou"):
        earlier = _prepositions_before(words, preposition - 1)
        preposition = next((at for at in earlier if _KINDS[words[at].lower] == kind), 0)
        if not preposition:
            return -1
    other = "à" if kind == "de" else "de"
    for at in range(preposition - 1, max(-1, preposition - _AGENT), -1):
        if not words[at + 1].joined or words[at].lower in _OPENING:
            return -1
        near = at == preposition - 1 or is_adverb(words[at + 1])
        if _is_governing(words[at], kind) and (near or "V" in words[at].categories):
            return at
        if words[at].is_infinitive or _is_governing(words[at], other):
            return -1
    return -1


def _is_governing(word: Word, kind: str) -> bool:
    return any(entry.lemma in _GOVERNING[kind] for entry in word.entries)


def _may_govern(words: tuple[Word, ...], place: int, kind: str) -> bool:
    """Tells whether a word in its place may have a preposition before an infinitive: not programmer in le programme."""
    named = place > 0 and words[place].joined and is_determiner(words[place - 1]) and "N" in words[place].categories
    named = named or (words[place].lower in ("tient", "tiennent") and kind == "de")  # est tenu de, but tient à
    return any(
        entry.lemma in _GOVERNING[kind] and not (named and entry.category == "V") for entry in words[place].entries
    )


def _is_main_verb(words: tuple[Word, ...], start: int, place: int) -> bool:
    """Tells whether a word is the first finite verb of its sentence, so that its subject alone comes before it."""
    finite = bool(words[place].persons & THIRD) and words[place].categories <= {"V"}
    return finite and not any(word.lower in _OPENING or word.is_finite_verb for word in words[start:place])


def _has_bare_infinitives(word: Word) -> bool:
    """Tells whether a verb may have infinitives without a preposition: pouvoir, faire, souhaiter."""
    lemmas = {entry.lemma for entry in word.entries if entry.category == "V"}
    bare = BARE["causing"] | WORDS["without"]
    return word.lower in ("pour", "sans") or (not word.is_name and not lemmas.isdisjoint(bare))


def _is_denied(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether ne pas and an infinitive come right after a preposition."""
    return (
        place + 3 < len(words)
        and (words[place + 1].lower, words[place + 2].lower) == ("ne", "pas")
        and all(word.joined for word in words[place + 1 : place + 4])
        and infinitive_after(words, place + 3)
    )


def _prepositions_before(words: tuple[Word, ...], end: int) -> Iterator[int]:
    """Yields the places of the prepositions before infinitives in the same sentence, the nearest first."""
    for at in range(end - 1, max(-1, end - _LONGEST), -1):
        if any(mark in words[at + 1].before for mark in _ENDS):
            return
        if words[at].lower in _KINDS and (_is_denied(words, at) or infinitive_after(words, at + 1)):
            yield at
