"""Has a segment the list label of its source, and in the form of its language? (docs/un-french.md, facts 49 and 56.)

A number or a dash on one side only is what extraction and alignment leave, and not reported; a letter or a Roman
numeral hardly ever is: in 4,000 published pairs 2 have lost theirs, and 464 their number. In a document `label_lost.py`
looks at what the others have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.markup.source_label import OFTEN_DROPPED, SourceLabel, source_label
from tmtool.documents.labels import differ, is_bracketed_number, take_label, value
from tmtool.model import Level, Span
from tmtool.model.wording import say

_FAR = 200
"""Segments before one in which the same shift of numbers is looked for."""
_ROMAN = re.compile(r"\W*[IVX]+\W*")
_SECOND = {"(a)": " (b) ", "a)": " b) ", "(i)": " (ii) ", "i)": " ii) "}
"""The labels that begin a series, with the next one as it is in running text."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a list label differs from the source, or has the English form (a)."""
    source = pair.source or ""
    in_text = take_label(pair.target)[0]
    before, after = pair.source_label or take_label(source)[0], pair.target_label or in_text
    span = _place(pair.target, in_text) if not pair.target_label else None
    if before and not after and not draft.is_document and (label := source_label(pair)) and _is_lost(label):
        lost = label.lost()
        certain = draft.knows_words or _ROMAN.fullmatch(label.written)
        yield lost if certain else replace(lost, level=Level.HINT)
    if differ(before, after):
        own_place = _place(source, before) if not pair.source_label else None
        yield Flag(
            say("The label is “{after}” here, “{before}” in the source.", after=after, before=before),
            target_span=span or Span(0, len(pair.target)),
            source_span=own_place,
            level=Level.HINT if not draft.knows_words and _is_renumbered(before, after, pair, draft) else None,
        )
    elif after.startswith("(") and span and not _may_open(draft) and not is_bracketed_number(pair.target):
        yield Flag(
            say("French writes the label “{label}”, without the first bracket.", label=after[1:]),
            target_span=span,
            suggestion=after[1:],
            fixable=True,
            level=Level.WARNING,
        )


def _is_renumbered(before: str, after: str, pair: Pair, draft: Draft) -> bool:
    """Tells whether an earlier segment has a number as much higher or lower than its source: a document whose
    paragraphs count otherwise from one place on says so there. Among units of any origin that place is seldom at hand,
    so that a difference of one is taken for it: of the eight that published rows had none was judged an error."""
    shift = _shift(before, after)
    if shift is None:
        return False
    if abs(shift) == 1 and not draft.is_document:
        return True
    return any(
        shift == _shift(take_label(other.source or "")[0], take_label(other.target)[0])
        for other in reversed(draft.before(pair, _FAR))
    )


def _shift(before: str, after: str) -> int | None:
    """Returns by how much the number of a label differs from that of the source; None for other labels."""
    there, here = value(before), value(after)
    return int(here) - int(there) if there.isdigit() and here.isdigit() else None


def _is_lost(label: SourceLabel) -> bool:
    """Tells whether a letter or a Roman numeral that the text of the source begins with is not in the translation."""
    return (
        not label.kept
        and label.span is not None
        and label.kind not in OFTEN_DROPPED
        and not _begins_a_series(label.written, label.pair.source or "")
    )


def _begins_a_series(label: str, source: str) -> bool:
    """Tells whether the text goes on with the next label, so that it counts parts of a sentence, which another language
    need not count: (a) food loss index and (b) food waste index."""
    following = _SECOND.get(label)
    return following is not None and following in source


def _may_open(draft: Draft) -> bool:
    """Tells whether the language may put a bracket before a label."""
    typography = draft.target.typography if draft.target else None
    return typography is None or typography.label_opens


def _place(text: str, label: str) -> Span | None:
    start = text.find(label)
    return Span(start, start + len(label)) if label and start >= 0 else None


CHECK = SegmentCheck(
    name="markup-label",
    level=Level.ERROR,
    its_type="inconsistent-entities",
    requires=Needs(typography=True, or_else=Needs(source=True)),
    summary="A list label differs from the source, is missing, or has the English form (a).",
    reason=(
        "Labels are what other texts refer to. They are compared by value, so 2. and 2) are one; a label that only one "
        "side has is left alone, since extraction puts labels now here, now there, unless the source has a letter or a "
        "Roman numeral, which are seldom lost by a program."
    ),
    examples=(
        Example(source="8. Encourages UNDP", target="6. Engage le PNUD", flagged=("6.",)),
        Example(source="(b) Elections", target="c) Élections", flagged=("c)",)),
        Example(source="(b) Elections", target="(b) Élections", flagged=("(b)",), repaired="b) Élections"),
        Example(source="(b) Elections", target="b) Élections"),
        Example(source="12. The report", target="Le rapport"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
