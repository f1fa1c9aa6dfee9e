"""Whoever knows SQL asks what no command answers, and can break nothing."""

from __future__ import annotations

import pytest

from tests.acceptance.conftest import Tmtool


@pytest.fixture
def small(tmtool: Tmtool) -> Tmtool:
    tmtool.write("a.tsv", "document\ten\tfr\nA/1\tOther matters\tQuestions diverses\nA/2\tThe report\tLe rapport\n")
    tmtool.ok("import", "a.tsv")
    return tmtool


def test_a_query_is_answered_as_a_table_as_csv_and_as_json(small: Tmtool) -> None:
    asked = "SELECT document, fr, id AS number FROM units_en_fr ORDER BY document DESC"
    assert small.ok("query", asked).splitlines() == [
        "document  fr                  number",
        "A/2       Le rapport               2",
        "A/1       Questions diverses       1",
    ]
    assert small.ok("query", asked, "--csv").splitlines() == [
        "document,fr,number", "A/2,Le rapport,2", "A/1,Questions diverses,1",
    ]  # fmt: skip
    assert small.json("query", asked)[0] == {"document": "A/2", "fr": "Le rapport", "number": 2}
    told = small.run("query", asked, "--limit", "1")
    assert (len(told.stdout.splitlines()), "--limit 0" in told.stderr) == (2, True)
    assert small.ok("query", "SELECT 1 AS a WHERE 0", "--csv") == "a\n"
    assert small.json("query", "SELECT 1 AS a, 1e400 AS a") == [{"a": 1, "a_2": "inf"}]
    names = {one["name"]: one["rows"] for one in small.json("query")}
    assert (names["units"], names["units_en_fr"], names["terms_en_fr"]) == (2, 2, 0)
    assert not any(name.startswith(("index_", "segments_text")) for name in names)


@pytest.mark.parametrize(
    "asked",
    [
        "DELETE FROM units",
        "SELECT nothing FROM units",
        "ATTACH 'other.db' AS other",
        "PRAGMA user_version = 9",
        "SELECT 1; DELETE FROM units",
        "SELEKT",
        "VACUUM INTO 'copy.db'",
        "SELECT zeroblob(3000000000)",
        "SELECT id FROM units LIMIT 'a'",
    ],
)
def test_what_is_wrong_or_would_change_something_is_one_line(small: Tmtool, asked: str) -> None:
    done = small.run("query", asked)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert sorted(path.name for path in small.folder.iterdir()) == ["a.tsv", "t.db"]
    assert small.json("query", "SELECT count(*) AS n FROM units") == [{"n": 2}]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("SELECT nobody FROM units", "il n’y a pas de colonne nobody"),
        ("SELECT * FROM nowhere", "il n’y a pas de table nowhere"),
        ("SELECT id FROM units, segments", "plusieurs tables ont une colonne id"),
        ("SELEKT 1", "il y a une erreur près de « SELEKT »"),
        ("SELECT (1", "il manque la fin"),
        ("SELECT foo(1)", "il n’y a pas de fonction foo"),
        ("SELECT abs()", "abs() attend plus de valeurs, ou moins"),
        ("SELECT 1; SELECT 2", "il y a là plusieurs instructions"),
        ("DELETE FROM units", "elle changerait quelque chose"),
        ("SELECT json('{')", "SQLite dit : malformed JSON"),
    ],
)
def test_everyday_mistakes_are_told_in_the_language_of_the_reader(small: Tmtool, asked: str, told: str) -> None:
    done = small.run("--ui", "fr", "query", asked)
    assert told in done.stderr.replace("\u202f", " ").replace("\u00a0", " ")
