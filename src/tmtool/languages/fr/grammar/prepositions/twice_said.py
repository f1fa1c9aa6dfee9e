"""Does a relative clause say again what its pronoun or c'est says: les règles *auxquelles* ils *s'y* conforment, *c'est
dans* cette salle *où*; and has it que for where and how: le jour *que* le pacte est entré en vigueur, la manière *que*?

From the grammar of the language; the words are in ``twice_said.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary, is_be
from tmtool.languages.fr.grammar.predicates.compound_verbs import after_been, is_have
from tmtool.languages.fr.grammar.words.closed_words import NE_OR_SE
from tmtool.languages.fr.grammar.words.reading import QUE, THIRD, Word, end_of_clause
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_ASKED = 4
"""Words after a participle in which an infinitive may have que for its object: a été priée de visiter."""
_LONGEST = 6
"""Words at most of a subject, and of what c'est stresses."""

Found = tuple[Word, Word, str]
"""The first and the last word that are wrong, and what is right."""


def repeated(words: tuple[Word, ...]) -> Iterator[Found]:
    """Yields the pronouns that say again what is said, and each que for où or dont, in order."""
    for place in range(len(words) - 3):
        found = _taken_up(words, place) or _stressed(words, place) or _when_or_how(words, place)
        if found is not None:
            yield found


def _taken_up(words: tuple[Word, ...], place: int) -> Found | None:
    """Tells of auxquelles ils doivent *s'y* conformer, dont ils *en* ont besoin, où il *y* habite."""
    lower = words[place].lower
    if place and words[place - 1].lower in _WORDS["ways"]:
        return None  # la manière dont ils en seront avertis
    again = "en" if lower == "dont" else "y" if lower == "où" or lower in _WORDS["to which"] else ""
    if not again:
        return None
    at = place + 1
    if words[at].lower in _WORDS["subjects"] and words[at].joined:
        at += 1
    elif is_determiner(words[at]) and words[at].joined and "N" in words[at + 1].categories and words[at + 1].joined:
        at += 2
    else:
        return None
    while at < len(words) - 2 and words[at].joined and words[at].is_finite_verb:
        if words[at + 1].lower not in ("s'", again) or is_auxiliary(words[at]):
            break
        at += 1
    at += words[at].lower in NE_OR_SE
    if at + 1 >= len(words) or words[at].lower != again or not (words[at].joined and words[at + 1].joined):
        return None
    verb = words[at + 1]
    idiom = lower == "où" and any(entry.lemma in _WORDS["idioms"] for entry in verb.entries)
    is_verb = bool(verb.persons & THIRD or verb.is_infinitive) and (verb.categories == {"V"} or is_auxiliary(verb))
    return (words[place], words[at], words[place].text) if is_verb and not idiom else None


def _stressed(words: tuple[Word, ...], place: int) -> Found | None:
    """Tells of c'est dans cette salle *où*, c'est à eux *auxquels*, where no que comes."""
    if not is_be(words[place]) or not place or words[place - 1].lower not in ("c'", "ce"):
        return None
    preposition, first = words[place + 1], words[place + 2]
    if preposition.lower not in _WORDS["prepositions"] or not (preposition.joined and first.joined):
        return None
    if first.lower not in _WORDS["pointing"] | _WORDS["persons"]:
        return None
    for at in range(place + 3, min(len(words), place + 3 + _LONGEST)):
        word = words[at]
        if not word.joined or word.lower in QUE or word.lower == "qui" or word.is_finite_verb:
            return None
        if word.lower in _WORDS["relative"]:
            later = any(one.lower in QUE for one in words[at : end_of_clause(words, at)])
            return None if later else (word, word, "c’est … que")
    return None


def _when_or_how(words: tuple[Word, ...], place: int) -> Found | None:
    """Tells of le jour *que* le pacte est entré en vigueur, la manière *que* les fonds sont gérés."""
    article, noun, que = words[place : place + 3]
    if article.lower not in ("le", "la", "l'") or que.lower not in QUE or not (noun.joined and que.joined):
        return None
    before = [word.lower for word in words[max(0, place - 3) : place]]
    if "même" in before or "est" in before or "c'" in before or "fut" in before or "du" in before:
        return None
    times = noun.lower in _WORDS["times"]
    if not times and noun.lower not in _WORDS["ways"]:
        return None
    for at in range(place + 3, min(len(words) - 1, place + 4 + _LONGEST)):
        word = words[at]
        if not word.joined or word.lower in QUE or ("PREP" in word.categories and word.lower not in ("de", "du")):
            return None
        if not word.is_finite_or_auxiliary or word.is_participle:
            continue
        last = after_been(words, at + 1)
        opens = place == 0 or words[place - ("PREP" in words[place - 1].categories)].opens_clause or place == 1
        passive = is_have(word) and words[at + 1].lower == "été" and opens  # a dit à l'époque que le port a été fermé
        done = (is_be(word) or passive) and words[last].joined and words[last].is_participle
        done = done and not any(one.is_infinitive for one in words[last + 1 : last + 1 + _ASKED])
        return (noun, que, f"{noun.text} {'où' if times else 'dont'}") if done else None
    return None
