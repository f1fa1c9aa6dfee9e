"""Adds comments to a DOCX at words of its text; the text, its formatting and all other parts stay as they are.

ECMA-376 part 1, 17.13.4: a range between two marks outside of runs, a reference after it, and the comment in a part of
its own. A run that a mark falls into is divided, both pieces with its properties. Notes and text boxes hold no
comments in Word: what is said of words there is said at the reference to the note, or in the text before the box.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from tmtool.errors import OutputError
from tmtool.formats.docx.passages import PRESERVE, DocxFile, TextElement, rewritten
from tmtool.formats.passages import Edit, Passage
from tmtool.formats.xml_tokens import Tag, Xml
from tmtool.formats.xml_writing import legal
from tmtool.formats.zip_reading import ZipParts
from tmtool.model import Span
from tmtool.model.wording import say

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_ROOT = re.compile(r"<((?:\w+:)?)(?:document|comments)\b[^>]*>")
_ID = re.compile(r"<(?:\w+:)?comment(?:RangeStart)?\b[^>]*?\b(?:\w+:)?id=[\"'](\d+)")


@dataclass(frozen=True, slots=True)
class Comment:
    """A `Comment` says something, a paragraph each, of a span of a passage, or of the whole passage without a span."""

    paragraphs: tuple[str, ...]
    passage: Passage
    span: Span | None = None


@dataclass(slots=True)
class _Marks:
    """`_Marks` are the comments that end and begin at one place of a text element."""

    ends: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)


def commented(file: DocxFile, comments: Sequence[Comment], *, author: str, initials: str, date: str) -> bytes:
    """Returns the file with the comments, each by `author` at the time `date` (ISO 8601, UTC); without comments as it
    is.

    Raises OutputError if the document has no text that could hold a comment.
    """
    if not comments:
        return file.path.read_bytes()
    main = file.passages[0].part
    xml = file.parts[main]
    prefix = _prefix(xml)
    with ZipParts(file.path) as parts:
        package = _Package(parts, main, xml)
    first = package.next_number(xml)
    stamp = f'author="{escape(author)}"', f'date="{date}"', f'initials="{escape(initials)}"'
    marks: dict[int, dict[int, _Marks]] = {}
    runs = _Runs.of(xml)
    written = []
    edits: list[Edit] = []
    for number, comment in enumerate(comments, first):
        run = runs.references.get(_note_of(file, comment.passage)) if comment.passage.part != main else None
        if run is not None:
            passage = None
            edits += [Edit(Span(run.start, run.start), _start(prefix, number))]
            edits += [Edit(Span(run.end, run.end), _end(prefix, number))]
        else:
            passage, start, end = _anchor(file, comment, main, prefix)
            marks.setdefault(start[0], {}).setdefault(start[1], _Marks()).starts.append(number)
            marks.setdefault(end[0], {}).setdefault(end[1], _Marks()).ends.append(number)
        written.append(_comment(number, (*_elsewhere(comment, passage), *comment.paragraphs), package.prefix, stamp))
    edits += _edits(xml, file.texts[main], runs, marks, prefix)
    return rewritten(file.path, {main: xml.content(edits), **package.with_comments("".join(written))})


def _elsewhere(comment: Comment, passage: Passage | None) -> tuple[str, ...]:
    """Returns the words of a comment, where it has to be at others."""
    if passage is comment.passage:
        return ()
    words = comment.span.of(comment.passage.text) if comment.span else comment.passage.text
    return (f"In “{words.strip()}”:",)


_Note = tuple[str, str]
"""A note: footnote or endnote, and its id."""


def _note_of(file: DocxFile, passage: Passage) -> _Note:
    """Returns the note in whose part a passage is."""
    place = next((one.start for one in passage.places if one.start >= 0), 0)
    found = ("", "")
    for token in file.parts[passage.part].tokens():
        if token.place.start > place:
            break
        if isinstance(token, Tag) and token.opens and token.name in ("footnote", "endnote"):
            found = token.name, token.value("id") or ""
    return found


@dataclass(frozen=True, slots=True)
class _Runs:
    """`_Runs` says where the runs of a part end, by their beginnings, and where those are that refer to notes."""

    ends: dict[int, int]
    references: dict[_Note, Span]

    @classmethod
    def of(cls, xml: Xml) -> _Runs:
        ends: dict[int, int] = {}
        references: dict[_Note, Span] = {}
        notes: list[_Note] = []
        for tag, place in xml.elements():
            if tag.name in ("footnoteReference", "endnoteReference"):
                notes.append((tag.name.removesuffix("Reference"), tag.value("id") or ""))
            elif tag.name == "r":
                ends[place.start] = place.end
                references |= dict.fromkeys(notes, place)
                notes = []
        return cls(ends, references)


_Place = tuple[int, int]
"""A text element by its number in the main part, and a place in the part."""


def _anchor(file: DocxFile, comment: Comment, main: str, prefix: str) -> tuple[Passage, _Place, _Place]:
    """Returns the places where the words of a comment begin and end: those said, else their passage, else the nearest
    before or after."""
    place = next(at for at, one in enumerate(file.passages) if one is comment.passage)
    others = (*reversed(file.passages[:place]), *file.passages[place + 1 :])
    spans = [(comment.passage, comment.span)] if comment.span else []
    for passage, span in (*spans, *((one, Span(0, len(one.text))) for one in (comment.passage, *others))):
        found = [
            (one, owner)
            for one in (passage.places[span.start : span.end] if passage.part == main else ())
            if (owner := _holder(file, passage, one)) and owner.run and _is_run(file.parts[main], owner.run, prefix)
        ]
        if found:
            texts = file.texts[main]
            (start, first), (end, last) = found[0], found[-1]
            return passage, (texts.index(first), start.start), (texts.index(last), end.end)
    raise OutputError(say("has no text that could hold a comment"), say("write .html instead"), path=file.path)


def _holder(file: DocxFile, passage: Passage, place: Span) -> TextElement | None:
    """Returns the text element of a character, unless a text box is around it."""
    owner = file.owner(passage.part, place) if place.start >= 0 else None
    return None if owner is None or owner.in_box else owner


def _is_run(xml: Xml, tag: Tag, prefix: str) -> bool:
    """Tells whether this is a run of text: drawings and formulae have others, with another prefix."""
    return re.match(rf"<{prefix}r[\s/>]", xml.text[tag.place.start : tag.place.end]) is not None


def _prefix(xml: Xml) -> str:
    root = _ROOT.search(xml.text)
    assert root is not None
    return root[1]


def _edits(
    xml: Xml, texts: Sequence[TextElement], runs: _Runs, marks: dict[int, dict[int, _Marks]], prefix: str
) -> Iterator[Edit]:
    """Yields the marks, and the runs divided at them."""
    for number, places in sorted(marks.items()):
        text = texts[number]
        run = text.run
        assert run is not None
        opening = xml.text[run.place.start : run.place.end]
        run_end = runs.ends[run.place.start]
        for place, found in sorted(places.items()):
            written = "".join(_end(prefix, one) for one in found.ends)
            written += "".join(_start(prefix, one) for one in found.starts)
            if place == text.content.start and _is_first(xml, text, run):
                yield Edit(Span(run.place.start, run.place.start), written)
            elif place == text.content.end and _is_last(xml, text, run_end):
                yield Edit(Span(run_end, run_end), written)
            else:
                again = f"{opening}{text.properties}<{prefix}t{PRESERVE}>"
                yield Edit(Span(place, place), f"</{prefix}t></{prefix}r>{written}{again}")
        inside = [place for place in places if text.content.start < place < text.content.end]
        if inside and xml.text[min(inside) - 1].isspace():
            yield from text.with_spaces()


def _start(prefix: str, number: int) -> str:
    return f'<{prefix}commentRangeStart {prefix}id="{number}"/>'


def _end(prefix: str, number: int) -> str:
    """Returns the end of a range and the reference to its comment, which has to be in a run of its own."""
    reference = f'<{prefix}r><{prefix}commentReference {prefix}id="{number}"/></{prefix}r>'
    return f'<{prefix}commentRangeEnd {prefix}id="{number}"/>{reference}'


def _is_first(xml: Xml, text: TextElement, run: Tag) -> bool:
    between = xml.text[run.place.end : text.tag.place.start]
    return not between.replace(text.properties, "", 1).strip()


def _is_last(xml: Xml, text: TextElement, end: int) -> bool:
    return re.fullmatch(r"</[^<>]*>\s*</[^<>]*>", xml.text[text.content.end : end]) is not None


def _comment(number: int, lines: Sequence[str], prefix: str, stamp: Sequence[str]) -> str:
    w = prefix
    texts = (escape(legal(line), quote=False) for line in lines)
    paragraphs = "".join(f'<{w}p><{w}r><{w}t xml:space="preserve">{text}</{w}t></{w}r></{w}p>' for text in texts)
    attributes = " ".join(f"{w}{attribute}" for attribute in (f'id="{number}"', *stamp))
    return f"<{w}comment {attributes}>{paragraphs}</{w}comment>"


class _Package:
    """A `_Package` holds the parts of a file that say that it has comments."""

    def __init__(self, parts: ZipParts, main: str, document: Xml) -> None:
        self._folder, _, name = main.rpartition("/")
        self._relations_name = f"{self._folder}/_rels/{name}.rels"
        self._relations = self._read(parts, self._relations_name)
        self._types = self._read(parts, "[Content_Types].xml")
        root = re.search(r"xmlns(?::w)?=[\"']([^\"']*wordprocessingml[^\"']*)[\"']", document.text)
        self._namespace = root[1] if root else "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        self._kind = _STRICT if "purl.oclc.org" in self._namespace else _RELATIONS
        there = self._existing()
        self._name = there or f"{self._folder}/comments.xml"
        self._comments = self._read(parts, self._name) if there else None
        self.prefix = _prefix(self._comments) if self._comments else "w:"

    @staticmethod
    def _read(parts: ZipParts, name: str) -> Xml | None:
        return Xml.of(parts.read(name)) if name in parts else None

    def _existing(self) -> str:
        """Returns the name of the part with comments, "" where there is none."""
        for token in self._relations.tokens() if self._relations else ():
            if isinstance(token, Tag) and (token.value("Type") or "").endswith("/comments"):
                target = token.value("Target") or ""
                return target.lstrip("/") if target.startswith("/") else f"{self._folder}/{target}"
        return ""

    def next_number(self, document: Xml) -> int:
        """Returns a number that no comment has yet; those after it are free too."""
        texts = (document.text, self._comments.text if self._comments else "")
        return max((int(found) + 1 for text in texts for found in _ID.findall(text)), default=0)

    def with_comments(self, written: str) -> dict[str, bytes]:
        """Returns the parts to be written, by their names."""
        if self._comments is not None:
            return {self._name: self._comments.content([_before_end(self._comments, "comments", written)])}
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        part = f'{head}<w:comments xmlns:w="{self._namespace}">{written}</w:comments>'
        found = {self._name: part.encode()}
        file = self._name.rpartition("/")[2]
        relation = f'<Relationship Id="rIdTmtoolComments" Type="{self._kind}/comments" Target="{file}"/>'
        if self._relations is None:
            package = "http://schemas.openxmlformats.org/package/2006/relationships"
            found[self._relations_name] = f'{head}<Relationships xmlns="{package}">{relation}</Relationships>'.encode()
        else:
            edit = _before_end(self._relations, "Relationships", relation)
            found[self._relations_name] = self._relations.content([edit])
        if self._types is not None:
            override = f'<Override PartName="/{self._name}" ContentType="{_COMMENTS_TYPE}"/>'
            found["[Content_Types].xml"] = self._types.content([_before_end(self._types, "Types", override)])
        return found


def _before_end(xml: Xml, root: str, text: str) -> Edit:
    """Returns the text as the last child of the root element."""
    ends = [token for token in xml.tokens() if isinstance(token, Tag) and token.name == root and token.closes]
    end = ends[-1]
    if not end.opens:
        return Edit(Span(end.place.start, end.place.start), text)
    # An empty element: <comments/> becomes <comments>…</comments>.
    name = re.match(r"<([^\s/>]+)", xml.text[end.place.start :])
    assert name is not None
    return Edit(Span(end.place.end - 2, end.place.end), f">{text}</{name[1]}>")
