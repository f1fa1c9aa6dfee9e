"""Does the pronoun that opens a sentence agree with anything in the paragraph before it: Le présent document remplace
le document C/120. *Elle* tient compte des observations?

Where no noun before has its gender and number, the noun that is meant need not be found. The words are in
``opening_pronouns.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.adjuncts import MONTHS
from tmtool.languages.fr.grammar.nouns.antecedents import together
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.words.closed_words import NE_OR_SE, OBJECT_CLITICS, OTHER_CLITICS
from tmtool.languages.fr.grammar.words.reading import ALL, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_PRONOUNS = {"il": "ms", "elle": "fs"}
_CLITICS = NE_OR_SE | OBJECT_CLITICS | OTHER_CLITICS


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the pronouns that open a sentence and agree with nothing before, each with the first noun of the
    paragraph."""
    for place in range(3, len(words) - 1):
        wanted = _PRONOUNS.get(words[place].lower)
        if wanted is None or not words[place].is_name or not words[place].before.endswith(". "):
            continue
        if not is_determiner(words[0]) or _first_noun(words, place).lower not in _WORDS["texts"]:
            continue
        if any(word.mark == "." for word in words[1:place]):
            continue
        if wanted == "ms" and not _has_somebody(words, place + 1):
            continue
        named = together(words, (at for at in range(place) if not _names_nothing(words, at)))
        if named and named != ALL and wanted not in named:
            yield words[place], _first_noun(words, place)


def _first_noun(words: tuple[Word, ...], end: int) -> Word:
    """Returns the noun that opens the paragraph: Le présent *document*."""
    for at in range(1, end):
        if "N" in words[at].categories and not (words[at + 1].joined and "N" in words[at + 1].categories):
            return words[at]
    return words[1]


def _has_somebody(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a verb comes here that always has a subject that does something: il *contient*, not il convient."""
    while place < len(words) - 1 and words[place].lower in _CLITICS:
        place += 1
    lemmas = {entry.lemma for entry in words[place].entries if entry.category == "V"}
    return bool(words[place].persons & THIRD) and bool(lemmas & _WORDS["never impersonal"])


def _names_nothing(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a word is a month, a pronoun for what is named, or letters of the symbol of a document: C/120/1."""
    if words[at].lower in MONTHS or words[at].lower in _CLITICS:
        return True
    after = words[at + 1].before if at + 1 < len(words) else ""
    return after.startswith("/") or words[at].before.endswith("/")
