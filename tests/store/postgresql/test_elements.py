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
    held = set(stored_elements(LANGUAGE, stored))
    read = [element for element, longest in zip(plan.elements, plan.longest, strict=True) if len(stored) <= longest]
    assert plan.shortest <= len(stored)
    assert len(held.intersection(read)) >= plan.held


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
