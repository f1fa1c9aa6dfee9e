"""Is a form of a verb impossible where it stands: a *prit* note, se sont *réunit*, le rapport *présenter* par?

After avoir and être no finite verb comes, and after a noun no infinitive that somebody does. The lexicon tells the
forms.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import chain
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_have, on_over_adverbs
from tmtool.languages.fr.grammar.words.closed_words import BEING, OBJECT_CLITICS, RELATIVES, SUBJECT_PRONOUNS
from tmtool.languages.fr.grammar.words.reading import PLURAL, QUE, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_AUXILIARIES = BEING | {"été", "être", "avoir", "ayant", "étant"}  # not soit: soit convient
_SUBJUNCTIVES = frozenset({"soit", "soient", "fût", "fussent"})
_TAKEN_UP = RELATIVES - {"qui"} | {"en", "y"}
"""Words that may end a clause with the auxiliary, after which the verb of another comes: ce qui en a doit."""
_WHO = frozenset({"qui", "ils"})
_CAUSING = _WORDS["causing"]
_NO_AGENT = _WORDS["no agent"]
_LONGEST_CLAUSE = 30
_LONGEST_ADVERBIAL, _FARTHEST = 3, 8


def after_auxiliary(words: tuple[Word, ...]) -> Iterator[Word]:
    """Yields the finite verbs in the place of a participle, right after a form of avoir or être."""
    for place in range(len(words) - 1):
        word = words[place]
        if word.text == "A" or not (word.lower in _AUXILIARIES or is_have(word) or _is_be_of_a_clause(words, place)):
            continue
        at = on_over_adverbs(words, place + 1, min(len(words) - 1, place + _LONGEST_ADVERBIAL))
        if not all(one.joined for one in words[place + 1 : at + 1]):
            continue
        if _is_infinitive_of_a_past(words, place, at):
            yield words[at]
        if not _is_finite_alone(words[at]):
            continue
        if place and words[place - 1].lower in OBJECT_CLITICS:
            continue
        taken_up = any(one.lower in _TAKEN_UP for one in words[max(0, place - _FARTHEST) : place])
        taken_up = taken_up and words[place].lower not in _SUBJUNCTIVES
        if (not taken_up or words[at].lower in _WORDS["subjunctives"] or _has_an_object(words, place, at)) or (
            is_have(word) and at == place + 1 and _is_of_no_antecedent(words, place, at)
        ):
            yield words[at]


def _is_be_of_a_clause(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the subjunctive of être with ne or its subject before it, so that it joins no two things:
    à moins qu'il ne *soit*."""
    is_verb = words[place].lower in _SUBJUNCTIVES and place > 0 and words[place].joined
    return is_verb and words[place - 1].lower in ("ne", "n'", *SUBJECT_PRONOUNS)


def _is_infinitive_of_a_past(words: tuple[Word, ...], auxiliary: int, at: int) -> bool:
    """Tells whether an infinitive that does not end in -er, which infinitives.py reads, comes after s'est or ont: s'est
    *réunir*."""
    word = words[at]
    plain = word.is_infinitive and word.categories == {"V"} and not word.persons and not word.lower.endswith("er")
    reflexive = auxiliary > 0 and words[auxiliary - 1].lower in ("s'", "se") and words[auxiliary].joined
    return plain and (reflexive or words[auxiliary].lower in ("ont", "avait", "avaient", "auront", "aurait"))


def _has_an_object(words: tuple[Word, ...], have: int, at: int) -> bool:
    """Tells whether an object comes right after a form in -it or -ut after avoir, so that nothing before is taken up:
    que 23 pays ont *soumit* un plan."""
    if not is_have(words[have]) or not words[at].lower.endswith(("it", "ut")) or at + 2 >= len(words):
        return False
    article, noun = words[at + 1 : at + 3]
    return article.joined and noun.joined and is_determiner(article) and "N" in noun.categories


def _is_of_no_antecedent(words: tuple[Word, ...], have: int, at: int) -> bool:
    """Tells whether a form in the singular after avoir, at the end of a relative clause with que, cannot be the verb of
    what que goes back to, which is a plural or only told in the present: les efforts qu'il a *fournit*, les
    engagements que le pays avait *prit*."""
    que = next((one for one in range(have - 1, max(0, have - _FARTHEST), -1) if words[one].lower in QUE), 0)
    if not que or any(word.lower in _TAKEN_UP - QUE for word in words[que + 1 : have]):
        return False
    participle = words[at].lower.endswith(("it", "ut"))
    if participle and have == que + 2 and words[que + 1].lower in SUBJECT_PRONOUNS and not _is_joined_on(words, at):
        return True  # le préjudice qu'elles ont subit.
    found = chain(words, que - 1)
    return participle and bool(found.heads) and found.heads[0].possible <= PLURAL


def _is_joined_on(words: tuple[Word, ...], place: int) -> bool:
    return place + 1 < len(words) and words[place + 1].joined


