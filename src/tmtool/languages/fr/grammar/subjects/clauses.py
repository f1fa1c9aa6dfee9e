"""What is the subject of a verb where the words between the two cannot all be read: the noun that opens the clause, or
none that is a plural?

Where the group of the subject goes on with what noun_chains.py does not follow (participles, names, infinitives), its
first noun is enough, as long as no other verb, no relative clause and no comma comes between. The closed words are in
``clauses.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import determiners, is_article, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import chain, is_auxiliary, is_before_a_year, linked
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun, is_numeral
from tmtool.languages.fr.grammar.subjects.clause_openings import opens
from tmtool.languages.fr.grammar.subjects.foreign_names import is_foreign_name
from tmtool.languages.fr.grammar.subjects.noun_subjects import stands_for_many
from tmtool.languages.fr.grammar.subjects.subject_words import MANY_IN_ONE, ONE_BY_ONE
from tmtool.languages.fr.grammar.words.closed_words import ALL_FORMS, OF_FORMS
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, THIRD, Word, place_before
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
OTHER_CLAUSES = _WORDS["other clauses"]
JOINING = _WORDS["joining"]
_CLITICS = _WORDS["clitics"]
INVERTING = _WORDS["inverting"]
_SUBORDINATING = _WORDS["subordinating"]
_MANY = _WORDS["many"]
TIMES = _WORDS["times"]
_CONTRACTED = frozenset({"du", "au", "aux"})
_FARTHEST, _AHEAD = 40, 12
"""Words back to the noun that opens a clause, and to its main verb."""
_BOUNDS = (".", ";", ":", "?", "!", "(", ")", "«", "»", "–", "—", '"', "“", "”", "<<", ">>")


def opening_noun(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what the noun that opens the clause of a verb can be of "ms", "mp", "fs", "fp"; empty where it is not
    certain to be the subject."""
    place = place_before(words, verb, _CLITICS)
    if place > 0 and is_before_a_year(words, place):
        place -= 1
    if place < 0 or words[place].lower in JOINING | _WORDS["before a noun"] or words[place].is_present_participle:
        return frozenset()
    joined = False
    for at in range(place, max(-1, place - _FARTHEST), -1):
        word = words[at]
        if not linked(words[at + 1]) or word.lower in OTHER_CLAUSES or may_be_finite(words, at):
            return frozenset()
        joined = joined or word.lower in JOINING
        if at < place and word.lower in determiners() and (at == 0 or not _holds(words[at - 1])) and opens(words, at):
            ended = words[place].persons & THIRD or any("," in one.before for one in words[place + 1 : verb + 1])
            if at and words[at - 1].lower == "dont" and ended:
                return frozenset()  # les voix dont il dispose doivent; les autres, dont le plan pour 2026, seront
            if at and words[at - 1].lower in _WORDS["relative"] and may_have_its_verb(words[at : place + 1]):
                return frozenset()  # les régions où l'épidémie continue de sévir doivent
            return _agreement(words, at, place, joined=joined)
    return frozenset()


def may_have_its_verb(clause: tuple[Word, ...]) -> bool:
    """Tells whether a word of a clause may be its verb, though it may be an adjective of the noun before it, too."""
    return any(one.persons & THIRD and one.categories == {"A", "V"} and not one.is_participle for one in clause)


def _holds(word: Word) -> bool:
    """Tells whether this is tous or toutes, which come before the determiner of their noun."""
    return word.lower in ALL_FORMS


def _agreement(words: tuple[Word, ...], determiner: int, end: int, *, joined: bool) -> frozenset[str]:
    """Returns gender and number of the noun group that begins with a determiner, empty where it is not certain."""
    if any(is_foreign_name(one, two) for one, two in pairwise(words[determiner : end + 1])):
        return frozenset()
    if words[determiner].lower in _CONTRACTED or not is_article(words, determiner, no_objects=True):
        return frozenset()
    at = determiner + 1
    while at < end and words[at + 1].joined and _comes_before(words[at], words[at + 1]):
        at += 1
    noun = words[at]
    wanted = noun.agreement({"N"}) & determiners()[words[determiner].lower].agreement
    if (
        "N" not in noun.categories
        or noun.text.isupper()
        or is_numeral(noun)
        or stands_for_many(words, at)
        or (noun.lower in TIMES and not (noun.lower == "partie" and words[determiner].lower in ("la", "cette")))
        or not wanted
    ):
        return frozenset()
    if wanted <= PLURAL:
        return frozenset({"mp"}) | wanted if joined else wanted
    if joined:
        return PLURAL if not noun.is_name and _is_pair(words, at, end) else frozenset()
    return wanted if wanted <= SINGULAR else frozenset()


