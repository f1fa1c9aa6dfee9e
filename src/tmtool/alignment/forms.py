"""Which words of a dictionary may be the same word in another form, for a word that the dictionary does not have?

Alignment cuts words to six letters, which unites most forms of most languages. In Arabic a verb begins with other
letters in each person, and words are so short that their endings are not cut off: such a language names these letters
(`word_sets.tsv`). What is left is enough where it has three letters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tmtool.languages import language_of
from tmtool.languages.language import Language

FEWEST_LETTERS = 3

Forms = dict[str, list[str]]


def other_forms(words: Iterable[str], dictionary: frozenset[str], language: str) -> Forms:
    """Returns for words, as `tokens` makes them, the words of the dictionary that may be forms of the same."""
    known = language_of(language)
    if not known.word_set("form-ending"):
        return {}
    by_rest = _by_rest(dictionary, known)
    found = {
        word: list(dict.fromkeys(same for rest in _rests(word, known) for same in by_rest[rest])) for word in words
    }
    return {word: forms for word, forms in found.items() if forms}


@lru_cache(maxsize=8)
def _by_rest(dictionary: frozenset[str], known: Language) -> defaultdict[str, list[str]]:
    result: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(dictionary):
        for rest in _rests(word, known):
            result[rest].append(word)
    return result


def _rests(word: str, known: Language) -> Iterator[str]:
    """Yields what may be left of a word without the letters of its form: without its ending, and without its beginning
    as well."""
    endings, beginnings = known.word_set("form-ending"), known.word_set("form-beginning")
    bare = word
    for size in (2, 1):
        if word[-size:] in endings and len(word) - size >= FEWEST_LETTERS:
            bare = word[:-size]
            break
    if len(bare) >= FEWEST_LETTERS:
        yield bare
    if bare[:1] in beginnings and len(bare) > FEWEST_LETTERS:
        yield bare[1:]
