"""Tests an adapted match on its way through the command line: lookup, suggestions, XLIFF, page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import etree

from tests.acceptance.conftest import Tmtool

MEMORY = """en\tfr\tdocument
The sixth meeting was held on 9 March 2021.\tLa sixième réunion s’est tenue le 9 mars 2021.\tX/WG.1/2021/1
Wednesday, 10 March\tMercredi 10 mars\tX/WG.1/2021/1
"""
AGENDA = """The seventh meeting was held on 8 June 2022.

The sixth meeting was not held on 9 March 2021.

Friday, 1 May
"""


@pytest.fixture
def tmtool(tmp_path: Path) -> Tmtool:
    (tmp_path / "memory.tsv").write_text(MEMORY, encoding="utf-8")
    (tmp_path / "agenda.txt").write_text(AGENDA, encoding="utf-8")
    tool = Tmtool(tmp_path)
    tool.ok("import", "memory.tsv")
    return tool


def test_lookup_gives_the_adapted_target_with_what_was_replaced(tmtool: Tmtool) -> None:
    answer = json.loads(tmtool.ok("lookup", "--json", "The seventh meeting was held on 8 June 2022."))
    match = answer["matches"][0]
    assert match["kind"] == "adapted"
    assert match["target"] == "La sixième réunion s’est tenue le 9 mars 2021."
    assert match["adapted"] == {
        "target": "La septième réunion s’est tenue le 8 juin 2022.",
        "substitutions": [
            {"kind": "ordinal", "source_from": "sixth", "source_to": "seventh",
             "target_from": "sixième", "target_to": "septième"},
            {"kind": "date", "source_from": "9 March 2021", "source_to": "8 June 2022",
             "target_from": "9 mars 2021", "target_to": "8 juin 2022"},
        ],
        "safe": True,
        "reasons": [],
        "open": [],
    }  # fmt: skip
    assert match["warnings"] == []


def test_suggest_fills_in_what_is_complete_and_warns_of_what_differs(tmtool: Tmtool) -> None:
    rows = [json.loads(line) for line in tmtool.ok("suggest", "agenda.txt", "--json").splitlines()]
    assert [(row["kind"], row["suggestion"]) for row in rows] == [
        ("adapted", "La septième réunion s’est tenue le 8 juin 2022."),
        ("fuzzy", "La sixième réunion s’est tenue le 9 mars 2021."),
        ("adapted", "Vendredi 1er mai"),
    ]
    assert rows[1]["warnings"] == [{"kind": "negation", "detail": "+ not"}]


def test_the_summary_has_a_band_for_it(tmtool: Tmtool) -> None:
    assert "adapted         2" in tmtool.ok("suggest", "agenda.txt")


def test_xliff_has_the_adapted_target_for_review(tmtool: Tmtool) -> None:
    tmtool.ok("suggest", "agenda.txt", "-o", "out.xlf")
    root = etree.parse(tmtool.folder / "out.xlf").getroot()
    targets = root.findall(".//{*}trans-unit/{*}target")
    assert [(target.text, target.get("state")) for target in targets] == [
        ("La septième réunion s’est tenue le 8 juin 2022.", "needs-review-translation"),
        ("Vendredi 1er mai", "needs-review-translation"),
    ]
    notes = [note.text for note in root.findall(".//{*}note")]
    assert "replaced: sixième → septième" in notes
    assert "negation: + not" in notes


def test_the_page_shows_what_was_replaced(tmtool: Tmtool) -> None:
    tmtool.ok("suggest", "agenda.txt", "-o", "out.html")
    page = (tmtool.folder / "out.html").read_text(encoding="utf-8")
    assert re.search("<del [^>]*>sixième</del> <ins [^>]*>septième</ins>", page)
    assert "<b>negation</b>: <bdi>+ not</bdi>" in page
