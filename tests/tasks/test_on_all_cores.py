"""What is asked of all cores ends with the process that asks."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from tests.commands import LIMIT_S
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.tasks.on_all_cores import answers

_ROOT = Path(__file__).parents[2]


class Doubling:
    """A `Doubling` answers with twice the number."""

    def answering(self, home: Home) -> Callable[[int], int]:
        return lambda number: 2 * number


def ask_for_ever(path: str) -> None:
    """Asks for the doubles of all numbers, and says when the first has come."""
    with open_home(Path(path), create=True) as home:
        for answer in answers(home, Doubling(), count()):
            if not answer:
                print("answered", flush=True)


def test_no_process_outlives_one_that_was_killed(tmp_path: Path) -> None:
    code = "import sys; from tests.tasks.test_on_all_cores import ask_for_ever; ask_for_ever(sys.argv[1])"
    first = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "t.db")], cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert first.stdout is not None
    assert first.stdout.readline() == b"answered\n"
    first.kill()
    # All processes hold the end of the pipe into which they would write.
    first.communicate(timeout=LIMIT_S)
