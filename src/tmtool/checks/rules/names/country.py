"""Is a country another one than in the source, or nowhere? (docs/un-french.md, fact 81.)"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.completeness.listed import added_members, missing_members
from tmtool.checks.evidence.names.lost_capital import without_capital
from tmtool.checks.evidence.names.states import TABLE, TABLE_OF_PAIR, exchanged_states, known_by_pair
from tmtool.model import Level

_COMMAS = ",，、،"
_MANY, _VERY_MANY = 8, 24
"""Commas of a list so long that one country of it may be, or likely is, named in another way."""
_OTHERS_OF_CLOSE, _NEXT = 2, 6
"""So many others of a list are there where one of a close translation is missed, and characters at most between two."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a country is exchanged for another."""
    commas = sum(pair.target.count(mark) for mark in _COMMAS)
    level = Level.INFO if commas >= _VERY_MANY else Level.WARNING if commas >= _MANY else None
    yield from without_capital(TABLE_OF_PAIR, pair, draft)
    found = list(exchanged_states(pair, draft))
    for flag in found:
        yield flag if flag.level else replace(flag, level=level)
    if level is Level.INFO or not known_by_pair(draft):
        return
    if draft.is_close:
        near = list(missing_members(TABLE_OF_PAIR, pair, draft, others=_OTHERS_OF_CLOSE, apart=_NEXT))
        missing = near or list(missing_members(TABLE_OF_PAIR, pair, draft))
        yield from (flag for flag in missing if flag.source_span not in {one.source_span for one in found})
        if not found and not missing:
            yield from added_members(TABLE_OF_PAIR, pair, draft, others=_OTHERS_OF_CLOSE, apart=_NEXT)
    elif not found:
        yield from missing_members(TABLE_OF_PAIR, pair, draft)


CHECK = SegmentCheck(
    name="names-country",
    level=Level.ERROR,
    its_type="inconsistent-entities",
    requires=Needs(source=True, pair=TABLE_OF_PAIR, or_else=Needs(source=True, tables=TABLE)),
    yields_to=("completeness-length", "language-other-segment"),
    summary="A country is exchanged for another, or not named.",
    reason=(
        "Iran for Iraq, Austria for Australia: one name lost and another gained is an exchange, one alone is "
        "not, since French turns to the adjective (gouvernement péruvien) or a pronoun, but where a list has "
        "all others, or one more than the source in an agenda. Names and adjectives "
        "are those of the UN short forms. In other pairs of languages one that is lost from a list is an info, one "
        "lost elsewhere a hint."
    ),
    examples=(
        Example(
            source="Technical missions were sent to Mali and Ecuador.",
            target="Se enviaron misiones técnicas a Malí.",
            target_language="es",
            flagged=("",),
        ),
        Example(source="The delegation of Iraq", target="La délégation iranienne", flagged=("iranienne",)),
        Example(source="The Government of Peru", target="Le Gouvernement péruvien"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
    by_sentence=True,
)
