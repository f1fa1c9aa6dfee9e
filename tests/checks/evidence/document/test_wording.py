"""Two passages say the same words, whatever their final mark; else the result says where they part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.checks.evidence.document.wording import quoted, wording


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Questions diverses.", "questions diverses"),
        ("L’ordre du jour ;", "L'ordre du jour"),
        ("Mesures pratiques (suite)", "Mesures pratiques."),
        ("Mesures pratiques (point 3 a) i))", "Mesures pratiques."),
        ("Mesures pratiques (points 50 et 51)", "Mesures pratiques"),
        ("Propriété\u00a0: accès", "Propriété : accès"),
        ("Période 2014–2015", "Période 2014-2015"),
    ],
)
def test_marks_spaces_and_the_first_capital_make_no_difference(one: str, other: str) -> None:
    assert wording(one).differs(wording(other)) is None


@pytest.mark.parametrize(
    ("one", "other", "here", "there"),
    [
        ("pratiques pour appuyer la coopération", "pratiques pour soutenir la coopération", "appuyer", "soutenir"),
        ("le Groupe de travail", "le groupe de travail", "Groupe", "groupe"),
        ("les mesures pratiques", "les mesures", "mesures pratiques", "mesures"),
        ("mesures", "les mesures", "mesures", "les mesures"),
    ],
)
def test_the_words_that_differ_are_found_in_both(one: str, other: str, here: str, there: str) -> None:
    spans = wording(one).differs(wording(other))

    assert spans is not None
    assert (spans[0].of(one), spans[1].of(other)) == (here, there)


@given(st.text(), st.text())
def test_a_difference_lies_within_its_texts(one: str, other: str) -> None:
    spans = wording(one).differs(wording(other))

    if spans is None:
        assert wording(one).tokens == wording(other).tokens
    else:
        assert 0 <= spans[0].start <= spans[0].end <= len(one)
        assert 0 <= spans[1].start <= spans[1].end <= len(other)


def test_short_wordings_are_quoted_whole_and_long_ones_where_they_differ() -> None:
    long = "Mesures pratiques et bonnes pratiques pour {} la coopération efficace des services chargés des enquêtes"

    assert quoted(wording("Autres questions"), wording("Questions diverses")) == (
        "Autres questions",
        "Questions diverses",
    )
    assert quoted(wording(long.format("appuyer")), wording(long.format("soutenir"))) == ("appuyer", "soutenir")


def test_each_line_of_a_long_document_is_read_once() -> None:
    """The checks go through all of a document several times; what they forget meanwhile is read anew each time."""
    wording.cache_clear()
    lines = [f"{side} {number}" for number in range(5_000) for side in ("line", "ligne")]
    for _ in range(3):
        for line in lines:
            wording(line)

    assert wording.cache_info().misses == len(lines)
