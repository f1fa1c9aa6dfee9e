"""A database is found sound or not, and indexes that are out of step are made anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.acceptance.conftest import Tmtool


@pytest.fixture
def small(tmtool: Tmtool) -> Tmtool:
    tmtool.write("a.tsv", "en\tfr\n" + "".join(f"Item {n} of the list\tPoint {n} de la liste\n" for n in range(300)))
    tmtool.ok("import", "a.tsv")
    return tmtool


def damage(tool: Tmtool, *statements: str) -> None:
    with closing(sqlite3.connect(tool.folder / tool.db)) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()


def test_what_is_sound_is_said_to_be(small: Tmtool) -> None:
    assert small.ok("doctor") == "sound\n"
    (told,) = small.json("doctor", "--mend")
    assert (told["faults"], told["waiting"], told["mended"]) == ([], 0, False)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM index_segments WHERE segment_id = 7",
        "INSERT INTO index_segments VALUES (999, 'abc')",
        "INSERT INTO segments_by_skeleton VALUES (1, 999)",
        "DELETE FROM segments_text_data WHERE id > 10",
    ],
)
def test_an_index_out_of_step_is_made_anew(small: Tmtool, statement: str) -> None:
    before = {**small.json("lookup", "Item 8 of the list", "--limit", "0")[0], "ms": 0}
    damage(small, statement)
    found = small.run("doctor")
    assert found.returncode == 4
    assert found.stdout.startswith("✘ ")
    assert "tmtool doctor --mend" in found.stderr
    assert small.ok("doctor", "--mend").endswith("mended: the indexes were made anew\n")
    assert small.ok("doctor") == "sound\n"
    assert {**small.json("lookup", "Item 8 of the list", "--limit", "0")[0], "ms": 0} == before
    assert len(small.json("concordance", "items of the list", "--limit", "0")) == 300


def test_what_cannot_be_mended_is_told_with_its_remedy(small: Tmtool) -> None:
    damage(small, "PRAGMA foreign_keys = OFF", "DELETE FROM segments WHERE id = 600")
    done = small.run("doctor", "--mend")
    assert done.returncode == 4
    assert "1 rows of variants name something that segments does not have" in done.stdout
    assert "restore a copy" in done.stderr


def test_what_waits_to_be_indexed_is_indexed(small: Tmtool) -> None:
    damage(
        small,
        "INSERT INTO segments (id, language, key, text) VALUES (601, 'en', 5, 'A text that waits')",
    )
    assert small.ok("doctor").startswith("1 segment waits")
    small.ok("doctor", "--mend")
    assert small.ok("doctor") == "sound\n"


def test_a_backup_that_is_not_there_is_not_to_be_made_anew(small: Tmtool) -> None:
    done = small.run("restore", "none.db")
    assert (done.returncode, done.stderr) == (4, "tmtool: none.db: there is no such file; check the path\n")


def test_a_backup_is_made_listed_and_restored(small: Tmtool) -> None:
    (made,) = small.json("backup", "--keep", "2")
    (listed,) = small.json("restore")
    assert (listed["path"], listed["bytes"]) == (made["path"], made["bytes"])
    small.ok("forget", "--source", "a.tsv", "--yes")
    told = small.run("restore", made["path"])
    assert (told.stdout, "add --yes" in told.stderr) == (f"{made['path']}: 300 units\n", True)
    assert small.ok("restore", made["path"], "--yes").startswith("restored from ")
    assert small.json("lookup", "Item 8 of the list")[0]["matches"][0]["rate"] == 100
    for arguments in (["backup", "a.tsv"], ["backup", "x.db", "--keep", "3"], ["restore", "none.db"]):
        wrong = small.run(*arguments)
        assert (wrong.returncode in (2, 4), wrong.stderr.count("\n")) == (True, 1)
