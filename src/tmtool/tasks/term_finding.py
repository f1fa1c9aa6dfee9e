"""Finds the terms of the database in texts, and chooses which of them a reader wants to see."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tmtool.model import Occurrence
from tmtool.model.span_index import SpanIndex

if TYPE_CHECKING:
    from tmtool.store.home import Home

    # Loaded when terms are looked for: a database may have none.
    from tmtool.terminology.recognise import Recogniser


_ASKED_BEFORE_LOADING = 50
"""Texts that are answered each from the terms that it may hold, some milliseconds a text, before the whole term base is
loaded, which of the one that comes along takes as long as some hundred such answers."""


def recogniser_for(
    home: Home, texts: Iterable[str], language: str, *, tolerant: bool = False, symbol: str = ""
) -> Recogniser:
    """Returns a recogniser of all the terms that these texts may hold, as the body uses them whose document has the
    symbol."""
    from tmtool.terminology.bodies import for_body
    from tmtool.terminology.recognise import Recogniser

    concepts = [for_body(concept, symbol) for concept in home.concepts.for_texts(texts, language)]
    return Recogniser(concepts, language, tolerant=tolerant)


def find_terms(home: Home, text: str, language: str) -> tuple[Occurrence, ...]:
    """Returns the terms in one text, typed with or without accents and capitals."""
    return recogniser_for(home, [text], language, tolerant=True).find(text)


class TermFinder:
    """Finds the terms of one text after another. The first ones are answered each from the terms that it may hold; who
    has asked so often will go on asking, and the whole term base is loaded."""

    def __init__(self, home: Home, language: str) -> None:
        self._home = home
        self._language = language
        self._asked = 0
        self._all: Recogniser | None = None

    def find(self, text: str) -> tuple[Occurrence, ...]:
        """Returns the terms in the text, typed with or without accents and capitals."""
        if self._asked < _ASKED_BEFORE_LOADING:
            self._asked += 1
            if not self._home.concepts.any():
                return ()
            return find_terms(self._home, text, self._language)
        if self._all is None:
            from tmtool.terminology.recognise import Recogniser

            self._all = Recogniser(self._home.concepts.all(), self._language, tolerant=True)
        return self._all.find(text)


def outermost(found: Iterable[Occurrence]) -> list[Occurrence]:
    """Returns for a reader each concept once, at its first place, and none that is but a part of another term."""
    hits = list(found)
    # Other members of a series are no part of a term in pieces: its pieces hold others, not its whole span.
    pieces = SpanIndex(piece for hit in hits for piece in hit.parts if piece != hit.span)
    terms = SpanIndex(hit.span for hit in hits if not hit.parts or hit.span in hit.parts)
    whole = [hit for hit in hits if not pieces.holds(hit.span) and not terms.holds_more_than(hit.span)]
    return list({hit.concept.id: hit for hit in reversed(whole)}.values())[::-1]
