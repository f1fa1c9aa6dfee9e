"""Does que stand for what the clause after it says again: la condition, qu'il estime qu'elle préjuge le statut?

A relative clause may hang on what somebody holds (dont il estime qu'elle préjuge le statut); its own clause then takes
the noun up by a pronoun, and only dont can stand before both.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.words.closed_words import SUBJECT_PRONOUNS
from tmtool.languages.fr.grammar.words.reading import QUE, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_OPINIONS = _WORDS["opinions"]


def taken_up_twice(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each que, right after a noun and a comma, whose clause is an opinion on a pronoun, with that pronoun: no
    other que may come before in the sentence, which could have opened a clause that this one goes on with."""
    for place in range(1, len(words) - 4):
        if words[place].lower not in QUE or words[place].before != ", ":
            continue
        subject, verb, que, again = words[place + 1 : place + 5]
        holds = any(entry.category == "V" and entry.lemma in _OPINIONS for entry in verb.entries)
        if (
            subject.lower in SUBJECT_PRONOUNS
            and holds
            and verb.persons & THIRD
            and que.lower in QUE
            and again.lower in SUBJECT_PRONOUNS - {"on"}
            and all(word.joined for word in (subject, verb, que, again))
            and words[place - 1].categories <= {"N", "A"}
            and not _has_clause(words, place)
        ):
            yield words[place], again


def _has_clause(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether another que comes before in the sentence."""
    for at in range(place - 1, -1, -1):
        if words[at].lower in QUE:
            return True
        if words[at + 1].opens_clause:
            return False
    return False
