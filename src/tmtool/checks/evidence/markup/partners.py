"""Which brackets and quotation marks of a text have no partner? Shared by the two checks that ask it.

A closing bracket after a list label (``a)``, ``1)``, ``iv)``) needs no opening one, but may close one: such brackets
are kept aside and used only where an opening bracket would otherwise stay alone (docs/un-french.md, section 12).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from tmtool.languages import language_of
from tmtool.languages.alternatives import any_of
from tmtool.model import Span

_NUMBER_BEFORE = re.compile(r"\s(\d{1,2})$")
_WORD_NEXT = re.compile(r"\s[^\W\d_]")
_LONGEST_NOUN = 24
"""Characters of the longest noun and number before a bracket that are looked at."""


@cache
def _label_before(language: str) -> re.Pattern[str]:
    """Returns the pattern of a list’s label before its closing bracket."""
    joints = language_of(language).small_words.coordinating
    return re.compile(
        r"(?:^|[\s(\[«“\"'’,;–)-]|\d\.?)(?:[a-z]{1,2}|[ivxl]{1,6}|[A-Z]"  # a), 3 a), iv)
        r"|[\u0400-\u04ff]|[\u0621-\u064a]{1,2})"  # of Cyrillic and Arabic letters
        r"(?:\s(?:bis|ter))?$"
        rf"|(?:^|[;:,.(]\s?|\d\s|\b[IVXL]+\s|\b(?:{joints})\s)\d{{1,3}}$"  # 1), VII 2)
        r"|\d\)\s\w{1,2}\s\d{1,3}$"  # 1) y 2)
        r"|\b[IVXL]{1,6}[a-z]$"  # Xc)
        r"|(?:^|[；：，。、（(])(?:\d{1,3}|[一二三四五六七八九十]{1,3})$"  # 一）
    )


@cache
def _numbered(language: str) -> re.Pattern[str]:
    """Returns the pattern of a number after the noun of what is numbered: paragraphe 2."""
    nouns = {noun for forms, *_ in language_of(language).rows("references.tsv") for noun in forms.split()}
    return re.compile(rf"(?<!\w){any_of(re.escape(noun) for noun in sorted(nouns))}\s\d{{1,3}}$", re.IGNORECASE)


def _is_numbered(text: str, at: int, language: str) -> bool:
    """Tells whether a bracket is that of a numbered part and its whole is named next: le paragraphe 2) de l’article."""
    if _WORD_NEXT.match(text, at + 1) is None or not text[at - 1 : at].isdigit():
        return False
    return _numbered(language).search(text, max(0, at - _LONGEST_NOUN), at) is not None


def _goes_on(text: str, end: int) -> bool:
    """Tells whether the number that ends there comes after the label of the number before it: 1) … и 2)."""
    number = _NUMBER_BEFORE.search(text, max(0, end - 4), end)
    if number is None or int(number[1]) < 2:
        return False
    return re.search(rf"(?<!\d){int(number[1]) - 1}\)", text[: number.start()]) is not None


@dataclass(slots=True)
class _Open:
    span: Span
    mark: str
    spare: list[Span] = field(default_factory=list)


def without_partner(text: str, pairs: Mapping[str, str], *, language: str = "") -> tuple[Span, ...]:
    """Returns the marks of `pairs` (opening → closing, of one or more characters each) without a partner, in order.

    With the `language` of the text, a closing round bracket that ends a list label may have no partner.
    """
    marks = sorted({*pairs, *pairs.values()}, key=len, reverse=True)
    closing = {close: opening for opening, close in pairs.items()}
    stack: list[_Open] = []
    still_open: Counter[str] = Counter()
    alone: list[Span] = []
    for found in re.finditer("|".join(map(re.escape, marks)), text):
        mark, span = found.group(), Span(*found.span())
        if mark in pairs:
            stack.append(_Open(span, mark))
            still_open[mark] += 1
            continue
        is_label = bool(language) and mark in (")", "）")
        if is_label and (
            _label_before(language).search(text, max(0, span.start - 12), span.start)
            or _goes_on(text, span.start)
            or _is_numbered(text, span.start, language)
        ):
            if stack and stack[-1].mark == closing[mark]:
                stack[-1].spare.append(span)
            continue
        if not still_open[closing[mark]]:
            alone.append(span)
            continue
        spare: list[Span] = []
        while stack:
            entry = stack.pop()
            still_open[entry.mark] -= 1
            if entry.mark == closing[mark]:
                if stack and stack[-1].mark in ("(", "（"):
                    stack[-1].spare.extend(spare + entry.spare)
                break
            if not entry.spare:
                alone.append(entry.span)
    over: list[Span] = []
    for entry in reversed(stack):  # what an inner bracket does not need may close the one around it: (art. 51(A) (e))
        own = entry.spare + over if entry.mark in ("(", "（") else entry.spare
        if not own:
            alone.append(entry.span)
        over = own[1:]
    return tuple(sorted(alone))
