"""Says what is wrong in a file, or likely to go wrong with it elsewhere: for `validate`, and as remarks of `import`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]
"""An error is against the standard, or keeps programs from reading the file; a warning is a doubt."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A `Problem` is one place of a file that breaks a rule: which rule (its name begins with what the rule is about,
    such as ``xml-``, ``dates-``), what is wrong, and what to do about it."""

    rule: str
    text: str
    remedy: str
    line: int | None = None
    level: Level = "error"
