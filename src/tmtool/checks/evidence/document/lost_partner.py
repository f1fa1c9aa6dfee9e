"""Where does the source have the quotation mark, or the bracket, that a translation has lost?

The other one is left, and says where the quotation begins, or ends. Where it ends, or begins, is told by the same
quotation elsewhere in the document, by the end of the text, by the figures that it ends with, by the mark that the
source has next to it, or by the words that answer those inside and outside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import inf

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.document.repeats import passages, quotations
from tmtool.documents.labels import take_label
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import Word, content
from tmtool.model import Span

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BRACKETED = re.compile(r"\((?!\w{1,3}\))([^()]{1,1000})\)")
"""What is in brackets, but the letters and numbers of labels."""
_FIRST, _LAST = re.compile(r"^[^\s–—-]+"), re.compile(r"[^\s–—-]+$")
_MARKS_AFTER, _MARKS_BEFORE = frozenset(",;:)"), frozenset(":(,")
"""Marks that both languages have after a quotation, and before it."""


@dataclass(frozen=True, slots=True)
class LostMark:
    """A `LostMark` is the word of the translation at which a mark is missing, and the word of the source that
    has the mark there."""

    here: Span
    there: str


def bracketed(text: str) -> list[Span]:
    """Returns what is between round brackets in a text, without them, but the letters and numbers of labels."""
    return [Span(*found.span(1)) for found in _BRACKETED.finditer(text)]


def lost_mark(
    pair: Pair, left: Span, *, opens: bool, draft: Draft, marked: Callable[[str], list[Span]] = quotations
) -> LostMark | None:
    """Returns where the partner of the mark that is left is missing; None where the source does not say so. `opens`
    tells whether the mark that is left is the one at the beginning, `marked` gives what is between two such marks."""
    source, target = pair.source or "", pair.target
    of_source, of_target = marked(source), marked(target)
    if len(of_source) != len(of_target) + 1:
        return None
    there = of_source[sum(one.end <= left.start for one in of_target)]
    others = [one for one in of_target if (one.start >= left.end if opens else one.end <= left.start)]
    if opens:
        room = Span(left.end, others[0].start - 1 if others else len(target))
    else:
        room = Span(others[-1].end + 1 if others else len(target) - len(take_label(target)[1]), left.start)
    words = [Span(room.start + found.start(), room.start + found.end()) for found in _WORD.finditer(room.of(target))]
    inside = [found.group() for found in _WORD.finditer(there.of(source))]
    if not words or not inside:
        return None
    place = (
        _as_elsewhere(pair, there, room, words, opens=opens, draft=draft)
        or _at_the_end(source, there, words, opens=opens)
        or _by_figures(pair, there, room, opens=opens)
        or _by_mark(pair, there, words, opens=opens, known=draft.language_pair)
        or _by_words(pair, there, room, words, opens=opens, known=draft.language_pair)
    )
    return LostMark(place, inside[-1 if opens else 0]) if place is not None else None


def _as_elsewhere(
    pair: Pair, there: Span, room: Span, words: Sequence[Span], *, opens: bool, draft: Draft
) -> Span | None:
    """Returns the last, or the first, word of what the document has elsewhere for the same quotation, or title."""
    quoted, text = there.of(pair.source or "").strip(), room.of(pair.target)
    for other in passages(draft):
        known = other.target.text.strip()
        if other.pair is pair or other.source.text.strip() != quoted or not known:
            continue
        if opens and text.lstrip().startswith(known):
            end = room.end - len(text.lstrip()) + len(known)
            return next((word for word in reversed(words) if word.end <= end), None)
        if not opens and text.rstrip().endswith(known):
            start = room.start + len(text.rstrip()) - len(known)
            return next((word for word in words if word.start >= start), None)
    return None


def _at_the_end(source: str, there: Span, words: Sequence[Span], *, opens: bool) -> Span | None:
    """Returns the last, or the first, word of all where the source has none outside the quotation on that side."""
    outside = source[there.end + 1 :] if opens else take_label(source[: there.start - 1])[1]
    return None if _WORD.search(outside) else words[-1 if opens else 0]


def _by_figures(pair: Pair, there: Span, room: Span, *, opens: bool) -> Span | None:
    """Returns the last, or the first, word if it has figures and the translation has it once: (par. 5 à 27)."""
    found = (_LAST if opens else _FIRST).search(there.of(pair.source or ""))
    if found is None or not any(letter.isdigit() for letter in found.group()):
        return None
    places = list(re.finditer(rf"(?<![\w/]){re.escape(found.group())}(?![\w/])", room.of(pair.target)))
    return Span(room.start + places[0].start(), room.start + places[0].end()) if len(places) == 1 else None


def _by_mark(pair: Pair, there: Span, words: Sequence[Span], *, opens: bool, known: LanguagePair | None) -> Span | None:
    """Returns the word next to the mark that is next to the quotation in the source, if the translation has it as many
    times on the side where the quotation goes on, or else the likeliest by the words on both sides of each."""
    source, target = pair.source or "", pair.target
    beside = source[there.end + 1 :].lstrip()[:1] if opens else source[: there.start - 1].rstrip()[-1:]
    if beside not in (_MARKS_AFTER if opens else _MARKS_BEFORE):
        return None
    room = Span(words[0].start, len(target)) if opens else Span(0, words[-1].end)
    within = there.of(source).count(beside)
    rest = source[there.start :] if opens else source[: there.end]
    places = [found.start() + room.start for found in re.finditer(re.escape(beside), room.of(target))]
    if len(places) == rest.count(beside):
        place = places[within] if opens else places[-1 - within]
    else:
        answers = list(_answers(pair, there, room, known))
        right = [
            sum(is_inside is ((word.start < place) is opens) for word, is_inside in answers if is_inside is not None)
            for place in places
        ]
        if right.count(max(right, default=0)) != 1:
            return None
        place = places[right.index(max(right))]
    if opens:
        return next((word for word in reversed(words) if word.end <= place), None)
    return next((word for word in words if word.start >= place), None)


def _by_words(
    pair: Pair, there: Span, room: Span, words: Sequence[Span], *, opens: bool, known: LanguagePair | None
) -> Span | None:
    """Returns the word of the quotation that is the last, or the first, to answer one inside it in the source, if the
    next word of content answers one outside."""
    answers = list(_answers(pair, there, room, known))
    last: Span | None = None
    for word, is_inside in answers if opens else reversed(answers):
        if not is_inside:
            # A word that answers neither leaves the place open.
            return _around(last, words) if is_inside is False and last is not None else None
        last = word
    return None


def _answers(pair: Pair, there: Span, room: Span, known: LanguagePair | None) -> Iterator[tuple[Span, bool | None]]:
    """Yields the words of content of a stretch of the translation, each with whether it answers one inside the
    quotation of the source rather than one outside; None for one that answers neither, or both as well."""
    if known is None or known.links is None:
        return
    of_source = content(pair.source or "", known.source)
    inside = [word for word in of_source if there.start <= word.span.start < there.end]
    outside = [word for word in of_source if word not in inside]
    for word in content(pair.target, known.target):
        if room.start <= word.span.start < room.end:
            costs = [_cost(word, side, known) for side in (inside, outside)]
            yield word.span, None if costs[0] == costs[1] else costs[0] < costs[1]


def _cost(word: Word, others: Sequence[Word], known: LanguagePair) -> float:
    """Returns what the likeliest link of a word of the translation to some of the source costs."""
    links = known.links
    assert links is not None
    costs = (links.cost_from(word.stem, other.stem, known.target) for other in others)
    return min((cost for cost in costs if cost is not None), default=inf)


def _around(part: Span, words: Sequence[Span]) -> Span:
    """Returns the word, with what is elided before it, that a word of content is in."""
    return next((word for word in words if word.start <= part.start and part.end <= word.end), part)
