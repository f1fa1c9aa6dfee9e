"""Says what a report of a check is made from, whatever its format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tmtool.checks.engine.waivers import Waiver, key_of
from tmtool.documents.reading import Segmentation
from tmtool.model import Finding
from tmtool.tasks.check import Checked


@dataclass(frozen=True, slots=True)
class Report:
    """A `Report` is a check of the draft `target`, against `source` where that is another file; `waivers` are the
    project's. `name` is what the draft is called where it is in no file of its own."""

    target: Path
    source: Path | None
    checked: Checked
    waivers: tuple[Waiver, ...]
    segmentation: Segmentation
    name: str = ""

    @property
    def called(self) -> str:
        """Returns what the draft is called: its path, or its name."""
        return self.name or str(self.target)

    def waiver(self, finding: Finding) -> Waiver | None:
        """Returns the waiver of a waived finding."""
        key = key_of(finding)
        return next((one for one in self.waivers if one.key == key), None) if finding.waived else None

    def numbered(self) -> Iterator[tuple[int, list[tuple[int, Finding]]]]:
        """Yields the findings of each pair that has any, by its index, numbered from 1 through the draft."""
        number = 0
        for pair, findings in self.checked.by_pair():
            yield pair, [(number + place, finding) for place, finding in enumerate(findings, 1)]
            number += len(findings)
