"""Which modal verbs come right before two verbs that are counterparts, and say another thing: shall take, peut prendre?

The words are those of ``modals.tsv`` of a pair. A denial turns what a modal verb says (shall not: ne peut), so that of
denied ones only the weaker word for what is needed tells something, and one that is denied by its own not where nothing
denies its counterpart: may not, peut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tmtool.checks.engine.check import Flag
from tmtool.checks.evidence.meaning.exchange import exchanged
from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.marks import MARK
from tmtool.checks.evidence.words.sides import Side
from tmtool.languages.alternatives import NEVER
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

_TABLE = "modals.tsv"
_BEFORE, _DENIED = 48, 60
"""Characters before a verb in which its modal verb is, and before that one in which a denial is."""
_WEAKER = frozenset({("needed", "advised"), ("binding", "advised"), ("permitted", "advised")})
"""What the modal verb of the source says, and the weaker thing that the translation does, if both are denied: may not,
ne devraient pas."""
_OTHER = frozenset(
    {
        ("needed", "permitted"),
        ("due", "permitted"),
        ("binding", "permitted"),
        ("permitted", "binding"),
        ("needed", "advised"),
    }
)
"""The same where neither is denied and the two differ."""
_AROUND = ("between", "denied", "denied by")
"""The kinds of rows that are of no modal verb."""
_BIND = frozenset({"needed", "due", "binding"})
"""What is said alike by doit."""


@dataclass(frozen=True, slots=True)
class _Modal:
    """A `_Modal` is a modal verb before another verb: its place, what it says, whether it is denied, and whether by the
    word that goes with it: may not, cannot."""

    span: Span
    says: str
    is_denied: bool
    is_forbidden: bool


@cache
def _patterns(pair: LanguagePair, language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Returns the pattern of a modal verb and what comes after it up to the next verb, that of its denial, and that of
    a modal verb alone."""
    rows = {kind: words for tag, kind, words in pair.rows(_TABLE) if tag == language}
    kinds = "|".join(rf"(?P<{kind}>{words})" for kind, words in rows.items() if kind not in _AROUND)
    after = rows.get("between", NEVER)
    denied = rows.get("denied", NEVER)
    modal = rf"\b(?:{kinds})\b(?:{rows.get('denied by', NEVER)})?"
    return re.compile(modal + after), re.compile(denied), re.compile(modal)


def exchanged_modals(found: Linked) -> Iterator[Flag]:
    """Yields each modal verb of the translation that says another thing than that of the source before the
    counterpart of its verb."""
    of_source, of_target = found.sides
    for place, link in enumerate(of_source.links):
        there = _modal(of_source, of_source.words[place].span.start) if link is not None else None
        here = _modal(of_target, of_target.words[link].span.start) if there is not None and link is not None else None
        if there is None or here is None or link is None or _is_said_of_another(there, link, of_target):
            continue
        if there.is_denied is not here.is_denied:
            said = not there.is_forbidden or here.is_denied or _is_said_of_another(here, place, of_source)
            if not said and not _are_denied_in_order(of_source, of_target):
                yield exchanged(here.span, of_target.text, there.span, of_source.text)
            continue
        if (there.says, here.says) not in (_WEAKER if there.is_denied else _OTHER):
            continue
        if not _answers_another(here, place, of_source):
            yield exchanged(here.span, of_target.text, there.span, of_source.text)


def _answers_another(here: _Modal, place: int, side: Side) -> bool:
    """Tells whether another word of the source has the same counterpart, after a modal verb that says what that of the
    translation does: may be implied or must be express, se déduire ou doit être exprès."""
    again = (
        _modal(side, word.span.start)
        for at, word in enumerate(side.words)
        if at != place and side.links[at] == side.links[place]
    )
    return any(
        one is not None
        and one.is_denied is here.is_denied
        and (one.says == here.says or {one.says, here.says} <= _BIND)
        for one in again
    )


def _is_said_of_another(there: _Modal, place: int, side: Side) -> bool:
    """Tells whether the verb of one text comes again, after a modal verb that says what that of the other does:
    pourront prendre la parole, mais ne pourront pas prendre part; two may sit, but the plenary may not sit."""
    word = side.words[place]
    again = (
        _modal(side, one.span.start)
        for one in side.words
        if one.stem == word.stem and one.span.start != word.span.start
    )
    return any(one is not None and (one.says, one.is_denied) == (there.says, there.is_denied) for one in again)


def _are_denied_in_order(there: Side, here: Side) -> bool:
    """Tells whether both texts have as many modal verbs, several, and the same of them are denied, so that two of which
    one is denied are of two clauses: can cover; cannot be considered, peut prendre; ne pourra donner suite."""
    denied = _denied_in_order(there)
    return len(denied) > 1 and denied == _denied_in_order(here)


def _denied_in_order(side: Side) -> list[bool]:
    """Returns of each modal verb of a text, in order, whether it is denied."""
    _, denied, modal = _patterns(side.pair, side.language)
    return [
        denied.search(side.text, side.since(MARK, max(0, one.start() - _DENIED), one.start()), one.end()) is not None
        for one in modal.finditer(side.text)
    ]


def _modal(side: Side, end: int) -> _Modal | None:
    """Returns the modal verb that comes before a verb which begins at `end`."""
    modal, denied, _ = _patterns(side.pair, side.language)
    found = modal.search(side.text, max(0, end - _BEFORE), end)
    if found is None or found.lastgroup is None:
        return None
    start = side.since(MARK, max(0, found.start() - _DENIED), found.start())
    span = Span(*found.span(found.lastgroup))
    is_forbidden = any(denied.match(side.text, at, end) is not None for at in (span.start, span.end))
    return _Modal(span, found.lastgroup, denied.search(side.text, start, end) is not None, is_forbidden)
