"""Tests how French writes another value in the manner of a text, and what it will not vouch for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.languages import naming
from tmtool import languages
from tmtool.languages.fr import number_names
from tmtool.languages.rendering import Change, UncertainError

ENGLISH, FRENCH = languages.get("en"), languages.get("fr")


def rewritten(source: str, query: str, target: str) -> str:
    """Returns the target with the one value of the source replaced by that of the query, which comes first in each."""
    old, new = (ENGLISH.placeables(text)[0] for text in (source, query))
    place = next(p for p in FRENCH.placeables(target) if p.value.split(":")[-1] == old.value.split(":")[-1])
    change = Change(place.kind, old.value, new.value, old.span.of(source), new.span.of(query))
    result = FRENCH.rewrite(target, place, change)
    return target[: result.span.start] + result.text + target[result.span.end :]


CERTAIN = [
    # numbers
    ("240 officers", "310 officers", "240 agents", "310 agents"),
    ("240 officers", "1,310 officers", "240 agents", "1\u00a0310 agents"),
    ("1,867 children", "12,500 children", "1\u202f867 enfants", "12\u202f500 enfants"),
    ("12,500 children", "900 children", "12 500 enfants", "900 enfants"),
    ("2027 and after", "2028 and after", "2027 et après", "2028 et après"),
    ("seven minutes", "five minutes", "sept minutes", "cinq minutes"),
    ("Seven minutes", "Eighty minutes", "Sept minutes", "Quatre-vingts minutes"),
    ("seven minutes", "45 minutes", "sept minutes", "45 minutes"),
    ("12 States", "nine States", "12 États", "neuf États"),
    ("seven minutes", "45 minutes", "7 minutes", "45 minutes"),
    ("$2.4 billion", "$3.15 billion", "2,4\u00a0milliards de dollars", "3,15\u00a0milliards de dollars"),
    ("$1.2 million", "$1.7 million", "1,2 million de dollars", "1,7 million de dollars"),
    ("35 per cent", "40.5 per cent", "35 %", "40,5 %"),
    ("sixty per cent", "seventy per cent", "Soixante pour cent", "Soixante-dix pour cent"),
    ("Panel 1", "Panel 2", "Table ronde 1", "Table ronde 2"),
    # ordinals
    ("sixth meeting", "seventh meeting", "sixième réunion", "septième réunion"),
    ("Twentieth meeting", "Twenty-first meeting", "Vingtième réunion", "Vingt et unième réunion"),
    ("seventy-eighth", "seventy-ninth", "soixante-dix-huitième", "soixante-dix-neuvième"),
    ("eightieth", "eighty-first", "quatre-vingtième", "quatre-vingt-unième"),
    ("7364th meeting", "7365th meeting", "7364e séance", "7365e séance"),
    ("3rd meeting", "4th meeting", "3e séance", "4e séance"),
    ("first meeting", "second meeting", "première réunion", "deuxième réunion"),
    ("second session", "third session", "seconde session", "troisième session"),
    ("twentieth century", "nineteenth century", "XXe siècle", "XIXe siècle"),
    # dates
    ("14 March 2028", "1 March 2027", "le 14 mars 2028", "le 1er mars 2027"),
    ("1 March 2028", "2 March 2027", "le 1er mars 2028", "le 2 mars 2027"),
    ("of July 2027", "of October 2027", "à la fin de juillet 2027", "à la fin d'octobre 2027"),
    ("of July 2027", "of October 2027", "l’avis de juillet 2027", "l’avis d’octobre 2027"),
    ("of August", "of March", "le mois d’août", "le mois de mars"),
    ("in August 2027", "in May 2028", "Août 2027", "Mai 2028"),
    ("5 May", "6 June", "5 mai", "6 juin"),
    ("Monday", "Friday", "Lundi", "Vendredi"),
    ("Monday", "Friday", "le lundi", "le vendredi"),
    ("Mon., 5 May", "Fri., 5 May", "Lun. 5 mai", "Ven. 5 mai"),
    # times
    ("10.30 a.m.", "11 a.m.", "à 10\u00a0h\u00a030", "à 11\u00a0heures"),
    ("10 a.m.", "10.30 a.m.", "à 10 heures", "à 10 h 30"),
    ("noon", "6 p.m.", "après midi", "après 18\u00a0heures"),
    ("6 p.m.", "noon", "après 18 heures", "après midi"),
    ("12.30 p.m.", "noon", "à 12 h 30", "à midi"),
    ("2 a.m.", "1 a.m.", "à 2 heures", "à 1 heure"),
    # references and symbols
    ("item 3 (a)", "item 4 (b)", "point 3 a)", "point 4 b)"),
    ("item 3", "item 4 (b)", "point 3", "point 4 b)"),
    ("item 3 (a)", "item 4", "point 3 a)", "point 4"),
    ("(b) Election", "(c) Election", "b) Élection", "c) Élection"),
    ("resolution 7/1", "resolution 8/2", "résolution 7/1", "résolution 8/2"),
    ("resolution 2127 (2013)", "resolution 2195 (2014)", "résolution 2127 (2013)", "résolution 2195 (2014)"),
    ("annex II", "annex IV", "annexe II", "annexe IV"),
    ("Article I", "Article II", "Article premier", "Article II"),
    ("article 5", "article 1", "l’article 5", "l’article premier"),
    ("A/RES/75/1", "A/RES/76/2", "A/RES/75/1", "A/RES/76/2"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "query", "target", "expected"), CERTAIN)
def test_a_value_is_written_in_the_manner_of_the_text(source: str, query: str, target: str, expected: str) -> None:
    assert rewritten(source, query, target) == expected


@pytest.mark.parametrize(
    ("source", "query", "target"),
    [
        ("$1.7 billion", "$2.3 billion", "1,7 milliard de dollars"),
        ("$3 million", "$450,000", "3 millions de dollars"),
        ("second report", "first report", "deuxième rapport"),
        ("3rd meeting", "1st meeting", "3e séance"),
        ("seven States", "twenty-one States", "sept États"),
        ("10 States", "0 States", "10 États"),
        ("200 experts", "2027 experts", "200 experts"),
        ("in 1990s", "in 1980s", "années 90"),
        ("in June 2027", "on 5 June 2027", "en juin 2027"),
        ("paragraph (2)(a)", "paragraph (1)(a)", "alinéa (2)a)"),
        ("paragraph 3", "paragraph (2)", "paragraphe 3"),
        ("heading 8413", "heading 3824.60", "position 8413"),
        ("number 64", "number 06", "numéro 64"),
        ("2,000 dollars", "1,000 dollars", "2 mille dollars"),
        ("450 kilograms", "2750 kilograms", "450 kilogrammes"),
        ("3–6 p.m.", "3.30–6 p.m.", "de 15 à 18 heures"),
    ],
)  # fmt: skip
def test_a_form_that_is_not_certain_is_refused(source: str, query: str, target: str) -> None:
    with pytest.raises(UncertainError):
        rewritten(source, query, target)


def test_numbers_have_their_names() -> None:
    for number in range(10_000):
        assert number_names.cardinal(number) == naming.french(number)
        if number > 1:
            assert number_names.ordinal(number) == naming.french_ordinal(number)


@given(old=st.integers(2, 30), new=st.integers(2, 30), month=st.sampled_from(["mars", "avril", "août"]))
def test_what_is_written_is_read_with_the_new_value(old: int, new: int, month: str) -> None:
    english = {"mars": "March", "avril": "April", "août": "August"}[month]
    result = rewritten(f"{old} {english} 2027", f"{new} {english} 2028", f"Le {old} {month} 2027")
    query = f"{new} {english} 2028"
    assert [p.value for p in FRENCH.placeables(result)] == [p.value for p in ENGLISH.placeables(query)]
