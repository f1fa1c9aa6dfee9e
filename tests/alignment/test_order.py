"""Tests whether a segment's words follow the order of the segments it is put together with."""

from tmtool.alignment.learning import first_unexplained
from tmtool.alignment.lexicon import prior_table
from tmtool.alignment.order import order_sums
from tmtool.alignment.side import number_labels, side
from tmtool.alignment.tokens import features
from tmtool.alignment.wordscores import Grid, directions

LONG = "Costs 11 22 33 in the first year are borne by States, in the second by donors 44 55 66"
PARTS = ["Les coûts 11 22 33 sont à la charge", "Les donateurs 44 55 66"]


def sums(source: list[str], target: list[str]) -> dict[tuple[int, int], Grid]:
    first, second = features(source, "en"), features(target, "fr")
    labels = number_labels(first, second)
    one, other = side(first, labels), side(second, labels)
    words = directions(one, other, prior_table(one, other, ("en", "fr"), {}), first_unexplained(one, other))
    return order_sums(words, (0, len(source)), (0, len(target)))


def test_parts_in_the_order_of_the_whole_speak_for_it_and_parts_reversed_against_it() -> None:
    assert sums([LONG], PARTS)[1, 2][0, 0] > 0 > sums([LONG], PARTS[::-1])[1, 2][0, 0]


def test_it_is_the_same_from_either_side() -> None:
    assert sums([LONG], PARTS[::-1])[1, 2][0, 0] < 0
    assert sums(PARTS[::-1], [LONG])[2, 1][0, 0] < 0


def test_segments_that_are_one_each_have_no_order() -> None:
    assert (1, 1) not in sums([LONG], PARTS)
    assert (2, 2) not in sums([LONG], PARTS)
