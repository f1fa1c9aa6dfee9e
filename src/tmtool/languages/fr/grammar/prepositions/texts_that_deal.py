"""Has traiter an object without de where a text is its subject: l’article 11, qui *traite la* liberté de transit?

The words are in ``texts_that_deal.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import DEFINITE, is_determiner
from tmtool.languages.fr.grammar.prepositions.governed import Misgoverned
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_FARTHEST = 14
"""Words back from qui to the text that it takes up, at most."""


def without_of(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields each form of traiter that has no de before what a text is about."""
    for place in range(1, len(words) - 2):
        word, article, noun = words[place : place + 3]
        if not any(entry.lemma == "traiter" for entry in word.entries) or not word.persons & THIRD:
            continue
        about = article.joined and article.lower in DEFINITE and noun.joined and "N" in noun.categories
        if about and noun.lower not in _WORDS["treated"] and not noun.is_name and _is_of_a_text(words, place):
            yield Misgoverned(word, word, article, "de")


def _is_of_a_text(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether the subject of a verb is a text: qui after one, or the noun that opens the sentence."""
    subject = words[verb - 1]
    if subject.lower == "qui" and words[verb].joined:
        if subject.joined:
            return words[verb - 2].lower in _WORDS["texts"]
        return subject.before.endswith(", ") and _nearest(words, verb - 2) in _WORDS["texts"]
    opener = verb - 1
    while opener > 0 and not words[opener].opens_clause:
        if words[opener].mark or words[opener].is_finite_verb:
            return False
        opener -= 1
    return is_determiner(words[opener]) and words[opener + 1].lower in _WORDS["texts"]


def _nearest(words: tuple[Word, ...], last: int) -> str:
    """Returns the head of the group of nouns that ends at a place: l’*article* 11 de l’Accord sur les échanges."""
    head = ""
    for at in range(last, max(0, last - _FARTHEST), -1):
        word, before = words[at], words[at - 1]
        if is_determiner(before) and "N" in word.categories:
            head = word.lower
            if at < 2 or not words[at - 1].joined or "PREP" not in words[at - 2].categories | before.categories:
                return head
        if word.is_finite_verb:
            return head
    return head
