"""Tests English dates, weekdays and times of day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Show = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("on 8 September 2020", "8 September 2020 = 2020-09-08"),
        ("on 8 September, Vienna", "8 September = --09-08"),
        ("8 and 9 September 2020", "8 = 2020-09-08; 9 September 2020 = 2020-09-09"),
        ("1, 2 and 5 June 2014", "1 = 2014-06-01; 2 = 2014-06-02; 5 June 2014 = 2014-06-05"),
        ("Vienna, 14–16 June 2027", "14 = 2027-06-14; 16 June 2027 = 2027-06-16"),
        ("from 1 to 4 July", "1 = --07-01; 4 July = --07-04"),
        ("30 June to 2 July 2027", "30 June = 2027-06-30; 2 July 2027 = 2027-07-02"),
        ("30 December 2027–2 January 2028", "30 December 2027 = 2027-12-30; 2 January 2028 = 2028-01-02"),
        ("from 30 December to 2 January 2028", "30 December = 2027-12-30; 2 January 2028 = 2028-01-02"),
        ("between 1 January 2020 and 31 December 2026", "1 January 2020 = 2020-01-01; 31 December 2026 = 2026-12-31"),
        ("Monday, 8, and Tuesday, 9 March 2027", "8 = 2027-03-08; 9 March 2027 = 2027-03-09"),
        (
            "on 19 November and 23 and 29 December 2014",
            "19 November = 2014-11-19; 23 = 2014-12-23; 29 December 2014 = 2014-12-29",
        ),
        ("the 1st of May 2020", "1st of May 2020 = 2020-05-01"),
        ("in September 2020", "September 2020 = 2020-09"),
        ("June and July 2020", "June = 2020-06; July 2020 = 2020-07"),
        ("at the end of July", "July = --07"),
        ("September 8, 2020", "September 8, 2020 = 2020-09-08"),
        ("September 8–9, 2020", "September 8 = 2020-09-08; 9, 2020 = 2020-09-09"),
        ("On January 20, the case", "January 20 = --01-20"),
        ("from February 12–March 28, 2020", "February 12 = 2020-02-12; March 28, 2020 = 2020-03-28"),
        ("between March 13 and 31", "March 13 = --03-13; 31 = --03-31"),
        ("In May 10 States met", "May = --05"),
        ("in mid-May", "May = --05"),
        ("2020-09-08", "2020-09-08 = 2020-09-08"),
        ("3 Sept. 2020", "3 Sept. 2020 = 2020-09-03"),
        ("29 February 2020", "29 February 2020 = 2020-02-29"),
    ],
)
def test_dates_are_read_by_value(english: Show, text: str, dates: str) -> None:
    assert english(text, "date") == dates


@pytest.mark.parametrize(
    "text", ["May I speak?", "States may wish", "March for peace", "a march in the street", "The Sun and Mar"]
)
def test_a_doubtful_name_alone_is_no_month(english: Show, text: str) -> None:
    assert english(text, "date") == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("31 June 2020", "31 = 31; June 2020 = 2020-06"),
        ("29 February 2021", "29 = 29; February 2021 = 2021-02"),
    ],
)
def test_a_day_that_no_calendar_has_is_a_number_next_to_a_month(english: Show, text: str, found: str) -> None:
    assert english(text) == found


def test_a_weekday_is_found_by_itself(english: Show) -> None:
    assert english("Tuesday, 8 September 2020") == "Tuesday = 2; 8 September 2020 = 2020-09-08"
    assert english("from Monday to Friday", "weekday") == "Monday = 1; Friday = 5"


def test_a_weekday_cut_short_is_found_before_a_day_of_a_month_or_alone_with_a_figure(english: Show) -> None:
    assert english("Thurs., 22 March", "weekday") == "Thurs. = 4"
    assert english("Wed May 3", "weekday") == "Wed = 3"
    assert english("MON 12", "weekday") == "MON = 1"
    assert english("They sat 3 hours in the sun", "weekday") == ""


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("at 10 a.m. on Monday", "10 a.m. = 10:00"),
        ("10.23 a.m.", "10.23 a.m. = 10:23"),
        ("10:30 AM", "10:30 AM = 10:30"),
        ("3 pm", "3 pm = 15:00"),
        ("12.40 p.m.", "12.40 p.m. = 12:40"),
        ("12 a.m.", "12 a.m. = 00:00"),
        ("3–4.30 p.m.", "3 = 15:00; 4.30 p.m. = 16:30"),
        ("3 to 6 p.m.", "3 = 15:00; 6 p.m. = 18:00"),
        ("10 a.m.–1 p.m.", "10 a.m. = 10:00; 1 p.m. = 13:00"),
        ("10 a.m. to 1 p.m.", "10 a.m. = 10:00; 1 p.m. = 13:00"),
        ("11–12.30 p.m.", "11 = 11:00; 12.30 p.m. = 12:30"),
        ("after noon and before midnight", "noon = 12:00; midnight = 00:00"),
        ("at 12 noon", "12 noon = 12:00"),
        ("9.30 a.m.–midday", "9.30 a.m. = 09:30; midday = 12:00"),
        ("at 1310 hours", "1310 hours = 13:10"),
        ("Monday, 4 May 2026, 1430 hours", "1430 hours = 14:30"),
        ("In 2026, 1430 hours were worked.", ""),
        ("At 0300, soldiers", "0300 = 03:00"),
        ("15:00", "15:00 = 15:00"),
        ("11:15–12:00: coffee", "11:15 = 11:15; 12:00 = 12:00"),
        ("9:30–18:00: items 1 and 2", "9:30 = 09:30; 18:00 = 18:00"),
        ("a run of 02:11:40", ""),
        ("beginning at 09.00 on Monday", "09.00 = 09:00"),
        ("It opens at 09.30 and ends at 17.15.", "09.30 = 09:30; 17.15 = 17:15"),
        ("09.30–12.00", "09.30 = 09:30; 12.00 = 12:00"),
        ("Monday, 14.00 to 17.30", "14.00 = 14:00; 17.30 = 17:30"),
        ("from 10.00 to 12.50 per cent", ""),
        ("at 10.15 per cent", ""),
        ("at 10.15 of the index", ""),
        ("paragraphs 2.15–2.30", ""),
        ("headings 09.00 to 09.10", ""),
        ("12.50–10.00", ""),
        ("prices of $10.00–12.00", ""),
        ("15.30 hours", "15.30 hours = 15:30"),
        ("within 24 hours, in the afternoon", ""),
        ("1310 hours of training", ""),
        ("a ratio of 1:20", ""),
    ],
)
def test_times_of_day_are_read_on_the_24_hour_clock(english: Show, text: str, times: str) -> None:
    assert english(text, "time") == times
