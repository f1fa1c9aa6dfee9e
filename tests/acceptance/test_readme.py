"""What the README shows is what the commands print."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import commands
from tests.acceptance.conftest import REPOSITORY, Tmtool

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
CUT = "…"


def shown() -> Iterator[tuple[str, str]]:
    """Yields each command of a console block with the output under it."""
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output.rstrip("\n")


COMMANDS = list(shown())
OUTPUTS: dict[str, list[str]] = {}
"""What each command prints when it is run for the first time, the second, and so on."""
for _command, _output in COMMANDS:
    OUTPUTS.setdefault(_command, []).append(_output)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    """Makes a folder as it is after the README's first line."""
    folder = tmp_path_factory.mktemp("clone")
    shutil.copytree(REPOSITORY / "samples", folder / "samples")
    (folder / "out").mkdir()
    shutil.copy(project / "tm.db", folder / "out")
    return folder


def test_the_readme_shows_commands() -> None:
    assert len(COMMANDS) > 5


@pytest.mark.parametrize(("command", "outputs"), OUTPUTS.items(), ids=OUTPUTS)
def test_a_command_of_the_readme_prints_what_is_shown_each_time(clone: Path, command: str, outputs: list[str]) -> None:
    for output in outputs:
        assert matches(output, printed(clone, command))


def test_the_tour_leaves_the_terms_as_they_were(made: Tmtool) -> None:
    """A reader who types what is shown must not find an example's error in a term base of their own."""
    words = [shlex.split(command)[1:] for command, _ in COMMANDS]
    terms = {command[1] for command in words if command[0] == "terms"}
    assert terms <= {"find", "search", "extract", "export", "check"}


@pytest.mark.parametrize("name", sorted(set(re.findall(r"docs/pictures/[\w.]+", README))))
def test_a_picture_is_there_and_small(name: str) -> None:
    assert 0 < (REPOSITORY / name).stat().st_size < 200_000


def test_every_file_and_heading_that_the_readme_names_is_there() -> None:
    headings = {line.lower().replace(" ", "-") for line in re.findall(r"^#+ ([\w -]+)$", README, re.MULTILINE)}
    for target in re.findall(r"\]\(([^)\s]+)\)", README):
        path, _, heading = target.partition("#")
        if "://" not in target:
            assert not path or (REPOSITORY / path).exists(), target
            assert path or heading in headings, target


def printed(clone: Path, command: str) -> str:
    words = shlex.split(command)
    assert words[0] == "tmtool"
    environment = {**os.environ, "TMTOOL_DB": "out/tm.db", "HOME": str(clone), "COLUMNS": "90"}
    done = commands.run([*commands.TMTOOL, *words[1:]], cwd=clone, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.rstrip("\n")


def matches(shown_output: str, real_output: str) -> bool:
    """Tells whether they are equal, where a line of … stands for any lines, and … at the end of one for its rest."""
    pattern = ""
    for line in shown_output.split("\n"):
        if line.strip() == CUT:
            pattern += r"(?:.*\n)*?"
        elif line.endswith(CUT):
            pattern += re.escape(line.removesuffix(CUT)) + r".*\n"
        else:
            pattern += re.escape(line) + r"\n"
    return re.fullmatch(pattern, real_output + "\n") is not None
