"""Tests what a transaction of a home leaves, all or nothing, what others see of it, and which errors come out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.filling import set_aside, store, unit
from tmtool.errors import DatabaseError
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.values import Part

ONE, TWO = unit("Other matters", "Questions diverses", "A/1"), unit("The report", "Le rapport", "A/2")


class UnforeseenError(Exception):
    """An `UnforeseenError` is what may happen in the middle of a transaction."""


def texts(home: Home) -> list[str]:
    return [one.variants[0].text for _, one in home.units.read()]


@contextmanager
def broken_off(home: Home) -> Iterator[None]:
    """Opens a transaction that something ends before its time."""
    with pytest.raises(UnforeseenError), home.transaction():
        yield
        raise UnforeseenError


def test_a_home_that_is_not_there_is_an_error_that_names_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="tmtool init"):
        open_home(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_a_home_of_a_kind_that_nothing_opens_is_refused() -> None:
    with pytest.raises(DatabaseError, match="kind 'mongodb'"):
        open_home("mongodb://memories")


def test_a_home_is_opened_again_by_its_place(home: Home, place: str) -> None:
    assert home.place == place
    store(home, [ONE])
    with open_home(home.place) as other:
        assert texts(other) == ["Other matters"]


def test_what_is_broken_off_leaves_nothing(home: Home) -> None:
    store(home, [ONE])
    before = home.statistics()
    with broken_off(home):
        writer = home.sources.replace_units("new", "b.tsv", "table", "1")
        writer.add(TWO)
        writer.finish()
        home.concepts.any()
        home.history.record("edit", "units", 1)
        home.sources.weigh("default", penalty=10, trust=10)
        set_aside(home, Part(memory="default"))
    assert home.statistics() == before
    assert home.history.since() == []
    assert home.faults() == []
    assert list(home.segments.similar("The report", "en", 50)) == []
    assert [rate for _, rate in home.segments.similar("Other matters", "en", 50)] == [100]


def test_an_import_that_is_broken_off_keeps_what_the_file_gave_before(home: Home) -> None:
    store(home, [ONE])
    with broken_off(home):
        writer = home.sources.replace_units("default", "a.tsv", "table", "1")
        writer.add(TWO)
        writer.finish()
    assert texts(home) == ["Other matters"]
    source = home.sources.find("default", "memory", "a.tsv")
    assert source is not None
    assert source.sha256 == "0"


def test_others_see_what_is_written_when_it_is_committed(home: Home, place: str) -> None:
    with open_home(place) as other:
        with home.transaction():
            writer = home.sources.replace_units("default", "a.tsv", "table", "0")
            writer.add(ONE)
            writer.finish()
            assert texts(home) == ["Other matters"]
            assert texts(other) == []
        assert texts(other) == ["Other matters"]


def test_a_rehearsal_leaves_nothing(home: Home) -> None:
    store(home, [ONE, TWO])
    with home.rehearsal():
        home.units.remove_documents(["A/1"])
        assert texts(home) == ["The report"]
        assert list(home.segments.similar("Other matters", "en", 50)) == []
    assert texts(home) == ["Other matters", "The report"]
    assert [rate for _, rate in home.segments.similar("Other matters", "en", 50)] == [100]


def test_a_trial_has_everything_and_changes_nothing(home: Home) -> None:
    store(home, [ONE])
    with home.trial() as trial:
        assert texts(trial) == ["Other matters"]
        store(trial, [TWO])
        store(home, [ONE, TWO])
        assert texts(trial) == ["The report"]
        assert [rate for _, rate in trial.segments.similar("The report", "en", 50)] == [100]
        gone = trial.place
    assert texts(home) == ["Other matters", "The report"]
    with pytest.raises(DatabaseError):
        open_home(gone)


def test_a_home_that_was_closed_answers_with_an_error(home: Home) -> None:
    store(home, [ONE])
    units = home.units.read()
    next(units)
    home.close()
    for ask in (lambda: next(units), home.concepts.all, lambda: list(home.segments.similar("A", "en", 50))):
        with pytest.raises(DatabaseError):
            ask()
