"""Which words of the source have a counterpart in the translation, and which stand alone?

Words are cut to stems. A stem has a counterpart if the other side has one of the stems that stand for it in
``word_links.tsv`` (learnt from published translations), or one that looks alike: half of the words of a report are the
same in English and French. How much it tells that a word stands alone is in ``word_weights.tsv``: "women" nearly always
has its counterpart, "including" seldom.
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

STEM = 7
_LONG_PREFIX, _LONG_STEM = "inter", 9
_SHORTEST_ROOT = 4
_ENDINGS = {
    "en": re.compile(r"(?<=\w{4})(?:ings?|ed|ly)$|(?<!s)s$"),
    "fr": re.compile(r"(?<=\w{5})(?:er|ent|ants?|antes?)$|[sx]$"),
}
"""Endings of inflection, cut off once."""
ALIKE = 5
"""Stems that share so many first letters look alike."""
USUAL_WEIGHT = 1.4
"""Of a word about which nothing is known: one in four stands alone."""
_COSTS = (0.0, 0.7, 1.8)
"""What a link costs by the column of the table that it stands in."""
_COST_ALIKE = {5: 1.4, 6: 0.7}
"""What likeness costs, by the letters shared; more cost nothing."""
TABLES = Path(__file__).parent
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
        if len(folded) > 1 and folded not in function_words and f"{folded}'" not in function_words:
            found.append(Word(Span(*match.span()), stem(folded, language)))
    return tuple(found)


def stems(text: str, language: str) -> list[str]:
    """The stems of the words of content, in order."""
    return [word.stem for word in content(text, language)]


@cache
def stem(folded: str, language: str) -> str:
    """What a folded word is cut to: without an ending of inflection, seven letters at most, and no vowel at the end."""
    root = _ENDINGS[language].sub("", folded) if language in _ENDINGS and len(folded) > _SHORTEST_ROOT else folded
    root = root[: _LONG_STEM if root.startswith(_LONG_PREFIX) else STEM]
    while (len(root) > _SHORTEST_ROOT and root[-1] in "aeo") or (len(root) > STEM - 1 and root[-1] in "iuy"):
        root = root[:-1]
    return root


@cache
def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.lower().translate(_FOLDED))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@cache
def _rows() -> Mapping[str, str]:
    """English stem → its French stems, a column for each of `_COSTS`."""
    lines = (TABLES / "word_links.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if not line.startswith("#"))


@cache
def costs_of(english: str) -> Mapping[str, float]:
    """What can stand for an English stem, and at which cost."""
    columns = _rows().get(english, "").split("\t")
    return {stem: cost for column, cost in zip(columns, _COSTS, strict=False) for stem in column.split()}


def french_stems(word: Word) -> frozenset[str]:
    """The French stems that are sure or likely to stand for an English word, by the table."""
    return frozenset(stem for stem, cost in costs_of(word.stem).items() if cost < _COSTS[-1])


def is_known(word: Word, language: str) -> bool:
    """True if the table has links of the word, so that it tells something if it stands alone."""
    return word.stem in _weights().get(language, {})


def cost(english: str, french: str) -> float | None:
    """What it costs to link two stems; None for two that have nothing to do with each other."""
    known = costs_of(english).get(french)
    if known == 0.0 or english == french:
        return 0.0
    alike = _alike(english, french)
    return known if alike is None else alike if known is None else min(known, alike)


def _alike(one: str, other: str) -> float | None:
    if one[:ALIKE] != other[:ALIKE] or len(one) < ALIKE:
        return None
    shared = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), STEM)
    return _COST_ALIKE.get(shared, 0.0)


def _pair_cost(word: Word, other: Word, language: str) -> float | None:
    return cost(word.stem, other.stem) if language == "en" else cost(other.stem, word.stem)


def have_table(language: str, other_language: str) -> bool:
    """True for the two languages of the table."""
    return {language, other_language} == {"en", "fr"}


def alone(words: Sequence[Word], others: Sequence[Word], language: str, other_language: str) -> list[bool]:
    """For each of `words`, True if none of `others`, in the other language, can stand for it."""
    stems_there = frozenset(word.stem for word in others)
    beginnings = frozenset(one[:ALIKE] for one in stems_there if len(one) >= ALIKE)
    linked: set[str] = set()
    if have_table(language, other_language):
        if language == "en":
            linked.update(word.stem for word in words if not stems_there.isdisjoint(costs_of(word.stem)))
        else:
            linked.update(*(costs_of(one) for one in stems_there))
    return [
        word.stem not in linked and word.stem not in stems_there and word.stem[:ALIKE] not in beginnings
        for word in words
    ]


def counterparts(word: Word, others: Sequence[Word], language: str, other_language: str) -> list[Word]:
    """Those of `others`, in the other language, that can stand for `word`."""
    if not have_table(language, other_language):
        return []
    return [other for other in others if _pair_cost(word, other, language) is not None]


def counterpart(word: Word, words: Sequence[Word], others: Sequence[Word], languages: tuple[str, str]) -> Word | None:
    """What alone can stand for `word` among `others`, where it is all that this can stand for among `words`, too.

    `languages` are that of `words` and that of `others`. None where there is nothing, or a choice.
    """
    here, there = languages
    found = counterparts(word, others, here, there)
    if len(found) != 1 or counterparts(found[0], words, there, here) != [word]:
        return None
    return found[0]


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """Language → stem → weight."""
    found: dict[str, dict[str, float]] = {}
    for language, weight_, stems_ in tables.rows(TABLES / "word_weights.tsv"):
        found.setdefault(language, {}).update(dict.fromkeys(stems_.split(), float(weight_)))
    return found


def weight(word: Word, language: str) -> float:
    """How much it tells that `word` stands alone: minus the logarithm of the share of its uses in which it does."""
    return _weights().get(language, {}).get(word.stem, USUAL_WEIGHT)


def forget() -> None:
    """Reads the tables anew when they are asked again, for those who learn them."""
    for cached in (_rows, costs_of, _weights):
        cached.cache_clear()
