"""Turns dates as the exchange formats write them into ISO 8601 in UTC, and back.

TMX 1.4b and OmegaT know ``20240131T120000Z``, other tools the extended form, with offsets or
fractions; SDLXLIFF writes ``01/31/2024 12:00:00``. Exports fill a missing date with the beginning
of some epoch (year 1, 1900, 1970): such a date says nothing.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache

_ISO = re.compile(
    r"(?P<date>\d{4}-?\d\d-?\d\d)"
    r"(?:[T ](?P<time>\d\d:?\d\d(?::?\d\d)?)(?:[.,]\d+)?\s*(?:Z|(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)?)?)?"
)
_AMERICAN = re.compile(r"(\d\d)/(\d\d)/(\d{4}) (\d\d):(\d\d):(\d\d)")
_NO_DATES = frozenset({1, 1900})


@lru_cache(maxsize=4096)
def iso_date(written: str) -> str | None:
    """Returns the moment as ``2024-01-31T12:00:00Z``, or ``2024-01-31`` if no time is written.

    "" for a placeholder, None for what is no date; without offset the time is taken for UTC.
    """
    written = written.strip()
    american = _AMERICAN.fullmatch(written)
    if american:
        month, day, year, *time = american.groups()
        written = f"{year}-{month}-{day}T{':'.join(time)}Z"
    match = _ISO.fullmatch(written)
    if match is None:
        return None
    time_digits = (match["time"] or "").replace(":", "")
    try:
        moment = datetime.strptime(match["date"].replace("-", "") + time_digits.ljust(6, "0"), "%Y%m%d%H%M%S")
        if match["sign"]:
            offset = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
            moment += -offset if match["sign"] == "+" else offset
    except (ValueError, OverflowError):
        return None
    if moment.year in _NO_DATES or moment.strftime("%Y-%m-%d") == "1970-01-01":
        return ""
    day_only = f"{moment.year:04}-{moment.month:02}-{moment.day:02}"
    return f"{day_only}T{moment:%H:%M:%S}Z" if match["time"] else day_only


@lru_cache(maxsize=4096)
def compact_date(moment: str) -> str:
    """Returns ``20240131T120000Z`` for an ISO date or time, as TMX demands; "" for what is neither."""
    known = iso_date(moment)
    if not known:
        return ""
    digits = known.replace("-", "").replace(":", "")
    return digits if digits.endswith("Z") else f"{digits}T000000Z"
