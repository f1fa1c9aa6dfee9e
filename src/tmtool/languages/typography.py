"""Says what the typography of a language chooses between: which spaces are at which signs, which marks a text prefers.

A language that puts spaces at its signs has a `Typography`; the habits that it finds in a text are a `Habit`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from tmtool.model import Span

THOUSANDS = "000"
"""Represents the group of three digits in `Mark.sign`: the space between thousands."""


class Space(StrEnum):
    """A `Space` is what is at a sign; `character` is the text of it."""

    NONE = "none"
    PLAIN = "plain"
    NBSP = "nbsp"
    NARROW = "narrow"

    @property
    def character(self) -> str:
        """Returns nothing, U+0020, U+00A0 or U+202F."""
        return {"none": "", "plain": " ", "nbsp": "\u00a0", "narrow": "\u202f"}[self.value]


@dataclass(frozen=True, slots=True)
class Mark:
    """A `Mark` is a sign with the place of its space: `span` covers the white space, empty where there is none."""

    sign: str
    span: Span
    space: Space


@dataclass(frozen=True, slots=True)
class Habit:
    """A `Habit` holds the typographic habits of a text.

    `counts` says how often each form is at each sign; `spaces` names the form that leads, for
    the signs with evidence enough. `apostrophe` is "'" or "’", `numero` the abbreviation of a word for number that most
    of the text has, `quotes` the opening quotation mark, each "" where the text has too few; `guillemets` is "<<" for a
    text that types the outer quotation marks so. `split` is
    True for a text of which a tokeniser has split much after the apostrophe ("l' ordre"). `clock_space` is the space
    inside its times of day, `cell_clock` the manner in which its table cells write full hours (see `Typography.clock`),
    each "" where there are too few. `colon_clock` is True for a text that writes all its times of day with a colon
    (9:30), `glued_clock` for one that writes them without space (9h30), `currencies` are the signs of a currency that
    several of its segments write at an amount, with their space, or a code in the place of the name throughout (USD).
    What a house prescribes is in their place, and in `prescribed`: the signs, "'" for the apostrophe.
    """

    counts: Mapping[str, Mapping[Space, int]]
    spaces: Mapping[str, Space]
    apostrophe: str = ""
    numero: str = ""
    quotes: str = ""
    guillemets: str = ""
    split: bool = False
    clock_space: str = ""
    cell_clock: str = ""
    colon_clock: bool = False
    glued_clock: bool = False
    currencies: frozenset[str] = frozenset()
    prescribed: frozenset[str] = frozenset()

    def pinned(self, spaces: Mapping[str, Space], apostrophe: str = "") -> Habit:
        """Returns the habit with what a house prescribes: spaces by sign, and an apostrophe ("" for either)."""
        return replace(
            self,
            spaces={**self.spaces, **spaces},
            apostrophe=apostrophe or self.apostrophe,
            prescribed=frozenset(spaces) | ({"'"} if apostrophe else frozenset()),
        )


def no_clock(written: str, manner: str, space: str) -> str | None:
    """Returns None: the language says nothing of how times of day are written."""
    return None


def no_joints(text: str) -> Iterator[Mark]:
    """Yields nothing: the language has no abbreviations that hold on to what follows."""
    return iter(())


@dataclass(frozen=True, slots=True)
class Typography:
    """A `Typography` is the typography of a language.

    `signs` take a space, `apostrophes` are those in use. `marks(text)` gives the signs of a text, thousands included,
    in order, each with the space it has, `joints(text)` the spaces between an abbreviation or a figure and what it
    belongs to (no 5, 10 heures), with the kind of the former as their sign. `habit(texts, cells)` gives the habits of
    the texts of one document, of which the cells are those in tables. `label_opens` is False
    where a list label has no bracket before it: a), not (a). `quotes` are the outer quotation marks, with a space
    inside; "" for a language that takes any. `clock(written, manner, space)` writes a time of day such as 10:30 as the
    language does in a manner ("" in running text), with that space; None where it is no time of day.
    """

    signs: tuple[str, ...]
    apostrophes: tuple[str, ...]
    marks: Callable[[str], Iterator[Mark]]
    habit: Callable[[Iterable[str], Iterable[str]], Habit]
    label_opens: bool = True
    quotes: tuple[str, str] = ("", "")
    clock: Callable[[str, str, str], str | None] = no_clock
    joints: Callable[[str], Iterator[Mark]] = no_joints
