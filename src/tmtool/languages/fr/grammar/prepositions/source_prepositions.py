"""Has a noun another preposition than it goes with, where the English noun beside it shows what goes with it: access to
water, l'accès *de* l'eau?

In French alone de may say whose it is (l'accès des femmes); but where English has its preposition right after the noun,
French has its own somewhere after it. The nouns are in ``english_nouns.tsv``, from the grammar of both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from tmtool.languages.fr.grammar.nouns.noun_groups import is_numeral
from tmtool.languages.fr.grammar.prepositions.complement_rules import PHRASES, is_modifier
from tmtool.languages.fr.grammar.prepositions.governed import WORDS, Misgoverned
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS, TO_FORMS
from tmtool.languages.fr.grammar.words.lexical_forms import form
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import rows, word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_FORMS = {"à": TO_FORMS, "de": OF_FORMS}
_WRONG = OF_FORMS | TO_FORMS | {"sur", "pour", "dans"}
_DEGREES = _WORDS["degrees"]
_TAKEN_UP = _WORDS["taken up"]
_KEPT = PHRASES["adverbial"] | PHRASES["adverbial with de"] | WORDS["times"]


class _Row(NamedTuple):
    """A `_Row` is how English says it, and the forms of the prepositions that French has."""

    english: re.Pattern[str]
    right: str
    forms: frozenset[str]


@cache
def _rows() -> dict[str, _Row]:
    found: dict[str, _Row] = {}
    for noun, english, prepositions, right in rows(Path(__file__).with_name("english_nouns.tsv")):
        said = re.compile(
            rf"\b(?:{'|'.join(english.split())})s? (?:{'|'.join(prepositions.split())}) (?!which\b|whom\b)"
        )
        forms = frozenset[str]().union(*(_FORMS.get(one, frozenset({one})) for one in right.split()))
        found[noun] = _Row(said, right.split()[0], forms)
    return found


@lru_cache(maxsize=32768)
def _noun(lower: str) -> str:
    """Returns the noun of the table that a written form is of; "" for none."""
    lemmas = (entry.lemma for entry in form(lower).entries if entry.category == "N")
    return next((lemma for lemma in lemmas if lemma in _rows()), "")


def unlike_source(words: tuple[Word, ...], source: str) -> Iterator[Misgoverned]:
    """Yields each noun with the wrong preposition after it, with the one that it goes with."""
    nouns = [(place, noun) for place, word in enumerate(words) if (noun := _noun(word.lower))]
    times = Counter(noun for _, noun in nouns)

    @cache
    def is_all_said(noun: str) -> bool:
        """Tells whether the source has its preposition right after the noun as often as the noun is here."""
        return times[noun] <= len(_rows()[noun].english.findall(source.lower()))

    for place, noun in nouns:
        row = _rows()[noun]
        if place > 1 and words[place - 2].lower in _DEGREES and words[place - 1].lower in OF_FORMS:
            continue
        at = place + 1
        while at < len(words) and words[at].joined and (is_modifier(words[at]) or words[at].categories == {"A"}):
            if words[at].lower in row.forms:
                break
            at += 1
        if at + 1 >= len(words) or words[at].lower not in _WRONG - row.forms or not words[at].joined:
            continue
        if is_all_said(noun) and not _goes_on(words, at, row.forms):
            yield Misgoverned(words[place], words[place], words[at], row.right)


def _goes_on(words: tuple[Word, ...], at: int, forms: frozenset[str]) -> bool:
    """Tells whether the right preposition may come in the same sentence, or no thing comes after the wrong one."""
    for other in range(at + 1, min(at + 3, len(words))):
        if (
            not words[other].joined
            or words[other].is_infinitive
            or (words[other].lower in _KEPT and not (is_numeral(words[other]) or words[other].form.is_auxiliary))
        ):
            return True
    start = at
    while start > 0 and not words[start].opens_clause:
        start -= 1
    end = at + 1
    while end < len(words) and not words[end].opens_clause:
        if words[end].lower in forms:
            return True
        end += 1
    return any(word.lower in _TAKEN_UP for word in words[start:end])
