"""What is a subject that singles out some of several: aucune de ces questions, l'une des Parties, 19 d'entre elles?

The pronoun tells the gender, and a numeral that of the nouns which de brings. The pronouns are in
``singled_out.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_chains import chain
from tmtool.languages.fr.grammar.nouns.noun_groups import is_numeral
from tmtool.languages.fr.grammar.subjects.clause_openings import opens
from tmtool.languages.fr.grammar.subjects.counted_subjects import PERSONS
from tmtool.languages.fr.grammar.subjects.subject_words import CLITICS
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS
from tmtool.languages.fr.grammar.words.reading import ALL, PLURAL, Word, place_before
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_SOME = {word: frozenset((agreement,)) for agreement in sorted(ALL) for word in _WORDS[agreement]}
_THEM = {"elles": frozenset({"fp"}), "eux": frozenset({"mp"})}
_SHORTEST = 3
"""Words of d'entre elles."""


def singled_out(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what such a subject right before a verb can be of "ms", "mp", "fs", "fp"; empty for another one."""
    place = place_before(words, verb, CLITICS)
    if place < _SHORTEST - 1 or not words[place + 1].joined:
        return frozenset()
    them = _THEM.get(words[place].lower)
    if them is not None:
        of = place - _SHORTEST + 1
        if [word.lower for word in words[of:place]] != ["d'", "entre"]:
            return frozenset()
        counted = words[of].before.strip(" \u00a0\u202f").isdigit()
        return them if counted else _of_some(words, of, them)
    found = chain(words, place)
    if not found.heads or found.several or words[found.start].lower not in OF_FORMS or not words[found.start].joined:
        return frozenset()
    last = found.heads[-1]
    plurals = last.possible & PLURAL
    return _of_some(words, found.start, PLURAL if words[last.place].lower in PERSONS else plurals)


def _of_some(words: tuple[Word, ...], of: int, plurals: frozenset[str]) -> frozenset[str]:
    """Returns what the pronoun or the numeral right before de is, if it opens a clause; `plurals` for a numeral."""
    if not of or not words[of].joined:
        return frozenset()
    some = of - 1
    first = some - (some > 0 and words[some - 1].lower == "l'" and words[some].joined)
    if not opens(words, first):
        return frozenset()
    return _SOME.get(words[some].lower, plurals if is_numeral(words[some]) else frozenset())
