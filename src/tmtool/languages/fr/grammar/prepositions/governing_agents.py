"""Has a verb with somebody and what is to be done the prepositions that it governs: prie le Secrétaire général de
fournir, demande aux États de répondre, aide les États?"""

from __future__ import annotations

from collections.abc import Set

from tmtool.languages.fr.grammar.nouns.country_names import country_kinds
from tmtool.languages.fr.grammar.nouns.determiners import DEFINITE, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_groups import is_numeral
from tmtool.languages.fr.grammar.predicates.compound_verbs import before_adverbs, is_have
from tmtool.languages.fr.grammar.prepositions.asides import after_adverbials
from tmtool.languages.fr.grammar.prepositions.complement_rules import FIGURE
from tmtool.languages.fr.grammar.prepositions.governed import (
    ARTICLES,
    OF,
    TO,
    WORDS,
    Misgoverned,
    infinitive_after,
    may_be_inverted,
)
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import THIRD, Word

_BE = (("est", "était", "sera", "serait", "fut"), ("a", "avait", "aura", "ait"))
"""Forms of être, and of avoir before été, after il."""
_WITH_PREPOSITION = TO_FORMS | OF_FORMS | {"dudit", "desdits", "desdites", "auxdits", "auxdites"}
_LONGEST_CLAUSE = 14
"""Words of a relative clause at most."""
_LONGEST_AGENT = 9
"""Words of the name of the one who is asked at most."""


