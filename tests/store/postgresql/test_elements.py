"""Tests that what is stored of a segment, and read of a query, misses no match: against the rate itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tmtool.store.postgresql.elements import (
    LOWEST,
    character_of,
    elements_of,
    occurrence_in,
    reading,
    stored_elements,
    token_in,
    token_of,
)
from tmtool.text.tokens import token_rate

texts = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=24).map("".join)
LANGUAGE = 3


@given(
    query=texts,
    changes=st.lists(st.tuples(st.integers(0, 23), st.sampled_from(["", "a", "b", "c", "x", "hh"])), max_size=6),
    threshold=st.integers(LOWEST, 100),
    rows=st.lists(st.integers(0, 200), min_size=60, max_size=60),
)
def test_a_match_holds_as_many_of_the_elements_read_as_it_is_asked_for(
    query: str, changes: list[tuple[int, str]], threshold: int, rows: list[int]
) -> None:
    characters = list(query)
    for place, change in changes:
        characters[place % len(characters)] = change
    stored = "".join(characters)
    if not stored or token_rate(query, stored) < threshold:
        return
    elements = elements_of(LANGUAGE, query)
    plan = reading(elements, rows[: len(elements)], threshold)
    held = {row.element: row for row in stored_elements(LANGUAGE, stored)}
    read = zip(plan.elements, plan.longest, plan.rests, strict=True)
    found = [
        row
        for element, longest, rest in read
        if (row := held.get(element)) and plan.shortest <= row.length <= longest and row.rest >= rest
    ]
    assert len(found) >= plan.held


def test_rows_stored_for_lower_thresholds_are_not_read() -> None:
    stored = stored_elements(LANGUAGE, "abcdefghij")
    assert [row.rest for row in stored] == [9, 8, 7, 6, 5, 4]
    plan = reading(elements_of(LANGUAGE, "abcdefghij"), [1_000] * 3 + [100_000] * 7, 80)
    assert (plan.held, plan.rests) == (1, [7, 7, 7])


def test_the_length_of_a_very_long_segment_is_stored_as_the_highest() -> None:
    stored = stored_elements(LANGUAGE, "ab" * 20_000)
    assert (stored[0].length, stored[0].rest) == (32_767, 32_767)
    plan = reading(elements_of(LANGUAGE, "ab" * 20_000), [1] * 40_000, 90)
    assert (plan.shortest, plan.longest[0], plan.rests[0]) == (32_767, 32_767, 32_767)


def test_rare_tokens_are_the_elements_that_go_first_each_occurrence_by_itself() -> None:
    assert [(token_in(one), occurrence_in(one)) for one in elements_of(LANGUAGE, "\x01\x05\x01")] == [
        (5, 0), (1, 1), (1, 0),
    ]  # fmt: skip


def test_more_is_read_where_that_leaves_less_to_verify() -> None:
    elements = elements_of(LANGUAGE, "abcdefghijklmnopqrst")
    dear = reading(elements, [1] * 7 + [10_000] * 13, 70)
    assert (dear.held, len(dear.elements)) == (1, 7)
    cheap = reading(elements, [1_000] * 20, 70)
    assert cheap.held > 1
    assert len(cheap.elements) == 6 + cheap.held


@given(token=st.integers(1, 1_000_000))
def test_a_token_is_a_character_that_can_be_stored(token: int) -> None:
    assert token_of(character_of(token)) == token
    assert character_of(token).encode()
