"""Do a past participle and an adjective after être agree with the subject: ont été adopté, elle est opposés?

The answer comes from the lexicon, and from what subjects.py knows of the subject. The closed words are in
``participles.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.adjective_words import ADJECTIVAL
from tmtool.languages.fr.grammar.nouns.antecedents import named_before, offered
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_groups import MONTHS, is_numeral
from tmtool.languages.fr.grammar.predicates.being import (
    LONGEST_ADVERBIAL,
    Auxiliary,
    after_adverb,
    after_degrees,
    after_only,
    auxiliary_at,
    inverted_pronoun,
)
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_only_participle, on_over_adverbs
from tmtool.languages.fr.grammar.predicates.inverted_subjects import may_come_last, subject_after
from tmtool.languages.fr.grammar.predicates.objects_before import is_followed
from tmtool.languages.fr.grammar.predicates.opening_verbs import subject_behind
from tmtool.languages.fr.grammar.predicates.participle_disagreement import Disagreement
from tmtool.languages.fr.grammar.predicates.participles_after_avoir import (
    ADVERBIAL,
    NEVER_WITH_SE,
    after_avoir,
    after_se,
    is_of_no_object,
)
from tmtool.languages.fr.grammar.subjects.after_commas import after_comma, plurals_after_comma
from tmtool.languages.fr.grammar.subjects.clauses import (
    main_verb_before,
    opening_noun,
    plurals_after_and,
    singular_after_and,
)
from tmtool.languages.fr.grammar.subjects.counted_subjects import (
    counted_before,
    many_before,
    part_before,
    share_before,
    share_of_one_before,
    things_before,
)
from tmtool.languages.fr.grammar.subjects.noun_subjects import before
from tmtool.languages.fr.grammar.subjects.only_numbers import counted_after_comma
from tmtool.languages.fr.grammar.subjects.relative_clauses import past_relative, pronoun_before
from tmtool.languages.fr.grammar.subjects.singled_out import singled_out
from tmtool.languages.fr.grammar.subjects.subjects import subject
from tmtool.languages.fr.grammar.words.closed_words import NE, PERSONAL, SE
from tmtool.languages.fr.grammar.words.reading import ALL, PLURAL, Word, is_earlier_unparted, place_before
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_NO_AGREEMENT = _WORDS["no agreement"]
_INDIRECT = _WORDS["indirect"]
_UNCHANGED = _WORDS["unchanged"]
_FARTHEST_OPENER = 16
"""Words back to the noun that opens a participial clause."""


def disagreements(words: tuple[Word, ...]) -> Iterator[Disagreement]:
    """Yields the participles and adjectives that do not agree, those after avoir first."""
    yield from after_avoir(words)
    yield from after_se(words)
    for place in range(len(words) - 1):
        auxiliary = auxiliary_at(words, place)
        if auxiliary is None:
            continue
        start = at = after_degrees(words, after_only(words, place))
        while at < min(len(words) - 1, start - 1 + LONGEST_ADVERBIAL) and (after := after_adverb(words, at)) > at:
            at = min(after, len(words) - 1)
        parted = start > place + 2 and words[start].before == ", "  # sont, pour tous les États, lourdes
        joined = all(word.joined for word in words[start + parted if parted else place + 1 : at + 1])
        if joined and "A" not in words[at].categories and is_of_no_object(words[at]):
            yield Disagreement(words[auxiliary.verb], words[at])
        if not joined or not _is_predicate(words, auxiliary, at):
            continue
        wanted = _wanted(words, auxiliary, at) & _of_all(words, auxiliary.verb, at)
        if not _said(words, auxiliary.verb, at) & wanted:
            yield Disagreement(words[auxiliary.verb], words[at])


def _of_all(words: tuple[Word, ...], verb: int, place: int) -> frozenset[str]:
    """Returns what tous or toutes between the auxiliary and the participle shows that the subject is, where no
    noun of its own follows: devraient *toutes* être soumises."""
    alone = {words[at].lower for at in range(verb + 1, place) if not is_determiner(words[at + 1])}
    return frozenset({"fp"}) if "toutes" in alone else frozenset({"mp"}) if "tous" in alone else ALL


def _said(words: tuple[Word, ...], verb: int, place: int) -> frozenset[str]:
    """Returns what the word after être can be; no noun where by follows, or a pronoun comes before: est cité par, which
    is no cité; s’est félicité, which is no félicité."""
    by_whom = place + 1 < len(words) and words[place + 1].joined and words[place + 1].lower == "par"
    is_participle = by_whom or (words[place].is_participle and _is_reflexive(words, verb))
    return words[place].agreement({"A"} if is_participle else {"A", "N"})


def wanted_after_be(words: tuple[Word, ...], place: int) -> frozenset[str]:
    """Returns what a participle at `place` may be, right after a form of être; everything where nothing is known."""
    auxiliary = auxiliary_at(words, place - 1)
    return _wanted(words, auxiliary, place) if auxiliary else ALL


def auxiliary_before(words: tuple[Word, ...], place: int) -> int | None:
    """Returns the place of the finite verb of the être that ends right before `place`, none where there is none, or
    where it is reflexive."""
    auxiliary = auxiliary_at(words, place - 1)
    return auxiliary.verb if auxiliary is not None and not _is_reflexive(words, auxiliary.verb) else None


def _is_predicate(words: tuple[Word, ...], auxiliary: Auxiliary, place: int) -> bool:
    """Tells whether the word at `place` is a participle or an adjective that says something of the subject."""
    word = words[place]
    other = word.categories - {"A", "V", "N"} and not (word.lower in _WORDS["of degree"] and _by_degree(words, place))
    goes_on = place + 1 < len(words) and words[place + 1].joined and words[place + 1].lower in ("de", "à", "au", "en")
    other = other and not (word.lower in _WORDS["prepositions"] and goes_on)
    unchanged = word.lower in _UNCHANGED and not (word.lower == "fait" and _is_done(words, auxiliary.verb, place))
    if word.is_name or word.is_infinitive or unchanged or other:
        return False
    if word.is_participle:
        return True
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    noun_follows = following is not None and "N" in following.categories and "PREP" not in following.categories
    noun_follows = noun_follows and not (following is not None and is_determiner(following))
    named = following is not None and following.categories == {"A"} and "N" in word.categories
    named = named and following is not None and bool(following.agreement() & word.agreement({"N"}))  # chose courante
    return "A" in word.categories and not word.persons and not (noun_follows or named)


def _is_done(words: tuple[Word, ...], verb: int, place: int) -> bool:
    """Tells whether fait is the participle of what is done, by what comes after it: si elles sont *fait* au nom d'un
    groupe; not se sont fait jour."""
    following = words[place + 1] if place + 1 < len(words) else None
    goes_on = following is None or not following.joined or following.lower in _WORDS["following fait"]
    return goes_on and not _is_reflexive(words, verb)


def _is_reflexive(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a pronoun comes before the auxiliary: se sont fait jour, s’y sont dit prêts."""
    return verb > 0 and words[verb].joined and words[verb - 1].lower in SE | ADVERBIAL


