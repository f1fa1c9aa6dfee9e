"""Do the words of a clause come in another order than French has: peut-être que le Comité *jugera-t-il*, savoir
pourquoi ils *sont-ils* partis, n'a trouvé *rien* dans le dossier?

From the grammar of the language: after que, and where a clause asks within another one, the subject comes before its
verb; rien as an object comes before the participle. The words are in ``misplaced_words.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb, is_have
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_INVERTED = re.compile(r"(?P<verb>[^\W\d_]+)-(?:t-)?(?:ils?|elles?|on)", re.IGNORECASE)
_ASKED = "?"
_FAR = 20
"""Words of a clause up to its verb, at most."""


def misplaced(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word, str]]:
    """Yields the first and the last word of each place where words come in another order, with what is said."""
    for place, word in enumerate(words):
        if (verb := _inverted(words, place)) is not None:
            found = _INVERTED.fullmatch(verb.text)
            yield verb, verb, found["verb"] if found else verb.text
        elif word.lower == "rien" and _is_after_its_participle(words, place):
            yield words[place - 1], word, f"rien {words[place - 1].text}"


def _inverted(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the verb with its subject behind it in a clause that has it before; None for none."""
    if not _opens(words, place):
        return None
    for at in range(place + 1, min(len(words), place + _FAR)):
        word = words[at]
        if not word.joined or _ASKED in word.before or word.lower in _WORDS["opening another clause"]:
            return None
        if _INVERTED.fullmatch(word.text) and not word.is_name:
            after = words[at + 1 :]
            asks = any(_ASKED in one.before for one in after) or (after and not after[0].joined)
            return None if asks else word
    return None


def _opens(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a clause opens here that has its subject before its verb."""
    word = words[place]
    if not place or not word.joined:
        return False
    before = words[place - 1]
    if word.lower in ("que", "qu'"):
        return before.lower in _WORDS["before que"]
    return word.lower in _WORDS["asking"] and any(entry.lemma in _WORDS["asking verbs"] for entry in before.entries)


def _is_after_its_participle(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether rien comes right after a participle with ne and avoir, of which it is the object."""
    done = place - 1
    if done < 2 or not words[place].joined or not words[done].is_participle or not words[done].joined:
        return False
    have = done - 1
    while have > 1 and is_adverb(words[have]) and words[have].joined:
        have -= 1
    if not is_have(words[have]) or words[have - 1].lower not in ("n'", "ne"):
        return False
    after = words[place + 1] if place + 1 < len(words) else None
    return after is None or not after.joined or after.lower not in _WORDS["completing rien"]
