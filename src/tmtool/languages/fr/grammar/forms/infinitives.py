"""Is an infinitive where only an infinitive can be, and a participle where only a participle: pour présenté, a adopter?

The answer comes from the lexicon and the closed words of ``infinitives.tsv``. A participle after avoir stays without
ending unless an object comes before (ils ont soulignés que).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tmtool.languages.fr.grammar.forms import homophones
from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary
from tmtool.languages.fr.grammar.predicates.compound_verbs import before_adverbs
from tmtool.languages.fr.grammar.predicates.participles import wanted_after_be
from tmtool.languages.fr.grammar.words.closed_words import NE_OR_SE
from tmtool.languages.fr.grammar.words.reading import ALL, QUE, THIRD, Word, back_over, joined_after, start_of_clause
from tmtool.languages.fr.grammar.words.set_phrases import are_degrees
from tmtool.languages.tables import one_of, word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_PREPOSITIONS = _WORDS["before infinitive"]
_CLITICS = _WORDS["clitics"]
_MODALS = _WORDS["modal verbs"]
_NO_MODAL = _WORDS["no modal forms"]
_OBJECTS = _WORDS["objects"]
_INDEFINITE = _WORDS["indefinite"]
_COMPLEMENTS = _WORDS["before complement"]
_MOVABLE = _WORDS["objects before"]
_ADVERBS = re.compile(rf"\w+ment$|(?:{one_of(_WORDS['adverbs'])})$")
_MOST_ADVERBS = 3
"""Adverbs between a verb and what it governs at most."""
_FAR = 10
"""Words back in which another clause may open."""
_JOINED = 2
"""Words of coordonner et."""
_OWNING = frozenset({"tout", "aucun", "quelque", "nul"})
"""Words before a noun, besides determiners: tout pouvoir prévu."""
_ENDINGS = {"ms": "é", "mp": "és", "fs": "ée", "fp": "ées"}
"""Endings of a participle of the first group, by what it agrees with."""
_VOWEL = re.compile("[aeiouyâàéèêëîïôœû]")


@dataclass(frozen=True, slots=True)
class Exchange:
    """An `Exchange` is an infinitive or a participle in the place of the other; `before` is the word that wants
    `right`. Where `right` is empty, the word is rightly a participle, but agrees though no object comes before its
    verb. With `agrees` it is not known with what `right` agrees: it may need another ending."""

    before: Word
    wrong: Word
    right: str
    agrees: bool = False


def exchanges(words: tuple[Word, ...]) -> Iterator[Exchange]:
    """Yields the infinitives and participles that are written for each other, in order."""
    for place in range(1, len(words)):
        word = words[place]
        if not word.joined or word.is_name or _is_of_a_scale(words, place):
            continue
        if _is_only_infinitive(word) or _is_infinitive_after_be(words, place):
            auxiliary = _auxiliary(words, place)
            if auxiliary >= 0:
                yield _participle(words, auxiliary, place)
            elif _is_such_as(words, place):
                yield Exchange(words[place - 1], word, f"{word.text[:-2]}é", agrees=True)
        elif _is_finite_for_an_infinitive(words, place) or (
            word.is_participle and word.persons & THIRD and _is_irregular(words, place)
        ):
            yield Exchange(words[place - 1], word, _infinitive(word))
        elif word.is_participle and not word.persons & THIRD and not word.is_infinitive:
            if word.lower.endswith("é") and _wants_infinitive(words, place):
                yield Exchange(words[place - 1], word, f"{word.text[:-1]}er")
            elif _is_bare_participle(words, place) or _is_irregular(words, place):
                yield Exchange(words[place - 1], word, _infinitive(word))
            elif "ms" not in word.agreement() and _stays_without_ending(words, place):
                yield Exchange(words[place - 1], word, "")


def _participle(words: tuple[Word, ...], auxiliary: int, place: int) -> Exchange:
    """Returns the exchange of an infinitive for the participle that avoir or être wants, which agrees with the subject
    of être and with an object before avoir."""
    word = words[place]
    if words[auxiliary].lower in _WORDS["be"]:
        wanted = wanted_after_be(words, place)
    else:
        wanted = frozenset({"ms"}) if _stays_without_ending(words, place) else ALL
    known = next(iter(wanted)) if len(wanted) == 1 else ""
    return Exchange(words[auxiliary], word, f"{word.text[:-2]}{_ENDINGS[known or 'ms']}", agrees=not known)


def _is_only_infinitive(word: Word) -> bool:
    plain = word.is_infinitive and word.categories == {"V"} and not word.persons and not word.is_participle
    return plain and word.lower.endswith("er")


def _is_infinitive_after_be(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this may be the name of a thing as well, which is never said of a subject without its article: la
    campagne sera *lancer*; not of persons (est officier)."""
    word = words[place]
    either = word.is_infinitive and word.categories == {"N", "V"} and word.lower.endswith("er") and not word.persons
    return either and word.lower not in _WORDS["persons in -er"] and words[place - 1].lower in _WORDS["be"]


