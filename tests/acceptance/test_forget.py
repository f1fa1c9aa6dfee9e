"""What was wrong to be in the memory, or must not be, is forgotten; the rest stays."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.acceptance.conftest import Tmtool

OPEN = "document\ten\tfr\nA/1\tThe open matter\tL’affaire publique\nA/2\tOther matters\tQuestions diverses\n"
SECRET = "document\ten\tfr\nS/1\tThe secret matter\tL’affaire secrète\nA/2\tOther matters\tQuestions diverses\n"


@pytest.fixture
def two(tmtool: Tmtool) -> Tmtool:
    tmtool.write("open.tsv", OPEN)
    tmtool.write("secret.tsv", SECRET)
    tmtool.ok("import", "open.tsv")
    tmtool.ok("import", "secret.tsv", "--memory", "trial")
    return tmtool


def sources(tool: Tmtool, *queries: str) -> list[str]:
    given = "".join(f"{query}\n" for query in queries)
    return [
        match["source"]
        for answer in tool.json("lookup", "--batch", "-", "--limit", "0", stdin=given)
        for match in answer["matches"]
        if match["rate"] == 100
    ]


ALL = ("The open matter", "The secret matter", "Other matters")


def test_without_yes_it_is_only_counted(two: Tmtool) -> None:
    done = two.run("forget", "--document", "S/1")
    assert done.stdout == "to be removed: 1 unit, 1 file\n"
    assert "add --yes" in done.stderr
    assert len(sources(two, *ALL)) == 4


@pytest.mark.parametrize(
    ("arguments", "left"),
    [
        (["--document", "S/1"], ["The open matter", "Other matters", "Other matters"]),
        (["--memory", "trial"], ["The open matter", "Other matters"]),
        (["--source", "secret.tsv"], ["The open matter", "Other matters"]),
        (["--document", "A/2"], ["The open matter", "The secret matter"]),
        (["--document", "A/2", "--memory", "trial"], ["The open matter", "The secret matter", "Other matters"]),
    ],
)
def test_what_is_named_goes_and_the_rest_stays(two: Tmtool, arguments: list[str], left: list[str]) -> None:
    (done,) = two.json("forget", *arguments, "--yes")
    assert done["removed"] is True
    assert sources(two, *ALL) == left
    assert [line["source"] for line in two.json("concordance", "secret")] == [one for one in left if "secret" in one]


def test_what_was_forgotten_is_put_back_as_it_was(two: Tmtool) -> None:
    before = [match["source"] for match in two.json("lookup", "The secret matter", "--limit", "0")[0]["matches"]]
    units = [(one["unit"], one["target"]) for one in two.json("concordance", "secret")]
    done = two.run("forget", "--memory", "trial", "--yes")
    assert "tmtool forget --undo" in done.stderr
    assert two.ok("forget", "--undo").startswith("put back: ")
    assert [one["source"] for one in two.json("lookup", "The secret matter", "--limit", "0")[0]["matches"]] == before
    assert [(one["unit"], one["target"]) for one in two.json("concordance", "secret")] == units
    (report,) = two.json("import", "secret.tsv", "--memory", "trial")
    assert (report["added"], report["unchanged"], report["removed"]) == (0, 2, 0)
    again = two.run("forget", "--undo")
    assert again.returncode == 2
    assert again.stderr.count("\n") == 1


def test_what_was_forgotten_by_name_is_put_back_by_name(two: Tmtool) -> None:
    two.ok("forget", "--document", "S/1", "--yes")
    two.ok("forget", "--document", "A/1", "--yes")
    (done,) = two.json("forget", "--document", "S/1", "--undo")
    assert (done["document"], done["memory"], done["units"]) == ("S/1", None, 1)
    assert sources(two, *ALL) == ["The secret matter", "Other matters", "Other matters"]
    two.ok("import", "open.tsv")
    refused = two.run("forget", "--undo")
    assert refused.returncode == 2
    assert "imported again" in refused.stderr


def test_what_is_purged_is_in_no_byte_any_more_and_the_rest_is(two: Tmtool) -> None:
    two.ok("forget", "--document", "S/1", "--yes")
    counted = two.run("forget", "--document", "S/1", "--purge")
    assert (counted.stdout, "add --yes" in counted.stderr) == ("to be removed: 1 unit\n", True)
    assert two.ok("forget", "--document", "S/1", "--purge", "--yes") == "removed for good: 1 unit\n"
    content = b"".join(file.read_bytes() for file in two.folder.glob(f"{two.db}*"))
    assert b"secret matter" not in content
    assert b"secr\xc3\xa8te" not in content
    assert b"The open matter" in content
    assert two.run("forget", "--undo").returncode == 2
    assert two.ok("doctor") == "sound\n"


def test_what_only_a_backup_has_is_purged_from_there(two: Tmtool) -> None:
    two.ok("backup", "kept.db")
    two.ok("backup", "moved.db")
    (two.folder / "moved.db").unlink()
    two.write("secret.tsv", OPEN)
    two.ok("import", "secret.tsv", "--memory", "trial")
    counted = two.ok("forget", "--document", "S/1", "--purge")
    assert counted == f"to be removed: 0 units\nthe backup {two.folder / 'kept.db'} has it too\n"
    done = two.run("forget", "--document", "S/1", "--purge", "--yes")
    assert f"removed from the copy {two.folder / 'kept.db'} too" in done.stdout
    assert f"{two.folder / 'moved.db'} is not there" in done.stderr
    content = b"".join(file.read_bytes() for file in two.folder.glob("*.db*"))
    assert b"secret matter" not in content
    assert b"The open matter" in content
    assert "'tmtool forget --purge --yes'" in two.run("forget", "--document", "S/1", "--purge", "--yes").stderr


def test_what_an_import_took_out_is_purged_without_a_name(two: Tmtool) -> None:
    two.write("secret.tsv", OPEN)
    two.ok("import", "secret.tsv", "--memory", "trial")
    assert two.ok("forget", "--purge", "--yes") == "removed for good: 0 units\n"
    content = b"".join(file.read_bytes() for file in two.folder.glob(f"{two.db}*"))
    assert b"secret matter" not in content


def test_the_history_tells_how_much_went_and_none_of_its_words(two: Tmtool) -> None:
    two.ok("forget", "--source", "secret.tsv", "--yes")
    with closing(sqlite3.connect(two.folder / two.db)) as database:
        ((action, before),) = database.execute("SELECT action, before FROM history").fetchall()
    assert action == "forget"
    assert '"source": "secret.tsv"' in before
    assert '"units": 2' in before
    assert "matter" not in before


def test_the_file_imported_again_brings_it_back(two: Tmtool) -> None:
    for arguments in (["--document", "S/1"], ["--source", "secret.tsv"], ["--memory", "trial"]):
        two.ok("forget", *arguments, "--yes")
        assert "The secret matter" not in sources(two, *ALL)
        two.ok("import", "secret.tsv", "--memory", "trial")
        assert len(sources(two, *ALL)) == 4


def test_concepts_of_a_file_are_forgotten(tmtool: Tmtool) -> None:
    tmtool.write("t.tsv", "en\tfr\tdomain\nshelter\tfoyer\tcrime\n")
    tmtool.ok("import", "t.tsv")
    (done,) = tmtool.json("forget", "--source", "t.tsv", "--yes")
    assert (done["units"], done["concepts"], done["files"]) == (0, 1, 1)
    assert tmtool.json("terms", "search", "shelter") == []


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--memory", "nonsense"],
        ["--memory", "default", "--document", "S/1"],
        ["--source", ""],
        ["--undo"],
        ["--memory", "nonsense", "--purge"],
    ],
)
def test_a_name_of_nothing_is_a_wrong_command_line(two: Tmtool, arguments: list[str]) -> None:
    done = two.run("forget", *arguments, "--yes")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert len(sources(two, *ALL)) == 4
