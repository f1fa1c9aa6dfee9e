"""Is an ordinal of the source another one in the translation? (docs/un-french.md, section 3, fact 34.)"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.values.facts import facts
from tmtool.checks.evidence.values.flags import exchanged, lost
from tmtool.languages import language_of
from tmtool.model import Level, Placeable, PlaceableKind

LOWEST = 3
"""Second is also an adjective of time and first a word of its own: an exchange counts from the third on, of sessions
from the first."""
_TOLD = 10
"""From here on an ordinal of a meeting is missed where it is nowhere."""
_WORD_AFTER = re.compile(r"[ \u00a0\u202f-](?:\([^)]*\) )?([^\W\d_]+)")
_JOINT = 6
"""Characters at most between two ordinals that number one noun: forty-seventh and forty-eighth sessions."""
_NOUN_REACH = 30
"""Characters after an ordinal within which the noun is that it numbers."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where an ordinal differs from the source: the seventh session has become the
    sixth."""
    for change in facts(pair, draft).changes(PlaceableKind.ORDINAL):
        sides = (
            (_last(change.source, pair.source_placeables), pair.source or "", draft.source_language),
            (_last(change.target, pair.target_placeables), pair.target, draft.target_language),
        )
        is_high = max(int(change.source.value), _ordinal(change.target)) >= LOWEST
        if is_high or all(_numbers_a_meeting(*side) for side in sides):
            nouns = [_numbers_a_noun(*side) for side in sides]
            level = None if all(nouns) else Level.INFO if any(nouns) else Level.HINT
            yield replace(exchanged(pair, change), level=level)
    numbered = language_of(draft.source_language).pattern("meeting")
    missing = [
        one
        for one in facts(pair, draft).lost
        if one.kind is PlaceableKind.ORDINAL
        and int(one.value) >= _TOLD
        and numbered.search(pair.source or "", one.span.end, one.span.end + _NOUN_REACH)
    ]
    yield from lost(pair, missing, Level.INFO)


def _last(one: Placeable, placeables: Sequence[Placeable]) -> Placeable:
    """Returns the last of the ordinals that are joined with one, which has the noun of all after it."""
    for other in placeables:
        if other.kind is PlaceableKind.ORDINAL and 0 < other.span.start - one.span.end <= _JOINT:
            one = other
    return one


def _numbers_a_noun(one: Placeable, text: str, tag: str) -> bool:
    """Tells whether a noun follows an ordinal, or it is the label of a line: of "the fourth be rejected" a translation
    may say the last."""
    following = _WORD_AFTER.match(text, one.span.end)
    if following is None:
        return not text[one.span.end :].strip(" .:;")
    known = language_of(tag)
    if re.fullmatch(known.small_words.coordinating, following[1].lower()):  # the third and final reading
        following = _WORD_AFTER.match(text, following.end()) or following
    word = following[1].lower()
    return known.fold(word) not in known.function_words and known.word_classes.is_noun(word)


def _numbers_a_meeting(one: Placeable, text: str, tag: str) -> bool:
    """Tells whether an ordinal has a word for a meeting right after it, or after one word: the first regular session;
    then second and first are no words of their own."""
    found = language_of(tag).pattern("meeting").search(text, one.span.end, one.span.end + _NOUN_REACH)
    between = text[one.span.end : found.start()] if found else "."
    return one.kind is PlaceableKind.ORDINAL and not between.strip(" \u00a0\u202f").count(" ") and "." not in between


def _ordinal(one: Placeable) -> int:
    return int(one.value) if one.kind is PlaceableKind.ORDINAL else LOWEST


CHECK = SegmentCheck(
    name="numbers-ordinal",
    level=Level.ERROR,
    its_type="numbers",
    requires=Needs(source=True, placeables=Sides.BOTH),
    yields_to=("typography-accent", "completeness-omission", "completeness-length", "language-other-segment"),
    summary="An ordinal differs from the source: the seventh session has become the sixth.",
    reason=(
        "Sessions and meetings are known by their ordinals, in words (soixante-neuvième) or figures (7364e). Others are"
        " often left out or turned into numbers, so that only an exchange is reported, one lost and one gained."
    ),
    examples=(
        Example(source="The hundred and tenth meeting was held.", target="La 110e réunion a eu lieu."),
        Example(source="The seventh session", target="La sixième session", flagged=("sixième",)),
        Example(
            source="at its forty-seventh and forty-eighth sessions",
            target="à ses quarante-sixième et quarante-huitième sessions",
            flagged=("quarante-sixième",),
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
