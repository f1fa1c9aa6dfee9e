"""Where in a translation do the codes and looks of its source belong?

A code goes around the words that translate those inside it: words that links of the language pair join (competitive
linking, as the checks of completeness use it), and numbers, symbols and names that stand once in either text. Where
that is not sure, the code is put at the end, and said to be unsure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tmtool import languages
from tmtool.checks.evidence.words.word_alignment import align
from tmtool.formats.filling import Code
from tmtool.languages import pairs
from tmtool.languages.stems import content
from tmtool.model import Span

_TOKEN = re.compile(r"\w+(?:[./-]\w+)*|[^\w\s]")
_LETTERS = re.compile(r"[^\W\d_]")
_NAMED = re.compile(r"\d|[A-Z]{2}|\w{4}")
"""What a token has that is the same in both languages by no chance."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A `Carried` is the span of the translation for each code, and which codes have no sure place."""

    places: tuple[Span, ...]
    unsure: tuple[int, ...]


def carried(source: str, target: str, codes: Sequence[Code], *, source_language: str, target_language: str) -> Carried:
    """Returns the places of the codes of `source` in `target`, its translation.

    Each lies inside that of the code around it and overlaps no other there.
    """
    if not codes:
        return Carried((), ())
    texts = _Texts(source, target, source_language, target_language)
    places: list[Span] = []
    unsure = []
    for index, code in enumerate(codes):
        outer = places[code.inside] if code.inside >= 0 else Span(0, len(target))
        siblings = [places[other] for other in range(index) if codes[other].inside == code.inside]
        place = texts.place(code.span)
        if place is None or not _fits(place, outer, siblings):
            unsure.append(index)
            place = Span(outer.end, outer.end)
        places.append(place)
    return Carried(tuple(places), tuple(unsure))


def _fits(place: Span, outer: Span, siblings: Sequence[Span]) -> bool:
    """Tells whether a place lies inside another, and apart from those that are taken there."""
    if place.start < outer.start or place.end > outer.end:
        return False
    return all(place.end <= other.start or place.start >= other.end for other in siblings)


