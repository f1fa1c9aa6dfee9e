"""What is a subject that comes right after its verb: la manière dont ont été tenus *les engagements*?

After dont, où and pronouns with a preposition (dans lequel) the subject of a passive may come last, and the participle
agrees with it all the same. The closed words are in ``inverted_subjects.tsv``.
"""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.fr.grammar.predicates.opening_verbs import possible_from
from tmtool.languages.fr.grammar.words.closed_words import NE_OR_SE
from tmtool.languages.fr.grammar.words.reading import ALL, PLURAL, SINGULAR, Word
from tmtool.languages.tables import word_sets

_FIGURE = re.compile(r"[ \u00a0\u202f]\d+[ \u00a0\u202f]")
_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))


def may_come_last(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether what comes right before a verb lets its subject come after it: dans lequel sont, auxquels ont."""
    if not verb or not words[verb].joined:
        return False
    before = words[verb - 1]
    if before.lower in NE_OR_SE and verb > 1 and before.joined:
        return may_come_last(words, verb - 1)
    if before.lower in _WORDS["inverting"] or before.lower in _WORDS["inverting contracted"]:
        return True
    governed = verb > 1 and before.joined and "PREP" in words[verb - 2].categories
    return governed and before.lower in _WORDS["inverting with a preposition"]


def subject_after(words: tuple[Word, ...], verb: int, participle: int) -> frozenset[str]:
    """Returns what the noun right after a participle is, where the finite verb at `verb` comes right after dont, où or
    the like; everything elsewhere."""
    if not may_come_last(words, verb) or participle + 1 >= len(words):
        return ALL
    article = words[participle + 1]
    if len(words[verb].persons) == 1 and words[verb].persons == {"3s"}:
        return _one_after(words, participle)
    if _FIGURE.fullmatch(article.before):  # sont prévues 11 consultations
        return article.agreement({"N"}) & PLURAL or ALL
    if participle + 2 >= len(words) or not article.joined or article.lower not in _WORDS["plural articles"]:
        return ALL
    return words[participle + 2].agreement({"N"}) & PLURAL or ALL


def _one_after(words: tuple[Word, ...], participle: int) -> frozenset[str]:
    """Returns what the noun in the singular right after a participle is: dont n'est pas *issue la personne*."""
    if participle + 2 >= len(words) or words[participle + 1].lower not in _WORDS["singular articles"]:
        return ALL
    return (possible_from(words, participle + 1) & SINGULAR if words[participle + 1].joined else ALL) or ALL
