"""Does the noun after figures have their number: 12 position, la 7386e séances, 1,4 millions?

Only a noun that can be nothing else counts, and figures that count something: those after a noun are its label
(le point 3 ordre du jour), and four figures without a space may be a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, Word
from tmtool.languages.tables import word_sets
from tmtool.model import Span

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_COUNT = re.compile(r"[ \u00a0\u202f](\d{1,3}(?:[ \u00a0\u202f]\d{3})*)(?:,(\d+))?[ \u00a0\u202f]")
_AMOUNT = re.compile(r"(?<![\d,.])(?:[01],\d+)[ \u00a0\u202f]$")
"""A number below two with its decimals, whatever comes before."""
_ABOUT = re.compile(r"[ \u00a0\u202f]\d+(?:[ \u00a0\u202f,]\d+)*(?:[ \u00a0\u202f]%)?")
"""A figure right after quelque, which then means about and does not change."""
_FIGURES = re.compile(r"[ \u00a0\u202f]?\d+")
_ENDINGS = frozenset({"e", "er", "re"})
"""7386e is read as the figures 7386 and the word e."""


def disagreeing(words: tuple[Word, ...]) -> Iterator[Span]:
    """Yields the figures with the noun after them that has another number."""
    for place in range(1, len(words)):
        first, noun = words[place - 1], words[place]
        if first.lower == "quelques" and (figures := _ABOUT.match(noun.before)):  # quelque 300 experts
            yield Span(first.span.start, noun.span.start - len(noun.before) + figures.end())
            continue
        if not _is_noun(noun):
            continue
        count = _COUNT.fullmatch(noun.before)
        amount = _AMOUNT.search(noun.before) if noun.lower in _WORDS["amounts"] else None
        if count and _lacks_plural(count, first, noun):
            yield Span(noun.span.start - len(noun.before) + count.start(1), noun.span.end)
        elif amount:  # less than two millions in the plural: 1,4 millions
            yield Span(noun.span.start - len(noun.before) + amount.start(), noun.span.end)
        elif place > 1 and _is_one(words[place - 2], first) and noun.joined and noun.agreement() <= PLURAL:
            yield Span(words[place - 2].span.start, noun.span.end)


def _lacks_plural(count: re.Match[str], first: Word, noun: Word) -> bool:
    return first.lower in _WORDS["counting"] and _is_several(count) and noun.agreement() <= SINGULAR


def _is_noun(word: Word) -> bool:
    """Tells whether a word after figures can be nothing else, though a verb may be spelt alike: 500 armes."""
    if word.is_name or word.is_participle or word.is_infinitive or word.lower in _WORDS["unchanged"]:
        return False
    if is_auxiliary(word) or word.lower in ("doit", "peut"):  # les articles 2 à 4 doit
        return False
    return "N" in word.categories and word.categories <= {"N", "V"}


def _is_one(determiner: Word, ending: Word) -> bool:
    """Tells whether a figure counts one thing: la 7386e."""
    ordinal = ending.lower in _ENDINGS and _FIGURES.fullmatch(ending.before)
    return determiner.lower in _WORDS["singular"] and bool(ordinal)


def _is_several(count: re.Match[str]) -> bool:
    return int(re.sub(r"\D", "", count.group(1))) > 1
