"""Writes the numbers of references as a French text does: "3 a)", "b)", "II", "2127 (2013)", "article premier"."""

from __future__ import annotations

import re

from tmtool.languages import roman
from tmtool.languages.rendering import Change, UncertainError, head_and_labels
from tmtool.model import Span
from tmtool.model.wording import say

_DIVISION = re.compile(r"\b(chapitre|titre|livre)\s$", re.IGNORECASE)
"""Nouns with which the first is "premier" in some texts and 1 or I in others."""
_ARTICLE = re.compile(r"\barticles?\s$", re.IGNORECASE)
_FIRST = frozenset({"premier", "première"})
_ROMAN = re.compile(roman.PATTERN)


def reference(text: str, span: Span, change: Change) -> str:
    """Returns the new number and letters in the manner of those at `span`. Raises UncertainError."""
    written = span.of(text)
    head, labels = head_and_labels(written)
    old_head, old_labels = head_and_labels(change.old_written)
    new_head, new_labels = head_and_labels(change.new_written)
    if labels != old_labels:
        raise UncertainError(
            say("“{written}” and “{old}” do not have the same letters", written=written, old=change.old_written)
        )
    if written != head + _labels(written, len(head), labels, labels, after_number=bool(head)):
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    if bool(old_head) != bool(new_head) or (len(new_labels) > len(labels) and new_labels[-1].isdigit()):
        raise UncertainError(
            say("“{new}” is not written as “{old}” is", new=change.new_written, old=change.old_written)
        )
    number = _head(text[: span.start], head, old_head, new_head, change.habits)
    return number + _labels(written, len(head), labels, new_labels, after_number=bool(number))


def _head(before: str, own: str, old: str, new: str, habits: str) -> str:
    if old == new:
        return own
    if new in ("1", "I") and (noun := _DIVISION.search(before)):
        forms = {found.lower() for found in re.findall(rf"\b{noun[1]}\s(premier|1|I)\b", habits, re.IGNORECASE)}
        if forms == {"premier"}:
            return "premier"
        if forms != {new.lower()}:
            raise UncertainError(
                say("the first “{noun}” may be “premier”, which the memory does not show", noun=noun[1])
            )
    if new in ("1", "I") and _ARTICLE.search(before):
        return "premier"
    if own == old or (own.lower() in _FIRST and old in ("1", "I")):
        return new
    if old.isdigit() and new.isdigit() and own == _numeral(old):
        return _numeral(new)
    if _ROMAN.fullmatch(old) and _ROMAN.fullmatch(new) and own == str(roman.value(old)):
        return str(roman.value(new))
    raise UncertainError(say("“{own}” is not written as “{old}” is", own=own, old=old))


def _numeral(digits: str) -> str:
    return roman.numeral(int(digits)) if 0 < int(digits) < 400 else ""


def _labels(written: str, start: int, old: tuple[str, ...], new: tuple[str, ...], *, after_number: bool) -> str:
    own = written[start:]
    opened = "(" if "(" in own else ""
    space = own[0] if own[:1].isspace() else " "
    if old and not own[:1].isspace() and after_number:
        space = ""
    joined = space.join(f"{opened}{label})" for label in new)
    return space + joined if new and after_number else joined
