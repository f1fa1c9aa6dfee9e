"""What is written from the right is said to be in the files and pages that can say it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook

from tmtool.formats.docx.table import table_document
from tmtool.formats.xliff.writing_2 import write_suggestions
from tmtool.formats.xlsx.row_writing import written_sheet
from tmtool.model import Document
from tmtool.present.pages.direction import lang


def test_a_sheet_into_arabic_is_read_from_the_right_and_so_are_its_cells(tmp_path: Path) -> None:
    for heads, from_the_right in ((["id", "en", "ar"], True), (["en", "fr", "es", "ar"], False), (["en", "fr"], False)):
        stream = BytesIO()
        with written_sheet(stream, tmp_path / "t.xlsx") as write:
            write(heads)
            write(["1", "Council", "مجلس"])
        sheet = load_workbook(BytesIO(stream.getvalue()))["tmtool"]
        assert bool(sheet.sheet_view.rightToLeft) is from_the_right
        assert [cell.alignment.readingOrder for cell in sheet[2]][1:3] == [0, 2]


def test_long_texts_of_a_sheet_are_wrapped_and_its_heads_stay_in_view(tmp_path: Path) -> None:
    stream = BytesIO()
    with written_sheet(stream, tmp_path / "t.xlsx") as write:
        write(["id", "en", "ar"])
        write(["=1", "Council " * 50, "مجلس"])
        write(["", "", "1"])
    sheet = load_workbook(BytesIO(stream.getvalue()))["tmtool"]
    assert sheet.freeze_panes == "A2"
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        ["=1", "Council " * 50, "مجلس"],
        [None, None, "1"],
    ]
    assert [bool(cell.alignment.wrap_text) for cell in sheet[2]] == [False, True, True]
    assert {cell.alignment.vertical for cell in sheet[2]} == {"top"}
    assert sheet["A2"].data_type == "s"


def test_a_sheet_of_suggestions_into_arabic_is_read_from_the_right_and_has_room_for_texts(tmp_path: Path) -> None:
    stream = BytesIO()
    with written_sheet(stream, tmp_path / "t.xlsx", "ar") as write:
        write(["number", "source", "suggestion"])
    sheet = load_workbook(BytesIO(stream.getvalue()))["tmtool"]
    assert sheet.sheet_view.rightToLeft
    assert sheet.column_dimensions["B"].width > 40 > sheet.column_dimensions["A"].width


def test_a_table_in_a_word_processor_has_arabic_paragraphs_and_chinese_runs() -> None:
    with ZipFile(BytesIO(table_document([["1", "مجلس", "大会", "Conseil"]], ["ar", "zh", "fr"]))) as archive:
        written = archive.read("word/document.xml").decode()
    assert '<w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/><w:lang w:bidi="ar"/></w:rPr>' in written
    assert '<w:lang w:eastAsia="zh"/>' in written and '<w:lang w:val="fr"/>' in written
    assert written.count("<w:bidi/>") == 1
    assert "bidiVisual" not in written


def test_a_table_into_arabic_has_its_columns_from_the_right() -> None:
    with ZipFile(BytesIO(table_document([["1", "Council", "مجلس"]], ["en", "ar"]))) as archive:
        assert "<w:tblPr><w:bidiVisual/><w:tblW" in archive.read("word/document.xml").decode()


def test_an_xliff_says_the_direction_of_its_target(tmp_path: Path) -> None:
    for language, said in (("ar-SA", True), ("fr", False)):
        write_suggestions(tmp_path / "t.xliff", Document("a.txt", "en", (), ()), [], target_language=language)
        assert ('trgDir="rtl"' in (tmp_path / "t.xliff").read_text(encoding="utf-8")) is said


def test_an_element_of_a_page_says_its_language_and_its_direction() -> None:
    assert (lang("ar"), lang("fr")) == ('lang="ar" dir="rtl"', 'lang="fr"')
