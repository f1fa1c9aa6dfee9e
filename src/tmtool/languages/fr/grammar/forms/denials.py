"""Has a denial both of its words, and aucun a singular: aucune autorité *n’avait*, il ne sera élu *aucun* membre?

Read are clauses that aucun, nul or rien opens, up to their verb, sentences in which ne has nothing that goes with it,
and those that Ni opens. The closed words are in ``denials.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary
from tmtool.languages.fr.grammar.words.closed_words import NE
from tmtool.languages.fr.grammar.words.reading import OPENING_QUOTES, QUE, THIRD, Word, end_of_clause, start_of_clause
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_SENTENCE_END = re.compile(r"[.!?;:]\s")
_NEAR = 4
"""Words at most from ne to its pas, and from that to a second word that denies."""
_NEARLY = frozenset({"presque", "quasiment", "pratiquement"})
"""Adverbs before a word that denies as the subject."""
_BEFORE_OBJECT = frozenset({"à", "de", "d'"})
"""Prepositions between a participle and the aucun of its object: n'a pas répondu *à* aucune question."""
_PAIR = 2
"""Words after an auxiliary among which its participle is."""
_FARTHEST = 16
"""Words from the one that denies to its verb."""
_PAST, _CONDITIONAL = ("ait", "aient"), ("rait", "raient")
"""How verbs end in the past of a description, and in the conditional, which ends so, too."""


@dataclass(frozen=True, slots=True)
class Denial:
    """A `Denial` is a word that denies, or ne, with the verb that lacks the other word or is a plural; where it
    `is_double`, a pas with the second word that denies the same."""

    word: Word
    verb: Word
    is_plural: bool = False
    is_double: bool = False


def incomplete(words: tuple[Word, ...]) -> Iterator[Denial]:
    """Yields the denials that lack one of their words, and verbs in the plural after aucun."""
    for place, word in enumerate(words):
        nearly = place > 0 and words[place - 1].lower in _NEARLY and word.joined
        if word.lower in _WORDS["subject"] and _opens(words, place - nearly):
            yield from _without_ne(words, place)
        elif (verb := _wanting(words, place)) is not None:
            yield Denial(word, verb)
        elif (again := _nobody_not(words, place) or _denied_again(words, place)) is not None:
            yield Denial(word, again, is_double=True)
        elif (verb := _of_an_object(words, place)) is not None or (verb := _of_never(words, place)) is not None:
            yield Denial(verb, word)


