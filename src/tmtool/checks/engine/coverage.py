"""How many checks can look at a draft, and why are the others silent?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tmtool.checks.engine.check import Check
from tmtool.checks.engine.draft import Draft
from tmtool.checks.engine.needs import OF_LANGUAGE, Lack


@dataclass(frozen=True, slots=True)
class Coverage:
    """A `Coverage` tells which checks look at a draft, and by name what each of the others lacks."""

    looking: tuple[str, ...]
    silent: dict[str, tuple[Lack, ...]]

    @property
    def is_cut_by_language(self) -> bool:
        """Tells whether checks are silent that could look at a text in other languages."""
        return any(lack.want in OF_LANGUAGE for lacks in self.silent.values() for lack in lacks)

    def reasons(self) -> list[tuple[str, int]]:
        """Says why checks are silent and how many, the most first; of several reasons that of the language counts."""
        told = (min(lacks, key=lambda lack: lack.want not in OF_LANGUAGE).reason for lacks in self.silent.values())
        return Counter(told).most_common()


def coverage(draft: Draft, checks: Iterable[Check]) -> Coverage:
    """Says which of the checks look at the draft."""
    lacks = {check.name: check.lacks(draft) for check in checks}
    return Coverage(
        tuple(name for name, lacking in lacks.items() if not lacking),
        {name: lacking for name, lacking in lacks.items() if lacking},
    )
