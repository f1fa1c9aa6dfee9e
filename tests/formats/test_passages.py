"""A word of a file is changed, and every other byte stays."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.errors import InputError
from tmtool.formats.docx.passages import rewritten
from tmtool.formats.passages import Editable
from tmtool.formats.registry import detect
from tmtool.model import Skipped, Span, Unit

COMBINING = "\u0301\u0327"
TMX = """<?xml version="1.0" encoding="{encoding}"?>\r
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en" note='a > b'/><body><!-- <seg>no</seg> -->
<tu><tuv xml:lang="en"><seg>A &amp; B</seg></tuv>
<tuv xml:lang='fr'><seg>un <ph x="1">&lt;br&gt;</ph>deux &amp; trois</seg></tuv></tu>
<tu tuid="2"><tuv xml:lang="fr-FR"><seg><hi>un</hi> <![CDATA[deux <3>]]> é&#233;\r
fin</seg></tuv><tuv xml:lang="en"><seg>x</seg></tuv></tu></body></tmx>
"""
XLIFF_1 = """<xliff version="1.2"><file original="a" source-language="en" target-language="fr"><body>
<trans-unit id="1"><source>One. Two.</source><seg-source>
<mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk></seg-source>
<target><mrk mtype="seg" mid="1">Un <g id="1">deux</g>.</mrk> <mrk mtype="seg" mid="2">Deux.</mrk></target>
<alt-trans><target>Deux.</target></alt-trans></trans-unit>
<trans-unit id="2"><source>Three</source><target>Un deux &gt; trois</target></trans-unit></body></file></xliff>
"""
XLIFF_2 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr">
<file id="f"><unit id="u">
<segment id="1"><source>One</source><target>Un <pc id="1">deux</pc><ph id="2"/> trois</target></segment>
<segment><source>Two</source><target>deux</target></segment></unit></file></xliff>
"""


def opened(path: Path, content: str | bytes) -> Editable:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    read = detect(path).read_editable
    assert read is not None
    return read(path, target_language="fr")


def changed(file: Editable, old: str, new: str) -> list[bytes]:
    """Returns the file with `old` put right in each passage that has it, one at a time."""
    found = []
    for passage in file.passages:
        at = passage.text.find(old)
        edits = file.edits(passage, Span(at, at + len(old)), new) if at >= 0 else None
        if edits is not None:
            found.append(file.content(edits))
    return found


def targets(path: Path) -> list[str]:
    read = detect(path).read_units
    assert read is not None
    entries = [
        one.unit if isinstance(one, Skipped) else one for one in read(path, source_language="en", target_language="fr")
    ]
    units = [unit for unit in entries if isinstance(unit, Unit)]
    return [variant.text for unit in units if (variant := unit.variant("fr"))]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_a_word_of_a_tmx_changes_and_every_other_byte_stays(tmp_path: Path, encoding: str) -> None:
    content = TMX.format(encoding=encoding).encode(encoding)
    path = tmp_path / "a.tmx"
    file = opened(path, content)

    assert [passage.text for passage in file.passages] == targets(path)
    assert [len(passage.places) for passage in file.passages] == [len(passage.text) for passage in file.passages]
    first, second = changed(file, "deux", "2 & 2")
    assert first == TMX.format(encoding=encoding).replace("deux &amp;", "2 &amp; 2 &amp;").encode(encoding)
    assert len(second) == len(content) + len("2 &amp; 2".encode(encoding)) - len("deux".encode(encoding))


def test_a_character_that_the_encoding_of_an_xml_file_has_not_becomes_a_reference(tmp_path: Path) -> None:
    (first,) = changed(
        opened(tmp_path / "a.tmx", TMX.format(encoding="iso-8859-1").encode("iso-8859-1")), "un ", "un\u202f"
    )

    assert b"<seg>un&#8239;<ph" in first


@pytest.mark.parametrize(("name", "content"), [("1.xlf", XLIFF_1), ("2.xliff", XLIFF_2)])
def test_a_word_of_an_xliff_changes_in_its_target_alone(tmp_path: Path, name: str, content: str) -> None:
    file = opened(tmp_path / name, content)

    assert set(targets(tmp_path / name)) <= {passage.text for passage in file.passages}
    assert changed(file, "deux", "dix")[0] == content.replace("deux<", "dix<", 1).encode()


def test_words_with_a_code_between_them_are_not_changed_as_one(tmp_path: Path) -> None:
    assert changed(opened(tmp_path / "1.xlf", XLIFF_1), "Un deux.", "x") == []


TABLES = [
    ("a.tsv", "utf-8", "id\ten\tfr\r\n1\tA\tdeux \r\n\r\n2\tB\tc\r\n", b"id\ten\tfr\r\n1\tA\tdix \r\n\r\n2\tB\tc\r\n"),
    ("a.csv", "utf-8-sig", 'en,fr\n"a, b","un ""deux"", trois"\n', b'\xef\xbb\xbfen,fr\n"a, b","un ""dix"", trois"\n'),
    ("b.csv", "cp1252", "en;fr\nx;été à deux\n", "en;fr\nx;été à dix\n".encode("cp1252")),
    ("b.tsv", "utf-16", "# a comment\nen\tfr\nx\tdeux\n", "# a comment\nen\tfr\nx\tdix\n".encode("utf-16")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "encoding", "content", "expected"), TABLES, ids=[one[0] + one[1] for one in TABLES])
