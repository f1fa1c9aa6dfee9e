"""Tests English numbers, percentages and ordinals, in digits and in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Show = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("240 customs officers", "240 = 240"),
        ("1,200.5 hectares", "1,200.5 = 1200.5"),
        ("12,500,000 people", "12,500,000 = 12500000"),
        ("1\u00a0867 children", "1\u00a0867 = 1867"),
        ("assets worth $2.4 billion", "2.4 billion = 2400000000"),
        ("$1 million", "1 million = 1000000"),
        ("US$ 1.25 million", "1.25 million = 1250000"),
        ("$A45,000 and Euro1.5 million", "45,000 = 45000; 1.5 million = 1500000"),
        ("a £11million deal, $2.8bn", "11million = 11000000; 2.8bn = 2800000000"),
        ("sold for £125m, 5 m away", "125m = 125000000; 5 = 5"),
        ("between 2 and 3 million", "2 = 2; 3 million = 3000000"),
        ("in 2015", "2015 = 2015"),
        ("the biennium 2016-2017", "2016 = 2016; 2017 = 2017"),
        ("the financial year 2014/15", "2014 = 2014; 15 = 15"),
        ("the post-2015 agenda", "2015 = 2015"),
        ("the 1990s", "1990s = 1990"),
        ("12,50 is no number with thousands", "12 = 12; 50 = 50"),
        ("007", "007 = 7"),
        ("1.50", "1.50 = 1.5"),
    ],
)
def test_numbers_in_digits_are_read_by_value(english: Show, text: str, numbers: str) -> None:
    assert english(text, "number") == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("for seven minutes", "seven = 7"),
        ("twenty-one States", "twenty-one = 21"),
        ("one hundred and five States", "one hundred and five = 105"),
        ("a hundred people", "a hundred = 100"),
        ("twelve hundred", "twelve hundred = 1200"),
        ("twenty-five hundred", "twenty-five hundred = 2500"),
        (
            "six million, four hundred and sixteen thousand, two hundred",
            "six million, four hundred and sixteen thousand, two hundred = 6416200",
        ),
        ("three million, two million", "three million = 3000000; two million = 2000000"),
        ("two thousand three hundred and forty-five", "two thousand three hundred and forty-five = 2345"),
        ("one million two hundred thousand", "one million two hundred thousand = 1200000"),
        ("a million people", "a million = 1000000"),
        ("between one hundred and five hundred", "one hundred = 100; five hundred = 500"),
        ("between two thousand and three thousand", "two thousand = 2000; three thousand = 3000"),
        ("five or six", "five = 5; six = 6"),
        ("Four of the five", "Four = 4; five = 5"),
        ("a five-year plan", "five = 5"),
    ],
)
def test_numbers_in_words_are_read_by_value(english: Show, text: str, numbers: str) -> None:
    assert english(text, "number") == numbers


@pytest.mark.parametrize(
    "text",
    [
        "the COVID-19 pandemic",
        "one of them, and one another",
        "a State",
        "a P-4 post",
        "the G20",
        "thousands of people and several hundred more",
        "half of them, half a million",
        "see https://www.un.org/2015/12 and write to room5@un.org",
        "tension often attends a tent",
        "water at 10km",
    ],
)
def test_what_is_not_a_number_is_left_alone(english: Show, text: str) -> None:
    assert english(text) == ""


@pytest.mark.parametrize(
    ("text", "percentages"),
    [
        ("35 per cent", "35 per cent = 35"),
        ("35%", "35% = 35"),
        ("35 %", "35 % = 35"),
        ("5.5 percent", "5.5 percent = 5.5"),
        ("Sixty-six per cent of them", "Sixty-six per cent = 66"),
        ("one per cent", "one per cent = 1"),
        ("35 to 40 per cent", "35 = 35; 40 per cent = 40"),
        ("between 3 and 4 per cent", "3 = 3; 4 per cent = 4"),
        ("50-75 per cent", "50 = 50; 75 per cent = 75"),
        ("in 2014 and 40 per cent", "40 per cent = 40"),
        ("7 percentage points", ""),
    ],
)
def test_percentages_are_told_from_numbers(english: Show, text: str, percentages: str) -> None:
    assert english(text, "percent") == percentages


@pytest.mark.parametrize(
    ("text", "ordinals"),
    [
        ("the seventh session", "seventh = 7"),
        ("Twenty-first meeting", "Twenty-first = 21"),
        ("its sixty-ninth session", "sixty-ninth = 69"),
        ("the one hundred and thirty-first", "one hundred and thirty-first = 131"),
        ("the hundredth", "hundredth = 100"),
        ("7364th meeting", "7364th = 7364"),
        ("1st, 2nd, 3rd and 21st", "1st = 1; 2nd = 2; 3rd = 3; 21st = 21"),
        ("the sixth and seventh reports", "sixth = 6; seventh = 7"),
        ("the second report, in seconds", "second = 2"),
        ("one third of the third session", "third = 3"),
        ("two thirds, one-fifth", ""),
        ("first of all, third States and third parties; at first", ""),
        ("First, we must act. Second, we must stop.", ""),
        ("the first, second and third", "first = 1; second = 2; third = 3"),
    ],
)
def test_ordinals_are_read_by_value(english: Show, text: str, ordinals: str) -> None:
    assert english(text, "ordinal") == ordinals


def test_a_fraction_is_neither_number_nor_ordinal(english: Show) -> None:
    assert english("one third of the staff") == ""
