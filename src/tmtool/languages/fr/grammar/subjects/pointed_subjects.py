"""Is the subject of a verb a pronoun that points back, with what hangs on it: mais ceux de rougeole *diminuait*?"""

from __future__ import annotations

from tmtool.languages.fr.grammar.subjects.clause_openings import opens
from tmtool.languages.fr.grammar.subjects.subject_words import CLITICS
from tmtool.languages.fr.grammar.words.closed_words import AND_OR, OF_FORMS, RELATIVES
from tmtool.languages.fr.grammar.words.reading import POINTING, Word, place_before

_OTHERS = RELATIVES | AND_OR | {"auquel", "lequel", "laquelle"}
"""Words behind which another clause, or another subject, begins."""
_LONGEST = 8
"""Words between the pronoun and its verb at most."""


def pointed_out(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what the pronoun is that opens the clause of a verb, with a phrase with de right after it; nothing where
    something else may be the subject."""
    last = place_before(words, verb, CLITICS)
    for at in range(last, max(-1, last - _LONGEST), -1):
        word = words[at]
        if not words[at + 1].joined or word.lower in _OTHERS or word.is_finite_verb:
            return frozenset()
        if word.lower in POINTING:
            return (
                frozenset({POINTING[word.lower]})
                if words[at + 1].lower in OF_FORMS and opens(words, at)
                else frozenset()
            )
    return frozenset()
