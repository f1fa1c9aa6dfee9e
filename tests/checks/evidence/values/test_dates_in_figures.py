"""Dates in figures, whose order nobody tells, are read with the other side."""

from __future__ import annotations

import pytest

from tmtool.checks.evidence.values.dates_in_figures import with_dates_in_figures
from tmtool.checks.evidence.values.same_value import Side
from tmtool.languages import get
from tmtool.model import PlaceableKind


def side(text: str, language: str = "en") -> Side:
    return Side(text, language, tuple(get(language).placeables(text)))


def dates(side: Side) -> list[str]:
    return [one.value for one in side.placeables if one.kind is PlaceableKind.DATE]


@pytest.mark.parametrize(
    ("text", "other", "language", "day"),
    [
        ("on 31/3/2001", "le 31 mars 2001", "fr", "2001-03-31"),
        ("on 3/31/2001", "31.03.2001", "ru", "2001-03-31"),
        ("on 04/05/2001", "2001年5月4日", "zh", "2001-05-04"),
        ("on 04/05/2001", "截至2001/4/5的余额", "zh", "2001-04-05"),
    ],
)
def test_a_date_in_figures_is_the_day_that_the_other_side_says(text: str, other: str, language: str, day: str) -> None:
    source, target = with_dates_in_figures(side(text), side(other, language))

    assert dates(source) == dates(target) == [day]


def test_a_date_in_figures_that_the_other_side_does_not_have_stays_numbers() -> None:
    source, target = side("on 31/3/2001"), side("le 30 mars 2001", "fr")

    assert with_dates_in_figures(source, target) == (source, target)


def test_no_day_of_the_calendar_and_no_part_of_a_symbol_is_a_date() -> None:
    for text in ("31/2/2001", "A/31/3/2001", "31/3/2001/Add.1", "1/31/3/2001", "31.3.2001.5"):
        source, target = side(text), side(text.replace("/", "."))
        assert not dates(with_dates_in_figures(source, target)[0])
