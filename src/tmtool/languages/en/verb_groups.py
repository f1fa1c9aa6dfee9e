"""Reads the time of English verbs: will be held, was held, has been held, is held, began.

By auxiliaries; of the simple past only what can be no participle. The words are in ``verb_groups.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from tmtool.languages.tables import word_sets
from tmtool.languages.verb_groups import Time, VerbGroup
from tmtool.model import Span

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_TIMES = {"future": Time.FUTURE, "past": Time.PAST, "present": Time.PRESENT, "other": Time.OTHER}
_ENDS = (".", ";", ":")
"""Marks at which another rule begins."""
_MOST = 4
"""Adverbs in a row, and auxiliaries after the first, at most."""


@lru_cache(maxsize=256)
def verb_groups(text: str) -> tuple[VerbGroup, ...]:
    """Returns the finite verbs of a text whose form tells their time, in order, and who, which and that, whose clause
    may have a verb that is not told from a noun."""
    with_auxiliary, alone, others = _patterns()
    matches = list(with_auxiliary.finditer(text))
    found = [_with_auxiliary(one, text) for one in matches]
    taken = {one.start("main") for one in matches} | {group.main.start for group in found}
    for one in alone.finditer(text):
        kind = one.lastgroup or ""
        span = Span(*one.span(kind))
        if span.start not in taken and span.of(text).lower() not in _WORDS["not done"]:
            found.append(VerbGroup(span, span, Time.DONE if kind == "done" else Time.PAST))
    marks = [(one.start(), one.lastgroup) for one in others.finditer(text)]
    found += [VerbGroup(Span(at, at), Span(at, at), Time.OTHER) for at, kind in marks if kind == "opener"]
    found.sort(key=lambda group: group.main.start)
    return tuple(_with_conditions(found, [(at, kind) for at, kind in marks if kind != "opener"]))


def _with_conditions(groups: list[VerbGroup], marks: list[tuple[int, str | None]]) -> Iterator[VerbGroup]:
    """Yields the groups, those after when, once and the like in their sentence as such as may be to come."""
    at, may_come = 0, False
    for group in groups:
        while at < len(marks) and marks[at][0] < group.span.start:
            may_come = marks[at][1] == "condition"
            at += 1
        yield replace(group, may_come=True) if may_come and group.time in (Time.PAST, Time.DONE) else group


def _with_auxiliary(one: re.Match[str], text: str) -> VerbGroup:
    """Returns a verb with its auxiliaries, and with the one that it plans: is scheduled to start."""
    within = one["within"].lower().split()
    if one["first"].lower() in _WORDS["owning"] and not within and one["main"].lower() in _WORDS["owned"]:
        first = Span(*one.span("first"))  # States have one of each
        return VerbGroup(first, first, Time.PAST if one["first"].lower() == "had" else Time.PRESENT)
    time = _time(one["first"].lower(), within)
    planned = _planned().match(text, one.start("main")) if time is Time.PRESENT else None
    if planned is None:
        goes_on = time is Time.PRESENT and not within and one["main"].lower().endswith("ing")
        is_rule = time is Time.FUTURE and (
            ("be" in within and _ruled().match(text, one.start("main")) is not None) or _is_provided(text, one.start())
        )
        return VerbGroup(Span(*one.span()), Span(*one.span("main")), time, goes_on=goes_on, is_rule=is_rule)
    return VerbGroup(Span(one.start(), planned.end()), Span(*planned.span("main")), Time.PLANNED)


@cache
def _planned() -> re.Pattern[str]:
    """Returns the pattern of a participle that plans, with its infinitive."""
    return re.compile(rf"(?:{'|'.join(sorted(_WORDS['planned']))}) to (?:be )?(?P<main>[a-z][\w-]*)", re.IGNORECASE)


def _is_provided(text: str, at: int) -> bool:
    """Tells whether the sentence around a place says what is done in a case: where such an objection is received, the
    draft will be returned."""
    start = max(text.rfind(mark, 0, at) + 1 for mark in _ENDS)
    end = min((found for mark in _ENDS if (found := text.find(mark, at)) >= 0), default=len(text))
    return _cases().search(text[start:end]) is not None


@cache
def _cases() -> re.Pattern[str]:
    """Returns the pattern of the words that open a case: some anywhere in a sentence, some at its beginning."""
    anywhere, first = ("|".join(sorted(_WORDS[name])) for name in ("cases", "cases first"))
    return re.compile(rf"\b(?:{anywhere})\b|^\W*(?:in )?(?:{first})\b", re.IGNORECASE)


@cache
def _ruled() -> re.Pattern[str]:
    """Returns the pattern of a word that says who may come or how much may be done, with what it is said of."""
    return re.compile(rf"(?:{'|'.join(sorted(_WORDS['ruled']))}) (?:only )?(?:to|for)\b", re.IGNORECASE)


def _time(first: str, within: list[str]) -> Time:
    """Returns what the first auxiliary says of time, with those after it: is to be held and will have been held say
    another thing."""
    if "to" in within or "have" in within:
        return Time.OTHER
    return next(time for kind, time in _TIMES.items() if first in _WORDS[kind])


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Returns the patterns of a verb with its auxiliaries, of a past or a participle without, and of the ends of
    sentences and the words that open a clause."""
    first = "|".join(word for kind in _TIMES for word in sorted(_WORDS[kind]))
    adverbs = rf"(?:(?:{'|'.join(sorted(_WORDS['adverbs']))}|[a-z]+ly) ){{0,{_MOST}}}"
    within = rf"(?:(?:{'|'.join(sorted(_WORDS['within']))}) {adverbs}){{0,{_MOST}}}"
    past = "|".join(sorted(_WORDS["irregular"] | _WORDS["intransitive"]))
    done = "|".join(sorted(_WORDS["done"]))
    pronouns = "|".join(sorted(_WORDS["pronouns"]))
    conditions, openers = ("|".join(sorted(_WORDS[kind])) for kind in ("conditions", "openers"))
    return (
        re.compile(rf"\b(?P<first>{first}) {adverbs}(?P<within>{within})(?P<main>[a-z][\w-]*)", re.IGNORECASE),
        re.compile(
            rf"\b(?:(?P<past>{past})|(?:{pronouns}) (?:[a-z]+ly )?(?P<after>[a-z]+ed)|(?P<done>{done}|[a-z]+ed))\b",
            re.IGNORECASE,
        ),
        re.compile(rf"[.;?!](?=\s)|\b(?:(?P<condition>{conditions})|(?P<opener>{openers}))\b", re.IGNORECASE),
    )
