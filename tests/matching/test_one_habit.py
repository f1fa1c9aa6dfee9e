"""Tests that the suggestions for a document are in one typographic habit, and each wording is there once."""

from __future__ import annotations

from dataclasses import replace

from tmtool.languages import language_of
from tmtool.languages.typography import Habit, Space
from tmtool.matching.one_habit import in_one_habit
from tmtool.model import (
    Adaptation,
    BlockKind,
    Match,
    MatchKind,
    OpenPlace,
    Segment,
    Span,
    Status,
    Suggestion,
)

FRENCH = language_of("fr").typography
assert FRENCH is not None
NBSP = "\u00a0"


def match(target: str, rate: int = 100, adapted: Adaptation | None = None) -> Match:
    kind = MatchKind.EXACT if rate == 100 else MatchKind.FUZZY
    return Match(rate, rate, kind, "A", target, "main", "", 1, Status.APPROVED, "", (), adapted=adapted)


def suggestion(number: int, *matches: Match) -> Suggestion:
    target = matches[0].offered if matches else None
    return Suggestion(Segment(number, "A", 0, "", BlockKind.ITEM), MatchKind.EXACT, 100, target, None, matches, ())


def targets(*texts: str, wanted: Habit | None = None) -> list[str | None]:
    given = [suggestion(number, match(text)) for number, text in enumerate(texts, 1)]
    assert FRENCH is not None
    return [one.target for one in in_one_habit(given, FRENCH, wanted)]


def test_what_most_suggestions_do_at_a_sign_all_do() -> None:
    found = targets(f"Un{NBSP}: a", f"Deux{NBSP}: b", "Trois : c", "Quatre: d", "à 10:30")
    assert found == [f"Un{NBSP}: a", f"Deux{NBSP}: b", f"Trois{NBSP}: c", f"Quatre{NBSP}: d", "à 10:30"]


def test_a_rare_sign_is_written_as_most_signs_are() -> None:
    found = targets(f"Un{NBSP}: a", f"Deux{NBSP}: b", f"Cinq{NBSP}: e", "Trois ; c", "« Quatre »")
    assert found[3:] == [f"Trois{NBSP}; c", f"«{NBSP}Quatre{NBSP}»"]


def test_all_have_the_apostrophe_that_most_have() -> None:
    assert targets("L'ordre", "l’étude", "d’abord") == ["L’ordre", "l’étude", "d’abord"]


def test_what_a_house_or_a_draft_wants_comes_before_what_most_do() -> None:
    wanted = Habit({}, {":": Space.NARROW}, "'")
    assert targets(f"Un{NBSP}: l’an", wanted=wanted) == ["Un\u202f: l'an"]


def test_too_few_signs_show_no_habit() -> None:
    assert targets("Un : a", f"Deux{NBSP}: b") == ["Un : a", f"Deux{NBSP}: b"]


def test_every_match_is_written_so_and_equal_ones_are_there_once() -> None:
    given = [
        suggestion(1, match(f"Un{NBSP}: a"), match("Un : a", 90), match("Un: a", 80), match("Autre", 75)),
        *(suggestion(number, match(f"Deux{NBSP}: {number}")) for number in (2, 3)),
    ]
    assert FRENCH is not None
    first = in_one_habit(given, FRENCH)[0]
    assert [(one.target, one.units) for one in first.matches] == [(f"Un{NBSP}: a", 3), ("Autre", 1)]


def test_open_places_of_an_adapted_target_move_with_it() -> None:
    text = "Un: point 5"
    place = OpenPlace(Span(10, 11), "5", "6", "6")
    adapted = Adaptation(text, (), safe=False, open_places=(place,))
    given = [suggestion(number, match(f"Deux{NBSP}: {number}")) for number in (1, 2, 3)]
    last = replace(suggestion(4, match("Trois")), matches=(match(text, 80, adapted),))
    assert FRENCH is not None
    (changed,) = in_one_habit([*given, last], FRENCH)[3].matches
    assert changed.adapted is not None
    assert changed.adapted.marked == f"Un{NBSP}: point [5 → 6?]"
