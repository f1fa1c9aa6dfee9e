"""Tests where in a segment two of the other side may meet."""

from tmtool.alignment.boundaries import PLACES, shown


def test_a_limit_is_likely_near_a_mark_and_unlikely_far_from_one() -> None:
    (row,) = shown([(50,)], [100], 0.9)
    assert row[PLACES // 2] > 0
    assert row[PLACES // 2] > row[PLACES // 4] > row[0]
    assert row[0] < -2


def test_where_there_is_no_mark_a_limit_is_as_unlikely_as_that_it_does_not_show() -> None:
    (row,) = shown([()], [100], 0.75)
    assert row.tolist() == [row[0]] * PLACES
    assert abs(row[0] - -1.386) < 0.001


def test_a_mark_tells_more_where_marks_are_rare() -> None:
    rare = shown([(50,), (), (), ()], [100] * 4, 0.9)
    frequent = shown([(50,), (20, 40, 60), (30, 50), (50, 80)], [100] * 4, 0.9)
    assert rare[0, PLACES // 2] > frequent[0, PLACES // 2]
