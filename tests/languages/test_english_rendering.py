"""Tests how English writes another value in the manner of a text."""

from __future__ import annotations

import pytest

from tests.languages import naming
from tmtool import languages
from tmtool.languages.en import number_names
from tmtool.languages.rendering import Change, UncertainError

ENGLISH, FRENCH = languages.get("en"), languages.get("fr")


def rewritten(source: str, query: str, target: str) -> str:
    """Returns the English target with the first value of the French source replaced by that of the French query."""
    old, new = (FRENCH.placeables(text)[0] for text in (source, query))
    place = next(p for p in ENGLISH.placeables(target) if p.value.split(":")[-1] == old.value.split(":")[-1])
    change = Change(place.kind, old.value, new.value, old.span.of(source), new.span.of(query))
    result = ENGLISH.rewrite(target, place, change)
    return target[: result.span.start] + result.text + target[result.span.end :]


@pytest.mark.parametrize(
    ("source", "query", "target", "expected"),
    [
        ("1 867 enfants", "12 500 enfants", "1,867 children", "12,500 children"),
        ("240 agents", "1 310 agents", "240 officers", "1,310 officers"),
        ("sept minutes", "vingt-deux minutes", "Seven minutes", "Twenty-two minutes"),
        ("2,4 milliards de dollars", "3,15 milliards de dollars", "$2.4 billion", "$3.15 billion"),
        ("35 %", "40,5 %", "35 per cent", "40.5 per cent"),
        ("la sixième réunion", "la première réunion", "the sixth meeting", "the first meeting"),
        ("7364e séance", "7371e séance", "7364th meeting", "7371st meeting"),
        ("le 1er mars 2027", "le 14 août 2028", "on 1 March 2027", "on 14 August 2028"),
        ("fin d’octobre 2027", "fin de mars 2028", "end of October 2027", "end of March 2028"),
        ("Mardi", "Vendredi", "Tuesday", "Friday"),
        ("Mar. 5 mai", "Jeu. 5 mai", "Tue. 5 May", "Thu. 5 May"),
        ("à 10 heures", "à 15 h 30", "at 10 a.m.", "at 3.30 p.m."),
        ("à 10 heures", "à midi", "at 10 a.m.", "at noon"),
        ("point 3 a)", "point 4 b)", "item 3 (a)", "item 4 (b)"),
        ("b) Élection", "c) Élection", "(b) Election", "(c) Election"),
        ("annexe II", "annexe IV", "annex II", "annex IV"),
        ("A/RES/75/1", "A/RES/76/2", "A/RES/75/1", "A/RES/76/2"),
    ],
)
def test_a_value_is_written_in_the_manner_of_the_text(source: str, query: str, target: str, expected: str) -> None:
    assert rewritten(source, query, target) == expected


@pytest.mark.parametrize(
    ("source", "query", "target"),
    [
        ("5 États", "1 État", "5 States"),
        ("de 15 heures à 18 heures", "de 10 heures à 18 heures", "3–6 p.m."),
        ("le 8 mai 2027", "le 9 mai 2027", "May 8, 2027"),
    ],
)
def test_a_form_that_is_not_certain_is_refused(source: str, query: str, target: str) -> None:
    with pytest.raises(UncertainError):
        rewritten(source, query, target)


def test_numbers_have_their_names() -> None:
    for number in range(1, 10_000):
        assert number_names.cardinal(number) == naming.english(number)
        assert number_names.ordinal(number) == naming.english_ordinal(number)
