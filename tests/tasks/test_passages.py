"""The documents behind a concordance are whole, or say what is missing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.filling import store, unit
from tmtool.store.sqlite.database import open_database
from tmtool.tasks.concordance import concordance
from tmtool.tasks.passages import AROUND, WHOLE, passages


def test_a_long_document_is_given_around_the_lines_and_says_what_is_left_out(tmp_path: Path) -> None:
    connection = open_database(tmp_path / "t.db", create=True)
    total, places = WHOLE + 200, (100, 600)
    texts = {number: f"A zorb {number}" if number in places else f"Nothing {number}" for number in range(1, total + 1)}
    units = [unit(text, f"fr {number}", "X/1") for number, text in texts.items()]
    store(connection, [*units, unit("One zorb", "Un gluk", "X/2")])
    lines = concordance(connection, "zorb", language="en", other_language="fr")
    long, short = sorted(passages(connection, lines, "en", "fr").values(), key=lambda one: -len(one.units))
    assert (len(short.units), short.missing) == (1, (0, 0))
    shown = [unit.position for unit in long.units]
    assert shown == [n for place in places for n in range(place - AROUND, place + AROUND + 1)]
    assert len(long.units) + sum(long.missing) == total
    assert [number for number in long.missing if number] == [59, 419, 160]
    connection.close()


def test_only_units_that_exist_are_missing_though_a_file_numbers_them_in_tens(tmp_path: Path) -> None:
    connection = open_database(tmp_path / "t.db", create=True)
    total, place = WHOLE + 1, 100
    units = [unit("A zorb" if number == place else f"No {number}", "x", "X/1") for number in range(1, total + 1)]
    store(connection, [replace(one, position=10 * number) for number, one in enumerate(units, 1)])
    (found,) = passages(
        connection, concordance(connection, "zorb", language="en", other_language="fr"), "en", "fr"
    ).values()
    assert found.units[AROUND].source == "A zorb"
    assert (found.missing[0], *{*found.missing[1:-1]}, found.missing[-1]) == (59, 0, total - place - AROUND)
    connection.close()
