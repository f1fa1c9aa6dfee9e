"""Has an infinitive lost its preposition: a permis *former*, est appelée *élire*, l'honneur *transmettre*, en vue
*faciliter*, afin que *faciliter*?

Few verbs of French admit an infinitive right after them (souhaite participer), and fewer nouns and adjectives. After
all others it has de or à before it. The words are in ``bare_infinitives.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_after_be
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_have
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
"""The words of the table, by list."""
_BE_AND_HAVE = frozenset({"être", "avoir"})
_NEAR = 20
"""Words back in which a verb may be on which an infinitive hangs, with a noun between: laisser les États décider."""


def bare_infinitives(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each word with the infinitive right after it that it never has there."""
    for place in range(len(words) - 1):
        infinitive = words[place + 1]
        if not infinitive.is_infinitive or not infinitive.joined or infinitive.is_name:
            continue
        sure = infinitive.categories == {"V"} and not infinitive.persons
        if not sure and not (infinitive.lower in _BE_AND_HAVE and _goes_on(words, place + 2)):
            continue
        word = words[place]
        if word.is_name and place and word.joined:
            continue
        without = _is_verb_without(words, place) or _is_quality(words, place) or _ends_a_phrase(words, place)
        if without or (sure and (_is_noun(words, place) or word.lower in WORDS["qualities"])):
            yield word, infinitive


def _goes_on(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether être or avoir is a verb and no noun: a participle comes after it."""
    return place < len(words) and words[place].joined and words[place].is_participle


def _is_verb_without(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is a verb in its place, of those that have a preposition before their infinitive."""
    word, infinitive = words[place : place + 2]
    had = (
        word.is_participle and place > 0 and word.joined and is_have(words[place - 1]) and words[place - 1].text != "A"
    )
    if word.categories != {"V"} and not had:
        return False
    lemmas = {entry.lemma for entry in word.entries if entry.category == "V"}
    if not lemmas.isdisjoint(WORDS["with an infinitive"] | WORDS["naming"]):
        return False
    return infinitive.lower not in _BE_AND_HAVE or lemmas.isdisjoint(WORDS["before être and avoir"])


def _is_quality(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is an adjective or a participle after être: est prêt, sont appelés, est nécessaire."""
    word = words[place]
    if not (word.is_participle or "A" in word.categories <= {"A", "N"}) or word.persons & THIRD:
        return False
    lemmas = {entry.lemma for entry in word.entries}
    known = lemmas & (WORDS["with an infinitive"] | WORDS["before être and avoir"]) or word.lower.startswith("seul")
    return not known and word.categories != {"V"} and is_after_be(words, place)


def _ends_a_phrase(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a conjunction that has de before its infinitive ends here, or its que in place of that: *en vue*,
    *afin que*."""
    last = place - (words[place].lower in ("que", "qu'"))
    if last < 1 or not all(word.joined for word in words[last + 1 : place + 1]):
        return False
    phrase = f"{words[last - 1].lower}_{words[last].lower}"
    return (words[last].joined and phrase in WORDS["phrases"]) or words[last].lower in WORDS["conjunctions"]


def _is_noun(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is a noun with its determiner that has de or à before its infinitive, no verb before it on
    which that may hang."""
    word = words[place]
    if word.lower not in WORDS["nouns"] or place == 0 or not word.joined or not is_determiner(words[place - 1]):
        return False
    article = words[place - 1].lower
    if word.lower in WORDS["adverbial"] and (article in ("au", "du") or (place > 1 and words[place - 2].lower == "à")):
        return False
    before = words[max(0, place - _NEAR) : place - 1]
    return not any(entry.lemma in WORDS["causing"] for one in before for entry in one.entries if "V" in one.categories)
