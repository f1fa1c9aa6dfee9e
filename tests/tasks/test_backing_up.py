"""Tests that a backup has what the database had, that the newest stay, and that one of them can be had back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.filling import store, unit
from tmtool.errors import DatabaseError, OutputError, UsageError
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.values import Part
from tmtool.tasks import backing_up, forgetting, unit_editing
from tmtool.tasks.unit_editing import UnitEdit

ONE, TWO = unit("The zanzigrade of the report", "Le rapport", "A/1"), unit("Other matters", "Questions diverses", "A/2")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with open_home(tmp_path / "tm.db", create=True) as opened:
        store(opened, [ONE, TWO])
        yield opened


def texts(place: Path | str) -> list[str]:
    with open_home(place) as opened:
        return [one.variants[0].text for _, one in opened.units.read()]


def test_a_backup_is_one_sound_file_and_can_be_opened_like_the_database(home: Home, tmp_path: Path) -> None:
    done = backing_up.back_up(home)
    assert done.path.parent == tmp_path / "backups"
    assert [file.name for file in done.path.parent.iterdir()] == [done.path.name]
    assert done.size == done.path.stat().st_size
    assert texts(done.path) == texts(home.place)
    assert [one.path for one in backing_up.known_backups(home)] == [done.path]


def test_the_newest_backups_stay_and_other_files_do_too(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "safe"
    folder.mkdir()
    for name in ("other.db", "tm-20200101T000000Z.db", "tm-20200101T000000Z-2.db", "tm-20200101T000000Z-10.db"):
        (folder / name).write_bytes(b"")
    done = backing_up.back_up(home, folder, keep=3)
    assert [path.name for path in done.removed] == ["tm-20200101T000000Z.db"]
    assert (folder / "other.db").exists()
    assert len(list(folder.glob("tm-*.db"))) == 3


def test_a_name_that_ends_in_a_slash_is_a_folder_which_is_made(home: Home, tmp_path: Path) -> None:
    done = backing_up.back_up(home, f"{tmp_path}/deep/er/", keep=1)
    assert done.path.parent == tmp_path / "deep" / "er"


@pytest.mark.parametrize("name", ["letter.txt", "tm.db"])
def test_a_backup_takes_the_place_of_no_other_file(home: Home, tmp_path: Path, name: str) -> None:
    (tmp_path / "letter.txt").write_text("Dear colleague")
    with pytest.raises(UsageError):
        backing_up.back_up(home, tmp_path / name)
    assert (tmp_path / "letter.txt").read_text() == "Dear colleague"
    with pytest.raises(UsageError, match="no folder"):
        backing_up.back_up(home, tmp_path / "new.db", keep=2)
    with pytest.raises(OutputError):
        backing_up.back_up(home, tmp_path / "none" / "new.db")


def test_what_was_backed_up_is_had_back_and_what_was_there_is_kept(home: Home) -> None:
    backup = backing_up.back_up(home).path
    store(home, [TWO, unit("New", "Nouveau")])
    before = texts(home.place)
    (new,) = home.units.with_source(["New"], "en", "fr")
    kept = backing_up.restore(Path(home.place), backup)
    assert texts(home.place) == [ONE.variants[0].text, TWO.variants[0].text]
    assert kept is not None
    assert texts(kept) == before
    assert {one.path for one in backing_up.known_backups(home)} == {backup, kept}
    assert home.faults() == []
    store(home, [unit("Newer", "Plus récent")], path="b.tsv")
    (newer,) = home.units.with_source(["Newer"], "en", "fr")
    assert newer.unit > new.unit


def test_a_database_that_is_gone_or_damaged_is_made_from_its_backup(home: Home, tmp_path: Path) -> None:
    backup, place = backing_up.back_up(home).path, Path(home.place)
    whole = texts(place)
    home.close()
    place.unlink()
    assert backing_up.restore(place, backup) is None
    assert texts(place) == whole
    content = place.read_bytes()
    place.write_bytes(content[:4096] + b"\x99" * (len(content) - 4096))
    moved = backing_up.restore(place, backup)
    assert moved == tmp_path / "tm.db.damaged"
    assert texts(place) == whole


def test_a_database_with_a_damaged_index_is_not_backed_up_and_can_be_restored(home: Home, tmp_path: Path) -> None:
    backup, place = backing_up.back_up(home).path, Path(home.place)
    home.close()
    place.write_bytes(place.read_bytes().replace(b"A/1", b"A/9", 1))
    with open_home(place) as damaged, pytest.raises(DatabaseError, match="not sound") as refused:
        backing_up.back_up(damaged)
    assert refused.value.path == place
    assert backing_up.restore(place, backup) == tmp_path / "tm.db.damaged"


def test_what_is_no_sound_backup_is_not_restored(home: Home, tmp_path: Path) -> None:
    backup, place = backing_up.back_up(home).path, Path(home.place)
    with closing(sqlite3.connect(tmp_path / "recipes.db")) as other:
        other.execute("CREATE TABLE recipes (id)")
    content = backup.read_bytes()
    backup.write_bytes(content[: len(content) // 2] + b"\x99" * 4096 + content[len(content) // 2 + 4096 :])
    for wrong in (tmp_path / "recipes.db", tmp_path / "none.db", backup):
        with pytest.raises(DatabaseError):
            backing_up.restore(place, wrong)
    with pytest.raises(DatabaseError):
        backing_up.restore(tmp_path / "recipes.db", place)
    with pytest.raises(UsageError):
        backing_up.restore(place, place)
    assert len(texts(place)) == 2


def test_of_what_is_purged_no_word_is_left_in_a_backup(home: Home) -> None:
    first = backing_up.back_up(home).path
    (pair,) = home.units.with_source([ONE.variants[0].text], "en", "fr")
    unit_editing.edit(home, pair.unit, UnitEdit("Something harmless"), "en", "fr")
    second = backing_up.back_up(home).path
    forgetting.forget(home, Part(document="A/1"))
    third = backing_up.back_up(home).path
    done = forgetting.purge(home, Part(document="A/1"))
    assert (done.complete, set(done.purged), done.left) == (True, {str(one) for one in (first, second, third)}, ())
    for backup in (first, second, third):
        assert b"zanzigrade" not in backup.read_bytes()
        assert texts(backup) == [TWO.variants[0].text]
    assert not list(first.parent.glob("*.bak"))


def test_a_purge_of_all_names_the_backups_with_texts_that_an_edit_took_out_since(home: Home) -> None:
    first = backing_up.back_up(home).path
    (pair,) = home.units.with_source([ONE.variants[0].text], "en", "fr")
    unit_editing.edit(home, pair.unit, UnitEdit("Something harmless"), "en", "fr")
    second = backing_up.back_up(home).path
    done = forgetting.purge(home, Part())
    assert (done.complete, done.behind) == (True, (str(first),))
    assert b"zanzigrade" not in second.read_bytes()
    first.unlink()
    assert forgetting.purge(home, Part()).behind == ()


def test_a_backup_that_cannot_be_changed_is_named(home: Home) -> None:
    backup = backing_up.back_up(home).path
    backup.write_bytes(b"no longer a database")
    assert forgetting.purge(home, Part(document="A/1")).left == (str(backup),)
