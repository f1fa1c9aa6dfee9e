"""Reads tables of things in groups, each with what names it in both languages of a pair: days and months, Iran and
Iraq.

A table has the columns group, concept, then for the first language of the pair and for the second: what names the
concept, and what else may stand for it and so excuses its lack or its presence ("-" for nothing), in the notation of
alternatives.py. A folder of tables, one a domain, is read as one table; groups of one name in two of them stay two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from tmtool.languages.alternatives import find_all, is_anywhere, parted, plain
from tmtool.languages.letters import SINGLE
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

NONE = "-"

LONGEST = 10_000
"""Characters of the longest text in which what names concepts is looked for: each of hundreds goes through it."""
_BEGINS = re.compile(r"(?<![\w-])(?=\w)")
_MARK = "\0"
"""Stands before each place of a text at which a word begins, as alternatives.py has it."""
_MARKS = re.compile(_MARK)
_LETTERS = re.compile(r"/(?:\(\?<?!(?:[^()\\]|\\.)*\))*([\w ]+)(?![?*{])")
"""The letters with which all begins that a regular expression finds, after what must not be before or here."""
_JOINED = re.compile(r"/\(\?:[^()]*\)(\w[\w ]{2,})(?![?*{])")
"""The letters after a group of what may be joined to them in front: and, for, the article."""
_WRITTEN_OTHERWISE = re.compile(rf"[/(){SINGLE}]")
"""What alternatives have of which not all are words with "*" and "^": thousands without it are read at once."""
_KEY = 4
"""The mark and so many first characters, less one, are enough to find the names that may begin with a word."""


@dataclass(frozen=True, slots=True)
class Cues:
    """`Cues` says how a language names a concept: `names` plainly, `excuses` in other ways.

    Both are kept as they are written, in the notation of alternatives.py. `beginnings` are how the names begin, words
    marked, one of which a text must have to be searched; none where that cannot be said.
    """

    names: str
    excuses: str | None
    beginnings: tuple[str, ...] = ()

    def search(self, text: str) -> Span | None:
        """Returns the place of the first name in the text."""
        return next(iter(self.all_names(text)), None)

    def all_names(self, text: str) -> list[Span]:
        """Returns the place of every name in the text."""
        return find_all(self.names, text) if _has_any(self.beginnings, text) else []

    def all_excuses(self, text: str) -> list[Span]:
        """Returns the place of every excuse in the text."""
        return find_all(self.excuses, text) if self.excuses and _has_any(_beginnings(self.excuses), text) else []

    def count(self, text: str) -> int:
        """Returns how often the text names the concept or may mean it, each place counted once."""
        return len({found.start for found in (*self.all_names(text), *self.all_excuses(text))})


@dataclass(frozen=True, slots=True)
class Concept:
    """A `Concept` is a thing that may be exchanged for another of its group, with its cues by language."""

    group: str
    name: str
    cues: Mapping[str, Cues]


@cache
def concepts(pair: LanguagePair, table: str) -> tuple[tuple[Concept, ...], ...]:
    """Returns the groups of a table of the pair, or of all tables of a folder, each with all its rows wherever they are
    in its table, or none if it has none of that name."""
    first, second = pair.columns()
    groups: dict[tuple[str, str], list[Concept]] = {}
    for part in pair.in_folder(table):
        for group, name, names, excuses, other_names, other_excuses in pair.rows(part):
            cues = {first: _cues(names, excuses), second: _cues(other_names, other_excuses)}
            groups.setdefault((part, group), []).append(Concept(group, name, cues))
    return tuple(map(tuple, groups.values()))


def named_in(pair: LanguagePair, table: str, language: str, text: str) -> dict[int, list[Concept]]:
    """Returns the concepts of a table that a text may name, by the place of their group."""
    known, marked = _by_key(pair, table, language), _marked(text)
    found: set[tuple[int, int]] = set()
    for key in known.keys() & _keys_of(text):
        for beginning, places in known[key]:
            if beginning in marked:
                found |= places
    groups: dict[int, list[Concept]] = {}
    for group, member in sorted(found):
        groups.setdefault(group, []).append(concepts(pair, table)[group][member])
    return groups


@lru_cache(maxsize=16)  # the checks take turns over one pair, each with its table
def _keys_of(text: str) -> frozenset[str]:
    """Returns how the words of a text begin, by which names may begin, and "" for names that begin otherwise."""
    marked = _marked(text)
    return frozenset({"", *(marked[one.start() : one.start() + _KEY] for one in _MARKS.finditer(marked))})


@cache
def _by_key(pair: LanguagePair, table: str, language: str) -> dict[str, list[tuple[str, set[tuple[int, int]]]]]:
    """Returns how the names of the concepts begin, each with the places of these concepts, by their keys; by "" those
    that are shorter than a key or begin with no word, and by the empty beginning what may begin in any way."""
    places: dict[str, set[tuple[int, int]]] = {}
    for group, members in enumerate(concepts(pair, table)):
        for member, concept in enumerate(members):
            for beginning in concept.cues[language].beginnings or ("",):
                places.setdefault(beginning, set()).add((group, member))
    keys: dict[str, list[tuple[str, set[tuple[int, int]]]]] = {}
    for beginning, some in places.items():
        has_key = beginning.startswith(_MARK) and len(beginning) >= _KEY
        keys.setdefault(beginning[:_KEY] if has_key else "", []).append((beginning, some))
    return keys


def _cues(names: str, excuses: str) -> Cues:
    return Cues(names, None if excuses == NONE else excuses, _beginnings(names))


@cache  # of excuses only those are asked for whose concept a text names
def _beginnings(alternatives: str) -> tuple[str, ...]:
    """Returns how alternatives begin, words marked; nothing where that cannot be said of one."""
    if _WRITTEN_OTHERWISE.search(alternatives) is None:
        written = plain(alternatives.lower()).replace("^", "").split("|")
        beginnings = tuple(_marked_beginning(alternative.partition("*")[0]) for alternative in written)
    else:
        beginnings = tuple(map(_beginning, parted(alternatives)))
    return beginnings if all(beginnings) else ()


def _marked_beginning(letters: str) -> str:
    """Returns the letters with which an alternative begins, words marked; of a single word without a search."""
    return _MARK + letters if letters.isalnum() else _BEGINS.sub(_MARK, letters)


def _beginning(alternative: str) -> str:
    """Returns how an alternative begins, words marked; "" where that cannot be said."""
    if joined := _JOINED.match(alternative):
        return _mark(joined[1]).removeprefix(_MARK)
    if not alternative.startswith("/"):
        beginning = alternative.removeprefix("^").partition("*")[0]
    else:
        letters = _LETTERS.match(alternative)
        beginning = letters[1] if letters else ""
    return _mark(beginning).removeprefix(_MARK) if is_anywhere(alternative) else _mark(beginning)


def _has_any(beginnings: tuple[str, ...], text: str) -> bool:
    """Tells whether a text may have what begins in one of these ways."""
    return not beginnings or any(map(_marked(text).__contains__, beginnings))


@lru_cache(maxsize=256)
def _marked(text: str) -> str:
    return _mark(text)


def _mark(text: str) -> str:
    """Returns the text in lower case, with plain apostrophes and spaces, and a mark where a word begins."""
    return _BEGINS.sub(_MARK, plain(text.lower()))
