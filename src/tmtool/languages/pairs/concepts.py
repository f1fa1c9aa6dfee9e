"""Reads tables of things in groups, each with what names it in both languages of a pair: days and months, Iran and
Iraq.

A table has the columns group, concept, then for the first language of the pair and for the second: what names the
concept, and what else may stand for it and so excuses its lack or its presence ("-" for nothing), in the notation of
alternatives.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from tmtool.languages.alternatives import compiled, parted
from tmtool.languages.pairs.pair import LanguagePair

NONE = "-"
_PLAIN = str.maketrans("’\u00a0\u202f\t\n", "'    ")


@dataclass(frozen=True, slots=True)
class Cues:
    """`Cues` says how a language names a concept: `names` plainly, `excuses` in other ways.

    `beginnings` are how the names begin, one of which a text must have to be searched; none where that cannot be said.
    """

    names: re.Pattern[str]
    excuses: re.Pattern[str] | None
    beginnings: tuple[str, ...] = ()

    def search(self, text: str) -> re.Match[str] | None:
        """Returns the first name in the text."""
        return self.names.search(text) if self._may_name(text) else None

    def all_names(self, text: str) -> list[re.Match[str]]:
        """Returns every name in the text."""
        return list(self.names.finditer(text)) if self._may_name(text) else []

    def count(self, text: str) -> int:
        """Returns how often the text names the concept or may mean it, each place counted once."""
        places = {name.start() for name in self.all_names(text)}
        if self.excuses:
            places |= {excuse.start() for excuse in self.excuses.finditer(text)}
        return len(places)

    def _may_name(self, text: str) -> bool:
        plain = _plain(text)
        return not self.beginnings or any(beginning in plain for beginning in self.beginnings)


@dataclass(frozen=True, slots=True)
class Concept:
    """A `Concept` is a thing that may be exchanged for another of its group, with its cues by language."""

    group: str
    name: str
    cues: Mapping[str, Cues]


@cache
def concepts(pair: LanguagePair, table: str) -> tuple[tuple[Concept, ...], ...]:
    """Returns the groups of a table of the pair, or none if it has none of that name."""
    first, second = pair.columns()
    found = []
    for group, name, names, excuses, other_names, other_excuses in pair.rows(table):
        cues = {first: _cues(names, excuses), second: _cues(other_names, other_excuses)}
        found.append(Concept(group, name, cues))
    return tuple(tuple(members) for _, members in groupby(found, key=lambda concept: concept.group))


def _cues(names: str, excuses: str) -> Cues:
    beginnings = tuple(_plain(one.removeprefix("^").partition("*")[0]) for one in parted(names))
    certain = all(beginnings) and not any(one.startswith("/") for one in parted(names))
    return Cues(compiled(names), compiled(excuses) if excuses != NONE else None, beginnings if certain else ())


@lru_cache(maxsize=256)
def _plain(text: str) -> str:
    """Returns the text in lower case, with plain apostrophes and spaces."""
    return text.lower().translate(_PLAIN)
