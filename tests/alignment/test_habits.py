"""Tests what a pair of documents shows of its own habits."""

import numpy as np

from tmtool.alignment.habits import habits
from tmtool.alignment.learning import Training
from tmtool.alignment.side import END_MARKS, Side, number_labels, side
from tmtool.alignment.tokens import Start, features


def sides(source: list[str], target: list[str]) -> tuple[Side, Side]:
    first, second = features(source, "en"), features(target, "fr")
    labels = number_labels(first, second)
    return side(first, labels), side(second, labels)


def one_to_one(number: int) -> Training:
    places, ones = np.arange(number), np.ones(number, np.int64)
    return Training(places, ones, places, ones, np.ones(number))


def test_a_dash_comes_to_speak_for_a_quotation_mark_where_it_stands_for_one() -> None:
    first, second = sides(['"Yes," he said.', "He left."] * 50, ["— Oui, dit-il.", "Il partit."] * 50)
    before, after = habits(first, second), habits(first, second, one_to_one(100))
    assert before.starts[Start.QUOTE, Start.DASH] == before.starts[Start.OTHER, Start.OTHER]
    assert after.starts[Start.QUOTE, Start.DASH] > before.starts[Start.QUOTE, Start.DASH] + 0.3
    assert after.starts[Start.QUOTE, Start.OTHER] < before.starts[Start.QUOTE, Start.OTHER] - 0.3


def test_an_end_mark_that_the_translation_leaves_off_loses_its_weight() -> None:
    first, second = sides(["the fees;", "Fees", "It is so."] * 50, ["les droits", "Droits", "Il en est ainsi."] * 50)
    semicolon, none = END_MARKS.index(";"), END_MARKS.index("")
    before, after = habits(first, second), habits(first, second, one_to_one(150))
    assert before.ends[semicolon, none] < 0 < after.ends[semicolon, none]


def test_how_long_a_translation_is_does_not_depend_on_what_one_side_lacks() -> None:
    first, second = sides(["Twelve lines"] * 10, ["Douze lignes"] * 300)
    assert habits(first, second).ratio == 1.0


def test_how_long_a_translation_is_follows_the_beads() -> None:
    first, second = sides(["x" * 100] * 20 + ["y"], ["x" * 130] * 20 + ["y" * 4000])
    assert abs(habits(first, second, one_to_one(20)).ratio - 1.3) < abs(habits(first, second).ratio - 1.3)


def test_a_sentence_is_seldom_the_translation_of_a_heading() -> None:
    first, second = sides(["It is so.", "Fees", "Stop!"], ["Il en est ainsi.", "Droits", "Halte\u00a0!"])
    ends = habits(first, second).ends
    stop, none, call = (END_MARKS.index(mark) for mark in (".", "", "!"))
    assert ends[none, stop] < ends[call, stop] - 1
    assert ends[stop, none] < ends[stop, call] - 1
