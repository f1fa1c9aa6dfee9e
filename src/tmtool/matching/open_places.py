"""Where has a target to change for a difference that nothing replaces with certainty?

Where the words that the query has in another place are the same in the target ("Room D", "salle D"), or where the
target has the one translation of them that term base or memory know; else the title in quotation marks that holds the
difference. What is found is shown to a person, and never makes a match a complete one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tmtool.languages.language import Language
from tmtool.languages.rendering import Change
from tmtool.matching.differences import Aligned
from tmtool.matching.names import KnownNames
from tmtool.matching.possible_names import QUOTED
from tmtool.matching.sentence import Item, Sentence
from tmtool.model import OpenPlace, Placeable, PlaceableKind, Span

_COUNTED = (PlaceableKind.NUMBER, PlaceableKind.PERCENT, PlaceableKind.ORDINAL)
_FIGURES = re.compile(r"\d+(?:[.,]\d+)?")
_LONGEST = 8
"""Words of the longest difference whose place is looked for."""


def open_places(
    stored: Sentence, query: Sentence, aligned: Aligned, target: str, known: KnownNames | None
) -> Iterator[OpenPlace]:
    """Yields the places of a target that translate what differs beyond values."""
    for region in aligned.regions:
        old, new = _written(stored.text, region.stored), _written(query.text, region.query)
        if not old or not new or max(len(region.stored), len(region.query)) > _LONGEST:
            continue
        if span := _once(target, old):
            if _once(stored.text, old):
                yield OpenPlace(span, old, new, new)
            continue
        # Of most words no translation is known, and then none of the others is asked for.
        names = known([old]).get(old, ()) if known else ()
        spans = [span for name in names if (span := _once(target, name.text))]
        if known and spans:
            others = known([new]).get(new, ())
            yield OpenPlace(spans[0], old, new, others[0].text if len(others) == 1 else new)
        elif titles := _titles(stored.text, region.stored, query.text, region.query, target):
            yield titles


def place_of_value(
    place: Placeable, change: Change, written_there: tuple[str, str], target: str, language: Language
) -> OpenPlace:
    """Returns the place of a value that cannot be written with certainty; source and query have `written_there`.
    A number is proposed in figures, in the place of those there are; what depends on it is for the person."""
    if change.kind not in _COUNTED:
        return OpenPlace(place.span, *written_there, written_there[1])
    old, new = (value.replace(".", language.decimal_sign) for value in (change.old, change.new))
    written, span = place.span.of(target), place.span
    figures = list(_FIGURES.finditer(written))
    if len(figures) == 1 and _plain(figures[0].group()) == old:
        span = Span(span.start + figures[0].start(), span.start + figures[0].end())
        zero = next(ord(one) - int(one) for one in written if one.isdecimal())
        new = "".join(chr(zero + int(one)) if one.isdecimal() else one for one in new)
    return OpenPlace(span, *written_there, new)


def _plain(written: str) -> str:
    return "".join(str(int(one)) if one.isdecimal() else one for one in written)


def _titles(source: str, old: Sequence[Item], query: str, new: Sequence[Item], target: str) -> OpenPlace | None:
    """Returns the place of the one title in quotation marks of each text, if the difference is inside it."""
    quoted = [
        [Span(*found.span(found.lastindex or 0)) for found in QUOTED.finditer(text)] for text in (source, query, target)
    ]
    if [len(spans) for spans in quoted] != [1, 1, 1]:
        return None
    was, now, place = (spans[0] for spans in quoted)
    inside = was.start <= old[0].start and old[-1].end <= was.end and now.start <= new[0].start
    return OpenPlace(place, was.of(source), now.of(query), now.of(query)) if inside and new[-1].end <= now.end else None


def _written(text: str, items: Sequence[Item]) -> str:
    return Span(items[0].start, items[-1].end).of(text) if items else ""


def _once(text: str, part: str) -> Span | None:
    """Returns the place of a stretch of whole words that is once in a text."""
    if part[1:] not in text:
        return None
    first = f"(?i:{re.escape(part[0])})" if len(part) > 1 else re.escape(part)
    places = list(re.finditer(rf"(?<!\w){first}{re.escape(part[1:])}(?!\w)", text))
    return Span(*places[0].span()) if len(places) == 1 else None
