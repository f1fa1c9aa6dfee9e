"""What is the subject of a passive that opens its sentence, alone or after y or a phrase of place, or comes right after
que: seront examinées *les questions*, y sont indiqués, en particulier, *les noms*, sans que soit perdu *aucun des
fichiers*; and which number has one behind a verb such as figurer?

Between the participle and its subject there may be phrases, in which another article comes right after a preposition
only. Where more is joined to the subject, its nouns count, too. The closed words are in ``opening_verbs.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.noun_chains import linked
from tmtool.languages.fr.grammar.nouns.noun_groups import MONTHS, is_before_noun, is_numeral
from tmtool.languages.fr.grammar.predicates.being import ADVERBS, is_be
from tmtool.languages.fr.grammar.subjects.clauses import JOINING, TIMES
from tmtool.languages.fr.grammar.subjects.inversions import opens_its_sentence
from tmtool.languages.fr.grammar.subjects.subject_words import MANY_IN_ONE
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS
from tmtool.languages.fr.grammar.words.reading import ALL, PLURAL, POINTING, QUE, SINGULAR, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_FIGURE = re.compile(r"[ \u00a0\u202f]\d+[ \u00a0\u202f]")
_MARKS = re.compile(r"[.;:?!()«»–—]")
_BEEN = frozenset({"été", "être"})
_NE = frozenset({"ne", "n'"})
_TO_THE = frozenset({"au", "aux"})
_ONE_OF = {"aucun": "ms", "aucune": "fs", "chacun": "ms", "chacune": "fs"}
"""Pronouns of the one of several that de names: aucun des fichiers."""
_PAIR = 2
"""Commas around a phrase."""
_BETWEEN, _ON, _LONGEST_GROUP = 24, 60, 4
"""Words at most from the participle to its subject, in which the subject goes on, and from an article to its noun."""


def subject_behind(words: tuple[Word, ...], verb: int, participle: int) -> frozenset[str]:
    """Returns what the subject is that comes behind a participle, where the finite verb of its être opens the sentence:
    of "ms", "mp", "fs", "fp" with the number of that verb; empty where that is not known."""
    persons = words[verb].persons & THIRD
    if len(persons) != 1 or not _comes_first(words, verb):
        return frozenset()
    place = start_behind(words, participle)
    heads = nouns_from(words, place) if place else []
    if not heads:
        return frozenset()
    if persons == {"3s"}:
        return frozenset().union(*heads) & SINGULAR
    if len(heads) == 1:
        return heads[0] & PLURAL
    return frozenset(f"{one[0]}p" for head in heads for one in head)


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, bool]]:
    """Yields the verbs that open a sentence and have another number than the subject behind them, each with whether
    that is a plural: *Restent* une question à examiner, *Figure* en annexe les lettres."""
    for verb, word in enumerate(words[:-2]):
        persons = word.persons & THIRD
        if len(persons) != 1 or not _comes_first(words, verb):
            continue
        last = _last(words, verb)
        place = start_behind(words, last) if last >= 0 else 0
        heads = nouns_from(words, place) if place else []
        if not heads or any(one.lower in MANY_IN_ONE for one in words[place : place + _LONGEST_GROUP]):
            continue
        plural = heads[0] <= PLURAL
        if persons == {"3s"} and plural:
            yield word, True
        elif persons == {"3p"} and len(heads) == 1 and heads[0] <= SINGULAR:
            yield word, False


def _comes_first(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a verb may come before its subject: it opens its sentence, and no wish, or comes after que, which
    takes up no object of a passive."""
    before = verb - 1 - (verb > 0 and words[verb - 1].lower in _NE)
    if before > 0 and words[before].lower in QUE and all(one.joined for one in words[before + 1 : verb + 1]):
        return is_be(words[verb]) or words[verb + 1].lower in _BEEN
    return words[verb].lower not in _WORDS["wishing"] and opens_its_sentence(words, verb)


def _last(words: tuple[Word, ...], verb: int) -> int:
    """Returns the place of the last word of a verb that opens a sentence, of a passive its participle; -1 where its
    object may come behind it."""
    word, at = words[verb], verb + 1
    while at < len(words) - 1 and words[at].joined and (ADVERBS.match(words[at].lower) or words[at].lower in _BEEN):
        at += 1
    if words[at - 1].lower in _BEEN or (is_be(word) and words[at].is_participle):
        sure = words[at].joined and words[at].is_participle and words[at].categories <= {"A", "N", "V"}
        return at if sure and not words[at].is_name else -1
    lemmas = {entry.lemma for entry in word.entries if entry.category == "V"}
    if word.persons & THIRD == {"3p"}:
        fits = lemmas <= _WORDS["without object"] | _WORDS["without object in the plural"]
    else:
        fits = lemmas <= _WORDS["without object"]
        fits = fits and ("N" not in word.categories or words[verb + 1].lower in _WORDS["after figure"])
    return verb if fits and lemmas and words[verb + 1].joined else -1


