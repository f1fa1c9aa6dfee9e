"""Words find the segments that hold them."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tmtool.model import Status, Unit, Variant
from tmtool.store.sqlite.database import open_database, transaction
from tmtool.store.sqlite.full_text import frequencies, segments_with, units_with
from tmtool.store.sqlite.sources import memory_id, record_source
from tmtool.store.sqlite.units import UnitWriter, index_waiting

TEXTS = ("Smuggling of migrants", "Migrants who were smuggled", "L’été des migrants-là", "Other matters")


@pytest.fixture
def held(tmp_path: Path) -> Iterator[object]:
    connection = open_database(tmp_path / "t.db", create=True)
    with transaction(connection):
        memory = memory_id(connection, "default")
        writer = UnitWriter(connection, memory, record_source(connection, memory, "memory", "a", "tsv", ""))
        for text in TEXTS:
            writer.add(Unit((Variant("en", text), Variant("fr", text.upper()))))
        writer.finish()

    def find(*wanted: list[str], **options: object) -> list[str]:
        return [text for _, text in segments_with(connection, wanted, "en", **options)]  # type: ignore[arg-type]

    yield find
    connection.close()


def test_all_groups_must_be_there_each_by_one_of_its_phrases(held) -> None:  # type: ignore[no-untyped-def]
    assert held(["migrants"], ["smuggling", "smuggled"]) == [TEXTS[1], TEXTS[0]]
    assert held(["migrants"], ["matters"]) == []


def test_case_and_accents_do_not_matter_and_a_phrase_may_have_several_words(held) -> None:  # type: ignore[no-untyped-def]
    assert held(["l'ete"]) == [TEXTS[2]]
    assert held(["MIGRANTS-LÀ"]) == [TEXTS[2]]


def test_the_last_word_may_be_begun(held) -> None:  # type: ignore[no-untyped-def]
    assert held(["other matt"], begun=True) == [TEXTS[3]]
    assert held(["other matt"]) == []


def test_what_has_no_word_is_found_nowhere(held) -> None:  # type: ignore[no-untyped-def]
    assert held(["…"]) == []
    assert held() == []
    assert held(["migrants"], ['"*']) == []


def test_units_come_newest_first_of_one_day_the_most_trusted(tmp_path: Path) -> None:
    connection = open_database(tmp_path / "t.db", create=True)
    pair = (Variant("en", "A word"), Variant("fr", "Un mot"))
    kinds = [("2020", Status.APPROVED), ("2024", Status.TRANSLATED), ("2024", Status.APPROVED), ("", Status.APPROVED)]
    with transaction(connection):
        memory = memory_id(connection, "default")
        writer = UnitWriter(connection, memory, record_source(connection, memory, "memory", "a", "tsv", ""))
        for date, status in kinds:
            writer.add(Unit(pair, date=date, status=status))
        writer.finish()
    found = [unit for unit, _ in units_with(connection, [["word"]], "en")]
    rows = {row[0]: (row[1], row[2]) for row in connection.execute("SELECT id, date, status FROM units")}
    assert [rows[unit] for unit in found] == [kinds[2], kinds[1], kinds[0], kinds[3]]
    assert frequencies(connection, ["word", "mot", "nothing"], "fr") == {"word": 0, "mot": 1, "nothing": 0}
    connection.close()


def test_a_unit_that_has_a_text_twice_comes_once(tmp_path: Path) -> None:
    connection = open_database(tmp_path / "t.db", create=True)
    with transaction(connection):
        memory = memory_id(connection, "default")
        writer = UnitWriter(connection, memory, record_source(connection, memory, "memory", "a", "tsv", ""))
        writer.add(Unit((Variant("en-GB", "A word"), Variant("en-US", "A word"), Variant("fr", "Un mot"))))
        writer.finish()
    assert len(units_with(connection, [["word"]], "en")) == 1
    connection.close()


def give(connection: sqlite3.Connection, path: str, *texts: str) -> None:
    with transaction(connection):
        memory = memory_id(connection, "default")
        writer = UnitWriter(connection, memory, record_source(connection, memory, "memory", path, "tsv", ""))
        for text in texts:
            writer.add(Unit((Variant("en", text), Variant("fr", text.upper()))))
        writer.finish()


def answers(connection: sqlite3.Connection) -> tuple[object, ...]:
    migrants, matters = [["migrants"]], [["other matt"]]
    return (
        list(segments_with(connection, migrants, "en")),
        list(segments_with(connection, matters, "en", begun=True)),
        units_with(connection, migrants, "en"),
        units_with(connection, [["l'ete"]], "fr"),
        frequencies(connection, ["migrants", "Smuggled", "été", "nothing"], "en"),
    )


def test_segments_that_wait_are_found_as_those_that_are_indexed(tmp_path: Path) -> None:
    with contextlib.closing(open_database(tmp_path / "t.db", create=True)) as connection:
        give(connection, "a", *TEXTS[:2])
        index_waiting(connection)
        give(connection, "b", *TEXTS[1:])
        waiting = answers(connection)
        assert [text for _, text in waiting[0]] == [TEXTS[2], TEXTS[1], TEXTS[0]]  # type: ignore[attr-defined]
        index_waiting(connection)
        assert answers(connection) == waiting


def test_what_changes_while_it_waits_is_found_as_it_is_now(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    with contextlib.closing(open_database(path, create=True)) as one, contextlib.closing(open_database(path)) as other:
        steps = (
            [("a", TEXTS)],
            [("a", TEXTS[:1])],
            [("b", ["Other migrants"])],
            [("b", []), ("c", ["The sea"])],  # with the id of the one before
            [("a", [TEXTS[1]])],
        )
        for step in steps:
            for file, texts in step:
                give(one, file, *texts)
            stored = one.execute("SELECT text FROM segments WHERE language = 'en' ORDER BY id DESC")
            wanted = [text for (text,) in stored if "migrants" in text.casefold()]
            for connection in (one, other):
                assert [text for _, text in segments_with(connection, [["migrants"]], "en")] == wanted
        index_waiting(one)
        assert one.execute("INSERT INTO segments_text (segments_text, rank) VALUES ('integrity-check', 1)")
        assert [text for _, text in segments_with(other, [["migrants"]], "en")] == [TEXTS[1]]


def test_what_is_indexed_while_it_is_asked_for_comes_once(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    with contextlib.closing(open_database(path, create=True)) as one, contextlib.closing(open_database(path)) as other:
        give(one, "a", *TEXTS)
        found = segments_with(other, [["migrants"]], "en")
        first = next(found)
        index_waiting(one)
        texts = [text for _, text in (first, *found)]
        assert texts == [TEXTS[2], TEXTS[1], TEXTS[0]]
