"""`tmtool checks`: every check explains itself to someone who has never seen it."""

from __future__ import annotations

import re

import pytest

from tests.acceptance.conftest import Tmtool
from tmtool.checks.engine.check import Check
from tmtool.checks.engine.registry import all_checks
from tmtool.present.findings import plain


def test_the_list_has_a_line_a_check_that_a_program_can_search(made: Tmtool) -> None:
    lines = made.ok("checks").splitlines()

    assert lines[0].split() == ["check", "level", "compares", "fix", "what", "it", "reports"]
    assert [line.split()[0] for line in lines[1:-2]] == [check.name for check in all_checks()]
    assert next(line for line in lines if line.startswith("dates-weekday")).split()[1:5] == [
        "✘",
        "error",
        "segment",
        "✎",
    ]


def test_a_check_shows_what_it_says_of_its_examples_and_how_to_turn_it_off(made: Tmtool) -> None:
    said = made.ok("checks", "dates-weekday")

    assert re.findall(r"^\S.*", said, re.MULTILINE) == ["dates-weekday  ✘ error", "Why", "Examples", "Use"]
    assert "    → La réunion s’ouvrira le ⟦lundi⟧ 8 septembre 2020.\n" in said
    assert "      ✘ error: “lundi 8 septembre 2020” here, but 2020-09-08 is a Tuesday.\n      ✎ lundi → mardi\n" in said
    assert 'disable = ["dates-weekday"]' in said
    assert "--waive dates-weekday:SEGMENT --reason TEXT" in said


def test_the_lines_of_a_document_are_numbered(made: Tmtool) -> None:
    assert "    5 → 1. Mesures pratiques pour ⟦appuyer⟧" in made.ok("checks", "document-title")


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.name)
def test_no_mark_of_the_source_file_is_shown(check: Check) -> None:
    assert not re.search(r"``|(?<!\w)\*\w", plain(check.summary + check.reason))


def test_an_unknown_check_names_the_list(made: Tmtool) -> None:
    done = made.run("checks", "no-such")

    assert (done.returncode, done.stderr) == (2, "tmtool: there is no check 'no-such'; `tmtool checks` lists all\n")
