"""The programme of a meeting is known by its times, or by the letters and numbers of its items."""

from __future__ import annotations

import pytest

from tmtool.documents.programmes import is_programme
from tmtool.documents.reading import parse_text

DAYS = (
    "Tuesday, 3 June 2031",
    "9–9.30 a.m.\tRegistration",
    "9.30 a.m.–noon\tSession 1. Ice",
    "Wednesday, 4 June 2031",
    "9 a.m.–noon\tSession 2. Boats",
    "2–5 p.m.\tSession 3. Fish",
)
FIGURES = [f"{hour}.00–{hour}.45\tSession {hour}. Lakes" for hour in range(9, 15)]
SITTINGS = [f"MEETING {number} – Monday, {number} July 2031, 1000 hours\nSubject: lakes" for number in range(1, 7)]
CODED = [f"{part} {number}\tLakes that freeze\tL/{number}" for part in ("PL", "ADM") for number in range(1, 4)]


@pytest.mark.parametrize("lines", [DAYS, FIGURES, SITTINGS, ["Draft agenda of the Council", *CODED]])
def test_times_or_the_codes_of_items_tell_a_programme(lines: list[str]) -> None:
    assert is_programme(parse_text("\n".join(lines), language="en"))


@pytest.mark.parametrize(
    "lines",
    [
        DAYS[:5],
        [*DAYS[:5], DAYS[4]],
        CODED,
        [f"The Council met on Monday, {number} July 2031, at 10 a.m. and took a decision." for number in range(1, 9)],
        [f"{number}. The Council met on {number} July 2031." for number in range(1, 9)],
    ],
)
def test_few_times_and_sentences_that_mention_some_do_not(lines: list[str]) -> None:
    assert not is_programme(parse_text("\n".join(lines), language="en"))
