"""What is proposed is listed, accepted, refused and opened again from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.conftest import Tmtool
from tmtool.model import Term
from tmtool.store import open_home
from tmtool.store.authorship import acting_as
from tmtool.tasks.proposing import propose_correction, propose_terms
from tmtool.tasks.unit_editing import UnitEdit

MEMORY = "en\tfr\nOther matters\tDivers\n"


@pytest.fixture
def proposed(tmp_path: Path) -> Tmtool:
    """Gives a database with a correction, and then a term, that Anne proposes."""
    tool = Tmtool(tmp_path)
    tool.write("memory.tsv", MEMORY)
    tool.ok("import", "memory.tsv")
    with open_home(tool.folder / tool.db) as home, acting_as("Anne"):
        propose_correction(home, 1, UnitEdit(target="Questions diverses"), "en", "fr", why="as always")
        propose_terms(home, "", [Term("zorb", "en"), Term("gluk", "fr")])
    return tool


def numbers(tool: Tmtool, *more: str) -> list[int]:
    return [one["proposal"] for one in tool.json("proposals", "list", *more)]


def target(tool: Tmtool) -> str:
    return str(tool.json("lookup", "Other matters")[0]["matches"][0]["target"])


def test_what_waits_is_listed_with_what_would_change(proposed: Tmtool) -> None:
    first = numbers(proposed)[0]
    assert [line.strip() for line in proposed.ok("proposals", "list").splitlines()][:4] == [
        f"{first}  unit 1  proposed by Anne, {proposed.json('proposals', 'list')[0]['at'][:10]}",
        "Other matters",
        "- Divers",
        "+ Questions diverses",
    ]


def test_what_is_accepted_is_made_and_can_be_taken_back(proposed: Tmtool) -> None:
    correction, term = numbers(proposed)
    proposed.ok("proposals", "accept", correction, term)
    assert (target(proposed), numbers(proposed)) == ("Questions diverses", [])
    assert "gluk" in proposed.ok("terms", "search", "zorb")
    assert set(numbers(proposed, "--decided")) == {correction, term}
    proposed.ok("proposals", "reopen", correction)
    assert (target(proposed), numbers(proposed)) == ("Divers", [correction])


def test_what_is_refused_keeps_the_reason(proposed: Tmtool) -> None:
    (refused,) = proposed.json("proposals", "refuse", numbers(proposed)[0], "--reason", "no need")
    assert (refused["decision"], refused["answer"], target(proposed)) == ("refuse", "no need", "Divers")
    assert "refused by" in proposed.ok("proposals", "list", "--decided")


def test_a_number_of_none_and_one_decided_already_are_told_in_a_line(proposed: Tmtool) -> None:
    first = numbers(proposed)[0]
    proposed.ok("proposals", "accept", first)
    for number in (first, 9999):
        answer = proposed.run("proposals", "accept", number)
        assert answer.returncode == 2 and answer.stderr.startswith("tmtool: ") and answer.stderr.count("\n") == 1


def test_where_nothing_waits_that_is_said(proposed: Tmtool) -> None:
    proposed.ok("proposals", "refuse", *numbers(proposed))
    assert proposed.ok("proposals", "list").strip() == "no proposal is open"
