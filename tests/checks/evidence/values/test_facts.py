"""Tests what of the source's values is changed, lost or added in a translation, and what only looks so."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.evidence.values.facts import Facts, facts

MONTHS = (
    ("January", "janvier"),
    ("February", "février"),
    ("March", "mars"),
    ("April", "avril"),
    ("May", "mai"),
    ("June", "juin"),
    ("July", "juillet"),
    ("August", "août"),
    ("September", "septembre"),
    ("October", "octobre"),
    ("November", "novembre"),
    ("December", "décembre"),
)


def compared(source: str, target: str) -> Facts:
    draft = prepare([Pair(1, target, source)], source_language="en", target_language="fr")
    return facts(draft.pairs[0], draft)


def in_french(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")


@given(st.integers(11, 10**9))
def test_a_number_grouped_as_french_groups_it_is_the_same(number: int) -> None:
    assert compared(f"There were {number:,} cases.", f"Il y a eu {in_french(number)} affaires.") == Facts()


@pytest.mark.parametrize("note", ["23", "[23]"])
def test_the_call_of_a_note_is_no_number(note: str) -> None:
    assert compared(f"It was planned.{note}", "Cela était prévu.") == Facts()


@given(st.integers(11, 10**9), st.integers(11, 10**9))
def test_one_number_for_another_is_one_change(number: int, other: int) -> None:
    found = compared(f"There were {number:,} cases.", f"Il y a eu {in_french(other)} affaires.")

    assert len(found.changed) == (number != other)
    assert (found.lost, found.gained) == ((), ())


@given(st.lists(st.integers(11, 99), min_size=1, max_size=5, unique=True))
def test_the_order_of_numbers_does_not_matter(numbers: list[int]) -> None:
    english = ", ".join(f"{number} reports" for number in numbers)
    french = ", ".join(f"{number} rapports" for number in reversed(numbers))

    assert compared(english, french) == Facts()


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_date_is_the_same_in_both_languages(day: date) -> None:
    english, french = MONTHS[day.month - 1]
    first = "1er" if day.day == 1 else day.day

    assert (
        compared(f"It met on {day.day} {english} {day.year}.", f"Il s’est réuni le {first} {french} {day.year}.")
        == Facts()
    )


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Under item 3", "Au titre du troisième point"),
        ("up to 18 hours a day", "jusqu’à 18 heures par jour"),
        ("At 0300 the group attacked.", "À 3 heures, le groupe a attaqué."),
        ("for 2.5 years", "pendant deux ans et demi"),
        ("a dozen experts", "12 experts"),
        ("In October 2014", "En octobre"),
        ("On 31 October", "Le 31 octobre 2014"),
        ("Act No. 18561", "la loi no 18.561"),
        ("12. The report (2014) of 2014", "Le rapport de 2014"),
        ("the Rules,16 as amended", "les Règles telles que modifiées"),
        ("Article 55 (1) and (2) provide", "L’article 55, paragraphes 1 et 2, prévoit"),
        ("resolution 1591 (2005) and the 1591 committee", "la résolution 1591 (2005) et le Comité"),
        ("call 0800 555 111", "appeler le 0800\u00a0555\u00a0111"),
        ("amended by SOR/96-252", "modifié par DORS/96-252"),
        ("a 10-acre area", "une zone de quatre hectares"),
        ("1 to 4 inches of rain, 80 degrees", "entre 2,5 et 10 cm de pluie, 26 degrés"),
        ("at 800 kph (497 mph)", "à la vitesse de 800 km/h"),
        ("1950-53 and 2014/15", "1950-1953 et 2014-2015"),
        ("women aged 1564 (24 per cent)", "les femmes de 15-64 ans (24 %)"),
    ],
)
def test_what_published_translations_do_is_let_through(source: str, target: str) -> None:
    found = compared(source, target)

    assert found.changed == ()
    assert [one for one in (*found.lost, *found.gained) if len(one.value) > 1] == []


def test_a_value_that_still_is_elsewhere_is_an_uncertain_change() -> None:
    [change] = compared("From 2014 to 2020, since 2014", "De 2014 à 2020, depuis 2013").changed

    assert (change.source.value, change.target.value, change.certain) == ("2014", "2013", False)


def test_the_most_alike_are_taken_for_each_other() -> None:
    found = compared("The 25 members adopted 120 reports.", "Les 52 membres ont adopté 130 rapports.")

    assert [(one.source.value, one.target.value) for one in found.changed] == [("25", "52"), ("120", "130")]


def test_no_date_of_the_calendar_stands_for_the_date_of_the_source() -> None:
    [change] = compared("On 12 February 2015", "Le 32 février 2015").changed

    assert (change.source.value, change.target.value) == ("2015-02-12", "32")


def test_a_measure_converted_wrongly_is_a_change() -> None:
    [change] = compared("20 miles from Aden", "à 50 km d’Aden").changed

    assert (change.source.value, change.target.value) == ("20", "50")


def test_an_empty_side_has_no_facts() -> None:
    assert compared("There were 12 cases.", " ") == Facts()
