"""Does a participle or a pronoun agree that stands apart from its noun: adoptées en 2015, elle …; versements, dont
aucune ne dépasse?

Where nothing in the sentence has its gender and number, no noun has to be found. The closed words are in
``apposed.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.adjuncts import names_a_place
from tmtool.languages.fr.grammar.nouns.antecedents import named_before, together
from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.noun_chains import Chain, chain, is_auxiliary, linked
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb
from tmtool.languages.fr.grammar.predicates.said_of import differs_from_its_noun
from tmtool.languages.fr.grammar.predicates.shortened_clauses import opener_length
from tmtool.languages.fr.grammar.subjects.subjects import subject
from tmtool.languages.fr.grammar.words.closed_words import PERSONAL
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, THIRD, Word, start_of_clause
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_POINTED = {"celui-ci": "ms", "celle-ci": "fs", "ceux-ci": "mp", "celles-ci": "fp"}
_FARTHEST = 24
"""Words at most between the head of a sentence and the pronoun that it goes with."""
_LONGEST = 20
"""Words at most of a participle and what hangs on it, between commas."""
_AFTER_COMMA = re.compile(r"(?: \d{1,4})?, ")
"""A comma, with a year or a number before it or without."""
_LONGEST_NAME = 6
"""Words of a name with its title at most."""
_DATE = 3
"""Words that a date takes with the participle before it: datée du 5 mai."""
_DAY = re.compile(r"[ \u00a0\u202f](?:1er|1ᵉʳ|\d{1,2})[ \u00a0\u202f]")
_OFTEN = frozenset({"plusieurs", "maintes", "deux", "trois", "quelques"})


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the words that agree with nothing they may go with, in order, each with the word before which they should
    have agreed, or after which they come."""
    for place, word in enumerate(words):
        if _heads(words, place):
            yield from _before_pronoun(words, place)
            yield from _before_noun(words, place)
        apart = place > 0 and _AFTER_COMMA.fullmatch(word.before) is not None and _is_apposed(words, place)
        apart = apart and word.agreement().isdisjoint(named_before(words, place))
        apart = apart or _is_of_another_subject(words, place) or _differs_from_what_is_near(words, place)
        apart = apart or _differs_from_person(words, place) or _differs_from_pronoun(words, place)
        if apart or _differs_from_dated(words, place):
            yield word, words[place - 1]
        if word.lower in _WORDS["some"] and place and _is_of_dont(words, place):
            yield word, words[place - 1]


def may_be_a_noun(word: Word) -> bool:
    """Tells whether a participle may be a noun without a determiner: entreprises; not établis."""
    return "N" in word.categories and not any(
        entry.lemma in _WORDS["seldom nouns of"] for entry in word.entries if entry.category == "V"
    )


