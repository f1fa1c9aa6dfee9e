"""Tests the typographic habits of a French text."""

from __future__ import annotations

import pytest

from tmtool.languages.fr.typography import habit, marks
from tmtool.languages.typography import Space


def shown(text: str) -> str:
    return " ".join(f"{mark.sign}{mark.space}" for mark in marks(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Original : anglais", ":plain"),
        ("Original\u00a0: anglais", ":nbsp"),
        ("Original\u202f: anglais", ":narrow"),
        ("les sujets suivants:", ":none"),
        ("la réunion ; les États", ";plain"),
        ("Pourquoi ? Assez\u202f! Bon.", "?plain !narrow"),
        ("«\u00a0Titre\u202f»", "«nbsp »narrow"),
        ("« Titre »", "«plain »plain"),
        ("«Titre»", "«none »none"),
        ("35 % et 40%", "%plain %none"),
        ("1 200 000 personnes, 3\u00a0500 femmes", "000plain 000plain 000nbsp"),
        ("« Pourquoi ? »", "«plain ?plain »plain"),
        ("à 10:30, http://un.org:80, 1:20 et l’urn:isbn", ""),
        ("Quoi ?!", "?plain"),
        ("(?) en 2015 300", ""),
        ("+41 22 917 00 00 et 41 22 917 123", ""),
    ],
)
def test_the_space_at_each_sign_is_read(text: str, found: str) -> None:
    assert shown(text) == found


def test_a_mark_says_where_its_space_is() -> None:
    text = "Original\u00a0: 35%"
    assert [(mark.span.start, mark.span.end) for mark in marks(text)] == [(8, 9), (13, 13)]


def test_the_majority_is_the_habit() -> None:
    habits = habit(["a\u00a0: b\u00a0: c", "d\u00a0: e\u00a0: f: g"])
    assert habits.spaces == {":": Space.NBSP}
    assert habits.counts[":"] == {Space.NBSP: 4, Space.NONE: 1}


def test_two_occurrences_are_no_habit() -> None:
    assert habit(["a : b", "c : d"]).spaces == {}


def test_a_text_of_two_minds_has_no_habit() -> None:
    assert habit(["a : b ; c : d", "e: f", "g: h"]).spaces == {}


def test_apostrophes_and_numeros_have_a_habit_too() -> None:
    habits = habit(["l’État, d’avoirs, n° 5", "qu’il, n° 6 et nos 7", "l'un, n°s 8 et 9"])
    assert (habits.apostrophe, habits.numero) == ("’", "n°")
    assert habit(["sans rien"]).apostrophe == ""


@pytest.mark.parametrize(
    ("space", "character"), [("none", ""), ("plain", " "), ("nbsp", "\u00a0"), ("narrow", "\u202f")]
)
def test_a_space_knows_its_character(space: str, character: str) -> None:
    assert Space(space).character == character


def test_a_text_that_a_tokeniser_has_split_is_known() -> None:
    assert habit(["l' ordre du jour et d' autres, qu' il faut"] * 4).split
    assert not habit(["l'ordre du jour et d'autres, qu'il faut"] * 40 + ["l' ordre"]).split
