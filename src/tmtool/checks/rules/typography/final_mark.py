"""Has a segment lost its final mark, or has it another one than the source? (docs/un-french.md, facts 12 and 13.)"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.languages import language_of
from tmtool.model import BlockKind, Level, Span
from tmtool.model.wording import say

_SHORTEST = 40
"""Below that, headings and cells take marks as the layout wants."""
_CLOSING = "»”\"'’)]> \u00a0\u202f"
_MARKS = ".;:,?!"


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where the final full stop or semicolon of the source is missing or another."""
    source, target = (pair.source or "").rstrip(), pair.target.rstrip()
    if min(len(source), len(target)) < _SHORTEST or pair.kind in (BlockKind.CELL, BlockKind.METADATA):
        return
    there, here = language_of(draft.source_language), language_of(draft.target_language)
    if there.pattern("abbreviated-end").search(source):
        return
    if _linked(there.tag).search(source) or _linked(here.tag).search(target):
        return
    of_source, of_target = _final(source), _final(target)
    if of_source == of_target or target[-1].isdigit():
        return
    if of_source in (".", ";") and not of_target:
        yield Flag(
            say("The final “{of_source}” of the source is missing.", of_source=of_source),
            target_span=Span(len(target) - 1, len(target)),
            source_span=Span(len(source) - 1, len(source)),
            suggestion=f"{target[-1]}{of_source}",
        )
    elif of_source == ";" and of_target == ".":
        yield Flag(
            say("The segment ends with “.”, in the source with “;”."),
            target_span=Span(len(target) - 1, len(target)),
            source_span=Span(len(source) - 1, len(source)),
            suggestion=";",
        )


@cache
def _linked(language: str) -> re.Pattern[str]:
    """Returns the pattern of the end of a member of a series before the last."""
    return re.compile(rf"[;,]\s*(?:{language_of(language).small_words.coordinating})$", re.IGNORECASE)


def _final(text: str) -> str:
    """Returns the last mark, looked for under closing quotation marks and brackets; "" for none."""
    bare = text.rstrip(_CLOSING)
    if bare and bare[-1] in _MARKS:
        return bare[-1]
    return "" if bare == text else next((mark for mark in text[len(bare) :] if mark in _MARKS), "closed")


CHECK = SegmentCheck(
    name="typography-final-mark",
    level=Level.WARNING,
    its_type="typographical",
    requires=Needs(source=True, words=Sides.BOTH),
    yields_to=("completeness-length",),
    summary="The final full stop or semicolon of the source is missing or another.",
    reason=(
        "A sentence without its end mark may have lost words too. Short segments, a.m. and “; and” of the source, and "
        "segments that end in a quotation or a bracket are left alone, since there the two languages differ."
    ),
    examples=(
        Example(
            source="The Working Group will consider the report of the Secretariat.",
            target="Le Groupe de travail examinera le rapport du Secrétariat",
            flagged=("t",),
        ),
        Example(
            source="To consider the report of the Secretariat in detail;",
            target="D’examiner de manière approfondie le rapport du Secrétariat.",
            flagged=(".",),
        ),
        Example(
            source="The Working Group will open its meeting at ten, at 10 a.m.",
            target="Le Groupe de travail ouvrira sa réunion à 10 heures",
        ),
        Example(
            source="The Commission shall adopt the measures that are required;",
            target="La Commission adopte les mesures qui s’imposent ; ou",
        ),
        Example(source="Report of the Secretariat.", target="Rapport du Secrétariat"),
    ),
    look=look,
)
