"""Tests the bounds against the rate of token sequences."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tmtool.store.bounds import Reach, need, pays
from tmtool.text.tokens import token_rate

sequences = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=12)


@given(query=sequences, stored=sequences, chosen=st.sets(st.sampled_from("abcdefgh")), longest=st.integers(1, 20))
def test_no_segment_has_a_higher_rate_than_it_reaches(
    query: list[str], stored: list[str], chosen: set[str], longest: int
) -> None:
    weights = {word: weight for word, weight in Counter(query).items() if word in chosen}
    holding = sum(weight for word, weight in weights.items() if word in stored)
    reach = Reach([(longest, weight) for weight in weights.values()], len(query), longest)
    assert reach[min(len(stored), longest), holding] >= token_rate(query, stored)


@given(query=sequences, stored=sequences, threshold=st.integers(1, 100))
def test_a_match_keeps_as_many_tokens_as_it_needs(query: list[str], stored: list[str], threshold: int) -> None:
    kept = (Counter(query) & Counter(stored)).total()
    if token_rate(query, stored) >= threshold:
        assert kept >= need(max(len(query), len(stored)), threshold)


def test_a_list_is_not_read_that_removes_too_little_for_what_it_costs() -> None:
    assert pays(10_000, 500, 10_000, 0.5)
    assert not pays(10_000, 500, 10_000, 0.0)
    assert not pays(10_000, 500, 5, 1.0)
    assert not pays(10_000, 50_000, 10_000, 0.5)
