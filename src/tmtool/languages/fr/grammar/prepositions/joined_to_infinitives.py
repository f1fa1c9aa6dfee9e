"""Is a verb joined by et to an infinitive with de or à an infinitive too, where the English has two: a décidé de revoir
le texte et *demande* un devis, a pour objet d'inspecter les cellules et *recueillant* des preuves?

The English is asked since French alone may go on with another finite verb. From the grammar of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_have
from tmtool.languages.fr.grammar.words.closed_words import OBJECT_CLITICS, OTHER_CLITICS, SE
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_AND_TO = re.compile(
    r"\band to (?!the\b|an?\b|all\b|any\b|its\b|their\b|other|those\b|this\b|that\b|these\b|each\b|such\b|\d)[a-z]+",
)
_CLITICS = SE | OBJECT_CLITICS | OTHER_CLITICS
_BEFORE = {"de": "de", "d'": "de", "à": "à"}
_OTHERS = _WORDS["other clauses"]
_FARTHEST = 25
"""Words back from et to the first infinitive at most."""


class Unlike(NamedTuple):
    """An `Unlike` is the word on which the infinitives hang, its preposition, and the word that should be one."""

    verb: Word
    right: str
    wrong: Word


def unlike(words: tuple[Word, ...], source: str) -> Iterator[Unlike]:
    """Yields the finite verbs and present participles that et joins to an infinitive, and that `source` has with to."""
    if not _AND_TO.search(source):
        return
    joints = [at for at in range(3, len(words) - 1) if words[at].lower == "et" and words[at + 1].joined]
    for joint in joints:
        at = joint + 1
        while at < len(words) - 1 and words[at].lower in _CLITICS and words[at + 1].joined:
            at += 1
        if words[at].is_infinitive or words[at].lower in _BEFORE:
            return  # a second infinitive, of which the English may be speaking
    for joint in joints:
        verb = words[joint + 1]
        finite = verb.persons & THIRD and not verb.is_participle and verb.categories <= {"A", "N", "V"}
        if not words[joint].joined or not (finite or verb.is_present_participle) or is_auxiliary(verb):
            continue
        first = _first(words, joint)
        goes_on = joint + 2 < len(words) and words[joint + 2].joined
        if first > 0 and goes_on and (is_determiner(words[joint + 2]) or words[joint + 2].lower in ("à", "que", "qu'")):
            governing = _governing(words, first - 1)
            if governing is not None:
                yield Unlike(governing, _BEFORE[words[first].lower], verb)


def _first(words: tuple[Word, ...], joint: int) -> int:
    """Returns the place of the de or à of the last infinitive before a joint, no other clause between; 0 for none."""
    for at in range(joint - 1, max(0, joint - _FARTHEST), -1):
        word = words[at]
        if word.lower in _OTHERS or words[at + 1].opens_clause or (word.categories == {"V"} and word.persons & THIRD):
            return 0
        if word.is_infinitive and word.categories == {"V"}:
            while words[at - 1].lower in _CLITICS and words[at].joined and at > 1:
                at -= 1
            return at - 1 if words[at - 1].lower in _BEFORE and words[at].joined else 0
    return 0


def _governing(words: tuple[Word, ...], last: int) -> Word | None:
    """Returns the participle after avoir on which the infinitives hang, or the noun of avoir pour objet, right before
    them; None for any other word, with which a second finite verb might go on."""
    word = words[last]
    if word.is_participle and last and is_have(words[last - 1]) and words[last].joined:
        return word
    aimed = (
        last > 1 and words[last - 1].lower == "pour" and any(one.lemma == "avoir" for one in words[last - 2].entries)
    )
    return word if aimed and "N" in word.categories else None
