"""Spreadsheets are tables like any other: the same header, the same units and terms."""

from __future__ import annotations

import datetime
import gc
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.processor import at_most
from tmtool.errors import InputError, OutputError
from tmtool.formats.registry import detect
from tmtool.formats.table.reading import kind_of
from tmtool.formats.table.writing import write_units
from tmtool.model import Status, TermStatus, Unit, Variant

from .conftest import Read, ReadTerms, damage


def sheet(folder: Path, *rows: Sequence[object], further: Sequence[Sequence[object]] = ()) -> Path:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    if further:
        second = book.create_sheet("Notes")
        for row in further:
            second.append(list(row))
    path = folder / "a.xlsx"
    book.save(path)
    return path


def test_a_sheet_with_a_header_of_languages_is_a_memory(tmp_path: Path, read: Read) -> None:
    path = sheet(
        tmp_path,
        ["id", "en", "fr", "document", "date", "status", "client", None],
        [7, "Opening", "Ouverture", "A/1", datetime.datetime(2030, 9, 10), "approved", "UNODC"],
        [None, None, None],
        [8.5, "Closure", None, "A/1"],
    )
    assert detect(path).name == "xlsx"
    assert kind_of(path) == "memory"
    (unit,), (skipped,) = read(path)
    assert (unit.id, unit.document, unit.date, unit.status) == ("7", "A/1", "2030-09-10", Status.APPROVED)
    assert [(variant.language, variant.text) for variant in unit.variants] == [("en", "Opening"), ("fr", "Ouverture")]
    assert (unit.properties, unit.line) == ({"client": "UNODC"}, 2)
    assert (skipped.line, skipped.reason) == (4, "the row has text in fewer than two languages")


def test_a_sheet_under_any_name_is_read(tmp_path: Path, read: Read) -> None:
    path = sheet(tmp_path, ["en", "fr"], ["Opening", "Ouverture"]).rename(tmp_path / "download.bin")
    assert detect(path).name == "xlsx"
    assert len(read(path)[0]) == 1


def test_a_sheet_with_columns_of_terms_is_a_term_base(tmp_path: Path, read_terms: ReadTerms) -> None:
    path = sheet(
        tmp_path, ["en", "fr", "fr_deprecated", "domain"], ["agenda", "ordre du jour", "agenda | menu", "meetings"]
    )
    assert kind_of(path) == "terms"
    (concept,), skipped = read_terms(path)
    assert not skipped
    assert [(term.text, term.status) for term in concept.in_language("fr")] == [
        ("ordre du jour", TermStatus.PREFERRED),
        ("agenda", TermStatus.DEPRECATED),
        ("menu", TermStatus.DEPRECATED),
    ]


def test_further_sheets_are_named_and_not_read(tmp_path: Path, read: Read) -> None:
    units, skipped = read(sheet(tmp_path, ["en", "fr"], ["a", "b"], further=[["en", "fr"], ["c", "d"]]))
    assert len(units) == 1
    assert [entry.reason for entry in skipped] == ["only the first sheet is read, not 'Notes'"]


text = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff\ufeff"), min_size=1, max_size=30
).filter(lambda written: written.strip(" \t\r\n") == written != "")


@given(pairs=st.lists(st.tuples(text, text), min_size=1, max_size=5))
def test_units_written_and_read_are_equal(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]
) -> None:
    path = tmp_path_factory.mktemp("sheet") / "a.xlsx"
    from unicodedata import normalize

    units = [
        Unit((Variant("en", normalize("NFC", source)), Variant("fr", normalize("NFC", target))))
        for source, target in pairs
    ]
    assert write_units(path, units, source_language="en", target_language="fr") == len(pairs)
    reader = detect(path).read_units
    assert reader is not None
    found = list(reader(path, source_language="en", target_language="fr"))
    assert [entry.variants for entry in found if isinstance(entry, Unit)] == [unit.variants for unit in units]