def _wanted(words: tuple[Word, ...], auxiliary: Auxiliary, place: int) -> frozenset[str]:
    """Returns what the participle may be, or everything where nothing is known."""
    number, verb = auxiliary.number, auxiliary.verb
    if (pronoun := inverted_pronoun(words[verb])) and not _is_reflexive(words, verb):
        return pronoun
    if behind := subject_behind(words, verb, place):
        return behind
    if _agrees_with_no_subject(words, verb, place):
        lemmas = {entry.lemma for entry in words[place].entries}
        to_itself = _is_reflexive(words, verb) and not lemmas.isdisjoint(_INDIRECT | NEVER_WITH_SE)
        return ALL if to_itself else subject_after(words, verb, place)
    found = _subject(words, verb, number)
    found = frozenset(one for one in found if not number or one[1] == number)
    either = frozenset({f"m{number}", f"f{number}"}) if number else ALL
    if number == "p" and found in (either, frozenset()):
        found = counted_after_comma(words, verb) or found
    sure = found != either and bool(found)
    if sure or not _is_surely_predicate(words, auxiliary, place):
        return found or ALL
    return either & offered(words, verb, place)


def _agrees_with_no_subject(words: tuple[Word, ...], verb: int, place: int) -> bool:
    """Tells whether a pronoun before the auxiliary keeps the participle from agreeing with the subject, or may do."""
    previous = words[verb - 1].lower if verb and words[verb].joined else ""
    if verb > 1 and words[verb - 1].joined and words[verb - 2].lower in SE:
        if previous in _WORDS["direct"]:  # se les sont donnés
            return True
        if previous in ADVERBIAL:  # s'y sont fixé
            previous = words[verb - 2].lower
    if previous in _NO_AGREEMENT or may_come_last(words, verb):
        return True
    if previous not in SE:
        return False
    lemmas = {entry.lemma for entry in words[place].entries}
    direct = lemmas & _WORDS["direct reflexive"] or _goes_somewhere(words, place) or _is_done_to_itself(words, place)
    if words[place].is_participle and direct:
        return False
    return bool(lemmas & _INDIRECT) or not words[place].is_participle or _has_object(words, place)


