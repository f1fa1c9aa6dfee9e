"""Tests how sure a bead is, by itself and its neighbourhood."""

import numpy as np

from tmtool.alignment.confidence import OTHER_PAIRS, Evidence, confidence


def evidence(probability: list[float], words: list[float], segments: list[int] | None = None) -> Evidence:
    return Evidence(
        np.array(probability),
        np.array(words),
        np.array(segments or [2] * len(words)),
        np.array([True] * len(words)),
    )


def test_among_beads_whose_words_agree_a_probable_bead_is_sure() -> None:
    assert confidence(evidence([0.999] * 9, [6.0] * 9))[4] >= 0.99


def test_a_probable_bead_among_words_that_do_not_agree_is_not_sure() -> None:
    assert confidence(evidence([0.999] * 9, [-1.0] * 9))[4] < 0.9


def test_an_improbable_bead_is_not_sure_anywhere() -> None:
    assert confidence(evidence([0.999] * 4 + [0.4] + [0.999] * 4, [6.0] * 9))[4] < 0.9


def test_a_large_bead_is_less_sure_than_a_pair() -> None:
    large = confidence(evidence([0.99] * 9, [3.0] * 9, [2, 2, 2, 2, 4, 2, 2, 2, 2]))
    assert large[4] < large[3]


def test_a_bead_alone_is_judged_by_its_own_words() -> None:
    assert confidence(evidence([0.99], [6.0]))[0] > confidence(evidence([0.99], [-2.0]))[0]


def alone(probability: float, neighbours: float) -> float:
    """Returns the confidence of a one-sided bead between pairs."""
    pairs = [neighbours] * 4
    both = np.array([True] * 4 + [False] + [True] * 4)
    words = np.where(both, 5.0, 0.0)
    return float(
        confidence(Evidence(np.array([*pairs, probability, *pairs]), words, np.full(9, 2), both))[4],
    )


def test_a_segment_said_to_have_no_counterpart_is_as_sure_as_its_posterior_and_the_pairs_next_to_it() -> None:
    assert alone(0.999, 0.999) > 0.95 > 0.9 > alone(0.7, 0.999)
    assert alone(0.999, 0.999) > 0.95 > alone(0.999, 0.5)


def test_in_other_languages_probable_beads_around_make_sure_what_words_hardly_tell() -> None:
    assert confidence(evidence([0.995] * 20, [0.4] * 20), OTHER_PAIRS)[9] >= 0.9
    assert confidence(evidence([0.7] * 20, [-0.5] * 20), OTHER_PAIRS)[9] < 0.3


def test_in_other_languages_a_bead_whose_own_words_speak_against_it_is_less_sure() -> None:
    words = [3.0] * 4 + [-3.0] + [3.0] * 4
    said = confidence(evidence([0.99] * 9, words), OTHER_PAIRS)
    assert said[4] < 0.9 <= said[3]


def test_in_other_languages_a_bead_next_to_a_segment_without_counterpart_is_less_sure() -> None:
    both = np.array([True] * 4 + [False] + [True] * 4)
    beads = Evidence(np.full(9, 0.99), np.where(both, 3.0, 0.0), np.full(9, 2), both)
    said = confidence(beads, OTHER_PAIRS)
    assert said[3] < said[2] and said[5] < said[6]
