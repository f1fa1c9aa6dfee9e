"""Dates of exchange formats become ISO 8601 in UTC, and those that say nothing become none."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.formats.dates import compact_date, iso_date


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("20240131T120000Z", "2024-01-31T12:00:00Z"),
        ("2024-01-31T12:00:00Z", "2024-01-31T12:00:00Z"),
        ("2024-01-31 12:00:00", "2024-01-31T12:00:00Z"),
        ("2024-01-31T12:00:00.1234567+02:00", "2024-01-31T10:00:00Z"),
        ("20240131T230000-0200", "2024-02-01T01:00:00Z"),
        ("01/31/2024 12:00:00", "2024-01-31T12:00:00Z"),
        ("2024-01-31", "2024-01-31"),
        ("20240131", "2024-01-31"),
        ("19700101T000000Z", ""),
        ("1900-01-01T00:00:00Z", ""),
        ("0001-01-01T00:00:00", ""),
        ("20241331T000000Z", None),
        ("31 January 2024", None),
        ("", None),
    ],
)
def test_every_spelling_of_a_date_is_read(written: str, expected: str | None) -> None:
    assert iso_date(written) == expected


@given(st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(9998, 12, 31)))
def test_the_compact_form_leads_back(moment: datetime) -> None:
    written = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert iso_date(compact_date(written)) == written


def test_a_day_gets_midnight_in_the_compact_form_and_nonsense_nothing() -> None:
    assert compact_date("2024-01-31") == "20240131T000000Z"
    assert compact_date("soon") == compact_date("") == ""
