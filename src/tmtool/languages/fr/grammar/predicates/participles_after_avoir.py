"""Does a participle agree that must not: il a *adoptée*, se sont *succédées*?

After avoir, and after être in the place of avoir, it agrees with an object before it only. The closed words are in
``participles_after_avoir.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.light_verbs import is_of_light_verb
from tmtool.languages.fr.grammar.nouns.noun_groups import is_numeral
from tmtool.languages.fr.grammar.predicates.being import BEFORE_A_VERB, HAVE, LONGEST_ADVERBIAL, after_adverb, is_be
from tmtool.languages.fr.grammar.predicates.compound_verbs import BARE_NOUNS, after_adverbs, is_only_participle
from tmtool.languages.fr.grammar.predicates.objects_before import has_object_before, is_followed
from tmtool.languages.fr.grammar.predicates.participle_disagreement import Disagreement
from tmtool.languages.fr.grammar.words.closed_words import SE
from tmtool.languages.fr.grammar.words.lexical_forms import form
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
ADVERBIAL = _WORDS["adverbial"]
"""The pronouns between se and its verb."""
NEVER_WITH_SE = _WORDS["never with se"]
"""Verbs of which se is never a direct object."""


def after_avoir(words: tuple[Word, ...]) -> Iterator[Disagreement]:
    """Yields the participles that agree after avoir, though no object comes before: il a adoptée."""
    for place in range(len(words) - 1):
        letter = place > 0 and words[place].text == "A"  # de classe A embarqués, les lots 19A et 20A décrits
        if words[place].lower not in HAVE | _WORDS["having"] or letter:
            continue
        at = place + 1
        while at < min(len(words) - 1, place + LONGEST_ADVERBIAL) and (after := _after_adverb_or_ni(words, at)) > at:
            at = min(after, len(words) - 1)
        last = words[at]
        never_agrees = last.lower in _WORDS["never agreeing"]
        if not all(word.joined for word in words[place + 1 : at + 1]):
            continue
        if not (never_agrees or is_only_participle(last) or _is_no_finite_verb(words, place, at)):
            with_its_noun = last.is_participle and "ms" not in last.agreement(set()) and is_of_light_verb(words, at)
            if is_of_no_object(last) or with_its_noun:  # a prise fin
                yield Disagreement(words[place], last, after_avoir=True)
            continue
        if words[at - 1].lower in ("tous", "toutes"):  # auront toutes facilités
            continue
        if never_agrees or _is_before_an_infinitive(words, at) or _is_of_some(words, place, at):
            yield Disagreement(words[place], last, after_avoir=True)
            continue
        never = not {entry.lemma for entry in last.entries if "V" in entry.category} - _WORDS["never an object"]
        if "ms" not in last.agreement() and (never or not has_object_before(words, _before_en(words, place), at)):
            yield Disagreement(words[place], last, after_avoir=True)


def _before_en(words: tuple[Word, ...], have: int) -> int:
    """Returns the place of the en right before avoir, which is no object that a participle agrees with; that of avoir
    where there is none: n'en ont pas *présentés*."""
    taken_up = have > 0 and words[have - 1].lower == "en" and words[have].joined and words[have].lower in HAVE
    return have - taken_up


def after_se(words: tuple[Word, ...]) -> Iterator[Disagreement]:
    """Yields the participles of reflexive verbs that agree though se is no direct object: se sont *succédées*, se sont
    *demandées* si."""
    for place in range(1, len(words) - 1):
        before = words[place - 1 - (words[place - 1].lower in ADVERBIAL and place > 1)]  # s'y sont fixé
        if not is_be(words[place]) or before.lower not in SE or not words[place].joined:
            continue
        at = after_adverbs(words, place + 1)
        lemmas = {entry.lemma for entry in words[at].entries if entry.category == "V"}
        follows = at + 1 < len(words) and words[at + 1].joined and words[at + 1].lower in _WORDS["asking"]
        aims = _follows_aim(words, at) and lemmas <= _WORDS["aimed with se"]
        indirect = NEVER_WITH_SE | (_WORDS["asked with se"] if follows else set())
        never = aims or (bool(lemmas) and lemmas <= indirect)
        if never and words[at].is_participle and words[at].joined and "ms" not in words[at].agreement():
            yield Disagreement(words[place], words[at], after_avoir=True)


def _follows_aim(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether pour objectif or the like comes right after a word: se sont *fixé* pour but."""
    after = words[place + 1 : place + 3]
    return len(after) > 1 and after[0].joined and after[0].lower == "pour" and after[1].lower in _WORDS["aims"]


def _after_adverb_or_ni(words: tuple[Word, ...], place: int) -> int:
    return place + 1 if words[place].lower == "ni" else after_adverb(words, place)


def _is_no_finite_verb(words: tuple[Word, ...], have: int, place: int) -> bool:
    """Tells whether a participle that agrees, and may be a finite verb where it stands alone, is none after avoir, nor
    a noun: il a *conclue*."""
    word, before = words[place], words[have - 1] if have and words[have].joined else None
    if word.is_name or not word.is_participle or "ms" in word.agreement() or word.lower in BARE_NOUNS:
        return False
    after_pronoun = before is not None and before.lower in BEFORE_A_VERB
    return word.categories <= {"V", "A", "N"} and ("N" not in word.categories or after_pronoun)


def is_of_no_object(word: Word) -> bool:
    """Tells whether this is a participle that never changes, with an ending that makes it a noun or no word at all:
    n'ont pas *procédés*, il n'a jamais été *procédée* à un vote."""
    stem = word.lower.removesuffix("s").removesuffix("e")
    if word.is_name or not word.categories <= {"N", "A"} or stem == word.lower:
        return False
    return any(entry.category == "V" and entry.lemma in _WORDS["never an object"] for entry in form(stem).entries)


def _is_before_an_infinitive(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an infinitive keeps a participle after avoir as it is: aurait *due* être lue."""
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    acts = following is not None and following.is_infinitive and following.categories <= {"V", "N"}  # not hier
    return acts and words[place].lower in _WORDS["before an infinitive"]


def _is_of_some(words: tuple[Word, ...], have: int, place: int) -> bool:
    """Tells whether en comes before avoir and what is done, or how many of them, right after the participle, which then
    agrees with nothing: en ont *proposés* la vente, en a *classés* quatre."""
    if "ms" in words[place].agreement() or have == 0 or words[have - 1].lower != "en" or not words[have].joined:
        return False
    if have > 1 and words[have - 2].lower in _WORDS["objects right before"]:  # les en a retirées
        return False
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None:
        return False
    counted = following.mark.isdigit()  # en a classées 143 recevables
    return counted or (following.joined and is_numeral(following)) or is_followed(words, place)