def _is_finite_alone(word: Word) -> bool:
    """Tells whether a word can be nothing but a finite verb, of the third person singular, that may sound as a
    participle does: prit, crée, not prendra."""
    if word.is_name or word.is_participle or word.is_infinitive or word.is_present_participle:
        return False
    features = {feature for entry in word.entries for feature in entry.features if feature.endswith("3s")}
    if (word.categories == {"V"} and word.lower in _WORDS["subjunctives"]) or word.lower in _WORDS["nouns too"]:
        return True
    subit = word.categories == {"A", "V"} and word.lower.endswith("it")
    return (word.categories == {"V"} or subit) and any(feature[0] in "PJI" for feature in features)


def participles_after_who(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each qui or ils and the present participle after it, pronouns between: les membres qui *résidant* ici."""
    for place in range(1, len(words)):
        word = words[place]
        if not word.is_present_participle or not word.joined or word.persons & THIRD:
            continue
        at = place - 1
        while at > 0 and words[at].lower in _WORDS["pronouns before a verb"] and words[at].joined:
            at -= 1
        if words[at].lower in _WHO and (words[at].lower != "qui" or words[at - 1].categories.isdisjoint({"PREP"})):
            yield words[at], word


def infinitives_with_an_agent(words: tuple[Word, ...]) -> Iterator[Word]:
    """Yields the infinitives right after a noun that say by whom: they are written for a participle."""
    for place in range(1, len(words) - 2):
        before, word, by = words[place - 1 : place + 2]
        if not (word.is_infinitive and word.categories == {"V"} and word.joined and by.joined and by.lower == "par"):
            continue
        if (
            before.categories != {"N"}
            or before.is_name
            or any(one.lower in _NO_AGENT for one in words[place + 2 : place + 4])
        ):
            continue
        earlier = words[max(0, place - _FARTHEST) : place]
        if not any(entry.lemma in _CAUSING for one in earlier for entry in one.entries):
            yield word


def verbs_with_an_agent(words: tuple[Word, ...]) -> Iterator[Word]:
    """Yields the finite verbs right after a noun, with par and who does it right after, in a clause that has its verb:
    the compilation *établit* par le Haut-Commissariat is a participle."""
    for place in range(1, len(words) - 2):
        before, word, by, agent = words[place - 1], words[place], words[place + 1], words[place + 2]
        apart = word.before == ", " and word.categories == {"V"}
        both = (word.joined or apart) and by.joined and agent.joined
        if by.lower != "par" or not both or "N" not in before.categories:
            continue
        if word.is_name or not _is_no_other_form(word):
            continue
        if not word.is_finite_verb and not _may_lack_its_accent(words, place):
            continue
        if any(entry.lemma in _WORDS["without an object"] for entry in word.entries) or not is_determiner(agent):
            continue
        if any(one.lower in _NO_AGENT for one in words[place + 2 : place + 5]):
            continue
        if apart:
            if not _has_a_verb_before(words, place) and _goes_on_after_a_comma(words, place + 3):
                yield word
        elif _has_a_verb_before(words, place) or _has_a_verb_after(words, place + 3):
            yield word


def _goes_on_after_a_comma(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether the next comma is right before a finite verb: le rapport, *établit* par le Président, sera lu."""
    at = next((at for at in range(start, len(words)) if not words[at].joined), len(words))
    return at < len(words) and words[at].before == ", " and _is_verb(words, at)


def _may_lack_its_accent(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word that may be a noun or an adjective, but is no quality of the noun before it, is a participle
    in -é without its accent: la proposition *présente* par le Groupe; not un projet pilote."""
    word, before = words[place], words[place - 1]
    named = before.categories == {"N"} or is_determiner(words[place - 2])
    if not named or words[place - 2].lower == "en" or not word.categories <= {"N", "A", "V"}:
        return False
    if word.lower in _WORDS["after a noun"]:
        return False
    return any(
        entry.category == "V" and entry.lemma.endswith("er") and entry.features & {"P3s", "P2s"}
        for entry in word.entries
    )


def _is_no_other_form(word: Word) -> bool:
    return not (word.is_participle or word.is_infinitive or word.is_present_participle)


def _is_verb(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a word is a finite verb of the third person and nothing else."""
    word = words[at]
    if is_determiner(words[at - 1]) and words[at].joined:
        return False
    following = words[at + 1] if at + 1 < len(words) and words[at + 1].joined else None
    placed = following is not None and following.lower in ("à", "au", "aux", "dans", "en", "sur")
    if placed and word.lower in ("figure", "figurent", "porte", "portent"):
        return True
    if word.lower == "a" and word.text != "A":
        return True
    return (word.lower in BEING) or (word.is_finite_verb and _is_no_other_form(word) and not word.is_name)


def _has_a_verb_before(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a finite verb comes before in the same clause, no mark between but the commas of a series."""
    for at in range(place - 1, max(0, place - _LONGEST_CLAUSE), -1):
        if words[at].lower in _WORDS["openers"] or not (words[at + 1].joined or words[at + 1].before == ", "):
            return False
        if _is_verb(words, at):
            return True
    return False


def _has_a_verb_after(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether a finite verb comes later in the same clause."""
    for at in range(start, min(len(words), start + _FARTHEST)):
        if words[at].lower in _WORDS["openers"] or not words[at].joined or words[at].is_present_participle:
            return False
        if _is_verb(words, at):
            return True
    return False
