"""What an import leaves in the database, the first time and every time after."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmtool.model import Status, Unit, Variant
from tmtool.store.changes import Changes
from tmtool.store.sqlite.database import open_database, transaction
from tmtool.store.sqlite.memory import neighbours, pairs_of_segments, same_language
from tmtool.store.sqlite.sources import memory_id, record_source
from tmtool.store.sqlite.units import UnitWriter, index_waiting, read_units

TABLES = ("units", "variants", "segments", "index_segments", "index_postings", "segments_text")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_database(tmp_path / "t.db", create=True)
    yield connection
    connection.close()


def unit(en: str, fr: str, **more: object) -> Unit:
    return replace(Unit((Variant("en", en), Variant("fr", fr))), **more)  # type: ignore[arg-type]


def give(connection: sqlite3.Connection, units: Sequence[Unit], path: str = "a.tmx") -> Changes:
    with transaction(connection):
        memory = memory_id(connection, "m")
        writer = UnitWriter(connection, memory, record_source(connection, memory, "memory", path, "tmx", "0"))
        for one in units:
            writer.add(one)
        changes = writer.finish()
    index_waiting(connection)
    return changes


def counts(connection: sqlite3.Connection) -> list[int]:
    return [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES]


ONE = unit("Other matters", "Questions diverses", id="1")
TWO = unit("Adoption of the report", "Adoption du rapport", id="2")


def test_a_second_import_of_the_same_units_changes_nothing(database: sqlite3.Connection) -> None:
    give(database, [ONE, TWO])
    before = counts(database)
    changes = give(database, [ONE, TWO])
    assert (changes.added, changes.unchanged, changes.removed) == (0, 2, 0)
    assert counts(database) == before


def test_a_unit_that_only_moves_keeps_its_row(database: sqlite3.Connection) -> None:
    give(database, [ONE, TWO])
    changes = give(database, [TWO, ONE])
    assert (changes.added, changes.removed) == (0, 0)
    assert [found.id for _, found in read_units(database)] == ["2", "1"]


def test_what_a_file_no_longer_gives_is_gone_with_its_segments(database: sqlite3.Connection) -> None:
    give(database, [ONE, TWO])
    changes = give(database, [ONE])
    assert changes.removed == 1
    assert counts(database)[0] == 1
    assert counts(database)[2] == 2


def test_a_text_used_by_two_units_is_stored_once_and_stays_while_one_uses_it(database: sqlite3.Connection) -> None:
    give(database, [ONE], "a.tmx")
    give(database, [unit("Other matters", "Autres questions")], "b.tmx")
    assert database.execute("SELECT count(*) FROM segments WHERE language = 'en'").fetchone()[0] == 1
    give(database, [], "b.tmx")
    assert [found.variants[1].text for _, found in read_units(database)] == ["Questions diverses"]


def test_a_unit_corrected_by_hand_survives_and_is_reported(database: sqlite3.Connection) -> None:
    give(database, [ONE, TWO])
    database.execute("UPDATE units SET edited = 1 WHERE external_id = '2'")
    changes = give(database, [ONE])
    assert (changes.removed, changes.kept) == (0, ["2"])


def test_equal_units_of_one_file_are_merged(database: sqlite3.Connection) -> None:
    assert give(database, [ONE, ONE]).added == 1


def test_same_source_with_two_targets_is_two_units(database: sqlite3.Connection) -> None:
    assert give(database, [ONE, replace(ONE, variants=(ONE.variants[0], Variant("fr", "Autres questions")))]).added == 2


def test_positions_count_within_a_document(database: sqlite3.Connection) -> None:
    give(database, [replace(ONE, document="A/1"), replace(TWO, document="B/1"), replace(TWO, document="A/1")])
    found = [(u.document, u.position) for _, u in read_units(database)]
    assert sorted(found) == [("A/1", 1), ("A/1", 2), ("B/1", 1)]


def test_neighbours_are_those_of_the_document(database: sqlite3.Connection) -> None:
    three = unit("Opening", "Ouverture", document="A/1")
    give(database, [replace(ONE, document="A/1"), replace(TWO, document="B/1"), three])
    segment = database.execute("SELECT id FROM segments WHERE text = 'Opening'").fetchone()[0]
    pair = pairs_of_segments(database, [segment], "en", "fr")[0]
    assert neighbours(database, pair) == ("Other matters", None)


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=20)
units_of_a_file = st.lists(
    st.builds(
        Unit,
        variants=st.tuples(st.builds(Variant, st.just("en"), words), st.builds(Variant, st.just("fr-CA"), words)),
        id=words,
        document=st.sampled_from(["", "A/1", "B/2"]),
        status=st.sampled_from(Status),
        date=st.sampled_from(["", "2030-09-10"]),
        note=st.just("") | words,
        properties=st.dictionaries(words, words, max_size=2),
    ),
    max_size=6,
    unique_by=repr,
)


@settings(max_examples=40, deadline=None)
@given(first=units_of_a_file, second=units_of_a_file)
def test_after_any_two_imports_the_database_holds_what_the_second_gave(first: list[Unit], second: list[Unit]) -> None:
    database = open_database(Path(":memory:"), create=True)
    give(database, first)
    give(database, second)

    def content(one: Unit) -> str:
        variants = [replace(variant, text=unicodedata.normalize("NFC", variant.text)) for variant in one.variants]
        return repr(replace(one, position=0, variants=tuple(variants), properties=dict(one.properties)))

    stored = sorted(content(one) for _, one in read_units(database))
    assert stored == sorted(content(one) for one in second)
    orphans = "SELECT count(*) FROM segments WHERE id NOT IN (SELECT segment_id FROM variants)"
    assert database.execute(orphans).fetchone()[0] == 0
    assert (
        database.execute("SELECT count(*) FROM segments").fetchone()
        == database.execute("SELECT count(*) FROM index_segments").fetchone()
    )


@pytest.mark.parametrize(
    ("stored", "asked", "same"),
    [
        ("fr-FR", "fr", True),
        ("fr", "fr-CA", True),
        ("fr-FR", "fr-CA", False),
        ("FR_fr", "fr-FR", True),
        ("fr", "en", False),
    ],
)
def test_languages_match_by_primary_subtag_unless_both_have_a_region(stored: str, asked: str, same: bool) -> None:
    assert same_language(stored, asked) is same
