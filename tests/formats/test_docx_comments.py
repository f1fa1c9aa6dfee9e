"""Comments are at their words; the text and its formatting are as they were."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tmtool.errors import OutputError
from tmtool.formats.docx.comments import Comment, commented
from tmtool.formats.docx.passages import DocxFile, read_paragraphs
from tmtool.formats.docx.reading import read_blocks
from tmtool.formats.xml_reading import attributes_of
from tmtool.model import Span

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
RUNS = (
    '<w:r><w:t>Le lun</w:t></w:r><w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t>di 3</w:t></w:r>'
    '<w:hyperlink><w:r><w:tab/><w:t xml:space="preserve"> mai &amp;</w:t><w:br/></w:r></w:hyperlink>'
)
COMMENTS = '<x:comments xmlns:x="{}"><x:comment x:id="7" x:author="A"><x:p/></x:comment></x:comments>'
BOX = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>boîte</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
STAMP = {"author": "ana <b>", "initials": "ab", "date": "2026-11-25T16:00:00Z"}


def archive(body: str, **others: str) -> bytes:
    relations = f'<Relationships xmlns="{RELATIONS}">{others.pop("relations", "")}</Relationships>'
    parts = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": relations,
        **{f"word/{name}.xml": content for name, content in others.items()},
    }
    written = BytesIO()
    with ZipFile(written, "w") as out:
        for name, content in parts.items():
            out.writestr(name, content)
    return written.getvalue()


Opened = Callable[..., DocxFile]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    def make(body: str, **others: str) -> DocxFile:
        (tmp_path / "a.docx").write_bytes(archive(body, **others))
        return read_paragraphs(tmp_path / "a.docx", target_language="fr")

    return make


def parts_of(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as parts:
        return {name: parts.read(name).decode() for name in parts.namelist()}


def body_of(content: bytes) -> str:
    return parts_of(content)["word/document.xml"].partition("<w:body>")[2].partition("</w:body>")[0]


def at(file: DocxFile, words: str, passage: int = 0) -> Comment:
    start = file.passages[passage].text.index(words)
    return Comment(("Vu", "& lu"), file.passages[passage], Span(start, start + len(words)))


def test_a_run_is_divided_at_the_words_and_each_piece_keeps_its_properties(opened: Opened) -> None:
    file = opened(f"<w:p>{RUNS}</w:p>")

    body = body_of(commented(file, [at(file, "undi")], **STAMP))

    rest = RUNS.partition("di 3</w:t></w:r>")[2]
    assert body == (
        '<w:p><w:r><w:t>Le l</w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:t xml:space="preserve">un</w:t></w:r>'
        '<w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t>di</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
        f'<w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> 3</w:t></w:r>{rest}</w:p>'
    )


def test_whole_runs_are_not_divided(opened: Opened) -> None:
    file = opened(f"<w:p>{RUNS}</w:p>")

    body = body_of(commented(file, [at(file, "di 3")], **STAMP))

    reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    assert re.sub(r"<w:comment[^>]*>", "", body.replace(reference, "")) == f"<w:p>{RUNS}</w:p>"


@given(st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=5))
def test_text_and_formatting_stay_wherever_comments_are(edges: list[tuple[int, int]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        path.write_bytes(archive(f"<w:p>{RUNS}</w:p>"))
        file = read_paragraphs(path, target_language="fr")
        text = file.passages[0].text
        spans = [Span(*sorted(pair)) for pair in edges if pair[0] != pair[1] and min(pair) < len(text)]
        before = read_blocks(path), looks(path)
        path.write_bytes(commented(file, [Comment(("x",), file.passages[0], span) for span in spans], **STAMP))

        assert (read_blocks(path), looks(path)) == before
        root = etree.fromstring(parts_of(path.read_bytes())["word/document.xml"].encode())
        for number in range(len(spans)):
            marks = [element.tag for element in root.iter() if element.get(f"{{{W}}}id") == str(number)]
            assert marks == [f"{{{W}}}comment{name}" for name in ("RangeStart", "RangeEnd", "Reference")]


def looks(path: Path) -> list[tuple[str, bytes]]:
    """Returns each character with the properties of its run."""
    root = etree.fromstring(parts_of(path.read_bytes())["word/document.xml"].encode())
    found = []
    for text in root.iter(f"{{{W}}}t"):
        run = text.getparent()
        properties = run.find(f"{{{W}}}rPr") if run is not None else None
        look = etree.tostring(properties) if properties is not None else b""
        found += [(character, look) for character in text.text or ""]
    return found


def test_the_parts_that_name_the_comments_are_made(opened: Opened) -> None:
    file = opened(f"<w:p>{RUNS}</w:p>")

    parts = parts_of(commented(file, [at(file, "Le")], **STAMP))

    root = etree.fromstring(parts["word/comments.xml"].encode())
    (comment,) = root
    assert attributes_of(comment) == {f"{{{W}}}{name}": value for name, value in {"id": "0", **STAMP}.items()}
    assert ["".join(map(str, paragraph.itertext())) for paragraph in comment] == ["Vu", "& lu"]
    assert 'PartName="/word/comments.xml"' in parts["[Content_Types].xml"]
    assert 'relationships/comments" Target="comments.xml"' in parts["word/_rels/document.xml.rels"]


def test_a_file_without_comments_to_add_stays_as_it_is(opened: Opened) -> None:
    file = opened(f"<w:p>{RUNS}</w:p>")

    assert commented(file, [], **STAMP) == file.path.read_bytes()


def test_comments_that_are_there_stay_and_numbers_go_on(opened: Opened) -> None:
    relation = '<Relationship Id="r" Type="http://x/relationships/comments" Target="notes.xml"/>'
    file = opened(f"<w:p>{RUNS}</w:p>", relations=relation, notes=COMMENTS.format(W))

    parts = parts_of(commented(file, [at(file, "Le")], **STAMP))

    comments = etree.fromstring(parts["word/notes.xml"].encode())
    assert [one.get(f"{{{W}}}id") for one in comments] == ["7", "8"]
    assert "word/comments.xml" not in parts


def test_words_of_a_note_are_spoken_of_at_its_reference(opened: Opened) -> None:
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>une note</w:t></w:r></w:p></w:footnote>'
    notes = f'<w:footnotes xmlns:w="{W}">{note.replace("note<", "autre<")}{note.replace("1", "2")}</w:footnotes>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    file = opened(f"<w:p>{RUNS}</w:p><w:p>{reference}</w:p>", footnotes=notes)

    parts = parts_of(commented(file, [at(file, "note", 1)], **STAMP))

    assert f'<w:commentRangeStart w:id="0"/>{reference}<w:commentRangeEnd w:id="0"/>' in parts["word/document.xml"]
    assert ">In “note”:<" in parts["word/comments.xml"]
    assert parts["word/footnotes.xml"] == notes


def test_words_of_a_text_box_are_spoken_of_in_the_text_before(opened: Opened) -> None:
    file = opened(f"<w:p>{RUNS}{BOX}</w:p>")
    assert [passage.text for passage in file.passages] == ["Le lundi 3\t mai &\n", "boîte"]

    parts = parts_of(commented(file, [at(file, "boîte", 1)], **STAMP))

    assert ">In “boîte”:<" in parts["word/comments.xml"]
    assert parts["word/document.xml"].count("commentRangeStart") == 1


def test_a_document_without_text_for_a_comment_says_so(opened: Opened) -> None:
    file = opened(f"<w:p>{BOX}</w:p>")

    with pytest.raises(OutputError, match="no text that could hold a comment"):
        commented(file, [at(file, "boîte")], **STAMP)
