"""A web page is read as a browser shows it: its text and structure, no scripts, no styles, no navigation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.processor import at_most
from tmtool.errors import InputError
from tmtool.formats.html.reading import read_blocks
from tmtool.formats.reading import read_document
from tmtool.formats.registry import detect
from tmtool.model import Block, BlockKind


def page(folder: Path, body: str | bytes, name: str = "a.html") -> Path:
    path = folder / name
    path.write_bytes(body if isinstance(body, bytes) else body.encode())
    return path


def texts(path: Path) -> list[str]:
    return [f"{block.label} {block.text}".strip() for block in read_blocks(path)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>The <b>Coun</b>cil\n  met.</p>", ["The Council met."]),
        ("<p>one<br>two</p>", ["one\ntwo"]),
        ("loose<p>a<p>b</p>tail <i>end</i>", ["loose", "a", "b", "tail end"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<p>&eacute;t&eacute; &#8217; &laquo;&nbsp;a&nbsp;&raquo; &amp;lt;</p>", ["été ’ «\u00a0a\u00a0» &lt;"]),
        ("<p>co&shy;operation<wbr>s</p>", ["cooperations"]),
        ("<script>x()</script><style>p{}</style><nav>Menu</nav><p>a</p><template><p>b</p></template>", ["a"]),
        ("<p hidden>a</p><p style='display: none'>b</p><p>c</p>", ["c"]),
        ("<p>The <del>old</del><ins>new</ins> text</p>", ["The new text"]),
        ("<p>1<sup>er</sup> mai</p>", ["1er mai"]),
        ("<p>text<sup><a href='#fn1'>1</a></sup>.</p>", ["text."]),
        ("<p>text<a href='#_ftn1' name='_ftnref1'>[1]</a>.</p>", ["text."]),
        ("<p>see <a href='#x'>3</a></p>", ["see 3"]),
        ("<pre>a\n  b</pre>", ["a\nb"]),
        ("<header>Site</header><main><p>Text</p></main><footer>Contact</footer>", ["Text"]),
        ("<!-- remark --><?php x ?><p>a</p>", ["a"]),
        ("<dl><dt>State</dt><dd>a party</dd></dl>", ["State", "a party"]),
    ],
)
def test_a_page_has_the_text_that_a_browser_shows(tmp_path: Path, body: str, found: list[str]) -> None:
    assert texts(page(tmp_path, body)) == found


def test_headings_have_their_level(tmp_path: Path) -> None:
    blocks = read_blocks(page(tmp_path, "<h1>a</h1><h3>b</h3><p>c</p>"))
    heading = BlockKind.HEADING
    assert [(b.kind, b.depth) for b in blocks] == [(heading, 0), (heading, 2), (BlockKind.PARAGRAPH, 0)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<ol><li>a<li>b</ol>", ["1. a", "2. b"]),
        ("<ol start=3 type=a><li>a<li value=7>b<li>c</ol>", ["c. a", "g. b", "h. c"]),
        ("<ol type=I><li>a<li><p>b</p><p>more</p></ol>", ["I. a", "II. b", "more"]),
        ("<ol reversed><li>a<li>b</ol>", ["2. a", "1. b"]),
        ("<ol style='list-style-type: lower-roman'><li>a</ol>", ["i. a"]),
        ("<ul><li>a<li>b</ul>", ["• a", "• b"]),
        ("<ul style='list-style: none'><li>1. a</ul>", ["1. a"]),
        ("<ol start=-1><li>a<li>b</ol>", ["-1. a", "0. b"]),
        (f"<ol start={'9' * 5000}><li value=²>a</ol>", ["1. a"]),
    ],
)
def test_lists_have_the_labels_that_a_browser_shows(tmp_path: Path, body: str, found: list[str]) -> None:
    assert texts(page(tmp_path, body)) == found


def test_a_list_in_a_list_is_deeper_and_its_parent_goes_on(tmp_path: Path) -> None:
    blocks = read_blocks(page(tmp_path, "<ol><li>a<ol type=a><li>b</li></ol>rest</li><li>c</li></ol>after"))
    assert [(b.label, b.text, b.depth) for b in blocks] == [
        ("1.", "a", 0),
        ("a.", "b", 1),
        ("", "rest", 0),
        ("2.", "c", 0),
        ("", "after", 0),
    ]


def test_a_table_is_read_cell_by_cell_with_its_spans(tmp_path: Path) -> None:
    table = (
        "<table><caption>T</caption><thead><tr><th rowspan=2>a<th colspan=2>b</thead>"
        "<tr><td>c<td><p>d</p><p>e</p><tr><td>f<td><td>g</table>"
    )
    blocks = read_blocks(page(tmp_path, table + table))
    cells = [(b.text, b.table, b.row, b.column) for b in blocks if b.kind is BlockKind.CELL]
    places = {"a": (0, 0), "b": (0, 1), "c": (1, 1), "d": (1, 2), "e": (1, 2), "f": (2, 0), "g": (2, 2)}
    assert cells == [(text, table, *place) for table in (0, 1) for text, place in places.items()]
    assert blocks[0] == Block(BlockKind.PARAGRAPH, "T", line=1)


def test_a_table_that_arranges_a_page_gives_plain_paragraphs(tmp_path: Path) -> None:
    blocks = read_blocks(page(tmp_path, "<table><tr><td>a<td><table><tr><td>b</table></table>"))
    assert [(b.text, b.kind, b.table) for b in blocks] == [
        ("a", BlockKind.PARAGRAPH, None),
        ("b", BlockKind.CELL, 0),
    ]


@pytest.mark.parametrize("name", ["ftn1", "sdfootnote1", "fn1", "fn:1", "footnote-1"])
def test_notes_follow_the_text(tmp_path: Path, name: str) -> None:
    body = f"<p>a</p><div id='{name}'><p><a href='#back1'><sup>1</sup></a> note</p></div><p>b</p>"
    assert [(b.text, b.kind is BlockKind.FOOTNOTE) for b in read_blocks(page(tmp_path, body))] == [
        ("a", False),
        ("b", False),
        ("note", True),
    ]


FRENCH = "<p>L’ordre du jour à adopter, « sœur »</p>"


@pytest.mark.parametrize(
    "written",
    [
        FRENCH.encode(),
        b"\xef\xbb\xbf" + FRENCH.encode(),
        FRENCH.encode("utf-16"),
        b"<meta charset=utf-8>" + FRENCH.encode(),
        FRENCH.encode("cp1252"),
        b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">' + FRENCH.encode("cp1252"),
        b"<meta charset='windows-1252'>" + FRENCH.encode("cp1252"),
        b"<?xml version='1.0' encoding='iso-8859-1'?><html>" + FRENCH.encode("cp1252") + b"</html>",
        b"<meta charset=us-ascii>" + FRENCH.encode("cp1252"),
        b"<meta charset=nonsense>" + FRENCH.encode(),
        b"<meta charset=utf-16>" + FRENCH.encode(),
        b"<meta charset=zlib>" + FRENCH.encode(),
        b"<meta charset=utf-8>" + FRENCH.encode("cp1252"),
        "<?xml version='1.0' encoding='utf-16'?><html><body>".encode("utf-16") + FRENCH.encode("utf-16-le"),
    ],
)
def test_a_page_is_read_in_its_encoding_whatever_it_claims(tmp_path: Path, written: bytes) -> None:
    assert texts(page(tmp_path, written)) == ["L’ordre du jour à adopter, « sœur »"]


def test_a_page_is_a_document_by_its_name_only(tmp_path: Path) -> None:
    whole = "<!DOCTYPE html><html><head><title>x</title></head><body><p>Annex</p></body></html>"
    path = page(tmp_path, whole)
    assert detect(path).name == "html"
    assert [segment.text for segment in read_document(path, language="en").segments] == ["Annex"]
    with pytest.raises(InputError, match="web page"):
        detect(page(tmp_path, whole, "memory.tmx"))


@pytest.mark.parametrize(
    "body",
    [
        "<!DOCTYPE html [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><p>&b;</p>",
        "<!DOCTYPE html SYSTEM 'file:///etc/passwd'><p>&xxe;</p>",
        "<div>" * 100_000 + "a",
        "<p>" + "<b>" * 100_000 + "a",
        "<p>a" * 100_000,
        "<table><tr><td colspan=999999999 rowspan=999999999>a</table>",
        "<table>" + "<tr><td rowspan=1000 colspan=1000>a" * 300 + "</table>",
        "<ul>" * 5000 + "<li>a",
        "<sup>" * 5000 + "1",
    ],
)
def test_a_hostile_page_is_read_in_time_or_refused(tmp_path: Path, body: str) -> None:
    with at_most(5):
        try:
            blocks = read_blocks(page(tmp_path, body))
        except InputError as error:
            assert error.path is not None
        else:
            assert not any("root:" in block.text for block in blocks)
            assert sum(len(block.text) for block in blocks) < 300_000


def test_an_empty_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no web page"):
        read_blocks(page(tmp_path, " \n"))


def test_text_deep_inside_a_page_and_after_it_is_read(tmp_path: Path) -> None:
    deep = page(tmp_path, f"<p>first</p>{'<div>' * 300}deep{'</div>' * 300}<p>after</p>")

    assert texts(deep) == ["first", "deep", "after"]


@pytest.mark.parametrize("depth", [500, 5_000])
def test_a_page_too_deep_to_be_read_whole_is_refused(tmp_path: Path, depth: int) -> None:
    deep = page(tmp_path, f"<p>first</p>{'<div>' * depth}deep{'</div>' * depth}<p>after</p>")

    with pytest.raises(InputError, match="one inside another"):
        read_blocks(deep)
