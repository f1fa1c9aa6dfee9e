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


LONGEST = 10_000
"""Characters of the longest text in which what names concepts is looked for: each of hundreds goes through it."""
_WORD = re.compile(r"[^\W\d_]+")
_KEYS = (4, 3)
"""So many first letters of a word, where it has them, are enough to find the names that may begin with it."""


@dataclass(frozen=True, slots=True)
class Cues:
    """`Cues` says how a language names a concept: `names` plainly, `excuses` in other ways.

    Both are kept as they are written, in the notation of alternatives.py, and become patterns when a text is searched:
    a table has hundreds, and most texts begin none of their names. `beginnings` are how the names begin, one of which a
    text must have to be searched; none where that cannot be said.
    """

    written: str
    written_excuses: str | None
    beginnings: tuple[str, ...] = ()

    @property
    def names(self) -> re.Pattern[str]:
        """Returns the pattern of the names."""
        return _pattern(self.written)

    @property
    def excuses(self) -> re.Pattern[str] | None:
        """Returns the pattern of the excuses, if there are any."""
        return None if self.written_excuses is None else _pattern(self.written_excuses)

    def search(self, text: str) -> re.Match[str] | None:
        """Returns the first name in the text."""
        return self.names.search(text) if self._may_name(text) else None

    def all_names(self, text: str) -> list[re.Match[str]]:
        """Returns every name in the text."""
        return list(self.names.finditer(text)) if self._may_name(text) else []

    def count(self, text: str) -> int:
        """Returns how often the text names the concept or may mean it, each place counted once."""
        places = {name.start() for name in self.all_names(text)}
        if excuses := self.excuses:
            places |= {excuse.start() for excuse in excuses.finditer(text)}
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


def named_in(pair: LanguagePair, table: str, language: str, text: str) -> dict[int, list[Concept]]:
    """Returns the concepts of a table that a text may name, by the place of their group."""
    known = _by_key(pair, table, language)
    found = set[tuple[int, int]]().union(*(known[key] for key in _known_keys(pair, table, language) & _keys_of(text)))
    groups: dict[int, list[Concept]] = {}
    for group, member in sorted(found):
        groups.setdefault(group, []).append(concepts(pair, table)[group][member])
    return groups


@lru_cache(maxsize=16)  # the checks take turns over one pair, each with its table
def _keys_of(text: str) -> frozenset[str]:
    """Returns the first letters of the words of a text, by which names may begin."""
    words = set(_WORD.findall(_plain(text)))
    return frozenset({"", *(word[:letters] for word in words for letters in _KEYS)})


@cache
def _known_keys(pair: LanguagePair, table: str, language: str) -> frozenset[str]:
    return frozenset(_by_key(pair, table, language))


@cache
def _by_key(pair: LanguagePair, table: str, language: str) -> dict[str, set[tuple[int, int]]]:
    """Returns the places of the concepts by the first letters of their names; by "" those of which nobody can say."""
    places: dict[str, set[tuple[int, int]]] = {}
    for group, members in enumerate(concepts(pair, table)):
        for member, concept in enumerate(members):
            for beginning in concept.cues[language].beginnings or ("",):
                first = _WORD.match(beginning)
                key = first[0][: _KEYS[0]] if first else ""
                # A beginning that is shorter than a key may be that of a longer word: up*.
                if len(key) < _KEYS[1] and key == beginning:
                    key = ""
                places.setdefault(key, set()).add((group, member))
    return places


def _cues(names: str, excuses: str) -> Cues:
    beginnings = tuple(_plain(one.removeprefix("^").partition("*")[0]) for one in parted(names))
    certain = all(beginnings) and not any(one.startswith("/") for one in parted(names))
    return Cues(names, excuses if excuses != NONE else None, beginnings if certain else ())


@cache
def _pattern(alternatives: str) -> re.Pattern[str]:
    return compiled(alternatives)


@lru_cache(maxsize=256)
def _plain(text: str) -> str:
    """Returns the text in lower case, with plain apostrophes and spaces."""
    return text.lower().translate(_PLAIN)
