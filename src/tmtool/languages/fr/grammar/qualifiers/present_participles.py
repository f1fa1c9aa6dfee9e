"""Has a present participle an ending that it cannot have: des mesures *visants* à, points *concernants* le budget?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.words.closed_words import CONTRACTED
from tmtool.languages.fr.grammar.words.declined_participles import is_declined
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import rows

_ENDING = re.compile(r"(?<=ant)(?:e|s|es)$")
_GOVERNED = frozenset({"à", "de", "d'"})
_FIGURES = re.compile(r"[ \u00a0\u202f]\d[\d \u00a0\u202f]*[ \u00a0\u202f]")


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields such words, each with the word before it."""
    for place in range(1, len(words) - 1):
        word = words[place]
        counts = _FIGURES.fullmatch(words[place + 1].before) is not None
        if word.is_name or not word.joined or word.lower[-1] not in "es" or not (words[place + 1].joined or counts):
            continue
        if not (_governs_figures(word) if counts else is_declined(word) or _governs(words, place)):
            continue
        noun = words[place - 1]
        nominal = bool(noun.categories & {"N", "A"}) or (noun.text.isupper() and not noun.entries)  # de GES
        if not nominal or is_determiner(noun):  # des aidants
            continue
        if (
            not is_declined(word) or is_determiner(words[place + 1]) or words[place + 1].lower in _GOVERNED
        ):  # not la Partie dénonçante est
            yield word, words[place - 1]


def _governs(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle that may be a noun, too, is a verb by what comes after it: les documents
    *figurants* dans la liste, not les participants à la réunion."""
    word, following = words[place], words[place + 1]
    after = _table().get(_ENDING.sub("", word.lower))
    if after is None:
        return False
    determined = ":determiner" in after and is_determiner(following) and following.lower not in CONTRACTED
    infinitive = ":infinitive" in after and following.is_infinitive and "N" not in following.categories
    return following.lower in after or determined or infinitive


def _governs_figures(word: Word) -> bool:
    """Tells whether figures right after a participle are what it governs: des salles *accueillants* 400 personnes."""
    return ":figures" in _table().get(_ENDING.sub("", word.lower), ())


@cache
def _table() -> dict[str, frozenset[str]]:
    """Returns what may come right after each participle of the table."""
    table = rows(Path(__file__).with_suffix(".tsv"))
    return {word: frozenset(after.split()) for words, after in table for word in words.split()}
