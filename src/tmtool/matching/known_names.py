"""Knows the translations of names that an open database has: terms of the term base, and units that are a name
alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tmtool.matching.names import Name, best_of
from tmtool.model import Status, Term
from tmtool.text.term_words import first_words, words_of
from tmtool.text.tokens import normalise

if TYPE_CHECKING:
    from tmtool.store.home import Home

_MOST_USES = 20
"""How many units with a name tell its translation."""
_PREFERRED = 10
"""The trust in a preferred term, above that in any unit."""


class DatabaseNames:
    """Asks a database for the translations of texts (`names.KnownNames`)."""

    def __init__(self, home: Home, source_language: str, target_language: str) -> None:
        self._home = home
        self._source = source_language
        self._target = target_language
        self._words: set[str] = set()
        self._terms: dict[str, list[Name]] = {}

    def __call__(self, texts: Sequence[str]) -> dict[str, tuple[Name, ...]]:
        """Returns the translations of those of the texts that are known, the best first."""
        found: dict[str, list[tuple[int, Name]]] = {}
        wanted = {_folded(text): text for text in texts}
        # The widest texts hold the words of all others.
        widest = [text for text in texts if not any(text != other and text in other for other in texts)]
        self._read_terms(widest)
        for folded, wanted_text in wanted.items():
            if names := self._terms.get(folded):
                found[wanted_text] = [(_PREFERRED, name) for name in names]
        known = {(text, name.text) for text, names in found.items() for _, name in names}
        for source, target, status in self._home.units.translations(texts, self._source, self._target):
            if status is not Status.SUPERSEDED and (text := wanted.get(_folded(source))):
                name = Name(normalise(target))
                if (text, name.text) not in known:
                    known.add((text, name.text))
                    found.setdefault(text, []).append((status.trust, name))
        return {text: best_of(names) for text, names in found.items()}

    def _read_terms(self, texts: Sequence[str]) -> None:
        """Takes in the terms that may begin with the words of the texts, of each word once: the segments of a document
        say the same names over and over, and a word like United begins hundreds of terms."""
        words = frozenset[str]().union(*(words_of(text, self._source) for text in texts)) - self._words
        if not words:
            return
        for concept in self._home.concepts.for_texts([" ".join(sorted(words))], self._source):
            translations = concept.accepted_in(self._target)
            for term in concept.in_language(self._source):
                begins = not first_words(term, self._source).isdisjoint(words)  # the others come with their own words
                if begins and translations and term.status.accepted:
                    names = self._terms.setdefault(_folded(term.text), [])
                    if (name := _name(translations[0])) not in names:
                        names.append(name)
        self._words |= words

    def uses(self, text: str) -> list[tuple[str, str]]:
        """Returns some units, source and target, whose source has the text once, as whole words."""
        words = [[word] for word in dict.fromkeys(text.split())]
        found = self._home.units.with_words(words, self._source)[:_MOST_USES]
        pairs = self._home.units.of_segments([segment for _, segment in found], self._source, self._target)
        whole = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")
        return [
            (pair.source, pair.target)
            for pair in pairs
            if pair.status is not Status.SUPERSEDED and len(whole.findall(pair.source)) == 1
        ]


def _folded(text: str) -> str:
    """Returns a text without regard to the case of its first letter, which may open a sentence."""
    text = normalise(text)
    return text[:1].lower() + text[1:]


def _name(term: Term) -> Name:
    return Name(term.text, term.gender, term.number, proper=term.is_name)
