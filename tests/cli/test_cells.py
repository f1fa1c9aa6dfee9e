"""Columns and lines of a terminal are as wide as it shows them."""

from __future__ import annotations

import sys

import pytest

from tmtool.cli.output.cells import cells, filled, isolated, wrapped


@pytest.mark.parametrize(
    ("text", "size"), [("annex", 5), ("été", 3), ("安理会", 6), ("مُحَمَّد", 4), ("e\u0301", 1), ("", 0)]
)
def test_a_text_takes_its_cells(text: str, size: int) -> None:
    assert cells(text) == size


def test_a_text_is_filled_to_its_column() -> None:
    assert (filled("大会", 6), filled("大会", 6, right=True)) == ("大会  ", "  大会")


def test_chinese_lines_are_parted_between_characters_and_marks_stay_with_the_one_before() -> None:
    assert wrapped("安全理事会，大会。 ABC", 10, "> ", "  ") == ["> 安全理事", "  会，大", "  会。 ABC"]


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
