"""A format of another package is read, known by its content, listed and written like any that comes with tmtool, by an
entry point."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.third_party import name_entry_points

QUARK = '''
"""Units of the made-up program Quark: after a line that says so, one a line, source = target."""

from tmtool.errors import InputError
from tmtool.formats.format import Format, Output
from tmtool.formats.writing import whole_file
from tmtool.model import Skipped, Unit, Variant


def read_units(path, *, source_language, target_language):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], 2):
        source, sign, target = line.partition(" = ")
        if sign:
            yield Unit((Variant(source_language, source), Variant(target_language, target)), line=number)
        else:
            yield Skipped("the line has no translation", number)


def write_units(path, units, *, source_language, target_language):
    with whole_file(path) as stream:
        stream.write("QUARK 1\\n")
        number = 0
        for number, unit in enumerate(units, 1):
            stream.write(f"{unit.variant(source_language).text} = {unit.variant(target_language).text}\\n")
    return number


QUARK = Format(
    "quark",
    (".quark",),
    lambda head: head.startswith(b"QUARK"),
    read_units=read_units,
    unit_outputs=(Output((".quark",), write_units),),
)
'''


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Returns a folder with the made-up package installed in it, and a file in its format."""
    (tmp_path / "quark.py").write_text(QUARK, encoding="utf-8")
    name_entry_points(tmp_path, "quark", "[tmtool.formats]\nquark = quark:QUARK\n")
    (tmp_path / "a.bin").write_text("QUARK 1\nThe meeting rose. = La séance est levée.\nalone\n", encoding="utf-8")
    return tmp_path


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tmtool", "--db", "tm.db", *arguments],
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(home)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_its_files_are_told_by_their_content_and_imported(home: Path) -> None:
    report = json.loads(run(home, "import", "a.bin", "--json").stdout)
    assert (report["format"], report["kind"], report["units"], report["added"]) == ("quark", "memory", 1, 1)
    assert report["skipped"] == [{"line": 3, "reason": "the line has no translation"}]
    assert json.loads(run(home, "import", "a.bin", "--format", "quark", "--json").stdout)["unchanged"] == 1


def test_units_go_from_it_to_another_format_and_back(home: Path) -> None:
    run(home, "import", "a.bin")
    assert run(home, "export", "b.tmx").returncode == 0
    assert run(home, "--db", "other.db", "import", "b.tmx").returncode == 0
    assert run(home, "--db", "other.db", "export", "c.quark").returncode == 0
    assert (home / "c.quark").read_text(encoding="utf-8") == "QUARK 1\nThe meeting rose. = La séance est levée.\n"


def test_it_is_checked_as_a_bilingual_file_and_named_where_an_ending_is_refused(home: Path) -> None:
    run(home, "import", "a.bin")
    assert "1 segment" in run(home, "check", "a.bin", "--fail-on", "never").stdout
    refused = run(home, "export", "a.doc")
    assert refused.returncode == 2
    assert ".quark" in refused.stderr
