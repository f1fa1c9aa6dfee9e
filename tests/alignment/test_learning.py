"""What the beads of a document teach about its words."""

import numpy as np

from tmtool.alignment.learning import Training, fit_unexplained, prepare
from tmtool.alignment.lexicon import prior_table
from tmtool.alignment.side import number_labels, side
from tmtool.alignment.tokens import features


def test_a_word_that_always_finds_its_counterpart_says_more_where_it_finds_none() -> None:
    source = ["Anna sold cakes", "Anna baked bread"] * 20
    ours, theirs = features(source, "en"), features(["Anna cakes", "Anna bread"] * 20, "en")
    labels = number_labels(ours, theirs)
    one, other = side(ours, labels), side(theirs, labels)
    places, ones = np.arange(len(source)), np.ones(len(source), np.int64)
    table = prior_table(one, other, ("en", "en"), {})
    lesson = prepare(one, other, Training(places, ones, places, ones, np.ones(len(source))), table)
    _, unexplained = fit_unexplained(lesson, table)
    share = dict(zip(one.vocabulary, unexplained, strict=True))
    assert share["cakes"] < 0.4 < 0.7 < share["sold"]


def test_of_a_word_seen_once_is_known_what_is_usual_for_its_kind() -> None:
    source = ["Anna sold cakes"] * 20 + ["Bruno left"]
    ours, theirs = features(source, "en"), features(["Anna cakes"] * 20 + ["Carla left"], "en")
    labels = number_labels(ours, theirs)
    one, other = side(ours, labels), side(theirs, labels)
    places, ones = np.arange(len(source)), np.ones(len(source), np.int64)
    table = prior_table(one, other, ("en", "en"), {})
    lesson = prepare(one, other, Training(places, ones, places, ones, np.ones(len(source))), table)
    _, unexplained = fit_unexplained(lesson, table)
    share = dict(zip(one.vocabulary, unexplained, strict=True))
    assert share["cakes"] < share["bruno"] < share["sold"]
