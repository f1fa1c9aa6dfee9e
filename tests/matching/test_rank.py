"""Tests what a reader is shown of the matches, and in what order."""

from __future__ import annotations

from dataclasses import replace

from tmtool.matching.rank import ranked, worth_showing
from tmtool.model import Adaptation, Match, MatchKind, Status


def match(unit: int, kind: MatchKind = MatchKind.FUZZY, score: int = 80, **more: object) -> Match:
    plain = Match(
        rate=score, score=score, kind=kind, source="Other matters", target=f"target {unit}", memory="m",
        document="", position=1, status=Status.TRANSLATED, changed="", diff=(), unit=unit,
    )  # fmt: skip
    return replace(plain, **more)  # type: ignore[arg-type]


def adapted(unit: int, words: str) -> Match:
    return match(unit, MatchKind.ADAPTED, adapted=Adaptation(target=words, substitutions=(), safe=True, reasons=()))


def units(matches: list[Match]) -> list[int]:
    return [one.unit for one in matches]


def test_adapted_matches_with_the_same_words_are_shown_once() -> None:
    assert units(worth_showing([adapted(1, "7 juin 2030"), adapted(2, "7 juin 2030"), adapted(3, "7 juin")])) == [
        1,
        3,
    ]


def test_fuzzy_matches_are_all_shown() -> None:
    assert units(worth_showing([match(1), match(2, target="target 1")])) == [1, 2]


def test_kinds_come_before_scores_and_scores_before_status() -> None:
    some = [match(1, score=99), match(2, MatchKind.EXACT, 90), match(3, status=Status.APPROVED), match(4)]
    assert units(ranked(some)) == [2, 1, 3, 4]
