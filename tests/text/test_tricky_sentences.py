"""Sentences that are hard to tell apart end where a reader of United Nations documents sees them end."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.text.segmentation import split

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("tricky_sentences.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("language", "marked"), ROWS)
def test_tricky_sentences_end_where_marked(language: str, marked: str) -> None:
    text = marked.replace(" | ", " ")
    assert [span.of(text) for span in split(text, language)] == marked.split(" | ")


def test_there_are_a_hundred_of_them() -> None:
    assert len(ROWS) >= 100
