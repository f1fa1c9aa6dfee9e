"""Does an adjective agree with the participle that it completes: sont jugées *vide* de sens, elles se sont dit prêtes?

A participle that says what somebody is thought or made to be has the gender and number of what is said of them, so that
no subject has to be found. The verbs are in ``attributes.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.adjective_words import ADJECTIVAL
from tmtool.languages.fr.grammar.nouns.determiners import determiners, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import chain, is_after_be
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun, is_numeral
from tmtool.languages.fr.grammar.predicates.compound_verbs import back_over_adverbs, on_over_adverbs
from tmtool.languages.fr.grammar.predicates.participles import auxiliary_before
from tmtool.languages.fr.grammar.subjects.subjects import subject
from tmtool.languages.fr.grammar.words.closed_words import ALL_FORMS, SE
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_UNMARKED = frozenset({"ms"})
"""What a participle after avoir is, too, which agrees with nothing: a jugé insuffisantes les mesures."""
_PRONOUNS = {"les": PLURAL, "la": frozenset({"fs"}), "le": frozenset({"ms"}), "l'": SINGULAR}
_LONGEST_ADVERBIAL, _AHEAD, _NEAR = 3, 12, 4
"""Words between such a verb and the adjective at most, after it in which several objects are joined, and before it in
which its subject is."""


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the adjectives that do not agree with the participle right before them, each with that word."""
    for place in range(len(words) - 1):
        word = words[place]
        agreement = _of_participle(words, place)
        if not agreement or word.is_name:
            continue
        at = _after_adverbs(words, place + 1)
        if at < len(words) - 1 and words[at].lower == "comme" and _lemmas(word) & _WORDS["holding as"]:
            at += 1
        if not all(one.joined for one in words[place + 1 : at + 1]) or not _completes(words, at):
            continue
        if words[at].agreement() & agreement or (agreement <= _UNMARKED and not _is_after_be(words, place)):
            continue
        yield words[at], word
    yield from _before_objects(words)
    yield from _of_themselves(words)
    yield from _after_as(words)


def _lemmas(word: Word) -> set[str]:
    """Returns the verbs of which this may be a form."""
    return {entry.lemma for entry in word.entries if entry.category == "V"}


def _after_adverbs(words: tuple[Word, ...], place: int) -> int:
    """Returns the place after the adverbs that come at `place`."""
    return on_over_adverbs(words, place, min(len(words) - 1, place - 1 + _LONGEST_ADVERBIAL))


