"""Puts translations into the lines of a plain text; it has no marks for what is left untranslated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tmtool.errors import InputError
from tmtool.formats.filling import Filling, Slot
from tmtool.formats.passages import Edit, Passage
from tmtool.formats.plain_text.passages import read_editable
from tmtool.formats.relabelling import Languages
from tmtool.formats.text_passages import TextFile
from tmtool.model import Span
from tmtool.model.wording import say


def read_texts(path: Path) -> LinesOfText:
    """Reads the lines. Raises InputError for a file that is no text."""
    return LinesOfText(path, read_editable(path, target_language=""))


@dataclass(frozen=True, slots=True)
class LinesOfText:
    """A `LinesOfText` is a plain text whose lines can be translated."""

    path: Path
    file: TextFile
    furniture: Sequence[Passage] = ()
    runs_on = True

    @property
    def passages(self) -> Sequence[Passage]:
        """Returns the lines."""
        return self.file.passages

    def stretch(self, passage: Passage, span: Span) -> TextStretch:
        """Gives a segment, which may begin on one line and end on another."""
        places = passage.places[span.start : span.end]
        return TextStretch(Slot(span.of(passage.text)), Span(places[0].start, places[-1].end))

    def content(self, edits: Iterable[Edit], languages: Languages | None = None) -> bytes:
        """Gives the text after the edits. Raises InputError where its encoding cannot hold them."""
        try:
            return self.file.content(edits)
        except UnicodeEncodeError as error:
            problem = say(
                "its encoding ({encoding}) has no {letter!r}",
                encoding=self.file.codec,
                letter=error.object[error.start],
            )
            raise InputError(problem, say("save it as UTF-8"), path=self.path) from error


@dataclass(frozen=True, slots=True)
class TextStretch:
    """A `TextStretch` is a segment of a plain text."""

    slot: Slot
    place: Span

    def filled(self, filling: Filling) -> Iterator[Edit]:
        """Yields the edit that puts a translation in."""
        yield Edit(self.place, filling.text)

    def marked(self) -> Iterator[Edit]:
        """Yields nothing: a plain text has no marks."""
        return iter(())
