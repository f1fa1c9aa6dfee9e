"""Which word a misspelt one is taken for, and when none is."""

from __future__ import annotations

import pytest

from tmtool.checks.evidence.spelling_correction import correction


@pytest.mark.parametrize(
    ("word", "source", "expected"),
    [
        ("proejt", "the draft", "projet"),
        ("interet", "interest", "intérêt"),
        ("manuvre", "", "manœuvre"),
        ("cidessus", "", "ci-dessus"),
        ("aggression", "aggression", "agression"),
        ("stationnment", "parking", "stationnement"),
        ("sensibilation", "awareness", "sensibilisation"),
    ],
)
def test_the_word_meant_is_a_slip_away(word: str, source: str, expected: str) -> None:
    assert correction(word, source) == expected


@pytest.mark.parametrize(
    ("word", "source"),
    [("collectrine", "collectrin"), ("carolinienne", "Carolinian"), ("xylographe", ""), ("bodégas", "bodegas")],
)
def test_a_new_term_is_taken_for_no_other_word(word: str, source: str) -> None:
    assert correction(word, source) is None
