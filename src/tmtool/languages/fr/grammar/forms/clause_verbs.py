"""Which is the finite verb of the clause that que or si opens: que les États membres du Groupe *soient* informés?

The first one after que or si, where nothing (a mark, another qui or que) lets it belong to another clause. The closed
words are in ``clause_verbs.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners, is_determiner
from tmtool.languages.fr.grammar.words.closed_words import JOINTS, NE_OR_SE, OF_FORMS, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
DENYING = _WORDS["denying"]
SUBJUNCTIVE = frozenset("ST")
"""Features of the tenses of the subjunctive."""
FARTHEST = 22
"""Words at most from que or si to its verb."""
_PREPOSITIONS = (
    TO_FORMS,
    OF_FORMS,
    *(frozenset({word}) for word in ("dans", "en", "par", "pour", "sur", "avec")),
)
_NEAR = 6
"""Words at most between the prepositions of two complements that are joined."""
_NUMBERED = re.compile(r"[ \u00a0\u202f](?:\d+(?:[.,-]\d+)*[ \u00a0\u202f](?:%[ \u00a0\u202f])?)")
"""The number of an item, an article or a rule that is the subject (que le point 8 soit), or a share of it (que 40 % des
membres soient)."""


def clause_verb(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the finite verb of the clause that que or si opens, or None where it is not certain."""
    if _has_no_verb(words, place):
        return None
    start, after, seen = _after_insertion(words, place), -1, False
    for at in range(start, min(place + FARTHEST, len(words))):
        word = words[at]
        if at < after:
            continue
        if seen and not word.joined and after < 0:  # si l’appareil intègre un capteur, la lumière sera
            return None
        seen = seen or (is_finite(word) and bool(word.persons & THIRD) and not is_determiner(words[at - 1]))
        if (
            word.before == ", "
            and after < 0
            and (
                word.lower in _WORDS["opening an insertion"]
                or _is_day(words, at)
                or _is_named(words, at)
                or _is_apposed(words, at)
            )
        ):
            after = _after_relative(words, at)
            if after > 0:
                continue
        if at == after and not (is_finite(word) or word.lower in NE_OR_SE):
            return None
        if word.lower in _WORDS["taking up the subject"] and word.joined and after < 0 and not seen:
            return _after_qui(words, at)
        if (
            not (
                word.joined
                or at == after
                or at == start > place + 1
                or _goes_on(words, at)
                or _NUMBERED.fullmatch(word.before)
            )
            or word.lower in _WORDS["openers"]
            or word.lower in _WORDS["subjunctives"]
        ):
            return None
        if at + 1 < len(words) and words[at + 1].before.startswith(")"):  # a label: l’alinéa a)
            return None
        if _is_sure(words[at - 1], word) or is_after_ne(words, at):
            return word
        if word.categories == {"V"} and word.persons and not word.is_name:
            return None if word.is_participle else word
        if word.is_infinitive and "N" not in word.categories and not _is_of_subject(words, place, at):
            return None
        if at > place + 1 and _may_have_its_object(words, at):
            return None
    return None


