"""Has a verb the number and the person of its subject, and is there a verb only where one can be: les membres *a*
examiné, la Commission *examinent*?

The answer comes from the lexicon, and from what subjects.py knows of the subject. The closed words are in
``verbs.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import DEFINITE, determiners, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import chain
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun
from tmtool.languages.fr.grammar.predicates import opening_verbs
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_have
from tmtool.languages.fr.grammar.subjects.acts import is_an_act
from tmtool.languages.fr.grammar.subjects.clause_openings import opens
from tmtool.languages.fr.grammar.subjects.clauses import (
    INVERTING,
    carried_on_from,
    group_at,
    has_no_plural,
    is_plural_after_and,
    may_be_finite,
    opening_noun,
    plurals_after_and,
)
from tmtool.languages.fr.grammar.subjects.counted_subjects import are_counted, is_less_than_two, is_share_of_several
from tmtool.languages.fr.grammar.subjects.inversions import comes_after_a_place, inverted, is_left_open
from tmtool.languages.fr.grammar.subjects.joined_subjects import are_a_pair, are_several
from tmtool.languages.fr.grammar.subjects.only_numbers import only_number
from tmtool.languages.fr.grammar.subjects.only_plurals import are_only_plurals
from tmtool.languages.fr.grammar.subjects.plain_subjects import plain
from tmtool.languages.fr.grammar.subjects.pointed_subjects import pointed_out
from tmtool.languages.fr.grammar.subjects.relative_clauses import is_after_auxiliary, past_relative, pronoun_before
from tmtool.languages.fr.grammar.subjects.subjects import ONE_BY_ONE, is_plural_before, is_resumed, subject
from tmtool.languages.fr.grammar.subjects.sure_numbers import (
    are_many,
    are_most,
    are_persons,
    are_so_many,
    are_some,
    is_one,
    is_part_of_one,
)
from tmtool.languages.fr.grammar.words.closed_words import NE, OF_FORMS
from tmtool.languages.fr.grammar.words.reading import (
    PLURAL,
    QUE,
    THIRD,
    Word,
    opens_sentence,
    place_before,
    start_of_clause,
)
from tmtool.languages.fr.grammar.words.set_phrases import end_with_a_side
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_AUXILIARIES = _WORDS["auxiliaries"]
_SURE_BEFORE = _WORDS["before a verb"]
_OBJECTS = _WORDS["objects"]
_CLITICS = _WORDS["clitics"]
_BEFORE_THEIRS = frozenset({"les", "des", "aux"})
"""Words after which leurs is a pronoun."""
_OWNED = _WORDS["owned"]
_SPEAKERS = {person: _WORDS[person] for person in ("1s", "2s", "1p", "2p")}
_PLURALS = (
    is_plural_before,
    is_resumed,
    are_several,
    are_a_pair,
    are_counted,
    is_share_of_several,
    is_plural_after_and,
    are_persons,
    are_some,
    are_so_many,
    are_most,
    are_many,
    are_only_plurals,
)
"""What tells that a subject is a plural, of whatever gender."""
_SINGULARS = (is_one, is_part_of_one, is_less_than_two, is_an_act)
"""What tells that a subject is a singular."""
_PAST_RELATIVE = (are_several, are_counted, is_share_of_several, are_persons, are_most, are_many)
"""Those of them that tell it of a subject before a relative clause, too."""
_DEGREES = frozenset({"plus", "moins", "mieux"})
_SEVERAL, _NEAR = 2, 3
"""Words of plus longtemps que."""
_FARTHEST = 40
"""Words back from a second participle to its avoir."""
_FAR, _NEAREST = 9, 4
"""Words between a que that compares and a verb after it, and between the word that does and que."""


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, bool]]:
    """Yields the finite verbs that have another number than their subject, each with whether that is a plural."""
    wrong: set[int] = set()
    for place, word in enumerate(words):
        persons = word.persons & THIRD
        indefinite = word.lower == "importe" and place and words[place - 1].lower == "n'"  # n'importe où
        if (
            len(persons) != 1
            or indefinite
            or _is_label(words, place)
            or (word.lower == "soit" and _is_either(words, place))
            or _shares_avoir(words, place)
            or _is_noun_of_its_phrase(words, place)
            or (word.lower == "fait" and is_after_auxiliary(words, place))  # n'ayant pas fait
        ):
            continue
        sure = is_verb(words, place) or _is_only_verb(words, place)
        if not sure and (word.is_name or carried_on_from(words, place) < 0):
            continue
        wanted = {one[1] for one in subject(words, place) or pointed_out(words, place)}
        if wanted == {"s", "p"} and persons == {"3s"} and word.lower != "soit" and are_a_pair(words, place):
            wanted = {"p"}
        if (
            not wanted
            and persons == {"3s"}
            and word.lower != "soit"
            and any(is_plural_here(words, place) for is_plural_here in _PLURALS)
        ):
            wanted = {"p"}
        elif not wanted and persons == {"3p"} and any(is_one_here(words, place) for is_one_here in _SINGULARS):
            wanted = {"s"}
        elif not wanted and _differs_from_all_before(words, place) and wrong.isdisjoint(range(place)):
            wanted = {"p"} if persons == {"3s"} else {"s"}
        wanted = wanted or set(inverted(words, place) or {one[1] for one in opening_noun(words, place)})
        wanted = wanted or {one[1] for one in past_relative(words, place)}
        if not (wanted or word.is_name) and (main := carried_on_from(words, place)) >= 0 and main not in wrong:
            if _has_number_of_opening(words, main, persons):
                wrong.add(main)
                yield words[main], persons == {"3p"}
                continue
            wanted = {"p"} if persons == {"3s"} else {"s"}
        wanted = set(plain(words, place)) or wanted if len(wanted) != 1 else wanted
        if not wanted and persons == {"3s"} and word.lower != "soit":
            wanted = {one[1] for one in plurals_after_and(words, place)}
        if not wanted and persons == {"3p"} and place and has_no_plural(words, place):
            wanted = set() if comes_after_a_place(words, place) else {"s"}
        if not wanted and (pronoun := pronoun_before(words, place)):
            wanted = _past_relative(words, pronoun, persons)
        if not wanted and word.lower != "soit" and sure:
            wanted = set(only_number(words, place))
        differs = bool(wanted) and persons.isdisjoint({f"3{number}" for number in wanted})
        if differs and sure and not (is_left_open(words, place) or _is_after_the_same(words, place)):
            wrong.add(place)
            yield word, wanted == {"p"}
    yield from opening_verbs.disagreements(words)


def _is_label(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the letter of a part: *a)* les articles."""
    closed = place + 1 < len(words) and words[place + 1].mark[:1] in (")", "]")
    return closed and len(words[place].text) == 1 and not words[place].joined


