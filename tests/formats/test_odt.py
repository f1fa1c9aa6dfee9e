"""An ODT file is read with all changes accepted, with the labels that its lists show."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tmtool.errors import InputError
from tmtool.formats.odt.reading import read_blocks
from tmtool.formats.reading import read_document
from tmtool.formats.registry import detect
from tmtool.model import Block, BlockKind

from .conftest import damage

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "draw")
)
MIME = "application/vnd.oasis.opendocument.text"


def odt(folder: Path, body: str, *, styles: str = "", automatic: str = "", manifest: str = "", pages: str = "") -> Path:
    """Returns a file with this text, these named styles, these automatic ones, and these page styles."""
    path = folder / "a.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", MIME)
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        archive.writestr(
            "styles.xml",
            f"<office:document-styles {SPACES}><office:styles>{styles}</office:styles>{pages}</office:document-styles>",
        )
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return path


def p(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def listed(*items: str, attributes: str = 'text:style-name="L1"') -> str:
    return (
        f"<text:list {attributes}>{''.join(f'<text:list-item>{item}</text:list-item>' for item in items)}</text:list>"
    )


def labelled(blocks: tuple[Block, ...]) -> list[str]:
    return [f"{block.label} {block.text}".strip() for block in blocks]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("The <text:span>Coun</text:span>cil <text:a>met</text:a>.", "The Council met."),
        ("\n  a\n  b  ", "a b"),
        ('a<text:s text:c="3"/>b<text:tab/>c', "a b c"),
        ("one<text:line-break/>two", "one\ntwo"),
        ("co\u00adoperation", "cooperation"),
        ("a<text:soft-page-break/>b", "ab"),
        ("The <office:annotation><text:p>remark</text:p></office:annotation>text<office:annotation-end/>", "The text"),
        ('page <text:page-number text:select-page="current">3</text:page-number>', "page 3"),
        ("<text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>b</text:ruby-text></text:ruby>", "a"),
        ("no\u00a012 ; oui\u202f!", "no\u00a012 ; oui\u202f!"),
    ],
)
def test_a_paragraph_has_the_text_that_a_reader_sees(tmp_path: Path, inner: str, text: str) -> None:
    assert [block.text for block in read_blocks(odt(tmp_path, p(inner)))] == [text]


def test_text_deleted_under_tracking_is_not_read(tmp_path: Path) -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>old</text:p></text:deletion>'
        "</text:changed-region></text:tracked-changes>"
    )
    body = changes + p('The <text:change text:change-id="c1"/><text:change-start/>new<text:change-end/> text')
    assert labelled(read_blocks(odt(tmp_path, body))) == ["The new text"]


def test_styles_tell_titles_and_headings(tmp_path: Path) -> None:
    styles = (
        '<style:style style:name="Own" style:family="paragraph" style:parent-style-name="Title"/>'
        '<style:style style:name="Title" style:family="paragraph"/>'
        '<style:style style:name="_5f_H" style:display-name="_ H_2" style:family="paragraph"/>'
        '<style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop"/>'
    )
    body = p("a", "Own") + p("b", "_5f_H") + p("c", "Loop") + '<text:h text:outline-level="3">d</text:h>'
    found = [(block.kind, block.depth) for block in read_blocks(odt(tmp_path, body, styles=styles))]
    heading = BlockKind.HEADING
    assert found == [(BlockKind.TITLE, 0), (heading, 1), (BlockKind.PARAGRAPH, 0), (heading, 2)]


LIST = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3"/>'
    '<text:list-level-style-bullet text:level="4" text:bullet-char="\uf0b7"/>'
    '<text:list-level-style-number text:level="5" style:num-format=""/>'
    "</text:list-style>"
)


def test_lists_have_the_labels_that_their_styles_give(tmp_path: Path) -> None:
    deepest = listed(p("bullet") + listed(p("none"), attributes=""), attributes="")
    inner = listed(p("a"), p("b") + listed(p("deep") + deepest, attributes=""), attributes="")
    body = listed(p("one") + p("more"), p("two") + inner, p("three"))
    blocks = read_blocks(odt(tmp_path, body, automatic=LIST))
    assert labelled(blocks) == [
        "1. one",
        "more",
        "2. two",
        "(a) a",
        "(b) b",
        "2.b.1 deep",
        "• bullet",
        "none",
        "3. three",
    ]
    assert [block.depth for block in blocks] == [0, 0, 0, 1, 1, 2, 3, 4, 0]


def test_a_list_goes_on_where_it_says_so_and_starts_anew_elsewhere(tmp_path: Path) -> None:
    first = listed(p("a"), p("b"), attributes='text:style-name="L1" xml:id="x"')
    goes_on = listed(p("c"), attributes='text:style-name="L1" text:continue-numbering="true"')
    by_name = listed(p("d"), attributes='text:style-name="L1" text:continue-list="x"')
    jumps = (
        '<text:list text:style-name="L1"><text:list-item text:start-value="7">'
        + p("e")
        + "</text:list-item></text:list>"
    )
    anew = listed(p("f"))
    blocks = read_blocks(odt(tmp_path, first + p("between") + goes_on + by_name + jumps + anew, automatic=LIST))
    assert labelled(blocks) == ["1. a", "2. b", "between", "3. c", "4. d", "7. e", "1. f"]


def test_an_inner_list_goes_on_after_text_that_interrupted_it(tmp_path: Path) -> None:
    first = listed(p("one") + listed(p("a"), attributes=""), attributes='text:style-name="L1" xml:id="x"')
    inner = listed(listed(p("b"), attributes=""), attributes='text:style-name="L1" text:continue-list="x"')
    last = listed(p("two"), attributes='text:style-name="L1" text:continue-list="x"')
    blocks = read_blocks(odt(tmp_path, first + p("between") + inner + last, automatic=LIST))
    assert labelled(blocks) == ["1. one", "(a) a", "between", "(b) b", "2. two"]


def test_a_list_header_and_a_list_of_no_known_style_have_no_label(tmp_path: Path) -> None:
    body = '<text:list text:style-name="L1"><text:list-header>' + p("head") + "</text:list-header></text:list>"
    assert labelled(read_blocks(odt(tmp_path, body + listed(p("a"), attributes=""), automatic=LIST))) == ["head", "a"]


def test_a_paragraph_style_may_name_the_list(tmp_path: Path) -> None:
    style = '<style:style style:name="P1" style:family="paragraph" style:list-style-name="L1"/>'
    body = listed(p("a", "P1"), attributes="")
    assert labelled(read_blocks(odt(tmp_path, body, automatic=LIST + style))) == ["1. a"]


def test_headings_have_the_numbers_of_the_outline(tmp_path: Path) -> None:
    outline = (
        '<text:outline-style style:name="Outline">'
        '<text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="A" style:num-suffix="."/></text:outline-style>'
    )
    levels = [(1, "a"), (2, "b"), (2, "c"), (1, "d"), (2, "e")]
    body = "".join(f'<text:h text:outline-level="{level}">{text}</text:h>' for level, text in levels)
    found = labelled(read_blocks(odt(tmp_path, body, styles=outline)))
    assert found == ["I. a", "A. b", "B. c", "II. d", "A. e"]


def test_a_table_is_read_cell_by_cell_with_its_spans(tmp_path: Path) -> None:
    def cell(text: str, attributes: str = "") -> str:
        return f"<table:table-cell {attributes}>{p(text) if text else ''}</table:table-cell>"

    covered = "<table:covered-table-cell/>"
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        + cell("a", 'table:number-columns-spanned="2"') + covered + cell("b")
        + "</table:table-row></table:table-header-rows><table:table-row>"
        + covered + cell("") + cell("c")
        + "</table:table-row></table:table>"
    )  # fmt: skip
    found = [(b.text, b.table, b.row, b.column) for b in read_blocks(odt(tmp_path, body + body))]
    assert found == [
        (text, table, *at) for table in (0, 1) for text, at in zip("abc", [(0, 0), (0, 2), (1, 2)], strict=True)
    ]


def test_notes_follow_the_text_and_text_boxes_their_paragraph(tmp_path: Path) -> None:
    def note(kind: str, text: str) -> str:
        return (
            f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation><text:note-body>{p(text)}'
            "</text:note-body></text:note>"
        )

    box = f"<draw:frame><draw:text-box>{p('box')}</draw:text-box><svg:title xmlns:svg='x'>alt</svg:title></draw:frame>"
    body = p(f"a{note('endnote', 'end')}{note('footnote', 'foot')} b{box}") + p("c")
    found = [(block.text, block.kind is BlockKind.FOOTNOTE) for block in read_blocks(odt(tmp_path, body))]
    assert found == [("a b", False), ("box", False), ("c", False), ("foot", True), ("end", True)]


def test_a_file_is_told_by_its_content_and_read_as_a_document(tmp_path: Path) -> None:
    path = odt(tmp_path, p("Annex"))
    renamed = path.rename(tmp_path / "a.bin")
    assert detect(renamed).name == "odt"
    assert [segment.text for segment in read_document(renamed, language="en").segments] == ["Annex"]


@pytest.mark.parametrize("written", ["²", "9" * 5000, "-3", "999999999"])
def test_a_file_may_claim_any_number(tmp_path: Path, written: str) -> None:
    body = (
        f'<text:p>a<text:s text:c="{written}"/>b</text:p><text:h text:outline-level="{written}">c</text:h>'
        f'<table:table><table:table-row><table:table-cell table:number-columns-repeated="{written}"><text:p>d</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    )
    assert labelled(read_blocks(odt(tmp_path, body))) == ["a b", "c", "d"]


@pytest.mark.parametrize(
    ("manifest", "body", "problem"),
    [
        ("<encryption-data/>", "", "password"),
        ("", "</office:text>", "not well-formed"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, manifest: str, body: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        read_blocks(odt(tmp_path, body, manifest=manifest))


def test_samples_of_other_tools_give_their_paragraphs(interop: Path) -> None:
    folder = interop / "odt"
    assert len(read_blocks(folder / "omegat-org-4c959f4-file-OpenDocFilter.odt")) == 2
    found = read_blocks(folder / "klew00-2aed2be-file1.odt")
    assert (found[0].text, found[0].kind, found[-1].kind) == (
        "The Okapi Framework",
        BlockKind.HEADING,
        BlockKind.FOOTNOTE,
    )


@pytest.mark.parametrize("seed", range(40))
def test_a_file_with_wrong_bytes_is_read_or_refused_by_name(tmp_path: Path, seed: int) -> None:
    path = odt(tmp_path, "".join(p(f"Paragraph {number}.") for number in range(20)))
    damage(path, seed)
    try:
        read_blocks(path)
    except InputError as error:
        assert error.path == path


def test_an_empty_item_has_its_number(tmp_path: Path) -> None:
    automatic = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-suffix="."/></text:list-style>'
    )
    assert labelled(read_blocks(odt(tmp_path, listed(p("one"), p(""), p("three")), automatic=automatic))) == [
        "1. one",
        "3. three",
    ]
