"""Which words govern a preposition (``government.tsv``: bénéficier de, consentir à), and what may come after them or
before them?
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.words.closed_words import NE, OF_FORMS, OTHER_CLITICS, SE, SUBJECT_PRONOUNS, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import Word, first_joined
from tmtool.languages.tables import word_sets

WORDS = word_sets(Path(__file__).with_name("government.tsv"))
OF, TO = frozenset({"de", "d'"}), frozenset({"à"})
LOST_BEFORE = WORDS["articles"]
ARTICLES = LOST_BEFORE | WORDS["owners"]
AHEAD = 8
"""Words ahead in which the object begins where another phrase is between."""
_NO_OBJECTS = WORDS["phrases"] | WORDS["times"] | WORDS["ends"]
_BEFORE_ENDS = frozenset({"la", "le", "l'", "cet", "une"})
_BEFORE_INFINITIVE = frozenset({"pour", "de", "d'", "à", "sans"})
_BEFORE_SUBJECT = OF_FORMS - {"d'"} | TO_FORMS
"""Words that open a complement at the head of a clause, with its subject after the verb."""
_BETWEEN = NE | OTHER_CLITICS
"""Words between such a pronoun and its verb."""
_NO_ARTICLES = NE | SE | {"y", "en", "lui", "pas"}
"""Words before an infinitive that no noun has before it."""
_INVERTING, _CAUSATIVE = 8, 3
"""Words back in which a relative pronoun, and faire or laisser, let the subject come after its verb."""


@dataclass(frozen=True, slots=True)
class Misgoverned:
    """A `Misgoverned` is the stretch from `first` to `last` in which a verb has not the preposition `right`, or a
    relative pronoun is not `right`; `verb` is that verb."""

    verb: Word
    first: Word
    last: Word
    right: str


def next_word(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the next word, where a word of an object follows it in turn: no figure, no phrase of time."""
    if place + 2 >= len(words) or not words[place + 1].joined or not words[place + 2].joined:
        return None
    at = place + 2 + (words[place + 2].lower in _BEFORE_ENDS)
    return words[place + 1] if at < len(words) and words[at].lower not in _NO_OBJECTS else None


def infinitive_after(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an infinitive comes, pronouns between: de le faire."""
    while place + 1 < len(words) and words[place].joined and words[place].lower in WORDS["clitics"]:
        place += 1
    if place + 1 < len(words) and words[place].lower == "être":  # not the noun: d'être liés
        return words[place + 1].joined and words[place + 1].is_participle
    if place >= len(words) or not words[place].joined or words[place].lower == "partir":  # choisi à partir de la liste
        return False
    return is_infinitive(words, place) or (
        words[place - 1].lower in _NO_ARTICLES and words[place].is_infinitive and not words[place].is_name
    )


def is_infinitive(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this word can be nothing but an infinitive."""
    word = words[place]
    return word.is_infinitive and word.categories == {"V"} and not word.persons and not word.is_name


def is_verb_here(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word is a finite verb and nothing else, and no determiner is before it: l'avoir."""
    return words[place].is_finite_or_auxiliary and not (place > 0 and is_determiner(words[place - 1]))


def may_be_inverted(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the subject may come after its verb: la session à laquelle ont participé les États."""
    if (
        place > 1
        and words[place].joined
        and words[place - 1].lower == "qui"
        and "PREP" not in words[place - 2].categories
    ):
        return False  # les devoirs qui incombent; not à qui incombent les frais
    if _has_its_subject(words, place):
        return False  # il y recommande les tribunaux
    if words[place].is_infinitive and place and words[place].joined and words[place - 1].lower in _BEFORE_INFINITIVE:
        return False  # pourquoi il est réuni pour remédier; not auxquels peut donner lieu la décision
    for at in range(place - 1, max(-1, place - _INVERTING), -1):
        causative = at >= place - _CAUSATIVE and any(entry.lemma in ("faire", "laisser") for entry in words[at].entries)
        if causative or words[at].lower in WORDS["inverting"]:
            return True
        if not words[at].joined and at < place - 1:
            break
    start = first_joined(words, place)
    opens = start == 0 or words[start].opens_clause
    return opens and start < place and words[start].lower in _BEFORE_SUBJECT  # À la séance ont participé les experts


def _has_its_subject(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a pronoun that is a subject comes before a verb and the pronouns and ne before it, and nothing that
    takes up what the verb governs: not à qui il appartient."""
    at = place - 1
    while at > 0 and words[at + 1].joined and words[at].lower in _BETWEEN:
        at -= 1
    if at < 0 or not words[at + 1].joined or words[at].lower not in SUBJECT_PRONOUNS:
        return False
    return at == 0 or not words[at].joined or words[at - 1].lower not in WORDS["inverting"] | {"qui"}
