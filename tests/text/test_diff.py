"""Differences are shown in the texts as they are, and lose nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.text.diff import diff

words = st.sampled_from(["Item", "item", "7", "(a)", "œuvre", "é", "’", ".", " ", " ", "\u00a0", "\n", "the"])
texts = st.one_of(st.text(max_size=15), st.lists(words, max_size=14).map("".join))


@given(texts, texts)
def test_the_parts_put_together_are_the_two_texts(stored: str, query: str) -> None:
    parts = diff(stored, query)
    assert "".join(part.stored for part in parts) == stored
    assert "".join(part.query for part in parts) == query


@given(texts, texts)
def test_a_part_is_what_its_kind_says_and_kinds_alternate(stored: str, query: str) -> None:
    parts = diff(stored, query)
    for part in parts:
        assert {
            "equal": part.stored == part.query != "",
            "insert": not part.stored and bool(part.query),
            "delete": bool(part.stored) and not part.query,
            "replace": bool(part.stored) and bool(part.query) and part.stored != part.query,
        }[part.kind]
    assert all((a.kind == "equal") != (b.kind == "equal") for a, b in pairwise(parts))


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert [part.kind for part in diff(text, text)] == (["equal"] if text else [])


def shown(stored: str, query: str) -> str:
    """Returns the changes in brackets: [stored|query]."""
    return "".join(
        part.stored if part.kind == "equal" else f"[{part.stored}|{part.query}]" for part in diff(stored, query)
    )


@pytest.mark.parametrize(
    ("stored", "query", "changes"),
    [
        ("Opening of the session", "Opening of the meeting", "Opening of the [session|meeting]"),
        ("the old report", "the report", "the[ old|] report"),
        ("the report", "the draft report", "the[| draft] report"),
        ("Adoption of the Agenda", "Adoption of the agenda", "Adoption of the [Agenda|agenda]"),
        ("à 10 heures", "à 10\u00a0heures", "à 10[ |\u00a0]heures"),
        ("8 September 2020", "9 October 2020", "[8 September|9 October] 2020"),
    ],
)
def test_differences_of_everyday_segments(stored: str, query: str, changes: str) -> None:
    assert shown(stored, query) == changes


def test_of_a_chinese_text_the_characters_that_were_changed_are_shown() -> None:
    assert [(part.kind, part.stored, part.query) for part in diff("安全理事会第7次会议。", "安全理事会第8次会议")] == [
        ("equal", "安全理事会第", "安全理事会第"),
        ("replace", "7", "8"),
        ("equal", "次会议", "次会议"),
        ("delete", "。", ""),
    ]
