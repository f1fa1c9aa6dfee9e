"""Which parts of a segment without a good match are known: titles, names of bodies, set phrases?

Terms of the term base, and units of the memory that are in the segment whole, as words. No index is needed but that
of whole segments: every stretch of the segment is asked for by its digest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tmtool.languages import language_of
from tmtool.model import Fragment, Occurrence, Span, Status, StoredPair
from tmtool.text.tokens import normalise, pattern_for

if TYPE_CHECKING:
    from tmtool.store.home import Home

_LONGEST = 40
"""Tokens of the longest unit that is looked for inside a segment."""
_LONGEST_TEXT = 10_000
"""Characters of the longest segment inside which units are looked for: each stretch of it is asked for."""
_LEAST_WORDS = 2
"""Words with content that a unit must have: less says nothing that the term base does not say better."""
_OPENS, _CLOSES = frozenset("(«“"), frozenset(")»”")


class Fragments:
    """Finds the known parts of segments in a home."""

    def __init__(self, home: Home, source_language: str, target_language: str) -> None:
        self._home = home
        self._source = source_language
        self._target = target_language
        self._language = language_of(source_language)

    def of(self, text: str, terms: Iterable[Occurrence]) -> tuple[Fragment, ...]:
        """Returns the known parts of a text, the longest first; `terms` are those recognised in it. None overlaps
        another, and of the same words a term goes before a unit."""
        known = [*self._of_terms(terms), *self._of_units(text)]
        known.sort(key=lambda one: (one.span.start - one.span.end, one.span.start))
        taken: list[Fragment] = []
        covered = bytearray(len(text))
        for fragment in known:
            start, end = fragment.span.start, fragment.span.end
            if not any(covered[start:end]):
                covered[start:end] = b"\x01" * (end - start)
                taken.append(fragment)
        return tuple(taken)

    def _of_terms(self, terms: Iterable[Occurrence]) -> Iterator[Fragment]:
        for found in terms:
            accepted = found.concept.accepted_in(self._target)
            # A term in pieces has no stretch of its own, and a single word that is no name is left to the term list.
            phrase = " " in found.term.text or found.term.is_name
            if accepted and phrase and not found.parts and found.term.status.accepted:
                yield Fragment(found.span, accepted[0].text, "term base", found.concept.id)

    def _of_units(self, text: str) -> Iterator[Fragment]:
        if len(text) > _LONGEST_TEXT:
            return
        stretches = self._stretches(text)
        best: dict[str, StoredPair] = {}
        for pair in self._home.units.with_source(list(stretches), self._source, self._target):
            key = normalise(pair.source)
            if pair.status is not Status.SUPERSEDED and (key not in best or _order(pair) > _order(best[key])):
                best[key] = pair
        if not best:
            return
        is_normal = text == normalise(text)  # and so is each stretch of it
        for written, spans in stretches.items():
            if pair_of := best.get(written if is_normal and written[0].isascii() else normalise(written)):
                origin = ", ".join(part for part in (pair_of.memory, pair_of.document) if part)
                for span in spans:
                    same = span.of(text)[0] == written[0]
                    yield Fragment(span, pair_of.target if same else _lowered(pair_of.target), origin)

    def _stretches(self, text: str) -> dict[str, list[Span]]:
        """Returns the stretches that may be units, as they are and with a capital, and their places."""
        tokens = [Span(*found.span()) for found in pattern_for(text).finditer(text)]
        said = [span.of(text) for span in tokens]
        worded = [self._has_content(one) for one in said]
        closes = [one[0].isalnum() or one in _CLOSES for one in said]
        whole = len(text.strip())
        stretches: dict[str, list[Span]] = {}
        for first, opening in enumerate(tokens):
            if not (said[first][0].isalnum() or said[first] in _OPENS):
                continue
            words = 0
            for last in range(first, min(first + _LONGEST, len(tokens))):
                words += worded[last]
                if words < _LEAST_WORDS or not closes[last]:
                    continue
                span = Span(opening.start, tokens[last].end)
                if span.end - span.start == whole:
                    continue
                written = span.of(text)
                stretches.setdefault(written, []).append(span)
                if written[0].islower():
                    stretches.setdefault(written[0].upper() + written[1:], []).append(span)
        return stretches

    def _has_content(self, word: str) -> bool:
        return word.isalpha() and self._language.fold(word) not in self._language.function_words


def _order(pair: StoredPair) -> tuple[int, str, int]:
    return pair.status.trust, pair.changed or pair.date, -pair.unit


def _lowered(text: str) -> str:
    """Returns the text inside a sentence: without the capital that opened it, unless that is one of an abbreviation."""
    return text[0].lower() + text[1:] if len(text) > 1 and text[1:2].islower() else text
