"""Paragraphs are found again in text that pages and lines tore apart, and never glued to their neighbours."""

from __future__ import annotations

import random
import textwrap

import pytest

from tests.processor import at_most
from tmtool.documents.cleaning import lower_raised_letters, paragraphs
from tmtool.languages.page import of_all_languages
from tmtool.model import Block, BlockKind

OPEN_WORDS = of_all_languages().open


def cleaned(*lines: str) -> list[str]:
    raw = [Block(BlockKind.LINE, line, line=number) for number, line in enumerate(lines, 1)]
    return [block.text for block in paragraphs(raw, OPEN_WORDS)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The Group may wish to consider the", "smuggling of migrants."),
        ("Under agenda", "item 2, the Group may wish to hear more."),
        ("It met in the city of", "Vienna."),
        ("It thanked Peru,", "Chile and Cuba."),
        ("It met (see", "A/74/10)."),
        ("It met (", "A/74/10)."),
        ("La lutte contre la criminalité de l'", "État."),
        ("Les membres du", "Groupe de travail."),
        ("Propriété effective", ": accès des autorités."),
        ("工作组审议了", "，并通过了报告。"),
        ("工作组审议了（", "见附件）报告。"),
        ("وشكرت الرئيسة بيرو،", "وشيلي وكوبا."),
    ],
)
def test_a_sentence_torn_by_blank_lines_or_a_footer_is_joined(first: str, second: str) -> None:
    for between in ([""], ["", "", ""], ["", "2/4 V.20-02918", ""], ["V.20-02918 (F)", "", "\f"]):
        (joined,) = cleaned(first, *between, second)
        assert joined.replace(" ", "") == (first + second).replace(" ", "")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Documentation", "Note by the Secretariat"),
        ("Practical steps for the return of assets when several States claim them", "When an account is frozen."),
        ("The Group met.", "it rose."),
        ("هل اجتمع الفريق؟", "or not"),
        ("工作组已经开会。", "and rose."),
        ("工作组审议下列项目：", "and others."),
        ("The following items:", "opening of the meeting;"),
        ("opening of the meeting;", "adoption of the agenda."),
        ("opening of the meeting; and", "adoption of the agenda."),
        ("hold any security interest, or", "realize it."),
        ("Under item", "(a) Opening of the meeting"),
        ("Adoption of the", "2. Adoption of the agenda"),
        ("Note by the Secretariat (CTOC/COP/WG.7/2020/2)", "on the smuggling of migrants"),
        ("as decided by the", "Monday\t1\tOpening"),
        ("Annex 1", "3 States replied."),
    ],
)
def test_what_follows_a_whole_text_a_label_or_a_table_is_never_joined(first: str, second: str) -> None:
    assert len(cleaned(first, "", second)) > 1
    assert len(cleaned(first, "", "2/4 V.20-02918", "", second)) > 1


@pytest.mark.parametrize(
    "preamble",
    [
        ["The Assembly,", "Recalling its decisions,", "Noting the report,", "Concerned at the delays,", "Decides:"],
        ["Ассамблея,", "ссылаясь на свои решения,", "отмечая доклад,", "постановляет:"],
    ],
)
def test_paragraphs_of_a_preamble_that_end_in_commas_stay_apart(preamble: list[str]) -> None:
    assert cleaned(*(part for text in preamble for part in (text, ""))) == preamble


def test_running_text_cut_before_a_capital_is_joined_across_a_page_limit_only() -> None:
    first, second = "The Group met. It thanked the Office of the United", "Nations in Vienna."
    assert cleaned(first, "V.20-02918 (E)", second) == [f"{first} {second}"]
    assert cleaned(first, "", second) == [first, second]


def test_where_many_unwrapped_lines_follow_each_other_each_is_a_paragraph() -> None:
    lines = ["The Group may consider the", *["opening of the meeting", "report", "dates of all meetings to come"] * 4]
    assert cleaned(*lines) == lines


def test_a_hyphen_at_the_end_of_a_line_stays_unless_the_text_has_the_word_without_it() -> None:
    assert cleaned("Le Groupe souhaitera peut-", "être se réunir.") == ["Le Groupe souhaitera peut-être se réunir."]
    assert cleaned("La coopération.", "", "La coopé-", "ration.") == ["La coopération.", "La coopération."]