def with_agent(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong between the one who is asked, helped or thanked and what is to be done: prie le Secrétaire
    général à fournir, demande aux États à répondre, encourage les Parties de voter."""
    verb = words[place]
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    named = next((one for one in ("à", "de", "to whom de") if lemmas & WORDS[f"agent {one}"]), "")
    if lemmas <= WORDS["agent alone"] and (unwanted := _alone_with_agent(words, place)):
        return unwanted
    done = verb.is_participle and place > 0 and verb.joined
    done = done and (is_have(words[before_adverbs(words, place, least=0)]) or is_impersonal(words, place))
    if not named or not (verb.categories <= {"V", "N"} or done or _is_finite_here(words, place)):
        return None
    at = place + 1
    while at < len(words) and words[at].joined and "ADV" in words[at].categories and words[at].lower != "tout":
        at += 1
    at = after_adverbials(words, at)
    if at + 2 >= len(words) or not (words[at].joined or FIGURE.fullmatch(words[at].before)):
        return None
    at += words[at].lower in ("tous", "toutes") and at + 3 < len(words)
    article = words[at].lower
    to_them = article in TO_FORMS
    sure = verb.categories <= {"V"} or done or bool(words[place - 1].categories & {"N"} if place else True)
    sure = sure and not may_be_inverted(words, place)
    if named == "to whom de" and to_them:
        opens = True
        at += article == "à"
        at += words[at].lower in ("tous", "toutes")
    else:
        opens = article in ARTICLES or _is_other_determiner(words[at])
        if not opens and FIGURE.match(words[at].before):  # demande 12 États de répondre
            opens, at = True, at - 1
    noun = at + 1
    noun += noun < len(words) and (is_numeral(words[noun]) or words[noun].lower in ("autre", "autres", "tel", "telle"))
    if not opens or noun + 2 >= len(words) or not (_is_agent(words[noun]) or _is_country(words, noun)):
        return None
    at = _after_having_done(words, _after_groups(words, noun, TO_FORMS if to_them else ARTICLES))
    right = "à" if named == "à" else "de"
    if named == "to whom de" and not to_them:
        asks = words[at].joined and words[at].lower in OF and infinitive_after(words, at + 1)
        return Misgoverned(verb, verb, words[noun], "à") if asks and sure else None
    if _has_its_own(words[at - 1]) and not _is_in_open_ended(words, at - 1):
        return None
    if sure and words[at].joined and infinitive_after(words, at):  # prie le Secrétariat établir
        return Misgoverned(verb, verb, words[at], right)
    wrong = words[at].joined and words[at].lower in (OF if right == "à" else TO)
    return Misgoverned(verb, verb, words[at], right) if wrong and infinitive_after(words, at + 1) else None


def _has_its_own(word: Word) -> bool:
    """Tells whether what comes after the name of somebody hangs on its last word: le Groupe chargé d'agir, les Parties
    devant agir, les États désireux d'agir."""
    lemmas = {entry.lemma for entry in word.entries}
    own = WORDS["of"] | WORDS["to"] | WORDS["adjective de infinitive"] | WORDS["adjective à infinitive"] | {"charger"}
    quality = word.is_participle or "A" in word.categories
    return word.is_present_participle or "PREP" in word.categories or (quality and not lemmas.isdisjoint(own))


def after_agent(words: tuple[Word, ...], place: int, articles: Set[str] = ARTICLES) -> int:
    """Returns the place after somebody who begins here with one of some articles: les membres du Bureau; 0 for none,
    and where the text ends."""
    is_article = place + 2 < len(words) and words[place].joined and words[place].lower in articles
    if not is_article or not words[place + 1].joined or not _is_agent(words[place + 1]):
        return 0
    after = _after_group(words, place + 1)
    return after if after < len(words) and words[after].joined else 0


def is_impersonal(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle is that of il with être: il est *rappelé*, il avait été *demandé*."""
    if not place or not words[place].joined or "ms" not in words[place].agreement():
        return False
    at = place - 1 - (words[place - 1].lower == "été")
    return at > 0 and words[at].joined and words[at - 1].lower == "il" and words[at].lower in _BE[at == place - 2]


def _after_group(words: tuple[Word, ...], noun: int) -> int:
    """Returns the place after the group of a noun that names somebody."""
    at = noun + 1
    while at < min(len(words) - 1, noun + _LONGEST_AGENT) and words[at].joined and _goes_with(words, noun, at):
        at += 1
    return at


def _after_groups(words: tuple[Word, ...], noun: int, determiners: Set[str]) -> int:
    """Returns the place after the group of a noun that names somebody and the like groups that are joined to it, each
    with one of some determiners: les États *et les autres parties prenantes*."""
    at = _after_group(words, noun)
    while at + 3 < len(words) and ((words[at].joined and words[at].lower in ("et", "ou")) or words[at].mark == ","):
        first = at + words[at].joined
        if words[first].lower not in determiners:
            break
        other = first + 1 + (words[first + 1].lower in ("la", "l'", "autres"))
        whole = all(word.joined for word in words[first + 1 : other + 1]) and (first == at or words[first].joined)
        if not whole or other >= len(words) or not _is_agent(words[other]):
            break
        at = _after_group(words, other)
    return at


def _is_finite_here(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word that may be a participle is a finite verb, a noun with its determiner right before it: le
    traité interdit."""
    word, before = words[place], words[place - 1] if place and words[place].joined else None
    owned = before is not None and place > 1 and is_determiner(words[place - 2]) and "N" in before.categories
    return bool(word.persons & THIRD) and (
        owned or (before is not None and before.lower in ("il", "elle", "qui", "ne"))
    )


def _after_having_done(words: tuple[Word, ...], place: int) -> int:
    """Returns the place after a clause that says who has or has not done so yet: les États qui ne l'ont pas encore fait
    *à*, who has not paid *de* le faire; `place` where there is none."""
    if words[place].lower != "qui":
        return place
    for at in range(place + 2, min(len(words) - 2, place + _LONGEST_CLAUSE)):
        if not words[at].joined:
            break
        does = words[at].lower in OF | TO and [one.lower for one in words[at + 1 : at + 3]] == ["le", "faire"]
        if does and "V" not in words[at - 1].categories:
            return at
    for at in range(place + 1, min(len(words) - 1, place + _LONGEST_AGENT)):
        if not words[at].joined or not (words[at].lower in WORDS["having done"] or words[at].lower == "fait"):
            return place
        if words[at].lower == "fait":
            return at + 1 if words[at - 1].lower != "qui" and words[at + 1].joined else place
    return place


def _alone_with_agent(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong between a verb and the one to whom something is done, who comes alone: aider aux
    États."""
    sure = words[place].categories <= {"V", "A"} or (
        _is_finite_here(words, place) and not is_determiner(words[place - 1])
    )
    if place + 3 >= len(words) or not sure or may_be_inverted(words, place):
        return None
    se = place > 0 and words[place - 1].lower in ("se", "s'", "y")
    following = words[place + 1]
    at = place + 2 + (following.lower == "à")
    named = words[at].is_name and words[at].lower not in ("états", "parties", "membres")
    counted = following.lower == "à" and FIGURE.fullmatch(words[place + 2].before) is not None
    at -= counted  # aider à 34 pays
    of_agent = following.joined and following.lower in TO_FORMS and (counted or words[at].joined) and not named
    of_agent = of_agent and words[at].lower in WORDS["persons"] and (counted or words[place + 2].joined)
    return Misgoverned(words[place], words[place], following, "le, la, les") if of_agent and not se else None


def _is_agent(word: Word) -> bool:
    """Tells whether a word names somebody who may be asked for something: les États, la FAO."""
    return word.lower in WORDS["agents"] or (len(word.text) > 1 and word.text.isupper())


def _goes_with(words: tuple[Word, ...], noun: int, at: int) -> bool:
    """Tells whether a word goes on with the group of a noun: les États Membres, le Conseil des droits de l'homme."""
    word = words[at]
    if word.lower in OF_FORMS or word.lower in DEFINITE:
        return not infinitive_after(words, at + 1)
    if at == noun + 1 and word.is_participle and word.categories <= {"A", "V"} and not _has_its_own(word):
        return bool(word.agreement() & words[noun].agreement({"N"})) and not word.persons & THIRD  # Parties concernées
    if _is_in_open_ended(words, at):  # groupe de travail à composition non limitée
        return True
    return bool(word.categories & {"N", "A"}) and not word.persons & THIRD and not word.is_infinitive


def _is_other_determiner(word: Word) -> bool:
    """Tells whether a word is a determiner without a preposition in it: chaque, tout, un, plusieurs, deux."""
    return word.lower in ("tout", "toute") or (is_determiner(word) and word.lower not in _WITH_PREPOSITION)


def _is_country(words: tuple[Word, ...], noun: int) -> bool:
    """Tells whether a word is the name of a country after its article: la France."""
    return words[noun].text in country_kinds() and words[noun - 1].lower in ARTICLES | TO_FORMS


def _is_in_open_ended(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether a word is one of à composition non limitée, or limitée."""
    phrase = ("à", "composition", "non", "limitée")
    return any(tuple(word.lower for word in words[at - back : at - back + 4]) == phrase for back in range(4))
