"""Tests brackets and quotation marks that have no partner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.checks.evidence.markup.partners import without_partner

BRACKETS = {"(": ")", "[": "]"}


def alone(text: str) -> list[tuple[int, str]]:
    return [(span.start, span.of(text)) for span in without_partner(text, BRACKETS, language="fr")]


@pytest.mark.parametrize(
    "text",
    [
        "a) Ouverture ; b) élections",
        "(voir le point 3 a))",
        "(voir le point 3 a)",
        "1) Ouverture ; et 2) élections (voir l’annexe)",
        "le point 3 a) et le point iv) bis",
        "[(a) ou b)]",
        "le paragraphe 2) de l’article 43 et l’Article Xc) du présent Accord",
    ],
)
def test_a_list_label_needs_no_opening_bracket_and_may_close_one(text: str) -> None:
    assert alone(text) == []


def test_a_bracket_after_the_number_of_a_part_closes_something_where_no_whole_is_named() -> None:
    assert alone("Voir la page et le paragraphe 2).") == [(31, ")")]
    assert alone("Les 12 membres) de la Commission") == [(14, ")")]


def test_a_number_joined_to_a_label_is_one() -> None:
    assert without_partner("el artículo 55 1) y 2) del Código", {"(": ")"}, language="es") == ()


def test_of_nested_brackets_the_one_without_partner_is_told() -> None:
    assert alone("(voir [annexe)") == [(6, "[")]
    assert alone("voir annexe] (2020)") == [(11, "]")]


@given(
    st.recursive(
        st.just("mot"),
        lambda inner: st.one_of(
            inner.map("({})".format), inner.map("[{}]".format), st.lists(inner, max_size=3).map(" ".join)
        ),
    )
)
def test_balanced_text_has_none_alone(text: str) -> None:
    assert alone(text) == []


@given(st.text("()[] mot"))
def test_every_mark_alone_is_a_bracket_of_the_text(text: str) -> None:
    for start, mark in alone(text):
        assert text[start] == mark
        assert mark in "()[]"
