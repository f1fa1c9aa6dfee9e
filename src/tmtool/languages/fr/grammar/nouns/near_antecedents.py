"""Does nothing near a relative pronoun agree with it, from the nouns right before back to the verb of their clause: les
décisions de la Conférence, *auquel*?

All nouns back to that verb may be meant, also those of what is joined, apposed or bracketed; beyond it only its
subject, where the verb has no object. So a noun farther back in the sentence excuses nothing. The closed words are in
``near_antecedents.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.adjuncts import MONTHS
from tmtool.languages.fr.grammar.nouns.determiners import determiners, is_article, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary, is_be
from tmtool.languages.fr.grammar.nouns.noun_groups import first_before_noun, is_before_noun, is_numeral
from tmtool.languages.fr.grammar.nouns.possible_antecedents import is_of_a_verb
from tmtool.languages.fr.grammar.words.reading import (
    ALL,
    DENYING,
    PLURAL,
    POINTING,
    QUE,
    SINGULAR,
    THIRD,
    Word,
    back_over,
)
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_PRONOUNS = {
    word: frozenset((agreement,)) for agreement in ("ms", "fs", "mp", "fp") for word in _WORDS[f"pronouns {agreement}"]
}
_WHOLE = {word: frozenset((agreement,)) for agreement in ("ms", "fs") for word in _WORDS[f"whole {agreement}"]}
"""The forms of tout, which is no determiner, with what may come after each."""
_LONGEST = 60
"""Words that are looked through."""
_CLAUSE = 14
"""Words back from a verb to the pronoun that opens its relative clause."""
_ENDS = re.compile(r"[.;?!…](?:\W|$)|\t")
_MASCULINE = frozenset({"ms", "mp"})
_AT = re.compile(r"(?:[^()«»]*[)»])?,?[ \u00a0\u202f]|(?: [\d./-]+)?, ?")
"""What may part a relative clause from the words before: a space, a comma, the end of a bracket, or a number."""
_LABEL = re.compile(r"[A-Z]\d*|[IVX]+")


@dataclass(slots=True)
class _Near:
    """A `_Near` is what the nouns near a pronoun can be, the nearest first, and whether some of them are joined."""

    nouns: list[frozenset[str]] = field(default_factory=list)
    joined: bool = False


def has_none_near(words: tuple[Word, ...], first: int, wanted: frozenset[str]) -> bool:
    """Tells whether no noun is near that has the gender and number of a relative pronoun with which, or with the phrase
    before it, a clause begins at `first`; False where one of them may be of either."""
    first = _opening(words, first)
    if first < 1 or not _AT.fullmatch(words[first].before) or words[first - 1].lower in _WORDS["going on"]:
        return False
    found = _near(words, first, wanted)
    if found is None or not found.nouns:
        return False
    if any(noun & wanted for noun in found.nouns):
        return False
    if not (found.joined and wanted <= PLURAL):
        return True
    gender = _MASCULINE if wanted == {"mp"} else ALL - _MASCULINE
    return len(found.nouns) < 2 or not any(noun & gender for noun in found.nouns)


def _opening(words: tuple[Word, ...], first: int) -> int:
    """Returns the place of the word with which the phrase of a pronoun opens: *grâce* auquel, abstraction *faite*
    duquel."""
    while first > 0 and words[first].joined and words[first - 1].lower in _WORDS["opening"]:
        first -= 1
    return first


def _near(words: tuple[Word, ...], first: int, wanted: frozenset[str]) -> _Near | None:
    """Returns the nouns near, None where a word may be one of which nothing is known."""
    if _is_after_figures(words[first]) and "N" not in words[first - 1].categories:
        return None
    found = _Near()
    apart, joins = "," in words[first].before, False
    at = first - 1
    while at >= 0 and first - at < _LONGEST:
        inside, gap = _before_insert(words, at + 1), words[at + 1].before
        if inside is not None:
            if inside < 0:
                return None
            at = inside
        elif at + 1 < first:
            if ":" in gap and wanted <= PLURAL:
                return None
            if ":" in gap or _ENDS.search(gap) or _is_cut_off(words, at + 1, found, apart=apart):
                return found
        word = words[at]
        if word.lower in _WORDS["joints"]:
            found.joined = True
            joins = wanted <= SINGULAR and word.lower == "et" and bool(found.nouns) and _opens_a_group(words, at + 1)
        if _is_verb(words, at):
            if not _is_of_relative(words, at):
                return _with_subject(words, at, first, found, apart=apart)
            at -= 1
            continue
        possible = ALL if _may_be_anybody(words, at) else _possible(words, at, wanted)
        if possible == ALL:
            return None
        if possible and not joins:  # le port et *la ville, auquel*
            found.nouns.append(possible)
        joins = joins and not ("N" in word.categories and _may_be_noun(words, at))
        at -= 1
    return found if at < 0 else None


def _is_cut_off(words: tuple[Word, ...], at: int, found: _Near, *, apart: bool) -> bool:
    """Tells whether a comma before a word parts the nouns that were found from all before: no row of them goes on, and
    no phrase is inserted."""
    if "," not in words[at].before or apart or found.joined or not found.nouns:
        return False
    return not (words[at].categories & {"PREP", "PREPDET"}) and words[at].lower not in _WORDS["links"]


def _may_be_anybody(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a word stands for what is named elsewhere, or opens another clause: quiconque, si, s'il."""
    word = words[at]
    elided = word.lower == "s'" and words[at + 1].lower in ("il", "ils")
    return elided or word.lower in _WORDS["anybody"] or word.lower in _WORDS["clauses"]


