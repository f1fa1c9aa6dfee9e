"""Reads tables of things in groups, each with what names it in both languages of a pair: days and months, Iran and
Iraq.

A table has the columns group, concept, then for the first language of the pair and for the second: what names the
concept, and what else may stand for it and so excuses its lack or its presence ("-" for nothing), in the notation of
alternatives.py. A folder of tables, one a domain, is read as one table; groups of one name in two of them stay two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from types import MappingProxyType

from tmtool.languages.alternative_matches import find_all
from tmtool.languages.alternatives import is_anywhere, parted, plain
from tmtool.languages.letters import SINGLE
from tmtool.languages.openings import openings
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

NONE = "-"

LONGEST = 10_000
"""Characters of the longest text in which what names concepts is looked for: each of hundreds goes through it."""
_BEGINS = re.compile(r"(?<![\w-])(?=\w)")
_MARK = "\0"
"""Stands before each place of a text at which a word begins, as alternatives.py has it."""
_MARKED_TWO = re.compile(rf"{_MARK}(?=(\w+[ ']{_MARK}\w+))")
_MARKED_WORD = re.compile(rf"{_MARK}\w+")
_JOINED = re.compile(r"/\(\?:[^()]*\)(\w[\w ]{2,})(?![?*{])")
"""The letters after a group of what may be joined to them in front: and, for, the article."""
_WRITTEN_OTHERWISE = re.compile(rf"[/(){SINGLE}]")
"""What alternatives have of which not all are words with "*" and "^": thousands without it are read at once."""
_KEY = 6
"""So many letters are enough to find the names whose first word may go on."""
_KNOWN = 1 << 16
"""Words that are kept with the keys that they lead to: those of a long document come again and again."""
_FIRST = re.compile(r"(?P<word>\w+)(?P<next>[ ']\w+)?")


@dataclass(frozen=True, slots=True)
class Cues:
    """`Cues` says how a language names a concept: `names` plainly, `excuses` in other ways.

    Both are kept as they are written, in the notation of alternatives.py.
    """

    names: str
    excuses: str | None

    def search(self, text: str) -> Span | None:
        """Returns the place of the first name in the text."""
        return next(iter(self.all_names(text)), None)

    def all_names(self, text: str) -> tuple[Span, ...]:
        """Returns the place of every name in the text."""
        return find_all(self.names, text) if self.may_be_in(text) else ()

    def all_excuses(self, text: str) -> tuple[Span, ...]:
        """Returns the place of every excuse in the text."""
        return find_all(self.excuses, text) if self.excuses and _has_any(_beginnings(self.excuses), text) else ()

    def may_be_in(self, text: str) -> bool:
        """Tells whether a text has how one of the names begins, so that it must be searched."""
        return _has_any(_beginnings(self.names), text)

    def may_begin(self, text: str) -> bool:
        """Tells whether a text may begin with one of the names."""
        beginnings = _beginnings(self.names)
        return not beginnings or _marked(text).startswith(beginnings)

    def count(self, text: str) -> int:
        """Returns how often the text names the concept or may mean it, each place counted once."""
        return len({found.start for found in (*self.all_names(text), *self.all_excuses(text))})


@dataclass(frozen=True, slots=True)
class Concept:
    """A `Concept` is a thing that may be exchanged for another of its group, with its cues by language."""

    group: str
    name: str
    cues: Mapping[str, Cues]


_Place = tuple[int, int]
"""Where a concept is in its table: its group and its row there."""
_NOTHING: Mapping[int, Sequence[Concept]] = MappingProxyType({})


class _Table:
    """A `_Table` is a table of concepts, each made of its row when it is asked for: a text names some of thousands."""

    def __init__(self, pair: LanguagePair, table: str) -> None:
        self._languages = pair.columns()
        groups: dict[tuple[str, str], list[tuple[str, ...]]] = {}
        for part in pair.in_folder(table):
            for row in pair.rows(part):
                groups.setdefault((part, row[0]), []).append(row)
        self._groups = list(groups.values())
        self._made: dict[_Place, Concept] = {}

    def places(self) -> list[list[_Place]]:
        """Returns the places of the concepts of each group."""
        return [[(at, member) for member in range(len(rows))] for at, rows in enumerate(self._groups)]

    def concept(self, place: _Place) -> Concept:
        """Returns the concept at a place."""
        concept = self._made.get(place)
        if concept is None:
            group, name, *columns = self._groups[place[0]][place[1]]
            cues = (Cues(names, None if other == NONE else other) for names, other in (columns[:2], columns[2:]))
            concept = self._made[place] = Concept(group, name, dict(zip(self._languages, cues, strict=True)))
        return concept

    def keys(self, language: str) -> Iterator[tuple[str, _Place]]:
        """Yields the keys of the names that concepts have in a language, each with the place of the concept; "" for
        those of which one begins with no word, or in a way that cannot be said."""
        column = 2 + 2 * self._languages.index(language)
        for at, rows in enumerate(self._groups):
            for member, row in enumerate(rows):
                for key in _keys_of_names(row[column]):
                    yield key, (at, member)


_table = cache(_Table)


_Asked = tuple[str, _Place, Concept, tuple[str, ...]]
"""A concept that a key leads to, its table and its place there, and of the beginnings of its names those of which a
text with the key must have one more; none where the key is enough."""


class _Index:
    """An `_Index` says which concepts of all tables of a pair a text may name in one language: its words are gone
    through once for all of them, since the checks ask of some forty tables, one after another. A table is taken in when
    it is asked for."""

    def __init__(self, pair: LanguagePair, language: str) -> None:
        self._pair = pair
        self._language = language
        self._by_key: dict[str, list[tuple[str, _Place]]] = {}
        self._asked: dict[str, list[_Asked]] = {}
        """What each key leads to, made when a text first has it: most are in no text."""
        self._tables: set[str] = set()
        self._growing = Lock()
        self._found = lru_cache(maxsize=32)(self._look)
        self._keys = lru_cache(maxsize=_KNOWN)(self._keys_of)

    def named_in(self, table: str, text: str) -> Mapping[int, Sequence[Concept]]:
        """Returns the concepts of a table that a text may name, by the place of their group."""
        if table not in self._tables:
            with self._growing:  # Several threads check at once.
                if table not in self._tables:
                    self._take_in(table)
                    self._tables.add(table)
        return self._found(text, len(self._tables)).get(table, _NOTHING)

    def _take_in(self, table: str) -> None:
        for key, place in _table(self._pair, table).keys(self._language):
            self._by_key.setdefault(key, []).append((table, place))
            self._asked.pop(key, None)

    def _keys_of(self, word: str, _tables: int) -> tuple[str, ...]:
        """Returns the keys of names that begin as a word does."""
        keys = (word, *(f"{word[:end]}*" for end in range(1, min(_KEY, len(word)) + 1)))
        return tuple(key for key in keys if key in self._by_key)

    def _look(self, text: str, tables: int) -> Mapping[str, Mapping[int, Sequence[Concept]]]:
        """Returns the concepts by table; what was found when there were fewer tables does not serve."""
        has = _marked(text).__contains__
        words, twos = _words_of(text)
        keys = set(filter(self._by_key.__contains__, ("", *twos))).union(*(self._keys(word, tables) for word in words))
        met: dict[str, dict[_Place, Concept]] = defaultdict(dict)
        for key in keys:
            for table, place, concept, beginnings in self._asked.get(key) or self._asked_of(key):
                if not beginnings or any(map(has, beginnings)):
                    met[table][place] = concept
        found: dict[str, dict[int, list[Concept]]] = {}
        for table, some in met.items():
            groups = found[table] = {}
            for place in sorted(some):
                groups.setdefault(place[0], []).append(some[place])
        return found

    def _asked_of(self, key: str) -> list[_Asked]:
        with self._growing:  # What another thread takes in meanwhile would be missing.
            asked: list[_Asked] = []
            for table, place in self._by_key[key]:
                concept = _table(self._pair, table).concept(place)
                beginnings = _beginnings(concept.cues[self._language].names)
                asked.append((table, place, concept, _further(key, beginnings)))
            self._asked[key] = asked
        return asked


_index = cache(_Index)


@cache
def concepts(pair: LanguagePair, table: str) -> tuple[tuple[Concept, ...], ...]:
    """Returns the groups of a table of the pair, or of all tables of a folder, each with all its rows wherever they are
    in its table, or none if it has none of that name."""
    known = _table(pair, table)
    return tuple(tuple(map(known.concept, places)) for places in known.places())


def that_may_begin(pair: LanguagePair, table: str, language: str, text: str) -> Iterator[Concept]:
    """Yields the concepts of a table with one of whose names a text may begin, in the order of the table."""
    by_letter = _by_first_letter(pair, table, language)
    for concept in by_letter.get(plain(text[:1].lower())[:1], by_letter[""]):
        if concept.cues[language].may_begin(text):
            yield concept


@cache
def _by_first_letter(pair: LanguagePair, table: str, language: str) -> Mapping[str, Sequence[Concept]]:
    """Returns the concepts of a table by the letters with which their names begin, in lower case: by each of them, and
    by "" for any other letter, those of which that cannot be said."""
    begins = [
        (concept, {one.removeprefix(_MARK)[0] for one in _beginnings(concept.cues[language].names)})
        for group in concepts(pair, table)
        for concept in group
    ]
    letters = {"", *(letter for _, some in begins for letter in some)}
    return {letter: [concept for concept, some in begins if not some or letter in some] for letter in letters}


def named_in(pair: LanguagePair, table: str, language: str, text: str) -> Mapping[int, Sequence[Concept]]:
    """Returns the concepts of a table that a text may name, by the place of their group."""
    return _index(pair, language).named_in(table, text)


def named_otherwise(
    pair: LanguagePair, table: str, source: str, target: str
) -> Iterator[tuple[Sequence[Concept], Sequence[Concept]]]:
    """Yields, group by group, the concepts of a table that the source and those that the translation may name, where
    these are not one and the same: most groups of which both have a word, and then neither is searched for it."""
    there = named_in(pair, table, pair.source, source)
    here = named_in(pair, table, pair.target, target) if there else {}
    for group in sorted(there.keys() & here.keys()):
        if len(there[group]) > 1 or len(here[group]) > 1 or there[group][0] is not here[group][0]:
            yield there[group], here[group]


@lru_cache(maxsize=32)  # asked again where further tables were taken in meanwhile
def _words_of(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Returns the words of a text, and each two that follow each other."""
    marked = _marked(text)
    words = frozenset(word[1:] for word in _MARKED_WORD.findall(marked))
    return words, frozenset(two.replace(_MARK, "") for two in _MARKED_TWO.findall(marked))


