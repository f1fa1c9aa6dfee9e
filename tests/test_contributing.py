"""A newcomer who follows CONTRIBUTING.md to the letter has a check that works."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acceptance.conftest import REPOSITORY
from tests.acceptance.test_readme import matches

PAGE = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^`(src/\S+)`\n\n```\w+\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL))


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns a copy of the code and the tests with the files of the page in it."""
    folder = tmp_path_factory.mktemp("clone")
    ignored = shutil.ignore_patterns("__pycache__")
    for part in ("src", "tests", "memories", "termbase", "samples"):
        shutil.copytree(REPOSITORY / part, folder / part, ignore=ignored)
    shutil.copy(REPOSITORY / "pyproject.toml", folder)
    for name, content in FILES.items():
        assert not (folder / name).exists(), f"{name} is there already: the page needs another example"
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def run(clone: Path, *command: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((str(clone / "src"), str(clone)))
    environment = {**os.environ, "PYTHONPATH": path, "HOME": str(clone), "COLUMNS": "100", "TMTOOL_DB": "none.db"}
    return subprocess.run([sys.executable, *command], cwd=clone, env=environment, capture_output=True, encoding="utf-8")


def test_the_page_has_a_table_and_a_check() -> None:
    assert sorted(Path(name).suffix for name in FILES) == [".py", ".tsv"]


def test_the_examples_of_the_new_check_hold(clone: Path) -> None:
    (arguments,) = re.findall(r"^\$ pytest (.*)$", PAGE, re.MULTILINE)
    words, _, chosen = arguments.partition(" -k ")
    done = run(clone, "-m", "pytest", "-p", "no:cacheprovider", *words.split(), "-k", chosen.strip('"'))
    assert done.returncode == 0, done.stdout
    assert re.match(r"\.{6,} +\[100%\]", done.stdout)


def test_the_new_check_finds_and_repairs_what_the_page_shows(clone: Path) -> None:
    block = next(block for block in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL) if "echo" in block)
    ((text, name),) = re.findall(r'^\$ echo "(.*)" > (\S+)$', block, re.MULTILINE)
    (clone / name).write_text(f"{text}\n", encoding="utf-8")
    shown = re.findall(r"^\$ tmtool (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
    assert len(shown) == 2
    for arguments, output in shown:
        done = run(clone, "-m", "tmtool", *arguments.split())
        assert done.returncode == 0, done.stderr
        assert matches(output.rstrip("\n"), done.stdout.rstrip("\n"))


def test_the_new_check_is_written_as_the_house_writes(clone: Path) -> None:
    (check,) = (name for name in FILES if name.endswith(".py"))
    for command in (("ruff", "check", check), ("ruff", "format", "--check", check), ("mypy", "--strict", check)):
        done = run(clone, "-m", *command)
        assert done.returncode == 0, done.stdout
