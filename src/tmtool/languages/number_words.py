"""Reads numerals written in words, for languages in which the words of a number add up, and scales multiply.

A language gives its words with value and role; what a row of them amounts to is decided here. The parts of a number
come from the largest to the smallest ("two hundred and five"), in some languages the units before the tens
("five-and-twenty"). An ordinal has one part that is ordinal ("twenty-fifth") or all ("vigésimo quinto").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tmtool.languages.numerals import Numeral
from tmtool.languages.tables import rows
from tmtool.model import Span

ORDINAL = "-th"
"""The end of the role of an ordinal."""
_TOKEN = re.compile(r"[^\W\d_]+")
_RANKS = {"zero": 0, "unit": 1, "teen": 2, "ten": 3, "hundred": 4}
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000


@dataclass(frozen=True, slots=True)
class Part:
    """A `Part` is a word of a number: its value, its role without the end that marks an ordinal, and whether it is
    one. `joined` tells that the word for "and" is written together with it."""

    value: int
    role: str
    ordinal: bool = False
    joined: bool = False


def parts_in(table: Path) -> dict[str, Part]:
    """Returns the words of a table by form. Columns: forms of the word, value, role: zero, unit (1-9), teen (10-19),
    ten, hundred (100-900), scale, and scales for one that counts only after another number; ordinals with "-th"."""
    return {
        form: Part(int(value), role.removesuffix(ORDINAL), role.endswith(ORDINAL))
        for forms, value, role in rows(table)
        for form in forms.split()
    }


@dataclass(frozen=True, slots=True)
class _Word:
    part: Part
    start: int
    end: int


def _has_hundreds(run: Sequence[_Word], place: int) -> bool:
    """Tells whether hundreds are joined to a scale that has no number before it: ألف وتسعمائة is 1,900."""
    following = run[place + 1].part if place + 1 < len(run) else None
    return following is not None and following.joined and following.role == "hundred" and following.value < _THOUSAND


@dataclass(frozen=True, slots=True)
class NumberWords:
    """`NumberWords` reads the numbers of a language. `parts` gives its words, `joints` those that may be between two
    parts, `units_first` tells that the units come before the tens, and `known` gives the part that a word is with
    what is written together with it, where `parts` has not the word as it is."""

    parts: Mapping[str, Part]
    joints: frozenset[str] = frozenset()
    units_first: bool = False
    known: Callable[[str], Part | None] | None = None

    def find(self, lower: str) -> Iterator[Numeral]:
        """Yields the numerals in words of a text in lower case."""
        for run in self._runs(lower):
            place = 0
            while place < len(run):
                end, value, ordinal = self._read(run, place)
                if end > place:
                    bare = value == 1 and not ordinal
                    span = Span(run[place].start, run[end - 1].end)
                    yield Numeral(span, str(value), ordinal=ordinal, bare=bare, in_words=True)
                place = max(end, place + 1)

    def _runs(self, lower: str) -> Iterator[list[_Word]]:
        """Yields the words of numbers that follow each other, with a space, a hyphen or a joint between."""
        run: list[_Word] = []
        reached, joint = 0, False
        for match in _TOKEN.finditer(lower):
            word = match.group()
            part = self.parts.get(word) or (self.known(word) if self.known else None)
            close = lower[reached : match.start()] in (" ", "-", "\u2011", "\u00a0")
            if part is None:
                joint = bool(run) and close and word in self.joints and not joint
                reached = match.end()
                if not joint and run:
                    yield run
                    run = []
                continue
            if run and not close:
                yield run
                run = []
            joined = part.joined or (joint and bool(run))
            run.append(_Word(Part(part.value, part.role, part.ordinal, joined), match.start(), match.end()))
            reached, joint = match.end(), False
        if run:
            yield run

    def _read(self, run: Sequence[_Word], start: int) -> tuple[int, int, bool]:
        """Returns where the numeral that begins at a word ends (there, if it is none), its value, ordinal or not."""
        total = below = 0
        rank, limit = 9, 0
        ordinal = False
        place = start
        while place < len(run):
            part = run[place].part
            if part.role in ("scale", "scales"):
                if ordinal or (part.role == "scales" and place == start and not _has_hundreds(run, place)):
                    break
                if limit and part.value >= limit and not (below == 0 and limit == _THOUSAND and part.value > limit):
                    break
                if limit and part.value > limit:
                    total *= part.value
                else:
                    total += (below or 1) * part.value
                below, rank, limit = 0, 9, part.value
            elif part.role == "zero":
                return (place + 1, 0, part.ordinal) if place == start else (place, total + below, ordinal)
            else:
                level = _RANKS[part.role]
                if not self._fits(level, rank, part, ordinal=ordinal):
                    break
                if part.role == "hundred" and part.value == _HUNDRED and rank == 1 and 1 < below < 10:
                    below *= _HUNDRED
                else:
                    below += part.value
                rank = level
            place += 1
            ordinal = ordinal or part.ordinal
        return place, total + below, ordinal

    def _fits(self, level: int, rank: int, part: Part, *, ordinal: bool) -> bool:
        """Tells whether a part of that level may follow one of that rank in the same number."""
        if self.units_first and rank == 1 and part.role in ("ten", "teen"):
            return part.joined and part.value > _TEN if part.role == "ten" else not part.joined
        if self.units_first and rank == 1 and part.role == "hundred":
            return part.value == _HUNDRED and not part.joined and not ordinal
        if ordinal and not part.ordinal and not self.units_first:
            return False
        if rank == 3 and level == 2:
            return False
        return level < rank and not (rank <= 2)
