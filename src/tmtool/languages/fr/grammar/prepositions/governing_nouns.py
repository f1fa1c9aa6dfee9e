"""Has a noun or an adjective the preposition that it governs: la nécessité d'agir, prend note des vues, doté de
moyens?"""

from __future__ import annotations

from functools import cache

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_after_be, is_auxiliary
from tmtool.languages.fr.grammar.nouns.noun_groups import is_numeral
from tmtool.languages.fr.grammar.predicates.compound_verbs import back_over_adverbs, is_adverb
from tmtool.languages.fr.grammar.prepositions.complement_rules import verb_of_quality
from tmtool.languages.fr.grammar.prepositions.governed import (
    AHEAD,
    ARTICLES,
    LOST_BEFORE,
    OF,
    TO,
    WORDS,
    Misgoverned,
    infinitive_after,
    may_be_inverted,
    next_word,
)
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import THIRD, Word

_FORMS = TO_FORMS | OF_FORMS
_ALWAYS = {"à": OF_FORMS, "de": TO_FORMS, "sur": _FORMS, "avec": TO_FORMS}
"""What never follows an adjective that goes with a preposition alone."""
_WITH_A_PLURAL = WORDS["with a plural"]
_BACK = 15
"""Words back from an adjective to the verb of its clause."""
_FEW = 4
"""Words from lieu back to the y of il n'y a pas lieu."""
_AMOUNTS = WORDS["amounts"]
_DEGREES = WORDS["degrees"]
_SELVES = frozenset({"lui-même", "elle-même", "eux-mêmes", "elles-mêmes"})
_TAKEN_UP = frozenset({"dont", "en"})
"""What is the object of a verb that comes after it."""


