"""Tests how it is told with which letters all begins that an expression finds."""

from __future__ import annotations

import pytest

from tmtool.languages.openings import openings


@pytest.mark.parametrize(
    ("expression", "letters"),
    [
        (r"\b(?:until|till)\b", ("until", "till")),
        (r"(?<!non )vers[ée]es?", ("vers",)),
        (r"[ée]cri\w*", ("écri", "ecri")),
        (r"(?:the )?room", ("the ", "room")),
        (r"(?:the )?\w+", ()),
        (r"days?|\d+", ()),
        (r"\(s\)", ()),
    ],
)
def test_all_that_an_expression_finds_begins_with_one_of_its_openings(
    expression: str, letters: tuple[str, ...]
) -> None:
    assert openings(expression) == letters
