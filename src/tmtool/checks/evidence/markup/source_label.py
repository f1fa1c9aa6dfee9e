"""Which list label has a source, and has its translation kept it?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Pair
from tmtool.documents.labels import is_named, styles, take_label
from tmtool.model import BlockKind, Level, Span
from tmtool.model.wording import say

OFTEN_DROPPED = frozenset({"decimal", "bullet"})
"""Kinds that extraction drops throughout."""


@dataclass(frozen=True, slots=True)
class SourceLabel:
    """A `SourceLabel` is the label of a source, its place there where it is in the text, the kind it is of, and whether
    the translation has one."""

    pair: Pair
    written: str
    span: Span | None
    kind: str
    kept: bool

    def lost(self) -> Flag:
        """Returns the flag that says that the translation lacks it."""
        word = re.match(r"\s*\S+", self.pair.target)
        return Flag(
            say("The label “{label}” of the source is missing.", label=self.written),
            target_span=Span(0, word.end()) if word else None,
            source_span=self.span,
            level=Level.WARNING,
        )


def source_label(pair: Pair) -> SourceLabel | None:
    """Returns the label of the source; None where it has none, or the pair has one side only."""
    if not pair.source or not pair.target.strip() or pair.kind is BlockKind.CELL:
        return None
    written = pair.source_label or take_label(pair.source)[0]
    if not written:
        return None
    kind = styles(written)[0].partition("-")[0]
    start = pair.source.find(written)
    span = None if pair.source_label else Span(start, start + len(written))
    kept = bool(pair.target_label or take_label(pair.target)[0]) or is_named(written, pair.target)
    return SourceLabel(pair, written, span, "letter" if kind == "roman" else kind, kept)
