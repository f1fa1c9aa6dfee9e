"""Tests which words of a translation the source shows to belong together."""

from __future__ import annotations

from tmtool.checks.engine.draft import Pair
from tmtool.checks.evidence.words.source_order import goes_before
from tmtool.languages.pairs.en_fr import PAIR
from tmtool.model import Span


def test_the_source_shows_which_noun_an_adjective_belongs_to() -> None:
    pair = Pair(1, target="le contrôle des armes nucléaires", source="control of nuclear weapons")
    assert goes_before(Span(22, 32), Span(16, 21), pair, PAIR)
    compound = Pair(1, target="les marchés du travail dynamiques", source="dynamic labour markets")
    assert not goes_before(Span(23, 33), Span(15, 22), compound, PAIR)
