"""Which values of the source does the translation lack, and which has it that the source lacks?

The checks on numbers, dates and references share this comparison, made once a pair. It compares values
and lets through what published translations do all the time: a value written as another kind (item 3, le
troisième), a number said once instead of twice, or by a word (about 40, une quarantaine), paragraph numbers on
one side only, note calls glued to a word (facts 22, 23, 26 to 29, 56 and 57 of docs/un-french.md).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import Indel

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.same import Same
from tmtool.checks.evidence.values.around import Around, most_of
from tmtool.checks.evidence.values.conversions import without_converted
from tmtool.checks.evidence.values.dates_in_figures import with_dates_in_figures
from tmtool.checks.evidence.values.fractions import without_shares
from tmtool.checks.evidence.values.in_text import in_text
from tmtool.checks.evidence.values.read_otherwise import (
    are_cells_of_a_row,
    have_same_figures,
    in_figures,
    is_misread,
    said_once,
    sums,
)
from tmtool.checks.evidence.values.same_value import (
    DIGITS,
    Side,
    is_year,
    small,
)
from tmtool.checks.evidence.values.saying import Saying, has_whole
from tmtool.checks.evidence.values.unmatched import unmatched
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Placeable, PlaceableKind

_NOUN_BEFORE = re.compile(r"(?:(?![\u3400-\u9fff])[\w’'.-])+\s*$")
_QUANTITIES = frozenset({PlaceableKind.NUMBER, PlaceableKind.PERCENT})
_OTHER_KIND = 2
_TWO_YEARS = len("20142015")
"""Figures of two years that have lost the dash between them."""
_SAME_PLACE = 0.2
"""How far apart, as a share of the text, values of other kinds may be to be taken for each other."""


@dataclass(frozen=True, slots=True)
class Change:
    """A `Change` is a value of the source and the one in its place.

    It is `certain` unless the source's value is elsewhere in the target too, the kinds differ, or one of
    the two is a small number in words and the other a large one or in figures: then the two may not belong together.
    `is_there` is True where the source's value is elsewhere in the target and nothing else says that they do.
    """

    source: Placeable
    target: Placeable
    certain: bool = True
    is_there: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """`Facts` are what differs: values exchanged, values only in the source, values only in the target, by place."""

    changed: tuple[Change, ...] = ()
    lost: tuple[Placeable, ...] = ()
    gained: tuple[Placeable, ...] = ()

    def changes(self, kind: PlaceableKind) -> tuple[Change, ...]:
        """Returns the exchanges in which the source's value is of that kind."""
        return tuple(change for change in self.changed if change.source.kind is kind)


def facts(pair: Pair, draft: Draft) -> Facts:
    """Returns what differs between the two sides of `pair`.

    Nothing if there is no source or no target, or if the values of one language cannot be read.
    """
    if not pair.source or not pair.target.strip() or draft.source is None or draft.target is None:
        return Facts()
    return _of_pair(Same((pair,)), draft.source.tag, draft.target.tag, draft.language_pair)


@lru_cache(maxsize=32)  # nine checks ask of a pair, and to tell it by all its values takes as long as some of them
def _of_pair(pairs: Same[Pair], source: str, target: str, known: LanguagePair | None) -> Facts:
    [pair] = pairs
    there = Side(pair.source or "", source, pair.source_placeables)
    return _compare(there, Side(pair.target, target, pair.target_placeables), known)


def shown(text: str, placeable: Placeable) -> str:
    """Returns the placeable as it is written in `text`, a reference with the noun before it: "point 3 a)"."""
    start = placeable.span.start
    if placeable.kind is PlaceableKind.REFERENCE:
        noun = _NOUN_BEFORE.search(text, max(0, start - 40), start)
        start = noun.start() if noun else start
    return text[start : placeable.span.end]


