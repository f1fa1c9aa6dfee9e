"""Has a number of a close translation lost what bounds it: deux fois par jour for at least twice a day?

A sentence has many words that may stand for at least. So what bounds a number is looked for near that number, which
must be there once on both sides. The words are in ``bounds_answered.tsv`` of a pair.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.sentences import moved, sentences_or_whole
from tmtool.checks.evidence.values.bounding import between
from tmtool.checks.evidence.values.fractions import fractions
from tmtool.checks.evidence.values.frequencies import times
from tmtool.languages import language_of
from tmtool.languages.alternatives import any_of
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Placeable, PlaceableKind, Span

_TABLE = "bounds_answered.tsv"
_BEFORE, _AFTER, _HERE = "before", "after", "here"
_NUMBERS = (PlaceableKind.NUMBER, PlaceableKind.PERCENT)
_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 40
"""Characters next to a number of the source in which a word bounds it."""
_AROUND, _BEYOND = 90, 50
"""Characters before a number of the translation, and after it, in which a word may bound it."""
_END = re.compile(r"[.;](?=\s)")


def lost_bounds(pair: Pair, known: LanguagePair) -> Iterator[tuple[Span, Span]]:
    """Yields each number of the translation that nothing bounds, with the words that bound it in the source."""
    if not known.has(_TABLE):
        return
    for sentence in sentences_or_whole(pair):
        for here, there in _in_sentence(sentence.pair, known):
            yield moved(here, sentence.target.start), moved(there, sentence.source.start)


def _in_sentence(pair: Pair, known: LanguagePair) -> Iterator[tuple[Span, Span]]:
    source, target = (text.replace("’", "'") for text in (pair.source or "", pair.target))
    there = _once(source, pair.source_placeables, known.source)
    bounded = [(value, words) for value, number in there.items() for words in _bounding(source, number, known)]
    here = _once(target, pair.target_placeables, known.target) if bounded else {}
    for value, (kind, words) in bounded:
        number = here.get(value)
        if number is not None and not _pattern(known, kind, _HERE).search(_around(target, number)):
            yield number, words


def _once(text: str, placeables: Sequence[Placeable], language: str) -> Mapping[str, Span]:
    """Returns the places of the numbers that a text has once, but for years, by their values."""
    places: dict[str, list[Span]] = defaultdict(list)
    numbers = [one for one in placeables if one.kind in _NUMBERS and not _YEAR.fullmatch(one.value)]
    of_times = list(times(text, language))
    ends = {span.end + 1 for _, span in of_times}
    units = (Span(*found.span()) for found in language_of(language).pattern("one-time").finditer(text))
    for value, span in (
        *((one.value, one.span) for one in (*numbers, *fractions(text, language))),
        *of_times,
        *(("1", span) for span in units if span.start not in ends),  # twice a year has no year
    ):
        if not any(span.overlaps(other) for other in places[value]):
            places[value].append(span)
    return {value: spans[0] for value, spans in places.items() if len(spans) == 1}


def _bounding(text: str, number: Span, known: LanguagePair) -> Iterator[tuple[str, Span]]:
    """Yields the first kind of words next to a number that bound it, with their place."""
    start, joins = max(0, number.start - _REACH), between(known.source)
    for kind in _kinds(known):
        for found in _pattern(known, kind, _BEFORE).finditer(text, start, number.start):
            if joins.fullmatch(text[found.end() : number.start].lower()):
                yield kind, Span(*found.span())
                return
        after = _pattern(known, kind, _AFTER).match(text, number.end, number.end + _REACH)
        if after is not None:
            yield kind, Span(*after.span("words"))
            return


def _around(text: str, number: Span) -> str:
    """Returns what is around a number in its clause."""
    start = max([number.start - _AROUND, 0, *(end.end() for end in _END.finditer(text, 0, number.start))])
    end = _END.search(text, number.end, number.end + _BEYOND)
    return text[start : end.start() if end else number.end + _BEYOND]


@cache
def _kinds(known: LanguagePair) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kind for kind, _, _ in known.rows(_TABLE)))


@cache
def _pattern(known: LanguagePair, kind: str, place: str) -> re.Pattern[str]:
    """Returns the pattern of the words of a kind in a place; after a number it begins with that."""
    words = any_of(words for of, where, words in known.rows(_TABLE) if (of, where) == (kind, place))
    before = r"(?:[ -][^\W\d]+){0,3}\W{1,2}" if place == _AFTER else r"\b"
    return re.compile(rf"{before}(?P<words>{words})" + ("" if place == _HERE else r"(?!\w)"), re.IGNORECASE)
