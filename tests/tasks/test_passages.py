"""The documents that a concordance is from are whole, or say what is missing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.filling import store, unit
from tmtool.store import open_home
from tmtool.tasks.concordance import concordance
from tmtool.tasks.passages import AROUND, WHOLE, passages


def test_a_long_document_is_given_around_the_lines_and_says_what_is_left_out(tmp_path: Path) -> None:
    home = open_home(tmp_path / "t.db", create=True)
    total, places = WHOLE + 200, (100, 600)
    texts = {number: f"A zorb {number}" if number in places else f"Nothing {number}" for number in range(1, total + 1)}
    units = [unit(text, f"fr {number}", "X/1") for number, text in texts.items()]
    store(home, [*units, unit("One zorb", "Un gluk", "X/2")])
    lines = concordance(home, "zorb", language="en", other_language="fr")
    long, short = sorted(passages(home, lines, "en", "fr").values(), key=lambda one: -len(one.units))
    assert (len(short.units), short.missing) == (1, (0, 0))
    shown = [unit.position for unit in long.units]
    assert shown == [n for place in places for n in range(place - AROUND, place + AROUND + 1)]
    assert len(long.units) + sum(long.missing) == total
    assert [number for number in long.missing if number] == [59, 419, 160]
    home.close()


def test_only_units_that_exist_are_missing_though_a_file_numbers_them_in_tens(tmp_path: Path) -> None:
    home = open_home(tmp_path / "t.db", create=True)
    total, place = WHOLE + 1, 100
    units = [unit("A zorb" if number == place else f"No {number}", "x", "X/1") for number in range(1, total + 1)]
    store(home, [replace(one, position=10 * number) for number, one in enumerate(units, 1)])
    (found,) = passages(home, concordance(home, "zorb", language="en", other_language="fr"), "en", "fr").values()
    assert found.units[AROUND].source == "A zorb"
    assert (found.missing[0], *{*found.missing[1:-1]}, found.missing[-1]) == (59, 0, total - place - AROUND)
    home.close()