@lru_cache(maxsize=4096)
def _compare(source: Side, target: Side, pair: LanguagePair | None) -> Facts:
    of_source, of_target = (
        said_once(replace(side, placeables=in_text(side.text, side.placeables))) for side in (source, target)
    )
    of_source, of_target = with_dates_in_figures(of_source, of_target)
    lost, gained = unmatched(of_source, of_target)
    in_source, in_target = _Held.of(of_source, of_target), _Held.of(of_target, of_source)
    says_here, says_there = Saying(of_target, of_source, pair), Saying(of_source, of_target, pair)
    lost = [one for one in lost if not says_here.says(one)]
    doubled = _doubled(lost, gained, of_source, of_target)
    gained = [one for one in gained if one is doubled or (not says_there.says(one) and not in_source.has_value(one))]
    lost, gained = without_converted(lost, gained, of_source, of_target, pair)
    lost, gained = without_shares(lost, gained, of_source, of_target)
    changed = _changes(lost, gained, of_source, of_target, in_target, doubled)
    if (changed or lost or gained) and have_same_figures(source, target):
        changed = [one for one in changed if not is_misread(one.source, one.target, source, target)]
        lost = [one for one in lost if not in_figures(one, source)]
        gained = [one for one in gained if not in_figures(one, target)]
    cells = [one for one in changed if are_cells_of_a_row(one.source, one.target, of_source, of_target)]
    exchanged = {one for change in changed for one in (change.source, change.target)} | sums(gained, of_source)
    return Facts(
        changed=tuple(sorted((one for one in changed if one not in cells), key=lambda change: change.target.span)),
        lost=tuple(one for one in lost if one not in exchanged and not in_target.has(one, of_source.text)),
        gained=tuple(one for one in gained if one not in exchanged and not in_source.has(one, of_target.text)),
    )


def _changes(
    lost: Sequence[Placeable],
    gained: Sequence[Placeable],
    of_source: Side,
    of_target: Side,
    in_target: _Held,
    doubled: Placeable | None,
) -> list[Change]:
    """Returns the values that are exchanged for each other, with how sure that is; `doubled` is one that certainly is
    in the place of another."""
    changes = []
    for one, other, certain in _exchanges(lost, gained, of_source, of_target):
        is_elsewhere = in_target.has(one, of_source.text) and other is not doubled
        changes.append(
            Change(
                one,
                other,
                certain=certain and other is not doubled and not is_elsewhere,
                is_there=is_elsewhere and not _are_alike(one, other, of_source.text, of_target.text),
            )
        )
    return changes


def _doubled(
    lost: Sequence[Placeable], gained: Sequence[Placeable], of_source: Side, of_target: Side
) -> Placeable | None:
    """Returns a value that is in the place of the only one that is lost although the source has it elsewhere, too: "two
    were re-elected and three elected" with three in both places. Both sides must have as many values of the kind."""
    if len(lost) != 1 or len(gained) != 1 or lost[0].kind is not gained[0].kind:
        return None
    of_kind = [[one.value for one in side.placeables if one.kind is lost[0].kind] for side in (of_source, of_target)]
    return gained[0] if len(of_kind[0]) == len(of_kind[1]) and gained[0].value in of_kind[0] else None


def _are_alike(one: Placeable, other: Placeable, source: str, target: str) -> bool:
    """Tells whether both are years, or both in words: one of them likely is in the place of the other."""
    return (is_year(one.value) and is_year(other.value)) or not (_in_figures(one, source) or _in_figures(other, target))


def _in_figures(one: Placeable, text: str) -> bool:
    return any(character.isdigit() for character in one.span.of(text))


