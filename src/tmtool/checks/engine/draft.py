"""Says what a check looks at: the pairs of a translation, as plain values, with all that is known of them.

`preparing.prepare` makes them. Nothing here needs a database.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Flag

from tmtool.documents.agenda import Agenda
from tmtool.languages.language import Language
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.pairs.sizes import Sizes
from tmtool.languages.typography import Habit
from tmtool.model import BlockKind, Concept, Level, Occurrence, Placeable, Remark


class Sides(Flag):
    """`Sides` says which sides of a translation are meant."""

    NONE = 0
    SOURCE = 1
    TARGET = 2
    BOTH = 3


@dataclass(frozen=True, slots=True)
class Approved:
    """An `Approved` is an approved translation in the memory, and where it is from: document and date, "" for what is
    not known."""

    text: str
    document: str = ""
    date: str = ""

    @property
    def where(self) -> str:
        """Returns document and date, as far as they are known."""
        return ", ".join(part for part in (self.document, self.date[:10]) if part)


@dataclass(frozen=True, slots=True)
class Pair:
    """A `Pair` is a target segment with its source.

    `number` is the target segment's, from 1. `source` is None where the target is checked alone and
    "" where the source has nothing for it; `target` is "" where the translation is missing, and
    `number` then that of the segment it should follow. The labels are the list labels that are
    outside the texts. `split_terms` are terms of which the target has the words with others between
    them: good to ask whether a term is there, too loose to object to one. `approved` are the translations of the same
    source that the memory holds as approved, the newest first.
    """

    number: int
    target: str
    source: str | None = None
    id: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    source_label: str = ""
    target_label: str = ""
    source_placeables: tuple[Placeable, ...] = ()
    target_placeables: tuple[Placeable, ...] = ()
    source_terms: tuple[Occurrence, ...] = ()
    target_terms: tuple[Occurrence, ...] = ()
    split_terms: tuple[Occurrence, ...] = ()
    approved: tuple[Approved, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A `Draft` is a translation to check.

    `source` and `target` are what is known of the two languages, None for one that this house does
    not know; `language_pair` is what is known of both together, None where that is nothing.
    `is_document` tells that the pairs are those of a document in its order, and not units of any origin.
    `agenda` is the target's parts, None where it is no annotated agenda, `source_agenda` the source's;
    `is_programme` tells that one of the two is the programme or another paper of a meeting, without a list of items
    that could be told. `habit` is the target's typographic habit, None in a language that has none. `symbol` is
    that of the document, empty if it has none. `terms` are the sides on which the term base has terms that can be
    recognised, of concepts that it has on both where it has such, `concepts` its concepts by id. `remarks` are what
    an external checker says of each target, None where it is not asked. `sizes` are how large the translations are
    to be expected, None in languages of which nobody has measured it.
    """

    pairs: tuple[Pair, ...]
    source_language: str
    target_language: str
    source: Language | None = None
    target: Language | None = None
    language_pair: LanguagePair | None = None
    is_document: bool = False
    agenda: Agenda | None = None
    source_agenda: Agenda | None = None
    is_programme: bool = False
    habit: Habit | None = None
    symbol: str = ""
    terms: Sides = Sides.NONE
    concepts: Mapping[str, Concept] = field(default_factory=dict)
    remarks: Mapping[str, tuple[Remark, ...]] | None = None
    sizes: Sizes | None = None

    @property
    def has_source(self) -> bool:
        """Tells whether any pair has its source."""
        return any(pair.source for pair in self.pairs)

    @property
    def knows_words(self) -> bool:
        """Tells whether the words of both languages are known in this direction, as they are of the pair whose
        published rows were read: elsewhere a value on one side only is often one that the other side's reader does not
        know."""
        pair = self.language_pair
        return pair is not None and not pair.is_turned and pair.links is not None

    @property
    def is_turned(self) -> bool:
        """Tells whether the pair of languages is asked in the other direction than that in which its tables were
        read."""
        return self.language_pair is not None and self.language_pair.is_turned

    @property
    def is_close(self) -> bool:
        """Tells whether the translation can be taken for a close one, as that of an agenda or a programme is."""
        return self.agenda is not None or self.source_agenda is not None or self.is_programme

    @property
    def slight(self) -> Level:
        """Returns the level of a sign that is mostly wrong in a free translation: an info in a close one, else a
        hint."""
        return Level.INFO if self.is_close else Level.HINT

    @property
    def likely(self) -> Level:
        """Returns the level of a sign that is right half the time where the pair of languages is asked in the
        direction in which its tables were read, an info; the other way round it is a slight one."""
        return self.slight if self.is_turned else Level.INFO

    def before(self, pair: Pair, reach: int = 1) -> tuple[Pair, ...]:
        """Returns so many pairs before this one, or before the pair that this is a sentence of, in order."""
        place = self._place(pair)
        return self.pairs[max(0, place - reach) : place]

    def after(self, pair: Pair, reach: int = 1) -> tuple[Pair, ...]:
        """Returns so many pairs after this one, or after the pair that this is a sentence of, in order."""
        place = self._place(pair)
        return self.pairs[place + 1 : place + 1 + reach]

    def beside(self, pair: Pair, reach: int = 1) -> tuple[Pair, ...]:
        """Returns so many pairs before and after this one, or the pair that this is a sentence of, in order."""
        return self.before(pair, reach) + self.after(pair, reach)

    def _place(self, pair: Pair) -> int:
        """Returns which of its pairs this one is, or has it as a sentence, from 0; 0 for one of another draft."""
        own = next((place for place, one in enumerate(self.pairs) if one is pair), None)
        if own is None:
            whole = self.pair(pair.number)
            own = next((place for place, one in enumerate(self.pairs) if one is whole), 0)
        return own

    def whole(self, pair: Pair) -> Pair | None:
        """Returns the pair of which this one is a sentence; None where it is whole."""
        found = self.pair(pair.number)
        return found if found is not None and found.target != pair.target else None

    def pair(self, segment: int) -> Pair | None:
        """Returns the pair that holds the target segment of that number: its own, or the one it was joined to."""
        return next((pair for pair in reversed(self.pairs) if pair.number <= segment and pair.target), None)
