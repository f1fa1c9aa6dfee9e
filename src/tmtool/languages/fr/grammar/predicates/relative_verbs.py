"""Which verbs of qui may have a subject of the other number, which only the sense tells: les documents du Groupe qui
*traite*, les rapports de la Commission qui *figurent*?

Where verbs.py knows the number of what qui takes up, it says so itself. Here nouns of both numbers come before qui, and
who knows what the sentence says in another language may choose between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tmtool.languages.fr.grammar.nouns.noun_chains import chain, linked
from tmtool.languages.fr.grammar.predicates.sure_verbs import is_verb
from tmtool.languages.fr.grammar.subjects.subject_words import CLITICS, MANY_IN_ONE
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, THIRD, Word, place_before


@dataclass(frozen=True, slots=True)
class OpenVerb:
    """An `OpenVerb` is the finite verb of a qui, whether it is a plural, and the nouns before that have its number, and
    the other number only, the nearest first."""

    pronoun: Word
    verb: Word
    is_plural: bool
    own: tuple[Word, ...]
    others: tuple[Word, ...]


def open_verbs(words: tuple[Word, ...]) -> Iterator[OpenVerb]:
    """Yields the verbs of qui before which a noun of the other number comes, in order."""
    for place, word in enumerate(words):
        persons = word.persons & THIRD
        if len(persons) != 1:
            continue
        pronoun = place_before(words, place, CLITICS)
        if pronoun < 1 or words[pronoun].lower != "qui" or not words[pronoun + 1].joined or not is_verb(words, place):
            continue
        if words[pronoun].mark not in ("", ","):
            continue
        is_plural = persons == {"3p"}
        found = chain(words, pronoun - 1)
        heads = found.heads
        if found.several or (found.start and not linked(words[found.start])):
            continue
        if not is_plural and any(words[head.place].lower in MANY_IN_ONE for head in heads):
            continue
        number = SINGULAR if is_plural else PLURAL
        others = tuple(words[head.place] for head in heads if head.possible <= number)
        own = tuple(words[head.place] for head in heads if not head.possible <= number)
        if others:
            yield OpenVerb(words[pronoun], word, is_plural, own, others)
