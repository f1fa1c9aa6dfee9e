"""Which number has a subject that comes right after its verb: les travaux que *poursuit* la Commission, parmi les
questions *figure* celle du budget?

The closed words are in ``inversions.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import DEFINITE, determiners, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import chain, is_auxiliary, linked
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun
from tmtool.languages.fr.grammar.subjects.clause_openings import follows_a_label
from tmtool.languages.fr.grammar.subjects.clauses import INVERTING, JOINING, TIMES
from tmtool.languages.fr.grammar.subjects.noun_subjects import stands_for_many
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS
from tmtool.languages.fr.grammar.words.reading import PLURAL, QUE, SINGULAR, THIRD, Word, opens_sentence
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_CONTRACTED = frozenset({"du", "au", "aux"})
_POINTING = {"celui": "s", "celle": "s", "ceux": "p", "celles": "p"}
_LABEL = re.compile(r"[IVXLC]+|[A-Z]")
"""What an annex, a part and the like are called by: l'annexe II."""
_SEVERAL = 2
_ON = 30
"""Words in which an inverted subject goes on."""


def inverted(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns the numbers that a verb right after que, dont, où or comme le may have by the noun group right after it;
    empty for none: les travaux que poursuit la Commission."""
    if not _is_inverted(words, verb) or verb + 2 >= len(words):
        return frozenset()
    place = _past_the_verb(words, verb)  # qu'avaient soumises les délégations
    if place < len(words) and is_counted(words[place]):
        return frozenset({"p"})
    if place + 1 >= len(words):
        return frozenset()
    article, noun = words[place : place + 2]
    if article.lower in _POINTING and article.joined:
        return frozenset({_POINTING[article.lower]})
    if not article.joined or not noun.joined or article.lower not in determiners() or article.lower in _CONTRACTED:
        return frozenset()
    agreement = determiners()[article.lower].agreement
    if "N" not in noun.categories and not is_before_noun(noun):
        return frozenset()
    if (stands_for_many(words, place + 1) and not noun.is_name) or noun.is_infinitive:
        return frozenset()
    if agreement <= PLURAL:
        return frozenset({"p"})
    if noun.lower in TIMES:
        return frozenset()
    first = place + 1
    for at in range(first, min(first + _ON, len(words) - 1)):
        word, following = words[at], words[at + 1]
        if at > first and not linked(word) and (word.mark != "," or words[verb - 2].lower == "comme"):
            break  # comme l'exigent le paragraphe 2, ou
        another = following.lower in determiners() or following.is_name or following.lower in {"de", "d'", *_POINTING}
        if word.lower == "et" and _has_no_object(words[verb]) and _is_second_subject(words, first, at):
            return frozenset({"p"})
        if (word.lower in JOINING and another) or word.mark == ",":
            return frozenset()
    return frozenset({"s"}) if agreement <= SINGULAR else frozenset()


def _has_no_object(verb: Word) -> bool:
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    return bool(lemmas) and lemmas <= _WORDS["without object"]


def _is_second_subject(words: tuple[Word, ...], first: int, joint: int) -> bool:
    """Tells whether et joins another subject with a definite article to the one that begins before it, of which only
    what hangs on it by de comes between: figurent le manque d'eau *et le coût*."""
    article, noun = words[joint + 1], words[min(joint + 2, len(words) - 1)]
    between = words[first:joint]
    alone = all(one.joined and (one.lower in OF_FORMS or "PREP" not in one.categories) for one in between)
    alone = alone and not any(
        one.lower in ("au", "aux") or one.persons & THIRD for one in between if one.categories == {"V"}
    )
    owned = article.joined and article.lower in DEFINITE and noun.joined
    return alone and words[joint].joined and owned and noun.categories <= {"N", "A"} and "N" in noun.categories


def is_left_open(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a verb comes after dont, où or a pronoun with a preposition, so that its subject is none of the
    words before it, and what is behind it does not show its number: dans laquelle ne *figurent* ni le budget ni."""
    opener = _opener(words, verb)
    if opener < 0 or words[opener].lower in QUE or inverted(words, verb):
        return False
    return _may_have_its_subject_behind(words, opener)


def _past_the_verb(words: tuple[Word, ...], verb: int) -> int:
    """Returns the place after a verb, the words that deny or date it and the participles and infinitive that go with
    it: n'*ont pas encore été inscrits* les noms."""
    place, helper = verb + 1, is_auxiliary(words[verb]) or words[verb].lower in _WORDS["modal"]
    while place < len(words) and words[place].joined:
        word = words[place]
        if word.lower not in _WORDS["after an inverted verb"] and not (helper and _goes_with_helper(word)):
            break
        place += 1
    return place


def _goes_with_helper(word: Word) -> bool:
    """Tells whether a word may be of the verb that a form of être, avoir, devoir or pouvoir begins."""
    return (word.is_participle or word.is_infinitive) and not is_determiner(word)


def is_counted(word: Word) -> bool:
    """Tells whether two or more are counted in figures with this noun: à laquelle participera 40 experts."""
    figure = "".join(word.before.split())
    several = figure.isdigit() and int(figure) >= _SEVERAL
    noun = word.categories <= {"A", "N"} and bool(word.agreement({"N"}))
    return several and noun and (not word.is_name or word.agreement({"N"}) <= PLURAL)


def _is_inverted(words: tuple[Word, ...], verb: int) -> bool:
    if _opens_with_a_place(words, verb):
        return True
    opener = _opener(words, verb)
    if opener < 0:
        return False
    before = words[opener]
    if before.lower == "y" and (opener == 0 or before.opens_clause):
        return True  # Y figurent les observations
    if before.lower in QUE:
        return not _is_limiting(words, opener)
    if before.lower in ("le", "l'"):
        return opener > 0 and before.joined and words[opener - 1].lower == "comme"
    return _may_have_its_subject_behind(words, opener)


def _opener(words: tuple[Word, ...], verb: int) -> int:
    """Returns the place of the word before a verb, its pronouns and ne: *où* s'harmonisent, dans *lequel* ne figurent
    pas; -1 for none."""
    at = verb
    while at > 1 and words[at].joined and words[at - 1].lower in _WORDS["clitics"] and not words[at - 1].is_name:
        at -= 1
    return at - 1 if at and words[at].joined else -1


def _may_have_its_subject_behind(words: tuple[Word, ...], opener: int) -> bool:
    """Tells whether a word is que, dont, où or a pronoun with a preposition."""
    word = words[opener]
    if word.lower in _WORDS["inverting after a preposition"]:
        return word.joined and opener > 0 and "PREP" in words[opener - 1].categories
    return word.lower in INVERTING


def _opens_with_a_place(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether all before a verb that has no object is one phrase with a preposition, so that the subject comes
    after it: Parmi les questions soulevées figure celle du budget."""
    last = verb + (is_auxiliary(words[verb]) and verb + 1 < len(words) and words[verb + 1].is_participle)
    lemmas = {entry.lemma for entry in words[last].entries if entry.category == "V"}
    return not lemmas - _WORDS["without object"] and comes_after_a_place(words, verb)


def comes_after_a_place(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether all before a verb in its sentence is one phrase with a preposition: *Au paragraphe 3* figure."""
    if not verb or not linked(words[verb]):
        return False
    label = verb > 1 and words[verb - 1].joined and _LABEL.fullmatch(words[verb - 1].text) is not None
    found = chain(words, verb - 1 - label)
    first = words[found.start]
    opens_here = found.start == 0 or first.opens_clause
    return bool(found.heads) and opens_here and first.lower in _WORDS["placing"]


def opens_its_sentence(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a verb opens its sentence, but for ne, y and a phrase of place, so that its subject comes after it:
    *Seront examinées* les questions."""
    first = verb
    while first and words[first].joined and words[first - 1].lower in _WORDS["before an opening verb"]:
        first -= 1
    heads = opens_sentence(words, first) or follows_a_label(words, first)
    after_y = first < verb and words[first].lower == "y" and words[first].mark.endswith(";")
    return (heads and words[first].is_name) or after_y or comes_after_a_place(words, first)


def _is_limiting(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether this is the que of ne … que."""
    return any(word.lower in ("ne", "n'") for word in words[max(0, que - 4) : que])
