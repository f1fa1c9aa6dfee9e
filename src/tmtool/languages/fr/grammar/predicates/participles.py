"""Do a past participle and an adjective after être agree with the subject: ont été adopté, elle est opposés?

The answer comes from the lexicon, and from what subjects.py knows of the subject. The closed words are in
``participles.tsv``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.adjective_words import ADJECTIVAL
from tmtool.languages.fr.grammar.nouns.antecedents import named_before, offered
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.light_verbs import is_of_light_verb
from tmtool.languages.fr.grammar.nouns.noun_groups import MONTHS, is_numeral
from tmtool.languages.fr.grammar.predicates.being import (
    ADVERBS,
    HAVE,
    LONGEST_ADVERBIAL,
    Auxiliary,
    after_adverb,
    after_degrees,
    after_only,
    auxiliary_at,
    inverted_pronoun,
    is_be,
)
from tmtool.languages.fr.grammar.predicates.inverted_subjects import may_come_last, subject_after
from tmtool.languages.fr.grammar.predicates.objects_before import has_object_before, is_followed
from tmtool.languages.fr.grammar.predicates.opening_verbs import subject_behind
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
from tmtool.languages.fr.grammar.subjects.only_numbers import counted_after_comma
from tmtool.languages.fr.grammar.subjects.relative_clauses import past_relative, pronoun_before
from tmtool.languages.fr.grammar.subjects.singled_out import singled_out
from tmtool.languages.fr.grammar.subjects.subjects import after_comma, before, plurals_after_comma, subject
from tmtool.languages.fr.grammar.words.closed_words import NE, PERSONAL
from tmtool.languages.fr.grammar.words.reading import ALL, PLURAL, THIRD, Word, form, is_earlier_unparted, place_before
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_NO_AGREEMENT = _WORDS["no agreement"]
_REFLEXIVE = _WORDS["reflexive"]
_INDIRECT = _WORDS["indirect"]
_UNCHANGED = _WORDS["unchanged"]
_FARTHEST_OPENER = 16
"""Words back to the noun that opens a participial clause."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A `Disagreement` is a participle, or an adjective after être, that agrees with nothing it could agree with, and
    the finite verb of its clause; `after_avoir` is true where that is a form of avoir, after which it agrees with an
    object before only, `after_que` where `verb` is the pronoun que that takes that object up."""

    verb: Word
    participle: Word
    after_avoir: bool = False
    after_que: bool = False


def disagreements(words: tuple[Word, ...]) -> Iterator[Disagreement]:
    """Yields the participles and adjectives that do not agree, those after avoir first."""
    yield from _after_avoir(words)
    yield from _without_object(words)
    for place in range(len(words) - 1):
        auxiliary = auxiliary_at(words, place)
        if auxiliary is None:
            continue
        start = at = after_degrees(words, after_only(words, place))
        while at < min(len(words) - 1, start - 1 + LONGEST_ADVERBIAL) and (after := after_adverb(words, at)) > at:
            at = min(after, len(words) - 1)
        parted = start > place + 2 and words[start].before == ", "  # sont, pour tous les États, lourdes
        joined = all(word.joined for word in words[start + parted if parted else place + 1 : at + 1])
        if joined and "A" not in words[at].categories and _is_of_no_object(words[at]):
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


def _after_avoir(words: tuple[Word, ...]) -> Iterator[Disagreement]:
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
            if _is_of_no_object(last) or with_its_noun:  # a prise fin
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
    return have - 1 if have and words[have - 1].lower == "en" and words[have].joined and is_have(words[have]) else have


def _without_object(words: tuple[Word, ...]) -> Iterator[Disagreement]:
    """Yields the participles of reflexive verbs that agree though se is no direct object: se sont *succédées*, se sont
    *demandées* si."""
    for place in range(1, len(words) - 1):
        before = words[place - 1 - (words[place - 1].lower in _WORDS["adverbial"] and place > 1)]  # s'y sont fixé
        if not is_be(words[place]) or before.lower not in _REFLEXIVE or not words[place].joined:
            continue
        at = after_adverbs(words, place + 1)
        lemmas = {entry.lemma for entry in words[at].entries if entry.category == "V"}
        follows = at + 1 < len(words) and words[at + 1].joined and words[at + 1].lower in _WORDS["asking"]
        aims = _follows_aim(words, at) and lemmas <= _WORDS["aimed with se"]
        indirect = _WORDS["never with se"] | (_WORDS["asked with se"] if follows else set())
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
    if word.is_name or not word.is_participle or "ms" in word.agreement() or word.lower in _WORDS["nouns"]:
        return False
    after_pronoun = before is not None and before.lower in _WORDS["before a verb"]
    return word.categories <= {"V", "A", "N"} and ("N" not in word.categories or after_pronoun)


def _is_of_no_object(word: Word) -> bool:
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


def is_have(word: Word) -> bool:
    """Tells whether a word is a form of avoir in the third person."""
    return word.lower in HAVE


def is_adverb(word: Word) -> bool:
    """Tells whether a word may come between an auxiliary and its participle."""
    return ADVERBS.match(word.lower) is not None


def after_adverbs(words: tuple[Word, ...], place: int) -> int:
    """Returns the place after all such words that come at `place`, the last word's at most: sont *toujours*
    pleinement appliquées."""
    while place < len(words) - 1 and words[place].joined and (after := after_adverb(words, place)) > place:
        place = min(after, len(words) - 1)
    return place


def before_adverbs(
    words: tuple[Word, ...],
    place: int,
    *,
    most: int | None = None,
    least: int = -1,
    passes: Callable[[Word], bool] = is_adverb,
) -> int:
    """Returns the place of the word before `place` and such words, so many at most, that are joined to it: *a* dûment
    noté; `least` at the least."""
    if most is not None:
        least = max(least, place - 1 - most)
    place -= 1
    while place > least and words[place + 1].joined and passes(words[place]):
        place -= 1
    return place


def back_over_adverbs(words: tuple[Word, ...], place: int, least: int = 0) -> int:
    """Returns the first place from one on backwards that has no such word, or one that is not joined to the word before
    it; `least` at the least."""
    while place > least and words[place].joined and is_adverb(words[place]):
        place -= 1
    return place


def on_over_adverbs(words: tuple[Word, ...], place: int, last: int) -> int:
    """Returns the first place from one on that has no such word joined to the word before it; `last` at the most.
    Phrases are not passed over: see `after_adverbs`."""
    while place < last and words[place].joined and is_adverb(words[place]):
        place += 1
    return place


def after_been(words: tuple[Word, ...], place: int) -> int:
    """Returns the first place from one on, behind a verb, that has neither été nor an adverb, or that of the last
    word."""
    while place < len(words) - 1 and (words[place].lower == "été" or is_adverb(words[place])):
        place += 1
    return place


def is_only_participle(word: Word) -> bool:
    """Tells whether a word after avoir can be nothing but a participle."""
    if word.is_name or word.persons & THIRD or word.lower in _WORDS["nouns"]:
        return False
    return word.is_participle and word.categories <= {"V", "A", "N", "PREP"}  # posé, passé


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
    return verb > 0 and words[verb].joined and words[verb - 1].lower in _REFLEXIVE | _WORDS["adverbial"]


def _wanted(words: tuple[Word, ...], auxiliary: Auxiliary, place: int) -> frozenset[str]:
    """Returns what the participle may be, or everything where nothing is known."""
    number, verb = auxiliary.number, auxiliary.verb
    if (pronoun := inverted_pronoun(words[verb])) and not _is_reflexive(words, verb):
        return pronoun
    if behind := subject_behind(words, verb, place):
        return behind
    if _agrees_with_no_subject(words, verb, place):
        lemmas = {entry.lemma for entry in words[place].entries}
        to_itself = _is_reflexive(words, verb) and not lemmas.isdisjoint(_INDIRECT | _WORDS["never with se"])
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
    if verb > 1 and words[verb - 1].joined and words[verb - 2].lower in _REFLEXIVE:
        if previous in _WORDS["direct"]:  # se les sont donnés
            return True
        if previous in _WORDS["adverbial"]:  # s'y sont fixé
            previous = words[verb - 2].lower
    if previous in _NO_AGREEMENT or may_come_last(words, verb):
        return True
    if previous not in _REFLEXIVE:
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
