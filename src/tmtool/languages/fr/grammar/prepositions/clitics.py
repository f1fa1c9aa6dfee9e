"""Has a verb the pronoun that it governs: ne *leur* dispense pas de, *les* demande de présenter, *les* enverra le lien?

The verbs are in ``clitics.tsv`` and ``government.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_have, on_over_adverbs
from tmtool.languages.fr.grammar.prepositions.governed import (
    OF,
    TO,
    WORDS,
    Misgoverned,
    infinitive_after,
    is_infinitive,
    may_be_inverted,
)
from tmtool.languages.fr.grammar.words.closed_words import NE, OBJECT_CLITICS, SUBJECT_PRONOUNS, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import QUE, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_PLURAL = frozenset({"mp", "fp"})
_NOT = frozenset({"pas", "plus", "jamais"})
_THIS = _WORDS["this"]
_LONGEST_ADVERBIAL = 3
_CLITIC = frozenset({"leur"})
_OBJECTS = _WORDS["objects"]


def exchanged(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields each leur or lui that stands for les, le or la, and each les or l' that stands for leur or lui, with the
    verb that tells, in order."""
    for place, word in enumerate(words[:-1]):
        if word.lower in OBJECT_CLITICS and words[place + 1].joined and (made := _made_known(words, place)):
            yield Misgoverned(words[made], word, words[made], "leur" if word.lower == "les" else "lui")
            continue
        if word.lower not in ("leur", "les", "lui", "l'", "le", "la") or not words[place + 1].joined:
            continue
        if word.lower == "lui" and not (
            place and words[place].joined and words[place - 1].lower in _WORDS["before lui"]
        ):
            continue  # avec lui
        found = _verb(words, place)
        if found is None:
            continue
        verb, after = found
        lemmas = {entry.lemma for entry in words[verb].entries if entry.category == "V"}
        if word.lower in ("leur", "lui"):
            for_one = word.lower == "lui" or _has_an_object(words, place, after)
            direct = lemmas <= (_WORDS["somebody"] - _WORDS["for somebody"] if for_one else _WORDS["somebody"])
            of_this = _is_to_do(words, after) or _is_of_this(words, after)
            direct = direct or (lemmas <= _WORDS["somebody of an infinitive"] and of_this)
            direct = direct or (lemmas <= _WORDS["somebody to an infinitive"] and _is_to_do(words, after, TO))
            direct = direct or (lemmas <= WORDS["giving"] | {"parvenir"} and _is_to_somebody(words, after))
            if direct:
                yield Misgoverned(words[verb], word, words[verb], "les" if word.lower == "leur" else "le, la, l’")
        elif (lemmas <= WORDS["agent to whom de"] and _is_to_do(words, after)) or (
            word.lower not in ("le", "la")
            and lemmas <= _WORDS["something to somebody"]
            and _is_given(words, place, after)
        ):
            yield Misgoverned(words[verb], word, words[verb], "leur" if word.lower == "les" else "lui")


def _verb(words: tuple[Word, ...], pronoun: int) -> tuple[int, int] | None:
    """Returns the place of the verb that a pronoun comes before, or of its participle after avoir, and the place after
    it and its adverbs; None where the word may be an article before a noun."""
    verb = pronoun + 1
    to_somebody = words[pronoun].lower in ("leur", "lui")
    if to_somebody and words[verb].lower == "faire" and is_infinitive(words, verb + 1):
        return verb + 1, _after_adverbs(words, verb + 2)
    if to_somebody and is_infinitive(words, verb):
        return verb, _after_adverbs(words, verb + 1)
    if is_have(words[verb]) and words[verb].persons & THIRD:
        at = _after_adverbs(words, verb + 1)
        if at >= len(words) or not words[at].joined or not words[at].is_participle:
            return None
        return at, _after_adverbs(words, at + 1)
    if not words[verb].persons & THIRD or words[verb].is_participle:
        return None
    denied = pronoun > 0 and words[pronoun - 1].lower in NE
    noun = "N" in words[verb].categories
    if words[pronoun].lower == "les":
        noun = bool(words[verb].agreement() & _PLURAL)
    return None if noun and not denied else (verb, _after_adverbs(words, verb + 1))


