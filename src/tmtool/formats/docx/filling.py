"""Puts translations into the paragraphs of a DOCX, in the looks of their sources; marks what is left untranslated.

A segment begins and ends inside text elements (``w:t``) of runs. Between these its XML is written anew: text in the
run properties that most of it has, words of another look in runs of their own, and around or between them, where the
translation has them, hyperlinks, fields, marks of notes, pictures, tabs, line breaks and bookmarks as they were
(ECMA-376 part 1, 17.3). Where a segment has anything else in it, its text goes into its first element.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from tmtool.formats.docx.passages import DocxFile, TextElement, read_with_furniture, rewritten
from tmtool.formats.filling import Code, Filling, Slot, State
from tmtool.formats.kept import content_around, kept
from tmtool.formats.passages import Edit, Passage
from tmtool.formats.relabelling import Languages
from tmtool.formats.xml_tokens import Tag, Text, Xml
from tmtool.formats.xml_tree import qualified
from tmtool.formats.zip_reading import ZipParts
from tmtool.model import Span

UNTRANSLATED, UNREAD = "yellow", "cyan"
"""The highlights of what is left in the source language, and of what a person has to look at."""

_SETTINGS = ("styles.xml", "settings.xml")
"""The parts that say in which language text without any of its own is."""
_PRESERVE = ' xml:space="preserve"'
_LATER = re.compile(
    r"<(?:\w+:)?(?:u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath|rPrChange)\b"
)
"""What comes after ``highlight`` in run properties (17.3.2.28)."""
_HIGHLIGHT = re.compile(r"<(?:\w+:)?highlight\b[^>]*/>")
_UNSEEN = frozenset({"proofErr", "lastRenderedPageBreak", "softHyphen"})
_SHOWN = {"noBreakHyphen": "\u2011"}
"""Elements of a run that are a character of the text and go with it."""
_KEPT = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n"}
"""Elements of a run that keep a place of their own, with the character that they show as."""
_MOVED = "\t\n \u2011"
_BREAKS = "\t\n "
_DELETED = frozenset({"del", "moveFrom"})
_BETWEEN_RUNS = frozenset(
    {"bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd"}
    | {"moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"}
    | {"oMath", "oMathPara"}
    | _DELETED
)
_IN_RUNS = frozenset(
    {
        *("footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef"),
        *("drawing", "pict", "object", "commentReference", "annotationRef", "AlternateContent"),
    }
)
_OF_CONTROLS = frozenset({"sdtPr", "sdtEndPr", "smartTagPr"})
"""What content controls and smart tags say of themselves."""
_AROUND_RUNS = frozenset({"hyperlink", "fldSimple", "dir", "bdo", "ins", "moveTo"})
"""Elements around runs that go with the words in them."""
_DIVISIBLE = frozenset({"dir", "bdo", "ins", "moveTo"})
"""Those of them that may end before a segment and begin again in it: nothing but the words is theirs."""
_ENDS_WITH_TEXT = frozenset({"hyperlink", "fldSimple", "smartTag", "sdt"})
"""Elements around runs in a paragraph that belong to a segment as a whole."""
_BESIDE_BASE = frozenset({"rubyPr", "rt"})
"""What a ruby (17.3.3.25) has beside the words that are read: how it looks, and their reading."""
_FIELD_RESULT = "field"
"""The look of a draft that is the result of a complex field."""
_AFTER_FIELD = "after a field"
"""The look of what goes on after the end of a field that is in it."""
_LONGEST = 200_000
"""How far before a place its paragraph is looked for."""
_FIELD = re.compile(r"<(?:\w+:)?fldChar\b[^>]*?fldCharType=[\"'](\w+)")
_RUN_BEGUN = re.compile(r"<(?:\w+:)?r[ >]")
_RUN_ENDED = re.compile(r"</(?:\w+:)?r>")


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
        self._begun: list[_Around] = []
        self._ended: list[_Around] = []
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
        names = _Names.of(self._xml, self._owners[0])
        if self._first_look is not None:
            yield from self._with_spaces(self._owners[0])
        first_look, last_look, before, after = self._first_look, self._last_look, "", ""
        if self._begun:
            before = names.between_runs(first_look) + "".join(one.closing for one in reversed(self._begun))
            first_look = None
        if self._ended:
            after = "".join(one.opening for one in self._ended) + names.in_run(last_look)
            last_look = None
        writer = _Writer(self._xml, names, first_look, highlight)
        _write(self._read, filling, writer)
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
        writer = _Writer(self._xml, _Names.of(self._xml, first), first.properties, highlight)
        writer.add(text, first.properties)
        yield from self._with_spaces(first)
        for owner, place in pieces:
            yield Edit(place, writer.done(owner.properties) if owner is first else "", self._part)

    def marked(self) -> Iterator[Edit]:
        """Yields the edits that highlight the text as it is."""
        for owner, place in self._pieces:
            writer = _Writer(self._xml, _Names.of(self._xml, owner), owner.properties, UNTRANSLATED)
            writer.add_xml(place.of(self._xml.text), owner.properties)
            yield from self._with_spaces(owner)
            yield Edit(place, writer.done(owner.properties), self._part)

    def _read_region(self) -> _Read | None:
        """Reads the XML of the segment, with the links that begin or end with it; None if it cannot be moved."""
        start, end = self._region.start, self._region.end
        paragraph = qualified(self._xml, self._owners[0].tag, "p")
        for around in (self._links_around, self._field_around, self._ruby_around):
            begun, ended = (around(paragraph, at) for at in (start, end))
            for place in reversed([one for one in begun if one not in ended]):
                if _has_text(self._xml, place.start, start):
                    return None
                start, self._first_look = place.start, None
            for place in reversed([one for one in ended if one not in begun]):
                if _has_text(self._xml, end, place.end):
                    return None
                end, self._last_look = place.end, None
        names = [qualified(self._xml, self._owners[0].tag, name) for name in sorted(_DIVISIBLE)]
        at_start, at_end = (_open_at(self._xml.text, paragraph, names, at) for at in (start, end))
        for one in reversed([one for one in at_start if one not in at_end]):
            if self._begun or _has_text(self._xml, one.place.start, start, or_space=True):
                self._begun.insert(0, one)
            else:
                start, self._first_look = one.place.start, None
        for one in reversed([one for one in at_end if one not in at_start]):
            if self._ended or _has_text(self._xml, end, one.place.end, or_space=True):
                self._ended.insert(0, one)
            else:
                end, self._last_look = one.place.end, None
        self._region = Span(start, end)
        return _read(self._xml, self._first_look, self._region, self._begun, self._ended)

    def _links_around(self, paragraph: str, at: int) -> list[Span]:
        """Returns the links, simple fields, content controls and smart tags around a place, the outer ones first."""
        names = [qualified(self._xml, self._owners[0].tag, name) for name in sorted(_ENDS_WITH_TEXT)]
        return [one.place for one in _open_at(self._xml.text, paragraph, names, at)]

    def _field_around(self, paragraph: str, at: int) -> list[Span]:
        found = _field_around(self._xml.text, paragraph, at)
        return [] if found is None else [found]

    def _ruby_around(self, paragraph: str, at: int) -> list[Span]:
        """Returns the run of the ruby whose base a place is in."""
        run, ruby = (qualified(self._xml, self._owners[0].tag, name) for name in ("r", "ruby"))
        rubies = _open_at(self._xml.text, paragraph, [ruby], at)
        return [
            outer.place
            for one in rubies[:1]
            for outer in [*_open_at(self._xml.text, paragraph, [run], one.place.start), one][:1]
        ]

    def _with_spaces(self, owner: TextElement) -> Iterator[Edit]:
        if "preserve" not in owner.tag.attributes:
            end = owner.tag.place.end - 1
            yield Edit(Span(end, end), _PRESERVE, self._part)


@dataclass(frozen=True, slots=True)
class _Part:
    """A `_Part` is a code of a segment: a look (`opening` are its run properties), a link or field (`opening` and
    `closing` as they are written), or what is alone: between runs, or with `look` inside one or in one of its own."""

    code: Code
    kind: str
    opening: str
    closing: str = ""
    look: str = ""


@dataclass(frozen=True, slots=True)
class _Read:
    """A `_Read` is a segment as its XML has it: the text, the look of most of it, and the codes as they begin."""

    text: str
    look: str
    parts: tuple[_Part, ...]


@dataclass(slots=True)
class _Draft:
    kind: str
    start: int
    end: int
    opening: str
    closing: str = ""
    look: str = ""
    within: _Draft | None = None
    """The insertion that a deletion is in, if it is in one."""


class _UnknownError(Exception):
    """An `_UnknownError` says that a segment has something in it that cannot be moved."""


def _field_around(document: str, name: str, at: int) -> Span | None:
    """Returns all runs of the complex field whose result a place is in, if the field begins and ends in its paragraph;
    `name` is that of paragraphs."""
    reach = max(0, at - _LONGEST)
    first = max(document.rfind(f"<{name}{sign}", reach, at) for sign in " >")
    if first < 0:
        return None
    begun: list[int] = []
    around: list[Span] = []
    for mark in _FIELD.finditer(document, first, document.find(f"</{name}>", at)):
        if mark[1] == "begin":
            begun.append(mark.start())
        elif mark[1] == "end" and begun:
            whole = Span(begun.pop(), mark.end())
            if whole.start < at <= whole.end:
                around.append(whole)
    if not around:
        return None
    outer = around[-1]
    runs = [found.start() for found in _RUN_BEGUN.finditer(document, first, outer.start)]
    after = _RUN_ENDED.search(document, outer.end)
    return Span(runs[-1], after.end()) if runs and after else None


@dataclass(frozen=True, slots=True)
class _Around:
    """An `_Around` is an element around runs, with its tags as they are written."""

    place: Span
    opening: str
    closing: str


def _open_at(document: str, paragraph: str, names: Sequence[str], at: int) -> list[_Around]:
    """Returns the elements of these names around a place in a paragraph, the outer ones first."""
    first = max(document.rfind(f"<{paragraph}{sign}", max(0, at - _LONGEST), at) for sign in " >")
    if first < 0:
        return []
    tags = re.compile(rf"<(/?)({'|'.join(map(re.escape, names))})(?=[\s/>])[^>]*?(/?)>")
    begun: list[re.Match[str]] = []
    for tag in tags.finditer(document, first, at):
        if tag[1]:
            if begun:
                begun.pop()
        elif not tag[3]:
            begun.append(tag)
    found: list[_Around] = []
    position = at
    for tag in reversed(begun):
        depth = 1
        for other in tags.finditer(document, position):
            if other[2] == tag[2] and not other[3]:
                depth += -1 if other[1] else 1
            if not depth:
                position = other.end()
                found.insert(0, _Around(Span(tag.start(), position), tag[0], other[0]))
                break
    return found


def _has_text(xml: Xml, start: int, end: int, *, or_space: bool = False) -> bool:
    """Tells whether a text element has characters, or a run anything at all `or_space`, between two places, one of
    which may be in one. The reading of a ruby is none of it."""
    name = "t"
    in_reading = False
    for token in xml.tokens_between(start, end):
        if isinstance(token, Tag) and token.name == "rt":
            in_reading = token.opens
        elif in_reading:
            continue
        elif isinstance(token, Tag):
            name = token.name
            if or_space and (name in _KEPT or name in _IN_RUNS):
                return True
        elif name == "t" and token.of(xml.text).strip("" if or_space else "\r\n\t "):
            return True
    return False


def _read(xml: Xml, look: str | None, region: Span, begun: Sequence[_Around], ended: Sequence[_Around]) -> _Read | None:
    """Reads the XML between two places, in text elements or between runs, inside the elements `begun` and `ended`; None
    if something there cannot be moved."""
    reader = _Reader(xml, look or "", in_text=look is not None)
    reader.begin(begun)
    try:
        for token in xml.tokens_between(region.start, region.end):
            reader.take(token)
        reader.end(ended)
        return reader.done()
    except _UnknownError:
        return None


@dataclass(slots=True)
class _Reader:
    """Takes the tokens of a segment, which begins inside a text element."""

    xml: Xml
    look: str
    text: list[str] = field(default_factory=list)
    length: int = 0
    looks: list[tuple[str, int, int]] = field(default_factory=list)
    drafts: list[_Draft] = field(default_factory=list)
    links: list[_Draft] = field(default_factory=list)
    native: list[Tag] = field(default_factory=list)
    controls: list[int] = field(default_factory=list)
    removed: list[Tag] = field(default_factory=list)
    ended: list[tuple[_Draft, int]] = field(default_factory=list)
    in_text: bool = True
    run: int = -1
    is_shown: bool = True
    field: int = -1
    depth: int = 0
    mark: str = ""

    def begin(self, around: Iterable[_Around]) -> None:
        """Takes the elements that the segment begins in."""
        for one in around:
            draft = _Draft("link", 0, 0, one.opening)
            self.drafts.append(draft)
            self.links.append(draft)

    def end(self, around: Sequence[_Around]) -> None:
        """Takes the elements that the segment ends in, the outer ones first."""
        for one in reversed(around):
            if not self.links or self.links[-1].opening != one.opening:
                raise _UnknownError
            draft = self.links.pop()
            draft.end, draft.closing = self.length, one.closing

    def take(self, token: Tag | Text) -> None:
        """Takes the next tag or text."""
        if self.native:
            self._go_on(token)
        elif isinstance(token, Text):
            if self.in_text:
                self._show(token.of(self.xml.text))
        elif token.name == "t":
            self.in_text = token.opens and not token.closes
        elif token.name == "r":
            if token.opens:
                self.run, self.look, self.is_shown = token.place.start, "", False
            elif self.mark:
                self._field_marked(token.place.end)
        elif token.name in _UNSEEN:
            pass
        elif token.name in _AROUND_RUNS:
            self._link(token)
        elif token.name == "fldChar" and token.opens:
            self._field_mark(token.value("fldCharType") or "")
            if not token.closes:
                self.native.append(token)
        elif token.name in _SHOWN:
            if token.opens:
                self._show(_SHOWN[token.name])
        elif token.name in _KEPT:
            if token.opens:
                start = self.length
                self._show(_KEPT[token.name])
                self.drafts.append(_Draft("inside", start, self.length, token.place.of(self.xml.text), "", self.look))
        elif token.name in ("sdt", "sdtContent"):
            self._control(token)
        elif token.name in ("smartTag", "ruby", "rubyBase"):
            # What Word thought of a word (17.5.1) is not so of its translation, nor is its reading.
            if token.opens:
                self.removed.append(token)
            elif self.removed:
                self.removed.pop()
            else:
                raise _UnknownError
        elif token.name in _BETWEEN_RUNS | _IN_RUNS | _OF_CONTROLS | _BESIDE_BASE | {"rPr", "instrText"}:
            self.native.append(token)
            if token.closes:
                self._end_native(token)
        else:
            raise _UnknownError

    def _field_mark(self, kind: str) -> None:
        """Takes a mark of a complex field (17.16.18): marks and instruction are kept with their runs, the result is
        text."""
        if self.is_shown or self.run < 0 or self.mark:
            raise _UnknownError
        if kind == "begin" and self.field >= 0:
            self.depth += 1
        elif kind == "begin":
            self.field = self.run
        elif self.depth:
            self.depth -= kind == "end"
        elif self.field >= 0 or (kind == "end" and self._is_in_result()):
            self.mark = kind
        else:
            # A field that goes on from one segment to the next.
            raise _UnknownError

    def _is_in_result(self) -> bool:
        """Tells whether the innermost link is the result of a field, or an insertion that has just begun in one."""
        if self.links and self.links[-1].look == _FIELD_RESULT:
            return True
        if len(self.links) < 2:
            return False
        result, inner = self.links[-2:]
        is_divisible = inner.opening.partition(" ")[0].rpartition(":")[2].lstrip("<") in _DIVISIBLE
        return result.look == _FIELD_RESULT and is_divisible and inner.start == self.length

    def _field_marked(self, end: int) -> None:
        """Ends the run in which the instruction of a field ends, or the field."""
        if self.is_shown:
            raise _UnknownError
        if self.field >= 0:
            written = Span(self.field, end)
            if self.mark == "end":
                # It has no result.
                self.drafts.append(_Draft("between", self.length, self.length, kept(written)))
            else:
                draft = _Draft("link", self.length, self.length, written.of(self.xml.text), look=_FIELD_RESULT)
                self.drafts.append(draft)
                self.links.append(draft)
        else:
            draft, closing = self.links.pop(), Span(self.run, end).of(self.xml.text)
            if draft.look != _FIELD_RESULT:
                # The end has an insertion of its own, before that of the words after it.
                name = draft.opening.partition(" ")[0].lstrip("<")
                draft.look = _AFTER_FIELD
                closing = f"{draft.opening}{closing}</{name}>"
                after, draft = draft, self.links.pop()
                self.links.append(after)
            draft.end, draft.closing = self.length, closing
        self.field, self.mark = -1, ""

    def _show(self, text: str) -> None:
        self.is_shown = True
        if self.field >= 0 or self.mark:
            raise _UnknownError
        self.text.append(text)
        if self.looks and self.looks[-1][0] == self.look and self.looks[-1][2] == self.length:
            self.looks[-1] = (self.look, self.looks[-1][1], self.length + len(text))
        else:
            self.looks.append((self.look, self.length, self.length + len(text)))
        self.length += len(text)

    def _go_on(self, token: Tag | Text) -> None:
        """Goes on inside an element that is kept as it is, as far as its end."""
        if isinstance(token, Tag):
            if token.opens:
                self.native.append(token)
            if token.closes:
                if len(self.native) == 1:
                    self._end_native(token)
                else:
                    self.native.pop()

    def _end_native(self, token: Tag) -> None:
        begun = self.native.pop()
        place = Span(begun.place.start, token.place.end)
        if begun.name == "rPr":
            self.look = place.of(self.xml.text)
        elif begun.name == "instrText":
            if self.field < 0:
                raise _UnknownError
        elif begun.name not in _OF_CONTROLS | _BESIDE_BASE | {"fldChar"}:
            self.is_shown = True
            inside = begun.name in _IN_RUNS
            look = self.look if inside else ""
            kind = "alone" if inside else "between"
            within = self.links[-1] if begun.name in _DELETED and self.links else None
            self.drafts.append(_Draft(kind, self.length, self.length, kept(place), "", look, within))

    def _control(self, token: Tag) -> None:
        """Takes a tag of a content control (17.5.2), which goes with the words in it as a link does, its properties
        with it."""
        place, text = token.place, self.xml.text
        if token.opens and token.name == "sdt":
            self.controls.append(place.start)
        elif token.opens and self.controls:
            draft = _Draft("link", self.length, self.length, Span(self.controls.pop(), place.end).of(text))
            self.drafts.append(draft)
            self.links.append(draft)
        elif token.name == "sdtContent" and self.links and self.links[-1].look != _FIELD_RESULT:
            self.ended.append((self.links.pop(), place.start))
            self.ended[-1][0].end = self.length
        elif token.name == "sdt" and self.ended:
            draft, start = self.ended.pop()
            draft.closing = Span(start, place.end).of(text)
        else:
            raise _UnknownError

    def _link(self, token: Tag) -> None:
        written = token.place.of(self.xml.text)
        if token.opens:
            draft = _Draft("link", self.length, self.length, written)
            self.drafts.append(draft)
            self.links.append(draft)
        elif self.links and self.links[-1].look != _FIELD_RESULT:
            draft = self.links.pop()
            draft.end, draft.closing = self.length, written
            if draft.start == draft.end and draft.look == _AFTER_FIELD:
                self.drafts.remove(draft)
        elif len(self.links) > 1 and token.name in _DIVISIBLE and self.links[-1].start == self.length:
            # It ends in a field, whose result is outside: what is before the result has one of its own.
            draft, begun = self.links.pop(-2), self.links[-1]
            draft.end, draft.closing = self.length, written
            begun.opening = f"{draft.opening}{begun.opening}{written}"
            if draft.start == draft.end:
                self.drafts.remove(draft)
        else:
            raise _UnknownError

    def done(self) -> _Read:
        """Returns what was read."""
        if self.links or self.native or self.controls or self.ended or self.removed or self.field >= 0:
            raise _UnknownError
        sizes: Counter[str] = Counter()
        for look, start, end in self.looks:
            sizes[_seen(look)] += end - start
        base = max(sizes, key=lambda look: sizes[look]) if sizes else ""
        written = next((look for look, _, _ in self.looks if _seen(look) == base), "")
        drafts = [*self.drafts]
        for look, start, end in self.looks:
            if _seen(look) != base:
                drafts += _divided(look, start, end, self.drafts)
        return _Read("".join(self.text), written, tuple(_nested(drafts)))


def _seen(look: str) -> str:
    """Returns run properties without what does not show."""
    return _EMPTY.sub("", _NO_LOOK.sub("", look))


_NO_LOOK = re.compile(r"<(?:\w+:)?(?:lang|noProof)\b[^>]*/>|\s+(?=<)")
_EMPTY = re.compile(r"<((?:\w+:)?rPr)>\s*</\1>|<(?:\w+:)?rPr/>")


def _divided(look: str, start: int, end: int, drafts: Sequence[_Draft]) -> Iterator[_Draft]:
    """Yields a stretch of another look as it is divided where a link begins or ends in it."""
    edges = {edge for one in drafts if one.kind == "link" for edge in (one.start, one.end) if start < edge < end}
    cuts = [start, *sorted(edges), end]
    for first, last in pairwise(cuts):
        yield _Draft("look", first, last, look)


def _nested(drafts: Sequence[_Draft]) -> Iterator[_Part]:
    """Yields the codes in the order in which they begin, links around looks, these around what keeps its place."""
    rank = {"link": 0, "look": 1, "inside": 2, "alone": 2, "between": 3}
    ordered = sorted(drafts, key=lambda one: (one.start, not _ends_with(one), -one.end, rank[one.kind]))
    around: list[int] = []
    for index, one in enumerate(ordered):
        if one.start < one.end:
            while around and not _holds(ordered[around[-1]], one):
                around.pop()
        outer = next((number for number in reversed(around) if _holds(ordered[number], one)), -1)
        code = Code(Span(one.start, one.end), outer)
        yield _Part(code, one.kind, one.opening, one.closing, one.look)
        if one.kind in ("link", "look"):
            around.append(index)


def _ends_with(one: _Draft) -> bool:
    """Tells whether a deletion comes last in an insertion."""
    return one.within is not None and one.within.start < one.within.end == one.start


def _holds(outer: _Draft, inner: _Draft) -> bool:
    if inner.start == inner.end:
        return outer.start < inner.start < outer.end or outer is inner.within
    return outer.start <= inner.start and inner.end <= outer.end


def _write(read: _Read, filling: Filling, writer: _Writer) -> None:
    """Writes a translation with its codes."""

    def content(outer: int, span: Span, look: str) -> None:
        """Writes what is directly inside a code, and in that what is inside others."""
        inside = [index for index, part in enumerate(read.parts) if part.code.inside == outer]
        position = span.start
        for index in sorted(inside, key=lambda one: (filling.places[one].start, filling.places[one].end)):
            part, place = read.parts[index], filling.places[index]
            writer.add(filling.text[position : place.start], look)
            if part.kind == "look":
                content(index, place, part.opening)
            elif part.kind == "link":
                writer.open(part.opening)
                content(index, place, look)
                writer.open(part.closing)
            elif part.kind == "inside":
                writer.put(part.opening, part.look)
            elif part.kind == "alone":
                writer.put_alone(part.opening, part.look)
            else:
                writer.open(part.opening)
            position = place.end
        writer.add(filling.text[position : span.end], look)

    content(-1, Span(0, len(filling.text)), read.look)


@dataclass(frozen=True, slots=True)
class _Names:
    """A `_Names` says how the elements of a run are called in this part, with its prefix."""

    run: str
    text: str
    properties: str

    def between_runs(self, look: str | None) -> str:
        """Returns what ends the text element and the run of a look, nothing for what is between runs already."""
        return "" if look is None else f"</{self.text}></{self.run}>"

    def in_run(self, look: str | None) -> str:
        """Returns what begins a run of a look and a text element in it."""
        return "" if look is None else f"<{self.run}>{look}<{self.text}{_PRESERVE}>"

    @classmethod
    def of(cls, xml: Xml, owner: TextElement) -> _Names:
        """Returns the names that the elements around a text element have."""
        return cls(*(qualified(xml, owner.tag, local) for local in ("r", "t", "rPr")))


class _Writer:
    """A `_Writer` writes runs, beginning and ending in a text element or, with None for a look, between runs."""

    def __init__(self, xml: Xml, names: _Names, look: str | None, highlight: str) -> None:
        self._xml, self._names, self._highlight = xml, names, highlight
        self._look = look
        self._written: list[str] = []
        self._empty = re.compile(
            rf"<{names.run}>(?:(?:(?!</{names.properties}>).)*</{names.properties}>)?"
            rf"<{names.text}{_PRESERVE}></{names.text}></{names.run}>",
            re.DOTALL,
        )

    def add(self, text: str, look: str) -> None:
        """Writes text in a look."""
        self.add_xml(self._xml.escaped(text), look)

    def add_xml(self, text: str, look: str) -> None:
        """Writes text in a look, given as XML."""
        if text:
            self._turn_to(self._highlighted(look))
            self._written.append(text)

    def put(self, element: str, look: str) -> None:
        """Writes an element inside a run of that look."""
        self._turn_to(look)
        self._written.append(f"</{self._names.text}>{element}<{self._names.text}{_PRESERVE}>")

    def put_alone(self, element: str, look: str) -> None:
        """Writes an element in a run of that look which has nothing else: LibreOffice shows no number for the mark of a
        note that has text beside it."""
        self._turn_to(None)
        self._written.append(f"<{self._names.run}>{look}{element}</{self._names.run}>")

    def open(self, tag: str) -> None:
        """Writes a tag or an element between runs."""
        self._turn_to(None)
        self._written.append(tag)

    def done(self, look: str | None) -> str:
        """Returns all that was written, ending in a run of that look, or in none."""
        self._turn_to(look)
        return self._empty.sub("", "".join(self._written))

    def _turn_to(self, look: str | None) -> None:
        if look != self._look:
            self._written += self._names.between_runs(self._look), self._names.in_run(look)
            self._look = look

    def _highlighted(self, look: str) -> str:
        if not self._highlight:
            return look
        name = self._names.properties
        colour = name.removesuffix("rPr")
        mark = f'<{colour}highlight {colour}val="{self._highlight}"/>'
        if not look or look.endswith("/>"):
            return f"<{name}>{mark}</{name}>"
        plain = _HIGHLIGHT.sub("", look)
        later = _LATER.search(plain)
        at = later.start() if later else plain.rindex("</")
        return plain[:at] + mark + plain[at:]
