"""Tests what the expressions of a table find in a text."""

from __future__ import annotations

import re

import pytest

from tmtool.languages.expression_matches import matches


@pytest.mark.parametrize("before", ["", "İ", "Straße "])
@pytest.mark.parametrize(
    "expression",
    [
        r"(?<!\w)(?:until|till)(?!\w)",
        r"(?<!\w)(?:(?:by |at )?noon|[ée]t[ée]s?|a|un(?:til noon)?)(?!\w)",
        r"\b(?:ti(?:ll|me)|noon)\b",
        r"\btill|oo",
        r"(?<!\w)(?:'til|till)",
        r"(?<!\w)(?:\w+ )?noon(?!\w)",
        r"ill",
    ],
)
@pytest.mark.parametrize("many", [1, 100])
def test_of_a_long_text_an_expression_is_asked_at_the_words_that_begin_as_it_does(
    expression: str, before: str, many: int
) -> None:
    text = before + "Until noon, untilled: a time till NOON, at noonTill noon; l'ÉTÉ, 'til _till étés-till " * many

    found = [one.span() for one in matches(expression, text, re.IGNORECASE)]

    assert found == [one.span() for one in re.finditer(expression, text, re.IGNORECASE)]