def test_a_text_that_looks_like_a_formula_is_written_as_text(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    unit = Unit((Variant("en", '=HYPERLINK("x")'), Variant("fr", "+33 1\nsuite")))
    write_units(path, [unit], source_language="en", target_language="fr")
    cells = load_workbook(path).worksheets[0][2]
    assert [(cell.value, cell.data_type) for cell in cells[1:3]] == [('=HYPERLINK("x")', "s"), ("+33 1\nsuite", "s")]


def test_a_text_that_no_cell_takes_is_refused_and_no_file_left(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    unit = Unit((Variant("en", "a" * 40_000), Variant("fr", "b")))
    with pytest.raises(OutputError, match="longer than a cell"):
        write_units(path, [unit], source_language="en", target_language="fr")
    assert list(tmp_path.iterdir()) == []


def changed(path: Path, name: str, content: bytes) -> Path:
    """Returns the spreadsheet with one part replaced or, for empty content, left out."""
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    parts[name] = content
    target = path.with_name("changed.xlsx")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            if data:
                archive.writestr(part, data)
    return target


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'


@pytest.mark.parametrize(
    ("part", "content", "problem"),
    [
        ("xl/worksheets/sheet1.xml", LAUGHS, "DOCTYPE"),
        ("xl/worksheets/sheet1.xml", LAUGHS.decode().encode("utf-16"), "DOCTYPE"),
        ("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row>", "damaged"),
        ("xl/worksheets/sheet1.xml", b"", "empty"),
        ("xl/workbook.xml", b"<a/>", "empty"),
        ("[Content_Types].xml", b"", "damaged"),
        ("xl/sharedStrings.xml", b"<sst>" + b" " * 300_000_000 + b"</sst>", "unpacks to"),
    ],
)
def test_a_hostile_or_damaged_sheet_is_refused(
    tmp_path: Path, part: str, content: bytes, problem: str, read: Read
) -> None:
    path = changed(sheet(tmp_path, ["en", "fr"], ["a", "b"]), part, content)
    with at_most(5), pytest.raises(InputError, match=problem) as raised:
        read(path)
    assert raised.value.path == path


def test_a_file_cut_short_is_refused(tmp_path: Path, read: Read) -> None:
    path = sheet(tmp_path, ["en", "fr"], ["a", "b"])
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(InputError, match="damaged"):
        read(path)


def test_an_old_or_protected_sheet_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(InputError, match="password"):
        detect(path)


def test_a_cell_that_claims_to_be_at_the_end_of_the_world_does_no_harm(tmp_path: Path, read: Read) -> None:
    row = (
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>en</t></is></c><c r="B1" t="inlineStr"><is><t>fr</t></is></c></row>'
    )
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    space = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    content = b"<worksheet %s><sheetData>%s%s</sheetData></worksheet>" % (space, row, far)
    path = changed(sheet(tmp_path, ["en", "fr"]), "xl/worksheets/sheet1.xml", content)
    with at_most(5):
        units, skipped = read(path)
    assert (units, len(skipped)) == ([], 1)


@pytest.mark.parametrize("seed", range(40))
def test_a_sheet_with_wrong_bytes_is_read_or_refused_by_name(tmp_path: Path, seed: int, read: Read) -> None:
    path = sheet(tmp_path, ["en", "fr"], *[[f"a {number}", f"b {number}"] for number in range(20)])
    damage(path, seed)
    try:
        read(path)
    except InputError as error:
        assert error.path == path


@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_leaves_nothing_that_complains_later(tmp_path: Path) -> None:
    full = tmp_path / "full.xlsx"
    full.symlink_to("/dev/full")
    units = [Unit((Variant("en", f"Item {n}"), Variant("fr", f"Point {n}"))) for n in range(20)]
    with pytest.raises(OutputError, match="No space left"):
        write_units(full, units, source_language="en", target_language="fr")
    gc.collect()
