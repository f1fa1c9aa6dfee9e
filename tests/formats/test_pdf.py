"""The text of a PDF file comes in reading order, line by line, whatever the order in the file."""

from __future__ import annotations

import random
import re
import zlib
from pathlib import Path

import pytest

from tests.processor import at_most
from tmtool.errors import InputError
from tmtool.formats.docx import reading as docx
from tmtool.formats.pdf.reading import read_blocks
from tmtool.formats.reading import read_document
from tmtool.formats.registry import detect
from tmtool.model import BlockKind
from tmtool.text.tokens import normalise

from .printed import BROWSER, Piece, as_page, pdf, print_page, raw_pdf

EXAMPLES = Path(__file__).parents[3] / "shared" / "data" / "examples" / "agenda"

FULL = "The Working Group may wish to consider how such claims are settled between the States"


def lines(path: Path) -> list[str]:
    """Returns the lines without the empty ones between paragraphs."""
    return [block.text for block in read_blocks(path) if block.text]


def paragraph(x: float, y: float, *texts: str, size: float = 10, leading: float = 12) -> list[Piece]:
    return [(x, y - number * leading, size, text) for number, text in enumerate(texts)]


def test_every_line_is_a_raw_line_with_its_number(tmp_path: Path) -> None:
    path = pdf(tmp_path, [(72, 700, 10, "Annex"), (72, 600, 10, "The end.")])
    assert detect(path).name == "pdf"
    assert [(b.kind, b.text, b.line) for b in read_blocks(path)] == [
        (BlockKind.LINE, "Annex", 1),
        (BlockKind.LINE, "", 2),
        (BlockKind.LINE, "The end.", 3),
    ]


def test_a_page_begins_with_a_form_feed(tmp_path: Path) -> None:
    assert lines(pdf(tmp_path, [(72, 700, 10, "one")], [], [(72, 700, 10, "three")])) == ["one", "\f", "\fthree"]


def test_lines_come_from_top_to_bottom_in_whatever_order_they_were_put(tmp_path: Path) -> None:
    pieces = [(72.0, 800.0 - 30 * number, 10.0, f"Line {number}") for number in range(20)]
    shuffled = random.Random(1).sample(pieces, len(pieces))
    assert lines(pdf(tmp_path, shuffled)) == [text for *_, text in pieces]


def test_a_line_that_the_margin_broke_is_whole_again(tmp_path: Path) -> None:
    text = paragraph(72, 700, FULL, "that claim them.", "A short line", "and another")
    assert lines(pdf(tmp_path, text)) == [f"{FULL} that claim them.", "A short line", "and another"]


@pytest.mark.parametrize(
    ("end", "start", "whole"),
    [
        ("the co-", "operation of States", "the cooperation of States"),
        ("the self-", "evident truth", "the self-evident truth"),
        ("the years 2020–", "2024 in Vienna", "the years 2020–2024 in Vienna"),
        ("the non-", "Members of the", "the non-Members of the"),
    ],
)
def test_a_word_cut_at_the_margin_is_whole_if_the_text_has_it(tmp_path: Path, end: str, start: str, whole: str) -> None:
    text = paragraph(72, 700, f"{FULL} {end}", start, "", "On cooperation")
    assert lines(pdf(tmp_path, text))[0] == f"{FULL} {whole}"


def test_an_indent_larger_type_or_a_label_begins_a_paragraph(tmp_path: Path) -> None:
    text = [
        *paragraph(72, 700, FULL),
        *paragraph(92, 688, FULL),
        *paragraph(72, 676, f"{FULL}."),
        *paragraph(72, 660, "A heading", size=13),
        *paragraph(72, 648, FULL, "1. First", "2. Second"),
    ]
    assert lines(pdf(tmp_path, text)) == [FULL, f"{FULL} {FULL}.", "A heading", FULL, "1. First", "2. Second"]


def test_a_label_belongs_to_its_text_however_far_it_is_indented(tmp_path: Path) -> None:
    pieces = [(72, 700, 10, "1."), (108, 700, 10, "Opening"), (72, 688, 10, "(a)"), (108, 688, 10, "Agenda")]
    assert lines(pdf(tmp_path, pieces)) == ["1. Opening", "(a) Agenda"]


FIRST_COLUMN = [
    "The first column holds full lines of",
    "text that were wrapped at its own",
    "right margin, and goes on so to the",
    "end of the paragraph.",
]


