"""Every command speaks to programs: with --json each line of its output is an object."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.acceptance.all_commands import commands
from tests.acceptance.conftest import REPOSITORY, Tmtool

SAMPLES = REPOSITORY / "samples"
MEMORY = "id\ten\tfr\n1\tOther matters\tQuestions diverses\n2\tOther matters\tAutres questions\n"


SERVERS = {("serve",), ("lsp",), ("mcp",)}
"""What speaks to programs by a protocol."""


@pytest.mark.parametrize("names", [names for names, _ in commands() if names not in SERVERS], ids=" ".join)
def test_every_command_has_json(names: tuple[str, ...]) -> None:
    command = dict(commands())[names]
    assert any("--json" in parameter.opts for parameter in command.params)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("export", "x.tmx"), [{"path": "x.tmx", "units": 2}]),
        (("terms", "export", "x.tbx"), [{"path": "x.tbx", "concepts": 2, "losses": {}}]),
        (
            ("terms", "edit", "shelter", "--note", "not abri"),
            [{"concept": "shelter", "changes": ["note: (none) → not abri"]}],
        ),
        (
            ("settle", "1"),
            [
                {
                    "unit": 1,
                    "target": "Questions diverses",
                    "memory": "default",
                    "document": "",
                    "position": 1,
                    "superseded": [
                        {
                            "unit": 2,
                            "target": "Autres questions",
                            "memory": "default",
                            "document": "",
                            "position": 2,
                        }
                    ],
                }
            ],
        ),
    ],
)
def test_what_was_done_is_told_as_json(
    tmtool: Tmtool, arguments: tuple[str, ...], expected: list[dict[str, object]]
) -> None:
    tmtool.write("a.tsv", MEMORY)
    tmtool.ok("import", "a.tsv")
    tmtool.ok("terms", "add", "shelter", "foyer")
    tmtool.ok("terms", "add", "haven", "refuge")
    assert tmtool.json(*arguments) == expected


def test_adding_retiring_and_merging_concepts_is_told_as_json(tmtool: Tmtool) -> None:
    (added,) = tmtool.json("terms", "add", "shelter", "foyer")
    assert (added["concept"], [term["term"] for term in added["terms"]]) == ("shelter", ["shelter", "foyer"])
    tmtool.ok("terms", "add", "haven", "refuge")
    (retired,) = tmtool.json("terms", "retire", "haven")
    assert retired["concept"] == "haven"
    assert [one["concept"] for one in tmtool.json("terms", "merge", "shelter", "haven")] == ["shelter", "haven"]


def test_a_new_database_is_told_file_by_file(project: Path) -> None:
    files = [json.loads(line) for line in (project / "told.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {one["kind"] for one in files} == {"memory", "terms"}
    assert all(one["added"] == one["units"] + one["terms"] for one in files)
