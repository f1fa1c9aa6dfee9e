"""Does que stand for dont before what a thing has, in a clause that lacks nothing: le questionnaire, *que la longueur*
a été critiquée, le fonds, *que le solde* s’élève à 3 millions?

The words are in ``owned_by_que.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import DEFINITE, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_be
from tmtool.languages.fr.grammar.predicates.compound_verbs import after_been, is_adverb
from tmtool.languages.fr.grammar.prepositions.governed import Misgoverned
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import PLURAL, QUE, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_OF = OF_FORMS | TO_FORMS
_OF_WHICH = frozenset({"duquel", "desquels", "desquelles"})
_NOUN_AND_ARTICLE = 2
_SOON = 4
_MAYBE = "peut-être"
_LONGEST = 8
"""Words from what is owned to the verb of its clause at most."""


def exchanged(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields each que that no verb has for its object, right after a noun and a comma, with what the noun has."""
    for place in range(2, len(words) - 3):
        que, article, owned = words[place : place + 3]
        if article.lower not in DEFINITE or not article.joined or owned.lower not in _WORDS["owned"]:
            continue
        if que.lower in _OF_WHICH and que.joined and _is_named_alone(words, place):
            yield Misgoverned(owned, que, owned, "dont")
        set_apart = que.before == ", " and _is_thing(words, place - 1) and not _goes_on(words, place)
        if que.lower != "que" or not (set_apart or _opens_the_sentence(words, place)):
            continue
        if (verb := _whole(words, place + 3)) is not None:
            yield Misgoverned(owned, que, verb, "dont")


def _is_named_alone(words: tuple[Word, ...], pronoun: int) -> bool:
    """Tells whether a noun with its article, and no preposition of several words, is right before duquel: le point
    duquel, not au cours duquel."""
    noun, article = words[pronoun - 1], words[pronoun - 2]
    named = "N" in noun.categories and noun.joined and (is_determiner(article) or article.lower in _WORDS["all"])
    before = words[pronoun - 3] if pronoun > 2 and article.joined else None
    governed = before is not None and "PREP" in before.categories and before.lower not in _OF
    return named and not governed and article.lower not in ("au", "aux")


def _opens_the_sentence(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether nothing but a plural with its article comes before que: Les membres que les contributions."""
    plain = que == _NOUN_AND_ARTICLE and words[que].joined and words[1].joined and is_determiner(words[0])
    return plain and "N" in words[1].categories and words[1].agreement({"N"}) <= PLURAL


def _is_thing(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a noun, or an adjective after one, comes here."""
    noun = "N" in words[at].categories and "ADV" not in words[at].categories
    return noun or (words[at].categories <= {"A", "V"} and words[at].joined and "N" in words[at - 1].categories)


def _goes_on(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether que may go on with a clause of its sentence, or a word or verb before has such clauses."""
    for at in range(que - 1, -1, -1):
        word = words[at]
        if word.lower in QUE or word.lower in _WORDS["with clauses"]:
            return True
        verbs = {entry.lemma for entry in word.entries if entry.category == "V"}
        if verbs & _WORDS["telling"] or (verbs & _WORDS["saying"] and not _has_its_object(words, at + 1)):
            return True
        if word.opens_clause:
            return False
    return False


def _does_more(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether an infinitive comes soon, of which que may be the object: que les villes sont tenues de publier."""
    return any(word.is_infinitive for word in words[start + 1 : start + _SOON])


def _has_its_object(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether an infinitive or an object comes right after a verb, so that no clause is what is said."""
    while start < len(words) - 1 and words[start].joined and (is_adverb(words[start]) or words[start].lower == _MAYBE):
        start += 1
    following = words[start]
    return following.joined and (following.is_infinitive or (is_determiner(following) and following.lower not in _OF))


def _whole(words: tuple[Word, ...], start: int) -> Word | None:
    """Returns the verb with which a clause that begins here lacks nothing: a passive, or a verb that has no object."""
    for at in range(start, min(len(words) - 1, start + _LONGEST)):
        word = words[at]
        if not word.joined:
            return None
        if words[at - 1].lower == "s'" and any(entry.lemma == "élever" for entry in word.entries):
            return word
        if not word.is_finite_or_auxiliary or word.is_participle:
            continue
        last = after_been(words, at + 1)
        passive = any(map(is_be, words[at:last]))
        done = passive and words[last].joined and words[last].is_participle
        done = done and not any(entry.lemma in _WORDS["naming"] for entry in words[last].entries)
        alone = any(entry.category == "V" and entry.lemma in _WORDS["without an object"] for entry in word.entries)
        whole = words[last] if done else word if alone else None
        return None if whole is None or _does_more(words, last) else whole
    return None
