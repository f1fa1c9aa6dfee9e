"""Tests how well stretches of text explain each other's words."""

import numpy as np

from tmtool.alignment.learning import first_unexplained
from tmtool.alignment.lexicon import prior_table
from tmtool.alignment.side import number_labels, side
from tmtool.alignment.tokens import features
from tmtool.alignment.wordscores import TAKEN_AT_ONCE, directions, tile, word_sums


def sums(source: list[str], target: list[str], *shapes: tuple[int, int]) -> list[float]:
    """Returns the word sums of the beads of these shapes that begin both documents."""
    first, second = features(source, "en"), features(target, "en")
    labels = number_labels(first, second)
    one, other = side(first, labels), side(second, labels)
    words = directions(one, other, prior_table(one, other, ("en", "en"), {}), first_unexplained(one, other))
    return [float(grid[0, 0]) for grid in word_sums(words, (0, 1), (0, 1), shapes)]


WHOLE = "Anna baked cakes while Bruno peeled onions"
HALVES = ["Anna baked cakes", "while Bruno peeled onions"]


def test_two_halves_explain_a_sentence_better_than_one() -> None:
    half, both = sums([WHOLE], HALVES, (1, 1), (1, 2))
    assert both > half
    half, both = sums(HALVES, [WHOLE], (1, 1), (2, 1))
    assert both > half


def test_what_says_again_what_is_translated_already_adds_little() -> None:
    again = [WHOLE, "Bruno peeled onions, Anna baked cakes"]
    (alone,) = sums([WHOLE], again[1:], (1, 1))
    one, both = sums([WHOLE], again, (1, 1), (1, 2))
    assert both - one < alone / 4
    one, both = sums(again, [WHOLE], (1, 1), (2, 1))
    assert both - one < alone / 4


def test_unknown_words_say_little_against_a_pair() -> None:
    (known,) = sums([WHOLE], ["Carla sold shoes"], (1, 1))
    assert -2 < known < 0


def test_unknown_words_do_not_explain_a_number() -> None:
    pair = ["Carla sold 12 shoes"], ["Anna baked 13 cakes"]
    assert sums(*pair, (1, 1))[0] < sums(["Carla sold shoes"], ["Anna baked cakes"], (1, 1))[0] - 1


def test_a_wide_window_says_the_same_as_narrow_ones() -> None:
    texts = [f"Anna baked {number} cakes while {'Bruno' * (number % 3)} peeled" for number in range(2 * TAKEN_AT_ONCE)]
    document = features(texts, "en")
    one = side(document, number_labels(document))
    words = directions(one, one, prior_table(one, one, ("en", "en"), {}), first_unexplained(one, one))
    wide = tile(words[0], (0, 3), (0, len(texts)), 2)
    for first in (0, TAKEN_AT_ONCE - 10, len(texts) - 40):
        narrow = tile(words[0], (0, 3), (first, first + 40), 2)
        assert np.allclose(wide[:, :, first : first + 40], narrow, atol=1e-4)
