"""A unit is corrected by hand, stays so, and can be made what it was."""

from __future__ import annotations

import pytest

from tests.acceptance.conftest import Tmtool

ROWS = "id\ten\tfr\n1\tOther matters\tAutres choses\n2\tClosure of the session\tClôture de la session\n"


@pytest.fixture
def small(tmtool: Tmtool) -> Tmtool:
    tmtool.write("a.tsv", ROWS)
    tmtool.ok("import", "a.tsv")
    return tmtool


def best(tool: Tmtool, query: str) -> tuple[str, str, str]:
    match = tool.json("lookup", query)[0]["matches"][0]
    return match["source"], match["target"], match["status"]


def test_a_correction_is_found_at_once(small: Tmtool) -> None:
    shown = small.ok("edit", "1", "--target", "Questions diverses", "--status", "approved")
    assert shown.splitlines() == [
        "unit 1 · default · translated → approved",
        "    Other matters",
        "  − Autres choses",
        "  + Questions diverses",
    ]
    assert best(small, "Other matters") == ("Other matters", "Questions diverses", "approved")
    assert small.json("concordance", "questions", "--lang", "fr")[0]["source"] == "Questions diverses"
    assert small.json("concordance", "choses", "--lang", "fr") == []


def test_the_source_can_be_corrected_too(small: Tmtool) -> None:
    small.ok("edit", "2", "--source", "Closing of the session")
    assert best(small, "Closing of the session") == ("Closing of the session", "Clôture de la session", "translated")
    assert small.json("lookup", "Closure of the session")[0]["matches"][0]["rate"] < 100


def test_a_new_import_leaves_it_alone_and_says_so_where_the_file_has_changed(small: Tmtool) -> None:
    small.ok("edit", "1", "--target", "Questions diverses")
    small.write("a.tsv", ROWS + "3\tNew\tNouveau\n")
    (report,) = small.json("import", "a.tsv")
    assert (report["added"], report["unchanged"], report["skipped"]) == (1, 2, [])
    assert best(small, "Other matters")[1] == "Questions diverses"
    small.write("a.tsv", ROWS.replace("Autres choses", "Divers"))
    (report,) = small.json("import", "a.tsv")
    assert [one["reason"] for one in report["skipped"]] == ["1: corrected here by hand, kept"]


def test_corrections_are_taken_back_one_by_one(small: Tmtool) -> None:
    whole = small.json("lookup", "Other matters")[0]["matches"]
    small.ok("edit", "1", "--target", "Questions diverses")
    small.ok("edit", "1", "--target", "Divers")
    (done,) = small.json("edit", "1", "--undo")
    assert (done["before"]["target"], done["after"]["target"]) == ("Divers", "Questions diverses")
    (done,) = small.json("edit", "1", "--undo")
    assert (done["before"]["target"], done["after"]["target"]) == ("Questions diverses", "Autres choses")
    assert small.json("lookup", "Other matters")[0]["matches"] == whole
    again = small.run("edit", "1", "--undo")
    assert again.returncode == 2
    assert "no correction to take back" in again.stderr


def test_what_is_as_wanted_stays_as_it_is(small: Tmtool) -> None:
    assert small.ok("edit", "1", "--target", "Autres choses") == "nothing to correct\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["9", "--target", "x"],
        ["1"],
        ["1", "--target", " "],
        ["1", "--undo", "--target", "x"],
        ["1", "--status", "good"],
        ["--target", "x"],
        ["--find", "x"],
        ["1", "--find", "x", "--replace", "y"],
        ["--find", "", "--replace", "y"],
        ["--find", "(", "--replace", "y", "--regex"],
    ],
)
def test_what_cannot_be_is_said_in_one_line(small: Tmtool, arguments: list[str]) -> None:
    done = small.run("edit", *arguments)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_the_number_of_a_unit_is_shown_when_asked(small: Tmtool) -> None:
    assert " · unit 1\n" in small.ok("-v", "lookup", "Other matters")
    assert "unit" not in small.ok("lookup", "Other matters")


def test_of_many_texts_that_would_change_it_says_how_many_it_shows_and_of_none_how_to_choose(small: Tmtool) -> None:
    shown = small.run("edit", "--find", "e", "--replace", "é", "--limit", "1")
    assert shown.stdout.count("unit ") == 1
    assert shown.stderr.startswith("1 of 2 texts are shown")
    none = small.run("edit", "--find", "zanzigrade", "--replace", "e")
    hint = "choose the texts with --in, --source-lang and --target-lang\n"
    assert (none.stdout, none.stderr) == ("0 units would change\n", hint)


def test_words_are_replaced_in_all_units_once_that_is_confirmed(small: Tmtool) -> None:
    shown = small.run("edit", "--find", "session", "--replace", "réunion")
    assert shown.stdout.splitlines()[-1] == "1 unit would change"
    assert "add --yes" in shown.stderr
    assert best(small, "Closure of the session")[1] == "Clôture de la session"
    assert small.json("edit", "--find", "session", "--replace", "réunion", "--yes") == [{"units": 1}]
    assert best(small, "Closure of the session")[1] == "Clôture de la réunion"
    assert small.json("history")[0]["what"] == "“session” → “réunion” · 1"
    assert small.json("edit", "--undo") == [{"units": 1, "left": 0}]
    assert best(small, "Closure of the session")[1] == "Clôture de la session"
