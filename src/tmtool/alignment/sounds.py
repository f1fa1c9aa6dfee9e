"""Which words of two alphabets may be the same name by how they sound?

A name that no dictionary has is written by its sounds in another alphabet: "Corbyn" is "Корбин" and "كوربين". Vowels
differ, and so do voiced and voiceless consonants; the rest, in order, is enough where it is three consonants or more.
What letters stand for is in `sounds.tsv`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import tables

FEWEST_CONSONANTS = 3
FEWEST_LETTERS = 4
MOST_READINGS = 8
MOST_ALIKE = 20
"""Words of the other document that may sound alike; of more, in a very long document, none is told to be the name."""
NAME, NAME_CUT = 0.7, 0.5
"""How likely it is that two words that sound alike are one name; and where the first letter was taken off it."""

_NONE, _AT_BEGINNING, _TAKEN_OFF = "-", "^", "+"


def same_by_sound(words: Iterable[str], others: Iterable[str]) -> Iterator[tuple[str, str, float]]:
    """Yields words with others of another alphabet that may be the same name, and how likely it is; all as `tokens`
    makes them."""
    one, other = _by_script(words), _by_script(others)
    sounds = [
        {word: _readings(word) for script in here if there.keys() - {script} for word in here[script]}
        for here, there in ((one, other), (other, one))
    ]
    written: defaultdict[str, list[str]] = defaultdict(list)
    for there, readings in sounds[1].items():
        for reading in readings:
            written[reading].append(there)
    for word, readings in sounds[0].items():
        found: dict[str, float] = {}
        for reading, share in readings.items():
            alike = written.get(reading, ())
            for there in alike if len(alike) <= MOST_ALIKE else ():
                found[there] = max(found.get(there, 0.0), min(share, sounds[1][there][reading]))
        yield from ((word, there, share) for there, share in found.items() if _script(word) != _script(there))


def _by_script(words: Iterable[str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        if len(word) >= FEWEST_LETTERS and word.isalpha():
            found[_script(word)].append(word)
    return found


@cache
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _script(word: str) -> str:
    return _script_of(word[0])


def _readings(word: str) -> dict[str, float]:
    """Returns the rows of consonants that a word may stand for, and how likely one of them tells a name."""
    sounds, expression, taken_off = _table()
    readings = [""]
    for found in expression.finditer(word):
        letters = found[0]
        ways = sounds.get(_AT_BEGINNING + letters, ()) if found.start() == 0 else ()
        more = (reading + _added(reading, way) for reading in readings for way in ways or sounds.get(letters, ("",)))
        readings = list(dict.fromkeys(more))[:MOST_READINGS]
    result = {reading: NAME for reading in readings if len(reading) >= FEWEST_CONSONANTS}
    for reading in readings:
        for begin in taken_off.get(_script(word), ()):
            whole = begin + reading
            if len(whole) >= FEWEST_CONSONANTS and not reading.startswith(begin):
                result.setdefault(whole, NAME_CUT)
    return result


def _added(reading: str, way: str) -> str:
    return way if not reading.endswith(way) else ""


@cache
def _table() -> tuple[dict[str, tuple[str, ...]], re.Pattern[str], dict[str, list[str]]]:
    """Returns what letters stand for, the expression that finds them, and for each script what may have been taken
    off."""
    sounds: dict[str, tuple[str, ...]] = {}
    taken_off: defaultdict[str, list[str]] = defaultdict(list)
    for letters, ways in tables.rows(Path(__file__).with_name("sounds.tsv")):
        if letters.startswith(_TAKEN_OFF):
            taken_off[_script(letters[1:])].append(ways)
        else:
            sounds[letters] = tuple("" if way == _NONE else way for way in ways.split())
    longest = sorted({letters.removeprefix(_AT_BEGINNING) for letters in sounds}, key=len, reverse=True)
    return sounds, re.compile("|".join(map(re.escape, longest))), taken_off