def _made_known(words: tuple[Word, ...], pronoun: int) -> int:
    """Returns the place of parvenir, connaître or savoir after le and a form of faire, where something is made known or
    sent, so that the pronoun is for whom: l'autorité *le* fait parvenir un avis; 0 for none."""
    make = pronoun + 1
    if is_have(words[make]):
        make = _after_adverbs(words, make + 1)
    if make + 2 >= len(words) or not any(entry.lemma == "faire" for entry in words[make].entries):
        return 0
    verb = _after_adverbs(words, make + 1)
    if verb + 1 >= len(words) or not all(word.joined for word in words[make : verb + 2]):
        return 0
    following, lower = words[verb + 1], words[verb].lower
    if lower == "savoir":
        return verb if following.lower in QUE else 0
    given = lower == "parvenir" or (lower == "connaître" and pronoun and "N" in words[pronoun - 1].categories)
    opens = following.lower in _OBJECTS - _CLITIC and is_determiner(following) and verb + 2 < len(words)
    return verb if given and opens and words[verb + 2].joined and words[verb + 2].lower not in WORDS["times"] else 0


def _after_adverbs(words: tuple[Word, ...], place: int) -> int:
    return on_over_adverbs(words, place, min(len(words), place + _LONGEST_ADVERBIAL))


def _is_to_do(words: tuple[Word, ...], place: int, before: Set[str] = OF) -> bool:
    """Tells whether de, or another word `before` it, with an infinitive comes here, pas before it or not."""
    place += place < len(words) and words[place].lower in _NOT and words[place].joined
    opens = place + 1 < len(words) and words[place].joined and words[place].lower in before
    return opens and infinitive_after(words, place + 1)


def _is_to_somebody(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether à with somebody comes here, who is the one to whom a thing goes: leur faire parvenir *au
    secrétariat*."""
    if place + 1 >= len(words) or not words[place].joined or words[place].lower not in TO_FORMS:
        return False
    at = place + 1 + (words[place].lower == "à" and words[place + 1].lower in ("la", "l'"))
    return at < len(words) and words[at].joined and words[at].lower in WORDS["agents"]


def _has_an_object(words: tuple[Word, ...], pronoun: int, place: int) -> bool:
    """Tells whether a verb has its object here, pas before it or not, a bare noun with de where it is denied: leur a
    nommé *un successeur*, personne ne leur a nommé *de successeurs*."""
    place += place < len(words) and words[place].lower in _NOT and words[place].joined
    if place + 1 >= len(words) or not words[place].joined:
        return False
    denied = pronoun > 0 and words[pronoun - 1].lower in NE
    determined = is_determiner(words[place]) and words[place].lower not in OF
    return "N" in words[place + 1].categories and (determined or (denied and words[place].lower in OF))


def _is_of_this(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether de with what is meant comes here, pas before it or not: ne leur dispense pas *de cette* règle."""
    place += place < len(words) and words[place].lower in _NOT and words[place].joined
    opens = place + 1 < len(words) and words[place].joined and words[place].lower in OF
    return opens and words[place + 1].lower in _THIS


def _is_given(words: tuple[Word, ...], pronoun: int, place: int) -> bool:
    """Tells whether what is given comes here, with its subject before the pronoun: le secrétariat les enverra le lien;
    not les textes que les enverra le secrétariat, les examine le 3 mai, les communique la semaine suivante."""
    if pronoun < 1 or place + 1 >= len(words) or may_be_inverted(words, pronoun):
        return False
    subject, article, noun = words[pronoun - 1], words[place], words[place + 1]
    some = article.lower == "des" and words[pronoun].lower == "l'" and bool(noun.agreement({"N"}) & _PLURAL)
    named = words[pronoun].joined and (
        subject.lower in SUBJECT_PRONOUNS or subject.lower == "qui" or "N" in subject.categories
    )
    thing = article.joined and noun.joined and (some or (article.lower in _OBJECTS and is_determiner(article)))
    return named and thing and "N" in noun.categories and noun.lower not in WORDS["times"] | WORDS["phrases"]