def _of_themselves(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the adjectives that do not agree with the reflexive verb that says for what somebody holds themselves,
    each with that verb: elles s'estiment *lésé*, pourraient se sentir *menacé*."""
    for place in range(1, len(words) - 1):
        word = words[place]
        pronoun = place - 1 - (words[place - 1].lower == "en" and place > 1)  # s'en trouvent modifiées
        reflexive = words[pronoun].lower in SE and all(one.joined for one in words[pronoun + 1 : place + 1])
        if not reflexive or not _lemmas(word) & _WORDS["reflexive"]:
            continue
        governed = word.is_infinitive and pronoun > 0 and words[pronoun].joined
        verb = pronoun - 1 if governed and _lemmas(words[pronoun - 1]) & _WORDS["modal"] else place
        persons = words[verb].persons & THIRD
        at = _after_adverbs(words, place + 1)
        at += at < len(words) - 1 and words[at].lower == "comme"
        if (
            len(persons) != 1
            or not all(one.joined for one in words[place + 1 : at + 1])
            or not (_is_said(words, at) or _is_participial(words, at) or _is_done(words, at))
        ):
            continue
        number = PLURAL if persons == {"3p"} else SINGULAR
        anybody = number == SINGULAR and any(one.lower == "on" for one in words[max(0, verb - _NEAR) : verb])
        wanted = subject(words, verb) & number or number
        if not anybody and words[at].agreement() and not words[at].agreement() & wanted:
            yield words[at], word


def _after_as(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the adjectives after comme that do not agree with the object which a verb says is held to be so, each with
    its noun or pronoun: considère les mesures comme *adopté*, les traite comme *urgente*."""
    for place in range(2, len(words) - 1):
        if words[place].lower != "comme" or not words[place].joined or not words[place + 1].joined:
            continue
        at = _after_adverbs(words, place + 1)
        if words[at].lower in _WORDS["as is"] or not words[at].joined or not _is_said(words, at):
            continue
        held = _held(words, place)
        if held is not None and words[at].agreement() and not words[at].agreement() & held[1]:
            yield words[at], held[0]


def _held(words: tuple[Word, ...], place: int) -> tuple[Word, frozenset[str]] | None:
    """Returns the object of such a verb, which ends before a place, with what it can be; None for none."""
    verb = place - 1
    if _lemmas(words[verb]) & _WORDS["holding as"] and words[verb].joined and words[verb].categories != {"N"}:
        pronoun = words[verb - 1]
        return (pronoun, _PRONOUNS[pronoun.lower]) if pronoun.lower in _PRONOUNS else None
    found = chain(words, verb)
    if not found.heads or found.start < 1 or not words[found.start].joined:
        return None
    verb = back_over_adverbs(words, found.start - 1)
    governs = _lemmas(words[verb]) & _WORDS["holding as"] and not _is_noun_here(words, verb)
    if not governs or words[found.start].lower not in _WORDS["determiners"] | {"les"}:
        return None
    return words[found.heads[0].place], found.possible | (PLURAL if found.several else frozenset())


def _is_done(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle, which may be a noun or a finite verb elsewhere, has no object after it: se voient
    contraints de, se trouvent réduits à; not se voient interdit l'accès."""
    word, following = words[place], words[place + 1] if place + 1 < len(words) else None
    participle = word.is_participle and word.categories <= {"A", "N", "V"} and not word.is_name
    return participle and (
        following is None or not following.joined or "PREP" in following.categories or following.lower == "d'"
    )


def _is_participial(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a present participle that is an adjective, too, governs nothing: se montrent hésitants."""
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    ends = following is None or following.lower in ("et", "pour")
    return words[place].is_present_participle and words[place].categories == {"A", "V"} and ends


def _completes(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word after such a participle is an adjective, be it a present participle, too: s'est avéré
    décevant."""
    return _is_attribute(words, place) or _is_participial(words, place)


def _is_said(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word after such a verb is an adjective, or nothing but a participle: s'estiment lésés."""
    word = words[place]
    other = word.categories - {"V"} or word.is_infinitive or word.is_present_participle or word.persons or word.is_name
    return _is_attribute(words, place) or (word.is_participle and not other)


def _before_objects(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the adjectives between a verb that says what its object is held to be and that object, where they do not
    agree, each with its noun: a jugé *essentiel* la question, déclare *ouvert* la séance."""
    for place in range(len(words) - 3):
        word = words[place]
        if "V" not in word.categories or words[place + 1].lower in _WORDS["determiners"]:
            continue
        lemmas = {entry.lemma for entry in word.entries if entry.category == "V"}
        if not lemmas <= _WORDS["holding"] or _is_noun_here(words, place):
            continue
        at = on_over_adverbs(words, place + 1, min(len(words) - 3, place + _LONGEST_ADVERBIAL))
        adjective, article = words[at : at + 2]
        held = article.joined and (_is_attribute(words, at) or (at > place + 1 and adjective.is_participle))
        counted = _of_counted(words, at + 1) if held else None
        if counted is not None and counted.agreement({"N"}) & PLURAL:
            if not adjective.agreement() & counted.agreement({"N"}) & PLURAL:
                yield adjective, counted
            continue
        all_of = article.lower in ALL_FORMS and at + 4 < len(words) and is_determiner(words[at + 2])
        article = words[at + 2] if all_of else article
        noun = next((one for one in words[at + 2 + all_of : at + 4 + all_of] if not is_before_noun(one)), None)
        if noun is None or not all(one.joined for one in words[place + 1 : at + 3]) or not noun.joined:
            continue
        if article.lower not in _WORDS["determiners"] or not _is_attribute(words, at) or "N" not in noun.categories:
            continue
        if noun.is_name or noun.is_infinitive or noun.lower in _WORDS["times"] or _are_joined(words, at):
            continue
        agreement = noun.agreement({"N"}) & determiners()[article.lower].agreement
        if agreement and not adjective.agreement({"A"}) & agreement:
            yield adjective, noun


def _of_counted(words: tuple[Word, ...], place: int) -> Word | None:
    """Returns the noun of which a numeral right here counts some: trois des neuf *activités*; None for none."""
    of = place + 1
    if not is_numeral(words[place]) or of + 2 >= len(words) or words[of].lower not in ("de", "des"):
        return None
    at = of + 1
    while at < len(words) - 1 and (is_determiner(words[at]) or is_numeral(words[at]) or is_before_noun(words[at])):
        at += 1
    joined = all(word.joined for word in words[place : at + 1])
    return words[at] if joined and "N" in words[at].categories and not words[at].is_name else None


def _are_joined(words: tuple[Word, ...], adjective: int) -> bool:
    """Tells whether several objects may come after a plural: rendent essentiels une conception et un entretien."""
    plural = bool(words[adjective].agreement({"A"}) & PLURAL)
    return plural and any(word.lower in ("et", "ou") for word in words[adjective : adjective + _AHEAD])


def _is_noun_here(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word is a noun, or a participle that goes with a noun or with être, and governs no object."""
    word, before = words[place], words[place - 1] if place and words[place].joined else None
    if before is not None and (is_determiner(before) or before.lower in ("se", "s'")):
        return True
    have = before is not None and any(entry.lemma == "avoir" for entry in before.entries)
    return word.is_participle and not word.persons & THIRD and not have


def _of_participle(words: tuple[Word, ...], place: int) -> frozenset[str]:
    """Returns what the past participle of such a verb is, nothing of any other word."""
    word = words[place]
    is_noun = place > 0 and word.joined and "N" in word.categories and "PREP" in words[place - 1].categories  # en tenue
    if not word.is_participle or is_noun:
        return frozenset()
    with_se = place > 1 and is_after_be(words, place) and words[place - 2].lower in SE
    lemmas = _WORDS["with an attribute"] | (_WORDS["reflexive"] if with_se else frozenset())
    lemmas |= _WORDS["holding as"] if words[place + 1].lower == "comme" else frozenset()
    return frozenset(
        feature[1:]
        for entry in word.entries
        if entry.category == "V" and entry.lemma in lemmas
        for feature in entry.features
        if feature[0] == "K"
    )


def _is_attribute(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the word right after such a participle can be nothing but an adjective or a participle."""
    word = words[place]
    if word.lower in _WORDS["adjectives"]:
        return True
    if word.is_name or word.is_infinitive or word.is_present_participle or word.persons:
        return False
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    if following is not None and "N" in word.categories and following.agreement({"A"}) & word.agreement():
        return False  # réputée actifs détenus
    if word.categories - {"A", "N", "V"} or word.lower in _WORDS["nouns"]:
        return False
    adjective = "A" in word.categories and ("N" not in word.categories or ADJECTIVAL.search(word.lower) is not None)
    return adjective or (word.is_participle and "A" in word.categories)


def _is_after_be(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether être comes right before a participle, reflexive or not."""
    reflexive = place > 1 and words[place].joined and words[place - 1].joined and words[place - 2].lower in ("se", "s'")
    return auxiliary_before(words, place) is not None or (reflexive and words[place].lower == "dit")