def _is_only_verb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word that may be a noun is the only one that can be the verb of a sentence which a plural opens:
    Les constellations en orbite basse *compte* désormais 14 000 satellites."""
    word = words[place]
    if word.categories != {"V", "N"} or word.is_participle or word.is_name or plain(words, place) != "p":
        return False
    before, after = words[place - 1], words[place + 1] if place + 1 < len(words) else None
    if after is None or not after.joined or not after.categories & {"PREP", "ADV", "DET"}:
        return False
    owned = before.lower in determiners() or before.lower in ONE_BY_ONE or is_before_noun(before)
    if word.joined and (owned or "PREP" in before.categories):
        return False
    for at in range(place + 1, len(words)):
        if words[at].opens_clause or words[at].lower in _WORDS["of another clause"]:
            return True
        if may_be_finite(words, at):
            return False
    return True


def _has_number_of_opening(words: tuple[Word, ...], main: int, persons: frozenset[str]) -> bool:
    """Tells whether the noun that opens the sentence of a main verb has the number of `persons`, those of another verb
    that carries on, and not its own: Le texte des points 3 et 4, qui n'est pas lu, *concernent* la date et doit être
    lu."""
    for at in range(start_of_clause(words, main), main):
        if opens(words, at) and is_determiner(words[at]):
            found = group_at(words, at, main - 1)
            return bool(found) and {f"3{one[1]}" for one in found} == persons
    return False


def _is_after_the_same(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether what is right before a verb is what a relative clause compares with, so that the subject is before
    that: les écoles qui prennent le même car que d'autres écoles *ont* …, of which the part *a* …"""
    clause = start_of_clause(words, verb)
    for que in range(verb - 2, max(clause, verb - _FAR), -1):
        if words[que].lower in QUE:
            compared = any(word.lower in _WORDS["comparing"] for word in words[max(clause, que - _NEAREST) : que])
            alone = not any(word.categories == {"V"} for word in words[que + 1 : verb])
            return compared and alone and any(word.lower == "qui" for word in words[clause:que])
    return False


def _past_relative(words: tuple[Word, ...], pronoun: int, persons: frozenset[str]) -> set[str]:
    """Returns the other number than that of a verb where the subject before the relative clause right before it surely
    has that: la plupart des pays qui ont répondu *a*, chacun des États qui ont voté *peuvent*."""
    if persons == {"3s"}:
        return {"p"} if any(is_plural_here(words, pronoun) for is_plural_here in _PAST_RELATIVE) else set()
    return {"s"} if persons == {"3p"} and is_one(words, pronoun) else set()