def test_a_cell_of_a_table_changes_and_every_other_byte_stays(
    tmp_path: Path, name: str, encoding: str, content: str, expected: bytes
) -> None:
    file = opened(tmp_path / name, content.encode(encoding))

    assert [passage.text for passage in file.passages] == targets(tmp_path / name)
    assert changed(file, "deux", "dix")[0] == expected


def test_a_character_that_the_encoding_of_a_text_has_not_is_not_written(tmp_path: Path) -> None:
    assert changed(opened(tmp_path / "a.txt", "été deux".encode("cp1252")), "deux", "\u202f") == []


@given(st.text("a\u00e9e\u0301\u0327 ;\u00a0", max_size=20), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_a_cell_in_any_form_of_unicode_has_a_place_for_each_character(text: str, encoding: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.tsv"
        file = opened(path, f"en\tfr\nx\t{text}\n".encode(encoding))
        for passage in file.passages:
            for at in range(len(passage.text)):
                edits = file.edits(passage, Span(at, at + 1), "X")
                if edits is None:
                    # A letter of the reader that the file writes as several, of which another is left.
                    assert len(unicodedata.normalize("NFD", text)) > 1
                    continue
                path.write_bytes(file.content(edits))
                changed_text = f"{passage.text[:at]}X{passage.text[at + 1 :]}"
                assert targets(path) == [unicodedata.normalize("NFC", changed_text)]


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RUNS = (
    "<w:r><w:t>Le lun</w:t></w:r><w:r w:rsidR='1'><w:rPr><w:lang w:val='fr'/></w:rPr><w:t>di 3</w:t></w:r>"
    "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'> mai &amp;</w:t></w:r><w:r><w:tab/></w:r>"
)
FIELD = (
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF</w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>point 3</w:t></w:r>"
    "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
)


@pytest.fixture
def docx(tmp_path: Path) -> Callable[[str], Editable]:
    def make(paragraph: str) -> Editable:
        body = f"<?xml version='1.0'?><w:document {W}><w:body><w:p/><w:p>{paragraph}</w:p></w:body></w:document>"
        archive = BytesIO()
        with ZipFile(archive, "w") as parts:
            parts.writestr("[Content_Types].xml", "<Types/>")
            parts.writestr("word/document.xml", body)
            parts.writestr("word/media/a.bin", b"\0\1")
        return opened(tmp_path / "a.docx", archive.getvalue())

    return make


def body_of(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as parts:
        assert parts.namelist() == ["[Content_Types].xml", "word/document.xml", "word/media/a.bin"]
        assert parts.read("word/media/a.bin") == b"\0\1"
        text = parts.read("word/document.xml").decode()
    return text.partition("<w:p/><w:p>")[2].partition("</w:p>")[0]


def test_a_word_in_runs_that_look_alike_goes_to_the_first_of_them(docx: Callable[[str], Editable]) -> None:
    file = docx(RUNS)

    assert [(passage.number, passage.text) for passage in file.passages] == [(2, "Le lundi 3 mai &\t")]
    (content,) = changed(file, "lundi", "mardi")
    mended = RUNS.replace("<w:t>Le lun", '<w:t xml:space="preserve">Le mardi').replace(
        "<w:t>di 3", '<w:t xml:space="preserve"> 3'
    )
    assert body_of(content) == mended


def test_words_in_runs_that_look_different_are_left(docx: Callable[[str], Editable]) -> None:
    assert changed(docx(RUNS), "3 mai", "4 mai") == []


@pytest.mark.parametrize(("older", "mended"), [("le lundi 3", "le mardi 3"), ("autre chose", "autre chose")])
def test_what_older_programs_show_of_a_text_box_changes_with_it(
    docx: Callable[[str], Editable], older: str, mended: str
) -> None:
    def box(text: str, shown_before: str) -> str:
        return (
            f"<w:r><mc:AlternateContent xmlns:mc='mc'><mc:Choice Requires='wps'><w:t>{text}</w:t></mc:Choice>"
            f"<mc:Fallback><w:t>{shown_before}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        )

    (content,) = changed(docx(box("le lundi 3", older)), "lundi", "mardi")
    assert body_of(content) == box("le mardi 3", mended)


def test_a_tab_is_no_text_to_change(docx: Callable[[str], Editable]) -> None:
    assert changed(docx(RUNS), "&\t", "x") == []


def test_the_result_of_a_field_is_left(docx: Callable[[str], Editable]) -> None:
    assert changed(docx(FIELD + RUNS), "point 3", "point 4") == []
    assert len(changed(docx(FIELD + RUNS), "mai", "juin")) == 1


def test_a_damaged_part_that_would_be_copied_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        archive.writestr("docProps/core.xml", "as it was")
    path.write_bytes(path.read_bytes().replace(b"as it was", b"otherwise"))

    with pytest.raises(InputError, match="damaged"):
        rewritten(path, {"word/document.xml": b"<b/>"})
