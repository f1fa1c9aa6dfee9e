"""Tests what the beads of a document teach about its words."""

import numpy as np

from tmtool.alignment.learning import Training, fit_unexplained, prepare
from tmtool.alignment.lexicon import prior_table
from tmtool.alignment.side import number_labels, side
from tmtool.alignment.tokens import features


def unexplained(source: list[str], target: list[str]) -> dict[str, float]:
    """Returns the share of each source word that nothing explains, where each segment is aligned with its
    translation."""
    first, second = features(source, "en"), features(target, "en")
    labels = number_labels(first, second)
    one, other = side(first, labels), side(second, labels)
    places, ones = np.arange(len(source)), np.ones(len(source), np.int64)
    table = prior_table(one, other, ("en", "en"), {})
    cooccurrences = prepare(one, other, Training(places, ones, places, ones, np.ones(len(source))), table)
    return dict(zip(one.vocabulary, fit_unexplained(cooccurrences, table)[1].tolist(), strict=True))


def test_a_word_that_always_finds_its_counterpart_says_more_where_it_finds_none() -> None:
    share = unexplained(["Anna sold cakes", "Anna baked bread"] * 20, ["Anna cakes", "Anna bread"] * 20)
    assert share["cakes"] < 0.4 < 0.7 < share["sold"]


def test_of_a_word_seen_once_is_known_what_is_usual_for_its_kind() -> None:
    share = unexplained(["Anna sold cakes"] * 20 + ["Bruno left"], ["Anna cakes"] * 20 + ["Carla left"])
    assert share["cakes"] < share["bruno"] < share["sold"]