def _is_noun_of_its_phrase(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word that may be a noun comes right after aucun, chaque or the like, or a present participle, or
    after a preposition and an article: n'ont aucun *fait* nouveau, les paragraphes rendant *compte* du débat, contre le
    *fait* de."""
    word, before = words[place], words[place - 1]
    doing = before.is_present_participle and not is_determiner(words[place - 2])
    owned = before.lower in DEFINITE and before.joined and place > 1 and "PREP" in words[place - 2].categories
    governed = before.lower in ONE_BY_ONE or (doing and place > 1) or owned
    return "N" in word.categories and place > 0 and word.joined and governed


def _shares_avoir(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this may be a second participle of an avoir before it: ils ont déminé des sites et détruit."""
    if not words[place].is_participle or place < 2 or words[place - 1].lower not in ("et", "ou"):
        return False
    for at in range(place - 2, max(-1, place - _FARTHEST), -1):
        if is_have(words[at]):
            return True
        if words[at].opens_clause:
            return False
    return False


def is_plural(word: Word) -> bool:
    """Tells whether a word can only be a verb, and in the third person only a plural."""
    return word.persons & THIRD == {"3p"} and word.categories == {"V"}


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
        while at + 1 < len(words) and words[at].lower in _CLITICS and words[at + 1].joined:
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


def _differs_from_all_before(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the verb comes after et and shares its subject with one before, and none there has its number: il
    pratique une politique et consacrent des millions."""
    joint = place_before(words, place, _CLITICS)
    if joint < 1 or words[joint].lower != "et" or not words[joint + 1].joined:
        return False
    if not words[joint].joined and words[joint].before != ", ":
        return False
    disjunctive = words[joint + 1].lower == "lui"  # son équipe et lui ne sont
    if joint < place - 1 and (disjunctive or words[place].categories != {"V"}):
        return False
    mine = words[place].persons & THIRD
    first = 0
    for at in range(joint - 1, -1, -1):
        persons = words[at].persons & THIRD
        if persons & mine and (words[at].is_name or may_be_finite(words, at)):
            return False
        first = at if persons and is_verb(words, at) else first
        if words[at].mark in (".", ";", ":", "(", "–", "—"):
            break
        both = first and words[at].lower in QUE and words[joint + 1].lower in NE and words[first - 1].lower in NE
        if both and not _is_compared(words, at):
            break  # à moins qu'un État n'offre et ne s'engagent
    return bool(first) and bool(subject(words, first) or opening_noun(words, first))


def _is_compared(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether plus or moins comes soon before que, and this is no à moins que: plus longtemps qu'il n'est
    nécessaire."""
    before = [word.lower for word in words[max(0, que - _NEAR) : que]]
    return before[-2:] != ["à", "moins"] and not _DEGREES.isdisjoint(before)


def _is_before_infinitive(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether de with an infinitive comes at `place`."""
    following = words[place : place + 2]
    return len(following) > 1 and following[0].lower in ("de", "d'") and following[1].is_infinitive


def _is_either(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the soit of soit … soit, soit … ou, comes before an amount (soit 4 %), or opens between two
    commas a noun group that says the same otherwise: , soit un habitant sur dix, étaient."""
    following = words[place + 1] if place + 1 < len(words) else None
    amount = following is not None and following.mark[:1].isdigit()
    that_is = following is not None and words[place].before.endswith(", ") and following.joined
    if that_is and following is not None and (is_determiner(following) or following.lower in _WORDS["after that is"]):
        return True
    return amount or any(word.lower in ("soit", "ou") for word in words[place + 1 :])


def is_verb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the word can be nothing but a finite verb, by itself, after ne and se, or before an object."""
    word = words[place]
    if word.is_name:
        return False
    before = words[place - 1] if place and word.joined else None
    if word.lower == "est" and before is not None and before.lower in _WORDS["with a side"]:  # la partie est des villes
        return place + 1 < len(words) and words[place + 1].lower not in OF_FORMS
    if word.lower in _AUXILIARIES or (before is not None and before.lower in _SURE_BEFORE):
        return True
    if word.categories == {"V"}:
        # tue is a form of tuer and of taire: after a plural it is no participle
        return not (word.is_participle and word.agreement() & subject(words, place))
    if before is not None and _is_wrong_as_either(words, place):
        return True
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    if following is not None and following.lower in _OWNED and comes_after_a_place(words, place):
        return word.categories == {"V", "N"} and word.lower in _WORDS["after a place"]
    if word.mark == "," and word.categories == {"V", "N"} and _is_before_infinitive(words, place + 1):
        return True  # les veuves, qui sont accusées, risquent d'être battues
    if _is_no_noun_after_a_figure(words, place):
        return True
    if before is not None and following is not None and _goes_on_as_a_verb(words, place, following):
        return True
    if before is not None and following is not None and _is_before_phrase(words, place):
        return True
    owned = following is not None and following.lower in _OWNED | DEFINITE
    if before is not None and before.lower in INVERTING and owned:
        return word.categories <= {"A", "N", "V"} and not word.is_participle  # l'intérêt que présente les cas
    if word.mark == "," and before is None and _has_an_object(words, place) and plain(words, place):
        return word.categories <= {"A", "N", "V"} and not word.is_participle  # les ports, en mai, présente un plan
    peu = following is not None and following.lower in _OBJECTS
    if following is not None and not peu and "ADV" in following.categories and place + 2 < len(words):
        following = words[place + 2] if words[place + 2].joined else None  # touche surtout les femmes
    objects = following is not None and (following.lower in determiners() or following.lower in _OBJECTS)
    after_a_noun = before is not None and "N" in before.categories and before.lower not in determiners()
    after_a_noun = after_a_noun and before is not None and not is_before_noun(before)
    after_a_noun = after_a_noun and not is_after_auxiliary(words, place - 1)  # a fait référence
    late = before is not None and before.categories == {"A"} and before.agreement() <= PLURAL
    after_a_noun = after_a_noun or (late and before is not None and not is_before_noun(before))  # les avis tardifs
    others = before is not None and before.lower == "autres" and not word.agreement({"N"}) & PLURAL
    after_a_noun = after_a_noun or others  # les autres réclame les fonds
    after_a_noun = after_a_noun or (before is not None and before.lower == "seulement" and are_so_many(words, place))
    after_and = before is not None and before.lower == "et" and following is not None and following.lower in DEFINITE
    return (after_and or (objects and after_a_noun)) and word.categories == {"V", "N"} and not word.is_participle


def _has_an_object(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an article opens an object right after a word."""
    after = words[place + 1] if place + 1 < len(words) else None
    return after is not None and after.joined and after.lower in _OWNED | DEFINITE


def _is_no_noun_after_a_figure(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word that may be a noun in the singular is a verb, since a figure of two or more comes right
    before it, and an object after it: sur les 48 États, 39 *conserve* ces notes."""
    word, figure = words[place], words[place].before.strip(" \u00a0\u202f,")
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    several = figure.isdigit() and int(figure) >= _SEVERAL and word.categories == {"V", "N"}
    owned = following is not None and is_determiner(following) and following.lower not in OF_FORMS
    return several and owned and not word.agreement({"N"}) & PLURAL and not word.is_participle


def _is_wrong_as_either(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word, right after a noun with a determiner in the plural that opens the clause, is either its
    participle or its verb, both in the singular: les pays *inscrit* sur la liste."""
    word, noun = words[place], words[place - 1]
    if not word.is_participle or word.lower in _WORDS["set words"] or noun.categories - {"N", "A"} or place < 2:
        return False
    several = words[place - 2].lower in determiners() and determiners()[words[place - 2].lower].agreement <= PLURAL
    return several and noun.joined and word.agreement().isdisjoint(subject(words, place))


def _is_before_phrase(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether what comes right after a word that may be a noun or a preposition shows that it is a verb: les
    conclusions de l'étude *figure* en annexe, les accords *entre* en vigueur."""
    phrase = "_".join(word.lower for word in words[place : place + 3])
    pair = "_".join(phrase.split("_")[:2])
    known = not _WORDS["before a phrase"].isdisjoint((phrase, pair))
    return known and "N" in words[place - 1].categories and words[place - 1].lower not in determiners()


def _goes_on_as_a_verb(words: tuple[Word, ...], place: int, following: Word) -> bool:
    """Tells whether what comes right after a word shows that it is a verb, and no noun or adjective: le rôle que *joue*
    les familles, l'usine *indique* que, la défense *présente* leurs vues."""
    word, before = words[place], words[place - 1]
    if word.is_participle or "V" not in word.categories:
        return False
    if before.lower in QUE:
        return word.categories in ({"V", "N"}, {"V", "A"}) and following.lower in _OWNED
    if following.lower in QUE:
        qualified = before.is_participle and "N" in words[place - 2].categories and before.agreement() <= PLURAL
        if qualified and word.categories == {"V", "N"}:
            return True  # les personnes interrogées redoute que
        return word.categories == {"A", "V"} and before.categories <= {"N", "V"}
    if word.categories == {"A", "V"} and _is_before_infinitive(words, place + 1):
        several = "N" in before.categories and before.agreement({"N"}) <= PLURAL
        return several and not word.agreement({"A"}) & PLURAL  # neuf États *continue* de
    owned = place > 1 and before.joined and (words[place - 2].lower in determiners() or _is_owned(words, place - 1))
    if owned and "N" in before.categories and word.categories == {"V", "N"}:  # le dialogue mérite d'être soutenu
        return _is_before_infinitive(words, place + 1)
    return owned and "A" in word.categories and following.lower in _OWNED


def _is_owned(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a noun with its determiner, and an adjective after it, end at a place: les Nations Unies."""
    found = chain(words, place)
    return bool(found.heads) and found.determined and words[place].categories <= {"A", "N", "V"}
