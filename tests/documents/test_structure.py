"""Each paragraph has its kind: what the head states, titles, headings, items, running text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.documents.reading import parse_blocks
from tmtool.model import Block, BlockKind, Document


def from_paragraphs(*texts: str, language: str = "en") -> Document:
    raw = [Block(BlockKind.PARAGRAPH, text, line=number) for number, text in enumerate(texts, 1)]
    return parse_blocks(raw, path=Path("a.docx"), language=language)


def kinds(*texts: str, language: str = "en") -> list[str]:
    return [str(block.kind) for block in from_paragraphs(*texts, language=language).blocks]


COVER = ("A/74/1", "Distr.: General", "Original: English")


def test_white_space_alone_states_nothing() -> None:
    assert kinds(" ", "A/74/1", "Distr.: General")[-2:] == ["metadata", "metadata"]


@pytest.mark.parametrize(
    ("language", "line", "statements"),
    [
        ("en", "Distr.: General 12 April 2027", ["Distr.: General", "12 April 2027"]),
        ("fr", "Distr. générale 4 juin 2020 Français", ["Distr. générale", "4 juin 2020", "Français"]),
        ("fr", "Distr. : limitée", ["Distr. : limitée"]),
        ("en", "A/1/Rev.1 Distr.: Limited Original: English", ["A/1/Rev.1", "Distr.: Limited", "Original: English"]),
        ("fr", "Original : anglais et français", ["Original : anglais et français"]),
        ("fr", "Français Original: anglais", ["Français", "Original: anglais"]),
        ("en", "CTOC/COP/WG.7/2020/1*", ["CTOC/COP/WG.7/2020/1*"]),
    ],
)
def test_a_line_of_the_head_is_parted_into_its_statements(language: str, line: str, statements: list[str]) -> None:
    document = from_paragraphs(line, "Working Group", "The Group met.", language=language)
    found = [block.text for block in document.blocks if block.kind is BlockKind.METADATA]
    assert found == statements


def test_symbol_and_date_are_those_of_the_head() -> None:
    document = from_paragraphs("CTOC/COP/WG.7/2020/1*", "Distr.: General 4 June 2020", "T", "See A/1/2 of 5 May 2019.")
    assert (document.symbol, document.date) == ("CTOC/COP/WG.7/2020/1", "2020-06-04")


@pytest.mark.parametrize("texts", [("4 June 2020", "English", "text."), ("Working Group", "The Group met in A/74/10.")])
def test_dates_and_languages_alone_make_no_head(texts: tuple[str, ...]) -> None:
    document = from_paragraphs(*texts)
    assert (document.symbol, document.date) == ("", "")
    assert BlockKind.METADATA not in {block.kind for block in document.blocks}


def test_lines_below_the_head_are_titles_and_the_last_one_heads_the_text() -> None:
    cover = (*COVER, "Working Group on Firearms", "Vienna, 8 and 9 June 2027", "Provisional agenda", "1. Opening.")
    assert kinds(*cover)[3:] == ["title", "title", "heading", "item"]


def test_without_a_head_there_are_no_titles() -> None:
    assert kinds("Provisional agenda", "1. Opening.", "2. Report.") == ["heading", "item", "item"]


def test_labelled_texts_are_items_or_if_text_follows_headings() -> None:
    assert kinds("1. Opening of the meeting", "The Group met.", "2. Other matters", "a) Dates", "None was raised.") == [
        "heading", "paragraph", "heading", "heading", "paragraph",
    ]  # fmt: skip
    assert kinds("1. Opening of the meeting", "2. Other matters", "3. Report") == ["item", "item", "item"]
    assert kinds("1. Opening :", "a) Start ;", "b) Agenda.", "2. Report.") == ["item"] * 4


def test_a_labelled_text_of_several_sentences_is_running_text() -> None:
    document = from_paragraphs("12. The Group met. It adopted its agenda.", "13. It rose.")
    assert [(block.kind, block.label) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, "12."), (BlockKind.ITEM, "13."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Documentation", "heading"),
        ("Organization of work", "heading"),
        ("The Group met.", "paragraph"),
        ("Note by the Secretariat (A/74/10)", "paragraph"),
        ("and so on", "paragraph"),
        ("What " + "is " * 60 + "this", "paragraph"),
        ("The Group met. It rose", "paragraph"),
    ],
)
def test_a_short_text_without_end_mark_is_a_heading(text: str, kind: str) -> None:
    assert kinds(text, "Further text follows here.")[0] == kind


def test_what_the_format_says_is_believed() -> None:
    raw = [
        Block(BlockKind.HEADING, "1. Is this a heading?", depth=1),
        Block(BlockKind.TITLE, "A title."),
        Block(BlockKind.PARAGRAPH, "An item.", label="(a)", depth=2),
        Block(BlockKind.CELL, "1. Opening", table=0, row=0, column=0),
        Block(BlockKind.FOOTNOTE, "A/74/10. See p. 3."),
    ]
    blocks = parse_blocks(raw, path=Path("a.docx"), language="en").blocks
    assert [(str(block.kind), block.label, block.depth) for block in blocks] == [
        ("heading", "1.", 1), ("title", "", 0), ("item", "(a)", 2), ("cell", "", 0), ("footnote", "", 0),
    ]  # fmt: skip


def test_depth_follows_the_series_of_labels() -> None:
    texts = ("1. One:", "(a) First;", "(i) This;", "(ii) That;", "(b) Second.", "2. Two.")
    assert [block.depth for block in from_paragraphs(*texts).blocks] == [0, 1, 2, 2, 1, 0]
