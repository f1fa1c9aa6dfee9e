"""Writes an agenda as a DOCX file with what Word puts into one.

Runs are cut at will and carry revision ids, spelling marks, bookmarks and breaks of the last rendering; labels are
counted by numbering.xml or typed before a tab; ordinals are raised; notes are footnotes; page furniture is in headers
and footers that differ on first, odd and even pages. Source: ECMA-376 part 1, 17, and files saved by Word.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from tmtool.model import BlockKind

from .agenda import Agenda, Part
from .layout import Layout

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "numbering", "settings", "footnotes", "header1", "header2", "footer1", "footer2", "footer3")
_RAISED = re.compile(r"(?<=\b1)er\b|(?<=\bn)os?(?= \d)|(?<=\d)(?:e|re)\b")
_TWIPS = 20
# Where a long word may be cut: between a vowel and a consonant that a vowel follows, far enough from both ends.
_CUT = re.compile(r"(?<=\w{3}[aeiouyéè])(?=[bcdfghjklmnpqrstvz][aeiouyéèêàîô]\w{2})", re.IGNORECASE)


def write_docx(agenda: Agenda, layout: Layout, path: Path) -> None:
    """Writes the agenda in that layout."""
    writer = _Writer(agenda, layout)
    body = "".join(writer.body())
    files = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _relations({f"r{name}": (_kind(name), f"{name}.xml") for name in _PARTS}),
        "word/document.xml": f"{_PROLOGUE}<w:document {_W} {_R}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": _styles(layout),
        "word/numbering.xml": writer.numbering(),
        "word/settings.xml": f"{_PROLOGUE}<w:settings {_W}><w:evenAndOddHeaders/></w:settings>",
        "word/footnotes.xml": writer.footnotes(),
        "word/header1.xml": writer.furniture("hdr", [agenda.symbol, ""]),
        "word/header2.xml": writer.furniture("hdr", ["", agenda.symbol]),
        "word/footer1.xml": writer.furniture(
            "ftr", [f"{agenda.job} ({agenda.language[0].upper()})", "*" + _bars(agenda)]
        ),
        "word/footer2.xml": writer.furniture("ftr", ["PAGE/NUMPAGES", agenda.job]),
        "word/footer3.xml": writer.furniture("ftr", [agenda.job, "PAGE/NUMPAGES"]),
    }
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)


def _bars(agenda: Agenda) -> str:
    return re.sub(r"\D", "", agenda.job) + "*"


class _Writer:
    """Walks the parts of one agenda."""

    def __init__(self, agenda: Agenda, layout: Layout) -> None:
        self.agenda = agenda
        self.layout = layout
        self.dice = random.Random(f"{layout.seed} {agenda.language}")
        self.lists: list[tuple[int, int]] = []
        """For each list that the document counts: which abstract list, and where it starts."""
        self.open: dict[int, int] = {}

    def body(self) -> Iterator[str]:
        """Yields the paragraphs and tables, and the section."""
        cover = [part for part in self.agenda.parts if part.kind is BlockKind.METADATA]
        yield self._cover(cover) if self.layout.cover == "table" else self._cover_lines(cover)
        rest = self.agenda.parts[len(cover) :]
        titles = [part for part in rest if part.kind is BlockKind.TITLE]
        yield from (self._paragraph(part) for part in titles)
        rest = rest[len(titles) :]
        if self.layout.columns > 1:
            yield self._section(1, within=True)
        annex = next(number for number, part in enumerate(rest) if part.table) - 2
        yield from map(self._paragraph, rest[:annex])
        if self.layout.columns > 1:
            yield self._section(self.layout.columns, within=True)
        for table, group in groupby(rest[annex:], key=lambda part: part.table):
            parts = list(group)
            yield self._table(parts) if table else "".join(map(self._paragraph, parts))
        yield self._section(1, within=False)

    def _section(self, columns: int, *, within: bool) -> str:
        width, height = (side * _TWIPS for side in self.layout.page)
        margin = self.layout.margin * _TWIPS
        references = "".join(
            f'<w:{kind}Reference w:type="{place}" r:id="r{kind}{number}"/>'
            for kind, place, number in (
                ("header", "even", 1),
                ("header", "default", 2),
                ("footer", "first", 1),
                ("footer", "even", 2),
                ("footer", "default", 3),
            )
        )
        first = "<w:titlePg/>" if not self.open.get(-1) else ""
        self.open[-1] = 1
        properties = (
            f'<w:sectPr>{references}<w:type w:val="continuous"/><w:pgSz w:w="{width}" w:h="{height}"/>'
            f'<w:pgMar w:top="{margin}" w:right="{margin}" w:bottom="{margin}" w:left="{margin}" '
            f'w:header="500" w:footer="500" w:gutter="0"/><w:cols w:num="{columns}" w:space="400"/>{first}</w:sectPr>'
        )
        return f"<w:p><w:pPr>{properties}</w:pPr></w:p>" if within else properties

    def _cover(self, parts: Sequence[Part]) -> str:
        """Writes names and symbol in a row, the rest in a cell on the right."""
        name, symbol, *others = parts
        half = (self.layout.page[0] - 2 * self.layout.margin) * _TWIPS // 2
        right = "".join(self._plain(part.text) for part in others)
        rule = '<w:tcBorders><w:bottom w:val="single" w:sz="4"/></w:tcBorders>'
        rows = (
            (self._plain(name.text, size=14), self._plain(symbol.text, style="Right"), rule),
            (self._plain(""), right, ""),
        )
        cells = "".join(
            "<w:tr>"
            + "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{half}" w:type="dxa"/>{borders}</w:tcPr>{text}</w:tc>'
                for text in (left, other)
            )
            + "</w:tr>"
            for left, other, borders in rows
        )
        return f'<w:tbl><w:tblPr><w:tblW w:w="{2 * half}" w:type="dxa"/></w:tblPr>{cells}</w:tbl>{self._plain("")}'

    def _cover_lines(self, parts: Sequence[Part]) -> str:
        return "".join(self._plain(part.text, style="Right" if number else "") for number, part in enumerate(parts))

    def _plain(self, text: str, *, style: str = "", size: int = 0) -> str:
        properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        larger = f'<w:rPr><w:sz w:val="{2 * size}"/></w:rPr>' if size else ""
        run = f'<w:r>{larger}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
        return f"<w:p>{properties}{run}</w:p>"

    def _paragraph(self, part: Part) -> str:
        style = {BlockKind.TITLE: "Title1", BlockKind.HEADING: "HeadLine", BlockKind.ITEM: "Item"}.get(
            part.kind, "Text"
        )
        if part.kind is BlockKind.HEADING and part.label:
            style = "Annotated"
        properties = f'<w:pStyle w:val="{style}"/>'
        label = ""
        if part.label:
            hanging = 600 * (part.level + 1)
            if self.layout.labels == "counted":
                number = self._number(part)
                properties += f'<w:numPr><w:ilvl w:val="{part.level}"/><w:numId w:val="{number}"/></w:numPr>'
            else:
                label = f'<w:r w:rsidR="00B7217C"><w:t>{part.label}</w:t></w:r><w:r><w:tab/></w:r>'
                properties += f'<w:tabs><w:tab w:val="left" w:pos="{hanging}"/></w:tabs>'
                properties += f'<w:ind w:left="{hanging}" w:hanging="600"/>'
        return f'<w:p w:rsidR="00A71F3B"><w:pPr>{properties}</w:pPr>{label}{self._runs(part)}</w:p>'

    def _number(self, part: Part) -> int:
        """Returns the list that a labelled part goes on with, or a new one."""
        first = part.label in ("1.", "(a)", "a)")
        if first:
            # A list of letters begins anew under each number, so each is an instance of its own.
            self.lists.append((part.level, 1))
            self.open[part.level] = len(self.lists)
        return self.open[part.level]

    def _runs(self, part: Part) -> str:
        reference = ""
        text = part.text
        if part.note:
            reference = (
                f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{part.note}"/></w:r>'
            )
            if self.agenda.language == "fr":
                # In French the mark comes before the point.
                return self._text(text[:-1]) + reference + self._text(text[-1:])
        return self._text(text) + reference

    def _text(self, text: str) -> str:
        """Returns a text as runs, cut where Word likes to cut them."""
        runs: list[str] = []
        place = 0
        raised = {found.start(): found for found in _RAISED.finditer(text)} if self.agenda.language == "fr" else {}
        while place < len(text):
            if place in raised:
                end = raised[place].end()
                runs.append(f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{text[place:end]}</w:t></w:r>')
                place = end
                continue
            end = min([place + self.dice.randint(9, 160), *(at for at in raised if at > place), len(text)])
            runs.append(self._run(text[place:end]))
            place = end
        return "".join(runs)

    def _run(self, text: str) -> str:
        if self.layout.softened:
            text = _CUT.sub("\u00ad", text)
        inner = "".join(
            {"\u00ad": "<w:softHyphen/>", "\u2011": "<w:noBreakHyphen/>"}.get(
                piece, f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
            )
            for piece in re.split("([\u00ad\u2011])", text)
            if piece
        )
        before = self.dice.choice(
            (
                "",
                "",
                '<w:proofErr w:type="spellStart"/>',
                '<w:bookmarkStart w:id="7" w:name="_Hlk7"/><w:bookmarkEnd w:id="7"/>',
                "<w:r><w:lastRenderedPageBreak/></w:r>",
            )
        )
        return f'{before}<w:r w:rsidRPr="00C{self.dice.randrange(16**5):05X}">{inner}</w:r>'

    def _table(self, parts: Sequence[Part]) -> str:
        width = (self.layout.page[0] - 2 * self.layout.margin) * _TWIPS
        shares = (0.25, 0.15, 0.6) if parts[0].table == 1 else (0.35, 0.65)
        widths = [int(share * width) for share in shares]
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        rules = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides) if self.layout.ruled else ""
        rows = "".join(
            self._row({part.column: part for part in row}, widths, header=number == 0)
            for number, row in groupby(parts, key=lambda part: part.row)
        )
        grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
        space = '<w:tblCellMar><w:left w:w="110" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tblCellMar>'
        properties = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{rules}</w:tblBorders>{space}'
        return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{self._plain('')}"

    def _row(self, cells: dict[int, Part], widths: Sequence[int], *, header: bool) -> str:
        repeated = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if header else "<w:trPr><w:cantSplit/></w:trPr>"
        if len(cells) == 1 and 0 in cells:
            span = f'<w:gridSpan w:val="{len(widths)}"/>'
            return f"<w:tr>{repeated}{self._cell(cells[0], sum(widths), span)}</w:tr>"
        inner = "".join(self._cell(cells.get(column), width) for column, width in enumerate(widths))
        return f"<w:tr>{repeated}{inner}</w:tr>"

    def _cell(self, part: Part | None, width: int, span: str = "") -> str:
        text = f'<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr>{self._runs(part) if part else ""}</w:p>'
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{text}</w:tc>'

    def footnotes(self) -> str:
        """Returns the notes, after the two separators that every file has."""
        marks = ("separator", "continuationSeparator")
        written = "".join(
            f'<w:footnote w:type="{mark}" w:id="{number - 1}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
            for number, mark in enumerate(marks)
        )
        for number, note in enumerate(self.agenda.notes, 1):
            mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
            runs = self._text(" " + " ".join(note))
            written += (
                f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr>{mark}{runs}</w:p>'
                "</w:footnote>"
            )
        return f"{_PROLOGUE}<w:footnotes {_W}>{written}</w:footnotes>"

    def numbering(self) -> str:
        """Returns the lists: numbers, letters, each instance with its start."""
        letter = "(%2)" if self.agenda.language == "en" else "%2)"
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{600 * (level + 1)}" w:hanging="600"/></w:pPr></w:lvl>'
            for level, form, text in ((0, "decimal", "%1."), (1, "lowerLetter", letter))
        )
        abstract = f'<w:abstractNum w:abstractNumId="4"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        lists = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="4"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for number, (level, start) in enumerate(self.lists, 1)
        )
        return f"{_PROLOGUE}<w:numbering {_W}>{abstract}{lists}</w:numbering>"

    def furniture(self, tag: str, sides: Sequence[str]) -> str:
        """Returns a header or footer: one thing on the left, one on the right."""
        place = (self.layout.page[0] - 2 * self.layout.margin) * _TWIPS
        runs = "<w:r><w:tab/></w:r>".join(self._furniture_run(side) for side in sides)
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{place}"/></w:tabs>'
        return f"{_PROLOGUE}<w:{tag} {_W}><w:p><w:pPr>{tabs}</w:pPr>{runs}</w:p></w:{tag}>"

    def _furniture_run(self, text: str) -> str:
        if text != "PAGE/NUMPAGES":
            return f"<w:r><w:t>{escape(text)}</w:t></w:r>"
        page, pages = (
            f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>' for name in text.split("/")
        )
        return f"{page}<w:r><w:t>/</w:t></w:r>{pages}"


def _styles(layout: Layout) -> str:
    size = int(2 * layout.size)
    space = f'<w:spacing w:after="120" w:line="{int(240 * layout.leading)}" w:lineRule="auto"/>'
    justified = '<w:jc w:val="both"/>' if layout.justified else ""
    fonts = f'<w:rFonts w:ascii="{layout.font}" w:hAnsi="{layout.font}" w:cs="{layout.font}"/>'
    normal = f'<w:rPr>{fonts}<w:sz w:val="{size}"/></w:rPr>'
    styles = (
        ("Normal", "", normal),
        ("Title1", f"<w:keepNext/>{space}", f'<w:rPr><w:b/><w:sz w:val="{size + 4}"/></w:rPr>'),
        ("HeadLine", f"<w:keepNext/>{space}", f'<w:rPr><w:b/><w:sz w:val="{size + 2}"/></w:rPr>'),
        ("Annotated", f"<w:keepNext/>{space}", "<w:rPr><w:b/></w:rPr>"),
        ("Item", f"{space}{justified}", ""),
        ("Text", f"{space}{justified}", ""),
        ("Right", '<w:jc w:val="right"/>', ""),
        ("Cell", '<w:spacing w:before="40" w:after="80"/>', f'<w:rPr><w:sz w:val="{size - 2}"/></w:rPr>'),
        ("Note", "", f'<w:rPr><w:sz w:val="{size - 4}"/></w:rPr>'),
    )
    written = "".join(
        f'<w:style w:type="paragraph" {default}w:styleId="{name}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{paragraph}</w:pPr>{run}</w:style>"
        for name, paragraph, run in styles
        for default, base in [('w:default="1" ', "") if name == "Normal" else ("", '<w:basedOn w:val="Normal"/>')]
    )
    return f"{_PROLOGUE}<w:styles {_W}>{written}</w:styles>"


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


def _types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORDML}.{_kind(name)}+xml"/>' for name in _PARTS
    )
    return (
        f'{_PROLOGUE}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORDML}.document.main+xml"/>{overrides}</Types>'
    )


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{identifier}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for identifier, (kind, target) in targets.items()
    )
    return f'{_PROLOGUE}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
