"""Has every quotation mark its partner of the same kind? (docs/un-french.md, section 1, facts 4 and 5.)

Text dumps write ``<<`` and ``>>`` for « and »; both forms are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.lost_partner import lost_mark
from tmtool.checks.evidence.markup.partners import without_partner
from tmtool.languages.writing import is_right_to_left
from tmtool.model import Level, Span
from tmtool.model.span_index import SpanIndex
from tmtool.model.wording import say

_ENGLISH = re.compile(r"“(?P<words>[^“”«»]{1,2000})”")
_STRAIGHT = re.compile(r'(?<!\d)"(?P<words>[^"“”«»<>]+)"')
_STRAIGHT_MARK = re.compile(r"\"|``|(?<!\w)''(?=\w)")
"""A straight mark, also as typesetting programs write it."""
_OPENED_AGAIN = re.compile(r"\W*(?:\d+\.\s)?\"(?=\w)")
"""The mark that opens each paragraph of a quotation which goes over several."""
_GUILLEMETS = re.compile(r"«[^»]{0,2000}»|<<.{0,2000}?>>")
_OPENING, _CLOSING = re.compile(r'(?<![^\s(\[—–-])"(?=[\w‘\'])'), re.compile(r'(?<=[\w.,;:!?’\')])"(?!\w)')
_OPENING_SINGLE, _CLOSING_SINGLE = re.compile(r"(?<![^\s(\[—–-])'(?=\w)"), re.compile(r"(?<=[.,!?])'(?!\w)")
"""Straight marks that open and close a quotation, by what is around them."""
_REACH = 8
"""How many segments a quotation may go over."""
GUILLEMETS = ("«", "»")
QUOTES = {"«": "»", "“": "”", "<<": ">>"}
_LOW = {"«": "»", "„": "“", "<<": ">>"}
"""Of a text that opens with the low mark, so that “ closes."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a quotation mark has no partner, a partner of another kind, or the form of
    English."""
    text = pair.target
    alone = without_partner(text, _marks(text))
    if "“" not in text and len(alone) % 2 == 0 and all(span.of(text) == "”" for span in alone):
        alone = ()  # one mark for both ends: ”الأمن”
    if is_right_to_left(draft.target_language) and [span.of(text) for span in alone] == ["”", "“"] * (len(alone) // 2):
        alone = ()  # as they look from the right: ”الأمن“
    straight = tuple(Span(*found.span()) for found in _STRAIGHT_MARK.finditer(text))
    if len(straight) % 2:
        alone = (*alone, straight[0] if _closes(text, straight[0]) else straight[-1])
    if not alone and draft.target and draft.target.typography and draft.target.typography.quotes == GUILLEMETS:
        yield from _foreign(_ENGLISH, text, draft)
        if draft.habit is not None and draft.habit.quotes == "«":
            # Rows of a table may be of many documents, each with its own habit.
            level = None if draft.is_document else Level.INFO
            yield from (replace(flag, level=level) for flag in _foreign(_STRAIGHT, text, draft))
        elif draft.is_document and draft.habit is not None and not draft.habit.quotes and _quotes(pair.source or ""):
            yield from _foreign(_STRAIGHT, text, draft)  # too few to be the habit of the text
    if not alone or (pair.source and _cut(pair.source)):
        return
    if len(alone) == 2 and alone[0].of(text) != alone[1].of(text):
        opening, closing = sorted(alone)
        wanted = QUOTES.get(opening.of(text))
        glued = not text[closing.start - 1].isspace()
        parted = text[opening.end].isspace()  # Typed marks have a space on both sides or on none.
        space = (_space(draft) if wanted == "»" else " " if wanted == ">>" and parted else "") if glued else ""
        yield Flag(
            say(
                "The quotation mark “{opening}” is closed by “{closing}”.",
                opening=opening.of(text),
                closing=closing.of(text),
            ),
            target_span=closing,
            suggestion=f"{space}{wanted}" if wanted else None,
            fixable=wanted is not None,
        )
        return
    if not _quotes(pair.source or "") and _goes_on(alone, pair, draft):
        return
    if pair.source and len(straight) == len(alone) == 1 and not _quotes(pair.source) and _OPENED_AGAIN.match(text):
        return
    if len(alone) == 1 and pair.source and alone[0] not in straight and (flag := _lost(alone[0], pair, draft)):
        yield flag
        return
    for mark, span in {span.of(text): span for span in reversed(alone)}.items():
        yield Flag(say("The quotation mark {mark} has no partner.", mark=mark), target_span=span)


def _lost(left: Span, pair: Pair, draft: Draft) -> Flag | None:
    """Returns the flag for the place where the partner of a mark is missing, if the source tells it."""
    mark, pairs = left.of(pair.target), _marks(pair.target)
    opens = mark in pairs
    lost = lost_mark(pair, left, opens=opens, draft=draft)
    if lost is None:
        return None
    partner = pairs[mark] if opens else next(one for one, other in pairs.items() if other == mark)
    space = _space(draft) if mark in GUILLEMETS else ""
    word = lost.here.of(pair.target)
    message = (
        say("Here {mark} is not closed; in the source “{there}” is the last word quoted.", mark=mark, there=lost.there)
        if opens
        else say(
            "Here {mark} closes nothing; in the source “{there}” is the first word quoted.", mark=mark, there=lost.there
        )
    )
    return Flag(
        message,
        target_span=lost.here,
        suggestion=f"{word}{space}{partner}" if opens else f"{partner}{space}{word}",
    )


def _marks(text: str) -> Mapping[str, str]:
    """Returns the closing mark by the opening one, as the text has them."""
    return _LOW if "„" in text else QUOTES


def _foreign(quoted: re.Pattern[str], text: str, draft: Draft) -> Iterator[Flag]:
    """Flags the outer quotation marks that are not French; inside guillemets they are right. Those of a text are one
    finding from the first to the last, since whoever typed one so typed all."""
    typed = draft.habit is not None and draft.habit.guillemets == "<<"
    opening, closing = ("<< ", " >>") if typed else (f"«{_space(draft)}", f"{_space(draft)}»")
    inside = SpanIndex(Span(*found.span()) for found in _GUILLEMETS.finditer(text))
    outer = [found for found in quoted.finditer(text) if not inside.overlaps(Span(*found.span()))]
    if not outer:
        return
    right, place = "", outer[0].start()
    for found in outer:
        right += f"{text[place : found.start()]}{opening}{found['words'].strip()}{closing}"
        place = found.end()
    yield Flag(
        say("French quotes with « and »."),
        target_span=Span(outer[0].start(), place),
        suggestion=right,
        fixable=True,
    )


def _space(draft: Draft) -> str:
    """Returns the space inside guillemets in the text, or the one that should be there where it has too few to tell."""
    usual = draft.habit.spaces.get("»") if draft.habit else None
    return usual.character if usual else "\u00a0"


def _closes(text: str, span: Span) -> bool:
    """Tells whether the straight mark is at the end of a word, with nothing that it could open."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return bool(before) and not before.isspace() and not after.isalnum()


