"""Tests what only a PostgreSQL home has to do: many who write at once, and what the server keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from random import Random
from typing import Any

import psycopg
import pytest

from tests.filling import set_aside, store, store_concepts, unit
from tests.postgresql_server import new_schema
from tests.store.test_segments import textbook_rate
from tmtool.errors import DatabaseError
from tmtool.model import Concept, Term
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.limits import shown
from tmtool.store.postgresql import database, segment_table, unit_writing, units
from tmtool.store.postgresql.home import PostgresqlHome
from tmtool.store.postgresql.segment_table import SegmentTable
from tmtool.store.postgresql.urls import in_schema, named
from tmtool.store.values import Part
from tmtool.tasks import replacing
from tmtool.tasks.replacing import Replacement, Undone

WRITERS = 4


@pytest.fixture
def place() -> str:
    """Returns the place of a home that is not there yet."""
    return new_schema()


@pytest.fixture
def home(place: str) -> Iterator[PostgresqlHome]:
    """Yields an empty home."""
    with PostgresqlHome(place, create=True) as opened:
        yield opened


def texts_of(writer: int) -> list[str]:
    """Returns texts of which each writer has some of its own and all have some, in an order of its own."""
    shared = [f"Report {number} on the smuggling of migrants" for number in range(12)]
    own = [f"Report {number} on the work of group {writer}" for number in range(12)]
    return [*shared[writer * 3 :], *own, *shared[: writer * 3]]


def test_writers_of_the_same_texts_do_not_get_into_each_others_way(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit_writing, "_UNITS_AT_ONCE", 5)

    def write(writer: int) -> None:
        for again in range(3):
            texts = texts_of(writer)[again:]
            store(home, [unit(text, text.upper()) for text in texts], path=f"{writer}")

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    there = {one.variants[0].text for _, one in home.units.read()}
    assert there == {text for writer in range(WRITERS) for text in texts_of(writer)[2:]}
    query = "Report 5 on smuggling of migrants"
    found = home.segments.similar(query, "en", 60)
    pairs = {home.units.of_segments([segment], "en", "fr")[0].source: rate for segment, rate in found}
    assert pairs == {text: rate for text in there if (rate := textbook_rate(query, text)) >= 60}
    assert home.faults() == []


def test_who_writes_a_unit_does_not_wait_for_an_import_of_other_texts(home: Home, place: str) -> None:
    with open_home(place) as other, home.transaction():
        writer = home.sources.replace_units("default", "a", "table", "0")
        writer.add(unit("A long import", "Un long import"))
        writer.finish()
        store(other, [unit("Import of another", "Un autre")], memory="other", path="b")
        assert [one.variants[0].text for _, one in other.units.read()] == ["Import of another"]
    assert len(list(home.units.read())) == 2


def test_a_text_that_two_leave_at_the_same_time_goes(home: Home, place: str) -> None:
    for path in ("a", "b"):
        store(home, [unit("Shared", "Partagé")], path=path)
    with open_home(place) as other, ThreadPoolExecutor(1) as pool:
        with home.transaction():
            store(home, [], path="a")
            leaving = pool.submit(store, other, [], path="b")
            # Who leaves it last waits for the one who does so first.
            assert wait([leaving], timeout=0.2).not_done
        leaving.result()
    assert (home.faults(), home.statistics().languages) == ([], {})


@pytest.mark.parametrize("first", ["removed", "corrected"])
@pytest.mark.parametrize("others", [0, 1])
def test_no_text_is_left_of_a_unit_that_one_corrects_and_another_removes(
    home: Home, place: str, first: str, others: int
) -> None:
    for path in ["a", "b"][: others + 1]:
        store(home, [unit("Shared", "Partagé")], path=path)
    number = home.units.with_source(["Shared"], "en", "fr")[0].unit
    with open_home(place) as other, ThreadPoolExecutor(1) as pool:
        steps: list[Callable[[Home], None]] = [
            lambda here: correct(here, number, "Commun"),
            lambda here: forget(here, "a"),
        ]
        if first == "removed":
            steps.reverse()
        with home.transaction():
            steps[0](home)
            second = pool.submit(within, other, steps[1])
            assert wait([second], timeout=0.2).not_done
        second.result()
    assert [one.variants[1].text for _, one in home.units.read()] == ["Partagé"] * others
    assert home.faults() == []


def test_no_text_is_left_of_a_unit_that_is_removed_while_its_correction_begins_again(
    home: Home, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(home, [unit("Shared", "Partagé")], path="a")
    number = home.units.with_source(["Shared"], "en", "fr")[0].unit

    def removed_meanwhile(table: SegmentTable, work: Callable[[], None]) -> bool:
        with open_home(place) as other:
            within(other, lambda here: forget(here, "a"))
        return False

    monkeypatch.setattr(SegmentTable, "at_once", removed_meanwhile)
    within(home, lambda here: correct(here, number, "Commun"))
    assert (home.faults(), list(home.units.read())) == ([], [])


def within(home: Home, step: Callable[[Home], None]) -> None:
    with home.transaction():
        step(home)


def correct(home: Home, number: int, text: str) -> None:
    """Gives a unit another French text."""
    state = home.units.state(number)
    first, second = state.variants
    home.units.rewrite(number, state._replace(variants=(first, second._replace(text=text)), edited=1))


def forget(home: Home, path: str) -> None:
    """Sets aside what a file gave."""
    home.sources.set_aside(Part(source=path), home.history.record("forget", "memories", 0))


def test_of_two_who_correct_a_unit_at_once_the_second_leaves_no_text_of_the_first(home: Home, place: str) -> None:
    for path in ("a", "b"):
        store(home, [unit("Shared", "Partagé")], path=path)
    number = home.units.with_source(["Shared"], "en", "fr")[0].unit
    with open_home(place) as other, ThreadPoolExecutor(1) as pool:
        with home.transaction():
            correct(home, number, "Commun")
            second = pool.submit(within, other, lambda here: correct(here, number, "Réparti"))
            assert wait([second], timeout=0.2).not_done
        second.result()
    assert sorted(one.variants[1].text for _, one in home.units.read()) == ["Partagé", "Réparti"]
    assert home.faults() == []


def test_a_unit_that_is_corrected_while_its_file_is_imported_without_it_is_kept(home: Home, place: str) -> None:
    store(home, [unit("Shared", "Partagé")], path="a")
    number = home.units.with_source(["Shared"], "en", "fr")[0].unit
    with open_home(place) as other, ThreadPoolExecutor(1) as pool:
        with home.transaction():
            correct(home, number, "Commun")
            importing = pool.submit(store, other, [], path="a")
            assert wait([importing], timeout=0.2).not_done
        importing.result()
    assert [one.variants[1].text for _, one in home.units.read()] == ["Commun"]
    assert home.faults() == []


def test_who_corrects_a_unit_that_is_gone_changes_nothing(home: Home) -> None:
    store(home, [unit("Shared", "Partagé")], path="a")
    number = home.units.with_source(["Shared"], "en", "fr")[0].unit
    state = home.units.state(number)
    within(home, lambda here: forget(here, "a"))
    with home.transaction():
        home.units.rewrite(number, state)
    assert (home.faults(), list(home.units.read())) == ([], [])


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


def in_small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has replacements written in parts of a few units, of which each takes its turn."""
    monkeypatch.setattr(replacing, "_UNITS_AT_ONCE", 5)
    monkeypatch.setattr(units, "_UNITS_AT_ONCE", 3)
    monkeypatch.setattr(units, "_REWRITTEN_AT_ONCE", 3)


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


