"""Is a document the programme of a meeting, though it has no list of items that counts up?

Workshops have sessions by the hour, the organs of some agencies items by letters and numbers ("PL 2", "INS/3"), Main
Committees the numbers of the plenary. What they share is a timetable: short lines that say when, and little else of
the kind is found in reports, treaties and laws.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tmtool.documents.agenda_lists import COVER, heads_agenda
from tmtool.languages import language_of
from tmtool.languages.language import Language
from tmtool.model import BlockKind, Document, PlaceableKind

_FEWEST = 6
"""A report on a meeting has fewer such lines."""
_LONGEST = 120
_CODE = re.compile(r"[A-Z]{2,5}[ /]\d{1,2}(?:[./]\d{1,2})?(?![^\s(])")
_ROW = re.compile(r"\t|\s\|\s")
_DASH = re.compile(r"[–—:-]\s*$")
_FIGURE = re.compile(r"\d")
_HOURS = re.compile(r"[012]?\d[.:][0-5]\d\s?[-–—]\s?[012]?\d[.:][0-5]\d(?!\d)")
"""From one hour to another in figures alone, which only at the beginning of a line are none but hours."""


def is_programme(document: Document) -> bool:
    """Tells whether a document has so many lines or cells that begin with hours, or head what follows by a day; or,
    under the heading of an agenda, so many that begin with the letters of a part and a number in it."""
    language = language_of(document.language)
    headed = any(heads_agenda(block, language) for block in document.blocks[:COVER])
    coded = {code[0] for block in document.blocks if (code := _CODE.match(block.text))} if headed else set()
    times = islice(_times(document, language), _FEWEST)
    return len(coded) >= _FEWEST or len(list(times)) == _FEWEST


def _times(document: Document, language: Language) -> Iterator[str]:
    """Yields each different line that says when."""
    known: set[str] = set()
    for block in document.blocks:
        text = _ROW.split(block.text.strip(), maxsplit=1)[0]
        if block.kind is BlockKind.METADATA or not _FIGURE.search(text[:_LONGEST]):
            continue
        if text not in known and _says_when(text, language):
            known.add(text)
            yield text


def _says_when(text: str, language: Language) -> bool:
    if _HOURS.match(text):
        return True
    placeables = language.placeables(text[:_LONGEST])
    if any(one.kind is PlaceableKind.TIME and one.span.start == 0 for one in placeables):
        return True
    days = (one for one in placeables if one.kind is PlaceableKind.WEEKDAY)
    begins = any(not text[: day.span.start].strip() or _DASH.search(text[: day.span.start]) for day in days)
    known = {one.kind for one in placeables}
    return begins and len(text) <= _LONGEST and bool(known & {PlaceableKind.DATE, PlaceableKind.TIME})
