"""Has a present participle an ending that it cannot have: des mesures *visants* à, les points *concernants* le budget?

Only forms that no lexicon has are looked at; what is an adjective, too (tendants et aboutissants), agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.languages.fr import lexicon
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.words.reading import Word

_GOVERNED = frozenset({"à", "de", "d'"})
_ENDING = re.compile(r"(?<=ant)(?:e|s|es)$")


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields such words, each with the word before it."""
    for place in range(1, len(words) - 1):
        word = words[place]
        if word.entries or word.is_name or not word.joined or not words[place + 1].joined:
            continue
        if not words[place - 1].categories & {"N", "A"} or is_determiner(words[place - 1]):  # des aidants
            continue
        if not (is_determiner(words[place + 1]) or words[place + 1].lower in _GOVERNED):  # la Partie dénonçante est
            continue
        base, found = _ENDING.subn("", word.lower)
        if found and any(entry.category == "V" and "G" in entry.features for entry in lexicon.entries(base)):
            yield word, words[place - 1]