def test_a_text_that_another_has_stored_and_changes_at_once_is_stored_again(
    home: Home, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    storing = SegmentTable._store

    def store_late(table: SegmentTable, new: Sequence[Any]) -> None:
        monkeypatch.setattr(SegmentTable, "_store", storing)
        with open_home(place) as other:
            store(other, [unit("Shared", "Partagé")], path="a")
            storing(table, new)
            replacing.replace_all(other, Replacement("Partagé", "Commun", "fr"))

    store(home, [], path="b")
    monkeypatch.setattr(SegmentTable, "_store", store_late)
    store(home, [unit("Another", "Partagé")], path="b")
    assert {one.variants[1].text for _, one in home.units.read()} == {"Commun", "Partagé"}
    assert home.faults() == []


def test_a_question_in_sql_may_have_signs_of_per_cent(home: Home) -> None:
    store(home, [unit("A rise of 5% a year", "Une hausse de 5 %")])
    with home.answered("SELECT text FROM segments WHERE text LIKE '%5%% a%'") as (_, rows):
        assert list(rows) == [("A rise of 5% a year",)]


def test_an_index_made_anew_has_other_numbers_and_the_same_answers(home: Home, place: str) -> None:
    store(home, [unit(text, text.upper()) for text in texts_of(1)])
    with open_home(place) as other:
        before = list(other.segments.similar("Report 5 on smuggling of migrants", "en", 60))
        home.segments.index_anew()
        assert list(other.segments.similar("Report 5 on smuggling of migrants", "en", 60)) == before
        store(other, [unit("Quite another text", "Un autre")], path="b")
    assert home.faults() == []


def test_a_word_that_was_dropped_and_stored_again_is_found_by_who_remembers_its_number(home: Home, place: str) -> None:
    text = "The xylophone"
    with open_home(place) as other:
        for path in ("a", "b"):
            store(home, [unit(text, "Le xylophone")], path=path)
            assert [rate for _, rate in other.segments.similar(text, "en", 60)] == [100]
            home.purge(Part(source=path))


def test_a_home_of_before_the_rests_of_elements_finds_the_same(place: str) -> None:
    with open_home(place, create=True) as home:
        store(home, [unit(text, text.upper()) for text in texts_of(1)])
        before = list(home.segments.similar("Report 5 on smuggling of migrants", "en", 60))
    with psycopg.connect(place) as connection:
        rows = "SELECT element, length, rest, segment FROM fuzzy ORDER BY 1, 2, 3, 4"
        wanted = connection.execute(rows).fetchall()
        connection.execute("ALTER TABLE fuzzy DROP COLUMN rest, ALTER COLUMN length TYPE integer")
        connection.execute("ALTER TABLE languages DROP COLUMN dropped")
        connection.execute("DROP TABLE joined")
        connection.execute("ALTER TABLE segments DROP COLUMN slack")
        connection.execute("UPDATE tmtool_schema SET version = 4")
    told: list[tuple[int, int]] = []
    with open_home(place, migrating=lambda done, total: told.append((done, total))) as home:
        assert told == [(0, sum(home.statistics().languages.values()))]
        assert list(home.segments.similar("Report 5 on smuggling of migrants", "en", 60)) == before
    with psycopg.connect(place) as connection:
        assert connection.execute(rows).fetchall() == wanted


def test_no_word_of_what_was_purged_is_in_any_table(home: Home, place: str) -> None:
    store(home, [unit("The xylophone of the secretariat", "Le xylophone")], path="a")
    store(home, [unit("The report of the secretariat", "Le rapport")], path="b")
    with home.transaction():
        set_aside(home, Part(source="a"))
    assert home.purge(Part(source="a")).complete
    with psycopg.connect(place) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()").fetchall()
        for (table,) in tables:
            rows = str(connection.execute(f'SELECT t::text FROM "{table}" t').fetchall())
            assert "xylophone" not in rows.casefold()
    assert [rate for _, rate in home.segments.similar("The report of the secretariat", "en", 60)] == [100]


def test_a_purge_says_that_somebody_still_sees_what_was_there(
    home: PostgresqlHome, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tmtool.store.postgresql.purging._PATIENCE_S", 0.0)
    store(home, [unit("The xylophone of the secretariat", "Le xylophone")], path="a")
    with psycopg.connect(place) as reader:
        reader.execute("SELECT count(*) FROM segments")
        assert not home.purge(Part(source="a")).complete
        assert home.purge_is_left()
    assert home.complete_purge()
    assert not home.purge_is_left()


def _bytes_of(connection: psycopg.Connection[Any], table: str) -> bytes:
    """Returns what is in the file of a table."""
    connection.execute("CHECKPOINT")
    found = connection.execute("SELECT pg_read_binary_file(pg_relation_filepath(%s::regclass))", (table,)).fetchone()
    assert found
    return bytes(found[0])


def test_a_purge_knows_of_readers_whose_doings_its_role_is_not_told(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tmtool.store.postgresql.purging._PATIENCE_S", 0.0)
    with psycopg.connect(place, autocommit=True) as administrator:
        row = administrator.execute("SELECT current_schema()").fetchone()
        assert row
        administrator.execute("CREATE ROLE tmtool_owner LOGIN")
        administrator.execute(f'ALTER SCHEMA "{row[0]}" OWNER TO tmtool_owner')
        try:
            with PostgresqlHome(place.replace("tmtool@", "tmtool_owner@"), create=True) as home:
                store(home, [unit("The xylophone of the secretariat", "Le xylophone")], path="a")
                with psycopg.connect(place) as reader:
                    reader.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
                    reader.execute("SELECT 1")  # holds no lock on a table, but sees them all as they are now
                    assert not home.purge(Part(source="a")).complete
                assert b"xylophone" in _bytes_of(administrator, "segments")
                assert home.complete_purge()
            assert b"xylophone" not in _bytes_of(administrator, "segments")
        finally:
            administrator.execute("DROP OWNED BY tmtool_owner CASCADE")
            administrator.execute("DROP ROLE tmtool_owner")


def test_no_word_of_what_was_purged_is_in_the_statistics_of_the_planner(home: PostgresqlHome, place: str) -> None:
    store(home, [unit(f"The glockenspiel {n} of the secretariat", f"Le glockenspiel {n}") for n in range(20)], path="a")
    store(home, [unit("The report of the secretariat", "Le rapport")], path="b")
    with psycopg.connect(place, autocommit=True) as administrator:
        administrator.execute("ANALYZE")
        assert b"glockenspiel" in _bytes_of(administrator, "pg_statistic")
        assert home.purge(Part(source="a")).complete
        assert b"glockenspiel" not in _bytes_of(administrator, "pg_statistic")


def test_a_copy_left_by_a_killed_program_goes_with_the_next(home: PostgresqlHome, place: str) -> None:
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute('CREATE SCHEMA "tmtool_trial_left"')
        with home.trial():
            pass
        assert not connection.execute("SELECT FROM pg_namespace WHERE nspname LIKE 'tmtool_trial_%'").fetchall()


def test_a_text_that_the_server_cannot_store_is_said(home: Home) -> None:
    with pytest.raises(DatabaseError, match="cannot store"):
        store(home, [unit("A \0 text", "Un texte")])


def test_very_long_words_and_texts_are_found(home: Home, tmp_path: Path) -> None:
    word, other = "x" * 5_000, "x" * 4_999 + "y"
    store(home, [unit(word, "Un"), unit(other, "Deux"), unit("word " * 4_000, "Trois")])
    for text in (word, other, "word " * 4_000):
        assert [rate for _, rate in home.segments.similar(text, "en", 90)] == [100]
    assert [text for _, text in home.segments.with_words([[word]], "en")]


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://tm:secret@host:5/db", "postgresql://tm:***@host:5/db"),
        ("postgresql://tm@host/db?sslmode=require", "postgresql://tm@host/db?sslmode=require"),
        ("postgresql:///db?host=/tmp&password=secret", "postgresql:///db?host=/tmp&password=***"),
    ],
)
def test_a_url_is_shown_without_its_password(url: str, shown: str) -> None:
    assert named(url) == shown


def test_another_schema_is_named_beside_other_options() -> None:
    assert in_schema("postgresql:///db?options=-cjit%3Doff", "a").endswith("options=-cjit%3Doff%20-csearch_path%3Da")


def test_who_may_only_read_looks_up_and_is_told_so_when_writing(home: Home, place: str) -> None:
    store(home, [unit("The report of the secretariat", "Le rapport")])
    with psycopg.connect(place, autocommit=True) as connection:
        (schema,) = connection.execute("SELECT current_schema()").fetchone() or ("",)
        connection.execute(f"CREATE ROLE reader_of_{schema} LOGIN")
        connection.execute(f"GRANT USAGE ON SCHEMA {schema} TO reader_of_{schema}")
        connection.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO reader_of_{schema}")
    with open_home(place.replace("tmtool@", f"reader_of_{schema}@")) as reader:
        assert [rate for _, rate in reader.segments.similar("The report of the secretariat", "en", 60)] == [100]
        assert reader.statistics() == home.statistics()
        assert len(list(reader.units.read())) == 1
        with pytest.raises(DatabaseError, match="has no right"):
            store(reader, [unit("Another report", "Un autre")], path="b")


def test_who_may_only_read_a_home_of_an_older_tmtool_is_told_who_has_to_open_it(
    home: Home, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(home, [unit("The report of the secretariat", "Le rapport")])
    scripts = database._scripts()
    monkeypatch.setattr(database, "_scripts", lambda: [*scripts, "CREATE TABLE further (number integer)"])
    with psycopg.connect(place, autocommit=True) as connection:
        (schema,) = connection.execute("SELECT current_schema()").fetchone() or ("",)
        connection.execute(f"CREATE ROLE looker_at_{schema} LOGIN")
        connection.execute(f"GRANT USAGE ON SCHEMA {schema} TO looker_at_{schema}")
        connection.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO looker_at_{schema}")
    older = rf"made by an older tmtool \(schema {len(scripts)}\), and may only be read; have it opened once"
    with pytest.raises(DatabaseError, match=f"{older} by its owner, tmtool,"):
        open_home(place.replace("tmtool@", f"looker_at_{schema}@"))
    with pytest.raises(DatabaseError, match=f"{older} on the server that this one is a copy of"):
        open_home(f"{place}%20-cdefault_transaction_read_only%3Don")
    open_home(place).close()
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute(f"GRANT SELECT ON further TO looker_at_{schema}")
    open_home(place.replace("tmtool@", f"looker_at_{schema}@")).close()


def test_who_sees_some_memories_has_few_rows_looked_at_for_few(home: PostgresqlHome, place: str) -> None:
    """A join with the memories would read them whole for one segment."""
    store(home, [unit("The report", "Le rapport")])
    with psycopg.connect(place, autocommit=True) as connection:
        for table, rows in shown(["test"], ""):
            plan = connection.execute(f"EXPLAIN SELECT * FROM {table} AS shown WHERE {rows}".encode()).fetchall()
            assert f"Scan on {table} shown" in plan[0][0], (table, plan)


def test_terms_kept_without_their_places_are_put_back_in_order(home: Home, place: str) -> None:
    concept = Concept("shelter", tuple(Term(text, "fr") for text in ("gîte", "abri", "refuge")))
    store_concepts(home, [concept], memory="mine")
    with home.transaction():
        line = set_aside(home, Part(memory="mine"))
    with psycopg.connect(place) as connection:
        connection.execute(
            "UPDATE set_aside SET content = (SELECT content::jsonb || jsonb_build_object('terms', "
            "(SELECT jsonb_agg(term - 0) FROM jsonb_array_elements(content::jsonb -> 'terms') term))) "
            "WHERE kind = 'concepts'"
        )
    with home.transaction():
        home.sources.put_back(line)
    assert home.concepts.called("shelter") == concept
