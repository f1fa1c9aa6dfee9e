"""Does the participle of a second infinitive être agree with that of the first, which hangs on the same verb: les
candidatures doivent être déposées par écrit et être *appuyés* par deux délégations?

Where the first infinitive has no participle, the subject of the verb tells it: toute proposition doit parvenir au
secrétariat et être *accompagné* d'un exposé. The words are in ``second_infinitives.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.predicates.compound_verbs import after_adverbs, is_only_participle
from tmtool.languages.fr.grammar.predicates.participle_disagreement import Disagreement
from tmtool.languages.fr.grammar.subjects.clauses import opening_noun
from tmtool.languages.fr.grammar.subjects.subjects import subject
from tmtool.languages.fr.grammar.words.reading import ALL, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_FARTHEST = 40
"""Words back to the verb at most."""


def disagreements(words: tuple[Word, ...]) -> Iterator[Disagreement]:
    """Yields the participles after et être that agree neither with the first one nor with the subject of both."""
    for place in range(2, len(words) - 1):
        if words[place].lower != "être" or not words[place].joined or words[place - 1].lower not in _WORDS["joints"]:
            continue
        at = after_adverbs(words, place + 1)
        word = words[at]
        if not word.joined or not is_only_participle(word) or word.is_name:
            continue
        verb, first = _governing(words, place - 1)
        if verb < 0:
            continue
        wanted = words[first].agreement() if first > 0 else subject(words, verb) or opening_noun(words, verb) or ALL
        if wanted and not wanted & word.agreement():
            yield Disagreement(words[place], word)


def _governing(words: tuple[Word, ...], joint: int) -> tuple[int, int]:
    """Returns the places of the modal verb before a joint and of the participle right after its être, 0 for none; -1
    for both where another verb or clause comes between, or another infinitive that être may be joined to."""
    for at in range(joint - 1, max(-1, joint - _FARTHEST), -1):
        word = words[at]
        if word.lower in _WORDS["modal"]:
            return _first(words, at, joint)
        finite = word.categories == {"V"} and word.persons and not word.is_participle
        if finite or word.lower in _WORDS["openers"] or words[at + 1].opens_clause:
            return -1, -1
    return -1, -1


def _first(words: tuple[Word, ...], verb: int, joint: int) -> tuple[int, int]:
    """Returns the place of a modal verb and that of the participle after its infinitive être, 0 where it has another
    infinitive; -1 for both where infinitives besides are there."""
    verbs = (at for at in range(verb + 1, joint) if words[at].categories <= {"V", "N"})
    infinitives = [at for at in verbs if words[at].is_infinitive]
    if len(infinitives) != 1 or (verb and words[verb - 1].lower in _WORDS["impersonal"]):
        return -1, -1
    if words[infinitives[0]].lower != "être":
        return verb, 0
    at = after_adverbs(words, infinitives[0] + 1)
    return (verb, at) if at < joint and is_only_participle(words[at]) else (-1, -1)
