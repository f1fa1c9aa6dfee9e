"""Which part of symbols does a document write in its own language throughout?"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.registry import run_checks
from tmtool.documents.reading import parse_lines
from tmtool.model import Level

SOURCE = ("Rules: see NBA/CM/48/1", "Report: see NBA/CM/48/2", "Budget: see NBA/CM/48/3 and Corr.1")


def found(source: Sequence[str], target: Sequence[str]) -> list[tuple[Level, int]]:
    """Returns the level and the line of what references-symbol finds in a document."""
    pairs = [Pair(number, here, there) for number, (there, here) in enumerate(zip(source, target, strict=True), 1)]
    document = parse_lines(list(target), language="fr")
    draft = prepare(pairs, source_language="en", target_language="fr", document=document)
    return [(one.level, one.segment) for one in run_checks(draft) if one.check == "references-symbol"]


def lines(*symbols: str) -> list[str]:
    names = ("Règlement", "Rapport", "Budget")
    return [f"{name}\u00a0: voir {symbol}" for name, symbol in zip(names, symbols, strict=True)]


def test_the_acronym_of_the_body_in_another_language_is_a_practice() -> None:
    assert found(SOURCE, lines("ABN/CM/48/1", "ABN/CM/48/2", "ABN/CM/48/3 et Corr.1")) == []


def test_another_name_of_the_body_throughout_is_noted_once() -> None:
    assert found(SOURCE, lines("NBA/MC/48/1", "NBA/MC/48/2", "NBA/MC/48/3 et Corr.1")) == []
    assert found(SOURCE, lines("NBA/MIN/48/1", "NBA/MIN/48/2", "NBA/MIN/48/3 et Corr.1")) == [(Level.INFO, 1)]


@pytest.mark.parametrize("kept", ["NBA/CM/48/3 et Corr.1", "NBA/CM/48/1"])
def test_where_one_symbol_keeps_the_part_the_others_are_slips(kept: str) -> None:
    levels = [level for level, _ in found(SOURCE, lines("ABN/CM/48/1", "ABN/CM/48/2", kept))]
    assert levels[:2] == [Level.ERROR, Level.ERROR]


def test_one_symbol_is_a_slip() -> None:
    assert found(SOURCE[:1], lines("ABN/CM/48/1", "", "")[:1]) == [(Level.ERROR, 1)]
