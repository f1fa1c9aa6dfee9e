"""Is there a verb where none can be, in a person that is not there, or in no form of a verb after a pronoun: le Conseil
*dois*, sans *misent*, il *adopté*?

The closed words are in ``impossible_verbs.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import DEFINITE
from tmtool.languages.fr.grammar.predicates.verbs import VERB_CLITICS
from tmtool.languages.fr.grammar.words.reading import THIRD, Word, opens_sentence
from tmtool.languages.fr.grammar.words.set_phrases import end_with_a_side
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_BEFORE_THEIRS = frozenset({"les", "des", "aux"})
"""Words after which leurs is a pronoun."""
_SPEAKERS = {person: _WORDS[person] for person in ("1s", "2s", "1p", "2p")}


def of_who_is_not_there(words: tuple[Word, ...]) -> Iterator[Word]:
    """Yields the forms that only je, tu, nous or vous have, where nobody speaks or is spoken to so: le Conseil dois,
    les travaux commencerons. Of nous and vous it is those of the future and the conditional, and any after another word
    that is no name: the others are commands."""
    there = {person for word in words for person, pronouns in _SPEAKERS.items() if word.lower in pronouns}
    for before, word in zip((None, *words), words, strict=False):
        if word.categories != {"V"} or word.is_name or word.is_participle or word.is_infinitive:
            continue
        persons = word.persons
        if persons and persons <= _SPEAKERS.keys() and not persons & there:
            of_one = persons <= {"1s", "2s"}
            joined = before is not None and word.joined and _is_before_no_command(before)
            if of_one or joined or all(feature[0] in "FC" for entry in word.entries for feature in entry.features):
                yield word


def _is_before_no_command(word: Word) -> bool:
    """Tells whether a word comes before no verb that is a command: le Bureau *examinez*, doivent *communiquez*."""
    governs = word.lower in ("à", "de", "d'", "pour", "sans", "se", "s'") or any(
        entry.lemma in ("devoir", "pouvoir") for entry in word.entries if entry.category == "V"
    )
    return governs or ("N" in word.categories and not word.categories & {"ADV", "CONJC", "CONJS"})


def without_a_verb(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the pronouns il, ils and on with the participle, or form of je or tu, in the place of their verb: il
    présenté."""
    for place, word in enumerate(words[:-1]):
        if word.lower not in _WORDS["subjects"] or not words[place + 1].joined:
            continue
        at = place + 1
        while at + 1 < len(words) and words[at].lower in VERB_CLITICS and words[at + 1].joined:
            at += 1
        verb = words[at]
        if _is_form_of_a_verb(verb) and verb.persons.isdisjoint(THIRD):
            yield word, verb


def _is_form_of_a_verb(word: Word) -> bool:
    """Tells whether this is a finite form or a participle that can be no small word."""
    if word.is_name or word.is_infinitive or not (word.persons or word.is_participle):
        return False
    return "V" in word.categories and word.categories <= {"V", "A", "N"}


def where_none_can_be(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the finite verbs after a preposition or a determiner, which comes first, or after an article that opens a
    sentence: dans le cadre de misent en œuvre, de la listent, L'emploie des fonds."""
    for place in range(1, len(words)):
        word, at = words[place], place - 1
        if word.joined and _opens_with_an_article(words, at) and word.categories == {"V"} and _is_finite_only(word):
            yield words[at], word
            continue
        at -= words[at].lower in DEFINITE and at > 0 and words[at].joined
        if words[at].text.isupper() and len(words[at].text) > 1:  # an abbreviation: la DES
            continue
        if words[at].lower not in _WORDS["never before a verb"] or not all(w.joined for w in words[at + 1 : place + 1]):
            continue
        if end_with_a_side([one.lower for one in words[max(0, at - 1) : at + 1]]):
            continue  # sept voix pour sont nécessaires
        if words[at].lower == "leurs" and at and words[at - 1].lower in _BEFORE_THEIRS:
            continue  # les leurs ont été obtenues
        finite = _is_finite_only(word)
        known = word.lower == "cesse" or (word.lower == "revient" and words[at - 1].lower == "prix")  # sans cesse
        if finite and word.categories == {"V"} and not word.is_name and not known:
            yield words[place - 1], word


def _is_finite_only(word: Word) -> bool:
    """Tells whether a form of a verb is finite, in the third person, and no other."""
    other = word.is_participle or word.is_infinitive or word.is_present_participle
    return bool(word.persons & THIRD) and not other and not word.is_name


def _opens_with_an_article(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether this is an article with which a sentence begins, where it can be no pronoun."""
    article = words[at]
    opens = opens_sentence(words, at)
    return opens and article.lower in DEFINITE and article.text in ("L'", "L’", "Le", "La", "Les")