def _is_pair(words: tuple[Word, ...], noun: int, end: int) -> bool:
    """Tells whether another noun with its own determiner is joined by et to a noun, between which are only words that
    hang on the latter by de: la faiblesse des recherches et l'incapacité."""
    joints = [at for at in range(noun + 1, end) if words[at].lower in JOINING and is_determiner(words[at + 1])]
    if not joints or words[joints[0]].lower != "et" or joints[0] + 2 > end:
        return False
    joint = joints[0]
    between = words[noun + 1 : joint]
    if any("PREP" in one.categories and one.lower not in OF_FORMS for one in between) or is_before_noun(
        words[joint - 1]
    ):
        return False
    if any(one.lower in ("au", "aux") or one.is_present_participle or one.is_infinitive for one in between):
        return False
    determiner, second = words[joint + 1], words[joint + 2]
    owned = determiner.joined and is_determiner(determiner)
    other = determiner.lower in _CONTRACTED | OF_FORMS | ONE_BY_ONE
    return owned and not other and second.joined and "N" in second.categories and not is_before_noun(second)


def _comes_before(word: Word, following: Word) -> bool:
    """Tells whether a word is an adjective or a number before its noun: les généreuses contributions."""
    adjective = word.categories == {"A"} and following.categories == {"N"}
    return is_before_noun(word) or is_numeral(word) or adjective