def _auxiliary(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the form of avoir or être whose participle the word should be, -1 for none."""
    at = _word_before(words, place)
    if at < 0:
        return -1
    if words[at].text == "A":  # du produit A expédiées
        return -1
    helper, previous = words[at], words[at - 1].lower if at and words[at].joined else ""
    if helper.lower in _WORDS["be"] and words[start_of_clause(words, at)].is_infinitive:
        return -1  # retirer l'offre serait céder
    if helper.lower in _WORDS["be"]:
        return at if previous not in ("c'", "ce") and at == place - 1 else -1
    if helper.lower in _WORDS["have"] and words[place].lower != "aller":
        return at
    subject = previous in ("il", "elle", "on", "qui", "n'", "l'") or previous.endswith("-ci")
    return at if helper.lower == "a" and subject else -1


def _is_such_as(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether tel que comes before, and no object after, an infinitive: le texte tel que *modifier* oralement."""
    if place < _JOINED or words[place - 1].lower not in QUE or not words[place - 1].joined:
        return False
    following = joined_after(words, place)
    ends = following is None or following.lower in ("par", "à", "lors") or following.categories == {"ADV"}
    return words[place - 2].lower in ("tel", "telle", "tels", "telles") and ends


def _word_before(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the next word before `place` that is no adverb, -1 if something parts the two."""
    at = before_adverbs(words, place, most=_MOST_ADVERBS, passes=_is_adverb)
    return at if at >= 0 and words[at + 1].joined else -1


def _is_adverb(word: Word) -> bool:
    return _ADVERBS.match(word.lower) is not None


def _wants_infinitive(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the participle comes after a preposition, a clitic or a modal verb."""
    word, before = words[place], words[place - 1]
    at = place - 1
    if before.lower == "de" and _VOWEL.match(word.lower):  # a word that is quoted: la définition de estampillé
        return False
    if before.lower == "à" and homophones.meant(words, at):
        return False
    if before.lower in NE_OR_SE:
        return True
    at = back_over(words, at, _CLITICS)
    if _goes_on_with_an_infinitive(words, place):
        return True
    if words[at].lower in _PREPOSITIONS:
        return _wanted_by_preposition(words, at, place)
    while at > 1 and words[at].joined and words[at].lower != "en" and _ADVERBS.match(words[at].lower):
        at -= 1
    if any(entry.lemma in _MODALS for entry in words[at].entries if entry.category == "V"):
        return _wanted_by_modal(words, at, place)
    return False


def _is_of_a_scale(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether à joins two degrees: un risque moyen à *élevé*."""
    return place > 1 and words[place - 1].joined and are_degrees([word.lower for word in words[place - 2 : place + 1]])


def _goes_on_with_an_infinitive(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the participle, with an object after it, is joined by et to an infinitive: coordonner et
    *harmonisé* les activités."""
    if place < _JOINED or words[place - 1].lower not in ("et", "ou") or "N" in words[place].categories:
        return False
    earlier, following = words[place - 2], joined_after(words, place)
    plain = earlier.is_infinitive and earlier.categories == {"V"} and words[place - 1].joined
    return plain and following is not None and following.lower in _WORDS["determiners of objects"]


def _wanted_by_preposition(words: tuple[Word, ...], at: int, place: int) -> bool:
    """Tells whether an infinitive must follow the preposition at `at`, clitics between, where a participle does."""
    word, before, preposition = words[place], words[place - 1], words[at]
    if at < place - 1:
        sure = "N" not in word.categories or (before.lower in ("y", "en") and preposition.lower == "à")
        following = joined_after(words, place)
        sure = sure or (before.lower == "lui" and following is not None and following.lower in _WORDS["given"])
        return sure and before.lower in ("y", "en", "lui")  # à en demandé
    earlier = words[at - 1].lower if at and words[at].joined else ""
    if earlier in _INDEFINITE:
        return False
    following = joined_after(words, place)
    if earlier in ("et", "ou") and following is not None and following.lower == "au" and "N" in word.categories:
        return False  # à titre d'employé et d'assuré au titre de la partie
    noun = any(entry.category == "N" and "fs" in entry.features for entry in word.entries)
    if noun and earlier and "N" in words[at - 1].categories:  # quatre types de gravité des cas
        return False
    if earlier and _is_noun_of_noun(words, at - 1, place):
        return False
    return _opens_an_object(following) or ("N" not in word.categories and preposition.lower != "sans")


def _wanted_by_modal(words: tuple[Word, ...], at: int, place: int) -> bool:
    """Tells whether an infinitive must follow the form of a modal verb at `at`, where a participle does."""
    word, helper = words[place], words[at]
    has_object = _opens_an_object(joined_after(words, place))
    if at and words[at - 1].lower == "de" and "N" in helper.categories and not has_object:  # un fondé de pouvoir
        return False
    verbal = bool(helper.persons) or helper.is_infinitive or helper.is_present_participle
    verbal = verbal and not (at and words[at - 1].lower in determiners() and helper.is_infinitive)
    verbal = (verbal and helper.lower not in _NO_MODAL) or _is_past_modal(words, at)
    return verbal and (has_object or "N" not in word.categories)


def _is_past_modal(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is pu, dû or voulu after avoir, adverbs between: ont pu visité."""
    if not any(entry.lemma in _WORDS["sure modal verbs"] for entry in words[place].entries):
        return False
    have = _word_before(words, place)
    return words[place].is_participle and have >= 0 and words[have].lower in _WORDS["have"] | {"a"}


def _opens_an_object(word: Word | None) -> bool:
    """Tells whether an object, or an adverb before one, begins with this word."""
    return word is not None and (
        word.lower in determiners()
        or word.lower in _OBJECTS
        or (word.lower.endswith("ment") and "ADV" in word.categories)
    )


def _is_noun_of_noun(words: tuple[Word, ...], noun: int, place: int) -> bool:
    """Tells whether the participle is a noun that goes with the noun at `noun`: la valeur de marché des titres. Only an
    object would make it a verb (le droit de traité les affaires), and du, des may begin a complement as well."""
    if "N" not in words[place].categories or "N" not in words[noun].categories or words[noun].is_participle:
        return False
    if place + 1 >= len(words) or words[place + 1].lower not in determiners():
        return True
    superlative = place + 2 < len(words) and words[place + 2].lower in ("plus", "moins")
    return superlative or words[place + 1].lower in _COMPLEMENTS


def _is_bare_participle(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is a participle that is nothing else between a preposition and an object: chargé de recueilli
    des avis; one that agrees with something only after who is asked to do it: encouragés à achevés les travaux."""
    word, before = words[place], words[place - 1]
    earlier = words[place - 2] if place > 1 and before.joined else None
    following = joined_after(words, place)
    if before.lower not in _PREPOSITIONS or following is None or following.lower not in determiners():
        return False
    if "ms" not in word.agreement():
        return before.lower == "à" and earlier is not None and _is_asked(earlier)
    return word.categories <= {"V", "A"} and (earlier is None or earlier.lower not in _INDEFINITE)


def _is_asked(word: Word) -> bool:
    """Tells whether a word is a participle after which à and an infinitive say what somebody is asked to do."""
    return word.is_participle and any(entry.lemma in _WORDS["asking"] for entry in word.entries)


def _is_finite_for_an_infinitive(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is a finite verb, or a present participle, where only an infinitive can be, after a
    preposition and a pronoun, or after the participle of a modal verb: priés de s'inscrivent, pour s'établissant à
    vingt, invité à lui *rend* compte, ont pu *examinaient*."""
    word, before = words[place], words[place - 1]
    if word.categories != {"V"} or word.is_infinitive or word.is_participle:
        return False
    if not word.persons & THIRD and not word.is_present_participle:
        return False
    if before.is_participle and word.persons and not is_auxiliary(word) and _is_past_modal(words, place - 1):
        earlier = words[max(0, place - _FAR) : place]
        return not any(one.lower in _WORDS["openers"] for one in earlier)  # ceux qui l'ont voulu votent
    at = place - 2
    if at < 0 or not before.joined or words[at].lower not in _PREPOSITIONS:
        return False
    given = before.lower in _WORDS["clitics of an infinitive"] and bool(word.persons) and not is_auxiliary(word)
    return before.lower in ("s'", "se") or given


def _is_irregular(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is a participle that does not end in -é where only an infinitive can be: afin de mis en
    œuvre, devront répondu, pour réduit les écarts."""
    word, before = words[place], words[place - 1]
    if word.lower.endswith("é") or "ms" not in word.agreement() or not word.categories <= {"V", "A", "N"}:
        return False
    following = words[place + 1].lower if place + 1 < len(words) and words[place + 1].joined else ""
    if following in ("que", "qu'", "soit") or word.lower in ("entendu", "compris"):  # si réduit que soit, bien entendu
        return False
    if before.lower in ("s'", "se"):
        return word.categories <= {"V", "A"} and not word.persons
    at = before_adverbs(words, place, most=_MOST_ADVERBS, least=0, passes=_is_adverb)
    if words[at + 1].joined and any(entry.lemma in _WORDS["sure modal verbs"] for entry in words[at].entries):
        owned = at > 0 and words[at].joined and words[at - 1].lower in (*_OWNING, *determiners())
        return bool(words[at].persons & THIRD or words[at].is_infinitive) and not owned
    if before.lower not in _PREPOSITIONS or word.lower in ("fait", "dit"):  # de fait les États
        return False
    earlier = words[place - 2].lower if place > 1 and before.joined else ""
    if earlier == "afin":
        return True
    governed = place > 2 and words[place - 2].is_participle and words[place - 3].lower in _WORDS["have"] | {"a"}
    if governed and before.lower == "de" and following in _WORDS["determiners of objects"]:
        return True  # ont permis de réduit les coûts
    sure = following in _WORDS["determiners of objects"] or (word.categories == {"V"} and before.lower == "pour")
    return sure and earlier not in _INDEFINITE and "N" not in word.categories


def _infinitive(word: Word) -> str:
    verbs = [entry for entry in word.entries if entry.category == "V"]
    participles = (entry.lemma for entry in verbs if any(feature.startswith("K") for feature in entry.features))
    return next(participles, verbs[0].lemma)


def _stays_without_ending(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle follows avoir, where no object can come before it."""
    if words[place - 1].lower == "en":  # ont en partie été
        return False
    at = _word_before(words, place)
    if at < 1 or words[at].text == "A" or (words[at].lower not in _WORDS["have"] and words[at].lower != "a"):
        return False
    nearest = at - 1 - (at > 1 and words[at - 1].lower in ("lui", "leur", "y"))  # les lui ont fournis
    if words[at].joined and words[nearest].lower in _WORDS["pronouns"]:
        return False
    for other in range(at - 1, -1, -1):
        if words[other].lower in _MOVABLE:
            return False
        if words[other + 1].opens_clause and words[other].text not in ("M", "MM"):
            break
    return True
