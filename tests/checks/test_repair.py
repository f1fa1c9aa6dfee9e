"""Certain repairs are put in place together; what is waived or uncertain is left."""

from __future__ import annotations

from dataclasses import replace

from tmtool.checks.repair import repaired
from tmtool.model import Finding, Level, Span


def fix(start: int, end: int, suggestion: str) -> Finding:
    return Finding(
        1,
        "typography-x",
        Level.WARNING,
        "",
        "whitespace",
        target_span=Span(start, end),
        suggestion=suggestion,
        fixable=True,
    )


def test_repairs_do_not_move_each_other() -> None:
    assert repaired("a  b , c", [fix(4, 5, ""), fix(1, 3, " ")]) == "a b, c"


def test_a_waived_finding_is_left() -> None:
    assert repaired("a  b", [replace(fix(1, 3, " "), waived=True)]) == "a  b"


def test_what_is_not_certain_is_left() -> None:
    assert repaired("a  b", [replace(fix(1, 3, " "), fixable=False)]) == "a  b"


def test_of_two_repairs_in_one_place_the_first_is_made() -> None:
    assert repaired("abcd", [fix(0, 2, "x"), fix(1, 3, "y")]) == "xcd"
