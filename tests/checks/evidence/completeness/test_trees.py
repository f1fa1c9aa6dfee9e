"""Tests how trees read from a table are added up."""

from __future__ import annotations

from tmtool.checks.evidence.completeness.trees import Trees, trees
from tmtool.languages.pairs.en_fr import PAIR


def test_a_sign_at_most_its_bound_takes_the_first_way_and_the_trees_are_added_up() -> None:
    model = Trees(["=0.5", "words<1.5;=1;free, near<0;=2;=3"])

    assert model.odds({"words": 1.5, "free, near": 0.0}) == 1.5
    assert model.odds({"words": 2.0, "free, near": 0.0}) == 2.5
    assert model.odds({"words": 2.0, "free, near": 1.0}) == 3.5


def test_a_sign_may_be_held_against_one_bound_by_several_nodes_and_in_several_trees() -> None:
    model = Trees(["words<1;words<0;=1;=2;words<3;words<1;=4;=8;=16", "words<1;=0.1;=0.2", "words<3;=0;=0.5"])

    assert [model.odds({"words": words}) for words in (-1.0, 1.0, 2.0, 3.0, 4.0)] == [1.1, 2.1, 8.2, 8.2, 16.7]


def test_a_pair_has_no_trees_of_a_model_that_was_not_learnt() -> None:
    assert trees(PAIR, "left_out.tsv", "de") is None
