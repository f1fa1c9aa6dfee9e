"""Drawn cells, notes and page limits, which word processors and browsers print around and into a text, are kept apart
from it."""

from __future__ import annotations

from pathlib import Path

from tmtool.formats.pdf.layout import Line
from tmtool.formats.pdf.reading import read_blocks
from tmtool.formats.pdf.rows import Chunk, Row
from tmtool.model import BlockKind

from .printed import Piece, pdf

FULL = "The Working Group may wish to consider how such claims are settled between the States"


def read(path: Path) -> list[str]:
    """Returns the lines without the empty ones between paragraphs."""
    return [block.text for block in read_blocks(path) if block.text.strip()]


def paragraph(x: float, y: float, *texts: str, size: float = 10, leading: float = 12) -> list[Piece]:
    return [(x, y - number * leading, size, text) for number, text in enumerate(texts)]


def test_cells_are_told_by_the_lines_around_them_though_centred_and_spanned(tmp_path: Path) -> None:
    pieces: list[Piece] = [
        (76, 690, 10, "Thursday, 5 July, first day"),
        *paragraph(76, 670, "10 a.m.", "to 1 p.m."),
        (132, 664, 10, "1"),
        (164, 664, 10, "Opening of the meeting"),
    ]
    across = [(72, y, 300, y) for y in (704, 682, 654)]
    upright = [(72, 654, 72, 704), (300, 654, 300, 704), (128, 654, 128, 682), (160, 654, 160, 682)]
    assert read(pdf(tmp_path, pieces, rules=[*across, *upright])) == [
        "Thursday, 5 July, first day",
        "10 a.m. to 1 p.m.\t1\tOpening of the meeting",
    ]


def test_columns_need_not_be_level_with_each_other(tmp_path: Path) -> None:
    left = [
        "The first column holds full lines of",
        "text that were wrapped at its own",
        "right margin, and goes on so to the",
        "end of the paragraph that it has.",
    ]
    right = [
        "The second column has lines of its",
        "own, which are not to be mixed with",
        "those beside them, though no two of",
        "them are at one height on the page.",
    ]
    page = [*paragraph(72, 650, *left), *paragraph(310, 645, *right)]
    assert read(pdf(tmp_path, page)) == [" ".join(left), " ".join(right)]


def test_a_note_without_raised_mark_is_known_by_the_rule_above_it_and_by_the_mark_in_the_text(tmp_path: Path) -> None:
    body = [*paragraph(72, 700, FULL, FULL, "that claim them."), (148, 680, 6, "1")]
    notes = [(72, 80, 8, "1 See A/74/10,"), (72, 70, 8, "chapter IV.")]
    path = pdf(tmp_path, [*body, *notes], rules=[(72, 92, 200, 92)])
    assert [(block.kind, block.text) for block in read_blocks(path)][-1] == (
        BlockKind.FOOTNOTE,
        "See A/74/10, chapter IV.",
    )


def test_a_full_line_at_the_foot_of_a_page_goes_on_at_the_head_of_the_next(tmp_path: Path) -> None:
    first = [*paragraph(72, 130, FULL, FULL), (72, 40, 10, "V.27-03309 (E)")]
    second = [(72, 800, 10, "CTOC/COP/2027/1"), *paragraph(72, 700, "International Centre in Vienna.", FULL, FULL)]
    assert read(pdf(tmp_path, first, second))[0] == f"{FULL} {FULL} International Centre in Vienna."


def test_a_short_line_at_the_foot_of_a_page_does_not_go_on(tmp_path: Path) -> None:
    first = paragraph(72, 142, FULL, FULL, "to the end. Annex")
    second = paragraph(72, 700, "Proposed organization of work", FULL, FULL)
    assert read(pdf(tmp_path, first, second))[1].strip("\f") == "Proposed organization of work"


def test_a_heading_at_the_foot_of_a_page_does_not_go_on_in_the_text_of_the_next() -> None:
    rows = [Row(700, 10, (Chunk(FULL, 72, 520, 40),), is_bold) for is_bold in (True, False)]
    heading, text = (Line(FULL, row, row, (72, 523)) for row in rows)
    assert heading.is_full_before(heading)
    assert text.is_full_before(text)
    assert not heading.is_full_before(text)


def test_what_is_printed_small_at_the_edges_of_a_page_does_not_widen_it(tmp_path: Path) -> None:
    head = [(24, 810, 7, "25/11/2026, 17:20"), (520, 810, 7, "A page")]
    foot = [(24, 20, 7, "file:///a.html"), (560, 20, 7, "1/1")]
    short = "Lines that are wrapped at a margin of their own, some way"
    body = paragraph(72, 700, *[short] * 8, "from that of the page.")
    path = pdf(tmp_path, [*head, *body, *foot])
    assert f"{' '.join([short] * 8)} from that of the page." in read(path)