def may_be_finite(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word may be a verb with its own subject."""
    word = words[place]
    if not word.persons & THIRD or word.is_name or "PREP" in word.categories:
        return False
    before = words[place - 1] if place and words[place].joined else None
    if (
        word.is_participle
        and before is not None
        and "N" in before.categories
        and word.lower not in ("dit", "fait", "traite")
    ):
        return False
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    if word.lower == "a" and following is not None and following.is_participle:
        return True  # les a reçues
    if before is not None and before.lower == "leur" and is_auxiliary(word):
        return True  # la parole leur est donnée
    if "N" not in word.categories:
        return "A" not in word.categories or before is None or "N" not in before.categories
    return before is None or not (before.lower in determiners() or before.lower in _WORDS["before a noun"])


def main_verb_before(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the last finite verb before the et that comes before `place` and its pronouns, where that is
    the verb of the main clause; -1 for none: les revenus que procure la pêche croissent *et constituent*."""
    joint = place_before(words, place, _CLITICS)
    if (
        joint < 1
        or words[joint + 1].lower == "lui"
        or not ((words[joint].lower == "et" and words[joint].joined) or _is_but(words, joint))
        or not words[joint + 1].joined
    ):
        return -1
    start = joint
    while start > 0 and joint - start < _FARTHEST and not any(mark in words[start].before for mark in _BOUNDS):
        start -= 1
    pending, last, is_main = 0, -1, False
    for at in range(start, joint):
        word = words[at]
        if word.lower in _SUBORDINATING:
            pending += 1
        elif is_surely_finite(words, at):
            last, is_main = at, pending == 0
            pending = max(0, pending - 1)
        elif may_be_finite(words, at) and not _follows_adjective(words, at):
            return -1
    return last if is_main and joint - last <= _AHEAD else -1


def _is_but(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is mais after a comma, right after which a verb carries on: est passée à 3 %, mais *est
    restée* basse."""
    return words[place].lower == "mais" and words[place].before.strip(" \u00a0") == ","


def _follows_adjective(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word that may be a verb is the second adjective of a noun: l'eau douce *liquide* du lac."""
    word, before = words[place], words[place - 1]
    following = words[place + 1]
    adjectives = "A" in word.categories and "A" in before.categories <= {"A", "N"} and word.joined
    goes_on = following.joined and (following.lower in OF_FORMS or following.lower in JOINING)
    return adjectives and goes_on and bool(word.agreement({"A"}) & before.agreement({"A"}))


def is_plural_after_and(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a plural noun group comes right before the verb and after ", et", which the main verb of another
    clause comes before: Le tramadol n'est pas interdit, et les législations diffère."""
    place = verb - 1
    while place > 0 and words[place].lower in ("n'", "ne") and words[place + 1].joined:
        place -= 1
    if place < 2 or not words[place + 1].joined:
        return False
    found = chain(words, place)
    joint = found.start - 1
    if not found.heads or joint < 1 or words[joint].lower not in ("et", "mais") or words[joint].mark != ",":
        return False
    if words[found.start].lower not in _WORDS["plural determiners"] or not words[found.start].joined:
        return False
    if any(words[one.place].lower in MANY_IN_ONE for one in found.heads):
        return False
    return found.heads[-1].possible <= PLURAL and _ends_a_main_clause(words, joint)


def singular_after_and(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what the noun is that opens, right after et and after the main verb of another clause, the clause of a
    verb in the singular: Le texte a été lu et sa version révisée *a* été approuvée. Of two that et joins the verb would
    be a plural. Empty where that is not certain."""
    place = place_before(words, verb, _CLITICS)
    for at in range(place, max(0, place - _AHEAD), -1):
        if not words[at + 1].joined or words[at].lower in OTHER_CLAUSES or may_be_finite(words, at):
            return frozenset()
        if words[at - 1].lower == "et" and words[at].joined and words[at].lower in _WORDS["singular determiners"]:
            return _agreement(words, at, place, joined=False) if _ends_a_main_clause(words, at - 1) else frozenset()
    return frozenset()


def plurals_after_and(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what the noun is that opens such a clause with a verb in the plural, which it has alone where the clause
    before has its own: il ne sera rien fait et les vues exprimées ne devront pas être *publiées*."""
    place = place_before(words, verb, _CLITICS)
    joined = False
    for at in range(place, max(0, place - _AHEAD), -1):
        if not words[at + 1].joined or words[at].lower in OTHER_CLAUSES or may_be_finite(words, at):
            return frozenset()
        joined = joined or words[at].lower in JOINING
        if words[at - 1].lower == "et" and words[at].joined and words[at].lower in _WORDS["plural determiners"]:
            alone = _ends_a_main_clause(words, at - 1) and not _is_of_a_series(words, at - 1)
            return _agreement(words, at, place, joined=joined) if alone else frozenset()
    return frozenset()


def _is_of_a_series(words: tuple[Word, ...], joint: int) -> bool:
    """Tells whether et may end a series, or join two subjects of a clause that asks: comment les ports, les gares et
    les villes ont été aidés."""
    for at in range(joint, max(0, joint - _FARTHEST), -1):
        if words[at].lower in _WORDS["asking"] or ("," in words[at].before and at < joint):
            return True
        if is_surely_finite(words, at):
            return False
    return True


def _ends_a_main_clause(words: tuple[Word, ...], joint: int) -> bool:
    """Tells whether a clause with its verb, and nothing that hangs on it by another verb, comes before a joint."""
    start = joint
    while start > 0 and joint - start < _FARTHEST and not any(mark in words[start].before for mark in _BOUNDS):
        start -= 1
    before = range(start, joint)
    if any(words[at].lower in _SUBORDINATING or words[at].is_infinitive for at in before):
        return False
    return any(is_surely_finite(words, at) for at in before)


def is_surely_finite(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word is a verb in the third person, and nothing else."""
    word = words[place]
    if word.is_name or not word.persons & THIRD or word.is_infinitive or _is_indefinite(words, place):
        return False
    return is_auxiliary(word) or (word.categories == {"V"} and not word.is_participle)


def _is_indefinite(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the verb of n'importe où, n'importe quel."""
    return words[place].lower == "importe" and place > 0 and words[place - 1].lower == "n'"


def carried_on_from(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the main verb before et and the verb at `place`, whose subject is its own, where the two
    differ in number; -1 for none."""
    main, persons = main_verb_before(words, place), words[place].persons & THIRD
    differs = main >= 0 and (words[main].persons & THIRD).isdisjoint(persons)
    return main if differs and len(words[main].persons & THIRD) == 1 else -1


def group_at(words: tuple[Word, ...], determiner: int, end: int) -> frozenset[str]:
    """Returns gender and number of the noun group that begins with a determiner and ends by `end`, empty where it is
    not certain or et may join another group to it; the et of two figures joins none: les points 3 et 4."""
    joined = any(
        one.lower in JOINING and not following.mark[:1].isdigit()
        for one, following in pairwise(words[determiner : end + 2])
    )
    return frozenset() if joined else _agreement(words, determiner, end, joined=False)


def has_no_plural(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether nothing before a plural verb in its sentence can be its subject, though there are nouns: M. Wurtz,
    qui s'expriment."""
    before, last = words[verb - 1], verb + (verb + 1 < len(words) and words[verb + 1].is_participle)
    after = words[last + 1] if last + 1 < len(words) else None
    if before.lower in INVERTING | OTHER_CLAUSES - {"qui"} or before.is_present_participle or not words[verb].joined:
        return False
    if after is not None and after.lower in determiners():  # au niveau national existent des réseaux
        return False
    nouns = False
    for at in range(verb - 1, max(-1, verb - _FARTHEST), -1):
        word, mark = words[at], words[at + 1].mark
        if any(one.isdigit() for one in mark):
            return False
        if any(bound in mark for bound in _BOUNDS):
            return nouns and "." in mark and words[at + 1].before != "."  # l'article XIX.A
        if word.lower in _MANY or word.lower in JOINING or word.lower in MANY_IN_ONE or is_numeral(word):
            return False
        if (word.text.isupper() and len(word.text) > 1) or ("," in mark and words[at + 1].is_name):
            return False
        if word.lower in determiners() and determiners()[word.lower].agreement & PLURAL:
            return False
        if word.lower == "qui" or is_auxiliary(word) or (word.lower in _CLITICS and words[at + 1].persons):
            continue
        if word.categories & {"N", "A", "PRO", "DET"} or word.is_participle or not word.categories:
            if not word.categories and not word.is_name and word.text[-1] not in "'’":
                return False
            nominal = word.agreement({"N", "A", "PRO"})
            if nominal & PLURAL and word.lower not in determiners():
                return False
            nouns = nouns or ("N" in word.categories and at > 0 and is_determiner(words[at - 1]))
    return nouns and verb < _FARTHEST and not words[0].before.strip(" \u00a0\u202f0123456789.")
