"""Reads the XML of a segment of a DOCX as its text and its codes: words of another look, links and fields around words,
and what keeps a place among them. Which code is inside which is settled by ``nested_codes.py``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tmtool.formats.docx.around import Around
from tmtool.formats.docx.elements import (
    AROUND_RUNS,
    BESIDE_BASE,
    BETWEEN_RUNS,
    DELETED,
    DIVISIBLE,
    IN_RUNS,
    KEPT,
    OF_CONTROLS,
    SHOWN,
    UNSEEN,
)
from tmtool.formats.docx.looks import seen
from tmtool.formats.docx.nested_codes import CodeDraft, DocxCode, divided, nested
from tmtool.formats.kept import kept
from tmtool.formats.xml_tokens import Tag, Text, Xml
from tmtool.model import Span

_FIELD_RESULT = "field"
"""The look of a draft that is the result of a complex field."""
_AFTER_FIELD = "after a field"
"""The look of what goes on after the end of a field that is in it."""


@dataclass(frozen=True, slots=True)
class CodedText:
    """A `CodedText` is a segment as its XML has it: the text, the look of most of it, and the codes as they begin."""

    text: str
    look: str
    parts: tuple[DocxCode, ...]


class _UnknownError(Exception):
    """An `_UnknownError` says that a segment has something in it that cannot be moved."""


def read_coded(
    xml: Xml, look: str | None, region: Span, begun: Sequence[Around], ended: Sequence[Around]
) -> CodedText | None:
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
    drafts: list[CodeDraft] = field(default_factory=list)
    links: list[CodeDraft] = field(default_factory=list)
    native: list[Tag] = field(default_factory=list)
    controls: list[int] = field(default_factory=list)
    removed: list[Tag] = field(default_factory=list)
    ended: list[tuple[CodeDraft, int]] = field(default_factory=list)
    in_text: bool = True
    run: int = -1
    is_shown: bool = True
    field: int = -1
    depth: int = 0
    mark: str = ""

    def begin(self, around: Iterable[Around]) -> None:
        """Takes the elements that the segment begins in."""
        for one in around:
            draft = CodeDraft("link", 0, 0, one.opening)
            self.drafts.append(draft)
            self.links.append(draft)

    def end(self, around: Sequence[Around]) -> None:
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
        elif token.name in UNSEEN:
            pass
        elif token.name in AROUND_RUNS:
            self._link(token)
        elif token.name == "fldChar" and token.opens:
            self._field_mark(token.value("fldCharType") or "")
            if not token.closes:
                self.native.append(token)
        elif token.name in SHOWN:
            if token.opens:
                self._show(SHOWN[token.name])
        elif token.name in KEPT:
            if token.opens:
                start = self.length
                self._show(KEPT[token.name])
                self.drafts.append(
                    CodeDraft("inside", start, self.length, token.place.of(self.xml.text), "", self.look)
                )
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
        elif token.name in BETWEEN_RUNS | IN_RUNS | OF_CONTROLS | BESIDE_BASE | {"rPr", "instrText"}:
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
        is_divisible = inner.opening.partition(" ")[0].rpartition(":")[2].lstrip("<") in DIVISIBLE
        return result.look == _FIELD_RESULT and is_divisible and inner.start == self.length

    def _field_marked(self, end: int) -> None:
        """Ends the run in which the instruction of a field ends, or the field."""
        if self.is_shown:
            raise _UnknownError
        if self.field >= 0:
            written = Span(self.field, end)
            if self.mark == "end":
                # It has no result.
                self.drafts.append(CodeDraft("between", self.length, self.length, kept(written)))
            else:
                draft = CodeDraft("link", self.length, self.length, written.of(self.xml.text), look=_FIELD_RESULT)
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
        elif begun.name not in OF_CONTROLS | BESIDE_BASE | {"fldChar"}:
            self.is_shown = True
            inside = begun.name in IN_RUNS
            look = self.look if inside else ""
            kind = "alone" if inside else "between"
            within = self.links[-1] if begun.name in DELETED and self.links else None
            self.drafts.append(CodeDraft(kind, self.length, self.length, kept(place), "", look, within))

    def _control(self, token: Tag) -> None:
        """Takes a tag of a content control (17.5.2), which goes with the words in it as a link does, its properties
        with it."""
        place, text = token.place, self.xml.text
        if token.opens and token.name == "sdt":
            self.controls.append(place.start)
        elif token.opens and self.controls:
            draft = CodeDraft("link", self.length, self.length, Span(self.controls.pop(), place.end).of(text))
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
            draft = CodeDraft("link", self.length, self.length, written)
            self.drafts.append(draft)
            self.links.append(draft)
        elif self.links and self.links[-1].look != _FIELD_RESULT:
            draft = self.links.pop()
            draft.end, draft.closing = self.length, written
            if draft.start == draft.end and draft.look == _AFTER_FIELD:
                self.drafts.remove(draft)
        elif len(self.links) > 1 and token.name in DIVISIBLE and self.links[-1].start == self.length:
            # It ends in a field, whose result is outside: what is before the result has one of its own.
            draft, begun = self.links.pop(-2), self.links[-1]
            draft.end, draft.closing = self.length, written
            begun.opening = f"{draft.opening}{begun.opening}{written}"
            if draft.start == draft.end:
                self.drafts.remove(draft)
        else:
            raise _UnknownError

    def done(self) -> CodedText:
        """Returns what was read."""
        if self.links or self.native or self.controls or self.ended or self.removed or self.field >= 0:
            raise _UnknownError
        sizes: Counter[str] = Counter()
        for look, start, end in self.looks:
            sizes[seen(look)] += end - start
        base = max(sizes, key=lambda look: sizes[look]) if sizes else ""
        written = next((look for look, _, _ in self.looks if seen(look) == base), "")
        drafts = [*self.drafts]
        for look, start, end in self.looks:
            if seen(look) != base:
                drafts += divided(look, start, end, self.drafts)
        return CodedText("".join(self.text), written, tuple(nested(drafts)))
