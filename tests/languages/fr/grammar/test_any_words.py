"""Whatever words come in whatever order, and wherever a text breaks off, the grammar reads on without an error."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmtool.checks.engine.draft import Pair, prepare
from tmtool.checks.engine.registry import run_checks

_WORDS = (
    "le la les l’ un des du de d’ à au que qu’ qui dont où et ou ne se s’ pas il elles ceux celle ce cette deux "
    "a ont est sont étant ayant été sera doivent permet bénéficient approuvé adoptées chargé fondé autoriser soit puisse "
    "mesures rapport Assemblée générale États coopération parties nationale important étroite plus tel lequel en , . ( )"
).split()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9))
def test_any_row_of_words_is_read(words: list[str]) -> None:
    draft = prepare([Pair(1, " ".join(words).replace("’ ", "’"))], source_language="en", target_language="fr")

    assert all(finding.segment == 1 for finding in run_checks(draft, "segment"))


@pytest.mark.parametrize(
    "text", ["les résultats que les États ont", "que les a", "le fait qu’elles bénéficient", "étant"]
)
def test_a_text_may_break_off_anywhere(text: str) -> None:
    for end in range(1, len(text) + 1):
        draft = prepare([Pair(1, "Voici " + text[:end])], source_language="en", target_language="fr")

        assert all(finding.segment == 1 for finding in run_checks(draft, "segment"))
