"""Tests what a replay of the memories that come along says of the suggestions."""

from __future__ import annotations

import hashlib

import pytest

from tests.acceptance.conftest import Tmtool


@pytest.fixture(scope="module", params=["document", "later"])
def result(request: pytest.FixtureRequest, made: Tmtool) -> dict[str, object]:
    before = hashlib.sha256((made.folder / made.db).read_bytes()).digest()
    found = made.json("evaluate", "--leave-out", request.param)[0]
    assert hashlib.sha256((made.folder / made.db).read_bytes()).digest() == before, "the memory is not changed"
    return found


def test_every_unit_of_every_document_is_replayed(result: dict, made: Tmtool) -> None:  # type: ignore[type-arg]
    counts = made.json("stats")[0]["memories"][0]
    assert (result["documents"], result["segments"]) == (counts["documents"], counts["units"])
    assert sum(band["segments"] for band in result["bands"].values()) == counts["units"]


def test_what_is_offered_as_complete_is_right(result: dict) -> None:  # type: ignore[type-arg]
    for name in ("context", "exact", "adapted"):
        band = result["bands"][name]
        assert band["right"] >= 0.99 * band["segments"]


def test_complete_matches_are_worth_more_than_raw_ones_and_those_more_than_nothing(result: dict) -> None:  # type: ignore[type-arg]
    systems = result["systems"]
    chrf = [systems[name]["chrf"]["score"] for name in ("tmtool", "raw", "nothing")]
    assert chrf == sorted(chrf, reverse=True)
    assert systems["tmtool"]["typed"] < systems["raw"]["typed"] < systems["nothing"]["typed"]
    assert systems["tmtool"]["chrf"]["low"] <= systems["tmtool"]["chrf"]["score"] <= systems["tmtool"]["chrf"]["high"]
    assert "version:" in systems["tmtool"]["chrf"]["signature"]


def test_a_memory_without_documents_has_nothing_to_replay(tmtool: Tmtool) -> None:
    tmtool.write("a.tsv", "en\tfr\nOther matters\tQuestions diverses\n")
    tmtool.ok("import", "a.tsv")
    assert tmtool.run("evaluate").returncode == 3


def test_a_memory_of_a_few_units_has_scores_too(tmtool: Tmtool) -> None:
    rows = ["Opening of the meeting\tOuverture de la réunion\tA/1", "Other matters\tQuestions diverses\tA/1"]
    tmtool.write("a.tsv", "en\tfr\tdocument\n" + "\n".join([*rows, "Other matters\tQuestions diverses\tB/1"]) + "\n")
    tmtool.ok("import", "a.tsv")
    result = tmtool.json("evaluate")[0]
    assert result["systems"]["nothing"]["ter"]["score"] == 100
    assert result["bands"]["exact"]["segments"] == 2


def test_a_memory_that_there_is_not_is_a_wrong_command_line_as_for_an_export(tmtool: Tmtool) -> None:
    tmtool.write("a.tsv", "en\tfr\nOther matters\tQuestions diverses\n")
    tmtool.ok("import", "a.tsv")
    for command in (("evaluate",), ("export", "b.tmx")):
        done = tmtool.run(*command, "--memory", "absent")
        assert (done.returncode, done.stderr) == (2, "tmtool: there is no memory 'absent'; there are default\n")
