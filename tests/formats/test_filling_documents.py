"""Documents are given back with their translations: looks, links, notes and all other bytes stay."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from tests.formats.test_docx import WORD, docx, paragraph, run
from tests.formats.test_odt import odt as odt_with_styles
from tmtool.errors import InputError
from tmtool.formats.filling import Filling, State
from tmtool.formats.reading import read_document
from tmtool.formats.registry import detect
from tmtool.model import Span
from tmtool.tasks.document_filling import DocumentFile

from .conftest import INTEROP

BOLD = "<w:rPr><w:b/></w:rPr>"
REAL = [
    pytest.param(path, id=path.name[:40]) for folder in ("docx", "odt") for path in sorted((INTEROP / folder).glob("*"))
]


def opened(path: Path) -> DocumentFile:
    reader = detect(path).read_texts
    assert reader is not None
    return DocumentFile(reader(path), read_document(path, language="en"), "auto")


OTHERS = {letter: 0xF0000 + letter for letter in range(0x20, 0x3000) if chr(letter).isalnum()}
"""Signs for private use that take the place of letters and digits."""


def in_other_letters(filling: Filling) -> Filling:
    """Gives the filling another text, so that it is written, which the same letters are not."""
    return replace(filling, text=filling.text.translate(OTHERS))


def in_their_letters(content: bytes) -> bytes:
    """Returns the archive with the letters that `in_other_letters` took."""
    letters = {other: letter for letter, other in OTHERS.items()}
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as archive, zipfile.ZipFile(written, "w") as out:
        for part in archive.infolist():
            there = archive.read(part)
            if part.filename.endswith((".xml", ".rels")) and b"\xf3\xb0" in there:
                there = there.decode("utf-8").translate(letters).encode("utf-8")
            out.writestr(part, there)
    return written.getvalue()


def bold(text: str) -> str:
    return f'<w:r>{BOLD}<w:t xml:space="preserve">{text}</w:t></w:r>'


def given_back(
    path: Path, text: str, *places: tuple[int, int], state: State = State.READY, part: str = "word/document.xml"
) -> str:
    """Fills the first segment and returns a part of the file, or the file itself."""
    file = opened(path)
    filling = Filling(text, tuple(Span(*place) for place in places), state, 100)
    out = path.with_name(f"out{path.suffix}")
    out.write_bytes(file.content({0: filling}, target_language="fr"))
    if not zipfile.is_zipfile(out):
        return out.read_text(encoding="utf-8")
    with zipfile.ZipFile(out) as archive:
        return archive.read(part).decode("utf-8")


@pytest.mark.parametrize("path", REAL)
def test_a_real_document_filled_with_its_own_words_has_the_same_texts(path: Path, tmp_path: Path) -> None:
    try:
        file = opened(path)
    except InputError:
        pytest.skip("not a file that can be read")
    own = {
        index: Filling(slot.source, tuple(code.span for code in slot.codes), State.READY, 100)
        for index, slot in enumerate(file.slots)
        if not slot.locked
    }
    written_anew = {index: in_other_letters(filling) for index, filling in own.items()}
    texts = [segment.text for segment in read_document(path, language="en").segments]
    for fillings in (own, written_anew, {}):
        out = tmp_path / path.name
        out.write_bytes(in_their_letters(file.content(fillings, target_language="fr")))

        assert [segment.text for segment in read_document(out, language="en").segments] == texts


def test_a_paragraph_of_several_runs_of_one_look_is_written_into_the_first(tmp_path: Path) -> None:
    path = docx(tmp_path, paragraph(run("The Coun"), run("cil "), run("met.")))

    content = given_back(path, "Le Conseil s’est réuni.")

    assert '<w:t xml:space="preserve">Le Conseil s’est réuni.</w:t>' in content
    assert "cil" not in content


def test_words_of_another_look_keep_it_wherever_they_come_in_the_translation(tmp_path: Path) -> None:
    path = docx(tmp_path, paragraph(run("The "), bold("open"), run(" meeting")))

    content = given_back(path, "La séance publique", (10, 18))

    assert "La séance </w:t></w:r>" in content
    assert f'<w:r>{BOLD}<w:t xml:space="preserve">publique</w:t></w:r>' in content


def test_a_note_stays_where_the_translation_has_its_word_and_the_note_itself_is_no_part_of_it(tmp_path: Path) -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    path = docx(tmp_path, paragraph(run("Rules"), note, run(" of procedure")))
    file = opened(path)

    content = given_back(path, "Règlement intérieur", (9, 9))

    assert file.slots[0].source == "Rules of procedure"
    assert content.index("Règlement<") < content.index("footnoteReference") < content.index(" intérieur")


def test_the_mark_of_a_note_is_in_a_run_of_its_own_where_the_text_beside_it_looks_the_same(tmp_path: Path) -> None:
    path = docx(tmp_path, paragraph(run("Rules ("), '<w:r><w:footnoteReference w:id="2"/></w:r>', run(").")))
    assert '<w:r><w:footnoteReference w:id="2"/></w:r>' in given_back(path, "Règles ().", (8, 8))


def test_a_link_goes_with_its_words(tmp_path: Path) -> None:
    path = docx(
        tmp_path, paragraph(run("See "), f'<w:hyperlink r:id="r1" xmlns:r="r">{run("the rules")}</w:hyperlink>')
    )

    content = given_back(path, "Voir le règlement", (5, 17))

    link = content[content.index("<w:hyperlink") : content.index("</w:hyperlink>")]
    assert "le règlement" in link
    assert "Voir" not in link


def test_what_is_left_is_highlighted_and_what_is_to_be_looked_at_in_another_colour(tmp_path: Path) -> None:
    path = docx(tmp_path, paragraph(run("One.")) + paragraph(bold("Two.")))

    content = given_back(path, "Un.", state=State.TO_REVIEW)

    assert '<w:rPr><w:highlight w:val="cyan"/></w:rPr><w:t xml:space="preserve">Un.</w:t>' in content
    assert '<w:rPr><w:b/><w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">Two.</w:t>' in content


def test_two_sentences_of_a_paragraph_are_filled_each_in_its_place(tmp_path: Path) -> None:
    path = docx(tmp_path, paragraph(run("The meeting rose. The "), bold("Council"), run(" adjourned.")))

    content = given_back(path, "La séance est levée.")

    assert content.index("La séance est levée.") < content.index("The ") < content.index("Council")
    assert "The meeting" not in content


def test_a_sentence_after_a_line_break_is_filled_and_the_break_stays(tmp_path: Path) -> None:
    path = docx(tmp_path, paragraph(run("The meeting rose."), "<w:r><w:br/><w:br/></w:r>", run("It closed. ")))
    assert [(slot.source, slot.locked) for slot in opened(path).slots] == [
        ("The meeting rose.", False),
        ("It closed.", False),
    ]
    content = given_back(path, "La séance est levée.")
    assert content.count("<w:br/>") == 2
    assert content.index("levée") < content.index("<w:br/>")


ODT_HEAD = (
    '<office:document-content xmlns:office="o" xmlns:text="t" office:version="1.2"><office:body><office:text>{}'
    "</office:text></office:body></office:document-content>"
)


def odt(folder: Path, body: str) -> Path:
    path = folder / "a.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", ODT_HEAD.format(body))
    return path


def test_an_odt_keeps_its_spans_and_its_notes_which_are_translated_too(tmp_path: Path) -> None:
    note = '<text:note text:note-class="footnote"><text:note-body><text:p>A note.</text:p></text:note-body></text:note>'
    path = odt(tmp_path, f'<text:p>The <text:span text:style-name="B">open</text:span> meeting{note}</text:p>')
    fillings = {
        0: Filling("La séance publique", (Span(10, 18),), State.READY, 100),
        1: Filling("Une note.", (), State.READY, 100),
    }
    out = tmp_path / "out.odt"
    out.write_bytes(opened(path).content(fillings, target_language="fr"))
    with zipfile.ZipFile(out) as archive:
        content = archive.read("content.xml").decode("utf-8")

    assert 'La séance <text:span text:style-name="B">publique</text:span>' in content
    assert "<text:p>Une note.</text:p>" in content


def test_an_odt_gets_the_styles_of_its_marks(tmp_path: Path) -> None:
    path = odt(tmp_path, "<text:p>One.</text:p><text:p>Two.</text:p>")

    content = given_back(path, "Un.", part="content.xml")

    assert '<text:span text:style-name="tmtool-untranslated">Two.</text:span>' in content
    assert '<style:style style:name="tmtool-untranslated"' in content
    assert "xmlns:style=" in content


PAGE = (
    '<!DOCTYPE html><html><head><title>x</title></head><body><p>The <b>open</b> meeting<sup><a href="#fn1">1</a></sup>'
    "</p>\n<ul><li>Two &amp; three<li>Four</ul></body></html>"
)


def test_a_page_is_given_back_as_it_was_written_but_for_its_texts(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")

    content = given_back(path, "La séance publique", (10, 18))

    assert content == PAGE.replace("The <b>open</b> meeting", "La séance <b>publique</b>").replace(
        "Two &amp; three", "<mark>Two &amp; three</mark>"
    ).replace("Four", "<mark>Four</mark>")


def test_a_plain_text_keeps_its_line_ends_and_its_labels(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("1. Opening of the session\r\n2. Adoption of the agenda\r\n".encode("utf-16"))
    reader = detect(path).read_texts
    assert reader is not None
    file = DocumentFile(reader(path), read_document(path, language="en"), "auto")
    content = file.content({1: Filling("Adoption de l’ordre du jour", (), State.READY, 100)}, target_language="fr")

    assert content.decode("utf-16") == "1. Opening of the session\r\n2. Adoption de l’ordre du jour\r\n"


def test_a_header_is_filled_and_never_marked(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r7" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>'
        "</Relationships>"
    )
    section = '<w:sectPr><w:headerReference w:type="default" r:id="r7" xmlns:r="r"/></w:sectPr>'
    body = f"{paragraph(run('One.'))}{section}"
    header = paragraph(run("Working Group")) + paragraph(run("Page"))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/_rels/document.xml.rels", relations)
        archive.writestr("word/header1.xml", f"<w:hdr {WORD}>{header}</w:hdr>")
    file = opened(path)
    out = tmp_path / "out.docx"
    out.write_bytes(file.content({1: Filling("Groupe de travail", (), State.READY, 100)}, target_language="fr"))
    with zipfile.ZipFile(out) as archive:
        header = archive.read("word/header1.xml").decode("utf-8")

    assert [slot.source for slot in file.slots] == ["One.", "Working Group", "Page"]
    assert "Groupe de travail" in header
    assert "highlight" not in header


def test_a_symbol_is_nothing_that_is_left_to_translate(tmp_path: Path) -> None:
    path = docx(tmp_path, paragraph(run("One.")) + paragraph(run("CTOC/COP/WG.7/2030/1")))

    assert "highlight" not in given_back(path, "Un.")


HEADERS = (
    '<office:master-styles><style:master-page style:name="Standard"><style:header>'
    "<text:p>Working <text:span>Group</text:span></text:p><text:p/></style:header>"
    "<style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer>"
    "</style:master-page></office:master-styles>"
)


def test_headers_and_footers_of_an_odt_are_further_slots_and_filled_in_their_part(tmp_path: Path) -> None:
    path = odt_with_styles(tmp_path, "<text:p>Agenda</text:p>", pages=HEADERS)
    file = opened(path)
    assert [slot.source for slot in file.slots] == ["Agenda", "Working Group", "Page"]
    places = tuple(Span(10, 17) for _ in file.slots[1].codes)
    out = tmp_path / "out.odt"
    content = file.content({1: Filling("Groupe de travail", places, State.TO_REVIEW, 90)}, target_language="fr")
    out.write_bytes(content)
    with zipfile.ZipFile(out) as archive:
        styles = archive.read("styles.xml").decode("utf-8")
    assert "Groupe de " in styles
    assert "Working" not in styles
    assert 'style:name="tmtool-unread"' in styles
    assert [slot.source for slot in opened(out).slots[1:]] == ["Groupe de travail", "Page"]


@pytest.mark.parametrize(("said", "becomes"), [("en", "fr-FR"), ("en-GB", "fr-FR"), ("es-ES", "es-ES")])
def test_a_filled_word_document_says_that_it_is_in_the_language_of_the_translation(
    tmp_path: Path, said: str, becomes: str
) -> None:
    language = f'<w:rPr><w:lang w:val="{said}" w:eastAsia="en-US"/></w:rPr>'
    path = docx(tmp_path, paragraph(run("The Council met."), f"<w:r>{language}<w:t>Later</w:t></w:r>"))
    written = given_back(path, "Le Conseil s’est réuni. Plus tard", *[(24, 33)] * len(opened(path).slots[0].codes))
    if "w:lang" in written:
        assert f'w:val="{becomes}" w:eastAsia="en-US"' in written


def test_a_file_in_which_nothing_is_filled_keeps_its_languages(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text('<html lang="en"><body><p>One</p></body></html>', encoding="utf-8")
    assert b'lang="en"' in opened(path).content({}, target_language="fr")


def test_a_filled_page_and_its_blocks_say_their_language_and_its_links_what_they_said(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    body = '<body><p lang=en>One</p><p><a lang="en" href="x">English</a></p></body>'
    path.write_text(f'<html lang="en-GB" xml:lang="en">{body}</html>', encoding="utf-8")
    written = given_back(path, "Un")
    assert '<html lang="fr" xml:lang="fr"><body><p lang=fr>Un</p>' in written
    assert '<a lang="en" href="x">' in written


def test_a_filled_odt_says_language_and_country_of_the_translation(tmp_path: Path) -> None:
    default = (
        '<style:default-style style:family="paragraph"><style:text-properties fo:country="GB" fo:language="en"/>'
        '<style:text-properties fo:language="zxx" fo:country="none"/></style:default-style>'
    )
    default = default.replace("<style:default-style", '<style:default-style xmlns:fo="f"')
    path = odt_with_styles(tmp_path, "<text:p>Agenda</text:p>", styles=default)
    written = given_back(path, "Ordre du jour", part="styles.xml")
    assert 'fo:country="FR" fo:language="fr"' in written
    assert 'fo:language="zxx" fo:country="none"' in written
