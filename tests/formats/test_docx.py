"""A DOCX file is read with all changes accepted; dangerous or broken ones are refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tmtool.errors import InputError
from tmtool.formats.docx import FORMAT
from tmtool.formats.docx.reading import read_blocks
from tmtool.model import Block, BlockKind

INTEROP = Path(__file__).parents[3] / "shared" / "data" / "interop"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
COMPATIBILITY = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def docx(folder: Path, body: str, **parts: str) -> Path:
    """Returns a file with this body; further parts by name (styles, numbering, footnotes) without their root element's
    tags."""
    path = folder / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        whole = f"<w:document {WORD} {COMPATIBILITY}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", whole)
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {WORD}>{content}</w:{name}>")
    return path


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inner)}</w:p>"


def texts(path: Path) -> list[str]:
    return [block.text for block in read_blocks(path)]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (run("The Coun") + run("cil ") + run("met."), "The Council met."),
        (
            run("The Council ") + f"<w:ins>{run('calls upon ')}</w:ins>" + run("States."),
            "The Council calls upon States.",
        ),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden </w:t></w:r>" + run("shown"), "shown"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r>', "shown"),
        ('<w:commentRangeStart/><w:r><w:commentReference w:id="1"/></w:r>' + run("text"), "text"),
        ('<w:proofErr w:type="spellStart"/><w:r><w:lastRenderedPageBreak/><w:t>teh</w:t></w:r>', "teh"),
        (run("agenda") + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>', "agenda"),
        (run("The ") + "<w:del><w:r><w:delText>old </w:delText></w:r></w:del>" + run("text"), "The text"),
        (f"<w:ins>{run('new')}<w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:ins>", "new"),
        (f"<w:moveFrom>{run('from')}</w:moveFrom><w:moveTo>{run('to')}</w:moveTo>", "to"),
        (f"<w:hyperlink>{run('link')}</w:hyperlink>", "link"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('control')}</w:sdtContent></w:sdt>", "control"),
        (f"<w:smartTag>{run('tag')}</w:smartTag>", "tag"),
        (f'<w:fldSimple w:instr="PAGE">{run("3")}</w:fldSimple>', "3"),
        ("<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>State</w:t></w:r>", "non\u2011State"),
        ("<w:r><w:t>co</w:t><w:softHyphen/><w:t>operation</w:t></w:r>", "cooperation"),
        ("<w:r><w:t>co\u00adoperation</w:t></w:r>", "cooperation"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
        ("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:br w:type='page'/><w:t>three</w:t></w:r>", "one\ntwo three"),
        ("<w:r><w:sym w:font='Symbol' w:char='2192'/></w:r>", "→"),
        (
            f"<mc:AlternateContent><mc:Choice>{run('new')}</mc:Choice><mc:Fallback>{run('old')}</mc:Fallback>"
            "</mc:AlternateContent>",
            "new",
        ),
    ],
)
def test_a_paragraph_reads_as_after_accepting_all_changes(tmp_path: Path, inner: str, text: str) -> None:
    assert texts(docx(tmp_path, paragraph(inner))) == [text]


def test_a_field_shows_its_result_and_not_its_instruction_even_when_nested(tmp_path: Path) -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = mark("begin") + run("PAGE") + mark("separate") + run("3") + mark("end")
    outer = run("See ") + mark("begin") + run("IF ") + inner + mark("separate") + run("page") + mark("end") + run(".")
    assert texts(docx(tmp_path, paragraph(outer))) == ["See page."]


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    body = paragraph(run("The Group "), properties="<w:rPr><w:del/></w:rPr>") + paragraph(run("met."))
    assert texts(docx(tmp_path, body)) == ["The Group met."]


def test_a_text_box_follows_the_paragraph_it_is_anchored_in(tmp_path: Path) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph(run('box'))}</w:txbxContent></w:pict></w:r>"
    assert texts(docx(tmp_path, paragraph(run("text"), box))) == ["text", "box"]


STYLES = (
    '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="Own"><w:name w:val="My own"/><w:basedOn w:val="H2"/></w:style>'
    '<w:style w:styleId="UN"><w:name w:val="_ H_1"/></w:style>'
    '<w:style w:styleId="Out"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:styleId="L"><w:name w:val="z"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Loop"><w:name w:val="y"/><w:basedOn w:val="Loop"/></w:style>'
)


@pytest.mark.parametrize(
    ("style", "kind", "depth"),
    [
        ("T", BlockKind.TITLE, 0),
        ("H2", BlockKind.HEADING, 1),
        ("Own", BlockKind.HEADING, 1),
        ("UN", BlockKind.HEADING, 0),
        ("Out", BlockKind.HEADING, 2),
        ("Loop", BlockKind.PARAGRAPH, 0),
        ("unknown", BlockKind.PARAGRAPH, 0),
    ],
)
def test_styles_tell_titles_and_headings(tmp_path: Path, style: str, kind: BlockKind, depth: int) -> None:
    body = paragraph(run("text"), properties=f'<w:pStyle w:val="{style}"/>')
    (block,) = read_blocks(docx(tmp_path, body, styles=STYLES))
    assert (block.kind, block.depth) == (kind, depth)


def level(number: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    inner = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{number}">{inner}</w:lvl>'


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "decimal", "%1.")
    + level(1, "lowerLetter", "(%2)")
    + level(2, "lowerRoman", "%3)")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "upperRoman", "%1.", 4)
    + level(1, "decimal", "%1.%2")
    + level(2, "decimal", "%1.%3", more="<w:isLgl/>")
    + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="2">'
    + level(0, "bullet", "\uf0b7")
    + level(1, "bullet", "–")
    + "</w:abstractNum>"
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    + '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    + '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    + "</w:lvlOverride></w:num>"
)


def listed(instance: int, depth: int = 0) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{instance}"/></w:numPr>'
    return paragraph(run("text"), properties=properties)


@pytest.mark.parametrize(
    ("places", "labels"),
    [
        ([(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)], ["1.", "(a)", "(b)", "i)", "2.", "(a)"]),
        ([(2, 0), (2, 1), (2, 1), (2, 0), (2, 2)], ["IV.", "IV.1", "IV.2", "V.", "5.1"]),
        ([(3, 0), (3, 1)], ["•", "–"]),
        ([(1, 0), (1, 0), (4, 0), (4, 0)], ["1.", "2.", "1.", "2."]),
        ([(1, 1)], ["(a)"]),
        ([(0, 0), (9, 0)], ["", ""]),
    ],
)
def test_list_labels_are_counted_as_word_counts_them(
    tmp_path: Path, places: list[tuple[int, int]], labels: list[str]
) -> None:
    path = docx(tmp_path, "".join(listed(*place) for place in places), numbering=NUMBERING)
    assert [block.label for block in read_blocks(path)] == labels


def test_a_level_that_never_begins_anew_counts_on_under_the_next_heading(tmp_path: Path) -> None:
    numbering = NUMBERING.replace('<w:lvlText w:val="(%2)"/>', '<w:lvlRestart w:val="0"/><w:lvlText w:val="(%2)"/>')
    places = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)]
    path = docx(tmp_path, "".join(listed(*place) for place in places), numbering=numbering)
    assert [block.label for block in read_blocks(path)] == ["1.", "(a)", "(b)", "2.", "(c)"]


def test_letters_go_on_doubled_after_z(tmp_path: Path) -> None:
    lettered = NUMBERING.replace('"decimal"', '"lowerLetter"')
    path = docx(tmp_path, "".join(listed(1) for _ in range(28)), numbering=lettered)
    labels = [block.label for block in read_blocks(path)]
    assert (labels[0], labels[25], labels[26], labels[27]) == ("a.", "z.", "aa.", "bb.")


def test_a_list_may_come_from_the_style(tmp_path: Path) -> None:
    body = paragraph(run("text"), properties='<w:pStyle w:val="L"/>') * 2
    path = docx(tmp_path, body, styles=STYLES, numbering=NUMBERING)
    assert [block.label for block in read_blocks(path)] == ["1.", "2."]


def test_tables_are_read_by_cell_with_row_and_column(tmp_path: Path) -> None:
    def cell(text: str, span: int = 1) -> str:
        return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{paragraph(run(text)) if text else "<w:p/>"}</w:tc>'

    row = "<w:tr><w:trPr>{}</w:trPr>{}</w:tr>".format
    table = (
        "<w:tbl>"
        + row("", cell("wide", 2) + cell("c"))
        + row("<w:del/>", cell("gone") * 3)
        + row("", cell("") + cell("b") + cell("d"))
        + "</w:tbl>"
    )
    blocks = read_blocks(docx(tmp_path, paragraph(run("before")) + table + paragraph(run("after")) + table))
    assert [(b.text, b.table, b.row, b.column) for b in blocks if b.kind is BlockKind.CELL] == [
        (text, table, row, column)
        for table in (0, 1)
        for text, row, column in (("wide", 0, 0), ("c", 0, 2), ("b", 1, 1), ("d", 1, 2))
    ]
    assert [b.text for b in blocks if b.kind is BlockKind.PARAGRAPH] == ["before", "after"]


def test_a_merged_cell_is_read_once_and_a_table_inside_a_cell_is_part_of_it(tmp_path: Path) -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph(run('inner'))}</w:tc></w:tr></w:tbl>"
    merged = '<w:tcPr><w:vMerge w:val="{}"/></w:tcPr>'
    table = (
        f"<w:tbl><w:tr><w:tc>{merged.format('restart')}{paragraph(run('tall'))}</w:tc>"
        f"<w:tc>{paragraph(run('b'))}{inner}</w:tc></w:tr>"
        f"<w:tr><w:tc>{merged.format('continue')}{paragraph()}</w:tc><w:tc>{paragraph(run('d'))}</w:tc></w:tr></w:tbl>"
    )
    blocks = read_blocks(docx(tmp_path, table))
    assert [(b.text, b.table, b.row, b.column) for b in blocks] == [
        ("tall", 0, 0, 0), ("b", 0, 0, 1), ("inner", 0, 0, 1), ("d", 0, 1, 1),
    ]  # fmt: skip


def test_text_hidden_by_a_character_style_is_not_read(tmp_path: Path) -> None:
    styles = '<w:style w:type="character" w:styleId="I"><w:name w:val="i"/><w:rPr><w:vanish/></w:rPr></w:style>'
    hidden = '<w:r><w:rPr><w:rStyle w:val="I"/></w:rPr><w:t>{0&gt;</w:t></w:r>'
    assert texts(docx(tmp_path, paragraph(hidden, run("text")), styles=styles)) == ["text"]


def test_the_star_of_a_note_is_no_part_of_it(tmp_path: Path) -> None:
    note = f"<w:footnote>{paragraph(run('*'), run(' Reissued on 1 May.'))}</w:footnote>"
    assert texts(docx(tmp_path, paragraph(run("text")), footnotes=note)) == ["text", "Reissued on 1 May."]


def test_notes_come_last_without_their_separators(tmp_path: Path) -> None:
    separator = f'<w:footnote w:type="separator">{paragraph(run("—"))}</w:footnote>'
    notes = f"{separator}<w:footnote>{paragraph(run('A/74/10.'))}</w:footnote>"
    blocks = read_blocks(docx(tmp_path, paragraph(run("text")), footnotes=notes))
    assert [(block.text, block.kind) for block in blocks] == [
        ("text", BlockKind.PARAGRAPH),
        ("A/74/10.", BlockKind.FOOTNOTE),
    ]


def test_lines_count_paragraphs_empty_ones_too(tmp_path: Path) -> None:
    assert read_blocks(docx(tmp_path, "<w:p/><w:p/>" + paragraph(run("text")))) == (
        Block(BlockKind.PARAGRAPH, "text", line=3),
    )


def test_docx_is_told_by_its_content(tmp_path: Path) -> None:
    assert FORMAT.sniff(docx(tmp_path, "<w:p/>").read_bytes())
    assert not FORMAT.sniff(b"PK\x03\x04 other archive")


def refusal(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        read_blocks(path)
    assert caught.value.path == path
    assert caught.value.remedy
    return caught.value


def test_an_old_or_locked_office_file_is_refused_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "password" in str(refusal(path))


@pytest.mark.parametrize("content", [b"", b"plain text", b"PK\x03\x04 cut off"])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    refusal(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    refusal(tmp_path / "absent.docx")


def test_an_archive_without_text_part_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/other.xml", "<a/>")
    assert "word/document.xml" in str(refusal(path))


def test_entities_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE w [<!ENTITY x "y">]><w><p>&x;</p></w>')
    assert "DOCTYPE" in str(refusal(path))


def test_a_part_that_unpacks_to_far_more_than_its_size_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w>" + " " * 5_000_000 + "</w>")
    assert "unpacks to" in str(refusal(path))


def test_a_damaged_part_is_refused(tmp_path: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w>" + "".join(map(str, range(5000))) + "</w>")
    damaged = bytearray(content.getvalue())
    damaged[200:260] = bytes(60)
    path = tmp_path / "a.docx"
    path.write_bytes(damaged)
    assert "damaged" in str(refusal(path))


@pytest.mark.skipif(not INTEROP.is_dir(), reason="no sample files of other tools here")
def test_sample_files_of_other_tools_are_read_or_refused() -> None:
    refused = set()
    for path in [*(INTEROP / "docx").glob("*.docx"), *(INTEROP / "hostile" / "docx").glob("*.docx")]:
        try:
            assert read_blocks(path), path
        except InputError:
            refused.add(path.name)
    assert refused == {
        "matecat-4c161ba-Oviedo.out.docx",  # no archive at all
        "mihnita-2945ca9-Out948-1.docx",  # a namespace that is no URI
        "external_entity.docx",
        "not_a_zip.docx",
        "zip_bomb_300mb.docx",
    }
    assert texts(INTEROP / "hostile" / "docx" / "tracked_changes.docx") == ["The Council calls upon States."]


@pytest.mark.parametrize("start", ["²", "9" * 5000, "-1", "999999999"])
def test_a_list_may_claim_to_start_at_anything(tmp_path: Path, start: str) -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
        '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    (block,) = read_blocks(docx(tmp_path, listed(1), numbering=numbering))
    assert 1 < len(block.label) < 12
