"""Says what hunalign (Varga et al. 2005) finds, an external program: for comparison, where it is on the PATH.

It is given what its manual asks for, a sentence a line in lower-case tokens; `-realign` builds a dictionary from the
first pass and aligns again. Its ladder has the places in both texts at which beads begin.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAM = "hunalign"
_TOKEN = re.compile(r"\w+|[^\w\s]")


def installed() -> bool:
    return shutil.which(PROGRAM) is not None


def beads(source: Sequence[str], target: Sequence[str]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Returns its beads, one-sided ones included; none where it gives up."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("dictionary", "source", "target")]
        for path, texts in zip(paths, ([], source, target), strict=True):
            path.write_text("".join(f"{_tokens(text)}\n" for text in texts), encoding="utf-8")
        command = [PROGRAM, "-utf", "-realign", *map(str, paths)]
        # It leaves a dictionary where it runs.
        ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    rungs = [tuple(map(int, line.split("\t")[:2])) for line in ran.stdout.splitlines()]
    return {
        (tuple(range(one, next_one)), tuple(range(other, next_other)))
        for (one, other), (next_one, next_other) in pairwise(rungs)
    }


def _tokens(text: str) -> str:
    return " ".join(_TOKEN.findall(text.lower())) or "-"
