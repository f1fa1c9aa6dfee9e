"""Whatever words come in whatever order, and wherever a text breaks off, the grammar reads on without an error."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.registry import run_checks

_SMALL = (
    "le",
    "la",
    "les",
    "l’",
    "des",
    "de",
    "d’",
    "à",
    "au",
    "que",
    "qu’",
    "qui",
    "dont",
    "et",
    "ne",
    "se",
    "s’",
    "il",
)
_VERBS = ("a", "ont", "est", "étant", "ayant", "été", "sera", "permet", "bénéficient", "approuvé", "fondé", "autoriser")
_NOUNS = (
    "mesures",
    "Assemblée",
    "générale",
    "États",
    "nationale",
    "étroite",
    "plus",
    "tel",
    "lequel",
    ",",
    ".",
    "(",
    ")",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_SMALL + _VERBS + _NOUNS), min_size=1, max_size=9))
def test_any_row_of_words_is_read(words: list[str]) -> None:
    draft = prepare([Pair(1, " ".join(words).replace("’ ", "’"))], source_language="en", target_language="fr")

    assert all(finding.segment == 1 for finding in run_checks(draft, "segment"))


@pytest.mark.parametrize("text", ["les résultats que les États ont", "que les a", "le fait qu’elles bénéficient"])
def test_a_text_may_break_off_anywhere(text: str) -> None:
    for end in range(1, len(text) + 1):
        draft = prepare([Pair(1, "Voici " + text[:end])], source_language="en", target_language="fr")

        assert all(finding.segment == 1 for finding in run_checks(draft, "segment"))
