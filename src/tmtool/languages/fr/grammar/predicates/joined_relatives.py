"""Do the participles of two relative clauses with qui that et joins agree with each other: des réponses, qui avaient
été demandées en mai et qui sont *résumés* dans la note?

Both go back to the same noun, so that none has to be found. Read are sentences with two qui alone whose verbs have one
number.
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.fr.grammar.predicates.being import auxiliary_at
from tmtool.languages.fr.grammar.predicates.compound_verbs import after_adverbs, is_only_participle
from tmtool.languages.fr.grammar.predicates.participle_disagreement import Disagreement
from tmtool.languages.fr.grammar.subjects.subject_words import CLITICS
from tmtool.languages.fr.grammar.words.reading import Word

_QUI = "qui"
_LONGEST = 5
"""Words of a passive at most, from qui to its participle."""


def disagreements(words: tuple[Word, ...]) -> Iterator[Disagreement]:
    """Yields each second participle that does not agree with the first one."""
    for place in range(2, len(words) - 2):
        if words[place].lower != _QUI or words[place - 1].lower != "et" or not words[place].joined:
            continue
        first = _only_one_before(words, place - 1)
        one, two = (_participle(words, first), _participle(words, place)) if first else (None, None)
        if one is None or two is None:
            continue
        (number, participle), (other_number, other) = one, two
        same = number == other_number and not words[participle].agreement() & words[other].agreement()
        if same:
            yield Disagreement(words[place + 1], words[other])


def _only_one_before(words: tuple[Word, ...], joint: int) -> int:
    """Returns the place of the only qui before a joint in its sentence; 0 for none, or several."""
    found = 0
    for at in range(joint - 1, 0, -1):
        if words[at].lower == _QUI:
            if found:
                return 0
            found = at
        if words[at].opens_clause:
            break
    return found


def _participle(words: tuple[Word, ...], qui: int) -> tuple[str, int] | None:
    """Returns the number of the passive right after qui and the place of its participle, None for another verb."""
    for last in range(qui + 1, min(len(words) - 1, qui + _LONGEST)):
        auxiliary = auxiliary_at(words, last)
        if auxiliary is None or not auxiliary.number:
            continue
        at = after_adverbs(words, last + 1)
        between = words[qui + 1 : auxiliary.verb]
        plain = all(word.lower in CLITICS for word in between) and all(one.joined for one in words[qui + 1 : at + 1])
        reflexive = any(word.lower in ("se", "s'") for word in between)
        if plain and not reflexive and is_only_participle(words[at]):
            return auxiliary.number, at
    return None
