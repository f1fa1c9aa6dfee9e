"""Puts translations into a document of marked-up text, such as ODT and HTML, and marks what is left untranslated.

A segment begins and ends in a text of the document; what is between is written anew, with the codes where the
translation has them. A segment that begins in one element and ends in another is written where it begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from tmtool.formats.coded_text import CodedText, Markup, UnbalancedError, coded_text
from tmtool.formats.filling import Filling, Slot, State
from tmtool.formats.passages import Edit
from tmtool.formats.xml_tokens import Tag, Text
from tmtool.model import Span


class Tokens(Protocol):
    """A `Tokens` is a marked-up document as tags and texts."""

    @property
    def text(self) -> str:
        """Returns the characters of the document."""

    def tokens_between(self, start: int, end: int) -> Iterator[Tag | Text]:
        """Yields the tags and texts between two places."""

    def escaped(self, text: str) -> str:
        """Returns a text as character data."""


@dataclass(frozen=True, slots=True)
class Marks:
    """A `Marks` is what is put around a text that is left untranslated, and around one to look at."""

    untranslated: tuple[str, str]
    unread: tuple[str, str]


class MarkedUpStretch:
    """A `MarkedUpStretch` is a segment in marked-up text; `places` are those of its characters in the document."""

    def __init__(
        self, document: Tokens, places: Sequence[Span], shown: str, markup: Markup, marks: Marks, part: str = ""
    ) -> None:
        self._document, self._places, self._marks, self._part = document, places, marks, part
        self._coded = _read(document, places, markup)
        if self._coded is not None and "".join(self._coded.text.split()) != "".join(shown.split()):
            # Something in it is not shown.
            self._coded = None
        if self._coded is not None:
            self.slot = Slot(self._coded.text, codes=tuple(one.code for one in self._coded.codes))
        else:
            self.slot = Slot(shown, is_whole=len(list(self._pieces())) == 1)

    def filled(self, filling: Filling) -> Iterator[Edit]:
        """Yields the edits that put a translation in."""
        written = _around(self._marks.unread) if filling.state is State.TO_REVIEW else str
        if self._coded is not None:
            content = self._coded.around(filling.text, filling.places, lambda text: written(self._escaped(text)))
            yield Edit(Span(self._places[0].start, self._places[-1].end), content, self._part)
            return
        text = written(self._escaped(filling.text))
        for number, place in enumerate(self._pieces()):
            yield Edit(place, "" if number else text, self._part)

    def marked(self) -> Iterator[Edit]:
        """Yields the edits that mark the text as left untranslated."""
        written = _around(self._marks.untranslated)
        for place in self._pieces():
            yield Edit(place, written(place.of(self._document.text)), self._part)

    def _escaped(self, text: str) -> str:
        return self._document.escaped(text)

    def _pieces(self) -> Iterator[Span]:
        """Yields the stretches of characters between which there is a tag."""
        group: list[Span] = []
        for place in self._places:
            if group and group[-1].end != place.start:
                yield Span(group[0].start, group[-1].end)
                group = []
            group.append(place)
        if group:
            yield Span(group[0].start, group[-1].end)


def _read(document: Tokens, places: Sequence[Span], markup: Markup) -> CodedText | None:
    try:
        tokens = document.tokens_between(places[0].start, places[-1].end)
        return coded_text(document.text, tokens, markup)
    except UnbalancedError:
        return None


def _around(mark: tuple[str, str]) -> Callable[[str], str]:
    """Returns what puts a mark around a text that is not blank."""
    return lambda text: f"{mark[0]}{text}{mark[1]}" if text.strip() else text
