"""Tests the memories, their files and their penalties."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.acceptance.conftest import Tmtool


@pytest.fixture
def two(tmtool: Tmtool) -> Tmtool:
    tmtool.write("a.tsv", "document\ten\tfr\nA/1\tOther matters\tQuestions diverses\n")
    tmtool.write("machine/b.tsv", "en\tfr\nOther matters\tAutres choses\nThe end\tLa fin\n")
    tmtool.ok("import", "a.tsv")
    tmtool.ok("import", "machine", "--memory", "machine")
    return tmtool


def test_memories_and_their_files_are_listed(two: Tmtool) -> None:
    assert [(one["name"], one["units"], one["documents"]) for one in two.json("memory")] == [
        ("default", 1, 1),
        ("machine", 2, 0),
    ]
    (file,) = two.json("memory", "machine")
    assert (file["path"], file["units"], file["format"]) == ("b.tsv", 2, "table")
    assert two.ok("memory").splitlines()[2].split() == ["machine", "2", "0", "0", "0", "50"]
    assert two.ok("memory", "machine").splitlines()[1].split()[:4] == ["b.tsv", "2", "0", "table"]


def test_a_penalty_is_taken_off_each_match_of_the_memory(two: Tmtool) -> None:
    assert two.ok("memory", "machine", "--penalty", "15") == "machine: penalty 0 → 15\n"
    (answer,) = two.json("lookup", "Other matters")
    assert [(one["memory"], one["rate"], one["score"]) for one in answer["matches"]] == [
        ("default", 100, 100),
        ("machine", 100, 85),
    ]
    assert answer["matches"][1]["penalties"] == [{"name": "memory", "points": 15}]
    with closing(sqlite3.connect(two.folder / two.db)) as database:
        assert database.execute("SELECT action, after FROM history").fetchall() == [
            ("weigh", '{"memory": "machine", "penalty": 15}')
        ]


def test_of_one_day_the_memory_most_trusted_comes_first_in_a_concordance(two: Tmtool) -> None:
    assert [one["memory"] for one in two.json("concordance", "Other matters")] == ["default", "machine"]
    assert two.ok("memory", "machine", "--trust", "80") == "machine: trust 50 → 80\n"
    assert [one["memory"] for one in two.json("concordance", "Other matters")] == ["machine", "default"]


def test_a_penalty_stays_when_a_file_is_imported_again(two: Tmtool) -> None:
    two.ok("memory", "machine", "--penalty", "15")
    two.write("machine/b.tsv", "en\tfr\nOther matters\tAutres choses\n")
    two.ok("import", "machine", "--memory", "machine")
    assert [one["penalty"] for one in two.json("memory")] == [0, 15]


def test_a_memory_is_renamed_merged_and_split(two: Tmtool) -> None:
    assert two.ok("memory", "machine", "--rename", "raw") == "machine → raw\n"
    (done,) = two.json("memory", "default", "--merge", "raw")
    assert (done["from"], done["into"], done["units"], done["files"]) == ("raw", "default", 2, 1)
    assert [(one["name"], one["units"]) for one in two.json("memory")] == [("default", 3)]
    path = two.json("memory", "default")[-1]["path"]
    assert two.ok("memory", "default", "--split", "raw", "--source", path) == "2 units, 1 file: default → raw\n"
    assert [(one["name"], one["units"]) for one in two.json("memory")] == [("default", 1), ("raw", 2)]
    assert [(one["action"], one["what"]) for one in two.json("history")] == [
        ("split", f"memory default → raw · source {path}"),
        ("merge", "memory raw → default"),
        ("rename", "memory machine → raw"),
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["--penalty", "5"],
        ["machine", "--penalty", "101"],
        ["nonsense", "--penalty", "5"],
        ["machine", "--rename", "default"],
        ["machine", "--merge", "machine"],
        ["machine", "--merge", "nonsense"],
        ["machine", "--split", "new"],
        ["machine", "--split", "new", "--document", "X/1"],
        ["machine", "--rename", "a", "--merge", "default"],
        ["machine", "--document", "X/1"],
    ],
)
def test_what_cannot_be_is_said_in_one_line(two: Tmtool, arguments: list[str]) -> None:
    done = two.run("memory", *arguments)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
