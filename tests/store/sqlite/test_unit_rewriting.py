"""Tests that a change in several parts, of which a process works out all but the first, is done whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.filling import store, unit
from tmtool.store import beside, open_home
from tmtool.store.beside import Beside
from tmtool.store.home import Home
from tmtool.store.sqlite import units
from tmtool.store.values import Part

BEFORE = ["la trêve", "la paix", "la paix", "la trêve et la paix", "Le trafic"]
AFTER = ["une trêve", "une paix", "une paix", "une trêve et une paix", "la trêve"]
LONG_S = 60


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    """Yields one with a unit for each text, which changes one after the other."""
    monkeypatch.setattr(units, "_REWRITTEN_AT_ONCE", 1)
    monkeypatch.setattr(beside, "_cores", lambda: 2)
    with open_home(str(tmp_path / "t.db"), create=True) as opened:
        store(opened, [unit(f"Text {number}", text) for number, text in enumerate(BEFORE)])
        opened.segments.index()
        yield opened


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Beside[Any, Any]]:
    """Returns whom the questions were put to, in their order."""
    found: list[Beside[Any, Any]] = []
    ask = Beside.ask

    def noted(asking: Beside[Any, Any], question: object) -> Callable[[], Any]:
        found.append(asking)
        return ask(asking, question)

    monkeypatch.setattr(Beside, "ask", noted)
    return found


def reword(home: Home) -> None:
    """Gives all units their texts after the change."""
    home.units.reword_all([(unit, 1, text) for unit, text in enumerate(AFTER, 1)], "fr", "2026-01-01T00:00:00Z", "anne")


def texts(home: Home) -> list[str]:
    """Returns the texts of the units."""
    return [text for _, _, text in home.units.texts("fr", Part())]


@pytest.mark.parametrize("killed_after", [None, 0, 2])
def test_all_texts_change_even_if_the_process_is_killed(
    home: Home, asked: list[Beside[Any, Any]], killed_after: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    had = home.units.states(range(1, 6))
    ask = Beside.ask

    def killed(asking: Beside[Any, Any], question: object) -> Callable[[], Any]:
        if len(asked) == killed_after and asking._process:
            asking._process.kill()
            asking._process.wait(LONG_S)
        return ask(asking, question)

    monkeypatch.setattr(Beside, "ask", killed)
    with home.bulk_transaction():
        reword(home)
    assert len(asked) == len(BEFORE) - 1
    assert texts(home) == AFTER
    assert asked[0]._process is None
    home.segments.index()
    assert home.faults() == []
    with home.bulk_transaction():
        home.units.rewrite_all(list(enumerate(had, 1)))
    home.segments.index()
    assert home.units.states(range(1, 6)) == had
    assert home.faults() == []


@pytest.mark.parametrize("error", [LookupError, KeyboardInterrupt])
def test_none_changes_and_no_process_is_left_when_who_works_fails(
    home: Home, asked: list[Beside[Any, Any]], error: type[BaseException]
) -> None:
    def failing() -> None:
        with home.bulk_transaction():
            reword(home)
            raise error

    with pytest.raises(error):
        failing()
    assert asked
    assert asked[0]._process is None
    assert texts(home) == BEFORE


def test_few_units_start_no_process(home: Home, asked: list[Beside[Any, Any]]) -> None:
    with home.bulk_transaction():
        home.units.reword_all([(1, 1, AFTER[0])], "fr", "2026-01-01T00:00:00Z", "anne")
    with home.transaction():
        reword(home)
    assert texts(home) == AFTER
    assert not asked
