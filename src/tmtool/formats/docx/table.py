"""Writes a DOCX with one table: the pairs of a translation side by side, for a reviser's word processor.

The parts are the few that ECMA-376 part 1 asks for (11.3.10, 17.4): no styles but the font, in landscape, the head
repeated on each page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZipFile

from tmtool.formats.xml_writing import legal
from tmtool.languages.writing import is_right_to_left, scripts

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WIDTH = 14_400
"""Twentieths of a point between the margins."""
_NUMBERS = 800
_HAN = frozenset({"CJK", "HANGUL"})
"""Scripts that Word calls those of East Asia, as `languages.writing` does."""

_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "word/styles.xml": f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="20"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>',
}


def table_document(
    rows: Sequence[Sequence[str]],
    languages: Sequence[str],
    *,
    names: int = _NUMBERS,
    highlights: Mapping[int, str] = MappingProxyType({}),
) -> bytes:
    """Returns a file with a table: in each row a number or name and a text in each of the languages, whose tags head
    it. The first column is `names` twentieths of a point wide; `highlights` are colours of the last text, by row. Where
    that is read from the right, the columns are too."""
    width = (_WIDTH - names) // len(languages)
    widths = [names, *(width for _ in languages)]
    tags = ["", *languages]
    lines = [_row(["", *languages], ["en", *("en" for _ in languages)], widths, head=True)]
    lines += [_row(row, tags, widths, highlight=highlights.get(number, "")) for number, row in enumerate(rows)]
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:color="BBBBBB"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    side = "<w:bidiVisual/>" if is_right_to_left(languages[-1]) else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    table = (
        f'<w:tbl><w:tblPr>{side}<w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(lines)}</w:tbl>'
    )
    page = (
        '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" '
        'w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    body = f'<w:document xmlns:w="{_W}"><w:body>{table}<w:p/>{page}</w:body></w:document>'
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in {**_PARTS, "word/document.xml": body}.items():
            archive.writestr(name, _HEAD + content)
    return written.getvalue()


def _row(
    cells: Sequence[str], tags: Sequence[str], widths: Sequence[int], *, head: bool = False, highlight: str = ""
) -> str:
    properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if head else "<w:trPr><w:cantSplit/></w:trPr>"
    look = "<w:b/>" if head else ""
    last = f'<w:highlight w:val="{highlight}"/>' if highlight else look
    looks = [*(look for _ in cells[1:]), last]
    written = "".join(_cell(*cell) for cell in zip(cells, tags, widths, looks, strict=True))
    return f"<w:tr>{properties}{written}</w:tr>"


def _cell(text: str, tag: str, width: int, look: str) -> str:
    from_the_right = bool(tag) and is_right_to_left(tag)
    language = f'<w:lang w:{_language_of(tag)}="{escape(tag)}"/>' if tag else "<w:noProof/>"
    direction, beginning = ("<w:rtl/>", "<w:pPr><w:bidi/></w:pPr>") if from_the_right else ("", "")
    run = (
        f"<w:r><w:rPr>{look}{direction}{language}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(legal(text), quote=False)}</w:t></w:r>'
    )
    paragraph = f"<w:p>{beginning}{run}</w:p>" if text else "<w:p></w:p>"
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph}</w:tc>'


def _language_of(tag: str) -> str:
    """Returns the attribute for the language of a run: Word has one for scripts from the right, and one for Han."""
    if is_right_to_left(tag):
        return "bidi"
    return "eastAsia" if scripts(tag) & _HAN else "val"
