"""Tests French numbers, percentages and ordinals, in digits and in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Show = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("240 agents des douanes", "240 = 240"),
        ("1 200,5 hectares", "1 200,5 = 1200.5"),
        ("1\u00a0867 enfants", "1\u00a0867 = 1867"),
        ("12\u202f500\u202f000 personnes", "12\u202f500\u202f000 = 12500000"),
        ("0,9 mille marin à l’est", "0,9 = 0.9"),
        ("30 mille hectares", "30 mille = 30000"),
        ("2,4 milliards de dollars", "2,4 milliards = 2400000000"),
        ("1 million de dollars", "1 million = 1000000"),
        ("1,2\u00a0million d’euros", "1,2\u00a0million = 1200000"),
        ("en 2015, 300 personnes", "2015 = 2015; 300 = 300"),
        ("l’exercice 2016-2017", "2016 = 2016; 2017 = 2017"),
        ("l’exercice 2014/15", "2014 = 2014; 15 = 15"),
        ("l’après-2015", "2015 = 2015"),
        ("les années 90", "90 = 1990"),
        ("les années 1980 et 1990", "1980 = 1980; 1990 = 1990"),
        ("97 d’entre elles", "97 = 97"),
    ],
)
def test_numbers_in_digits_are_read_by_value(french: Show, text: str, numbers: str) -> None:
    assert french(text, "number") == numbers


def test_an_english_thousands_comma_is_read_as_french_reads_it(french: Show) -> None:
    assert french("12,500 personnes") == "12,500 = 12.5"
    assert french("12.500 personnes") == "12.500 = 12.5"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sept minutes", "sept = 7"),
        ("vingt et un États", "vingt et un = 21"),
        ("deux mille marins", "deux mille = 2000"),
        ("vingt et une Parties", "vingt et une = 21"),
        ("trente-deux", "trente-deux = 32"),
        ("soixante-dix", "soixante-dix = 70"),
        ("soixante et onze", "soixante et onze = 71"),
        ("soixante-dix-neuf", "soixante-dix-neuf = 79"),
        ("quatre-vingts", "quatre-vingts = 80"),
        ("quatre-vingt-un", "quatre-vingt-un = 81"),
        ("quatre-vingt-dix-sept", "quatre-vingt-dix-sept = 97"),
        ("nonante-neuf", "nonante-neuf = 99"),
        ("cent cinq", "cent cinq = 105"),
        ("douze cents dollars", "douze cents = 1200"),
        ("onze cent vingt mètres", "onze cent vingt = 1120"),
        ("trois dollars et quinze cents", "trois = 3; quinze = 15"),
        ("deux cents", "deux cents = 200"),
        ("cinquante-huit cents par litre", "cinquante-huit = 58"),
        ("mille deux cents pages", "mille deux cents = 1200"),
        ("deux cent vingt et un", "deux cent vingt et un = 221"),
        ("mille", "mille = 1000"),
        ("deux mille trois cent quarante-cinq", "deux mille trois cent quarante-cinq = 2345"),
        ("cinq cent mille", "cinq cent mille = 500000"),
        ("un million deux cent mille", "un million deux cent mille = 1200000"),
        ("deux millions", "deux millions = 2000000"),
        ("cinq ou six", "cinq = 5; six = 6"),
        ("vingt et trente", "vingt = 20; trente = 30"),
        ("neuf États", "neuf = 9"),
    ],
)
def test_numbers_in_words_are_read_by_value(french: Show, text: str, value: str) -> None:
    assert french(text, "number") == value


@pytest.mark.parametrize(
    "text",
    [
        "la pandémie de COVID-19",
        "un État, une Partie, l’un d’eux",
        "du matériel neuf, remis à neuf",
        "le pour cent",
        "à six dixièmes de mille du pic",
        "des milliers de personnes",
        "https://www.un.org/fr/2015/12",
        "1'espace",
    ],
)
def test_what_is_not_a_number_is_left_alone(french: Show, text: str) -> None:
    assert french(text) == ""


@pytest.mark.parametrize(
    ("text", "percentages"),
    [
        ("35 %", "35 % = 35"),
        ("35\u00a0%", "35\u00a0% = 35"),
        ("5,5\u202f%", "5,5\u202f% = 5.5"),
        ("35%", "35% = 35"),
        ("35 pour cent", "35 pour cent = 35"),
        ("Soixante-six pour cent d’entre eux", "Soixante-six pour cent = 66"),
        ("un pour cent", "un pour cent = 1"),
        ("de 35 à 40 %", "35 = 35; 40 % = 40"),
        ("entre 50 % et 75 %", "50 % = 50; 75 % = 75"),
        ("7 points de pourcentage", ""),
    ],
)
def test_percentages_are_told_from_numbers(french: Show, text: str, percentages: str) -> None:
    assert french(text, "percent") == percentages


@pytest.mark.parametrize(
    ("text", "ordinals"),
    [
        ("la septième réunion", "septième = 7"),
        ("Vingt et unième réunion", "Vingt et unième = 21"),
        ("sa soixante-neuvième session", "soixante-neuvième = 69"),
        ("la soixante et onzième", "soixante et onzième = 71"),
        ("sa soixante-dix-neuvième session", "soixante-dix-neuvième = 79"),
        ("sa quatre-vingt-unième session", "quatre-vingt-unième = 81"),
        ("la quatre-vingt-onzième", "quatre-vingt-onzième = 91"),
        ("la cent trente et unième", "cent trente et unième = 131"),
        ("la centième", "centième = 100"),
        ("7364e séance", "7364e = 7364"),
        ("7364 e séance", "7364 e = 7364"),
        ("la 7^{e} séance et la 1^{re}", "7^{e} = 7; 1^{re} = 1"),
        ("1er, 1re, 2e, 75ème, 2nd", "1er = 1; 1re = 1; 2e = 2; 75ème = 75; 2nd = 2"),
        ("le premier rapport, la seconde session", "premier = 1; seconde = 2"),
        ("les sixième et septième rapports", "sixième = 6; septième = 7"),
        ("le XXIe siècle", "XXIe = 21"),
        ("le Premier Ministre, les matières premières, au premier plan", ""),
        ("trois cinquièmes", ""),
        ("Ce n’est pas la Vie", ""),
    ],
)
def test_ordinals_are_read_by_value(french: Show, text: str, ordinals: str) -> None:
    assert french(text, "ordinal") == ordinals


def test_a_numeral_after_pour_counts_unless_it_is_per_cent(french: Show) -> None:
    assert french("pour huit séances, soit soixante pour cent") == "huit = 8; soixante pour cent = 60"
