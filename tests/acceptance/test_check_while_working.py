"""A draft is checked from standard input, in lines that editors read, and again whenever it is saved."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import pytest

from tests.acceptance.conftest import REPOSITORY, Tmtool
from tests.acceptance.test_bad_input import refused
from tests.third_party import name_entry_points

SOURCE, TARGET = (REPOSITORY / "samples" / f"agenda.{language}.txt" for language in ("en", "fr"))
RIGHT = "Le Groupe de travail s’est réuni.\n"
WRONG = RIGHT.replace("de travail", "de de travail")


@pytest.fixture
def tool(filled: Tmtool) -> Tmtool:
    return filled


def test_a_finding_is_a_line_with_the_place_in_the_file(tool: Tmtool) -> None:
    done = tool.run("check", SOURCE, TARGET, "--format", "concise")
    assert done.returncode == 1
    first, *_ = done.stdout.splitlines()
    assert first == f"{TARGET}:41:94: error dates-weekday “lundi 10 septembre 2030” here, but 2030-09-10 is a Tuesday."


def test_what_is_missing_has_the_line_before_it(tool: Tmtool) -> None:
    tool.write("en.txt", "One group.\nTwo groups met in Vienna.\n")
    tool.write("fr.txt", "Un groupe.\n")
    found = tool.run("check", "en.txt", "fr.txt", "--segmentation", "lines", "--format", "concise").stdout
    assert found.startswith("fr.txt:1: error completeness-empty ")


def test_a_draft_comes_from_standard_input(tool: Tmtool) -> None:
    done = tool.run("check", "-", "--format", "concise", stdin=WRONG)
    assert done.stdout.startswith("-:1:11: warning duplication-word ")
    with_source = tool.run("check", SOURCE, "-", "--format", "concise", stdin=TARGET.read_text(encoding="utf-8"))
    assert "-:55:9: error numbers-value" in with_source.stdout


def test_a_draft_from_standard_input_is_repaired_into_a_file_of_its_format(tool: Tmtool) -> None:
    done = tool.run("check", "-", "--fix", "-o", "repaired.txt", stdin=WRONG)
    assert done.returncode == 0
    assert done.stdout.startswith("--- -\n+++ repaired.txt\n")
    assert (tool.folder / "repaired.txt").read_text(encoding="utf-8") == RIGHT
    wrong_ending = tool.run("check", "-", "--fix", "-o", "repaired.docx", stdin=WRONG)
    refused(wrong_ending, 2, "tmtool: cannot write 'repaired.docx'; end its name in .txt")


def test_the_diff_of_a_draft_from_standard_input_names_no_file_of_its_own(tool: Tmtool) -> None:
    assert tool.ok("check", "-", "--fix", stdin=WRONG).startswith("--- -\n+++ -\n")


def test_an_error_of_standard_input_is_said_to_be_of_it(tool: Tmtool) -> None:
    refused(tool.run("check", "-", stdin=""), 3, "tmtool: -: the file is empty")


@pytest.mark.parametrize("more", [["-"], ["--watch"], ["--format", "concise", "--json"]])
def test_what_does_not_go_together_is_said(tool: Tmtool, more: list[str]) -> None:
    refused(tool.run("check", "-", *more, stdin=RIGHT), 2)


@pytest.fixture
def watching(tool: Tmtool) -> Iterator[subprocess.Popen[str]]:
    tool.write("draft.txt", RIGHT)
    with watched(tool) as process:
        yield process


@contextmanager
def watched(tool: Tmtool) -> Iterator[subprocess.Popen[str]]:
    """Has the draft checked whenever it is saved, by a command in a group of its own, as a shell starts it."""
    with subprocess.Popen(
        tool.command("check", "draft.txt", "--watch"),
        cwd=tool.folder,
        env=tool.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        # A shell that runs the tests in the background has them ignore it, and what they start too.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    ) as process:
        yield process
        process.kill()


def until(process: subprocess.Popen[str], words: str) -> str:
    """Reads what is printed up to a line with these words."""
    assert process.stdout is not None
    for line in process.stdout:
        if words in line:
            return line
    raise AssertionError(words)


def test_a_draft_is_checked_again_when_it_is_saved_until_ctrl_c(tool: Tmtool, watching: subprocess.Popen[str]) -> None:
    until(watching, "nothing found")
    tool.write("draft.txt", WRONG)
    until(watching, "duplication-word")
    until(watching, "1 warning")
    tool.write("draft.txt", "")
    until(watching, "the file is empty")
    (tool.folder / "draft.txt").unlink()
    until(watching, "no such file")
    tool.write("draft.txt", RIGHT)
    until(watching, "nothing found")
    os.killpg(watching.pid, signal.SIGINT)
    assert watching.wait() == 0


SLOW_CHECK = """
import os
from pathlib import Path
from time import monotonic, sleep

from tmtool.checks.engine.check import SegmentCheck
from tmtool.checks.engine.needs import Needs
from tmtool.model import Level

LEADER, BEGUN, ENDLESS = os.getpgrp(), Path("begun"), Path("endless")
FORKED_AFTER = 16
LIMIT_S = 60


def look(pair, draft):
    if os.getpid() != LEADER:
        BEGUN.joinpath(str(os.getpid())).touch()
        while ENDLESS.exists():
            sleep(LIMIT_S)
    since = monotonic()
    while pair.number > FORKED_AFTER and not any(BEGUN.iterdir()):
        if monotonic() - since > LIMIT_S:
            raise TimeoutError("there is no other process")
        os.sched_yield()
    return ()


CHECK = SegmentCheck(
    name="style-slow", level=Level.INFO, its_type="style", summary="Slow.", reason="", requires=Needs(), examples=(),
    look=look,
)
"""
LONG = 150
"""Segments of a draft that two processes share (docs/decisions/0058)."""


@pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="a check is shared on Linux with two cores"
)
def test_two_processes_check_a_long_draft_again_when_it_is_saved_and_ctrl_c_ends_both(
    tool: Tmtool, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool.write("slow.py", SLOW_CHECK)
    name_entry_points(tool.folder, "slow", "[tmtool.checks]\nstyle-slow = slow:CHECK\n")
    monkeypatch.setenv("PYTHONPATH", str(tool.folder))
    begun = tool.folder / "begun"
    begun.mkdir()
    tool.write("draft.txt", (LONG - 1) * RIGHT + WRONG)
    with watched(tool) as watching:
        until(watching, "duplication-word")
        assert until(watching, "1 warning").startswith(f"{LONG} segments: ")
        (first,) = begun.iterdir()
        first.unlink()
        tool.write("endless", "")
        tool.write("draft.txt", LONG * RIGHT)
        while not (other := next(begun.iterdir(), None)):
            assert watching.poll() is None
            os.sched_yield()
        os.killpg(watching.pid, signal.SIGINT)
        assert watching.wait() == 0
    assert first.name != other.name
    with pytest.raises(ProcessLookupError):
        os.kill(int(other.name), 0)
