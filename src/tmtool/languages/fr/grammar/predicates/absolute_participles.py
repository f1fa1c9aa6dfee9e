"""Does a participle agree with the subject of a clause without a finite verb: , ceux qui arriveraient en retard ne
pouvant être *traduit*; , la pénurie de personnel s'étant *révélé* plus grave?

Such a clause opens a sentence, or comes after a comma, with its subject: a pronoun such as ceux, or a noun with its
article, with which étant agrees whatever hangs on it. Of ayant été, pouvant être and the like, and after a pronoun or a
word for a quantity, what hangs on that may be meant, too: la liste des membres ayant été élus.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.noun_chains import chain
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb
from tmtool.languages.fr.grammar.predicates.participle_disagreement import Disagreement
from tmtool.languages.fr.grammar.subjects.subject_words import MANY_IN_ONE
from tmtool.languages.fr.grammar.words.reading import POINTING, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_TIMES, _ARTICLES = _WORDS["times"], _WORDS["articles"]
_BE = {"pouvant": "être", "devant": "être", "ayant": "été"}
_LONGEST = 14
"""Words from the subject to the participle at most."""
_MARKS = (",", ".", ";", ":", "(", "–", "—")


def disagreements(words: tuple[Word, ...]) -> Iterator[Disagreement]:
    """Yields the participles that agree with nothing in their clause."""
    yield from _once(words)
    for place in range(1, len(words) - 1):
        last = _last_of_auxiliary(words, place)
        if last is None or last + 1 >= len(words) or not all(word.joined for word in words[place : last + 2]):
            continue
        at = last + 1
        while at + 1 < len(words) and words[at + 1].joined and is_adverb(words[at]):
            at += 1
        if not words[at].is_participle or words[at].is_name or not words[at].categories <= {"V", "A", "N"}:
            continue
        if words[place - 1].lower == "s'" and not _agrees_when_reflexive(words[at]):
            continue
        possible = _of_subject(words, place)
        if possible and not possible & words[at].agreement():
            yield Disagreement(words[place], words[at])


def _once(words: tuple[Word, ...]) -> Iterator[Disagreement]:
    """Yields the participles after une fois that do not agree with the noun right after them: une fois *obtenu*
    l'autorisation. After la and une the article tells, and spelling-confusion says so."""
    for place in range(2, len(words) - 2):
        participle, article, noun = words[place : place + 3]
        if [one.lower for one in words[place - 2 : place]] != ["une", "fois"] or not _leaves_gender_open(article):
            continue
        if not participle.is_participle or not all(one.joined for one in words[place - 1 : place + 3]):
            continue
        possible = noun.agreement({"N"}) if "N" in noun.categories and not noun.is_name else frozenset()
        if possible and "A" not in noun.categories and participle.agreement().isdisjoint(possible):
            yield Disagreement(participle, participle)


def _leaves_gender_open(article: Word) -> bool:
    """Tells whether this is a determiner of nouns of either gender: l', les, and son before a vowel."""
    known = determiners().get(article.lower)
    return known is not None and (len(known.agreement) > 1 or known.kind == "vowel")


def _agrees_when_reflexive(participle: Word) -> bool:
    """Tells whether the reflexive pronoun of a verb is nobody to whom something is done: s'étant réunie, not s'étant
    succédé."""
    return any(entry.lemma in _WORDS["reflexive"] for entry in participle.entries if entry.category == "V")


def _last_of_auxiliary(words: tuple[Word, ...], place: int) -> int | None:
    """Returns the place of the être or été that goes with a present participle, adverbs and pas between; of étant its
    own."""
    if words[place].lower == "étant":
        return place
    wanted = _BE.get(words[place].lower)
    for at in range(place + 1, min(len(words), place + 4)) if wanted else ():
        if words[at].lower == wanted:
            return at
        if words[at].lower not in ("pas", "plus", "donc", "encore") and not is_adverb(words[at]):
            return None
    return None


def _of_subject(words: tuple[Word, ...], place: int) -> frozenset[str]:
    """Returns what the subject of a clause can be, and what hangs on it where that may be meant; nothing where that is
    not known."""
    last = place - 1 - (words[place - 1].lower in ("ne", "n'", "s'"))
    last -= words[last].lower == "ne"
    first = last
    while first > 0 and words[first].joined and last - first < _LONGEST:
        first -= 1
    opens = first == 0 or words[first].mark in _MARKS
    if not opens or not words[last + 1].joined:
        return frozenset()
    if words[first].lower in POINTING:
        hanging = (word for word in words[first + 1 : last + 1] if word.lower not in _TIMES)
        nouns = [word.agreement({"N"}) for word in hanging if "N" in word.categories and "PREP" not in word.categories]
        return frozenset({POINTING[words[first].lower]}).union(*nouns)
    if words[first].lower not in _ARTICLES:
        return frozenset()
    found = chain(words, last)
    alone = words[place].lower == "étant"
    of_one = not found.several or (alone and found.within and not found.heads[-1].is_joined)
    if not found.heads or found.start != first or not of_one or found.pair:
        return frozenset()
    alone = alone and words[found.heads[-1].place].lower not in MANY_IN_ONE
    heads = found.heads[-1:] if alone else found.heads
    others = [head.possible for head in heads if not words[head.place].is_name]
    if len(others) == len(heads):
        return frozenset().union(*others)
    named = determiners()[words[first].lower].agreement  # la Commission
    return named.union(*others) if len(named) == 1 else frozenset()
