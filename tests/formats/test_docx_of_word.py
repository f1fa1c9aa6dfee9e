"""Tests what Microsoft Word writes and other tools do not: parts under other names, the masthead in a header, lists
that go on through empty paragraphs."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tmtool.formats.docx.comments import Comment, commented
from tmtool.formats.docx.passages import read_paragraphs
from tmtool.formats.docx.reading import read_blocks
from tmtool.formats.reading import read_document
from tmtool.model import BlockKind, Span

from .test_docx import NUMBERING, WORD, docx, listed, paragraph, run, texts

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
FIRST_PAGE = (
    f'<w:sectPr><w:headerReference xmlns:r="{OFFICE}" w:type="default" r:id="h1"/>'
    f'<w:headerReference xmlns:r="{OFFICE}" w:type="first" r:id="h2"/>{{}}</w:sectPr>'
)


def related(folder: Path, body: str, **parts: tuple[str, str]) -> Path:
    """Returns a file whose parts have any names: by the id of the relationship the name and the content with its
    root."""
    path = folder / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
        relations = ""
        for identifier, (name, content) in parts.items():
            kind = content.split()[0].removeprefix("<w:").replace("hdr", "header")
            relations += f'<Relationship Id="{identifier}" Type="{OFFICE}/{kind}" Target="{name}"/>'
            archive.writestr(f"word/{name}", content)
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>'
        )
    return path


def header(*cells: str) -> str:
    made = "".join(f"<w:tc>{''.join(paragraph(run(line)) for line in cell.split('|'))}</w:tc>" for cell in cells)
    return f"<w:hdr {WORD}><w:tbl><w:tr>{made}</w:tr></w:tbl></w:hdr>"


def test_parts_are_found_by_their_relationships_whatever_their_names(tmp_path: Path) -> None:
    path = related(
        tmp_path,
        listed(1) + listed(1),
        n=("numbering2.xml", f"<w:numbering {WORD}>{NUMBERING}</w:numbering>"),
        f=("notes/f.xml", f"<w:footnotes {WORD}><w:footnote>{paragraph(run('note'))}</w:footnote></w:footnotes>"),
    )
    assert [(block.label, block.text) for block in read_blocks(path)] == [
        ("1.", "text"), ("2.", "text"), ("", "note"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first_page", "symbol", "date"), [("<w:titlePg/>", "A/80/1", "2026-04-07"), ('<w:titlePg w:val="0"/>', "", "")]
)
def test_the_masthead_in_the_header_of_the_first_page_is_the_head_of_the_document(
    tmp_path: Path, first_page: str, symbol: str, date: str
) -> None:
    path = related(
        tmp_path,
        paragraph(run("The Committee met.")) + FIRST_PAGE.format(first_page),
        h1=("header1.xml", f"<w:hdr {WORD}>{paragraph(run('A/80/1'))}</w:hdr>"),
        h2=(
            "header2.xml",
            header("United Nations", "A/80/1", "General Assembly", "Distr.: General|7 April 2026||Original: English"),
        ),
    )
    document = read_document(path, language="en")
    assert (document.symbol, document.date) == (symbol, date)
    head = ["United Nations", "A/80/1", "General Assembly", "Distr.: General", "7 April 2026", "Original: English"]
    assert [block.text for block in document.blocks] == [*(head if symbol else ()), "The Committee met."]
    assert {block.kind for block in document.blocks[:-1]} <= {BlockKind.METADATA, BlockKind.TITLE}
    body = next(block for block in document.blocks if block.text == "The Committee met.")
    assert body.line == 1


def test_a_letterhead_is_no_masthead(tmp_path: Path) -> None:
    body = paragraph(run("Dear Sir,")) + FIRST_PAGE.format("<w:titlePg/>")
    path = related(tmp_path, body, h2=("header2.xml", header("A Company Ltd.", "1 Main Street")))
    assert texts(path) == ["Dear Sir,"]


def test_a_comment_on_the_masthead_is_in_the_text_since_headers_hold_none(tmp_path: Path) -> None:
    body = paragraph(run("The Committee met.")) + FIRST_PAGE.format("<w:titlePg/>")
    path = related(tmp_path, body, h2=("header2.xml", header("United Nations", "A/80/1")))
    with zipfile.ZipFile(path, "a") as archive:
        types = "http://schemas.openxmlformats.org/package/2006/content-types"
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{types}"/>')
    file = read_paragraphs(path, target_language="en")
    passage = next(one for one in file.passages if one.text == "United Nations")
    written = commented(file, [Comment(("look",), passage, Span(0, 6))], author="a", initials="a", date="2026-11-25")
    (tmp_path / "b.docx").write_bytes(written)
    with zipfile.ZipFile(tmp_path / "b.docx") as archive:
        assert b"commentRangeStart" in archive.read("word/document.xml")
        assert b"comment" not in archive.read("word/header2.xml")


def test_an_empty_paragraph_in_a_list_has_its_number_unless_it_is_hidden_or_deleted(tmp_path: Path) -> None:
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{}'
    empty = paragraph(properties=properties.format(""))
    hidden = paragraph(properties=properties.format("<w:rPr><w:vanish/></w:rPr>"))
    deleted = paragraph(properties=properties.format("<w:rPr><w:del/></w:rPr>"))
    path = docx(tmp_path, listed(1) + empty + hidden + deleted + listed(1), numbering=NUMBERING)
    assert [block.label for block in read_blocks(path)] == ["1.", "3."]


def test_an_override_says_at_which_number_a_list_starts(tmp_path: Path) -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    numbering = f'{NUMBERING}<w:num w:numId="5"><w:abstractNumId w:val="0"/>{override}</w:num>'
    path = docx(tmp_path, listed(1) + listed(5) + listed(5), numbering=numbering)
    assert [block.label for block in read_blocks(path)] == ["1.", "7.", "8."]


def test_a_list_that_names_no_number_to_start_with_begins_with_zero(tmp_path: Path) -> None:
    numbering = NUMBERING.replace('<w:start w:val="1"/><w:numFmt w:val="decimal"/>', '<w:numFmt w:val="decimal"/>')
    path = docx(tmp_path, listed(1) + listed(1), numbering=numbering)
    assert [block.label for block in read_blocks(path)] == ["0.", "1."]


def test_a_level_left_out_counts_as_begun(tmp_path: Path) -> None:
    places = [(1, 0), (1, 2), (1, 1)]
    path = docx(tmp_path, "".join(listed(*place) for place in places), numbering=NUMBERING)
    assert [block.label for block in read_blocks(path)] == ["1.", "i)", "(b)"]


def test_a_style_may_give_the_level_of_the_list_that_its_parent_is_in(tmp_path: Path) -> None:
    styles = (
        '<w:style w:styleId="L1"><w:name w:val="L1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="L2"><w:name w:val="L2"/><w:basedOn w:val="L1"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = "".join(paragraph(run("text"), properties=f'<w:pStyle w:val="{style}"/>') for style in ("L1", "L2", "L2"))
    assert [block.label for block in read_blocks(docx(tmp_path, body, styles=styles, numbering=NUMBERING))] == [
        "1.", "(a)", "(b)",
    ]  # fmt: skip


def test_a_style_based_on_one_that_a_level_names_is_at_that_level(tmp_path: Path) -> None:
    numbering = NUMBERING.replace('<w:lvlText w:val="(%2)"/>', '<w:pStyle w:val="L2"/><w:lvlText w:val="(%2)"/>')
    styles = (
        '<w:style w:styleId="L2"><w:name w:val="L2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="L3"><w:name w:val="L3"/><w:basedOn w:val="L2"/></w:style>'
    )
    body = listed(1) + paragraph(run("text"), properties='<w:pStyle w:val="L3"/>')
    assert [block.label for block in read_blocks(docx(tmp_path, body, styles=styles, numbering=numbering))] == [
        "1.", "(a)",
    ]  # fmt: skip


def test_notes_are_read_in_the_order_in_which_the_text_refers_to_them(tmp_path: Path) -> None:
    notes = "".join(f'<w:footnote w:id="{n}">{paragraph(run(f"note {n}"))}</w:footnote>' for n in (1, 2, 3))
    normal = notes.replace('w:id="1"', 'w:id="1" w:type="normal"')
    body = "".join(paragraph(run("text"), f'<w:r><w:footnoteReference w:id="{n}"/></w:r>') for n in (3, 1, 2))
    assert texts(docx(tmp_path, body, footnotes=normal)) == ["text"] * 3 + ["note 3", "note 1", "note 2"]


def test_a_note_is_gone_with_the_words_that_referred_to_it(tmp_path: Path) -> None:
    notes = "".join(f'<w:footnote w:id="{n}">{paragraph(run(f"note {n}"))}</w:footnote>' for n in (1, 2))
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'.format
    body = paragraph(run("text"), f"<w:del>{reference(1)}</w:del>", reference(2))
    assert texts(docx(tmp_path, body, footnotes=notes)) == ["text", "note 2"]


def test_a_paragraph_may_be_a_heading_by_itself(tmp_path: Path) -> None:
    block, plain = read_blocks(
        docx(
            tmp_path,
            paragraph(run("Findings"), properties='<w:outlineLvl w:val="1"/>')
            + paragraph(run("Text"), properties='<w:outlineLvl w:val="9"/>'),
        )
    )
    assert (block.kind, block.depth, plain.kind) == (BlockKind.HEADING, 1, BlockKind.PARAGRAPH)


def test_text_hidden_by_the_style_of_its_paragraph_is_not_read_unless_a_run_shows_it(tmp_path: Path) -> None:
    styles = '<w:style w:styleId="Z"><w:name w:val="z-Top of Form"/><w:rPr><w:vanish/></w:rPr></w:style>'
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r>'
    body = paragraph(run("Top of Form"), shown, properties='<w:pStyle w:val="Z"/>') + paragraph(run("text"))
    assert texts(docx(tmp_path, body, styles=styles)) == ["shown", "text"]


def test_a_field_that_never_ends_in_one_part_hides_nothing_of_another(tmp_path: Path) -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>XE "a"</w:instrText></w:r>'
    note = f"<w:footnote>{paragraph(run('note'))}</w:footnote>"
    assert texts(docx(tmp_path, paragraph(run("text"), field), footnotes=note)) == ["text", "note"]


def test_a_large_initial_belongs_to_the_paragraph_after_it(tmp_path: Path) -> None:
    cap = paragraph(run("T"), properties='<w:framePr w:dropCap="drop" w:lines="3"/>')
    framed = paragraph(run("In a frame"), properties='<w:framePr w:w="100"/>')
    assert texts(docx(tmp_path, cap + paragraph(run("he Council met.")) + framed)) == ["The Council met.", "In a frame"]


def test_the_reading_above_characters_is_no_part_of_the_text(tmp_path: Path) -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('toukyou')}</w:rt><w:rubyBase>{run('東京')}</w:rubyBase></w:ruby></w:r>"
    assert texts(docx(tmp_path, paragraph(ruby))) == ["東京"]