TEXT = (
    "The Working Group may wish to consider how registers of beneficial owners can be opened to foreign authorities.",
    "Documentation",
    "Note by the Secretariat on registers of beneficial owners and on the access to them (CAC/COSP/WG.2/2027/3)",
    "Representatives of the Secretariat will describe their work. They will answer questions that delegations may put.",
    "Other matters",
    "No documentation is envisaged under this item, and the Group may wish to conclude it in one meeting.",
)


@pytest.mark.parametrize("width", [50, 65, 80, 100])
@pytest.mark.parametrize("length", [3, 5, 8, 50])
def test_wrapped_lines_on_short_pages_are_whole_paragraphs_again(width: int, length: int) -> None:
    wrapped = [line for text in TEXT for line in (*textwrap.wrap(text, width), "")]
    pages = [wrapped[start : start + length] for start in range(0, len(wrapped), length)]
    lines = [line for number, page in enumerate(pages, 1) for line in (*page, "", f"{number}/9 V.27-03309", "\f")]
    assert cleaned(*lines) == list(TEXT)


HAN = (
    "附加说明的临时议程",
    "工作组不妨审议2027年(第三届)会议提出的各项建议，并请秘书处说明为执行这些建议所采取的步骤，包括向请求援助的缔约国提供的技术援助。",
    "秘书处的代表将介绍其工作。他们将回答各代表团可能提出的问题，并就MDMA的贩运问题作出说明，其中包括各国在过去两年里采取的各项措施。",
    "本项目下没有预期文件，工作组不妨在一次会议上结束对该项目的审议，因为有关这一专题的报告已经提交给大会，并由大会转交各缔约国征求意见。",
)