def _opens_a_group(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a determiner, a figure or a preposition comes here, so that et before it joins two nouns, and what
    is right before it is of no clause that comes after the second one."""
    word = words[at]
    return _is_after_figures(word) or is_determiner(word) or bool(word.categories & {"PREP", "PREPDET"})


def _is_after_figures(word: Word) -> bool:
    return re.search(r"\d", word.before) is not None


def _before_insert(words: tuple[Word, ...], place: int) -> int | None:
    """Returns the place of the last word before a bracket or quotation that ends right before a place; -1 where it
    does not open; None where none ends there."""
    gap = words[place].before
    marks = next((pair for pair in (("(", ")"), ("«", "»"), ("[", "]")) if pair[1] in gap), None)
    if marks is None or marks[0] in gap[: gap.rindex(marks[1])]:
        return None
    for at in range(place - 1, max(-1, place - _LONGEST), -1):
        if marks[0] in words[at].before:
            return at - 1
    return -1


def _is_verb(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a word is a finite verb: one that is nothing else, an auxiliary, or one that may be a noun but has
    nothing of a noun before it and what a verb has behind it."""
    word = words[at]
    if not word.persons & THIRD:
        return False
    before = words[at - 1] if at and word.joined else None
    if before is not None and is_determiner(before):
        return word.categories == {"V"} and not word.is_participle
    if word.is_finite_or_auxiliary:
        return not (word.is_participle and not _has_a_subject_pronoun(words, at))
    if "N" not in word.categories and "A" not in word.categories:
        return "PREP" not in word.categories
    if before is None or before.categories & {"PREP", "PREPDET", "DET"} or is_before_noun(before):
        return False
    following = words[at + 1] if at + 1 < len(words) and words[at + 1].joined else None
    opens = following is not None and (
        following.lower in determiners()
        or following.lower in _WORDS["behind a verb"]
        or (following.is_participle and following.agreement({"A"}).isdisjoint(word.agreement({"N"})))
    )
    return before.lower in _WORDS["before a verb"] or (
        opens
        and word.agreement({"A"}).isdisjoint(before.agreement({"N"}))
        and "N" in before.categories
        and not before.agreement({"N"}) & PLURAL
        and "s" in {one[-1] for one in word.persons}
    )


def _has_a_subject_pronoun(words: tuple[Word, ...], at: int) -> bool:
    return at > 0 and words[at - 1].lower in _WORDS["before a verb"]


def _is_of_relative(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a verb is that of a relative clause, which its pronoun opens."""
    for at in range(verb - 1, max(-1, verb - _CLAUSE), -1):
        if _ENDS.search(words[at + 1].before) or ":" in words[at + 1].before:
            return False
        if words[at].lower in _WORDS["relatives"]:
            return True
        if words[at].lower in QUE:
            return not (at > 0 and words[at].joined and words[at - 1].categories == {"V"})  # estime que
        if _is_verb(words, at) and at < verb - 2:
            return False
    return False


def _with_subject(words: tuple[Word, ...], verb: int, first: int, found: _Near, *, apart: bool) -> _Near | None:
    """Returns the nouns near with those before the verb of their clause, of which a relative clause may be that comes
    only after the verb: Un débat aura lieu, auquel; where it has an object, only those that are new: Un atelier a réuni
    40 femmes, au cours duquel."""
    at = verb + 1
    while (
        at < first
        and words[at].joined
        and (
            words[at].lower in DENYING or words[at].categories == {"ADV"} or words[at].lower in _WORDS["beside a verb"]
        )
    ):
        at += 1
    passive = is_be(words[verb])
    if at < first and words[at].is_participle and (is_auxiliary(words[verb])):
        passive = passive or is_be(words[at])
        at += 1
        if at < first and words[at].is_participle and is_be(words[at - 1]):
            at += 1
    owned = at < first and (
        is_determiner(words[at])
        or words[at].is_infinitive
        or _is_after_figures(words[at])
        or (words[at].lower in ("de", "d'", "à") and at + 1 < first and words[at + 1].is_infinitive)
    )
    governs = at < first and words[at].lower in _WORDS["governing"] and not words[at + 1].is_name
    has_object = (owned and not passive) or governs
    for place in range(verb - 1, max(-1, verb - _LONGEST), -1):
        gap = words[place + 1].before
        if _ENDS.search(gap) or ":" in gap:
            return found
        if ")" in gap or "»" in gap:
            return None
        possible = _possible(words, place, ALL)
        if possible == ALL or words[place].lower == "si":
            return None
        if possible and (_is_new(words, place) or (apart and not has_object)):
            found.nouns.append(possible)
        if words[place].lower in _WORDS["that"] or words[place].lower in QUE:
            return found
    return found


def _is_new(words: tuple[Word, ...], noun: int) -> bool:
    """Tells whether a noun is named for the first time: un atelier, 12 villes."""
    start = first_before_noun(words, noun)
    opens = not start or not words[start].joined
    return opens or _is_after_figures(words[start]) or words[start - 1].lower in _WORDS["new"]


def _possible(words: tuple[Word, ...], at: int, wanted: frozenset[str]) -> frozenset[str]:
    """Returns what a word can be as the noun or pronoun that a relative clause is of; empty for another word, all where
    nothing is known of it."""
    word, before = words[at], words[at - 1] if at and words[at].joined else None
    following = words[at + 1] if at + 1 < len(words) and words[at + 1].joined else None
    if word.lower in MONTHS or is_of_a_verb(words, at):
        return frozenset()
    if word.lower in POINTING:
        return frozenset({POINTING[word.lower]})
    if word.lower in _PRONOUNS and not (following is not None and following.categories & {"N", "A"}):
        return _PRONOUNS[word.lower]
    if word.text[-1] in "'’" or word.lower in determiners() or is_article(words, at):
        if word.lower in ("un", "une") and following is not None and following.lower in ("des", "de", "d'"):
            return _PRONOUNS[word.lower]
        return (
            PLURAL
            if is_numeral(word) and not (following is not None and following.categories & {"N", "A"})
            else frozenset()
        )
    if before is not None and before.lower in _WORDS["before infinitive"] and word.is_infinitive:
        return frozenset()
    if word.before[-1:].isdigit():  # 1er, 3e
        return frozenset()
    own = _of_determiner(words, at)
    if not word.categories or (word.text.isupper() and len(word.text) > 1):
        return _unknown(words, at, own)
    denies = word.lower in DENYING and own is None and first_before_noun(words, at) == at and before is not None
    if denies or word.lower in _WORDS["no nouns"] or (is_auxiliary(word) and word.lower != "sommes"):
        return frozenset()
    if word.categories & {"PREP", "PREPDET", "CONJS", "CONJC"}:
        return frozenset()
    if "N" not in word.categories:
        if word.is_name and at and before is not None and "A" not in word.categories and "ADV" not in word.categories:
            return frozenset() if before.lower in _WORDS["before places"] else SINGULAR
        alone = own is not None and before is not None and not _has_its_noun(following)  # la troisième, sur laquelle
        return word.agreement({"A"}) & (own or ALL) if alone and "A" in word.categories else frozenset()
    if is_before_noun(word) and following is not None and "N" in following.categories:
        return frozenset()
    verb = back_over(words, at - 1, DENYING) if before is not None else at
    if word.is_participle and verb < at and is_auxiliary(words[verb]):
        return frozenset()
    possible = word.agreement({"N"})
    if following is not None and "A" in following.categories and following.categories.isdisjoint({"N", "PREP", "ADV"}):
        possible = possible & following.agreement({"A"}) or possible
    if own is not None:
        return possible & own or possible
    if not _may_be_noun(words, at):
        return frozenset()
    return possible & PLURAL if _is_bare(words, at, wanted) else possible


def _may_be_noun(words: tuple[Word, ...], at: int) -> bool:
    """Is false for an adjective that agrees with the noun right before it, and for a small word."""
    word, before = words[at], words[at - 1] if at and words[at].joined else None
    if word.categories & {"PREP", "PREPDET", "DET"}:
        return False
    if "A" not in word.categories or before is None or before.lower in determiners() or "N" not in before.categories:
        return True
    return not word.agreement({"A"}) & before.agreement({"N"})


def _has_its_noun(following: Word | None) -> bool:
    return following is not None and ("N" in following.categories or is_before_noun(following))


def _of_determiner(words: tuple[Word, ...], at: int) -> frozenset[str] | None:
    """Returns what the determiner of a noun, adjectives between, leaves of it; None for a noun without."""
    start = first_before_noun(words, at)
    if re.search(r"(?<![\d,.])(?!0\b|1\b)\d+[ \u00a0\u202f]$", words[start].before):
        return PLURAL
    if not start or not words[start].joined:
        return None
    before = words[start - 1].lower
    determiner = determiners().get(before)
    return determiner.agreement if determiner is not None else _WHOLE.get(before)


def _unknown(words: tuple[Word, ...], at: int, own: frozenset[str] | None) -> frozenset[str]:
    """Returns what a word can be that the lexicon lacks: what its determiner says; nothing for a label."""
    if _LABEL.fullmatch(words[at].text):
        return frozenset()
    if own is None and words[at].is_name and not words[at].text.isupper():
        return frozenset() if at and words[at - 1].lower in _WORDS["before places"] else SINGULAR
    return own or ALL


def _is_bare(words: tuple[Word, ...], at: int, wanted: frozenset[str]) -> bool:
    """Tells whether a noun has no determiner and hangs on another, so that no relative clause is of it: un atelier de
    *formation*; a plural is none for a singular pronoun."""
    start = first_before_noun(words, at)
    if start < at or not start or not words[start].joined:
        return False
    link = words[start - 1]
    if link.lower not in _WORDS["links"] or words[at].is_name or wanted <= PLURAL:
        return False
    if words[start - 2].lower in DENYING or words[start - 2].lower in _WORDS["as"]:  # n'a pas de surface sur laquelle
        return False
    if at + 1 < len(words) and words[at + 1].joined and "A" in words[at + 1].categories:
        return False  # en comité plénier, lequel
    hangs = start > 1 and words[start - 1].joined and not _is_verb(words, start - 2)
    return hangs and not words[start - 2].is_infinitive
