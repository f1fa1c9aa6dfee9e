"""Tests what is said of a file of which only some units are wanted."""

from __future__ import annotations

from tests.acceptance.conftest import Tmtool


def test_why_units_are_left_out_is_said_once_and_a_file_imported_by_other_rules_is_no_other_file(
    tmtool: Tmtool,
) -> None:
    rows = "".join(f"Item {n}\tPoint {n}\t{'approved' if n == 9 else 'draft'}\n" for n in range(1, 10))
    tmtool.write("a.tsv", f"en\tfr\tstatus\n{rows}")
    first = tmtool.run("import", "--only-status", "approved", "a.tsv")
    assert first.stderr == "  a.tsv: the unit has the status draft (7 other places)\n"
    other = tmtool.run("import", "--only-status", "draft", "a.tsv")
    assert other.stdout == "a.tsv: 8 units (8 added, 1 removed; 1 left out)\n"
    assert other.stderr == "  a.tsv: the unit has the status approved\n"
    every = tmtool.run("-v", "import", "--only-status", "approved", "a.tsv")
    assert every.stderr.count("the unit has the status draft") == 8
