"""The documents behind a concordance are whole, or say what is missing."""

from __future__ import annotations

from pathlib import Path

from tmtool.model import Unit, Variant
from tmtool.store.database import open_database, transaction
from tmtool.store.sources import memory_id, record_source
from tmtool.store.units import UnitWriter
from tmtool.tasks.concordance import concordance
from tmtool.tasks.passages import AROUND, WHOLE, passages


def test_a_long_document_is_given_around_the_lines_and_says_what_is_left_out(tmp_path: Path) -> None:
    connection = open_database(tmp_path / "t.db", create=True)
    total, places = WHOLE + 200, (100, 600)
    with transaction(connection):
        memory = memory_id(connection, "default")
        writer = UnitWriter(connection, memory, record_source(connection, memory, "memory", "a", "tsv", ""))
        for number in range(1, total + 1):
            text = f"A zorb {number}" if number in places else f"Nothing {number}"
            writer.add(Unit((Variant("en", text), Variant("fr", f"fr {number}")), document="X/1"))
        writer.add(Unit((Variant("en", "One zorb"), Variant("fr", "Un gluk")), document="X/2"))
        writer.finish()
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
    with transaction(connection):
        memory = memory_id(connection, "default")
        writer = UnitWriter(connection, memory, record_source(connection, memory, "memory", "a", "tsv", ""))
        for number in range(1, total + 1):
            text = "A zorb" if number == place else f"Nothing {number}"
            writer.add(Unit((Variant("en", text), Variant("fr", f"fr {number}")), document="X/1", position=number * 10))
        writer.finish()
    (found,) = passages(
        connection, concordance(connection, "zorb", language="en", other_language="fr"), "en", "fr"
    ).values()
    assert found.units[AROUND].source == "A zorb"
    assert (found.missing[0], *{*found.missing[1:-1]}, found.missing[-1]) == (59, 0, total - place - AROUND)
    connection.close()
