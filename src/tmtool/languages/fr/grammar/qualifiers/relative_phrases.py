"""Does the pronoun of a relative clause that opens with a phrase agree with any noun before it: les débats, au cours
*desquels*?

The phrase has a noun of its own (au cours, à l'issue, en vertu), so that the noun right before the pronoun tells
nothing. Where nothing before the phrase in its sentence has the gender and number of the pronoun, no noun has to be
found.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.antecedents import named_before
from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.near_antecedents import has_none_near
from tmtool.languages.fr.grammar.nouns.noun_chains import chain
from tmtool.languages.fr.grammar.nouns.possible_antecedents import possible_antecedents
from tmtool.languages.fr.grammar.nouns.sentence_nouns import may_be_of
from tmtool.languages.fr.grammar.qualifiers.relative_pronouns import differs_from_nearest
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_CONTRACTED = {"duquel": "ms", "desquels": "mp", "desquelles": "fp"}
_AFTER_DE = {"laquelle": "fs"}
_COMPARING = frozenset({"comme", "à", "et", "ou"})
"""Words before a group of nouns that hangs on what comes before it."""
_NEW = _WORDS["new"]
_ADVERBS = _WORDS["adverbs"]
_LONGEST = 3
"""Words of such a phrase at most: dans le cadre."""


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the pronouns that agree with nothing before their phrase in the sentence, each with the word before
    that."""
    for place, word in enumerate(words):
        wanted = _CONTRACTED.get(word.lower)
        last = place - 1
        if wanted is None and place and words[last].lower == "de":
            wanted, last = _AFTER_DE.get(word.lower), place - 2
        if wanted is None or not all(one.joined for one in words[max(0, last + 1) : place + 1]):
            continue
        first = _opening(words, last)
        if first <= 0 or words[first].before not in (" ", ", "):
            continue
        nouns = possible_antecedents(words, first)
        differs = bool(nouns) and not may_be_of(frozenset({wanted}), nouns)
        if (
            differs
            or wanted not in named_before(words, first)
            or _differs_from_nearest(words, first, wanted)
            or _differs_from_object(words, first, wanted)
            or has_none_near(words, first, frozenset({wanted}))
        ):
            yield word, words[first - 1]


def _differs_from_nearest(words: tuple[Word, ...], first: int, wanted: str) -> bool:
    """Tells whether a group of nouns with its determiner comes right before a phrase, of which none agrees: les
    questions au sujet *desquels*."""
    found = chain(words, first - 1)
    if not words[first].joined or not found.heads or found.several or not found.determined:
        return False
    before = words[found.start - 1] if found.start else None
    if before is not None and (before.lower in _COMPARING or before.categories & {"N", "A"} or before.is_participle):
        return False
    return not any(head.is_bare for head in found.heads) and wanted not in found.possible


def _differs_from_object(words: tuple[Word, ...], first: int, wanted: str) -> bool:
    """Tells whether a phrase after a comma differs from the object of the verb right before it, with no noun named for
    the first time before that, to which it may go back: Il a tenu deux réunions, au cours *desquels*; not Un atelier a
    réuni 40 femmes, au cours duquel."""
    if words[first].before != ", " or not differs_from_nearest(words, first, frozenset({wanted})):
        return False
    start = chain(words, first - 1).start
    return start > 1 and not any(word.lower in _NEW for word in words[:start])


def _opening(words: tuple[Word, ...], noun: int) -> int:
    """Returns the place of the preposition with which a phrase of this noun opens, -1 for none."""
    if noun > 0 and words[noun].lower in _ADVERBS:
        return noun
    if noun < 1 or "N" not in words[noun].categories:
        return -1
    for at in range(noun - 1, max(-1, noun - _LONGEST), -1):
        if not words[at + 1].joined:
            return -1
        if words[at].categories & {"PREP", "PREPDET"} and words[at].lower not in OF_FORMS:
            return at
        if words[at].lower not in determiners() and words[at].lower != "l'":
            return -1
    return -1
