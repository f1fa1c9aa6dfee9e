"""Tests that a text and its correction are what their parts say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.languages import language_of
from tmtool.text.masks import skeletons, skeletons_of_both
from tmtool.text.rewording import Rewording, rewording

texts = st.lists(st.sampled_from(["la", "traite", "trafic", "3", "A/1", ",", "été"]), max_size=6).map(" ".join)


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        ("Le trafic de migrants", "Le traite de migrants", Rewording("Le ", "trafic", "traite", " de migrants")),
        ("Le trafic", "Le trafic illicite", Rewording("Le ", "trafic", "trafic illicite", "")),
        ("Le trafic", "Du trafic", Rewording("", "Le", "Du", " trafic")),
        ("a a", "a a a", Rewording("a ", "a", "a a", "")),
        ("", "a", Rewording("", "", "a", "")),
        ("a", "a", Rewording("", "a", "a", "")),
    ],
)
def test_words_are_whole_in_every_part(before: str, after: str, parts: Rewording) -> None:
    assert rewording(before, after) == parts


@given(texts, texts)
def test_the_parts_make_both_texts_and_their_skeletons(before: str, after: str) -> None:
    parts = rewording(before, after)
    assert parts.beginning + parts.before + parts.end == before
    assert parts.beginning + parts.after + parts.end == after
    language = language_of("fr")
    assert skeletons_of_both([parts], language) == [tuple(skeletons([before, after], language))]
