"""Tests replacements in many units, whose parts are worked out and written at the same time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from random import Random

import psycopg
import pytest

from tests.filling import store, unit
from tests.store.postgresql.texts import texts_of
from tests.store.test_segments import textbook_rate
from tmtool.errors import DatabaseError
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.postgresql import segment_table, units
from tmtool.store.postgresql.segment_table import SegmentTable
from tmtool.store.values import Part
from tmtool.tasks import forgetting, replacing
from tmtool.tasks.replacing import Replacement, Undone


def in_small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has replacements written in parts of a few units, of which each takes its turn."""
    monkeypatch.setattr(replacing, "_UNITS_AT_ONCE", 5)
    monkeypatch.setattr(units, "_UNITS_AT_ONCE", 3)
    monkeypatch.setattr(units, "_REWRITTEN_AT_ONCE", 3)


def test_a_replacement_that_is_taken_back_leaves_every_row_as_it_was(home: Home, place: str) -> None:
    store(home, [unit(text, f"Le {text} de {number}") for number, text in enumerate(texts_of(1))])
    tables = (
        "SELECT * FROM segments ORDER BY id", "SELECT * FROM fuzzy ORDER BY element, segment",
        "SELECT * FROM variants ORDER BY unit_id, number", "SELECT * FROM units ORDER BY id",
        "SELECT * FROM tokens WHERE segments > 0 ORDER BY language, number",
    )  # fmt: skip
    with psycopg.connect(place, autocommit=True) as connection:
        before = [connection.execute(table).fetchall() for table in tables]
        for put in ("commission", "of a body", "WORK"):
            replacing.replace_all(home, Replacement("work", put, "en"))
            texts = [one.variants[0].text for _, one in home.units.read()]
            for query in ("Report 5 on the commission of group 1", "Report 3 on the work of group 1"):
                rates = dict(home.segments.similar(query, "en", 60))
                found = {text: rates[segment] for segment, text in home.segments.texts(list(rates)).items()}
                assert found == {text: rate for text in texts if (rate := textbook_rate(query, text)) >= 60}
            assert home.faults() == []
            replacing.undo(home)
            assert [connection.execute(table).fetchall() for table in tables] == before


