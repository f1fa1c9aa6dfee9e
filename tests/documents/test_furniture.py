"""Page furniture is known by shape, or by shape and place; the same text elsewhere is content."""

from __future__ import annotations

import pytest

from tmtool.documents.furniture import furniture, is_symbol


def dropped(*lines: str) -> list[str]:
    return [lines[index] for index in sorted(furniture(lines))]


@pytest.mark.parametrize(
    "line",
    [
        "2/4 V.20-02918",
        "V.20-02918 3/4",
        "V.20-02918 (F)",
        "V.20-02918 (E) 150620 160620",
        "GE.21-03456",
        "20-12345 (E)",
        "*2012345*",
        "020720 030720",
        "______________",
        "Page 3 of 7",
        "page 3 sur 7",
        "Please recycle",
        "Merci de recycler",
    ],
)
def test_some_shapes_are_proof(line: str) -> None:
    assert dropped("The Group met", line, "in Vienna.") == [line]


@pytest.mark.parametrize(
    "line", ["CTOC/COP/WG.7/2020/2", "3", "2/4", "iv", "- 3 -", "See V.20-02918 (F)", "Page 3", "10 a.m.", "20-12345"]
)
def test_other_shapes_are_content_unless_they_are_at_the_edge_of_a_page(line: str) -> None:
    assert dropped("Documentation", "", line, "", "Further text") == []


@pytest.mark.parametrize("line", ["3", "2/4", "- 3 -", "iv", "Page 3"])
def test_a_page_number_next_to_a_page_limit_goes(line: str) -> None:
    assert dropped("text", line, "\fmore text") == [line]
    assert dropped("text", "\f" + line, "", "more text") == ["\f" + line]
    assert dropped("text", "V.20-02918 (F)", "", line, "more text") == ["V.20-02918 (F)", line]


def test_the_running_symbol_goes_at_the_top_of_pages_and_stays_in_the_head_and_in_lists() -> None:
    own = "CAC/COSP/WG.2/2027/1"
    lines = [own, "", "Title", "text", "V.27-03309 (E)", "", own, "", "more", "Documentation", "", own, "", "end"]
    assert sorted(furniture(lines)) == [4, 6]


def test_a_symbol_that_opens_a_page_but_is_of_another_document_stays() -> None:
    assert dropped("A/1/2", "", "text", "V.27-03309 (E)", "", "CTOC/COP/2020/5", "", "text") == ["V.27-03309 (E)"]


def test_lines_that_return_on_every_page_are_running_heads_but_for_the_first() -> None:
    pages = ["Report of the Group", "a", "\fReport of the Group", "b", "\fReport of the Group", "c"]
    assert sorted(furniture(pages)) == [2, 4]


def test_lone_numbers_that_count_up_are_page_numbers_unless_they_are_cells() -> None:
    page = "The Group met and adopted its report. " * 15
    assert dropped(page, "", "1", "", page, "", "2", "", page, "", "3") == ["1", "2", "3"]
    assert dropped("Opening", "", "1", "", "Other matters", "", "2", "", "Report", "", "3") == []
    assert dropped(page, "", "1", "", page, "", "2", "", page, "", "3", "", "\fAnnex") == ["3"]
    assert dropped("10 a.m.", "1", "Opening", "2", "Other matters", "3", "Report") == []
    assert dropped("a", "", "1", "", "b", "", "7", "", "c", "", "9") == []


@pytest.mark.parametrize("text", ["A/74/10", "CTOC/COP/WG.7/2020/1", "E/CN.7/2015/13/Rev.1", "S/2015/10/Add.7"])
def test_a_document_symbol_is_known_by_its_form(text: str) -> None:
    assert is_symbol(text)


@pytest.mark.parametrize("text", ["N/A", "and/or", "A/74/10 and more", "14/06/2027", "Annex"])
def test_other_slashes_make_no_symbol(text: str) -> None:
    assert not is_symbol(text)


def test_where_pages_are_counted_a_bare_number_at_the_edge_of_one_is_a_cell() -> None:
    pages = ["a", "1/3 V.27-03309", "\fb", "", "2", "", "2/3 V.27-03309", "\fc", "V.27-03309 3/3"]
    assert dropped(*pages) == ["1/3 V.27-03309", "2/3 V.27-03309", "V.27-03309 3/3"]


def test_what_a_browser_prints_at_the_edges_of_pages_goes() -> None:
    texts = (("\f" * (number > 0), number + 1, word) for number, word in enumerate(("one", "two", "three")))
    pages = [
        line
        for feed, number, word in texts
        for line in (f"{feed}11/25/26, 5:22\u202fPM", word, f"and {word}", "file:///a.html", f"{number}/3")
    ]
    left = [line for line in pages if line not in dropped(*pages)]
    assert left == ["one", "and one", "two", "and two", "three", "and three"]


def test_a_symbol_in_a_cell_at_the_head_of_a_page_is_no_running_head() -> None:
    pages = ["A/1/1", "a", "\fA/1/1", "A/1/2", "b", "\fA/1/1", "A/1/3", "c", "\fA/1/1", "d"]
    assert dropped(*pages) == ["\fA/1/1"] * 3


def test_the_heads_of_a_chapter_go_though_few_of_all_pages_have_them() -> None:
    pages = [["Chapter 2. Rights", f"What {chr(65 + number)} is about"] for number in range(4)]
    others = [[f"Section {chr(65 + number)}", f"Text of {chr(75 + number)} alone"] for number in range(12)]
    lines = [text for page in (*others, *pages) for text in (f"\f{page[0]}", page[1])]
    assert dropped(*lines) == ["\fChapter 2. Rights"] * 4


def test_the_heads_of_every_other_page_and_the_day_of_printing_go() -> None:
    lines = []
    for number in range(9):
        head = "\fPart VIII" if number % 2 else f"\f{chr(65 + number)} at the head"
        lines += [head, f"Text {chr(65 + number)}", f"of page {chr(65 + number)}", f"and {chr(70 + number)} more"]
    assert dropped(*lines) == ["\fPart VIII"] * 4
    assert dropped("Text of the page.", "", "26-04887 (E)", "150426", "\fMore text.") == ["26-04887 (E)", "150426"]
