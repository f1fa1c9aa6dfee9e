"""Columns and lines of a terminal are as wide as it shows them."""

from __future__ import annotations

import sys
import textwrap

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tmtool.cli.output import cells as cells_module
from tmtool.cli.output.cells import cells, filled, isolated, isolated_in, wrapped


@pytest.mark.parametrize(
    ("text", "size"), [("annex", 5), ("été", 3), ("安理会", 6), ("مُحَمَّد", 4), ("e\u0301", 1), ("", 0)]
)
def test_a_text_takes_its_cells(text: str, size: int) -> None:
    assert cells(text) == size


def test_a_text_is_filled_to_its_column() -> None:
    assert (filled("大会", 6), filled("大会", 6, right=True)) == ("大会  ", "  大会")


def test_chinese_lines_are_parted_between_characters_and_marks_stay_with_the_one_before() -> None:
    assert wrapped("安全理事会，大会。 ABC", 10, "> ", "  ") == ["> 安全理事", "  会，大", "  会。 ABC"]


def test_an_opening_mark_stays_with_what_it_opens() -> None:
    assert wrapped("审议⟦报告⟧《公约》", 6, "", "") == ["审议", "⟦报告⟧", "《公", "约》"]


@given(st.text(" ab-é\ue000", max_size=40), st.integers(3, 12), st.text(" >", max_size=3), st.text(" ", max_size=3))
@example("  abababababab ab", 6, "", "")
@example("ab ababababababab  ab", 4, "> ", "  ")
def test_lines_are_filled_as_far_as_words_go(text: str, width: int, first: str, indent: str) -> None:
    filler = textwrap.TextWrapper(
        width, initial_indent=first, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    assert wrapped(text, width, first, indent) == filler.wrap(text)


def test_what_is_quickly_seen_to_take_one_cell_takes_one() -> None:
    quick = [character for character in map(chr, range(0x10000)) if cells_module._SINGLE.fullmatch(character)]
    assert len(quick) > 900
    assert {cells_module._cells_of(character) for character in quick} == {1}


def test_words_of_other_scripts_stay_whole() -> None:
    assert wrapped("le Groupe de travail", 11, "", "  ") == ["le Groupe", "  de", "  travail"]


def test_a_line_from_the_right_is_isolated_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isolated("مجلس الأمن") == "مجلس الأمن"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert isolated("مجلس  ") == "\u2067مجلس\u2069  "
    assert wrapped("مجلس الأمن", 8, "→ ", "  ") == ["→ \u2067مجلس\u2069", "  \u2067الأمن\u2069"]
    assert isolated("Council مجلس") == "Council مجلس"


def test_each_line_of_a_text_from_the_right_is_isolated_with_its_marks_and_whatever_it_begins_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert wrapped("مُجلس", 8, "→ ", "  ") == ["→ ⁧مُجلس⁩"]
    assert wrapped("مجلس 2015 الأمن", 8, "", "  ") == ["⁧مجلس⁩", "  ⁧2015⁩", "  ⁧الأمن⁩"]


def test_a_message_is_read_from_the_left_whatever_it_quotes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    said = "“21 كانون الثاني/يناير 2013” here, “21 January 2015” in the source."
    assert wrapped(said, 90, "", "", is_message=True) == [
        "“\u206721 كانون الثاني/يناير 2013\u2069” here, “21 January 2015” in the source."
    ]
    assert wrapped("ي → ي.", 90, "✎ ", "", is_message=True) == ["✎ \u2067ي\u2069 → \u2067ي\u2069."]
    assert isolated_in("الساعة 10:00, item 3") == "\u2067الساعة 10:00\u2069, item 3"