def test_a_gap_before_a_colon_without_a_space_is_a_no_break_space(tmp_path: Path) -> None:
    pieces = [
        (72, 700, 10, "Questions d'organisation"),
        (186, 700, 10, ": adoption de l'ordre du jour et des travaux"),
    ]
    assert read(pdf(tmp_path, pieces)) == ["Questions d'organisation\u00a0: adoption de l'ordre du jour et des travaux"]


def test_the_masthead_is_read_side_by_side_and_the_title_after_it(tmp_path: Path) -> None:
    page = [
        (72, 780, 14, "United Nations"), (430, 780, 9, "CTOC/COP/WG.7/2028/1"),
        (310, 766, 10, "Distr.: General"), (310, 754, 10, "2 June 2028"), (310, 742, 10, "Original: English"),
        (72, 716, 12, "Working Group on the Smuggling of Migrants"), (72, 690, 12, "Fifteenth meeting"),
        *paragraph(72, 660, FULL, FULL),
    ]  # fmt: skip
    assert read(pdf(tmp_path, page))[:7] == [
        "United Nations", "CTOC/COP/WG.7/2028/1", "Distr.: General", "2 June 2028", "Original: English",
        "Working Group on the Smuggling of Migrants", "Fifteenth meeting",
    ]  # fmt: skip


def test_a_table_ends_where_another_with_other_columns_is_headed(tmp_path: Path) -> None:
    page = [
        (72, 700, 9, "10 a.m."), (180, 700, 9, "1"), (230, 700, 9, "Opening"),
        (72, 684, 9, "3 p.m."), (180, 684, 9, "2"), (230, 684, 9, "Report"),
        (72, 660, 11, "Documents before the meeting at hand"),
        (72, 640, 9, "A/1"), (300, 640, 9, "Note"), (72, 624, 9, "A/2"), (300, 624, 9, "Report"),
    ]  # fmt: skip
    assert read(pdf(tmp_path, page)) == [
        "10 a.m.\t1\tOpening", "3 p.m.\t2\tReport", "Documents before the meeting at hand", "A/1\tNote", "A/2\tReport",
    ]  # fmt: skip


def test_a_word_cut_in_a_labelled_heading_is_whole_though_its_indent_looks_centred(tmp_path: Path) -> None:
    heading: list[Piece] = [(102, 640, 10, "(b)"), (132, 640, 10, "Adoption of the agenda and organiza-")]
    page = [*paragraph(72, 700, *["The organization of work, as it was set at first, is"] * 4), *heading]
    assert read(pdf(tmp_path, [*page, (132, 628, 10, "tion of work")]))[-1] == (
        "(b) Adoption of the agenda and organization of work"
    )


SHORT = "The Group may wish to consider how"


def test_three_columns_are_read_one_after_the_other_though_no_lines_are_level(tmp_path: Path) -> None:
    page = [
        *paragraph(60, 700, *[SHORT] * 9, "the first ends.", size=8, leading=10),
        *paragraph(230, 697, *[SHORT] * 9, "the second ends.", size=8, leading=11),
        *paragraph(400, 694, *[SHORT] * 9, "the third ends.", size=8, leading=12),
    ]
    found = " ".join(read(pdf(tmp_path, page)))
    assert found == " ".join(" ".join([*[SHORT] * 9, f"the {end} ends."]) for end in ("first", "second", "third"))


def test_a_mark_that_hangs_out_of_a_column_does_not_end_the_columns(tmp_path: Path) -> None:
    left = paragraph(60, 700, *[f"{SHORT} such"] * 12, "things are done.")
    right = paragraph(320, 697, *[f"{SHORT} such"] * 5)
    right += [(316.5, 637, 10, f'"{SHORT} such'), *paragraph(320, 625, *[f"{SHORT} such"] * 6, "others are not.")]
    found = " ".join(read(pdf(tmp_path, [*left, *right])))
    assert found.index("things are done.") < found.index('"') < found.index("others are not.")


def test_a_line_drawn_below_the_head_of_a_page_does_not_end_its_columns(tmp_path: Path) -> None:
    head = [(60, 760, 14, "Proposed Rules"), (320, 760, 10, "Vol. 85, No. 152")]
    left = paragraph(60, 720, *[f"{SHORT} such"] * 9, "things are done.")
    right = paragraph(320, 717, *[f"{SHORT} such"] * 9, "others are not.")
    found = " ".join(read(pdf(tmp_path, [*head, *left, *right], rules=[(60, 745, 540, 745)])))
    assert f"{SHORT} such things are done. {SHORT}" in found