def _goes_on(alone: Sequence[Span], pair: Pair, draft: Draft) -> bool:
    """Tells whether this is the one end of a quotation of which a segment close by has the other: several sentences are
    quoted."""
    if len(alone) != 1:
        return False
    mark = alone[0].of(pair.target)
    opens = mark in QUOTES
    for other in draft.after(pair, _REACH) if opens else draft.before(pair, _REACH)[::-1]:
        ends = without_partner(other.target, _marks(other.target))
        if len(ends) == 1:
            opening, closing = (pair, other) if opens else (other, pair)
            first, last = (alone[0], ends[0]) if opens else (ends[0], alone[0])
            closes = len(closing.target.rstrip()) - last.end <= 1
            return closes and QUOTES.get(first.of(opening.target)) == last.of(closing.target)
        if ends:
            return False
    return False


def _quotes(source: str) -> bool:
    """Tells whether the source has a whole quotation, so that the translation should."""
    return source.count('"') > 1 or "“" in source


def _cut(source: str) -> bool:
    """Tells whether the source itself opens or closes a quotation that goes on in another segment."""
    opened, closed = len(_OPENING.findall(source)), len(_CLOSING.findall(source))
    if not opened and not closed:  # the single marks of a dialogue; those of a genitive close nothing
        opened, closed = len(_OPENING_SINGLE.findall(source)), len(_CLOSING_SINGLE.findall(source))
    return opened != closed or source.count('"') % 2 == 1 or bool(without_partner(source, _marks(source)))


CHECK = SegmentCheck(
    name="typography-quotes",
    level=Level.WARNING,
    its_type="typographical",
    requires=Needs(words=Sides.TARGET),
    summary="A quotation mark has no partner, a partner of another kind, or the form of English.",
    reason=(
        "A quotation without an end leaves the reader in doubt whose words they are; « closed by a straight mark is "
        "left over from typing, and so are two straight marks where most of the text has guillemets. Where the source "
        "itself opens a quotation that goes on in the next segment, nothing is said about partners."
    ),
    examples=(
        Example(
            target='Le terme <<trafic" figure à l’article 3.',
            flagged=('"',),
            repaired="Le terme <<trafic>> figure à l’article 3.",
        ),
        Example(
            target="Le terme “trafic” figure à l’article 3.",
            flagged=("“trafic”",),
            repaired="Le terme «\u00a0trafic\u00a0» figure à l’article 3.",
        ),
        Example(target='Le terme "trafic" figure à l’article 3.'),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
