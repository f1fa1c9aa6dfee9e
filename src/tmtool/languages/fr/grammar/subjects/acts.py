"""Is the subject of a verb an act or a fact, and so a singular: *Adopter* ces textes permet, *le fait que* des ports
sont vides ne doit pas?"""

from __future__ import annotations

from tmtool.languages.fr.grammar.nouns.noun_chains import linked
from tmtool.languages.fr.grammar.subjects.clauses import JOINING, OTHER_CLAUSES, is_surely_finite, may_be_finite
from tmtool.languages.fr.grammar.subjects.subject_words import CLITICS
from tmtool.languages.fr.grammar.words.reading import QUE, Word, place_before, start_of_clause

_FACT = (("le", "fait"), ("l'", "idée"))
"""Words with which a fact opens that que tells."""


def is_an_act(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether the sentence of a verb opens with one infinitive and its objects, or with a fact and its clause,
    and has nothing else before the verb."""
    last, start = place_before(words, verb, CLITICS), start_of_clause(words, verb)
    if last <= start or not all(linked(word) for word in words[start + 1 : verb + 1]):
        return False
    if words[start].is_infinitive and words[start].categories == {"V"}:
        return not any(_is_of_another(words, at) for at in range(start + 1, last + 1))
    if tuple(word.lower for word in words[start : start + 2]) not in _FACT or words[start + 2].lower not in QUE:
        return False
    verbs = sum(is_surely_finite(words, at) for at in range(start + 3, last + 1))
    return verbs == 1 and not any(words[at].lower in OTHER_CLAUSES | JOINING for at in range(start + 3, last + 1))


def _is_of_another(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word opens another clause, joins, or may be a finite verb or a second infinitive."""
    word = words[place]
    return word.lower in OTHER_CLAUSES | JOINING or may_be_finite(words, place) or word.is_infinitive