def in_the_plural(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong in a phrase of a verb and a noun without determiner that has the noun in the plural: dont
    il a *besoins*, tiennent *comptes* de."""
    singular = words[place].lower.removesuffix("s")
    if place == 0 or not words[place].joined or singular not in _noun_phrases() or not words[place].lower.endswith("s"):
        return None
    at = back_over_adverbs(words, place - 1)  # ne tiennent pas comptes
    before = words[at]
    had = before.is_participle and at > 0 and any(entry.lemma == "avoir" for entry in words[at - 1].entries)
    sure = before.categories <= {"V", "N"} or had
    verbs = {entry.lemma for entry in before.entries if entry.category == "V" and sure}
    phrases = WORDS["verb and noun with de"] | WORDS["verb and noun with à"] | WORDS["about with a noun"]
    if place + 1 < len(words) and words[place + 1].lower in ("et", "ou"):  # ont besoins et droits
        return None
    if singular in _WITH_A_PLURAL or not any(f"{verb}_{singular}" in phrases for verb in verbs):
        return None
    return Misgoverned(before, before, words[place], singular)


def after_noun(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong between a noun and an infinitive, or what is taken with it, right after it: la nécessité à
    agir, prend note aux vues."""
    word = words[place]
    following = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    if following is None or word.is_name:
        return None
    if following.lower in LOST_BEFORE:
        return _after_noun_of_verb(words, place)
    if following.lower not in _FORMS:
        return None
    had = place > 0 and any(entry.lemma == "avoir" for entry in words[place - 1].entries)  # ont résolu de conclure
    qualities = {entry.lemma for entry in word.entries if entry.category == "A" and not had}
    for right in ("de", "à"):
        named = word.lower in WORDS[f"noun {right} infinitive"] and not word.persons & THIRD
        named = named and (word.lower != "lieu" or "y" in [one.lower for one in words[max(0, place - _FEW) : place]])
        named = named or not qualities.isdisjoint(WORDS[f"adjective {right} infinitive"])
        if named and following.lower in (TO if right == "de" else OF) and infinitive_after(words, place + 2):
            return Misgoverned(word, word, following, right)
    if following.lower in OF and (right := _before_what_it_is_for(words, place)) and infinitive_after(words, place + 2):
        return Misgoverned(word, word, following, right)
    if following.lower in TO and _is_impersonal(words, place) and _has_its_object(words, place + 2):
        return Misgoverned(word, word, following, "de")
    if following.lower in TO and word.lower in WORDS["noun de infinitive and object"] and _does_a_thing(words, place):
        return Misgoverned(word, word, following, "de")
    return _after_noun_of_verb(words, place)


def _does_a_thing(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a noun with its determiner has à, an infinitive and its object after it: la décision à convoquer la
    Conférence, not la décision à prendre, à soumettre au Conseil, à prendre le jour même."""
    if place == 0 or not words[place].joined or not is_determiner(words[place - 1]) or place + 4 >= len(words):
        return False
    return _has_its_object(words, place + 2)


def _has_its_object(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an infinitive and its object right after it come here: convoquer la Conférence."""
    if place + 2 >= len(words):
        return False
    verb, article, noun = words[place : place + 3]
    plain = verb.is_infinitive and verb.categories == {"V"} and verb.joined and article.joined and noun.joined
    thing = "N" in noun.categories and noun.lower not in WORDS["times"] and noun.lower not in WORDS["phrases"]
    return plain and article.lower in ARTICLES | {"un", "une", "des"} and thing


def _before_what_it_is_for(words: tuple[Word, ...], place: int) -> str:
    """Returns what comes between an adjective and the infinitive that says what a thing is needed for, or what somebody
    is able to do: les moyens *nécessaires*, n'est pas lui-même *compétent*; "" for another word."""
    lemmas = {entry.lemma for entry in words[place].entries if entry.category == "A" or words[place].is_participle}
    if place == 0 or not words[place].joined:
        return ""
    if lemmas & WORDS["adjective pour infinitive"]:
        noun = words[place - 1]
        owned = place > 1 and (is_determiner(words[place - 2]) or words[place - 2].lower in OF_FORMS)
        thing = owned and noun.lower in WORDS["needed things"] and noun.agreement({"N"}) & words[place].agreement()
        return "pour" if thing else ""
    at = place - 1
    while at > 0 and words[at].joined and (is_adverb(words[at]) or words[at].lower in _SELVES):
        at -= 1
    is_being = any(entry.lemma in ("être", "juger", "déclarer", "estimer") for entry in words[at].entries)
    is_being = is_being and (at == 0 or words[at - 1].lower not in ("il", "ce", "c'"))  # il est suffisant de
    return "pour" if lemmas & WORDS["being pour infinitive"] and is_being else ""


def _is_impersonal(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an adjective comes after il est, adverbs between: s'il est *nécessaire* à élaborer des règles."""
    lemmas = {entry.lemma for entry in words[place].entries}
    if not lemmas & WORDS["impersonal de infinitive"] or "ms" not in words[place].agreement():
        return False
    at = back_over_adverbs(words, place - 1, least=1)
    at -= at > 1 and words[at].lower == "été"
    if at < 1 or not any(entry.lemma in ("être", "avoir") for entry in words[at].entries):
        return False
    subject = at - 1 - (words[at - 1].lower in ("n'", "ne"))
    return subject >= 0 and words[subject].lower == "il"


def _after_noun_of_verb(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong after a verb and the noun without determiner that makes a phrase with it: met fin des
    hostilités."""
    if place == 0 or not words[place].joined or words[place].lower not in _noun_phrases():
        return None
    following = next_word(words, place)
    if following is None:
        return None
    at = place - 1
    while at > 0 and words[at].joined and "ADV" in words[at].categories and "V" not in words[at].categories:
        at -= 1
    if at and words[at].joined and "N" in words[at].categories and is_determiner(words[at - 1]):
        return None  # le rappel des faits figure à l'annexe
    if at and any(entry.lemma == "faire" for entry in words[at - 1].entries):  # faire prendre conscience aux membres
        return None
    if _is_taken_up(words, at):
        return None
    verbs = {entry.lemma for entry in words[at].entries if entry.category == "V"}
    for right, wrong in (("de", TO_FORMS), ("à", OF_FORMS - OF)):
        lost = following.lower in LOST_BEFORE and "N" in words[place + 2].categories and not may_be_inverted(words, at)
        lost = lost and "PREP" not in words[place].categories  # les déclarations faites pendant le débat
        if (following.lower in wrong or lost) and any(
            f"{verb}_{words[place].lower}" in WORDS[f"verb and noun with {right}"] for verb in verbs
        ):
            return Misgoverned(words[place], words[place], following, right)
    return None


def _is_taken_up(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether en or dont takes up the object of a verb: dont il *est* question aux paragraphes 1 et 2, dont le
    Comité a *pris* note à sa session."""
    if any(word.lower in _TAKEN_UP for word in words[max(0, verb - 2) : verb]):
        return True
    for at in range(verb - 1, max(-1, verb - _BACK), -1):
        word = words[at]
        if word.lower == "dont":
            return True
        if word.mark or (word.is_finite_verb and not is_auxiliary(word)):
            return False
    return False


@cache
def _noun_phrases() -> frozenset[str]:
    """Returns the nouns of the phrases of a verb and a noun."""
    phrases = WORDS["verb and noun with de"] | WORDS["verb and noun with à"] | WORDS["about with a noun"]
    return frozenset(phrase.partition("_")[2] for phrase in phrases)


def after_held(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong between what somebody is held to do and its infinitive, which comes alone: censés *de*
    répondre, est réputé *de* l'être."""
    held = words[place].lower.rstrip("es") in WORDS["held"] and place + 2 < len(words) and words[place + 1].joined
    if not held or words[place + 1].lower not in OF:
        return None
    after = words[place + 2]
    being = after.lower == "l'" and place + 3 < len(words) and words[place + 3].lower in ("être", "avoir")
    if not being and not infinitive_after(words, place + 2):
        return None
    rest = words[place + 2 : place + 4] if after.lower in WORDS["clitics"] else words[place + 2 : place + 3]
    right = "".join(f"{word.before}{word.text}" for word in rest).lstrip()
    return Misgoverned(words[place], words[place], words[place + 1], right)


def after_adjective(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong right after an adjective or a participle that always has its object: doté aux."""
    following, word = next_word(words, place), words[place]
    if following is None or place == 0 or word.is_name or following.lower not in _FORMS:
        return None
    noun = word.joined and "N" in words[place - 1].categories
    detached = word.before == ", " and "N" in words[place - 1].categories  # ces données, issues aux rapports
    noun = noun or (detached and bool(word.agreement({"A"}) & words[place - 1].agreement({"N"})))
    if not (
        word.categories == {"A"}
        or (noun and word.categories == {"A", "N"})
        or (word.is_participle and word.categories <= {"A", "V"})
        or (noun and word.is_participle and word.agreement() & words[place - 1].agreement({"N"}))  # attachée chargée
        or (word.is_participle and is_after_be(words, place))  # est subordonnée
    ):
        return None
    if word.joined and is_determiner(words[place - 1]):  # un subordonné du directeur
        return None
    if word.persons & THIRD or words[place - 1].lower in ("plus", "moins", "y"):  # les plus exposées du monde
        return None
    if following.lower in ("de", "d'") and words[place - 1].lower in ("pas", "jamais", "guère"):
        return None  # n'ont pas soumis de rapport
    if following.lower in OF_FORMS and any(entry.lemma == "avoir" for entry in words[place - 1].entries):
        return None  # a soumis des notifications
    if following.lower in ("de", "d'") and any(one.lower in WORDS["manners"] for one in words[place + 2 : place + 5]):
        return None  # ni liées d'une autre manière
    lemmas = {entry.lemma for entry in word.entries}
    noun = noun and verb_of_quality(words, place) < 0  # demeure supérieure
    if not noun and place > 1 and word.joined and words[place - 1].lower in _DEGREES:  # une lecture trop favorable des
        noun = "N" in words[place - 2].categories
    if (noun and not is_after_be(words, place) and lemmas & WORDS["of the noun before"]) or words[
        place + 2
    ].is_infinitive:
        return None  # est autorisé dans le cas qui lui est soumis d'examiner
    if words[place + 2].lower == "par" or words[place - 1].lower == "non":  # soumise de par la loi, enduits non liés de
        return None
    if noun and following.lower in TO_FORMS and lemmas & WORDS["by itself"] and _is_given(words, place):
        return None
    for right, wrong in _ALWAYS.items():
        if lemmas & WORDS[f"always {right}"] and following.lower in wrong and not _comes_later(words, place, right):
            return Misgoverned(word, word, following, right)
    return None


def _is_given(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a verb before an adjective has what comes next for those to whom its object goes: renvoyer la
    candidature à la Liste représentative *aux États*, recommander un expert capable *au Conseil*."""
    for at in range(place - 1, max(-1, place - _BACK), -1):
        if any(entry.category == "V" and entry.lemma in WORDS["giving"] for entry in words[at].entries):
            return True
        if any(mark in words[at].before for mark in ".;:?!"):
            return False
    return False


def _comes_later(words: tuple[Word, ...], place: int, right: str) -> bool:
    """Tells whether the object of an adjective comes after a comma, another phrase between, or after an amount: munis à
    chaque poste, d'un organe, inférieure d'un tiers à celle de 2025."""
    forms = OF_FORMS if right == "de" else TO_FORMS if right == "à" else {right}
    later = words[place + 2 : place + AHEAD]
    is_amount = words[place + 1].lower in ("de", "d'", "des") and (is_numeral(later[0]) or later[0].lower in _AMOUNTS)
    return any((is_amount or "," in word.before) and word.lower in forms for word in later)
