"""Tests how two units that disagree are shown by lookup and suggest, and settled by one command, which can be taken
back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from lxml import etree

from tests.acceptance.conftest import Tmtool

MEMORY = """en\tfr\tdocument\tstatus\tdate
Other matters\tQuestions diverses\tX/WG.1/2027/1\tapproved\t2027-01-01
Other matters\tDivers\tX/WG.2/2028/1\tapproved\t2028-01-01
Other matters\tAutres questions\tX/WG.3/2028/1\tdraft\t2028-02-01
Other matters\tQuestions diverses.\tX/WG.4/2026/1\tapproved\t2026-01-01
"""


@pytest.fixture
def tmtool(tmp_path: Path) -> Tmtool:
    tool = Tmtool(tmp_path)
    tool.write("memory.tsv", MEMORY)
    tool.write("agenda.txt", "Other matters\n")
    tool.ok("import", "memory.tsv")
    return tool


def statuses(tool: Tmtool) -> dict[str, str]:
    found = tool.json("lookup", "Other matters", "--limit", 0)[0]["matches"]
    return {match["target"]: match["status"] for match in found}


@pytest.mark.parametrize("command", [("lookup", "Other matters"), ("suggest", "agenda.txt")])
def test_a_line_names_both_units_and_the_command_that_settles_it(tmtool: Tmtool, command: tuple[str, str]) -> None:
    words = " ".join(tmtool.ok(*command).split())
    assert (
        "! conflict: unit 2 “Divers” (X/WG.2/2028/1 no 1, approved) or 1 “Questions diverses” "
        "(X/WG.1/2027/1 no 1, approved); settle it with: tmtool settle 2 (or 1)"
    ) in words


def test_programs_and_cat_tools_are_told_too(tmtool: Tmtool) -> None:
    (row,) = tmtool.json("suggest", "agenda.txt", "-o", "out.xlf")
    assert row["matches"][0]["unit"] == 2
    assert row["matches"][0]["conflict"] == {
        "unit": 1, "target": "Questions diverses", "memory": "default", "document": "X/WG.1/2027/1", "position": 1,
        "status": "approved",
    }  # fmt: skip
    notes = [note.text for note in etree.parse(tmtool.folder / "out.xlf").getroot().findall(".//{*}note")]
    assert "conflict: also translated as Questions diverses (default, X/WG.1/2027/1)" in notes
    tmtool.ok("suggest", "agenda.txt", "-o", "out.html")
    assert "tmtool settle 2 (or 1)" in (tmtool.folder / "out.html").read_text(encoding="utf-8")


def test_settling_supersedes_all_that_disagree_and_can_be_taken_back(tmtool: Tmtool) -> None:
    before = statuses(tmtool)
    assert tmtool.ok("settle", 1).splitlines() == [
        "right: unit 1 “Questions diverses” (X/WG.1/2027/1 no 1)",
        "superseded: unit 2 “Divers” (X/WG.2/2028/1 no 1)",
        "superseded: unit 3 “Autres questions” (X/WG.3/2028/1 no 1)",
    ]
    assert statuses(tmtool) == {**before, "Divers": "superseded", "Autres questions": "superseded"}
    best = tmtool.json("lookup", "Other matters")[0]["matches"][0]
    assert (best["target"], best["conflict"]) == ("Questions diverses", None)
    with closing(sqlite3.connect(tmtool.folder / tmtool.db)) as connection:
        rows = connection.execute("SELECT action, entity, entity_id FROM history ORDER BY id").fetchall()
    assert rows == [("settle", "units", 2), ("settle", "units", 3)]
    tmtool.ok("settle", 1, "--undo")
    assert statuses(tmtool) == before


def test_a_settled_conflict_stays_settled_when_its_file_is_imported_again(tmtool: Tmtool) -> None:
    tmtool.ok("settle", 1)
    tmtool.write("memory.tsv", MEMORY + "Adoption of the report\tAdoption du rapport\tX/WG.1/2027/1\tapproved\t\n")
    tmtool.ok("import", "memory.tsv")
    assert statuses(tmtool)["Divers"] == "superseded"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [((99,), "there is no unit 99"), ((1, "--undo"), "nothing is settled for unit 1"), ((2,), "is superseded itself")],
)
def test_what_cannot_be_settled_is_said(tmtool: Tmtool, arguments: tuple[object, ...], said: str) -> None:
    if arguments == (2,):
        tmtool.ok("settle", 1)
    done = tmtool.run("settle", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