def denies_by_itself(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a ne denies its verb, and is not the idle one of a clause that avant que opens: *ne* paient pas,
    *ne* peut être lu."""
    verb = _verb_of(words, place)
    return verb is not None and (
        verb.lower in _WORDS["alone"]
        or any(word.lower in _WORDS["second"] - QUE for word in words[place + 1 : place + 1 + _NEAR])
    )


def _wanting(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the verb of a ne or of a Ni that nothing goes with."""
    if words[place].lower in NE:
        return _alone(words, place)
    return _of_a_single_ni(words, place) if words[place].lower == "ni" else None


def _denied_again(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the jamais or aucun right after the pas of a ne, or after its participle, and the pas after the
    participle of a jamais: n'a pas *jamais* répondu, n'a pas reçu *aucune* réponse, n'a jamais répondu *pas*."""
    first = words[place].lower
    if first not in ("pas", "jamais") or not any(word.lower in NE for word in words[max(0, place - _NEAR) : place]):
        return None
    for at in range(place + 1, min(len(words), place + _NEAR)):
        word = words[at]
        if not word.joined:
            return None
        if word.lower == "pas" or (first == "pas" and word.lower in _WORDS["denying again"]):
            return word if at > place + 1 or first == "pas" else None
        if word.lower in _BEFORE_OBJECT and at > place + 1:
            continue
        if not (word.is_participle or word.is_infinitive) or "PREP" in word.categories:
            return None
    return None


def _nobody_not(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the pas that denies again after the verb of a Personne: Personne n'a *pas* répondu."""
    if words[place].lower != "personne" or (place and not words[place].opens_clause) or place + 3 >= len(words):
        return None
    ne, verb, again = words[place + 1 : place + 4]
    denied = ne.lower in NE and ne.joined and verb.persons & THIRD
    return again if denied and again.lower == "pas" and again.joined else None


def _of_an_object(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the form of avoir before a participle and an aucun with its noun, where nothing else in the sentence
    denies, asks or compares: Le Comité *a* reçu *aucune* réponse."""
    if words[place].lower not in ("aucun", "aucune") or place < _NEAR - 1 or place + 1 >= len(words):
        return None
    participle, have = words[place - 1], words[place - 2]
    closed = words[place].joined and participle.joined and words[place + 1].joined
    if not closed or not participle.is_participle or have.lower not in _WORDS["have"]:
        return None
    start, end = start_of_clause(words, place), end_of_clause(words, place)
    free = not any(word.lower in _WORDS["admitting aucun"] for word in words[start:place])
    return have if free and "?" not in "".join(word.before for word in words[place : end + 1]) else None


def _of_never(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the form of avoir or être before a jamais or pas with its participle, where nothing before it in the
    sentence denies, asks or compares: Les textes *ont jamais* été lus."""
    if words[place].lower not in _WORDS["never"] or not place or place + 1 >= len(words) or not words[place].joined:
        return None
    verb, participle = words[place - 1], words[place + 1]
    if place > 1 and words[place].lower == "pas" and words[place - 2].lower in _WORDS["subjects of a verb"]:
        start = start_of_clause(words, place)
        free = verb.persons & THIRD and "V" in verb.categories and verb.joined and participle.joined
        return verb if free and not any(word.lower in NE for word in words[start : place - 1]) else None
    if not is_auxiliary(verb) or not verb.persons & THIRD or verb.text == "A":
        return None
    if not participle.joined or not (participle.is_participle or participle.lower in ("encore", "été", "eu")):
        return None
    before = words[start_of_clause(words, place) : place - 1]
    return None if any(word.lower in _WORDS["admitting never"] for word in before) else verb


def _opens(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word opens a clause."""
    if place == 0 or words[place].opens_clause or words[place].mark[-1:] == ",":
        before = words[place - 1].lower if place else ""
        return before not in _WORDS["no subject"]
    if place > 1 and _hangs_on_a_denial(words, place):
        return False
    return words[place].joined and words[place - 1].lower in _WORDS["opening"]


def _hangs_on_a_denial(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether que right before aucun hangs on a word after which aucun means any: sans qu'*aucune* lui ait été
    consacrée, sans que l'un ait été lu ni qu'*aucun* l'ait été, doute qu'*aucun* État l'ait fait."""
    if words[place - 1].lower not in QUE:
        return words[place - 2].lower in _WORDS["denying"]
    before = {word.lower for word in words[max(0, place - 1 - _NEAR) : place - 1]}
    if words[place - 2].lower in _WORDS["denying"] or not before.isdisjoint(_WORDS["doubting"]):
        return True
    if words[place - 2].lower not in _WORDS["joining"]:
        return False
    start = start_of_clause(words, place)
    return any(
        words[at].lower in _WORDS["denying"] and any(one.lower in QUE for one in words[at + 1 : at + 1 + _NEAR])
        for at in range(start, place - 2)
    )


def _without_ne(words: tuple[Word, ...], place: int) -> Iterator[Denial]:
    denied = False
    for at in range(place + 1, min(len(words), place + _FARTHEST)):
        word = words[at]
        if not word.joined or word.lower in _WORDS["other clause"]:
            return
        denied = denied or word.lower in NE
        if at + 1 < len(words) and words[at + 1].before.startswith(")"):  # à l'alinéa a)
            continue
        is_finite = word.categories == {"V"} or word.lower in _WORDS["finite"]
        if word.persons & THIRD and is_finite and not word.is_participle:
            is_plural = word.persons == {"3p"} and words[place].lower in _WORDS["singular"]
            if not denied or (is_plural and not _is_joined_to_another(words, place)):
                yield Denial(words[place], word, is_plural=denied)
            elif words[at + 1 : at + 2] and words[at + 1].lower == "pas" and _has_one_ne(words[place:at]):
                yield Denial(words[place], words[at + 1], is_double=True)
            return


def _has_one_ne(words: tuple[Word, ...]) -> bool:
    """Tells whether one verb alone is denied, which is right after these words: aucun témoin *n'*a pas parlé, but not
    aucun centre n'est désigné s'il *ne* publie pas."""
    denied = [at for at, word in enumerate(words) if word.lower in NE]
    return len(denied) == 1 and len(words) - denied[0] <= _PAIR


def _of_a_single_ni(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the verb of a ni of a sentence that has no other, where nothing before it denies: Ni le rapport n'a été
    adopté."""
    start, end = start_of_clause(words, place), end_of_clause(words, place)
    if any(words[at].lower in _WORDS["before ni"] or words[at].lower == "ni" for at in range(start, place)):
        return None
    if any(word.lower == "ni" for word in words[place + 1 : end]):
        return None
    if any(word.lower in NE for word in words[start:place]):  # ne remplacent ni n'affaiblissent
        return None
    ne = next((at for at in range(place + 1, end) if words[at].lower in NE), None)
    verb = _verb_of(words, ne) if ne is not None else None
    return verb if verb is not None and verb.persons & THIRD else None


def _verb_of(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the verb of a ne."""
    return next((word for word in words[place + 1 : place + 4] if word.lower not in _WORDS["pronouns"]), None)


def _is_joined_to_another(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word that denies is the second of two that are the subject together: aucun bail et aucun
    permis."""
    return (
        place > 1
        and words[place - 1].lower in _WORDS["opening"]
        and any(word.lower in _WORDS["singular"] for word in words[max(0, place - _FARTHEST) : place - 1])
    )


def _alone(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the verb of a ne with which nothing goes, in its sentence if that is a main clause, else from the ne
    before to the next."""
    verb = _verb_of(words, place)
    if verb is None or not verb.persons & THIRD or verb.lower in _WORDS["alone"]:
        return None
    if "N" in verb.categories and verb.lower not in _WORDS["finite"]:
        return None
    if words[place].mark.endswith(OPENING_QUOTES):  # words that are spoken of: remplacer « ne devraient » par
        return None
    start, end = start_of_clause(words, place), end_of_clause(words, place)
    if start == 0 and not words[start].text[0].isupper():  # part of a sentence
        return None
    if _is_of_a_condition(words, start, place, verb) or _goes_on_from_alone(words, place):
        return None
    if not any(word.lower in _WORDS["goes with"] for word in words[start:end]):
        return verb
    if _is_before_a_single_ni(words, start, place):
        return verb
    return None if _is_idle(words, start, place) or _goes_with(words, place, start, end) else verb


def _is_before_a_single_ni(words: tuple[Word, ...], start: int, place: int) -> bool:
    """Tells whether the only word that goes with a ne is a ni, the only one, which et takes up: n'a reçu *ni* les plans
    et les cartes qu'il attendait."""
    ni = next((at for at in range(place + 2, min(len(words) - 2, place + _NEAR + 1)) if words[at].lower == "ni"), None)
    if ni is None or words[ni + 1].lower in NE or any(word.lower in _WORDS["before ni"] for word in words[start:ni]):
        return False
    after = tuple(takewhile(lambda word: word.joined, words[ni + 1 :]))
    return any(word.lower == "et" for word in after) and not any(
        word.lower == "ni" for word in _up_to_sentence_end(words, ni)
    )


def _goes_on_from_alone(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a ne goes on after a verb that ne denies alone: ne peuvent ou *ne* veulent."""
    return (
        place > _PAIR
        and words[place - 1].lower in _WORDS["joining"]
        and words[place - 2].lower in _WORDS["alone"]
        and words[place - 3].lower in NE
    )


def _is_idle(words: tuple[Word, ...], start: int, place: int) -> bool:
    """Tells whether a ne may stand alone: si ce n'est, à moins qu'un vote *n'*ait lieu, il y a dix ans qu'il *n'*a
    siégé."""
    if words[place - 1].lower == "ce" or (place == start + 1 and words[start].lower in QUE):
        return True
    admits = next((at for at in range(start, place) if words[at].lower in _WORDS["admitting ne"]), place)
    return any(word.lower in QUE for word in words[admits:place]) or any(
        words[at].lower in _WORDS["times"] and words[at + 1].lower in QUE for at in range(start, place - 1)
    )


def _is_of_a_condition(words: tuple[Word, ...], start: int, place: int, verb: Word) -> bool:
    """Tells whether a ne may stand alone as what it denies is only supposed: si les séances *n'*avaient été annulées,
    s'il *n'*a été convoqué, *n'*était l'appui du pays hôte."""
    is_past = verb.lower.endswith(_PAST) and not verb.lower.endswith(_CONDITIONAL)
    if not is_past and not _is_before_participle(words, place, verb):
        return False
    if place == start or words[place].before.startswith(","):
        return verb.lower in _WORDS["inverted"]
    supposing = next((at for at in range(place - 1, start - 1, -1) if words[at].lower in _WORDS["supposing"]), None)
    if supposing is None or place - supposing > _FARTHEST or any(word.lower in NE for word in words[supposing:place]):
        return False
    return words[supposing].lower == "si" or words[supposing + 1].lower in ("il", "ils")


def _is_before_participle(words: tuple[Word, ...], place: int, verb: Word) -> bool:
    """Tells whether the verb of a ne at `place` is the auxiliary of a participle, but for an adverb between: n'a été,
    n'a dûment été."""
    if verb.lower not in _WORDS["supposed"]:
        return False
    first = words.index(verb, place) + 1
    return any(word.joined and word.is_participle for word in words[first : first + _PAIR])


def _up_to_sentence_end(words: tuple[Word, ...], start: int) -> tuple[Word, ...]:
    """Returns the words of a sentence from a place on, brackets passed over: ne remplace ni le plan (A/1) *ni* la
    note."""
    return tuple(takewhile(lambda word: not _SENTENCE_END.search(word.before), words[start + 1 :]))


def _goes_with(words: tuple[Word, ...], place: int, start: int, end: int) -> bool:
    """Tells whether a ne has a word that goes with it after it, up to the next ne, or before it, from the last one on
    that has a subject of its own."""
    after = next((at for at in range(place + 1, end) if words[at].lower in NE), end)
    if any(word.lower in _WORDS["second"] for word in words[place + 1 : after]) or words[after - 1].lower == "ni":
        return True
    if sum(1 for word in _up_to_sentence_end(words, start) if word.lower == "ni") > 1:
        return True
    first = place
    while first > start:
        is_joined = words[first - 1].lower in _WORDS["joining"] or words[first].before.startswith(",")
        before = next((at for at in range(first - 1, start - 1, -1) if words[at].lower in NE), start)
        if any(_may_open(words, at) for at in range(before, first)):
            return True
        if not is_joined:
            return False
        first = before
    return False


def _may_open(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word denies with a ne after it: aucun, pas un, pas plus de deux."""
    if words[place].lower == "pas":
        return words[place + 1].lower in _WORDS["not even"]
    return words[place].lower in _WORDS["first"]
