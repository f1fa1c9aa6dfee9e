"""Tests what words without a counterpart say of a pair."""

from __future__ import annotations

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.registry import run_checks


def test_a_shifted_row_is_told_by_its_neighbour() -> None:
    rows = (
        ("The Committee elected its officers by acclamation.", "Le Secrétariat a présenté les prévisions de dépenses."),
        ("The Secretariat presented the estimates of expenditure.", "Le Comité a élu son bureau par acclamation."),
    )
    pairs = [Pair(number, french, english) for number, (english, french) in enumerate(rows, 1)]

    found = run_checks(prepare(pairs, source_language="en", target_language="fr"), scope="segment")

    assert {(one.segment, one.check) for one in found} == {(1, "language-other-segment"), (2, "language-other-segment")}
