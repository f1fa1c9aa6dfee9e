"""Puts translations into the paragraphs of a DOCX, in the looks of their sources; marks what is left untranslated.

A segment begins and ends inside text elements (``w:t``) of runs. Between these its XML is written anew: text in the
run properties that most of it has, words of another look in runs of their own, and around or between them, where the
translation has them, hyperlinks, fields, marks of notes, pictures, tabs, line breaks and bookmarks as they were
(ECMA-376 part 1, 17.3). Where a segment has anything else in it, its text goes into its first element.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tmtool.formats.docx.around import Around, field_around, has_text, open_at
from tmtool.formats.docx.codes import CodedText, read_coded
from tmtool.formats.docx.elements import DIVISIBLE, ENDS_WITH_TEXT
from tmtool.formats.docx.passages import DocxFile, read_with_furniture, rewritten
from tmtool.formats.docx.runs import RunNames, RunWriter, write_coded
from tmtool.formats.filling import Filling, Slot, State
from tmtool.formats.kept import content_around
from tmtool.formats.passages import Edit, Passage
from tmtool.formats.relabelling import Languages
from tmtool.formats.xml_tokens import Text, Xml
from tmtool.formats.xml_tree import qualified
from tmtool.formats.zip_reading import ZipParts
from tmtool.model import Span

UNTRANSLATED, UNREAD = "yellow", "cyan"
"""The highlights of what is left in the source language, and of what a person has to look at."""

_SETTINGS = ("styles.xml", "settings.xml")
"""The parts that say in which language text without any of its own is."""
_MOVED = "\t\n \u2011"
_BREAKS = "\t\n "


def read_texts(path: Path) -> DocxTexts:
    """Returns the paragraphs with text, as `read_blocks` counts them. Raises InputError as that does."""
    return DocxTexts(read_with_furniture(path))


@dataclass(frozen=True, slots=True)
class DocxTexts:
    """A `DocxTexts` is a DOCX whose paragraphs can be translated."""

    file: DocxFile
    runs_on = False

    @property
    def passages(self) -> Sequence[Passage]:
        """Returns the paragraphs."""
        return self.file.passages

    @property
    def furniture(self) -> Sequence[Passage]:
        """Returns the paragraphs of headers and footers."""
        return self.file.furniture

    def stretch(self, passage: Passage, span: Span) -> Stretch | None:
        """Gives a segment in a paragraph, without the tabs and line breaks at its ends; None if it begins or ends with
        anything else that is no text of a run."""
        start, end = span.start, span.end
        while start < end and passage.places[start].start < 0 and passage.text[start] in _BREAKS:
            start += 1
        while start < end and passage.places[end - 1].start < 0 and passage.text[end - 1] in _BREAKS:
            end -= 1
        span = Span(start, end)
        places = passage.places[start:end]
        signs = zip(span.of(passage.text), places, strict=True)
        if any(place.start < 0 and sign not in _MOVED for sign, place in signs):
            # A sign of a symbol font is none of any other.
            return None
        return Stretch(self.file, passage, span) if places and places[0].start >= 0 <= places[-1].start else None

    def content(self, edits: Iterable[Edit], languages: Languages | None = None) -> bytes:
        """Gives the archive after the edits."""
        by_part: dict[str, list[Edit]] = {}
        for edit in dict.fromkeys(edits):
            by_part.setdefault(edit.part, []).append(edit)
        written = {part: content_around(xml, by_part[part]) for part, xml in self.file.parts.items() if part in by_part}
        if languages is not None:
            with ZipParts(self.file.path) as parts:
                places = {f"{part.rpartition('/')[0]}/{name}" for part in self.file.parts for name in _SETTINGS}
                there = {part: parts.read(part) for part in sorted(places) if part in parts}
            unchanged = {part: xml.content(()) for part, xml in self.file.parts.items()}
            for part, content in (there | unchanged | written).items():
                xml = Xml.of(content)
                if (text := languages.in_word(xml.text)) != xml.text:
                    written[part] = replace(xml, text=text).content(())
        return rewritten(self.file.path, written)


class Stretch:
    """A `Stretch` is the text of a segment in a paragraph. The codes of `slot` are words of another look, links, and
    what keeps its place among the words."""

    def __init__(self, file: DocxFile, passage: Passage, span: Span) -> None:
        self._xml = file.parts[passage.part]
        self._part = passage.part
        places = [place for place in passage.places[span.start : span.end] if place.start >= 0]
        self._region = Span(places[0].start, places[-1].end)
        self._pieces = file.grouped(passage.part, places)
        self._owners = [owner for owner, _ in self._pieces]
        shown = span.of(passage.text)
        self._first_look: str | None = self._owners[0].properties
        self._last_look: str | None = self._owners[-1].properties
        self._begun: list[Around] = []
        self._ended: list[Around] = []
        self._read = self._read_region()
        if self._read is not None and self._read.text != shown:
            # Something in it is hidden.
            self._read = None
        if self._read is not None:
            self.slot = Slot(self._read.text, codes=tuple(part.code for part in self._read.parts))
        else:
            self.slot = Slot(shown, is_whole=len({owner.look for owner in self._owners}) == 1)

    def filled(self, filling: Filling) -> Iterator[Edit]:
        """Yields the edits that put a translation in; none where it says what is there already."""
        own_places = tuple(code.span for code in self.slot.codes)
        if filling.text == self.slot.source and filling.places == own_places and filling.state is State.READY:
            return
        highlight = UNREAD if filling.state is State.TO_REVIEW else ""
        if self._read is None:
            yield from self._in_one_element(filling.text, highlight)
            return
        names = RunNames.of(self._xml, self._owners[0])
        if self._first_look is not None:
            yield from self._owners[0].with_spaces(self._part)
        first_look, last_look, before, after = self._first_look, self._last_look, "", ""
        if self._begun:
            before = names.between_runs(first_look) + "".join(one.closing for one in reversed(self._begun))
            first_look = None
        if self._ended:
            after = "".join(one.opening for one in self._ended) + names.in_run(last_look)
            last_look = None
        writer = RunWriter(self._xml, names, first_look, highlight)
        write_coded(self._read, filling, writer)
        yield Edit(self._region, before + writer.done(last_look) + after, self._part)

    def _in_one_element(self, text: str, highlight: str) -> Iterator[Edit]:
        """Yields the edits that put a text into the first element that is no result of a field, which the program that
        opens the file writes anew. A result that the text begins with stays what it is."""
        pieces = list(self._pieces)
        if any(not owner.in_field for owner, _ in pieces):
            while pieces[0][0].in_field:
                shown = Text(pieces[0][1], literal=False).of(self._xml.text)
                if not text.startswith(shown):
                    break
                text = text.removeprefix(shown)
                del pieces[0]
        first = next((owner for owner, _ in pieces if not owner.in_field), pieces[0][0])
        writer = RunWriter(self._xml, RunNames.of(self._xml, first), first.properties, highlight)
        writer.add(text, first.properties)
        yield from first.with_spaces(self._part)
        for owner, place in pieces:
            yield Edit(place, writer.done(owner.properties) if owner is first else "", self._part)

    def marked(self) -> Iterator[Edit]:
        """Yields the edits that highlight the text as it is."""
        for owner, place in self._pieces:
            writer = RunWriter(self._xml, RunNames.of(self._xml, owner), owner.properties, UNTRANSLATED)
            writer.add_xml(place.of(self._xml.text), owner.properties)
            yield from owner.with_spaces(self._part)
            yield Edit(place, writer.done(owner.properties), self._part)

    def _read_region(self) -> CodedText | None:
        """Reads the XML of the segment, with the links that begin or end with it; None if it cannot be moved."""
        start, end = self._region.start, self._region.end
        paragraph = qualified(self._xml, self._owners[0].tag, "p")
        for around in (self._links_around, self._field_around, self._ruby_around):
            begun, ended = (around(paragraph, at) for at in (start, end))
            for place in reversed([one for one in begun if one not in ended]):
                if has_text(self._xml, place.start, start):
                    return None
                start, self._first_look = place.start, None
            for place in reversed([one for one in ended if one not in begun]):
                if has_text(self._xml, end, place.end):
                    return None
                end, self._last_look = place.end, None
        names = [qualified(self._xml, self._owners[0].tag, name) for name in sorted(DIVISIBLE)]
        at_start, at_end = (open_at(self._xml.text, paragraph, names, at) for at in (start, end))
        for one in reversed([one for one in at_start if one not in at_end]):
            if self._begun or has_text(self._xml, one.place.start, start, or_space=True):
                self._begun.insert(0, one)
            else:
                start, self._first_look = one.place.start, None
        for one in reversed([one for one in at_end if one not in at_start]):
            if self._ended or has_text(self._xml, end, one.place.end, or_space=True):
                self._ended.insert(0, one)
            else:
                end, self._last_look = one.place.end, None
        self._region = Span(start, end)
        return read_coded(self._xml, self._first_look, self._region, self._begun, self._ended)

    def _links_around(self, paragraph: str, at: int) -> list[Span]:
        """Returns the links, simple fields, content controls and smart tags around a place, the outer ones first."""
        names = [qualified(self._xml, self._owners[0].tag, name) for name in sorted(ENDS_WITH_TEXT)]
        return [one.place for one in open_at(self._xml.text, paragraph, names, at)]

    def _field_around(self, paragraph: str, at: int) -> list[Span]:
        found = field_around(self._xml.text, paragraph, at)
        return [] if found is None else [found]

    def _ruby_around(self, paragraph: str, at: int) -> list[Span]:
        """Returns the run of the ruby whose base a place is in."""
        run, ruby = (qualified(self._xml, self._owners[0].tag, name) for name in ("r", "ruby"))
        rubies = open_at(self._xml.text, paragraph, [ruby], at)
        return [
            outer.place
            for one in rubies[:1]
            for outer in [*open_at(self._xml.text, paragraph, [run], one.place.start), one][:1]
        ]
