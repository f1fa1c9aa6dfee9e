"""Document symbols are the same in every language."""

from __future__ import annotations

from itertools import product

import pytest

from tmtool import languages
from tmtool.languages.symbols import joined_by_slashes
from tmtool.languages.unknown import no_placeables

READING = [tag for tag in languages.supported() if languages.get(tag).placeables is not no_placeables]
"""The languages that read values."""
SYMBOLS = [
    "27/CP.22",
    "BC-15/3",
    "WHA76.4",
    "EB152/11",
    "A/RES/75/1",
    "A/69/1",
    "CTOC/COP/WG.7/2020/1",
    "CAC/COSP/WG.2/2027/1",
    "E/CN.7/2015/13/Rev.1/Add.2",
    "E/CN.15/2028/8/Corr.1",
    "S/2015/10",
    "S/PV.7364",
    "S/RES/2127 (2013)",
    "A/C.3/69/L.5/Rev.1",
    "A/HRC/28/NGO/45",
    "ST/SGB/2003/13",
    "ICC-ASP/13/20",
    "NPT/CONF.2015/50",
    "UNEP/EA.1/INF/5",
    "GC(56)/RES/9",
    "V.20-02918",
    "3.2.1",
]
FRAMES = ["{}", "({})", "see {}.", "{}, 12", "«\u00a0{}\u00a0»"]


def symbols(tag: str, text: str) -> list[str]:
    found = [placeable for placeable in languages.get(tag).placeables(text) if placeable.kind == "symbol"]
    assert all(placeable.span.of(text) == placeable.value for placeable in found)
    return [placeable.value for placeable in found]


@pytest.mark.parametrize("tag", READING)
def test_a_symbol_is_taken_whole(tag: str) -> None:
    for symbol, frame in product(SYMBOLS, FRAMES):
        text = frame.format(symbol)
        assert symbols(tag, text) == [symbol], text


@pytest.mark.parametrize("tag", READING)
def test_what_is_added_to_a_symbol_is_a_symbol_of_its_own(tag: str) -> None:
    assert symbols(tag, "A/69/1 and Add.1") == ["A/69/1", "Add.1"]
    assert symbols(tag, "A/69/767-S/2014/957") == ["A/69/767", "S/2014/957"]


@pytest.mark.parametrize("tag", READING)
def test_other_slashes_are_no_symbols(tag: str) -> None:
    assert symbols(tag, "HIV/AIDS in 2014, and/or 2014/15, 10 km/h, N/A, http://A/69/1") == []
    assert symbols(tag, "CTOC/COP, the I/O and 5 A/B") == []
    assert symbols(tag, "USD12.50, RMB12.8, PM2.5, COVID-19, G20, 3/4 and 10/EU") == []


def test_the_french_revision_of_some_organizations_is_the_same_as_the_english_one() -> None:
    assert [one.value for one in languages.get("fr").placeables("C28/8(Rév.1)") if one.kind == "symbol"] == ["Rev.1"]


def test_what_a_slash_joins_may_be_the_rest_of_a_symbol_with_a_space() -> None:
    text = "CL 181/3 and A/69/1, but neither and/or nor 40"
    assert [one.of(text) for one in joined_by_slashes(text)] == ["181/3", "A/69/1"]
