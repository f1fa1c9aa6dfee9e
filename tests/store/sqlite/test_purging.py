"""Tests that of what is purged no word is in any byte of a database, whatever became of it before."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.filling import set_aside, store, store_concepts, unit
from tmtool.model import Concept, Term
from tmtool.store.sqlite import purging, purging_copies
from tmtool.store.sqlite.home import SqliteHome
from tmtool.store.values import Part
from tmtool.tasks import backing_up, forgetting, unit_editing
from tmtool.tasks.unit_editing import UnitEdit

SECRET = unit("The zanzigrade must vanish", "Le zanzigrade doit disparaître", "S/1")
OPEN = unit("The report must be read", "Le rapport doit être lu", "A/1")
WORD = b"zanzigrade"
PART = Part(document="S/1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "t.db"


@pytest.fixture
def home(path: Path) -> Iterator[SqliteHome]:
    with SqliteHome(path, create=True) as opened:
        others = [unit(f"Text {number} of the many", f"Texte {number}", "A/2") for number in range(300)]
        store(opened, [OPEN, *others], path="open.tsv")
        yield opened


def content(path: Path) -> bytes:
    """Returns the bytes of all files of the database."""
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*")).lower()


def store_secret(home: SqliteHome) -> int:
    """Stores the secret unit; its number."""
    store(home, [SECRET], path="secret.tsv")
    (pair,) = home.units.with_source([SECRET.variants[0].text], "en", "fr")
    return pair.unit


def imported(home: SqliteHome) -> None:
    store_secret(home)


def replaced_by_an_import(home: SqliteHome) -> None:
    store_secret(home)
    store(home, [unit("Quite another text", "Un tout autre texte", "S/1")], path="secret.tsv")


def edited_and_undone_and_replaced_by_an_import(home: SqliteHome) -> None:
    number = store_secret(home)
    unit_editing.edit(home, number, UnitEdit("Something harmless", "Rien de grave"), "en", "fr")
    unit_editing.undo(home, number, "en", "fr")
    store(home, [unit("Quite another text", "Un tout autre texte", "S/1")], path="secret.tsv")


def edited_away(home: SqliteHome) -> None:
    number = store_secret(home)
    unit_editing.edit(home, number, UnitEdit("Something harmless", "Rien de grave"), "en", "fr")


def come_by_an_edit(home: SqliteHome) -> None:
    store(home, [unit("Something harmless", "Rien de grave", "S/1")], path="secret.tsv")
    (pair,) = home.units.with_source(["Something harmless"], "en", "fr")
    unit_editing.edit(home, pair.unit, UnitEdit(SECRET.variants[0].text), "en", "fr")


def come_and_gone_by_edits(home: SqliteHome) -> None:
    come_by_an_edit(home)
    (pair,) = home.units.with_source([SECRET.variants[0].text], "en", "fr")
    unit_editing.undo(home, pair.unit, "en", "fr")


def forgotten(home: SqliteHome) -> None:
    edited_away(home)
    forgetting.forget(home, PART)


def forgotten_and_put_back(home: SqliteHome) -> None:
    forgotten(home)
    forgetting.undo(home, Part())


def not_indexed(home: SqliteHome) -> None:
    store(home, [SECRET], path="secret.tsv", index=False)


def told_in_a_note(home: SqliteHome) -> None:
    noted = replace(
        unit("Something harmless", "Rien de grave", "S/1"), note="zanzigrade", properties={"x": "zanzigrade"}
    )
    store(home, [noted], path="secret.tsv")


WAYS = (
    imported, replaced_by_an_import, edited_and_undone_and_replaced_by_an_import, edited_away,
    come_by_an_edit, come_and_gone_by_edits, forgotten,
    forgotten_and_put_back, not_indexed, told_in_a_note,
)  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_no_word_is_left_of_what_is_purged(path: Path, home: SqliteHome, way: Callable[[SqliteHome], None]) -> None:
    way(home)
    assert WORD in content(path)
    assert forgetting.purge(home, PART).complete
    assert WORD not in content(path)
    assert b"s/1" not in content(path)
    assert home.faults() == []
    assert [rate for _, rate in home.segments.similar(OPEN.variants[0].text, "en", 90)] == [100]
    assert len(list(home.segments.with_words([["report"]], "en"))) == 1
    assert len(list(home.segments.similar("Text 7 of the many", "en", 70))) == 300


def test_what_other_units_have_stays(path: Path, home: SqliteHome) -> None:
    store_secret(home)
    store(home, [unit(SECRET.variants[0].text, "Autre chose")], path="other.tsv")
    assert forgetting.purge(home, PART).complete
    assert WORD in content(path)
    assert len(home.units.with_source([SECRET.variants[0].text], "en", "fr")) == 1


def test_no_word_is_left_of_a_concept_either(path: Path, home: SqliteHome) -> None:
    concept = Concept("zanzigrade", (Term("zanzigrade", "en"), Term("zanzigrade", "fr")), note="zanzigrade")
    store_concepts(home, [concept], memory="secret", path="zanzigrade.tsv")
    with home.transaction():
        changed = replace(concept, note="a zanzigrade")
        number = home.concepts.replace("zanzigrade", changed)
        home.history.record("edit", "concepts", number, before={"id": "zanzigrade"}, after={"note": "zanzigrade"})
    assert forgetting.purge(home, Part(memory="secret")).complete
    assert WORD not in content(path)


def test_all_that_was_forgotten_is_purged_at_once(path: Path, home: SqliteHome) -> None:
    store_secret(home)
    with home.transaction():
        set_aside(home, PART)
    assert WORD in content(path)
    assert forgetting.purge(home, Part()).complete
    assert WORD not in content(path)


def test_a_purge_waits_for_who_still_reads_and_the_next_to_open_the_database_completes_it(
    path: Path, home: SqliteHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(purging, "_PATIENCE_MS", 1)
    store_secret(home)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM units").fetchone()
        assert not forgetting.purge(home, PART).complete
        assert home.purge_is_left()
        with SqliteHome(path) as other:
            assert other.purge_is_left()
            assert not other.complete_purge()
        reader.execute("ROLLBACK")
        with SqliteHome(path) as other:
            assert not other.purge_is_left()
    assert WORD not in content(path)


def test_a_purge_that_was_broken_off_is_completed_when_asked(
    path: Path, home: SqliteHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_secret(home)
    monkeypatch.setattr(purging, "complete", lambda connection: False)
    assert not home.purge(PART).complete
    monkeypatch.undo()
    with SqliteHome(path) as other:
        assert other.purge_is_left()
        assert other.complete_purge()
    assert not home.purge_is_left()
    assert WORD not in content(path)


def test_a_purge_that_is_killed_amid_the_backups_is_not_complete(
    path: Path, home: SqliteHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*values: object) -> None:
        raise KeyboardInterrupt

    store_secret(home)
    backup = backing_up.back_up(home).path
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(purging_copies, "purge_copies", killed)
        home.purge(PART)
    assert home.purge_is_left()
    assert forgetting.purge(home, PART).complete
    assert WORD not in content(path) + backup.read_bytes()


def test_the_copy_that_a_migration_left_goes_too(path: Path, home: SqliteHome) -> None:
    store_secret(home)
    copy = path.with_name(f"{path.name}.v1.bak")
    copy.write_bytes(path.read_bytes())
    assert forgetting.purge(home, PART).purged == (str(copy),)
    assert not copy.exists()
