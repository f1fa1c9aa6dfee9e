"""Pages as Microsoft Word prints the documents of the United Nations: justified, with wide tables and running heads."""

from __future__ import annotations

from pathlib import Path

import pytest

from .printed import Piece, pdf, raw_pdf
from .test_pdf_pages import FULL, paragraph, read


def test_a_hyphen_or_a_mark_set_for_itself_is_part_of_its_word(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    pieces = "(by the Se) Tj [-130] TJ (cretary) Tj [-150] TJ (-) Tj [-150] TJ (General) Tj [-150] TJ (, at 97.) Tj [-150] TJ (9 of) Tj"
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
