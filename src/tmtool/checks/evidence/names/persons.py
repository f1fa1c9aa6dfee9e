"""Has a person the initials, or the State in brackets, of another: M. A. D. Mwangi, M. Haddou (Liban)?

A person is known by the last name, where both texts have it once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.meaning.exchange import exchanged
from tmtool.languages.letters import fold
from tmtool.languages.pairs.concepts import named_in
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Span

_STATES = "countries.tsv"
_LAST_NAME = r"(?P<name>[^\W\d_a-z][^\W\d_]+(?:[-’'][^\W\d_]+)*)"
_WITH_INITIALS = re.compile(rf"(?<![\w.])(?P<initials>(?:[A-Z]\.[-\s]?)+)\s?{_LAST_NAME}")
_WITH_STATE = re.compile(rf"{_LAST_NAME}\s\((?P<state>[^()\d]{{4,60}})\)")
_TITLE = "M"
"""The letter of a title that looks as an initial does."""
_SPELT_OTHERWISE = {
    "A": "E",
    "C": "KSTQ",
    "D": "JZ",
    "F": "VP",
    "G": "HKJ",
    "I": "YJE",
    "J": "Z",
    "K": "QHX",
    "S": "ZX",
    "U": "O",
    "V": "W",
    "Y": "JE",
}
"""Initials with those that stand for them in other transcriptions."""


def other_initials(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the flag for each person who has other initials than in the source, as many, and none that another
    transcription would have."""
    if "." not in pair.target or not draft.source_language:
        return
    source = pair.source or ""
    there, here = _by_name(_WITH_INITIALS, source), _by_name(_WITH_INITIALS, pair.target)
    for name in there.keys() & here.keys():
        right, written = (re.findall("[A-Z]", one[name]["initials"]) for one in (there, here))
        if len(written) == len(right) + 1 and written[0] == _TITLE:
            written = written[1:]
        if len(written) != len(right) or written == right:
            continue
        wrong = [(a, b) for a, b in zip(written, right, strict=True) if a != b]
        if not any(b in _SPELT_OTHERWISE.get(a, "") or a in _SPELT_OTHERWISE.get(b, "") for a, b in wrong):
            span, source_span = Span(*here[name].span()), Span(*there[name].span())
            yield exchanged(span, pair.target, source_span, source, Level.WARNING)


def other_state(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the flag for the first person whose State in brackets is that of another person in the source."""
    source, known = pair.source or "", draft.language_pair
    if known is None or pair.target.count("(") < 2 or source.count("(") < 2:
        return
    there, here = _by_name(_WITH_STATE, source), _by_name(_WITH_STATE, pair.target)
    states = {name: _states(there[name]["state"], known, known.source) for name in there}
    for name in sorted(there.keys() & here.keys(), key=lambda one: here[one].start()):
        state = _states(here[name]["state"], known, known.target)
        others = frozenset[str]().union(*(states[other] for other in states if other != name))
        if state and states[name] and not state & states[name] and state <= others:
            span, source_span = Span(*here[name].span()), Span(*there[name].span())
            yield exchanged(span, pair.target, source_span, source, Level.WARNING)
            return


def _by_name(pattern: re.Pattern[str], text: str) -> Mapping[str, re.Match[str]]:
    """Returns the places of a pattern by the last name, folded, for names that are there once."""
    found: dict[str, list[re.Match[str]]] = {}
    for one in pattern.finditer(text):
        found.setdefault(fold(one["name"]), []).append(one)
    return {name: places[0] for name, places in found.items() if len(places) == 1}


def _states(text: str, known: LanguagePair, language: str) -> frozenset[str]:
    """Returns the States that a text names."""
    return frozenset(
        concept.name
        for group in named_in(known, _STATES, language, text).values()
        for concept in group
        if concept.cues[language].search(text)
    )