def test_columns_of_text_are_read_one_after_the_other(tmp_path: Path) -> None:
    right = [
        "The second column has lines of its",
        "own, which are not to be mixed with",
        "those beside them, though they are",
        "on the same height.",
    ]
    pieces = [*paragraph(72, 650, *FIRST_COLUMN), *paragraph(310, 650, *right)]
    page = [
        (72, 700, 10, f"{FULL} above"),
        *random.Random(2).sample(pieces, len(pieces)),
        (72, 580, 10, f"{FULL} below"),
    ]
    assert lines(pdf(tmp_path, page)) == [f"{FULL} above", " ".join(FIRST_COLUMN), " ".join(right), f"{FULL} below"]


def test_a_second_column_may_begin_above_the_first(tmp_path: Path) -> None:
    right = [
        "The second column has lines of its",
        "own, which are not to be mixed with",
        "those beside them, though they are",
        "higher than the others of the page",
        "by a line.",
    ]
    page = [*paragraph(72, 650, *FIRST_COLUMN), *paragraph(310, 662, *right)]
    assert lines(pdf(tmp_path, page)) == [" ".join(FIRST_COLUMN), " ".join(right)]


TABLE = [
    (72, 700, 10, "Date and time"), (180, 700, 10, "Item"), (230, 700, 10, "Title"),
    (72, 680, 10, "Monday, 14 June, the first day of the meeting"),
    (72, 660, 10, "10 a.m."), (180, 660, 10, "1"), (230, 660, 10, "Organizational matters and the adoption"),
    (230, 648, 10, "of the agenda"),
    (180, 628, 10, "2"), (230, 628, 10, "Technical assistance"),
]  # fmt: skip
ROWS = [
    "Date and time\tItem\tTitle",
    "Monday, 14 June, the first day of the meeting",
    "10 a.m.\t1\tOrganizational matters and the adoption of the agenda",
    "\t2\tTechnical assistance",
]


def test_a_table_row_is_a_line_with_tabs_its_wrapped_cells_whole(tmp_path: Path) -> None:
    assert lines(pdf(tmp_path, TABLE)) == ROWS


def test_drawn_lines_part_cells_that_are_as_near_as_words(tmp_path: Path) -> None:
    pieces = [(72, 700, 10, "Monday"), (110, 700, 10, "1"), (72, 686, 10, "Friday"), (110, 686, 10, "2")]
    rules = [(109, 680, 109, 712)]
    assert lines(pdf(tmp_path, pieces, rules=rules)) == ["Monday\t1", "Friday\t2"]


def test_drawn_lines_part_rows_that_are_as_near_as_lines(tmp_path: Path) -> None:
    pieces = [
        *paragraph(72, 700, "Monday", "and Tuesday", "Friday", "Saturday"),
        *paragraph(180, 700, "Opening", "of the meeting", "Closure", "Departure"),
    ]
    rules = [(72, y, 300, y) for y in (710, 685.5, 673.5)]
    assert lines(pdf(tmp_path, pieces, rules=rules)) == [
        "Monday and Tuesday\tOpening of the meeting",
        "Friday\tClosure",
        "Saturday\tDeparture",
    ]


def test_two_pieces_next_to_each_other_once_are_two_lines(tmp_path: Path) -> None:
    page = [(72, 700, 10, "For the Group"), (400, 700, 10, "The Chair"), (72, 650, 10, FULL)]
    assert lines(pdf(tmp_path, page)) == ["For the Group", "The Chair", FULL]


def test_the_head_of_a_document_is_read_column_by_column(tmp_path: Path) -> None:
    page = [
        (72, 780, 14, "United Nations"), (400, 780, 9, "CTOC/COP/WG.7/2028/1"),
        (72, 750, 10, "Conference of the Parties"), (400, 750, 10, "Distr.: General"),
        (72, 738, 10, "to the Convention"), (400, 738, 10, "2 June 2028"),
        (72, 680, 10, FULL),
    ]  # fmt: skip
    document = read_document(pdf(tmp_path, page), language="en")
    assert (document.symbol, document.date) == ("CTOC/COP/WG.7/2028/1", "2028-06-02")
    assert [segment.text for segment in document.segments][:2] == [
        "United Nations",
        "Conference of the Parties to the Convention",
    ]


def test_marks_of_notes_go_out_and_powers_and_ordinals_stay(tmp_path: Path) -> None:
    page = [
        (72, 700, 10, "the decision."), (129, 704, 6, "1"), (135, 700, 10, "In resolution 5/3"), (207, 704, 6, "2"),
        (214, 700, 10, "25 km"), (242, 704, 6, "2"), (249, 700, 10, "on the 1"), (285.5, 704, 6, "er"),
    ]  # fmt: skip
    notes = [
        (72, 83, 5, "1"),
        (76, 80, 8, "See A/74/10"),
        (76, 70, 8, "and A/75/10."),
        (72, 63, 5, "2"),
        (76, 60, 8, "Ibid."),
    ]
    body = [(72, 600 - 12 * number, 10, "Text of the body.") for number in range(8)]
    found = lines(pdf(tmp_path, [*page, *body, *notes, (72, 30, 8, "V.28-01234")]))
    assert found[0] == "the decision. In resolution 5/3 25 km² on the 1er"
    assert found[-3:] == ["V.28-01234", "See A/74/10 and A/75/10.", "Ibid."]