def _keys_of_names(alternatives: str) -> set[str]:
    """Returns the first two words of each name, or the only one, or the first letters and "*" of one that may go on; ""
    of a name that begins with no word, or in a way that cannot be said."""
    if _WRITTEN_OTHERWISE.search(alternatives) is not None:
        found = [one if one.startswith(_MARK) else "" for one in _beginnings(alternatives) or ("",)]
        return {_key(f"{one}*".replace(_MARK, "")) for one in found}
    written = plain(alternatives.lower()).replace("^", "").split("|")
    return {one if one.isalnum() else _key(one) for one in written}


def _further(key: str, beginnings: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the beginnings of which a text with a key must have one, none where each text with the key has one."""
    said = _mark(key.removesuffix("*"))
    if any(map(said.startswith, beginnings)):
        return ()
    return tuple(one for one in beginnings if one.startswith(said)) or beginnings


def _key(name: str) -> str:
    first = _FIRST.match(name)
    if first is None:
        return ""
    if not name.startswith("*", first.end()):
        return first.group()
    return first["word"] if first["next"] else f"{first['word'][:_KEY]}*"


@cache  # of excuses only those are asked for whose concept a text names
def _beginnings(alternatives: str) -> tuple[str, ...]:
    """Returns how alternatives begin, words marked; nothing where that cannot be said of one."""
    if _WRITTEN_OTHERWISE.search(alternatives) is None:
        written = plain(alternatives.lower()).replace("^", "").split("|")
        beginnings = tuple(_marked_beginning(alternative.partition("*")[0]) for alternative in written)
    else:
        beginnings = tuple(one for alternative in parted(alternatives) for one in _beginnings_of(alternative) or ("",))
    return beginnings if all(beginnings) else ()


def _marked_beginning(letters: str) -> str:
    """Returns the letters with which an alternative begins, words marked; of a single word without a search."""
    return _MARK + letters if letters.isalnum() else _BEGINS.sub(_MARK, letters)


def _beginnings_of(alternative: str) -> tuple[str, ...]:
    """Returns how all begins that an alternative finds, words marked; nothing where that cannot be said."""
    if joined := _JOINED.match(alternative):
        return (_mark(joined[1]).removeprefix(_MARK),)
    if alternative.startswith("/"):
        written = openings(alternative.removeprefix("/"))
    else:
        written = (alternative.removeprefix("^").partition("*")[0],)
    marked = map(_mark, written)
    return tuple(one.removeprefix(_MARK) for one in marked) if is_anywhere(alternative) else tuple(marked)


def _has_any(beginnings: tuple[str, ...], text: str) -> bool:
    """Tells whether a text may have what begins in one of these ways."""
    return not beginnings or any(map(_marked(text).__contains__, beginnings))


@lru_cache(maxsize=256)
def _marked(text: str) -> str:
    return _mark(text)


def _mark(text: str) -> str:
    """Returns the text in lower case, with plain apostrophes and spaces, and a mark where a word begins."""
    return _BEGINS.sub(_MARK, plain(text.lower()))
