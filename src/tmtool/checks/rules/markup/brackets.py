"""Has every bracket of the translation its partner? (docs/un-french.md, sections 12 and 15: markup.)"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.document.lost_partner import bracketed, lost_mark
from tmtool.checks.evidence.markup.partners import without_partner
from tmtool.languages.writing import is_right_to_left
from tmtool.model import Level, Span
from tmtool.model.wording import say

BRACKETS = {"(": ")", "[": "]", "（": "）", "【": "】", "《": "》", "「": "」"}
"""With those of Chinese and Japanese, and their marks of titles and quotations."""

_OF_ONE_WIDTH = str.maketrans("（）", "()")
_REST_OF_LABEL = re.compile(r"\s*[)）][\s،,]")
"""How a text begins whose label was taken off without its bracket."""
_LABEL, _LONGEST_LABEL = re.compile(r"(?<!\w)(\d{1,2}|[a-z]|[ivxl]{2,5})\)$"), 8
_EMPTY = re.compile(r"(?<=[\w*)] )\( ?\)|（ ?）")
"""Brackets after a space: those glued to a word have held the call of a note."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a round or square bracket has no partner."""
    yield from _empty(pair)
    alone = without_partner(pair.target.translate(_OF_ONE_WIDTH), BRACKETS, language=draft.target_language)
    if alone and pair.source and without_partner(pair.source, BRACKETS, language=draft.source_language):
        return
    alone = tuple(span for span in alone if not _is_label(span, pair))
    if _is_crossed(alone, pair.target):
        span = alone[-1]
        yield Flag(
            say(
                "The brackets “{one}” and “{here}” cross others.",
                one=alone[0].of(pair.target),
                here=span.of(pair.target),
            ),
            target_span=span,
        )
        return
    to_the_left = is_right_to_left(draft.target_language)
    if _is_mirrored(alone, pair.target, to_the_left=to_the_left):
        yield Flag(
            say("The brackets are the wrong way round."),
            target_span=Span(alone[0].start, alone[-1].end),
            level=Level.HINT if to_the_left else None,
        )
        return
    if len(alone) == 1 and _goes_on(alone[0], pair, draft):
        return
    if len(alone) == 1 and (flag := _lost(alone[0], pair, draft)) is not None:
        yield flag
        return
    for span in alone:
        if _is_rest(span, pair.target):
            continue
        mark = span.of(pair.target)
        message = (
            say("The bracket “{mark}” is never closed.", mark=mark)
            if mark in BRACKETS
            else say("The bracket “{mark}” closes nothing.", mark=mark)
        )
        yield Flag(message, target_span=span)


def _lost(left: Span, pair: Pair, draft: Draft) -> Flag | None:
    """Returns the flag for the place where the partner of a bracket is missing, if the source tells it."""
    if left.of(pair.target) not in "()" or _is_rest(left, pair.target):
        return None
    opens = left.of(pair.target) == "("
    lost = lost_mark(pair, left, opens=opens, draft=draft, marked=bracketed)
    if lost is None:
        return None
    word = lost.here.of(pair.target)
    message = (
        say("The bracket is not closed; in the source “{there}” is the last word in it.", there=lost.there)
        if opens
        else say("The bracket is not opened; in the source “{there}” is the first word in it.", there=lost.there)
    )
    return Flag(message, target_span=lost.here, suggestion=f"{word})" if opens else f"({word}")


def _is_label(span: Span, pair: Pair) -> bool:
    """Tells whether a bracket ends a label that the source has in two: Items (1) and (2), Questions 1) et 2)."""
    label = _LABEL.search(pair.target, max(0, span.end - _LONGEST_LABEL), span.end)
    return label is not None and f"({label[1]})" in (pair.source or "")


def _is_rest(span: Span, text: str) -> bool:
    """Tells whether a bracket is what is left of a label before the text, or of the empty brackets that hold the calls
    of notes after it."""
    if span.end == len(text):
        return span.of(text) == "(" and "()" in text
    return _REST_OF_LABEL.match(text) is not None and not text[: span.start].strip()


def _empty(pair: Pair) -> Iterator[Flag]:
    """Flags brackets with nothing in them, where the source has none such: their number was lost."""
    if pair.source and not _EMPTY.search(pair.source):
        for found in _EMPTY.finditer(pair.target):
            yield Flag(say("There is nothing in these brackets."), target_span=Span(*found.span()))


def _goes_on(span: Span, pair: Pair, draft: Draft) -> bool:
    """Tells whether the segment before or after has the partner of a bracket: the text was parted inside the two, but
    where the source has both in this segment."""
    mark = span.of(pair.target)
    opens = mark in BRACKETS
    if mark in "()" and _pairs(pair.source or "") > _pairs(pair.target):
        return False
    for other in draft.after(pair) if opens else draft.before(pair):
        ends = without_partner(other.target, BRACKETS, language=draft.target_language)
        if len(ends) == 1 and other.kind is pair.kind:
            first, last = (mark, ends[0].of(other.target)) if opens else (ends[0].of(other.target), mark)
            return BRACKETS.get(first) == last
    return False


def _pairs(text: str) -> int:
    """Returns how many round brackets of a text may have their partners."""
    text = text.translate(_OF_ONE_WIDTH)
    return min(text.count(mark) for mark in "()")


def _is_mirrored(alone: Sequence[Span], text: str, *, to_the_left: bool) -> bool:
    """Tells whether each closing bracket comes before its opening one: )2013(. In text that runs to the left this is
    how some programs store brackets as they look, and one of the two may be so: (2013(."""
    marks = "".join(span.of(text) for span in alone)
    if to_the_left:
        return bool(marks) and len(marks) % 2 == 0 and set(marks) <= set("()")
    return bool(marks) and marks == ")(" * (len(marks) // 2)


def _is_crossed(alone: Sequence[Span], text: str) -> bool:
    """Tells whether these are the partners of a pair of which each is on the other side of another bracket: ([en
    particulier)]."""
    return len(alone) == 2 and BRACKETS.get(alone[0].of(text)) == alone[1].of(text)


CHECK = SegmentCheck(
    name="markup-brackets",
    level=Level.WARNING,
    its_type="typographical",
    summary="A round or square bracket has no partner.",
    reason=(
        "A lost bracket usually means that the words next to it were lost or moved too. Brackets after list labels "
        "(a), 1), iv)) need no partner, and where the source itself leaves a bracket open, the segment was cut there."
    ),
    examples=(
        Example(target="Le délégué du Maroc) a pris la parole.", flagged=(")",)),
        Example(target="Les frais ([en particulier ceux de 2012)] sont couverts.", flagged=("]",)),
        Example(target="au sens de l’article I 1.i) du présent Accord"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
