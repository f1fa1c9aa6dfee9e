"""Where does a group of nouns end before the time and the place that are named after it: la visite *effectuée au Malawi
en mars*? The months are in ``adjuncts.tsv``."""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.country_names import country_kinds
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

MONTHS = word_sets(Path(__file__).with_suffix(".tsv"))["months"]
_DAY = re.compile(r"[ \u00a0\u202f](?:1er|1ᵉʳ|\d{1,2})[ \u00a0\u202f]")
_DAYS = frozenset({"le", "les", "du", "au", "et"})
"""Words before the days of a month: le 3 mai, du 3 au 5 mai, les 3 et 4 mai."""


def names_a_place(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether this is a name with the preposition of the place where something is: à Genève, en Colombie, au
    Malawi."""
    if not at or not words[at].is_name or not words[at].joined:
        return False
    link = words[at - 1].lower
    return link in ("à", "en") or (link in ("au", "aux") and words[at].text in country_kinds())


def before_adjuncts(words: tuple[Word, ...], end: int) -> int:
    """Returns the place of the last word of a group of nouns, if what ends at `end` is a time or a place after it, with
    the participle that these belong to; else `end`."""
    at = end
    while at > 1 and (length := _adjunct(words, at)):
        at -= length
    if at == end or at < 1 or not all(word.joined or word.mark.isdigit() for word in words[at : end + 1]):
        return end
    word, before = words[at], words[at - 1]
    own = word.is_participle and word.categories <= {"A", "V"} and bool(word.agreement() & before.agreement())
    return at - 1 if own else at


def _adjunct(words: tuple[Word, ...], at: int) -> int:
    """Returns how many words the time or the place takes that ends here, 0 for none."""
    if names_a_place(words, at):
        return 2
    if words[at].lower not in MONTHS:
        return 0
    if words[at - 1].lower == "en" and words[at].joined:
        return 2
    if not _DAY.fullmatch(words[at].before):
        return 0
    length = 1
    while at - length > 0 and words[at - length].lower in _DAYS:
        length += 1
        if words[at - length + 1].lower in ("le", "les", "du"):
            break
    return length if length > 1 else 0
