"""Which words of the source have a counterpart in the translation, and which stand alone?

Words are cut to stems of six folded letters, and a stem has a counterpart if the other side has one of the stems that
stand for it in ``word_links.tsv`` (learnt from published translations), or one that looks alike: half of the words
of a report are the same in English and French. How much it tells that a word stands alone is in ``word_weights.tsv``:
"women" nearly always has its counterpart, "including" seldom.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from tmtool import languages
from tmtool.languages import tables
from tmtool.model import Span

STEM = 6
_LIKE = 4
"""Stems that share so many first letters look alike."""
_NEAR = 3
"""Words at most so far from one that has a counterpart may share it: agenda, ordre du jour."""
USUAL_WEIGHT = 1.4
"""Of a word about which nothing is known: one in four stands alone."""
_WORD = re.compile(r"[^\W\d_]+")
_FOLDED = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of content: where it stands and what it is cut to."""

    span: Span
    stem: str


@lru_cache(maxsize=4096)
def content(text: str, language: str) -> tuple[Word, ...]:
    """The words of content of a text in English or French, in order."""
    function_words = languages.get(language).function_words
    found = []
    for match in _WORD.finditer(text):
        folded = _fold(match.group())
        if len(folded) > 1 and folded not in function_words:
            found.append(Word(Span(*match.span()), stem(folded)))
    return tuple(found)


def stems(text: str, language: str) -> list[str]:
    """The stems of the words of content, in order."""
    return [word.stem for word in content(text, language)]


def stem(folded: str) -> str:
    """What a folded word is cut to: six letters, less an ending of the plural or of a short feminine."""
    if len(folded) <= STEM:
        cut = folded.rstrip("sx") if len(folded) > 3 else folded
        return cut.rstrip("e") if len(cut) > 3 else cut
    return folded[:STEM]


@cache
def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.lower().translate(_FOLDED))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@cache
def _links() -> Mapping[tuple[str, str], Mapping[str, frozenset[str]]]:
    """(language, other language) → stem → stems of the other language."""
    there = {english: frozenset(french.split()) for english, french in tables.rows(Path(__file__).with_suffix(".tsv"))}
    back: dict[str, set[str]] = {}
    for english, french in there.items():
        for one in french:
            back.setdefault(one, set()).add(english)
    return {("en", "fr"): there, ("fr", "en"): {one: frozenset(two) for one, two in back.items()}}


def french_stems(word: Word) -> frozenset[str]:
    """The French stems that can stand for an English word, by the table."""
    return _links()["en", "fr"].get(word.stem, frozenset())


def is_known(word: Word, language: str) -> bool:
    """True if the table has links of the word, so that it tells something if it stands alone."""
    return any(word.stem in table for (here, _), table in _links().items() if here == language)


def is_translated(folded: str, language: str) -> bool:
    """True for a word that the table links with others than its like: of such a one a translation keeps nothing."""
    cut = stem(folded)
    return any(not table.get(cut, frozenset()) <= {cut} for (here, _), table in _links().items() if here == language)


def alone(words: Sequence[Word], others: Sequence[Word], language: str, other_language: str) -> list[bool]:
    """For each of `words`, True if none of `others`, in the other language, can stand for it."""
    links = _links().get((language, other_language), {})
    stems_there = frozenset(word.stem for word in others)
    beginnings = frozenset(one[:_LIKE] for one in stems_there if len(one) >= _LIKE)
    return [
        word.stem not in stems_there
        and word.stem[:_LIKE] not in beginnings
        and stems_there.isdisjoint(links.get(word.stem, ()))
        for word in words
    ]


def counterparts(word: Word, others: Sequence[Word], language: str, other_language: str) -> list[Word]:
    """Those of `others`, in the other language, that can stand for `word`."""
    links = _links().get((language, other_language), {}).get(word.stem, frozenset())
    return [
        other
        for other in others
        if other.stem == word.stem
        or other.stem in links
        or (len(word.stem) >= _LIKE and other.stem[:_LIKE] == word.stem[:_LIKE])
    ]


def counterpart(word: Word, words: Sequence[Word], others: Sequence[Word], languages: tuple[str, str]) -> Word | None:
    """What alone can stand for `word` among `others`, where it is all that this can stand for among `words`, too.

    `languages` are that of `words` and that of `others`. None where there is nothing, or a choice.
    """
    here, there = languages
    found = counterparts(word, others, here, there)
    if len(found) != 1 or counterparts(found[0], words, there, here) != [word]:
        return None
    return found[0]


def align(
    words: Sequence[Word], others: Sequence[Word], language: str, other_language: str
) -> tuple[list[int | None], list[int | None]]:
    """For each of `words` the place of its counterpart among `others`, and the reverse; None for one that stands alone.

    Each word serves once, the surest and nearest first; a word left over may share what a word close by has.
    """
    links = _links().get((language, other_language), {})
    by_stem: dict[str, list[int]] = {}
    by_beginning: dict[str, list[int]] = {}
    for place, other in enumerate(others):
        by_stem.setdefault(other.stem, []).append(place)
        if len(other.stem) >= _LIKE:
            by_beginning.setdefault(other.stem[:_LIKE], []).append(place)
    candidates = []
    for index, word in enumerate(words):
        where = index / len(words)
        sure = {place for one in (word.stem, *links.get(word.stem, ())) for place in by_stem.get(one, ())}
        alike = by_beginning.get(word.stem[:_LIKE], ()) if len(word.stem) >= _LIKE else ()
        candidates += [(False, abs(where - place / len(others)), index, place) for place in sure]
        candidates += [(True, abs(where - place / len(others)), index, place) for place in alike if place not in sure]
    candidates.sort()
    there: list[int | None] = [None] * len(words)
    back: list[int | None] = [None] * len(others)
    for _, _, index, place in candidates:
        if there[index] is None and back[place] is None:
            there[index], back[place] = place, index
    own_there, own_back = list(there), list(back)
    for _, _, index, place in candidates:
        taker, taken = own_back[place], own_there[index]
        if there[index] is None and taker is not None and abs(taker - index) <= _NEAR:
            there[index] = place
        if back[place] is None and taken is not None and abs(taken - place) <= _NEAR:
            back[place] = index
    return there, back


@cache
def _weights() -> Mapping[tuple[str, str], float]:
    path = Path(__file__).with_name("word_weights.tsv")
    return {(language, stem): float(weight) for language, stem, weight in tables.rows(path)}


def weight(word: Word, language: str) -> float:
    """How much it tells that `word` stands alone: minus the logarithm of the share of its uses in which it does."""
    return _weights().get((language, word.stem), USUAL_WEIGHT)


def forget() -> None:
    """Reads the tables anew when they are asked again, for those who learn them."""
    _links.cache_clear()
    _weights.cache_clear()
