"""Tests that it does not matter where the rows of the fuzzy index are counted: what is found is what a scan finds."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.postgresql_server import new_schema
from tests.store.test_segments import fill, named, textbook_rate, texts
from tests.store.test_units import emptied
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.postgresql import fuzzy
from tmtool.store.postgresql.repeated import repeated
from tmtool.store.postgresql.repeated_arrays import repeated_in_array

NOTHING, EVERYTHING = -1, 1 << 40


@pytest.fixture(scope="module")
def home() -> Iterator[Home]:
    """Yields a home for all examples."""
    with open_home(new_schema(), create=True) as opened:
        yield opened


@given(numbers=st.lists(st.integers(1, 9) | st.integers(0, (1 << 31) - 1), min_size=1), least=st.integers(1, 4))
def test_what_is_there_often_enough_is_counted_in_a_dictionary_as_in_an_array(numbers: list[int], least: int) -> None:
    written = b"".join(struct.pack(">i", number) for number in numbers)
    wanted = [number for number, times in Counter(numbers).items() if times >= least]
    assert sorted(repeated(written, least)) == sorted(repeated_in_array(written, least)) == sorted(wanted)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    stored=st.lists(texts, min_size=1, max_size=20),
    query=texts,
    threshold=st.sampled_from([50, 60, 70, 85, 100]),
    numpy_after=st.sampled_from([NOTHING, EVERYTHING]),
)
def test_rows_counted_by_the_program_find_what_a_scan_of_everything_finds(
    home: Home, stored: list[str], query: str, threshold: int, numpy_after: int
) -> None:
    fill(emptied(home), *stored)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fuzzy, "_FEW", NOTHING)
        patch.setattr(fuzzy, "_NUMPY_AFTER", numpy_after)
        found = dict(named(home, home.segments.similar(query, "en", threshold)))
    assert found == {text: rate for text in stored if (rate := textbook_rate(query, text)) >= threshold}


def test_rows_counted_by_the_program_are_those_of_an_index_made_anew_meanwhile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fuzzy, "_FEW", NOTHING)
    place = new_schema()
    with open_home(place, create=True) as home, open_home(place) as other:
        fill(home, "Report on the work", "Report on the work of the group", "Quite another text")
        before = list(other.segments.similar("Report on the work", "en", 50))

        def counted(segments: bytes, least: int) -> list[int]:
            monkeypatch.setattr(fuzzy, "repeated", repeated)
            fill(home, "Report on the work done", path="b")
            home.segments.index_anew()
            return repeated(segments, least)

        monkeypatch.setattr(fuzzy, "repeated", counted)
        assert set(before) < set(other.segments.similar("Report on the work", "en", 50))
