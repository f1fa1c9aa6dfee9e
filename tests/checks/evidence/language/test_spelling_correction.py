"""Tests which word a misspelt one is taken for, and when none is."""

from __future__ import annotations

import pytest

from tmtool.checks.evidence.language.spelling_correction import Corrections
from tmtool.languages.fr.grammar.words import slips
from tmtool.languages.pairs.en_fr import PAIR


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
    assert Corrections(slips, source, PAIR).of(word) == expected


@pytest.mark.parametrize(
    ("word", "source"),
    [("collectrine", "collectrin"), ("carolinienne", "Carolinian"), ("xylographe", ""), ("bodégas", "bodegas")],
)
def test_a_new_term_is_taken_for_no_other_word(word: str, source: str) -> None:
    assert Corrections(slips, source, PAIR).of(word) is None


def test_without_a_pair_only_the_slip_itself_speaks_for_a_word() -> None:
    assert Corrections(slips).of("proejt") == "projet"
    assert Corrections(slips).of("stationnment") is None