@pytest.mark.parametrize(
    ("turn", "places"),
    [
        ("0 1 -1 0", [(100, 72), (140, 72)]),
        ("0 -1 1 0", [(140, 700), (100, 700)]),
        ("-1 0 0 -1", [(400, 72), (400, 112)]),
    ],
)
def test_a_turned_page_is_read_upright_without_what_runs_across(
    tmp_path: Path, turn: str, places: list[tuple[int, int]]
) -> None:
    texts = ["First line", "Second line"]
    turned = [f"BT /F1 10 Tf {turn} {x} {y} Tm ({text}) Tj ET " for (x, y), text in zip(places, texts, strict=True)]
    path = tmp_path / "a.pdf"
    path.write_bytes(raw_pdf(["".join(turned) + "BT /F1 9 Tf 9 9 Td (x) Tj ET"]))
    assert lines(path) == texts


STYLES = {
    "united nations": (
        "@page { size: A4; margin: 30mm 40mm; @bottom-left {content: counter(page) '/' counter(pages)} "
        "@bottom-right {content: 'V.27-03309'} @top-left {content: 'CAC/COSP/WG.2/2027/1'} } "
        "@page :first { @top-left {content: ''} } body {font: 10pt serif; text-align: justify; line-height: 12pt} "
        "h1, h2, h3 {font-size: 12pt} td {vertical-align: top; padding: 3pt 4pt; text-align: left} table {width: 100%}"
    ),
    "browser": "",
    "ruled": "body {font: 10pt serif} table {border-collapse: collapse; break-inside: avoid} td {border: 1px solid}",
}


@pytest.mark.skipif(BROWSER is None, reason="no browser that prints is here")
@pytest.mark.skipif(not EXAMPLES.is_dir(), reason="no example agenda here")
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("style", STYLES)
def test_a_printed_agenda_has_the_segments_of_the_clean_text(tmp_path: Path, language: str, style: str) -> None:
    page = as_page(docx.read_blocks(EXAMPLES / f"{language}.docx"), STYLES[style])
    document = read_document(print_page(page, tmp_path), language=language)
    found = [normalise(f"{segment.label} {segment.text}") for segment in document.segments]
    clean = (EXAMPLES / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    head = [re.sub(r"Original ?:", "Original:", line) for line in found]
    assert head == [re.sub(r"Original ?:", "Original:", normalise(line)) for line in clean]


def test_a_scan_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(raw_pdf(["100 0 0 100 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID a EI"]))
    with pytest.raises(InputError, match="OCR"):
        read_blocks(path)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"%PDF-1.7\nnonsense", "damaged"),
        (b"no PDF at all", "damaged"),
        (raw_pdf(["BT ET"])[:300], "OCR|damaged"),
        (raw_pdf(["BT /F1 9 Tf (a) Tj ET"]).replace(b"/Count 1", b"/Count 99999999"), ""),
        (raw_pdf(["BT /F1 9 Tf (a) Tj ET"]).replace(b"/Contents 5 0 R", b"/Contents 4 0 R"), "OCR"),
        (
            raw_pdf(["BT ET"], trailer="/Encrypt << /Filter /Standard /V 1 /R 2 /P 0 /O (x) /U (x) >> /ID [(a) (a)] "),
            "password|damaged",
        ),
    ],
)  # fmt: skip
def test_a_damaged_file_is_refused_with_its_name(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    try:
        read_blocks(path)
    except InputError as error:
        assert error.path == path
        assert re.search(problem, str(error))
    else:
        assert not problem


def test_more_characters_than_any_page_has_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    rows = (f"1 0 0 1 9 {row} Tm ({'abcdefghij ' * 60}) Tj " for row in range(200))
    path.write_bytes(raw_pdf([f"BT /F1 1 Tf {''.join(rows)} ET"]))
    with pytest.raises(InputError, match="more than any page"):
        read_blocks(path)


def test_a_stream_that_unpacks_to_very_much_is_refused_or_read_in_time(tmp_path: Path) -> None:
    packed = zlib.compress(b" " * 200_000_000, 9)
    stream = f"/Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed
    content = raw_pdf(["X"]).replace(b"/Length 1 >>\nstream\nX", stream)
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    with at_most(20), pytest.raises(InputError):
        read_blocks(path)
