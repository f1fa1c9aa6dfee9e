"""A file of queries is answered alike, in its order, by one process and by several."""

from __future__ import annotations

import json
from pathlib import Path

from tests import commands
from tmtool.tasks.lookup import SHARED_FROM


def tmtool(database: Path, *arguments: str, given: str = "") -> str:
    done = commands.run([*commands.TMTOOL, "--db", str(database), *arguments], cwd=database.parent, stdin=given)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_large_file_is_answered_as_its_lines_are_one_by_one(tmp_path: Path) -> None:
    memory, queries, database = tmp_path / "memory.tsv", tmp_path / "queries.txt", tmp_path / "tm.db"
    memory.write_text("en\tfr\n" + "".join(f"Item {n} of it\tPoint {n}\n" for n in range(30)), encoding="utf-8")
    text = "".join(f"Item {n % 40} of it\n" for n in range(SHARED_FROM))
    queries.write_text(text, encoding="utf-8")
    tmtool(database, "import", str(memory))
    several = tmtool(database, "lookup", "--json", "--batch", str(queries)).splitlines()
    one = tmtool(database, "lookup", "--json", "--batch", "-", given=text).splitlines()
    assert len(several) == SHARED_FROM
    assert [{**json.loads(line), "ms": 0} for line in several] == [{**json.loads(line), "ms": 0} for line in one]


def test_a_large_file_is_shown_to_a_reader_as_its_lines_are_one_by_one(tmp_path: Path) -> None:
    queries, database = tmp_path / "queries.txt", tmp_path / "tm.db"
    text = "The shelter is open.\n" * SHARED_FROM
    queries.write_text(text, encoding="utf-8")
    tmtool(database, "terms", "add", "shelter", "foyer")
    several = tmtool(database, "lookup", "--batch", str(queries))
    assert several == tmtool(database, "lookup", "--batch", "-", given=text)
    assert several.count("foyer") == SHARED_FROM


def test_a_last_line_without_an_end_is_looked_up_and_an_empty_file_asks_nothing(tmp_path: Path) -> None:
    queries, database = tmp_path / "queries.txt", tmp_path / "tm.db"
    tmtool(database, "terms", "add", "shelter", "foyer")
    for text, asked in (("One\r\nTwo", ["One", "Two"]), ("One\n\n", ["One", ""]), ("One", ["One"]), ("", [])):
        queries.write_bytes(text.encode())
        told = tmtool(database, "lookup", "--json", "--batch", str(queries)).splitlines()
        assert [json.loads(line)["query"] for line in told] == asked