@pytest.mark.parametrize("width", [25, 26, 31])
@pytest.mark.parametrize("between", [[], [""]])
def test_wrapped_lines_of_han_are_whole_paragraphs_without_spaces(width: int, between: list[str]) -> None:
    lines = [text[at : at + width] for text in HAN for at in range(0, len(text), width)]
    ends = {text[len(text) // width * width :] for text in HAN}
    assert cleaned(*(part for line in lines for part in ([line, *between] if line in ends else [line]))) == list(HAN)


def test_a_name_in_han_keeps_its_spaces_in_a_text_of_letters() -> None:
    (text,) = cleaned("The Chair thanked the Director-General, Ms. 王芳 (", "", "国), for the report of the")
    assert text == "The Chair thanked the Director-General, Ms. 王芳 ( 国), for the report of the"


def test_paragraphs_of_a_preamble_in_han_or_arabic_stay_apart() -> None:
    for preamble in (
        [f"注意到报告{n}，" for n in "甲乙丙丁"],
        [f"{word}،" for word in ("وإذ يلاحظه", "وإذ يدركه", "وإذ يراه", "وإذ يؤكده")],
    ):
        assert cleaned(*(part for line in preamble for part in (line, ""))) == preamble


def test_text_is_wrapped_though_one_line_in_a_hundred_stands_out_over_the_margin() -> None:
    wrapped = [line for text in TEXT * 15 for line in (*textwrap.wrap(text, 50), "")]
    address = "https://documents.example.org/" + "a" * 100 + "."
    assert cleaned(address, "", *wrapped) == [address, *TEXT * 15]


def test_a_page_may_begin_with_any_word_of_running_text() -> None:
    chance = random.Random(7)
    words = TEXT[0].split()
    for _ in range(40):
        place = chance.choice([n for n, word in enumerate(words) if n and word.islower()])
        head, tail = " ".join(words[:place]), " ".join(words[place:])
        assert cleaned(head, "", "V.27-03309 (E)", "", "", tail) == [TEXT[0]]


def test_lines_with_tabs_are_table_rows_with_their_columns() -> None:
    raw = [
        "Annex",
        "Date\tItem\tTitle",
        "Monday, 14 June",
        "10 a.m.\t1\tOpening",
        "\t2\tOther matters",
        "",
        "Text",
        "",
        "a\tb",
    ]
    blocks = paragraphs([Block(BlockKind.LINE, line, line=n) for n, line in enumerate(raw, 1)], OPEN_WORDS)
    assert [(b.text, b.table, b.row, b.column) for b in blocks if b.kind is BlockKind.CELL] == [
        ("Date", 0, 0, 0), ("Item", 0, 0, 1), ("Title", 0, 0, 2),
        ("Monday, 14 June", 0, 1, 0),
        ("10 a.m.", 0, 2, 0), ("1", 0, 2, 1), ("Opening", 0, 2, 2),
        ("2", 0, 3, 1), ("Other matters", 0, 3, 2),
        ("a", 1, 0, 0), ("b", 1, 0, 1),
    ]  # fmt: skip
    assert [b.text for b in blocks if b.kind is not BlockKind.CELL] == ["Annex", "Text"]


def test_a_page_limit_does_not_end_a_table() -> None:
    raw = ["a\tb", "", "2/4 V.20-02918", "", "c\td"]
    blocks = paragraphs([Block(BlockKind.LINE, line, line=n) for n, line in enumerate(raw, 1)], OPEN_WORDS)
    assert [(b.table, b.row) for b in blocks] == [(0, 0), (0, 0), (0, 1), (0, 1)]


def test_a_tab_after_a_label_or_before_a_paragraph_makes_no_table() -> None:
    assert cleaned("1.\tOpening", "", "(a)\tAdoption", "", "\tThe Group met.") == [
        "1. Opening", "(a) Adoption", "The Group met.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("raised", "lowered"),
    [
        ("Le 1^{er} mai", "Le 1er mai"),
        ("n^o 12, 1^er mai, XX^e siècle", "no 12, 1er mai, XXe siècle"),
        ("1ᵉʳ mai, nᵒ 3", "1er mai, no 3"),
        ("10^{6} and x^2", "10^{6} and x^2"),
        ("text^{1} with a note", "text^{1} with a note"),
        ("a ^ b", "a ^ b"),
    ],
)
def test_raised_letters_come_down_and_raised_figures_stay(raised: str, lowered: str) -> None:
    assert lower_raised_letters(raised) == lowered


def test_blocks_of_other_formats_keep_their_paragraphs_and_lose_line_breaks() -> None:
    raw = [
        Block(BlockKind.PARAGRAPH, "Annotated\nprovisional agenda"),
        Block(BlockKind.PARAGRAPH, "The Group met.\nIt rose on the 1^{er}.", label="1."),
        Block(BlockKind.PARAGRAPH, "第三届\n会议"),
        Block(BlockKind.CELL, "of the", table=0, row=0, column=0),
        Block(BlockKind.CELL, "next", table=0, row=0, column=1),
    ]
    assert [(block.label, block.text) for block in paragraphs(raw, OPEN_WORDS)] == [
        ("", "Annotated provisional agenda"),
        ("1.", "The Group met."),
        ("", "It rose on the 1er."),
        ("", "第三届会议"),
        ("", "of the"),
        ("", "next"),
    ]


def test_the_point_of_a_label_is_no_end_of_a_sentence_at_a_page_limit() -> None:
    assert len(cleaned("2. Return of assets claimed by several States", "\fWhen an account is frozen, all ask.")) == 2


def test_a_table_that_goes_on_has_its_head_once() -> None:
    raw = ["Date\tItem", "10 a.m.\t1", "Tuesday", "\fDate\tItem", "3 p.m.\t2", "", "Date\tItem"]
    blocks = paragraphs([Block(BlockKind.LINE, line, line=n) for n, line in enumerate(raw, 1)], OPEN_WORDS)
    assert [block.text for block in blocks] == [
        "Date",
        "Item",
        "10 a.m.",
        "1",
        "Tuesday",
        "3 p.m.",
        "2",
        "Date",
        "Item",
    ]


def test_cells_held_apart_by_spaces_are_cells_their_wrapped_lines_whole() -> None:
    lines = [
        "    Date and time            Agenda item     Title or description",
        "    Monday, 14 June",
        "    10 a.m.–1 p.m.           1 (a)           Opening of the meeting",
        "                             1 (b)           Adoption of the agenda and",
        "                                             organization of work",
        "    3–6 p.m.                 2               Smuggling of migrants by sea: non-",
        "                                             refoulement and the protection of",
        "                                             Children",
    ]
    assert cleaned(*lines) == [
        "Date and time", "Agenda item", "Title or description",
        "Monday, 14 June",
        "10 a.m.–1 p.m.", "1 (a)", "Opening of the meeting",
        "1 (b)", "Adoption of the agenda and organization of work",
        "3–6 p.m.", "2", "Smuggling of migrants by sea: non-refoulement and the protection of Children",
    ]  # fmt: skip


def test_a_label_held_apart_from_its_text_makes_no_table() -> None:
    assert cleaned("    1.      Organizational matters:", "    2.      Other matters.") == [
        "1. Organizational matters:",
        "2. Other matters.",
    ]


def test_a_day_at_the_foot_of_a_page_is_not_joined_to_the_hours_on_the_next() -> None:
    assert cleaned("Tuesday, 13 June", "\f10 a.m.–1 p.m.") == ["Tuesday, 13 June", "10 a.m.–1 p.m."]


def test_a_symbol_cut_after_a_slash_is_whole_again() -> None:
    assert cleaned("the note of the Secretariat in CTOC/COP/", "WG.7/2029/2, and others.") == [
        "the note of the Secretariat in CTOC/COP/WG.7/2029/2, and others."
    ]


def test_columns_of_running_text_are_no_table() -> None:
    lines = ["The first column has full lines      and the second column has them too"] * 6
    raw = [Block(BlockKind.LINE, line, line=number) for number, line in enumerate(lines, 1)]
    assert all(block.kind is not BlockKind.CELL for block in paragraphs(raw, OPEN_WORDS))


def test_a_reference_cut_before_its_letter_is_no_list_item() -> None:
    text = (
        "The Secretariat prepared the proposed organization of work so that the plenary and its committee may meet at "
        "the same time within the services available. It provides for agenda items 3 (a) and 3 (b) to be considered "
        "on the first day, and for the remaining items of the agenda on the second and the third."
    )
    for width in range(60, 90):
        assert cleaned(*textwrap.wrap(text, width), "", *textwrap.wrap(text, width)) == [text, text]


def test_an_item_below_a_full_line_that_ends_in_a_number_is_an_item() -> None:
    lines = textwrap.wrap(
        "The committee has so far looked at the agenda and considered the following items of it: 1, 2", 48
    )
    assert cleaned(*lines, *lines, "a) Opening", "b) Closing")[-2:] == ["a) Opening", "b) Closing"]


def test_a_row_of_cells_held_apart_by_spaces_goes_on_over_a_page_limit() -> None:
    raw = [
        "Date and time            Agenda item    Title or description",
        "10 a.m.–1 p.m.           1 (a)          Opening of the meeting",
        "                         2              Applying the non-",
        "",
        "4/5    V.28-03208",
        "",
        "CTOC/COP/WG.4/2028/1",
        "",
        "                                        punishment principle",
        "3–6 p.m.                 3              Other matters",
        "",
        "The meeting will be held in person.",
    ]
    blocks = paragraphs([Block(BlockKind.LINE, line, line=n) for n, line in enumerate(raw, 1)], OPEN_WORDS)
    cells = [block.text for block in blocks if block.kind is BlockKind.CELL]
    assert cells[6:] == ["2", "Applying the non-punishment principle", "3–6 p.m.", "3", "Other matters"]
    assert blocks[-1].text == "The meeting will be held in person."


def test_the_head_of_a_table_of_cells_held_apart_by_spaces_goes_on_over_a_page_limit() -> None:
    lines = [
        "Date et heure            Point de       Intitulé ou description",
        "                         l’ordre du",
        "\f                         jour",
        "Mercredi 6 juin",
        "10 heures-13 heures      1 a)           Ouverture de la réunion",
    ]
    assert cleaned(*lines)[:3] == ["Date et heure", "Point de l’ordre du jour", "Intitulé ou description"]


def test_spaces_amid_a_line_take_no_longer_than_their_number() -> None:
    with at_most(1):
        assert cleaned("a" + " " * 50_000 + "b") == ["a b"]


@pytest.mark.parametrize(
    "line",
    [
        "The Conference adopted the provisional agenda of its session.",
        "The Conference adopted the provisional agenda of this its ses-",
        "The Conference adopted the agenda (CTOC/COP/2020/1) and the (",
    ],
)
def test_a_paragraph_of_thousands_of_lines_is_read_in_time_that_grows_with_their_number(line: str) -> None:
    lines = [Block(BlockKind.LINE, line) for _ in range(1_500)]

    with at_most(1):
        assert len(paragraphs(lines, frozenset({"its"}))) == 1


def test_two_spaces_between_words_stay_where_few_lines_have_them_and_none_is_wrapped() -> None:
    line = "The Group will hear  the Chair."

    assert cleaned(line, "It rose.") == [line, "It rose."]
    assert cleaned(*[line] * 4) == ["The Group will hear the Chair."] * 4