def _heads(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a sentence begins here."""
    return place == 0 or (words[place].opens_clause and words[place].is_name)


def _is_qualifying(word: Word) -> bool:
    """Tells whether this is a past participle or an adjective, and nothing else."""
    if word.is_infinitive or word.is_present_participle or word.lower in _WORDS["absolute"]:
        return False
    kinds = {"A", "V", "N"} if word.is_participle else {"A"}
    return bool(word.categories) and word.categories <= kinds and not word.persons & THIRD


def _before_pronoun(words: tuple[Word, ...], place: int) -> Iterator[tuple[Word, Word]]:
    """Yields the participles and adjectives at the head of a sentence that do not agree with its subject, where that is
    a pronoun right after a comma: fragiles, rarement conservées, elles peuvent."""
    found = []
    at = place + opener_length(words, place)  # Une fois approuvées, elles
    if _has_its_subject(words, at) and at > place:
        return
    while at < len(words) - 1:
        while at < len(words) - 1 and is_adverb(words[at]) and (at == place or words[at + 1].joined):
            at += 1
        if not _is_qualifying(words[at]) or (at > place and words[at - 1].is_name and words[at].is_name):
            break
        found.append(words[at])
        at += 1
        if at >= len(words) or (words[at].before != ", " and words[at].lower != "et"):
            break
        at += words[at].lower == "et"
    if not found:
        return
    verbs = 0
    for at in range(place + 1, min(len(words) - 1, place + _FARTHEST)):
        word = words[at]
        if word.opens_clause:
            return
        verbs += bool(word.persons & THIRD) and "V" in word.categories and not word.is_participle
        verbs -= word.lower in _WORDS["subordinating"]
        if word.before.endswith(", ") and word.lower in PERSONAL:
            impersonal = word.lower == "il" and words[at + 1].lower in _WORDS["impersonal"]
            if verbs <= 0 and not impersonal:
                wanted = PERSONAL[word.lower]
                yield from ((one, word) for one in found if wanted not in one.agreement())
            return


def _has_its_subject(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the subject of a participle comes right after it: une fois terminée l'enquête."""
    return place + 1 < len(words) and words[place + 1].joined and words[place + 1].lower in _WORDS["owning"]


def _before_noun(words: tuple[Word, ...], place: int) -> Iterator[tuple[Word, Word]]:
    """Yields the participle that opens a sentence and does not agree with its subject, where that is the noun group
    right after the comma: Réunie à Vienne, le Groupe; Ayant été élu, la Présidente."""
    at = place
    helped = [word.lower for word in words[at : at + 2]]
    at += 2 if helped == ["ayant", "été"] else 1 if helped[:1] == ["étant"] else opener_length(words, place)
    at += at < len(words) and is_adverb(words[at])
    at += 2 if helped[:1] and helped[0] in _OFTEN and helped[1:] == ["fois"] else 0
    if at + 2 >= len(words) or not all(word.joined for word in words[place + 1 : at + 1]):
        return
    word = words[at]
    if opener_length(words, place) and _has_its_subject(words, at):
        return
    adjective = word.lower in _WORDS["adjectives"] and words[at + 1].lower in (
        "de",
        "d'",
        "du",
        "des",
        "à",
        "au",
        "aux",
    )
    if not adjective and not (_is_qualifying(word) and word.is_participle and (at > place or _goes_on(words, at))):
        return
    comma = next((one for one in range(at + 1, min(len(words), at + _LONGEST)) if not linked(words[one])), 0)
    if not comma or not words[comma].before.endswith(", ") or words[comma].lower not in _WORDS["owning"]:
        return
    if any(one.is_finite_verb and not one.is_name for one in words[at + 1 : comma]):
        return  # a verb; Vienne is none
    verb = next((one for one in range(comma + 2, min(len(words), comma + _LONGEST)) if _is_finite(words[one])), 0)
    if comma + 2 < len(words) and words[comma + 1].is_name and words[comma + 2].persons & THIRD:
        verb = verb or comma + 2  # le Conseil demande
    end = verb - 1
    while end > comma and words[end].lower in _WORDS["clitics"]:
        end -= 1
    found = chain(words, end) if verb and all(linked(one) for one in words[comma + 1 : verb + 1]) else None
    if found is None or not found.heads or found.several or found.start != comma:
        return
    if not word.agreement() & found.heads[-1].possible:
        yield word, words[found.heads[-1].place]


def _goes_on(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether what comes right after a word shows that it is a participle, and no noun."""
    word, following = words[place], words[place + 1]
    if following.lower in ("à", "en", "sur", "de", "d'") and word.lower not in _WORDS["nouns"]:
        return following.joined
    kind = "after a participle" if may_be_a_noun(word) else "after"
    return following.joined and following.lower in _WORDS[kind] - {"et"}


def _is_apposed(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle after a comma, with what hangs on it, goes with something before: the proposal,
    présentée en mai par la France, a l'appui."""
    word = words[place]
    if not (word.is_participle and _is_qualifying(word) and not may_be_a_noun(word) and not word.is_name):
        return False
    if place + 1 >= len(words) or not words[place + 1].joined or words[place + 1].lower not in _WORDS["after"]:
        return False
    for at in range(place + 1, min(len(words), place + _LONGEST)):
        if words[at].opens_clause:
            return True
        if words[at].mark.endswith(","):
            return words[at].lower in _WORDS["after an aside"] or _is_finite(words[_after_clitics(words, at)])
    return len(words) - place < _LONGEST


def _after_clitics(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the first word from `place` on that is no pronoun before a verb."""
    while place < len(words) - 1 and words[place].lower in _WORDS["clitics"]:
        place += 1
    return place


def _is_finite(word: Word) -> bool:
    """Tells whether this can be nothing but a finite verb in the third person."""
    sure = word.categories == {"V"} and not (word.is_participle or word.is_infinitive or word.is_name)
    return bool(word.persons & THIRD) and (sure or word.lower in _WORDS["verbs"])


def _is_of_another_subject(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle between two commas agrees with none of the nouns of the subject before it, of which
    the verb is after it: la présidence, élu pour un an, convoquera."""
    word, at = words[place], place + 1
    if not place or not word.is_participle or word.is_name or not _AFTER_COMMA.fullmatch(word.before):
        return False
    if at == len(words) or not words[at].joined or words[at].lower not in _WORDS["after"]:
        return False
    while at < len(words) and linked(words[at]):
        at += 1
    if at == len(words) or at - place > _LONGEST or not words[at].before.endswith(", "):
        return False
    verb, before = _after_clitics(words, at), chain(words, place - 1)
    of_verb = subject(words, verb) or _in_relative_clause(words, place, verb)
    if not of_verb or not before.heads or before.several:
        return False
    return word.agreement().isdisjoint(of_verb | _in_the_end(words, before))


def _in_the_end(words: tuple[Word, ...], found: Chain) -> frozenset[str]:
    """Returns what those nouns can be with which a participle after a comma may go that comes before the verb of the
    last one; no bare noun says which draft is meant: le projet de *directives*, révisé en mai, compte."""
    drafts = words[found.heads[-1].place].lower in _WORDS["drafts"]
    heads = [head for head in found.heads if not (drafts and head.is_bare)]
    return frozenset().union(*(head.possible for head in heads))


def _in_relative_clause(words: tuple[Word, ...], place: int, verb: int) -> frozenset[str]:
    """Returns what the nouns can be between a relative pronoun and a participle after a comma, after which the verb of
    the clause comes; empty where it has another verb before: dont les pouvoirs d'arrêter un chantier, *étendus* en mai,
    ont été."""
    persons = words[verb].persons & THIRD
    for at in range(place - 1, max(-1, place - _LONGEST), -1):
        if words[at].lower in _WORDS["relatives"]:
            found = together(words, range(at + 1, place))
            return found if len(persons) == 1 and at + 1 < place else frozenset()
        if not linked(words[at]) or (words[at].persons & THIRD and "N" not in words[at].categories):
            return frozenset()
    return frozenset()


def _differs_from_what_is_near(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle after a comma agrees neither with the nouns right before it nor with any before the
    first verb of its sentence, among which its subject is: À sa deuxième session, tenus en mai, le Comité."""
    word = words[place]
    if place < 1 or word.before != ", " or word.is_name or place + 1 == len(words):
        return False
    if not (word.is_participle or _is_set_off(words, place)):
        return False
    if word.lower in _WORDS["absolute"] | _WORDS["nouns"] or word.is_infinitive:
        return False
    goes_on = _WORDS["after a participle" if word.is_participle and may_be_a_noun(word) else "after"]
    if not words[place + 1].joined or words[place + 1].lower not in goes_on - {"et"}:
        return False
    near = chain(words, place - 1)
    if _agrees_with_subject_behind(words, place):
        return False
    if not near.heads or "," in words[near.start].before or near.several or not near.complete:
        return False
    start = place
    while start and place - start < _FARTHEST and not words[start].opens_clause:
        start -= 1
    if place - start == _FARTHEST:
        return False
    start += words[start].text == "À"  # one letter, and no abbreviation
    verb = next((at for at in range(start, place) if _is_surely_finite(words[at]) or _helps(words, at)), place)
    alone = any(one.lower in _WORDS["times"] for one in words[max(0, near.heads[0].place - 2) : near.heads[0].place])
    before = range(start, near.start if verb == place else verb)
    by_kind = word.is_participle or not word.agreement() & _of_near(words, near)  # an adjective may be said of many
    if by_kind and differs_from_its_noun(words, place, near.heads, before):
        return True
    known = (words[one.place] for one in near.heads if not names_a_place(words, one.place))
    if any(not noun.entries or noun.text.isupper() for noun in known):
        return False
    nearest = alone and near.close == 1  # remis avant la date, fixée
    possible = near.heads[0].possible if nearest else _of_near(words, near)
    return word.agreement().isdisjoint(possible | together(words, before))


def _is_set_off(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is an adjective that a comma parts from its noun, by the complement after it: des règles,
    *conformes* à la Charte."""
    word, following = words[place], words[place + 1]
    of_kind = "A" in word.categories and any(entry.lemma in _WORDS["set off"] for entry in word.entries)
    return of_kind and following.joined and following.lower in _WORDS["after set off"]


def _helps(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether this is a form of avoir or être right before its participle: a adopté."""
    following = words[at + 1]
    passive = following.is_participle and following.joined
    return passive and is_auxiliary(words[at]) and bool(words[at].persons & THIRD)


def _of_near(words: tuple[Word, ...], near: Chain) -> frozenset[str]:
    """Returns what those nouns of a group can be that a participle after a comma may go with: neither a place nor,
    where there is another, a singular without a determiner (le Programme *d'action*, adopté)."""
    heads = [head for head in near.heads if not names_a_place(words, head.place)]
    owned = [head for head in heads if head != near.heads[0] or not (head.is_bare and head.possible <= SINGULAR)]
    return frozenset[str]().union(*(head.possible for head in owned or heads or near.heads))


def _agrees_with_subject_behind(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle agrees with the noun group right after the comma behind its own words: Après examen,
    *approuvées* par le Comité, les mesures seront appliquées."""
    for at in range(place + 1, min(len(words) - 1, place + _LONGEST)):
        if not linked(words[at]):
            noun = words[at + 2 if is_before_noun(words[at + 1]) and at + 2 < len(words) else at + 1]
            owned = words[at].before.endswith(", ") and words[at].lower in determiners()
            return owned and bool(words[place].agreement() & noun.agreement({"N"}))
    return False


def _differs_from_dated(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle after a date differs from that of the document which the date belongs to: lettres
    datées du 21 janvier 2015, adressée au Secrétaire général."""
    word = words[place]
    if place < _DATE or not _AFTER_COMMA.fullmatch(word.before) or not word.is_participle or word.is_name:
        return False
    goes_on = place + 1 < len(words) and words[place + 1].joined and words[place + 1].lower in _WORDS["after"]
    month, of, dated = words[place - 1], words[place - 2], words[place - 3]
    if not goes_on or month.lower not in _WORDS["months"] or of.lower not in ("du", "le"):
        return False
    if dated.lower not in _WORDS["dated"] or not of.joined or not _DAY.fullmatch(month.before):
        return False
    return word.agreement().isdisjoint(dated.agreement())


def _differs_from_person(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle after a comma has another gender than the person who opens the clause, named with a
    title right before it: Mme Roy, *élu* Présidente."""
    word = words[place]
    if not place or word.before != ", " or not word.is_participle or word.persons & THIRD or word.is_infinitive:
        return False
    if word.lower in _WORDS["absolute"] | _WORDS["nouns"] or not word.agreement() <= SINGULAR:
        return False
    for at in range(place - 1, max(-1, place - 1 - _LONGEST_NAME), -1):
        gender = next((one for one in ("f", "m") if words[at].lower in _WORDS[f"titles {one}"]), "")
        if gender and words[at].is_name:
            alone = at == 0 or words[at].opens_clause or _is_of_nobody_before(words, at, place)
            return alone and at < place - 1 and f"{gender}s" not in word.agreement()
        if not words[at].is_name or not (words[at + 1].joined or at + 1 == place):
            return False
    return False


def _differs_from_pronoun(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle after a comma differs from the pronoun right before it that opens the sentence:
    Celle-ci, *distribué* le 3 mai, compte 12 noms."""
    wanted = _POINTED.get(words[place - 1].lower) if place else None
    if wanted is None or words[place].before != ", " or not _heads(words, place - 1):
        return False
    word = words[place]
    return word.is_participle and _is_qualifying(word) and wanted not in word.agreement()


def _is_of_nobody_before(words: tuple[Word, ...], title: int, place: int) -> bool:
    """Tells whether a participle that goes on agrees with nothing before a person in the sentence, who has a noun or a
    pronoun before: Elle sera présidée par Mme Roy, *élu* à la première séance."""
    goes_on = place + 1 < len(words) and words[place + 1].joined and words[place + 1].lower in _WORDS["after"]
    before = words[start_of_clause(words, title) : title]
    after_verb = any(map(_is_surely_finite, before))  # else the subject may come after
    named = named_before(words, title) if goes_on and after_verb and words[title].joined else frozenset()
    return bool(named) and named.isdisjoint(words[place].agreement())


def _is_surely_finite(word: Word) -> bool:
    """Tells whether this is a verb in the third person, and neither a noun nor an adjective."""
    return bool(word.persons & THIRD) and not word.categories & {"N", "A", "PREP"}


def _is_of_dont(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether some, or none, of what dont takes up have another gender: versements, dont aucune ne dépasse."""
    dont = place - 1 - (words[place - 1].lower == "l'" and words[place].joined)
    if dont < 1 or words[dont].lower != "dont" or not words[place].joined or place + 1 >= len(words):
        return False
    if dont == place - 1 and words[place].lower in ("un", "une"):
        return False
    following = words[place + 1]
    finite = following.is_finite_verb
    if not following.joined or not (following.lower in ("ne", "n'") or following.lower in _WORDS["verbs"] or finite):
        return False
    found = chain(words, dont - 1)
    other = "m" if words[place].lower in _WORDS["feminine"] else "f"
    group = words[found.start : dont]
    if (
        not found.heads
        or not found.complete
        or any(not word.entries and not word.lower.endswith("'") for word in group)
    ):
        return False
    nominal = [word for word in group if word.categories & {"N", "A"} and word.lower not in determiners()]
    several = found.possible <= PLURAL  # a thing may be what one disposes of: un port moderne dont certains disposent
    genders = [
        {one[0] for one in word.agreement()}
        for word in nominal
        if not ("PREP" in word.categories or (several and word.categories == {"A"} and _is_of_either_gender(word)))
    ]
    return bool(genders) and all(one == {other} for one in genders)


def _is_of_either_gender(word: Word) -> bool:
    """Tells whether an adjective is the same for both genders: modestes."""
    return len({one[0] for one in word.agreement()}) > 1
