"""Tests pages as Microsoft Word prints the documents of the United Nations: justified, with wide tables and running
heads."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tmtool.formats.pdf.reading import read_blocks
from tmtool.model import BlockKind

from .printed import Piece, pdf, raw_pdf, shown
from .test_pdf_pages import FULL, paragraph, read


def test_a_hyphen_or_a_mark_set_for_itself_is_part_of_its_word(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    pieces = "(by the Se) Tj [-130] TJ (cretary) Tj [-150] TJ (-) Tj [-150] TJ (General) Tj [-150] TJ (, at 97.) Tj "
    pieces += "[-150] TJ (9 of) Tj"
    path.write_bytes(raw_pdf([f"BT /F1 10 Tf 72 700 Td {pieces} ET"]))
    assert read(path) == ["by the Secretary-General, at 97.9 of"]


def test_a_space_that_takes_no_room_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(raw_pdf(["BT /F1 10 Tf 72 700 Td (for 2016) Tj ( ) Tj [278] TJ (to) Tj ( 2017) Tj ET"]))
    assert read(path) == ["for 2016to 2017"]


def test_a_running_head_beyond_the_margin_does_not_widen_the_text(tmp_path: Path) -> None:
    lines = [
        "The Committee notes that",
        "the proposed budget is of",
        "the same size as that of",
        "the year before, and that",
    ]
    page = [(500, 800, 9, "A/80/604"), *paragraph(72, 700, *lines, *lines, "it is to be reviewed.")]
    assert read(pdf(tmp_path, page))[-1] == f"{' '.join(lines * 2)} it is to be reviewed."


def test_a_wider_heading_of_another_size_does_not_widen_the_text(tmp_path: Path) -> None:
    narrow = "The Committee notes that the budget"
    page = [(72, 740, 14, f"{FULL} wide"), *paragraph(72, 700, narrow, narrow, narrow, "is large.")]
    assert read(pdf(tmp_path, page))[-1] == f"{narrow} {narrow} {narrow} is large."


@pytest.mark.parametrize(("last", "joined"), [(f"{FULL};", True), ("in respect of staff;", False)])
def test_a_label_at_the_margin_amid_justified_text_begins_no_item(tmp_path: Path, last: str, joined: bool) -> None:
    """Paragraphs have space between them, so that without it the text goes on."""
    page: list[Piece] = []
    for top in (760, 718, 676):
        page += paragraph(72, top, f"{FULL}.", f"{FULL}.", f"{FULL}.")
    page += paragraph(72, 634, f"{FULL}.", f"{FULL}.", last, "(b) staff costs.")
    assert ("(b) staff costs." in read(pdf(tmp_path, page))) is not joined


def cells(*edges: float, y: float) -> list[tuple[float, float, float, float]]:
    """Returns a line as Word draws it, cell by cell."""
    return [(start, y, end, y) for start, end in pairwise(edges)]


def row(y: float, first: str, *figures: str) -> list[Piece]:
    """Returns a row with figures at the left edges of narrow columns."""
    return [(72, y, 8, first), *((200 + 40 * number, y, 8, figure) for number, figure in enumerate(figures))]


RULED = [*cells(70, 198, 238, 278, 320, y=712), *cells(70, 198, 238, 278, 320, y=686)]
BOTTOM = cells(70, 198, 238, 278, 320, y=630)


def test_lines_above_and_below_a_table_that_are_drawn_cell_by_cell_tell_its_columns(tmp_path: Path) -> None:
    page = [
        (200, 702, 8, "Approved"), (240, 702, 8, "Spent in"), (280, 702, 8, "Variance"),
        *row(692, "Category", "2024/25", "2024/25", "Amount"),
        *row(674, "Posts and other staff costs", "36 680.1", "(6 442.2)", "9.4"),
        (72, 660, 8, "Communications and"),
        *row(650, "information technology", "15 322.7", "(521.9)", "(3.3)"),
        *row(636, "Total", "52 002.8", "(6 964.1)", "6.1"),
    ]  # fmt: skip
    assert read(pdf(tmp_path, page, rules=[*RULED, *BOTTOM])) == [
        "Category\tApproved 2024/25\tSpent in 2024/25\tVariance Amount",
        "Posts and other staff costs\t36 680.1\t(6 442.2)\t9.4",
        "Communications and information technology\t15 322.7\t(521.9)\t(3.3)",
        "Total\t52 002.8\t(6 964.1)\t6.1",
    ]


def test_what_heads_several_columns_is_a_cell_of_its_own(tmp_path: Path) -> None:
    rules = [*cells(70, 198, 238, 320, y=712), *cells(238, 278, 320, y=699), *RULED[4:], *BOTTOM]
    page = [
        (262, 703, 8, "Variance"), *row(690, "Category", "2024/25", "Amount", "Per cent"),
        *row(674, "Posts", "36 680.1", "(6 442.2)", "9.4"), *row(650, "Travel", "15 322.7", "(521.9)", "(3.3)"),
    ]  # fmt: skip
    assert read(pdf(tmp_path, page, rules=rules))[:2] == ["Variance", "Category\t2024/25\tAmount\tPer cent"]


def test_running_text_between_two_tables_is_not_cut_where_their_columns_meet(tmp_path: Path) -> None:
    table = [*row(700, "Posts", "36.1", "42.2", "9.4"), *row(560, "Travel", "22.7", "21.9", "3.3")]
    text = paragraph(72, 650, *["Amounts are to be seen in the light of what was said of the prices in 2024"] * 3)
    rules = [line for y in (712, 690, 572, 550) for line in cells(70, 198, 238, 278, 320, y=y)]
    assert any(line.count("Amounts are to be seen") == 3 for line in read(pdf(tmp_path, [*table, *text], rules=rules)))


def test_a_line_of_underscores_parts_the_notes_from_the_text(tmp_path: Path) -> None:
    body = [*paragraph(72, 700, FULL, FULL, "that claim them."), (148, 680, 6, "1")]
    foot = [
        (72, 96, 8, "__________________"),
        (90, 80, 8, "1"),
        (96, 80, 8, "See A/74/10,"),
        (72, 70, 8, "chapter IV."),
    ]
    blocks = read_blocks(pdf(tmp_path, [*body, *foot]))
    assert [block.text for block in blocks if block.kind is BlockKind.FOOTNOTE] == ["See A/74/10, chapter IV."]


def test_the_note_of_a_table_stays_below_it_with_its_letter(tmp_path: Path) -> None:
    page = [
        *paragraph(72, 760, FULL, FULL), *row(700, "Posts", "36 680.1", "(6 442.2)", "9.4"),
        (76, 673, 5, "a"), (84, 670, 7, "Estimates as at 28 February."), *paragraph(72, 640, FULL, FULL, FULL),
    ]  # fmt: skip
    rules = [*cells(70, 198, 238, 278, 320, y=712), *cells(70, 198, 238, 278, 320, y=690)]
    assert "a Estimates as at 28 February." in read(pdf(tmp_path, page, rules=rules))


def test_a_heading_in_larger_type_is_whole_though_its_lines_are_short(tmp_path: Path) -> None:
    heading = paragraph(72, 740, "Proposed budget for the period from", "1 July to 30 June", size=13, leading=15)
    assert "Proposed budget for the period from 1 July to 30 June" in read(
        pdf(tmp_path, [*heading, *paragraph(72, 700, FULL, FULL, FULL, FULL)])
    )


def test_a_line_of_justified_text_is_one_though_a_word_after_a_no_break_space_begins_anew(tmp_path: Path) -> None:
    lines = [(72, 700 - 12 * number, 10, f"{FULL}.") for number in (0, 1, 3, 4)]
    torn = (
        "BT /F1 10 Tf 1 0 0 1 72 676 Tm (The Working Group may wish to consider on 1) Tj [-500] TJ (May how such) Tj "
    )
    torn += "[-500] TJ (claims are settled between) Tj ET"
    path = tmp_path / "a.pdf"
    path.write_bytes(raw_pdf(["".join(shown(piece) for piece in lines) + torn]))
    found = read(path)
    assert "1 May how such claims" in found[0], found


def test_the_lines_of_cells_that_wrap_together_are_one_row(tmp_path: Path) -> None:
    lines = ["Member States provided", "input to the concept of", "a system of stocks"]
    page = [(72 + 120 * column, 700 - 12 * number, 9, text) for column in range(4) for number, text in enumerate(lines)]
    rules = [line for y in (712, 665) for line in cells(70, 186, 306, 426, 546, y=y)]
    assert read(pdf(tmp_path, page, rules=rules)) == ["\t".join([" ".join(lines)] * 4)]


def test_small_type_on_the_base_line_of_its_line_is_not_raised_over_the_line_below(tmp_path: Path) -> None:
    """Fonts may have boxes much higher than their letters, so that lines overlap."""
    page = [(72, 700, 16, "Selon le guide ("), (188, 700, 9, "https://un.org"), (250, 700, 16, "), il y a lieu"),
            (72, 688, 16, "de voir que tout est dit")]  # fmt: skip
    assert "https://un.org" in read(pdf(tmp_path, page))[0]


def test_lines_set_wider_than_the_masthead_go_on_all_the_same(tmp_path: Path) -> None:
    head = [(72, 800, 9, "United Nations"), (430, 800, 9, "A/80/1")]
    head += [(320, 780 - 11 * number, 10, text) for number, text in enumerate(("Distr.: General", "2 June 2028", "E"))]
    text = paragraph(72, 700, FULL, FULL, FULL, FULL, FULL, "that claim them.", leading=17)
    assert f"{' '.join([FULL] * 5)} that claim them." in read(pdf(tmp_path, [*head, *text]))