def _has_no_verb(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether an adjective or a participle is all that bien que has, up to its comma: bien que dépourvu de
    moyens, ce fonds a; not bien que seuls trois membres aient."""
    first = que + 1
    while first + 1 < len(words) and words[first].lower in _WORDS["degrees"] and words[first + 1].joined:
        first += 1
    if not que or words[que - 1].lower not in _WORDS["without a verb"] or first >= len(words):
        return False
    word = words[first]
    if not all(one.joined for one in words[que + 1 : first + 1]) or "PREP" in word.categories:
        return False
    quality = ("A" in word.categories or word.is_participle) and not word.is_name and not is_determiner(word)
    if not quality or word.lower in _WORDS["no quality"]:
        return False
    apart = (at for at in range(first + 1, len(words)) if not words[at].joined and not _is_counted(words[at]))
    end = next(apart, len(words))
    return (
        end < len(words)
        and words[end].before == ", "
        and not any(_is_sure(words[at - 1], words[at]) for at in range(first, end))
    )


def _is_counted(word: Word) -> bool:
    """Tells whether nothing but a number parts a word from the one before: ratifié par 179 *États*."""
    return _NUMBERED.fullmatch(word.before) is not None


def _may_have_its_object(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a word that may be an adjective or a noun is the verb of its clause, the subject right before it
    and an object right after it: avant que l’envoi *quitte* le pays."""
    word, before = words[at], words[at - 1]
    article, noun = words[at + 1 : at + 3] if at + 2 < len(words) else (None, None)
    finite = is_finite(word) and bool(word.persons & THIRD) and "PREP" not in word.categories
    if not finite or article is None or noun is None or "N" not in before.categories or is_determiner(before):
        return False
    opens = article.joined and article.lower in _WORDS["articles of an object"]
    return opens and noun.joined and "N" in noun.categories and noun.lower not in _WORDS["days"]


def subjunctive_verb(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the first finite verb after que where it is right after its subject and in the subjunctive."""
    for at in range(place + 1, min(place + FARTHEST, len(words))):
        word = words[at]
        closed = not (word.joined or _NUMBERED.fullmatch(word.before))
        if closed or word.lower in _WORDS["openers"] or word.lower in DENYING - _WORDS["denying only the verb"]:
            return None
        if word.lower in _WORDS["auxiliaries"] or (word.is_infinitive and not is_determiner(words[at - 1])):
            return None
        pronoun = words[at - 1].lower in _WORDS["before have"] | {"le", "la"} and word.lower in _WORDS["subjunctives"]
        if is_finite(word) and word.persons & THIRD and (pronoun or not is_determiner(words[at - 1])):
            sure = word.categories == {"V"} or word.lower == "soit"
            after = words[at + 1] if at + 1 < len(words) and words[at + 1].joined else None
            if not sure and after and (after.lower in _WORDS["subjunctives"] or _is_sure(word, after)):
                continue  # le premier contrôle ait été fait
            rest = takewhile(lambda one: "." not in one.before and ";" not in one.before, words[at + 1 :])
            other = any(one.lower in ("soit", "ou") for one in rest)  # que … soit … soit
            return word if sure and tenses(word) and tenses(word) <= SUBJUNCTIVE and not other else None
    return None


def _is_sure(before: Word, word: Word) -> bool:
    """Tells whether a word is a finite verb by itself, or by the word before it: n'y fait."""
    if (
        word.text != "A"
        and word.lower in _WORDS["auxiliaries"]
        and (not is_determiner(before) or has_object(before, word))
    ):
        return True
    return before.lower in _WORDS["before a verb"] and word.joined and "V" in word.categories and bool(word.persons)


def is_after_ne(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word is a finite verb by ne or se, from which only pronouns part it: n'en *fait* la demande, ne
    leur *porte* préjudice."""
    at = place - 1
    while at > 0 and words[at].lower in _WORDS["pronouns after ne"] and words[at].joined:
        at -= 1
    follows = at < place - 1 and at >= 0 and words[at].lower in NE_OR_SE and words[place].joined
    return follows and "V" in words[place].categories and bool(words[place].persons & THIRD)


def has_object(before: Word, verb: Word) -> bool:
    """Tells whether the word before a form of avoir, or leur before one of être, is a pronoun and no determiner: avant
    que quiconque leur a écrit, ne l’a lu, qu’une place leur est réservée; aura may be a noun."""
    dative = before.lower == "leur" and verb.lower in _WORDS["be"]
    return before.joined and (dative or (before.lower in _WORDS["before have"] and verb.lower in _WORDS["have"]))


def _after_insertion(words: tuple[Word, ...], place: int) -> int:
    """Returns the place after que or, where an adverbial stands between commas there, after that: que, conformément à
    la pratique établie, la Réunion."""
    first = place + 1
    if first >= len(words) or words[first].before != ", " or not words[first].categories & {"ADV", "PREP"}:
        return first
    for at in range(first + 1, min(place + FARTHEST, len(words))):
        if words[at].before == ", ":
            return at
        if not (words[at].joined or _is_counted(words[at])) or words[at].lower in _WORDS["openers"]:
            return first
    return first


def _is_of_subject(words: tuple[Word, ...], que: int, at: int) -> bool:
    """Tells whether an infinitive belongs to the subject: que les moyens de faire face soient; not after ne … que."""
    return words[at - 1].lower in _WORDS["before infinitive"] and not words[que + 1].categories <= {"PREP"}


def _is_day(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a day is named here between commas: la première séance, le mercredi 4 juillet, est."""
    return words[place].lower == "le" and place + 1 < len(words) and words[place + 1].lower in _WORDS["days"]


def _is_named(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the one who is the subject is named here between commas: la Présidente, Mme Dupont, fera."""
    return words[place].lower in _WORDS["titles"] and place + 1 < len(words) and words[place + 1].is_name


def _is_apposed(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle that agrees with the noun before its comma says more of the subject: ce rapport,
    établi par le Groupe, est."""
    word, noun = words[place], words[place - 1]
    alone = word.is_participle and not word.persons & THIRD
    return alone and "N" in noun.categories and bool(word.agreement() & noun.agreement({"N"}))


def _joins_complements(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether et or ou joins two complements with one preposition: qui ont adhéré au pacte *ou* à la charte."""
    after = words[place + 1] if place + 1 < len(words) else None
    if after is None or not after.joined:
        return False
    same = next((forms for forms in _PREPOSITIONS if after.lower in forms), frozenset[str]())
    return any(word.lower in same and word.joined for word in words[max(0, place - _NEAR) : place])


def _after_relative(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the word after a relative clause, or a day, between commas: le poste, qui reste vacant, est;
    0 for none."""
    for at in range(place + 1, min(place + FARTHEST, len(words))):
        if not words[at].joined and not words[at].mark.isdigit():
            return at if words[at].before == ", " else 0
    return 0


def _after_qui(words: tuple[Word, ...], qui: int) -> Word | None:
    """Returns the verb of the clause after that of a relative one with which its subject ends: afin que les experts qui
    assistent aux deux n'ont; None where it is not certain."""
    inside = False
    for at in range(qui + 1, min(qui + FARTHEST, len(words))):
        word = words[at]
        if not word.joined or word.lower in _WORDS["openers"]:
            return None
        if word.lower in JOINTS and not _joins_complements(words, at):
            return None
        if not is_finite(word) or not word.persons & THIRD or is_determiner(words[at - 1]):
            continue
        if not inside:
            inside = True
        elif words[at - 1].lower in ("n'", "ne") or word.lower in (
            "est",
            "sera",
            "sont",
            "seront",
        ):  # celles qui manquent seront
            return word
        else:
            return None
    return None


def is_finite(word: Word) -> bool:
    """Tells whether a word may be a finite verb, and no participle."""
    return bool(word.persons) and "V" in word.categories and not word.is_participle and not word.is_name


def _goes_on(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the subject goes on after a comma, as a series does: que des lois, des politiques et des plans."""
    word, following = words[place], words[place + 1] if place + 1 < len(words) else None
    return (
        word.before == ", "
        and word.lower in determiners()
        and following is not None
        and following.joined
        and "N" in following.categories
        and words[place - 1].categories <= {"N", "A"}
    )


def tenses(verb: Word) -> frozenset[str]:
    """Returns the first letters of the tenses that a form may be of, as the lexicon has them; a form of être is of no
    other verb (étaient of étayer)."""
    verbs = [entry for entry in verb.entries if entry.category == "V"]
    verbs = [entry for entry in verbs if entry.lemma == "être"] or verbs
    return frozenset(feature[0] for entry in verbs for feature in entry.features if feature[0] not in "KWG")
