"""The examples of docs/python.md print what the page says, pass the strictest type check, and name every name."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

import tmtool

PAGE = Path(__file__).parents[1] / "docs" / "python.md"
TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", TEXT, re.DOTALL)
CUT = "…"


def test_every_example_has_its_output_below_it() -> None:
    assert len(EXAMPLES) == TEXT.count("```python") > 5


def test_the_examples_print_what_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for code, shown in EXAMPLES:
        with redirect_stdout(io.StringIO()) as printed:
            exec(compile(code, str(PAGE), "exec"), names)
        pattern = ".*".join(map(re.escape, shown.split(CUT)))
        assert re.fullmatch(pattern, printed.getvalue()), printed.getvalue()


def test_the_examples_pass_the_strict_type_check(tmp_path: Path) -> None:
    pytest.importorskip("mypy", reason="mypy is not installed")
    program = tmp_path / "examples.py"
    program.write_text("\n".join(code for code, _ in EXAMPLES), encoding="utf-8")
    cache = str(tmp_path / "cache")
    # What is installed mypy finds by itself, and it refuses to be told.
    sources = Path(tmtool.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", cache, "--follow-imports", "silent", str(program)],
        cwd=tmp_path,
        env=os.environ | ({} if sources.name == "site-packages" else {"MYPYPATH": str(sources)}),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", tmtool.__all__)
def test_a_name_of_the_package_is_documented(name: str) -> None:
    assert f"`{name}`" in TEXT.partition("## All names")[2]


@pytest.mark.parametrize("name", [name for name in vars(tmtool.TranslationMemory) if not name.startswith("_")])
def test_a_name_of_a_translation_memory_is_documented(name: str) -> None:
    assert re.search(rf"\b{name}\b", TEXT)
