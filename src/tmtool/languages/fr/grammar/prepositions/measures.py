"""Has a quantity de and no article before a noun that nothing defines, and a part its article: un certain nombre *des*
questions, trois tonnes *du* riz, la moitié *de* villages?

Such words may mean some of those that are known (beaucoup des villages visités): told is where nothing defines the noun
and the English beside it has no of the. The words are in ``measures.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.predicates.compound_verbs import is_have
from tmtool.languages.fr.grammar.words.closed_words import NE_OR_SE
from tmtool.languages.fr.grammar.words.elision_and_contraction import begins_with_vowel
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_OF_THE = re.compile(
    r"\b(?:many|much|few|fewer|lots?|number|series|multitude|handful|dozens?|hundreds?|thousands|millions|tons?|tonnes?|litres?"
    r"|some|most|any|more|less|little|enough|quantity|group|one|several|all|scores?|both|each|none) of "
    r"(?:the|these|those|its|their|our|his|her|them|all)\b"
)

Found = tuple[Word, Word, str]
"""The first and the last word that are wrong, and what is right."""


def mismeasured(words: tuple[Word, ...], source: str) -> Iterator[Found]:
    """Yields each quantity with an article before its noun, and each part without, in order."""
    known = bool(_OF_THE.search(source.lower())) or not source
    for place in range(len(words) - 2):
        found = _part(words, place) or (None if known else _quantity(words, place))
        if found is not None:
            yield found


def _part(words: tuple[Word, ...], place: int) -> Found | None:
    """Tells of la moitié *de* villages."""
    part, of, noun = words[place : place + 3]
    if part.lower not in _WORDS["parts"] or of.lower not in ("de", "d'") or not (of.joined and noun.joined):
        return None
    the = place > 0 and words[place - 1].lower == "la" and part.joined
    plural = noun.categories == {"N"} and noun.agreement({"N"}) <= PLURAL and not noun.is_name
    verb = place + 3 < len(words) and words[place + 3].joined and _is_verb(words[place + 3])  # dont la moitié de femmes
    return (part, noun, f"{part.text} des {noun.text}") if the and plural and verb else None


def _quantity(words: tuple[Word, ...], place: int) -> Found | None:
    """Tells of beaucoup *des* villages ont, un certain nombre *des* questions, trois tonnes *du* riz."""
    word, of = words[place], words[place + 1]
    if not of.joined or not _is_quantity(words, place):
        return None
    at = place + 2
    if of.lower == "de" and words[at].lower in ("la", "l'") and at + 1 < len(words) and words[at].joined:
        at += 1
        wanted = SINGULAR
    elif of.lower in ("du", "des"):
        wanted = PLURAL if of.lower == "des" else SINGULAR
    else:
        return None
    noun = words[at]
    plain = "N" in noun.categories and not noun.is_name and noun.joined and noun.agreement({"N"}) <= wanted
    if not plain or noun.lower in _WORDS["not of things"] or not _ends(words, at):
        return None
    right = f"d’{noun.text}" if begins_with_vowel(noun) else f"de {noun.text}"
    return word, noun, f"{word.text} {right}"


def _is_quantity(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word says how many, and belongs to no verb."""
    word = words[place]
    before = words[place - 1] if place and word.joined else None
    if word.lower in _WORDS["adverbs"]:
        return before is None or is_have(before) or before.is_finite_verb or before.lower == "combien"
    if before is None:
        return False
    if word.lower in _WORDS["amounts"]:
        return before.lower in _WORDS["before an amount"]
    return word.lower in _WORDS["many amounts"] and before.lower in _WORDS["before many"]


def _ends(words: tuple[Word, ...], noun: int) -> bool:
    """Tells whether nothing defines a noun: a verb or a mark comes right after it."""
    if noun + 1 == len(words):
        return True
    after = words[noun + 1]
    if not after.joined:
        return "(" not in after.before
    return after.lower in _WORDS["after"] or _is_verb(after)


def _is_verb(word: Word) -> bool:
    """Tells whether a word is a finite verb and nothing else, or comes right before one."""
    finite = word.is_finite_or_auxiliary and not word.is_participle
    return finite or word.lower in NE_OR_SE
