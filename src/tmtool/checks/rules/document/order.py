"""Are the entries of a list in the order of the source, each under its own label?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.repeats import unrendered
from tmtool.checks.evidence.document.wording import shortened
from tmtool.documents.labels import take_label, value
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import BlockKind, Level, PlaceableKind, Span
from tmtool.model.wording import say

_LONGEST = 250
_AROUND = 6
"""Entries that have changed places are not farther apart, in segments."""
_GAIN, _LEFT = 4, 0.4
"""So many more words must have a counterpart when two entries change places, and no more than that share be without."""
_MOST_CROSSED = 2
"""Where more cells than that are in another order, the table has other columns."""
_KINDS = (BlockKind.ITEM, BlockKind.HEADING, BlockKind.CELL)


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where an entry of a list has changed places with another, or comes before one that
    the source has first."""
    known = draft.language_pair
    assert known is not None
    entries = [pair for pair in draft.pairs if pair.source and pair.target.strip() and _is_entry(pair)]
    told: set[int] = set()
    crossed = _crossed_cells(entries)
    for first, second in crossed if len(crossed) <= _MOST_CROSSED else ():
        told.update((first.number, second.number))
        here, there = shortened(first.target), shortened(second.target)
        message = say("“{here}” is before “{there}” here, after it in the source.", here=here, there=there)
        yield first, Flag(message, target_span=Span(0, len(first.target)))
    for place, pair in enumerate(entries):
        near = [one for one in entries[place + 1 : place + 1 + _AROUND] if abs(one.number - pair.number) <= _AROUND]
        if pair.number in told:
            continue
        other = _exchanged(pair, near, known)
        if other is not None:
            told.update((pair.number, other.number))
            message = say(
                "“{here}” and “{there}” have changed places.",
                here=shortened(pair.target),
                there=shortened(other.target),
            )
            yield pair, Flag(message, target_span=Span(0, len(pair.target)))
            continue
        later = next((one for one in near if _comes_before(one, pair)), None)
        if later is not None:
            told.update((pair.number, later.number))
            here, there = _label(later.target_label, later.target), _label(pair.target_label, pair.target)
            message = say("“{here}” is before “{there}” here, after it in the source.", here=here, there=there)
            yield later, Flag(message, target_span=Span(0, len(later.target)))


def _crossed_cells(entries: Sequence[Pair]) -> list[tuple[Pair, Pair]]:
    """Returns the neighbouring cells of a table that are in the other order in the translation, the one that is first
    there before the other."""
    return [
        (later, pair)
        for pair, later in pairwise(entries)
        if pair.kind is later.kind is BlockKind.CELL
        and later.number == pair.number - 1
        and min(len(one.target.split()) for one in (pair, later)) > 1
    ]


def _is_entry(pair: Pair) -> bool:
    labelled = bool(_label(pair.target_label, pair.target))
    return (labelled or pair.kind in _KINDS) and max(len(pair.target), len(pair.source or "")) <= _LONGEST


def _label(label: str, text: str) -> str:
    return label or take_label(text)[0]


def _exchanged(pair: Pair, others: Sequence[Pair], known: LanguagePair) -> Pair | None:
    """Returns the entry whose source belongs to the translation of this one, and the other way round. What has the
    times of its source is in its place: of “3 p.m.” no word is in “15 heures”."""
    own = _alone(pair, pair, known)
    if own < _GAIN / 2 or _has_its_times(pair):
        return None
    for other in others:
        if _has_its_times(other):
            continue
        straight = own + _alone(other, other, known)
        crossed = _alone(pair, other, known) + _alone(other, pair, known)
        if straight - crossed >= _GAIN and crossed <= _LEFT * straight:
            return other
    return None


def _has_its_times(pair: Pair) -> bool:
    """Tells whether an entry has times, and those of its source."""
    there, here = (
        sorted(one.value for one in placeables if one.kind is PlaceableKind.TIME)
        for placeables in (pair.source_placeables, pair.target_placeables)
    )
    return bool(here) and here == there


def _alone(of_source: Pair, of_target: Pair, known: LanguagePair) -> int:
    """Counts the words of the source of one entry and the translation of another without counterpart."""
    return unrendered(of_source.source or "", of_target.target, known)


def _comes_before(one: Pair, other: Pair) -> bool:
    """Tells whether an entry is in the translation before one that the source has first, both with the labels of the
    source."""
    if one.number >= other.number:
        return False
    labels = [
        (value(_label(pair.source_label, pair.source or "")), value(_label(pair.target_label, pair.target)))
        for pair in (one, other)
    ]
    return all(there and there == here for there, here in labels)


CHECK = DocumentCheck(
    name="document-order",
    level=Level.ERROR,
    its_type="inconsistency",
    requires=Needs(source=True, document=True, pair="word_links.tsv.xz"),
    yields_to=("document-numbering",),
    summary="An entry of a list has changed places with another, or is not in the order of the source.",
    reason=(
        "Delegates speak of item 4 (b) whatever their language. Two short entries are reported where neither has "
        "words for its source and each has those for the source of the other; and one that comes before an entry "
        "which the source has first, both under their labels."
    ),
    examples=(
        Example(
            source="(a) Illegal entry of migrants\n(b) Recovery of stolen property",
            target="a) Recouvrement des biens volés\nb) Entrée illégale de migrants",
            flagged=("a) Recouvrement des biens volés",),
        ),
        Example(
            source="(a) Illegal entry of migrants\n(b) Recovery of stolen property",
            target="a) Entrée illégale de migrants\nb) Recouvrement des biens volés",
        ),
        Example(
            source="Date\tTime\tMeeting\nWednesday 7 April\t10 a.m.–1 p.m. and 3–6 p.m.\tPlenary",
            target="Date\tHoraire\tRéunion\nMercredi 7 avril\t10 heures-13 heures et 15 heures-18 heures\tPlénière",
        ),
        Example(
            source="(a) Other matters\n(b) Place of the meeting",
            target="a) Questions diverses\nb) Lieu de la réunion",
        ),
    ),
    look=look,
)
