"""Tests that words are replaced in all units at once, and that they are taken back as if nothing had been."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.filling import store, unit
from tmtool.errors import UsageError
from tmtool.model import Unit
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.values import Part, UnitState
from tmtool.tasks import replacing, unit_editing
from tmtool.tasks.replacing import Replacement, Undone
from tmtool.tasks.unit_editing import UnitEdit

UNITS = [unit(f"Item {n}: traffic", f"Point {n} : trafic, le trafic", f"A/{n % 2}") for n in range(1, 8)]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with open_home(tmp_path / "t.db", create=True) as opened:
        marked = replace(UNITS[0].variants[1], markup="Point <b/>1", markup_format="tmx")
        store(opened, [replace(UNITS[0], variants=(UNITS[0].variants[0], marked)), *UNITS[1:]])
        yield opened


def everything(home: Home) -> tuple[list[Unit], list[UnitState]]:
    return [one for _, one in home.units.read()], home.units.states(range(1, 8))


def french(home: Home) -> list[str]:
    return [one.variants[1].text for _, one in home.units.read()]


def test_it_is_shown_before_it_is_done(home: Home) -> None:
    before = everything(home)
    found = list(replacing.replaceable(home, Replacement("trafic", "traite", "fr", part=Part(document="A/0"))))
    assert [one.unit for one in found] == [2, 4, 6]
    assert found[0].after == "Point 2 : traite, le traite"
    assert everything(home) == before


def test_it_is_done_in_all_units_and_taken_back_exactly(home: Home) -> None:
    before = everything(home)
    assert replacing.replace_all(home, Replacement("trafic", "traite", "fr")) == 7
    assert french(home)[-1].endswith("traite, le traite")
    assert not any(one.variants[1].markup for one in everything(home)[0])
    assert [segment for segment, _ in home.segments.with_words([["trafic"]], "fr")] == []
    assert len(list(home.segments.similar("Point 3 : traite, le traite", "fr", 80))) == 7
    assert home.faults() == []
    assert [one.action for one in home.history.since()] == ["replace"]
    assert replacing.undo(home) == Undone(7, 0)
    assert everything(home) == before
    assert len(list(home.segments.similar("Point 3 : trafic, le trafic", "fr", 80))) == 7
    assert home.faults() == []
    with pytest.raises(UsageError):
        replacing.undo(home)


def test_patterns_have_groups_and_a_text_is_never_left_empty(home: Home) -> None:
    pattern = Replacement(r"Point (\d) : .*", r"Point no \1", "fr", pattern=True)
    assert replacing.replace_all(home, pattern) == 7
    assert "Point no 3" in french(home)
    with pytest.raises(UsageError, match="no text"):
        replacing.replace_all(home, Replacement(".*", "", "fr", pattern=True))
    for wrong in (Replacement("(", "", "fr", pattern=True), Replacement("a", r"\1", "fr", pattern=True)):
        with pytest.raises(UsageError, match="is no replacement"):
            replacing.replace_all(home, wrong)


def test_what_was_corrected_since_stays_when_it_is_taken_back(home: Home) -> None:
    replacing.replace_all(home, Replacement("trafic", "traite", "fr"))
    unit_editing.edit(home, 3, UnitEdit(target="Autre chose"), "en", "fr")
    unit_editing.undo(home, 4, "en", "fr")
    assert replacing.undo(home) == Undone(5, 2)
    assert sorted("trafic" in text for text in french(home)) == [False] + [True] * 6


def test_replacements_are_taken_back_one_after_the_other(home: Home) -> None:
    before = everything(home)
    replacing.replace_all(home, Replacement("trafic", "traite", "fr"))
    replacing.replace_all(home, Replacement("Point 3", "Point trois", "fr"))
    assert replacing.undo(home) == Undone(1, 0)
    assert replacing.undo(home) == Undone(7, 0)
    assert everything(home) == before


def test_a_unit_whose_part_was_taken_back_and_that_was_corrected_then_stays(home: Home) -> None:
    replacing.replace_all(home, Replacement("trafic", "traite", "fr"))
    unit_editing.undo(home, 4, "en", "fr")
    unit_editing.edit(home, 4, UnitEdit(target="Autre chose"), "en", "fr")
    unit_editing.edit(home, 5, UnitEdit(target="Passager"), "en", "fr")
    unit_editing.undo(home, 5, "en", "fr")
    assert replacing.undo(home) == Undone(6, 1)
    assert "Autre chose" in french(home)


def test_units_replaced_in_survive_a_new_import(home: Home) -> None:
    replacing.replace_all(home, Replacement("trafic", "traite", "fr", part=Part(document="A/0")))
    assert store(home, UNITS).unchanged == 6
    assert sum("traite" in text for text in french(home)) == 3
