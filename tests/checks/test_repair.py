"""Certain repairs are put in place together; what is waived, uncertain or disputed is left."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tmtool.checks.engine.repair import Moves, repaired, repairs
from tmtool.model import Finding, Level, Span


def fix(target: str, start: int, end: int, suggestion: str, check: str = "typography-x") -> Finding:
    return Finding(
        1,
        check,
        Level.WARNING,
        "",
        "whitespace",
        target=target,
        target_span=Span(start, end),
        suggestion=suggestion,
        fixable=True,
    )


def mended(target: str, *findings: Finding) -> str:
    return repaired(target, repairs(findings).possible)


def test_repairs_do_not_move_each_other() -> None:
    text = "a  b , c"

    assert mended(text, fix(text, 4, 5, ""), fix(text, 1, 3, " ")) == "a b, c"


def test_a_waived_finding_is_left() -> None:
    assert mended("a  b", replace(fix("a  b", 1, 3, " "), waived=True)) == "a  b"


def test_what_is_not_certain_is_left() -> None:
    assert mended("a  b", replace(fix("a  b", 1, 3, " "), fixable=False)) == "a  b"


def test_of_two_repairs_that_overlap_neither_is_made() -> None:
    one, other = fix("abcd", 0, 2, "x"), fix("abcd", 1, 3, "y")
    found = repairs([one, other, fix("abcd", 3, 4, "z")])

    assert repaired("abcd", found.possible) == "abcz"
    assert set(found.clashing) == {one, other}


def test_two_checks_that_want_the_same_are_one_repair() -> None:
    (only,) = repairs([fix("a ;", 1, 2, "\u00a0"), fix("a ;", 1, 3, "\u00a0;", check="typography-y")]).possible

    assert len(only.findings) == 2
    assert repaired("a ;", [only]) == "a\u00a0;"


def test_a_repair_that_makes_a_smaller_one_too_is_made_for_both() -> None:
    text = "de l'UNODC"
    (only,) = repairs([fix(text, 4, 5, "’"), fix(text, 0, 10, "de l’ONUDC", check="term-x")]).possible

    assert len(only.findings) == 2
    assert repaired(text, [only]) == "de l’ONUDC"


def test_a_repair_that_undoes_a_smaller_one_clashes_with_it() -> None:
    text = "de l'UNODC"

    assert repairs([fix(text, 4, 5, "’"), fix(text, 0, 10, "des Nations Unies", check="term-x")]).possible == ()


def test_a_repair_touches_only_the_letters_that_change() -> None:
    (only,) = repairs([fix("le lundi 3", 3, 8, "mardi")]).possible

    assert (only.span, only.text) == (Span(3, 6), "mar")


def test_words_next_to_some_that_are_not_translated_are_left_and_spaces_are_not() -> None:
    text = "la of  persons"
    foreign = replace(fix(text, 3, 5, ""), its_type="untranslated", fixable=False, suggestion=None)
    found = repairs([foreign, fix(text, 0, 2, "le"), fix(text, 5, 7, " ")])

    assert repaired(text, found.possible) == "la of persons"
    assert [one.suggestion for one in found.untranslated] == ["le"]


@given(st.text("ab ", min_size=1, max_size=12), st.data())
def test_a_span_moves_with_the_words_it_covers(target: str, data: st.DataObject) -> None:
    place = st.integers(0, len(target))
    start, end = sorted((data.draw(place), data.draw(place)))
    begin, stop = sorted((data.draw(place), data.draw(place)))
    made = repairs([fix(target, begin, stop, data.draw(st.text("xy", max_size=4)))]).possible if begin < stop else ()
    span = Span(start, end)

    if start < end and not any(one.span.start < end and start < one.span.end for one in made):
        inside = any(start < one.span.start == one.span.end < end for one in made)
        there = Moves(made).moved(span).of(repaired(target, made))
        assert there == span.of(target) or inside
