"""Tests that what is stored of a segment, and read of a query, misses no match: against the rate itself."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from tmtool.store.postgresql.elements import (
    LOWEST,
    character_of,
    elements_of,
    occurrence_in,
    reading,
    token_in,
    token_of,
)
from tmtool.store.postgresql.stored_elements import Encoded, Reindexed, Rows, indexed, reindexed
from tmtool.text.tokens import token_rate

texts = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=24).map("".join)
words = st.lists(st.sampled_from("abcdefgh\ue000\U0010ffff"), max_size=24).map("".join)
LANGUAGE = 3


class Row(NamedTuple):
    element: int
    length: int
    rest: int
    segment: int


def listed(rows: Rows) -> list[Row]:
    return [Row(*row) for row in zip(*(column.tolist() for column in rows), strict=True)]


def stored_elements(text: str) -> list[Row]:
    return sorted(listed(indexed([Encoded(LANGUAGE, 1, text)]).rows), reverse=True)


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
    held = {row.element: row for row in stored_elements(stored)}
    read = zip(plan.elements, plan.longest, plan.rests, strict=True)
    found = [
        row
        for element, longest, rest in read
        if (row := held.get(element)) and plan.shortest <= row.length <= longest and row.rest >= rest
    ]
    assert len(found) >= plan.held


def test_rows_stored_for_lower_thresholds_are_not_read() -> None:
    stored = stored_elements("abcdefghij")
    assert [row.rest for row in stored] == [9, 8, 7, 6, 5, 4]
    plan = reading(elements_of(LANGUAGE, "abcdefghij"), [1_000] * 3 + [1_000_000] * 7, 80)
    assert (plan.held, plan.rests) == (1, [7, 7, 7])


def test_the_length_of_a_very_long_segment_is_stored_as_the_highest() -> None:
    stored = stored_elements("ab" * 20_000)
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


@given(some=st.lists(words, min_size=1, max_size=5))
def test_the_elements_of_many_segments_are_those_of_each(some: list[str]) -> None:
    segments = [Encoded(number % 2, number, text) for number, text in enumerate(some, 1)]
    rows, of_segments, of_postings = indexed(segments)
    wanted = [
        (element, len(text), len(text) - place, number)
        for language, number, text, _ in segments
        for place, element in enumerate(elements_of(language, text), 1)
        if place <= len(text) - -(-LOWEST * len(text) // 100) + 1
    ]
    assert sorted(listed(rows)) == sorted(wanted)
    assert of_segments == Counter((one.language, token_of(token)) for one in segments for token in set(one.tokens))
    assert of_postings == Counter((row[3] % 2, token_in(row[0])) for row in wanted)


def after(before: list[Row], change: Reindexed) -> list[Row]:
    left = Counter(before)
    left.subtract(listed(change.gone))
    assert min(left.values(), default=0) >= 0
    return sorted((left + Counter(listed(change.new.rows))).elements())


@given(steps=st.lists(st.tuples(words, words), min_size=2, max_size=4))
def test_segments_with_other_texts_have_the_rows_of_these_texts_with_their_slack(steps: list[tuple[str, str]]) -> None:
    now = [Encoded(LANGUAGE, number, text) for number, text in enumerate(steps[0], 1)]
    stored, counted = sorted(listed(indexed(now).rows)), indexed(now).segments
    for texts in steps[1:]:
        change = reindexed(now, [Encoded(LANGUAGE, number, text) for number, text in enumerate(texts, 1)])
        now = [
            Encoded(LANGUAGE, number, text, slack)
            for number, (text, slack) in enumerate(zip(texts, change.slack, strict=True), 1)
        ]
        stored = after(stored, change)
        counted.update(change.new.segments)
        assert stored == sorted(listed(indexed(now).rows))
        assert +counted == indexed(now).segments


def test_a_rarer_word_in_place_of_a_frequent_one_changes_two_rows_and_back_again_leaves_no_slack() -> None:
    before, there = Encoded(LANGUAGE, 1, "\x01bcdefghij"), Encoded(LANGUAGE, 1, "zbcdefghij")
    forth = reindexed([before], [there])
    assert (len(forth.gone.element), len(forth.new.rows.element), forth.slack) == (1, 1, [1])
    back = reindexed([there._replace(slack=1)], [before])
    assert (len(back.gone.element), len(back.new.rows.element), back.slack) == (1, 1, [0])
    stored = listed(indexed([before]).rows)
    assert after(after(stored, forth), back) == sorted(stored)
