"""Tests memories as tables: what the columns mean, what is skipped, and the way back."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.errors import InputError
from tmtool.formats.table import reading as table
from tmtool.formats.table.writing import write_suggestions, write_units
from tmtool.model import (
    BlockKind,
    DiffPart,
    Document,
    Match,
    MatchKind,
    Segment,
    Status,
    Suggestion,
    Unit,
    Variant,
)

from .conftest import HERE, Read


def file(folder: Path, content: str, name: str = "pairs.tsv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(content.encode(encoding))
    return path


def test_the_known_columns_fill_the_unit_and_the_rest_are_properties(tmp_path: Path, read: Read) -> None:
    path = file(
        tmp_path,
        "id\ten\tfr\tdoc\tstatus\tdate\tnote\tcontext\tsource\tcolour\n"
        "7\tOther matters\tQuestions diverses\tX/1\tApproved\t2021-06-01\tchecked\titem 5\tUN\tred\n",
    )
    (unit,), skipped = read(path)
    assert not skipped
    assert unit == Unit(
        (Variant("en", "Other matters"), Variant("fr", "Questions diverses")),
        id="7",
        document="X/1",
        position=1,
        status=Status.APPROVED,
        date="2021-06-01",
        source_language="en",
        context="item 5",
        note="checked",
        properties={"source": "UN", "colour": "red"},
        line=2,
    )


@pytest.mark.parametrize(
    "header",
    ["en\tfr", "EN_us\tfr-FR", "English\tFrançais", "English (United Kingdom)\tFrench_France", "source\ttarget"],
)
def test_a_language_is_named_by_tag_or_by_name(tmp_path: Path, read: Read, header: str) -> None:
    (unit,), _ = read(file(tmp_path, f"{header}\nHello\tBonjour\n"))
    english, french = unit.variant("en"), unit.variant("fr")
    assert english is not None
    assert french is not None
    assert (english.text, french.text) == ("Hello", "Bonjour")


def test_the_pair_asked_for_may_be_of_languages_not_shipped(tmp_path: Path) -> None:
    path = file(tmp_path, "sw\tpt\tfr\nhabari\tolá\tbonjour\n")
    (unit,) = table.read_units(path, source_language="sw", target_language="pt-BR")
    assert isinstance(unit, Unit)
    assert [variant.language for variant in unit.variants] == ["sw", "pt", "fr"]


def test_a_position_counts_within_the_document(tmp_path: Path, read: Read) -> None:
    path = file(tmp_path, "en\tfr\tdocument\na\tb\tX\nc\td\tY\ne\tf\tX\n")
    assert [(unit.document, unit.position) for unit in read(path)[0]] == [("X", 1), ("Y", 1), ("X", 2)]


def test_several_columns_of_one_language_are_several_variants(tmp_path: Path, read: Read) -> None:
    (unit,), _ = read(file(tmp_path, "en\tfr\tfr\nmeeting\tréunion\tséance\n"))
    assert [variant.text for variant in unit.variants] == ["meeting", "réunion", "séance"]


def test_unknown_words_for_status_and_date_are_kept_as_they_are(tmp_path: Path, read: Read) -> None:
    (unit,), _ = read(file(tmp_path, "en\tfr\tstatus\tdate\na\tb\tfinished\tlast year\n"))
    assert (unit.status, unit.date) == (Status.TRANSLATED, "")
    assert dict(unit.properties) == {"status": "finished", "date": "last year"}


@pytest.mark.parametrize(
    ("row", "reason"),
    [("a", "fewer than two languages"), ("\tb", "fewer than two languages"), ("a\tb\tc\td", "4 cells, the header 3")],
)
def test_a_row_that_is_not_whole_is_skipped_with_its_line(tmp_path: Path, read: Read, row: str, reason: str) -> None:
    units, skipped = read(file(tmp_path, f"en\tfr\tnote\n\n{row}\nc\td\n"))
    assert [unit.line for unit in units] == [4]
    assert [(entry.line, reason in entry.reason) for entry in skipped] == [(3, True)]


@pytest.mark.parametrize(("content", "problem"), [("foo\tquux\n1\t2\n", "no column"), ("en\tfoo\na\tb\n", "only 'en'")])
def test_a_table_without_two_languages_is_a_clear_error(tmp_path: Path, read: Read, content: str, problem: str) -> None:
    with pytest.raises(InputError, match=rf"pairs.tsv:1: {problem}.*--source-lang"):
        read(file(tmp_path, content))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_files_of_excel_are_read_whatever_their_encoding(
    tmp_path: Path, read: Read, encoding: str, end: str
) -> None:
    (unit,), _ = read(file(tmp_path, f"en;fr{end}annex;« été »{end}", "pairs.csv", encoding))
    assert unit.variants == (Variant("en", "annex"), Variant("fr", "« été »"))


def test_csv_cells_may_be_quoted_and_hold_line_breaks(tmp_path: Path, read: Read) -> None:
    content = 'en,fr,note\n"a ""b"", c","d\ne",x\nf,g,\n'
    first, second = read(file(tmp_path, content, "pairs.csv"))[0]
    assert [variant.text for variant in first.variants] == ['a "b", c', "d\ne"]
    assert (first.line, second.line) == (2, 4)


def test_quotation_marks_in_a_table_with_tabs_are_text(tmp_path: Path, read: Read) -> None:
    (unit,), _ = read(file(tmp_path, 'en\tfr\n"Grad\t« Grad\n'))
    assert unit.variants[0].text == '"Grad'


def test_a_quotation_mark_never_closed_is_an_error_with_its_line(tmp_path: Path, read: Read) -> None:
    for rest in ("closed,fermé\n" * 3, "closed,fermé\n" * 500 + '"a",b\n'):
        with pytest.raises(InputError, match=r"pairs.csv:2: a quotation mark"):
            read(file(tmp_path, f'en,fr\n"open,ouvert\n{rest}', "pairs.csv"))


def test_a_stray_quotation_mark_costs_its_row_only(tmp_path: Path, read: Read) -> None:
    units, skipped = read(file(tmp_path, 'en,fr\n"a"b,c\nd,e\n', "pairs.csv"))
    assert len(units) == 1
    assert [entry.line for entry in skipped] == [2]


def test_other_line_separators_do_not_break_a_row(tmp_path: Path, read: Read) -> None:
    (unit,), skipped = read(file(tmp_path, "en\tfr\na\u2028b\x0bc\x85d\te\n"))
    assert not skipped
    assert unit.variants[0].text == "a\u2028b\x0bc\x85d"


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("id\ten\tfr\tdocument\tstatus\tdate", "memory"),
        ("en\tfr\tfr_admitted", "terms"),
        ("en\tfr\ten_deprecated", "terms"),
        ("en\tfr\tpos", "terms"),
        ("en\tfr\tGender", "terms"),
        ("en\tfr\tdefinition", "terms"),
        ("en\tfr\tdomain", "terms"),
        ("en\tfr\ten_pos\tfr_pos", "memory"),
        ("# Glossary in tab-separated format -*- coding: utf-8 -*-", "terms"),
        ("#UTX 1.11; en/fr; 2024-01-01T00:00:00Z", "terms"),
        ("foo\tbar", "memory"),
    ],
)
def test_the_header_tells_terms_from_a_memory(tmp_path: Path, header: str, kind: str) -> None:
    assert table.kind_of(file(tmp_path, f"{header}\na\tb\n")) == kind


cells = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=12).map(str.strip)


@given(st.lists(st.tuples(cells.filter(bool), cells.filter(bool), cells, cells), max_size=4), st.booleans())
def test_units_written_as_a_table_are_read_back_equal(rows: list[tuple[str, str, str, str]], comma: bool) -> None:
    import tempfile
    import unicodedata

    units = [
        Unit(
            (
                Variant("en", unicodedata.normalize("NFC", source)),
                Variant("fr", unicodedata.normalize("NFC", target)),
            ),
            id=identity,
            document="X/1",
            position=number,
            status=Status.DRAFT,
            date="2020-01-02",
            source_language="en",
            context=context,
            line=number + 1,
        )
        for number, (source, target, identity, context) in enumerate(rows, 1)
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / ("out.csv" if comma else "out.tsv")
        assert write_units(path, units, source_language="en", target_language="fr") == len(units)
        assert list(table.read_units(path, source_language="en", target_language="fr")) == units


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "''@x", "-5", "'-5", "- five", "'- five", "+", "'quoted'"])
def test_every_beginning_survives_the_way_through_csv(tmp_path: Path, text: str) -> None:
    path = tmp_path / "out.csv"
    write_units(path, [Unit((Variant("en", text), Variant("fr", text)))], source_language="en", target_language="fr")
    (unit,) = table.read_units(path, source_language="en", target_language="fr")
    assert isinstance(unit, Unit)
    assert [variant.text for variant in unit.variants] == [text, text]


def test_remarks_above_the_header_are_passed_over_and_a_column_of_numbers_is_none(tmp_path: Path, read: Read) -> None:
    for top in ("# remark\n\n#\ten\tfr\n", "\ufeff# a\tb\n#\ten\tfr\n"):
        (unit,), skipped = read(file(tmp_path, f"{top}#1\tHello\tBonjour\n"))
        assert not skipped
        assert dict(unit.properties) == {"#": "#1"}


def test_a_header_that_cannot_be_split_is_a_clear_error(tmp_path: Path, read: Read) -> None:
    with pytest.raises(InputError, match=r"pairs.csv:1: .*repair the header"):
        read(file(tmp_path, 'id,"en"x,fr\n1,a,b\n', "pairs.csv"))


def test_our_memories_read_without_a_word(read: Read) -> None:
    tables = sorted((HERE.parents[1] / "memories").glob("*.tsv"))
    if not tables:
        pytest.skip("no memories yet")
    for path in tables:
        units, skipped = read(path)
        assert units
        assert not skipped, path


def test_tabs_and_line_breaks_inside_a_cell_become_spaces(tmp_path: Path) -> None:
    path = tmp_path / "out.tsv"
    unit = Unit((Variant("en", "a\tb\r\nc"), Variant("fr-FR", "d\u2028e"), Variant("fr-CA", "f")), note="g\n\nh")
    lonely = Unit((Variant("es", "hola"), Variant("fr", "bonjour")))
    assert write_units(path, [unit, lonely], source_language="en", target_language="fr") == 2
    assert path.read_text(encoding="utf-8").splitlines() == [
        "id\ten\tfr\tdocument\tdate\tstatus\tcontext\tnote",
        "\ta b c\td e\t\t\ttranslated\t\tg h",
        "\ta b c\tf\t\t\ttranslated\t\tg h",
    ]


def test_no_cell_of_a_csv_file_runs_as_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    unit = Unit((Variant("en", '=HYPERLINK("x")'), Variant("fr", "- tiret")), note="@a, +b")
    write_units(path, [unit], source_language="en", target_language="fr")
    _, row = csv.reader(io.StringIO(path.read_text(encoding="utf-8")))
    assert row[1:3] == ['\'=HYPERLINK("x")', "- tiret"]
    assert row[-1] == "'@a, +b"


def test_suggestions_are_one_row_a_segment(tmp_path: Path) -> None:
    match = Match(
        rate=87,
        score=85,
        kind=MatchKind.FUZZY,
        source="a",
        target="b",
        memory="main",
        document="X/1",
        position=1,
        status=Status.APPROVED,
        changed="",
        diff=(DiffPart("equal", "a", "a"),),
    )
    path = tmp_path / "out.tsv"
    write_suggestions(
        path,
        Document("agenda.txt", "en", (), ()),
        [
            Suggestion(Segment(1, "A.", 0, "1.", BlockKind.ITEM), MatchKind.FUZZY, 87, "b", None, (match,), ()),
            Suggestion(Segment(2, "B.", 1), MatchKind.NONE, 0, None, None, (), ()),
        ],
        target_language="fr",
    )
    assert path.read_text(encoding="utf-8").splitlines() == [
        "number\tlabel\tsource\tkind\trate\tsuggestion\tdocument",
        "1\t1.\tA.\tfuzzy\t87\tb\tX/1",
        "2\t\tB.\tnone\t0\t\t",
    ]
