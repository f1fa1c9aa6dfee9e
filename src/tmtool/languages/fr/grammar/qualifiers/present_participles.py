"""Has a present participle an ending that it cannot have: des mesures *visants* à, points *concernants* le budget?"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.words.declined_participles import is_declined
from tmtool.languages.fr.grammar.words.reading import Word

_GOVERNED = frozenset({"à", "de", "d'"})


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields such words, each with the word before it."""
    for place in range(1, len(words) - 1):
        word = words[place]
        if word.is_name or not word.joined or not words[place + 1].joined or not is_declined(word):
            continue
        if not words[place - 1].categories & {"N", "A"} or is_determiner(words[place - 1]):  # des aidants
            continue
        if is_determiner(words[place + 1]) or words[place + 1].lower in _GOVERNED:  # not la Partie dénonçante est
            yield word, words[place - 1]
