"""Tests by which letters a text is told to have none of a fixed wrong form."""

from __future__ import annotations

import pytest

from tmtool.checks.evidence.term.wrong_forms import letters_of

_DIGIT = "\0"


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"(?<!\w)Irak(?!i)", ("irak",)),
        (r"prises? de note", (" de note",)),
        (r"(?<!\w)Nations[ -]unies|UNO", ("nations", "uno")),
        (r"(?<!\w)(?:Mrs|Miss)\.?(?=\s)", ("mrs", "miss")),
        (r"(?:Mrs|Miss)?\s", ()),
        (r"(?<=\d)\s?h", ("h",)),
        (r"(?<!\w)(\d+)(?=[èe])", (_DIGIT,)),
        (r"\d*\s", ()),
        (r"\d\s", (_DIGIT,)),
        (r"ab{2}\s\w+", ("a",)),
        (r"(?<!x)\w+(?!y)", ()),
    ],
)
def test_a_form_is_looked_for_where_a_text_has_letters_that_it_needs(pattern: str, letters: tuple[str, ...]) -> None:
    assert letters_of(pattern) == letters
