"""How much of a term is a noun phrase of a text?

C-value (Frantzi, Ananiadou and Mima 2000): longer and more frequent is better, less what is in longer phrases
only; times how much commoner its words are here than in everyday language (`Language.everyday`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from math import log, log2

from tmtool.languages.language import Language
from tmtool.terminology.phrases import Phrase

_EVERYDAY_FLOOR = 4.0
"""Uses in a million everyday words that a word not on the list is given."""
Key = tuple[str, ...]


def c_values(frequencies: Mapping[Key, int], whole: Mapping[Key, int]) -> dict[Key, float]:
    """Returns the C-value of each phrase that occurs so often, and so often by itself (`Phrase.whole`): log2(n + 1) for
    a phrase of n words, times its occurrences outside longer ones on average, times the share of those by itself."""
    longer: dict[Key, list[int]] = defaultdict(list)
    for key, frequency in frequencies.items():
        for size in range(1, len(key)):
            for start in range(len(key) - size + 1):
                part = key[start : start + size]
                if part in frequencies:
                    longer[part].append(frequency)
    values = {}
    for key, frequency in frequencies.items():
        nested = longer.get(key)
        own = frequency - sum(nested) / len(nested) if nested else frequency
        # What mostly is in one longer phrase ("rights council") is a part of that.
        if nested and max(nested) > 0.7 * frequency:
            own = min(own, frequency - max(nested))
        alone = whole.get(key, 0)
        values[key] = max(0.0, log2(len(key) + 1) * min(own, alone) * alone / frequency)
    return values


def contrasts(phrases: Iterable[Phrase], words: Counter[str], language: Language) -> dict[Key, float]:
    """Says how much commoner the words of each phrase are in the text than in everyday language, on average: the
    natural logarithm, at least 0.1. `words` counts the words of the text as keys have them."""
    everyday = language.everyday
    total = max(1, words.total())

    @cache
    def of_word(word: str) -> float:
        usual = max([_EVERYDAY_FLOOR, *(everyday.get(form, 0.0) for form in language.forms(word, ""))])
        return log((1e6 * words[word] / total + 1) / (usual + 1))

    return {phrase.key: max(0.1, sum(map(of_word, phrase.contents)) / len(phrase.contents)) for phrase in phrases}


def is_everyday(word: str, language: Language) -> bool:
    """Tells whether this is a word that people use every day, in any form."""
    return not language.everyday.keys().isdisjoint(language.forms(word, ""))