@dataclass(frozen=True, slots=True)
class _Held:
    """A `_Held` says which values, and which figures, a side holds."""

    text: str
    values: frozenset[tuple[PlaceableKind, str]]
    figures: frozenset[str]
    words: dict[str, bool]
    """Words that were looked for in the text already, and whether they are there."""

    @classmethod
    def of(cls, side: Side, other: Side) -> _Held:
        """Reads the values and the figures of a side; those of a symbol that the other has too are that symbol's."""
        values = frozenset((one.kind, one.value) for one in side.placeables)
        symbols = {one.value for one in other.placeables if one.kind is PlaceableKind.SYMBOL}
        spans = [one.span for one in side.placeables if one.kind is PlaceableKind.SYMBOL and one.value in symbols]
        runs = [
            run.group()
            for run in DIGITS.finditer(side.text)
            if not any(span.start <= run.start() < span.end for span in spans)
        ]
        years = (year for run in runs if len(run) == _TWO_YEARS for year in (run[:4], run[4:]) if is_year(year))
        return cls(side.text, values, frozenset((*runs, *years)), {})

    def has_value(self, one: Placeable) -> bool:
        """Tells whether the side has the value, in the same role."""
        return (one.kind, one.value) in self.values

    def has(self, one: Placeable, own: str) -> bool:
        """Tells whether the side has a value of the text `own` in any role, or the very same figures or letters."""
        if self.has_value(one):
            return True
        if one.kind is PlaceableKind.NUMBER:
            return one.value in self.figures
        if one.kind is PlaceableKind.REFERENCE:
            words = one.span.of(own)
            if words not in self.words:
                self.words[words] = has_whole(words, self.text) or self._has_letter(one, words)
            return self.words[words]
        return False

    def _has_letter(self, one: Placeable, words: str) -> bool:
        """Tells whether the side has the letter that a reference in another script names: القائمة ألف, list A."""
        letter = one.value.rpartition(":")[2]
        if len(letter) != 1 or not letter.isascii() or not letter.isalpha() or letter in words.lower():
            return False
        return re.search(rf"(?<![\w'’.]){letter.upper()}(?![\w'’])", self.text) is not None


def _exchanges(
    lost: Sequence[Placeable], gained: Sequence[Placeable], of_source: Side, of_target: Side
) -> list[tuple[Placeable, Placeable, bool]]:
    """Returns the values that are exchanged for each other, and whether that is certain.

    The same kind comes first, then quantities, then what is in about the same place: "32 février" is a
    number, no date. Among equals the most alike find each other.
    """
    candidates = []
    around = Around(gained, lambda other: other.span.start)
    most = most_of(len(lost))
    for one in lost:
        for other in around.nearest(one.span.start / len(of_source.text) * len(of_target.text), most):
            apart = abs(one.span.start / len(of_source.text) - other.span.start / len(of_target.text))
            tier = _tier(one, other)
            if tier < _OTHER_KIND or (apart < _SAME_PLACE and not small(one.value) and not small(other.value)):
                unlike = Indel.normalized_distance(one.value, other.value)
                candidates.append((tier, apart + unlike, one.span.start, other.span.start, one, other))
    candidates.sort(key=lambda candidate: candidate[:4])
    found: dict[Placeable, tuple[Placeable, bool]] = {}
    taken: set[Placeable] = set()
    for tier, _, _, _, one, other in candidates:
        if one in found or other in taken:
            continue
        taken.add(other)
        figures = _in_figures(one, of_source.text), _in_figures(other, of_target.text)
        mixed = figures[0] != figures[1] or (not any(figures) and small(one.value) != small(other.value))
        found[one] = other, tier < _OTHER_KIND and not (mixed and (small(one.value) or small(other.value)))
    return [(one, other, certain) for one, (other, certain) in found.items()]


def _tier(one: Placeable, other: Placeable) -> int:
    """Returns 0 for the same kind (of references: the same noun), 1 for two quantities, 2 for anything else."""
    if one.kind is not other.kind:
        return 1 if {one.kind, other.kind} == _QUANTITIES else _OTHER_KIND
    same_noun = one.value.partition(":")[0] == other.value.partition(":")[0]
    return 0 if one.kind is not PlaceableKind.REFERENCE or same_noun else _OTHER_KIND
