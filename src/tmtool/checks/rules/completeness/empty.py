"""Is there a segment of the source that the translation leaves empty? (docs/un-french.md, section 15: completeness.)"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.completeness.moved import is_left_to
from tmtool.languages import letters
from tmtool.model import BlockKind, Finding, Level, Span
from tmtool.model.wording import joined, say

_LONGEST = 60
"""Characters that are quoted of a segment."""
_PART = 0.4
"""What part of the usual length of a sentence another one must be longer than usual to say it, too."""
_BESIDE = 2
"""So many sentences before and behind one may say it, too."""
_MOST_CELLS = 6
"""Cells that are all quoted: of more, the first and the last."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a segment of the source has no translation."""
    source = pair.source or ""
    if pair.target.strip() or not any(character.isalnum() for character in source):
        return
    beside, known = _beside(pair, draft), draft.language_pair
    longer = [one for one in beside if _has_room(one, pair, draft)]
    if (
        draft.is_close
        and known is not None
        and any(is_left_to(one, pair, known, has_room=one in longer) for one in beside)
    ):
        return
    yield Flag(
        say("Nothing translates “{shown}”.", shown=_quoted(source)),
        source_span=Span(0, len(source)),
        level=Level.WARNING if longer else None,
    )


def _beside(pair: Pair, draft: Draft) -> list[Pair]:
    """Returns the sentences right before and behind one that may say it, too."""
    if draft.sizes is None or pair.kind is not BlockKind.PARAGRAPH or not draft.is_document:
        return []
    at = draft.place(pair)
    near = (*draft.pairs[max(0, at - _BESIDE) : at], *draft.pairs[at + 1 : at + 1 + _BESIDE])
    return [one for one in near if one.target and one.kind is BlockKind.PARAGRAPH]


def _has_room(one: Pair, pair: Pair, draft: Draft) -> bool:
    """Tells whether a sentence is so much longer in the translation that it may say another one, too: No time limit is
    laid down. … sans fixer de délai."""
    usual = draft.sizes.usual if draft.sizes else 0.0
    more = letters.size(one.target) - usual * letters.size(one.source or "")
    return more > _PART * usual * letters.size(pair.source or "")


def together(findings: Sequence[Finding], draft: Draft) -> Iterator[Finding]:
    """Yields the findings, one for cells of a table of a document that are left empty one after the other: a row that
    was skipped, or several."""
    if not draft.is_document:
        yield from findings
        return
    left = {(one.segment, one.source): one for one in findings if not one.target.strip()}
    for are_cells, some in groupby(draft.pairs, lambda one: one.kind is BlockKind.CELL and not one.target.strip()):
        pairs = list(some)
        cells = [found for one in pairs if (found := left.pop((one.number, one.source or ""), None))]
        if are_cells and len(cells) > 1:
            yield replace(cells[0], message=_of_cells([one.source for one in cells]))
        else:
            yield from cells


def _of_cells(texts: Sequence[str]) -> str:
    shown = [say("“{shown}”", shown=_quoted(text)) for text in texts]
    if len(shown) > _MOST_CELLS:
        return say(
            "Nothing translates {number} cells of the table, from {first} to {last}.",
            number=len(shown),
            first=shown[0],
            last=shown[-1],
        )
    return say("Nothing translates these cells of the table: {cells}.", cells=joined(shown, ", "))


def _quoted(text: str) -> str:
    quoted = text.strip()
    return quoted if len(quoted) <= _LONGEST else quoted[: _LONGEST - 3].rstrip() + "…"


CHECK = SegmentCheck(
    name="completeness-empty",
    level=Level.ERROR,
    its_type="omission",
    requires=Needs(source=True),
    settles=True,
    summary="A segment of the source has no translation.",
    reason=(
        "A sentence, an item or a table cell that was skipped is the gravest omission and the easiest to miss when "
        "the two texts are read one after the other. A source that holds no letter and no digit needs no translation."
    ),
    examples=(
        Example(source="Other matters", target="", flagged=("",)),
        Example(source="The report has 12 pages.", target="   ", flagged=("",)),
        Example(source="Other matters", target="Questions diverses"),
        Example(source="* * *", target=""),
    ),
    look=look,
    together=together,
)