def _goes_somewhere(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the rendu of se rendre with where one goes: se sont *rendus* à Lima, au Kenya."""
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    rendered = any(entry.lemma == "rendre" for entry in words[place].entries)
    return rendered and following is not None and following.lower in _WORDS["going somewhere"]


def _is_done_to_itself(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether what follows shows that the reflexive pronoun is what the verb is done to: se sont *proposés* pour
    servir, se sont *entendues* sur le texte."""
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    phrases = (f"{entry.lemma}_{following.lower}" for entry in words[place].entries) if following else ()
    return not _WORDS["direct reflexive with"].isdisjoint(phrases)


def _subject(words: tuple[Word, ...], verb: int, number: str) -> frozenset[str]:
    """Returns what the subject of the auxiliary is, which has this number ("" for an unknown one), by whichever way
    tells it first; nothing where none does."""
    if not number:
        if several := _others(words, verb):
            return several
        if words[verb - 1].lower in MONTHS:  # la réunion prévue le 21 avril ayant été annulée
            return frozenset()
        apart = opening_noun(words, verb) if _stands_apart(words, verb) else frozenset[str]()
        found = apart or before(words, place_before(words, verb, NE) + 1)
        if not apart and _is_after_a_relative(words, verb):  # le juge qui avait signé la lettre ayant été muté
            return found | named_before(words, verb)
        return found | named_before(words, verb) if words[verb].before == ", " and _is_counted(words, verb) else found
    found = subject(words, verb) or singled_out(words, verb) or _bare(words, verb)
    if not found and number == "s":
        found = after_comma(words, verb)
    if not found and number == "p":
        found = plurals_after_comma(words, verb) or counted_before(words, verb) or share_before(words, verb)
        found = found or share_of_one_before(words, verb) or many_before(words, verb) or things_before(words, verb)
    if not found and number == "s":
        found = part_before(words, verb)
    if not found:
        found = opening_noun(words, verb) or past_relative(words, verb)
    if not found and (main := main_verb_before(words, verb)) >= 0:
        found = subject(words, main) or past_relative(words, main) or _said_with(words, main)
    if not found and number == "s":
        found = singular_after_and(words, verb)
        if not found and (pronoun := pronoun_before(words, verb)):  # et la ville qui s'y associe n'est pas tenue
            found = singular_after_and(words, pronoun)
    if not found and number == "p":
        found = plurals_after_and(words, verb)
        if not found and (pronoun := pronoun_before(words, verb)):  # et les propos qui y sont tenus ne peuvent être
            found = plurals_after_and(words, pronoun)
    return found


def _others(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns the plurals where les autres comes right before étant, a number between or none: les trois autres étant
    *reportés*; else nothing."""
    if verb < 2 or words[verb].lower != "étant" or not words[verb].joined or words[verb - 1].lower != "autres":
        return frozenset()
    article = verb - 2 - is_numeral(words[verb - 2])
    return PLURAL if article >= 0 and words[article].lower in ("les", "ces", "ses") else frozenset()


def _said_with(words: tuple[Word, ...], main: int) -> frozenset[str]:
    """Returns what the participle of a passive is, whose finite verb is at `main`: seront lues et seront *publiées*;
    empty for another verb."""
    if _is_reflexive(words, main):
        return frozenset()
    for last in range(main, min(len(words) - 1, main + LONGEST_ADVERBIAL)):
        auxiliary = auxiliary_at(words, last)
        if auxiliary is None or auxiliary.verb != main:
            continue
        at = on_over_adverbs(words, last + 1, len(words) - 1)
        if words[at].joined and is_only_participle(words[at]) and words[at].lower not in ("été", "être"):
            return words[at].agreement()
    return frozenset()


def _is_after_a_relative(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a relative clause comes before a verb since the last mark, so that what is before that may be its
    subject."""
    return is_earlier_unparted(words, verb, _WORDS["relative"], _FARTHEST_OPENER - 1)


def _is_counted(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a figure is the subject of the clause before a place: 7 siégeront en mai, ayant été nommés."""
    clause = words[max(0, place - _FARTHEST_OPENER) : place]
    return any(one.mark[-1:].isdigit() and one.is_finite_verb for one in clause)


def _stands_apart(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a participial clause opens a sentence and a comma with the main subject closes it soon: Les
    conditions énoncées ci-dessus ayant été remplies, l'accord."""
    if words[verb].lower not in ("ayant", "étant"):
        return False
    first = verb
    while first and not words[first].opens_clause and verb - first <= _FARTHEST_OPENER:
        first -= 1
    if not is_determiner(words[first]) or not words[first].is_name or verb - first > _FARTHEST_OPENER:
        return False
    after = next((at for at in range(verb + 1, len(words)) if not words[at].joined), 0)
    main = bool(after) and words[after].before == ", "
    return main and (is_determiner(words[after]) or words[after].lower in PERSONAL)


def _is_surely_predicate(words: tuple[Word, ...], auxiliary: Auxiliary, place: int) -> bool:
    """Tells whether a word can be nothing but what is said of the subject, and its verb nothing but an auxiliary."""
    word, verb = words[place], auxiliary.verb
    alone = word.categories == {"A"} or (word.categories == {"A", "N"} and ADJECTIVAL.search(word.lower) is not None)
    alone = alone or (word.categories == {"A", "V"} and word.lower.endswith("ant"))  # ne sont pas contraignant
    adjective = alone or word.lower in _WORDS["adjectives"] or _by_degree(words, place)
    sure = (
        auxiliary.last != verb
        or (word.is_participle and "N" not in word.categories)
        or (word.is_participle and _is_what_is_done(words, verb, place))
        or (auxiliary.number == "p" and (word.is_participle or adjective))
        or (auxiliary.number == "s" and (word.is_participle or adjective) and word.agreement() <= PLURAL)  # est assurés
    )
    lower = words[verb].lower
    return sure and lower != "fut" and not (lower == "soit" and _may_join(words, verb))


def _is_what_is_done(words: tuple[Word, ...], verb: int, place: int) -> bool:
    """Tells whether a participle that may be a noun is none right after qui and être, as no one is said to be such with
    a preposition: la procédure, qui est *arrivé* à expiration; not qui est délégué du Groupe."""
    word, after = words[place], words[place + 1] if place + 1 < len(words) else None
    if words[verb - 1].lower != "qui" or word.lower.rstrip("ées") in _WORDS["persons"] or after is None:
        return False
    return after.joined and after.lower in _WORDS["after what is done"]


def _by_degree(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an adverb of degree right before a word shows that it is an adjective: sont trop faible."""
    return "A" in words[place].categories and words[place].joined and words[place - 1].lower in _WORDS["degrees"]


def _may_join(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether soit may be the conjunction: soit … soit, or at the head of its clause."""
    return verb == 0 or not words[verb].joined or sum(other.lower == "soit" for other in words) > 1


def _bare(words: tuple[Word, ...], verb: int) -> frozenset[str]:
    """Returns what a noun without determiner is that opens the sentence, or comes after dont, right before a verb:
    Lecture sera donnée, dont lecture sera donnée."""
    if verb and words[verb].joined and words[verb - 1].is_name and words[verb - 1].lower in _WORDS["bare"]:
        opens = verb == 1 or words[verb - 1].opens_clause
        return words[verb - 1].agreement({"N"}) if opens else frozenset()
    if verb < 2 or not words[verb].joined or not words[verb - 1].joined or words[verb - 2].lower != "dont":
        return frozenset()
    noun = words[verb - 1]
    return noun.agreement({"N"}) if noun.categories == {"N"} and not noun.is_name else frozenset()


def _has_object(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an object seems to follow: elle s’est fixé des objectifs, elles se sont adressé 12 demandes."""
    if is_followed(words, place):
        return True
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    if following is None or (place + 2 < len(words) and words[place + 2].mark[:1].isdigit()):
        return False  # s'est achevée le 3 mai
    if any(one.joined and one.lower in _WORDS["days"] for one in words[place + 2 : place + 4]):
        return False  # s'est tenue le troisième jour
    return following.lower in (
        "le",
        "la",
        "les",
        "l'",
        "un",
        "une",
        "des",
        "ce",
        "que",
        "qu'",
    )