def start_behind(words: tuple[Word, ...], participle: int) -> int:
    """Returns the place of the first word of the noun group behind a participle, phrases between; 0 for none."""
    commas = 0
    for at in range(participle + 1, min(len(words), participle + _BETWEEN)):
        word = words[at]
        comma = word.before == ", "
        commas += comma
        if not (comma or linked(word)):
            return 0
        near = at == participle + 1 or all(ADVERBS.match(one.lower) for one in words[participle + 1 : at])
        if _FIGURE.fullmatch(word.before) and near and word.lower not in MONTHS:
            return at
        begins = word.lower in _WORDS["articles"] or word.lower in POINTING
        begins = begins or (near and word.lower in _WORDS["articles right after"])
        if begins and word.mark in ("", ",") and commas in (0, _PAIR) and _is_free(words, at):
            named = {one.lower for one in words[at + 1 : at + 3]}
            if named.isdisjoint(TIMES | _WORDS["times"]):  # sont élus cette année les juges
                return at
        verbal = word.is_infinitive or word.is_present_participle
        finite = word.persons & THIRD and "N" not in word.categories
        if verbal or finite or word.lower in _WORDS["other clauses"] or commas > _PAIR:
            return 0
        if comma and commas == 1 and not word.categories & {"PREP", "ADV"}:
            return 0
        if near and not comma and not word.categories & {"PREP", "ADV"} and word.lower not in determiners():
            return 0
    return 0


def _is_free(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the word before an article, and before tous with it, joins it to nothing."""
    if words[place].before == ", ":  # en outre, les écoles
        return True
    at = place - 1 - (words[place - 1].lower in _WORDS["all"])
    return words[at].lower not in JOINING and (words[at].is_participle or "PREP" not in words[at].categories)


def _noun(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the noun of the group that begins here, -1 where that is not sure."""
    for at in range(place, min(len(words), place + _LONGEST_GROUP)):
        word = words[at]
        if at > place and not linked(word):
            return -1
        if at == place and (word.lower in determiners() or word.lower in _WORDS["articles"]):
            continue
        goes_on = at + 1 < len(words) and words[at + 1].joined and "N" in words[at + 1].categories
        if is_numeral(word) or word.lower in _WORDS["all"] or word.lower in _WORDS["articles"]:
            continue
        if goes_on and (is_before_noun(word) or word.categories == {"A"}):
            continue
        sure = "N" in word.categories and word.categories <= {"N", "A", "V", "PRO"} and not word.is_infinitive
        return at if sure else -1
    return -1


def nouns_from(words: tuple[Word, ...], place: int) -> list[frozenset[str]]:
    """Returns what each of the nouns can be that are joined from `place` on, none where the first is not known."""
    first = possible_from(words, place)
    if not first:
        return []
    found = [first]
    for at in range(place + 1, min(len(words), place + _ON)):
        word = words[at]
        if _MARKS.search(word.before):
            break
        joint = "," in word.before or words[at - 1].lower in JOINING or words[at - 1].lower in _WORDS["adding"]
        governed = (word.categories & {"PREP"} and not word.is_name) or word.lower in _TO_THE
        if joint and word.lower not in JOINING and not governed:
            found.append(possible_from(words, at) or ALL)
    return found


def possible_from(words: tuple[Word, ...], place: int) -> frozenset[str]:
    """Returns what the noun of a group that begins here can be, with its article; empty where that is not known."""
    word = words[place]
    if word.lower in POINTING:
        return frozenset({POINTING[word.lower]})
    if word.lower in _ONE_OF and place + 1 < len(words) and words[place + 1].lower in OF_FORMS:
        return frozenset({_ONE_OF[word.lower]})
    noun = _noun(words, place)
    if noun < 0:
        return frozenset()
    possible = words[noun].agreement({"N"})
    if _FIGURE.fullmatch(word.before):
        return possible & PLURAL
    article = determiners().get(word.lower)
    return possible & (article.agreement if article and article.kind != "vowel" else ALL)
