"""Tests the transformer that reads words: by laws that hold for whatever figures it has."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tmtool.languages.encoder import Encoder, Layer, Numbers, pack, unpack

WIDTH, OF_ONE, HEADS, SPREAD = 16, 5, 2, 3


def lot(*shape: int, seed: int) -> Numbers:
    return np.random.default_rng(seed).normal(size=shape, scale=shape[0] ** -0.5).astype(np.float32)


def one_layer(seed: int) -> Layer:
    ones = np.ones(WIDTH, np.float32)
    return Layer(
        ones,
        lot(WIDTH, 3 * WIDTH, seed=seed),
        lot(WIDTH, WIDTH, seed=seed + 1),
        lot(HEADS, 2 * SPREAD + 1, seed=seed + 2),
        ones,
        lot(WIDTH, 4 * WIDTH, seed=seed + 3),
        lot(2 * WIDTH, WIDTH, seed=seed + 4),
    )


ENCODER = Encoder(
    lot(3 * OF_ONE, WIDTH, seed=1), [one_layer(10), one_layer(20)], np.ones(WIDTH, np.float32), longest=12
)


def test_a_text_is_read_alike_alone_and_among_others() -> None:
    texts = lot(4, 9, OF_ONE, seed=2)

    together = ENCODER.read(texts)

    assert all(np.allclose(together[at], ENCODER.read(texts[at : at + 1])[0], atol=1e-5) for at in range(len(texts)))


def test_what_a_word_is_depends_on_a_word_far_from_it() -> None:
    text = lot(1, 12, OF_ONE, seed=3)
    other = text.copy()
    other[0, 0] += 1

    assert not np.allclose(ENCODER.read(text)[0, -1], ENCODER.read(other)[0, -1], atol=1e-4)


def test_the_order_of_the_words_counts() -> None:
    text = lot(1, 6, OF_ONE, seed=4)

    assert not np.allclose(ENCODER.read(text)[0, ::-1], ENCODER.read(text[:, ::-1])[0], atol=1e-4)


@pytest.mark.parametrize("words", [1, 2, 7])
def test_each_word_is_read_with_a_root_mean_square_of_one(words: int) -> None:
    read = ENCODER.read(lot(2, words, OF_ONE, seed=5))

    assert read.shape == (2, words, WIDTH)
    assert np.allclose(np.sqrt((read**2).mean(-1)), 1, atol=1e-2)


def test_words_that_are_asked_for_are_read_as_among_all_words() -> None:
    texts, asked = lot(2, 9, OF_ONE, seed=8), [[0, 4, 5], [8, 1, 2]]

    read = ENCODER.read(texts, asked=asked)

    assert read.shape == (2, 3, WIDTH)
    whole = ENCODER.read(texts)
    assert all(np.allclose(read[at], whole[at][places], atol=1e-5) for at, places in enumerate(asked))


def test_figures_in_eight_bits_are_off_by_half_a_step_at_most(tmp_path: Path) -> None:
    arrays = {"table": lot(30, 40, seed=6), "row": lot(40, seed=7)}
    path = tmp_path / "figures.npz"
    np.savez(path, **pack(arrays))  # type: ignore[arg-type]  # by name

    read = unpack(path)

    step = np.abs(arrays["table"]).max(-1, keepdims=True) / 127
    assert read.keys() == arrays.keys()
    assert (np.abs(read["table"] - arrays["table"]) <= 0.6 * step + 1e-6).all()
    assert np.allclose(read["row"], arrays["row"], atol=1e-3)
