"""Says what a check reports, and what an external checker says."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from tmtool.model.documents import Location
from tmtool.model.texts import Span


class Level(StrEnum):
    """A `Level` says what a finding claims, by how often such findings are right on published text: error = wrong
    beyond doubt (95 in 100), warning = look (70), info = worth knowing (40), hint = seldom right, so that it is shown
    on request only. The gravest is the first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    HINT = "hint"

    @property
    def gravity(self) -> int:
        """Returns 3 (error) to 0 (hint)."""
        return 3 - tuple(Level).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """A `Finding` is what a check reports. `segment` counts target segments from 1; spans point into `source` and
    `target`, the texts the finding carries; `its_type` is an ITS 2.0 localization quality type; `place` says where the
    segment is for a reader. `grade` says how sure it is among the findings of its check that have the same level, from
    0, of a check that weighs its evidence."""

    segment: int
    check: str
    level: Level
    message: str
    its_type: str
    id: str = ""
    source: str = ""
    target: str = ""
    source_span: Span | None = None
    target_span: Span | None = None
    suggestion: str | None = None
    fixable: bool = False
    waived: bool = field(default=False)
    place: Location = field(default=Location())
    grade: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """A `Remark` is what an external checker of a language holds against a piece of a text. `rule` is the family of its
    rule, such as ``gn_les_1m``; `message` is in that language; of the `suggestions` the best is the first."""

    span: Span
    rule: str
    message: str
    suggestions: tuple[str, ...] = ()