class _Texts:
    """A `_Texts` is a source and its translation with what is known to answer what."""

    def __init__(self, source: str, target: str, source_language: str, target_language: str) -> None:
        self._source, self._target = source, target
        self._tokens = [Span(*found.span()) for found in _TOKEN.finditer(source)]
        self._small = [_is_small(span.of(source), source_language) for span in self._tokens]
        self._target_tokens = [Span(*found.span()) for found in _TOKEN.finditer(target)]
        self._target_small = [_is_small(span.of(target), target_language) for span in self._target_tokens]
        self._anchors = {**_equal(source, target), **_linked(source, target, source_language, target_language)}

    def place(self, span: Span) -> Span | None:
        """Returns the span of the target that answers one of the source; None where that is not sure."""
        source, target = self._source, self._target
        inside = span.of(source)
        if span.start == span.end:
            at = self._point(span.start)
            return None if at is None else Span(at, at)
        before, after = source[: span.start], source[span.end :]
        if not before.strip() and not after.strip():
            return Span(0, len(target))
        if not inside.strip():
            at = self._point(span.start)
            if at is None:
                return None
            space = len(target) - len(target[at:].lstrip(" ")) - at
            return Span(at, at + space)
        return self._around(span)

    def _around(self, span: Span) -> Span | None:
        """Returns the words that answer those of a span, if all of them are known and nothing else is among them."""
        own = [one for one in self._tokens if span.holds(one)]
        wanted = [one for one in own if not self._is_small(one)]
        if not wanted or any(one not in self._anchors for one in wanted):
            return None
        there = [self._anchors[one] for one in wanted]
        found = Span(min(one.start for one in there), max(one.end for one in there))
        others = (other for one, other in self._anchors.items() if one not in wanted)
        if any(found.overlaps(other) for other in others):
            return None
        return self._widened(found, own)

    def _widened(self, found: Span, own: Sequence[Span]) -> Span:
        """Returns the found words with the small words and marks at their edges, where those of the source have such
        too."""
        first = next(index for index, one in enumerate(self._target_tokens) if one.start >= found.start)
        last = next(index for index, one in enumerate(self._target_tokens) if one.end >= found.end)
        if self._is_small(own[0]) and first and self._answers(own[0], first - 1):
            first -= 1
        if self._is_small(own[-1]) and last + 1 < len(self._target_tokens) and self._answers(own[-1], last + 1):
            last += 1
        return Span(min(found.start, self._target_tokens[first].start), max(found.end, self._target_tokens[last].end))

    def _answers(self, token: Span, index: int) -> bool:
        """Tells whether a small word or mark of the target may answer one of the source: a word a word, a mark that
        mark."""
        written = self._target_tokens[index].of(self._target)
        if not self._target_small[index]:
            return False
        own = token.of(self._source)
        if _LETTERS.search(own):
            return _LETTERS.search(written) is not None
        return _MARKS.get(own, own) == _MARKS.get(written, written)

    def _is_small(self, token: Span) -> bool:
        return self._small[self._tokens.index(token)]

    def _point(self, at: int) -> int | None:
        """Returns the place in the target that answers one between two characters of the source."""
        source, target = self._source, self._target
        if not source[:at].strip():
            return 0
        rest = source[at:].strip()
        if not rest:
            return len(target)
        if not any(character.isalnum() for character in rest):
            return len(target.removesuffix(rest).rstrip()) if target.endswith(rest) else None
        before = next((one for one in reversed(self._tokens) if one.end <= at), None)
        after = next((one for one in self._tokens if one.start >= at), None)
        ends = self._anchors.get(before) if before is not None else None
        begins = self._anchors.get(after) if after is not None else None
        if ends is not None and begins is not None and ends.end > begins.start:
            return None
        clings = not source[at - 1].isspace()
        if clings and ends is not None:
            return ends.end
        if begins is not None and (not clings or source[at].isspace()):
            return begins.start
        return None


_MARKS = {"“": "«", "”": "»", "‘": "«", "’": "»", '"': "«"}
"""Quotation marks that answer each other, by the one of each pair that is compared."""


def _is_small(token: str, language: str) -> bool:
    """Tells whether a token is a mark or a word without content of its own."""
    if not any(character.isalnum() for character in token):
        return True
    known = languages.language_of(language)
    folded = known.fold(token)
    return folded in known.function_words or f"{folded}'" in known.function_words


def _equal(source: str, target: str) -> dict[Span, Span]:
    """Returns what both texts have in the same letters, once each: numbers, symbols, names."""
    there = Counter(found[0] for found in _TOKEN.finditer(source))
    here = Counter(found[0] for found in _TOKEN.finditer(target))
    places = {found[0]: Span(*found.span()) for found in _TOKEN.finditer(target)}
    return {
        Span(*found.span()): places[found[0]]
        for found in _TOKEN.finditer(source)
        if there[found[0]] == 1 == here[found[0]] and _NAMED.search(found[0])
    }


def _linked(source: str, target: str, source_language: str, target_language: str) -> dict[Span, Span]:
    """Returns the words that links of the language pair join."""
    pair = pairs.get(source_language, target_language)
    if pair is None or pair.links is None:
        return {}
    words, others = content(source, pair.source), content(target, pair.target)
    there, _ = align(words, others, pair.source, pair.links)
    return dict(_joined(source, target, [word.span for word in words], [word.span for word in others], there))


def _joined(
    source: str, target: str, words: Sequence[Span], others: Sequence[Span], there: Sequence[int | None]
) -> Iterator[tuple[Span, Span]]:
    """Yields the linked words, each with its whole token."""
    tokens = {at: Span(*found.span()) for found in _TOKEN.finditer(source) for at in range(*found.span())}
    answers = {at: Span(*found.span()) for found in _TOKEN.finditer(target) for at in range(*found.span())}
    for word, link in zip(words, there, strict=True):
        if link is not None:
            yield tokens[word.start], answers[others[link].start]
