"""The scales of `scales.tsv` have both ends in each language that has the table, so that any two can be compared."""

from __future__ import annotations

import pytest

from tmtool.languages import get
from tmtool.languages.alternatives import compiled
from tmtool.languages.tables import of_every_language

TAGS = sorted(path.parent.name for path in of_every_language("scales.tsv"))


def scales(tag: str) -> dict[tuple[str, str], str]:
    return {(scale, end): words for scale, end, words in get(tag).rows("scales.tsv")}


@pytest.mark.parametrize("tag", TAGS)
def test_each_language_has_both_ends_of_every_scale_and_what_denies(tag: str) -> None:
    known, english = scales(tag), scales("en")
    named = {scale for scale, _ in english}
    assert {scale for scale, _ in known} == named
    assert all((scale, end) in known for scale in named for end in ("first", "second"))
    assert [words for kind, words in get(tag).rows("denials.tsv") if kind == "denies"]


@pytest.mark.parametrize("tag", TAGS)
def test_every_row_is_an_end_of_a_scale_and_can_be_read(tag: str) -> None:
    ends = {"first", "second", "maybe first", "maybe second"}
    rows = get(tag).rows("scales.tsv")
    assert len(rows) == len(scales(tag))
    assert all(end in ends and compiled(words) for _, end, words in rows)