def test_how_frequent_words_are_is_counted_where_texts_go_too(
    home: Home, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_small_parts(monkeypatch)
    counted = "SELECT language, number, postings FROM tokens WHERE postings > 0 ORDER BY 1, 2"
    there = "SELECT element >> 48, (element >> 16) & 4294967295, count(*) FROM fuzzy GROUP BY 1, 2 ORDER BY 1, 2"
    with psycopg.connect(place, autocommit=True) as connection:

        def is_right() -> bool:
            return connection.execute(counted).fetchall() == connection.execute(there).fetchall()

        for path in ("a", "b"):
            store(home, [unit(f"Report {number}", f"Travaux {number % 7}") for number in range(24)], path=path)
        assert is_right()
        replacing.replace_all(home, Replacement("Travaux [0-5]", "Travail", "fr", pattern=True))
        assert is_right()
        replacing.undo(home)
        assert is_right()
        store(home, [unit("Report 25", "Travaux 1")], path="a")
        forgetting.forget(home, Part(source="b"))
        assert is_right()
        home.purge(Part(source="a"))
        assert connection.execute("SELECT FROM tokens WHERE segments > 0 OR postings > 0").fetchall() == []


def test_parts_of_a_replacement_that_share_texts_are_written_and_taken_back(
    home: Home, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_small_parts(monkeypatch)
    store(home, [unit(f"Report {number}", f"Travaux {number % 7}") for number in range(24)])
    by_text = (
        "SELECT language, text, key, exact, skeleton, tokens, words, slack FROM segments ORDER BY language, text",
        "SELECT element, length, rest, text FROM fuzzy JOIN segments ON id = segment ORDER BY element, text",
        "SELECT unit_id, number, text, changed FROM variants JOIN segments ON id = segment_id ORDER BY 1, 2",
        "SELECT * FROM units ORDER BY id",
    )
    with psycopg.connect(place, autocommit=True) as connection:
        before = [connection.execute(table).fetchall() for table in by_text]
        assert replacing.replace_all(home, Replacement("Travaux", "Les études", "fr")) == 24
        assert [one.variants[1].text for _, one in home.units.read()] == [f"Les études {n % 7}" for n in range(24)]
        # Nothing is left that searches would have to go through.
        assert connection.execute("SELECT gin_clean_pending_list('segments_by_words')").fetchone() == (0,)
        assert home.faults() == []
        assert replacing.undo(home) == Undone(24, 0)
        assert [connection.execute(table).fetchall() for table in by_text] == before
    assert home.faults() == []


@pytest.mark.parametrize("seed", range(4))
def test_each_unit_has_its_text_where_parts_of_a_bulk_change_share_texts_and_begin_again(
    home: Home, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    in_small_parts(monkeypatch)
    chosen, at_once = Random(seed), SegmentTable.at_once

    def done_mostly(table: SegmentTable, work: Callable[[], None]) -> bool:
        return (seed == 0 or chosen.random() < 0.7) and at_once(table, work)

    monkeypatch.setattr(SegmentTable, "at_once", done_mostly)
    texts = [f"Travaux {number}" for number in range(12)]
    store(home, [unit(f"Report {number}", chosen.choice(texts)) for number in range(30)])
    for _ in range(3):
        numbers = list(range(1, 31))
        chosen.shuffle(numbers)
        wanted = {number: chosen.choice(texts) for number in numbers}
        with home.bulk_transaction():
            for start in range(0, 30, 7):
                home.units.reword_all(
                    [(number, 1, wanted[number]) for number in numbers[start : start + 7]], "fr", "2026-01-01", "anne"
                )
        found = {number: one.variants[1].text for number, one in enumerate(home.units.states(range(1, 31)), 1)}
        assert found == wanted
        assert home.faults() == []
        assert home.statistics().languages == {"en": 30, "fr": len(set(wanted.values()))}
        assert len(list(home.segments.similar("Travaux 3", "fr", 50))) == len(set(wanted.values()))


def test_a_fault_in_what_is_written_meanwhile_takes_the_replacement_back(
    home: Home, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_small_parts(monkeypatch)
    store(home, [unit(f"Report {number}", f"Travaux {number}") for number in range(24)])
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute("ALTER TABLE history ADD CONSTRAINT refused CHECK (entity_id <> 7)")
        with pytest.raises(DatabaseError):
            replacing.replace_all(home, Replacement("Travaux", "Études", "fr"))
        connection.execute("ALTER TABLE history DROP CONSTRAINT refused")
    assert [one.variants[1].text for _, one in home.units.read()] == [f"Travaux {number}" for number in range(24)]
    assert (home.faults(), home.history.since()) == ([], [])
    assert replacing.replace_all(home, Replacement("Travaux", "Études", "fr")) == 24


def test_two_who_replace_at_once_in_memories_that_share_texts_get_each_their_own(
    home: Home, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_small_parts(monkeypatch)
    shared = [unit(f"Report {number}", f"Travaux {number % 9}") for number in range(24)]
    for memory in ("a", "b"):
        store(home, shared, memory=memory, path=memory)
    with open_home(place) as other, ThreadPoolExecutor(1) as pool:
        for word in ("Études", "Examens", "Essais"):
            beside = pool.submit(replacing.replace_all, other, Replacement("Travaux", word, "fr", part=Part("a")))
            replacing.replace_all(home, Replacement("Travaux", "Études", "fr", part=Part("b")))
            beside.result()
            for memory, put in (("a", word), ("b", "Études")):
                texts = [one.variants[1].text for _, one in home.units.read(memory=memory)]
                assert texts == [f"{put} {number % 9}" for number in range(24)]
            assert home.faults() == []
            replacing.undo(home)
            replacing.undo(home)
            assert [one.variants[1].text for _, one in home.units.read()] == [
                one.variants[1].text for one in shared * 2
            ]
            assert home.faults() == []


def test_what_is_written_meanwhile_stays_where_a_part_waits_for_another_and_begins_again(
    home: Home, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_small_parts(monkeypatch)
    monkeypatch.setattr(segment_table, "_PATIENCE_MS", 50)
    store(home, [unit(f"Report {number}", f"Travaux {number}") for number in range(24)])
    with open_home(place) as other, ThreadPoolExecutor(1) as pool:
        with other.transaction():
            writer = other.sources.replace_units("b", "b.tsv", "table", "0")
            writer.add(unit("Report", "Études 8"))
            writer.finish()
            beside = pool.submit(
                replacing.replace_all, home, Replacement("Travaux", "Études", "fr", part=Part("default"))
            )
            assert wait([beside], timeout=0.5).not_done
        assert beside.result() == 24
    texts = [one.variants[1].text for _, one in home.units.read(memory="default")]
    assert texts == [f"Études {number}" for number in range(24)]
    assert len(home.history.parts(home.history.since()[0].line)) == 25
    assert home.faults() == []
    assert replacing.undo(home) == Undone(24, 0)
    texts = [one.variants[1].text for _, one in home.units.read(memory="default")]
    assert texts == [f"Travaux {number}" for number in range(24)]
    assert home.faults() == []


def test_a_text_that_another_stores_is_not_changed_by_who_corrects_it(home: Home, place: str) -> None:
    store(home, [unit("Shared", "Partagé")], path="a")
    with open_home(place) as other, ThreadPoolExecutor(1) as pool:
        with home.transaction():
            replacing.replace_all(home, Replacement("Partagé", "Commun", "fr"))
            storing = pool.submit(store, other, [unit("Shared", "Partagé")], path="b")
            assert wait([storing], timeout=0.2).not_done
        storing.result()
    assert [one.variants[1].text for _, one in home.units.read()] == ["Commun", "Partagé"]
    assert replacing.undo(home) == Undone(1, 0)
    assert [one.variants[1].text for _, one in home.units.read()] == ["Partagé", "Partagé"]
    assert home.faults() == []
