"""Tests how it is told that an expression surely finds nothing in a text."""

from __future__ import annotations

import pytest

from tmtool.languages.needed_letters import ExpressionSieve, may_find, needed


@pytest.mark.parametrize(
    ("expression", "text", "may"),
    [
        (r"\b(?:until|till)\b", "it sat till noon", True),
        (r"\b(?:until|till)\b", "it sat before noon", False),
        (r"\bmay\b(?! \d| not)", "what they must do", False),
        (r"weeks?|months?", "a week later", True),
        (r"weeks?|months?", "a wee bit", False),
        (r"co-?[a-z]\w*", "the coeditor", True),
        (r"\b(?:must|ha(?:ve|s) to)\b(?! not)", "it has to go", True),
        (r"\b(?:must|ha(?:ve|s) to)\b(?! not)", "it went", False),
        (r"in person|\bon site\b", "they met on site", True),
        (r"(?:un)?able", "they were able", True),
        (r"(?:un)?able", "they went", False),
        (r"(?<!non )(?:pay|vers)ée?s?", "les sommes reçues", False),
        (r"(?<!non )(?:pay|vers)ée?s?", "les sommes versées", True),
        (r"[ée]cri\w*", "un ecrit", True),
        (r"[ée]cri\w*", "une école", False),
        (r"[ée]?cri", "les cris", True),
        (r"a{0,2}b", "b", True),
        (r"a{2}b", "no such letter", False),
        (r"(?-i:Iran)(?!ian)", "Iran", True),
        (r"(?!pour)\w+ra", "sera", True),
        (r"\(s\)|bis", "the part (s)", True),
        ("ÉTÉ", "un été", True),
        ("", "any", True),
        (r"\w+ra", "il va", False),
        (r"(?:in )?(?:the )?room", "in the hall", False),
        (r"\d+ (?:times|fold)", "fivefold, sixfold", True),
        (r"\d+ (?:times|fold)", "5 of them", False),
        (r"\w+(?:s|es)? off?", "it was out", False),
        (r"\w+(?:s|es)? off?", "out of it", True),
        (r"\u00e9t\u00e9", "un été", True),
        (r"\p{Lu}x", "Ax", True),
    ],
)
def test_an_expression_is_searched_for_where_its_letters_are(expression: str, text: str, may: bool) -> None:
    assert may_find(expression, text.casefold()) is may


def test_a_sieve_lets_through_the_rows_that_may_find_something_in_their_order() -> None:
    sifted = ExpressionSieve([(r"\btill\b", 1), (r"\b(?:until|up to)\b", 2), (r"\w+", 3)])

    assert sifted.let_through("up to noon") == [2, 3]
    assert sifted.let_through("it sat till noon, until late") == [1, 2, 3]


@pytest.mark.parametrize(
    ("expression", "letters"),
    [
        (r"(?:the )?Chambers?", ("Chamber",)),
        (r"re-?elections?", ("election",)),
        (r"(?:in|to) (?:the )?room|hall(?:s|way)", ("room", "hall")),
        (r"a[bc]+defg(?=hij)klmn", ("defg",)),
        (r"x{2,3}abc{0,1}d", ("ab",)),
        (r"\d+|one", ()),
    ],
)
def test_what_an_expression_needs_are_the_longest_letters_of_each_of_its_ways(
    expression: str, letters: tuple[str, ...]
) -> None:
    assert needed(expression) == letters
