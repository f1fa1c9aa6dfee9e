"""Tests French dates, weekdays and times of day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tmtool import languages

Show = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("le 8 septembre 2020", "8 septembre 2020 = 2020-09-08"),
        ("le 8 septembre, à Vienne", "8 septembre = --09-08"),
        ("les 8 et 9 septembre 2020", "8 = 2020-09-08; 9 septembre 2020 = 2020-09-09"),
        ("les 1er, 2 et 5 juin 2014", "1er = 2014-06-01; 2 = 2014-06-02; 5 juin 2014 = 2014-06-05"),
        ("Vienne, 14-16 juin 2027", "14 = 2027-06-14; 16 juin 2027 = 2027-06-16"),
        ("du 1er au 4 juillet 2027", "1er = 2027-07-01; 4 juillet 2027 = 2027-07-04"),
        ("passer de 8 à 9 au 1er juillet 2027", "1er juillet 2027 = 2027-07-01"),
        ("du 30 juin au 2 juillet 2027", "30 juin = 2027-06-30; 2 juillet 2027 = 2027-07-02"),
        ("du 30 décembre au 2 janvier 2028", "30 décembre = 2027-12-30; 2 janvier 2028 = 2028-01-02"),
        ("Du 1er janvier 2020 au 31 décembre 2026", "1er janvier 2020 = 2020-01-01; 31 décembre 2026 = 2026-12-31"),
        ("entre le 1er mai et le 30 juin 2014", "1er mai = 2014-05-01; 30 juin 2014 = 2014-06-30"),
        ("les lundi 8 et mardi 9 mars 2027", "8 = 2027-03-08; 9 mars 2027 = 2027-03-09"),
        ("du lundi 8 au mercredi 10 mars 2027", "8 = 2027-03-08; 10 mars 2027 = 2027-03-10"),
        ("dans la nuit du 9 au 10 juillet 2025", "9 = 2025-07-09; 10 juillet 2025 = 2025-07-10"),
        ("Le 1^{er} mai 2020", "1^{er} mai 2020 = 2020-05-01"),
        ("Le 1 er mai 2020", "1 er mai 2020 = 2020-05-01"),
        ("le premier mai", "premier mai = --05-01"),
        ("en septembre 2020", "septembre 2020 = 2020-09"),
        ("juin et juillet 2020", "juin = 2020-06; juillet 2020 = 2020-07"),
        ("la fin d’octobre, la mi-mars", "octobre = --10; mars = --03"),
        ("8 Août 2020", "8 Août 2020 = 2020-08-08"),
        ("3 sept. 2020", "3 sept. 2020 = 2020-09-03"),
    ],
)
def test_dates_are_read_by_value(french: Show, text: str, dates: str) -> None:
    assert french(text, "date") == dates


@pytest.mark.parametrize("text", ["Sept États, sept. Parties", "la planète Mars", "une marche", "mais"])
def test_a_doubtful_name_alone_is_no_month(french: Show, text: str) -> None:
    assert french(text, "date") == ""


def test_a_weekday_is_found_by_itself(french: Show) -> None:
    assert french("le mardi 8 septembre 2020") == "mardi = 2; 8 septembre 2020 = 2020-09-08"
    assert french("Mercredi 9 septembre", "weekday") == "Mercredi = 3"


def test_a_weekday_cut_short_is_found_before_a_day_of_a_month_or_alone_with_a_figure(french: Show) -> None:
    assert french("Ven. 22 mars", "weekday") == "Ven. = 5"
    assert french("mer 3 mai", "weekday") == "mer = 3"
    assert french("Mar. 12", "weekday") == "Mar. = 2"
    assert french("la mer Noire, sam. et dim. exceptés", "weekday") == ""


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("le mardi 8 septembre 2020 à 10 heures", "10 heures = 10:00"),
        ("à 10 h 23", "10 h 23 = 10:23"),
        ("à 15h30", "15h30 = 15:30"),
        ("à 10 h 5", "10 h 5 = 10:05"),
        ("à 1\u00a0heure", "1\u00a0heure = 01:00"),
        ("10 heures-13 heures", "10 heures = 10:00; 13 heures = 13:00"),
        ("de 10 heures à 13 heures", "10 heures = 10:00; 13 heures = 13:00"),
        ("10 h 30-13 heures", "10 h 30 = 10:30; 13 heures = 13:00"),
        ("de 15 à 18 heures", "15 = 15:00; 18 heures = 18:00"),
        ("après midi et avant minuit", "midi = 12:00; minuit = 00:00"),
        ("à partir de 11 heures", "11 heures = 11:00"),
        ("reçus après 18 heures seront", "18 heures = 18:00"),
        ("jusqu’à 18 heures", "18 heures = 18:00"),
        ("le lundi 8 à 10 heures", "10 heures = 10:00"),
        ("Lundi 8 mars, 15 heures", "15 heures = 15:00"),
        ("15:00", "15:00 = 15:00"),
        ("dans l’après-midi", ""),
        ("9 h 30-midi", "9 h 30 = 09:30; midi = 12:00"),
        ("10 heures-midi", "10 heures = 10:00; midi = 12:00"),
        ("Midi-13 heures", "Midi = 12:00; 13 heures = 13:00"),
        ("De 10 heures à midi", "10 heures = 10:00; midi = 12:00"),
        ("un rapport de 1:20", ""),
        ("le mercredi 10 mai à 9:30", "9:30 = 09:30"),
        ("9:30-10:00", "9:30 = 09:30; 10:00 = 10:00"),
    ],
)
def test_times_of_day_are_read_on_the_24_hour_clock(french: Show, text: str, times: str) -> None:
    assert french(text, "time") == times


@pytest.mark.parametrize(
    "text",
    [
        "dans les 24 heures",
        "pendant 10 heures",
        "toutes les 2 heures",
        "une réunion de 3 heures",
        "à 3 heures de route",
        "jusqu’à 10 heures par jour",
        "des coupures pouvant durer jusqu'à 18 heures",
        "en 48 heures",
        "de 2 à 3 heures",
    ],
)
def test_a_length_of_time_is_a_number(french: Show, text: str) -> None:
    assert french(text, "time") == ""
    assert french(text, "number") != ""


def test_the_number_of_a_note_is_no_day_of_the_sentence_after_it() -> None:
    found = languages.get("fr").placeables("4 Au 31 mars 2028, les contributions")

    assert [(one.kind, one.value) for one in found] == [("number", "4"), ("date", "2028-03-31")]
