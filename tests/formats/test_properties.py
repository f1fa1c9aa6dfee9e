"""What a file says several times of a unit is kept several times."""

from __future__ import annotations

import time

from tmtool.formats.properties import add, named


def test_what_is_there_several_times_is_numbered() -> None:
    properties: dict[str, str] = {}
    for value in "abcdefghij":
        add(properties, "place", value)
    assert list(properties) == ["place", *(f"place#{number}" for number in range(2, 11))]
    assert [name for name, _ in named(properties)] == ["place"] * 10


def test_a_name_that_looks_numbered_is_not_overwritten() -> None:
    properties = {"place#2": "of its own"}
    for value in "abc":
        add(properties, "place", value)
    assert properties == {"place#2": "of its own", "place": "a", "place#3": "b", "place#4": "c"}


def test_thousands_under_one_name_are_kept_at_once() -> None:
    properties: dict[str, str] = {}
    begin = time.process_time()
    for number in range(20_000):
        add(properties, "place", str(number))
    assert time.process_time() - begin < 4
    assert list(properties.values()) == [str(number) for number in range(20_000)]
