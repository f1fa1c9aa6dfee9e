"""Has the second of two complements that et joins lost the preposition that their verb wants: procédera à l'élection du
Président et *la* nomination du Rapporteur, les frais liés à la révision et *la* traduction des textes?

Only for verbs that have no object without à, or have their object already (prend note de), and where the noun after et
can be neither the subject of a clause that begins there nor joined to another noun without a preposition; or where two
nouns for what is done, one right after the other, have what it is done to in common; or after a preposition of several
words that opens the sentence; or the third of what is done to several things, two of which have de. The words are in
``joined_complements.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tmtool.languages.fr.grammar.nouns.determiners import DEFINITE, is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import chain, is_be, linked
from tmtool.languages.fr.grammar.predicates.compound_verbs import before_adverbs, is_adverb, is_have
from tmtool.languages.fr.grammar.prepositions.governed import WORDS as GOVERNING
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import SINGULAR, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_ACTIONS = ("tion", "sion", "xion", "ment", "age")
"""Ends of nouns for what is done."""
_LONGEST = 12
"""Words of the first complement, and of what comes before the verb, at most."""


class Unmarked(NamedTuple):
    """An `Unmarked` is the noun of a second complement, with its article, that lacks the preposition `right` that its
    verb or adjective wants."""

    verb: Word
    right: str
    article: Word
    noun: Word


def unmarked(words: tuple[Word, ...]) -> Iterator[Unmarked]:
    """Yields each such complement, in order."""
    for place in range(len(words) - 4):
        word = words[place]
        lemmas = {entry.lemma for entry in word.entries}
        verb = "V" in word.categories
        first = place + 1 + (verb and words[place + 1].joined and is_adverb(words[place + 1]))
        right = "à" if words[first].lower in TO_FORMS else "de" if words[first].lower in OF_FORMS else ""
        if not right or not words[first].joined:
            continue
        governs = verb and not lemmas.isdisjoint(_WORDS["verbs" if right == "à" else "verbs with de"])
        governs = governs or _is_reflexive(words, place, right) or _is_predicate(words, place, right)
        governing = place if governs else _verb_of_phrase(words, place, right)
        opens = _opens_sentence(words, place, right)
        of_noun = governing < 0 and not opens and word.lower in _WORDS["actions"] and is_determiner(words[place - 1])
        if governing < 0 and not opens and not of_noun and not (right == "à" and lemmas & _WORDS["qualities"]):
            continue
        forms = TO_FORMS if right == "à" else OF_FORMS
        if governing >= 0 and (bare := _bare_in_series(words, first + 1, forms)):
            yield Unmarked(word, right, words[bare], words[bare + 1])
            continue
        joining = _end_of_first(words, first + 1, forms)
        if of_noun and not any(one.mark == "," and one.lower in forms for one in words[first + 1 : joining]):
            continue
        persons = opens or right == "à"
        if not joining or not _is_bare(words, joining + 1, persons=persons, any_article=governing >= 0):
            continue
        ends = governing >= 0 and _is_of_a_sentence(words, governing) and _ends_clause(words, joining + 2)
        ends = ends or (of_noun and _ends_clause(words, joining + 2))
        ends = ends or (opens and _ends_before_a_clause(words, joining + 2))
        if ends or (right == "à" and _have_one_object(words, first + 1, joining)):
            yield Unmarked(word, right, words[joining + 1], words[joining + 2])


def _verb_of_phrase(words: tuple[Word, ...], place: int, right: str) -> int:
    """Returns the place of the verb of a verb with its noun that goes with a preposition: prend également note de; -1
    for none."""
    if "N" not in words[place].categories:
        return -1
    at = _word_before(words, place)
    if right == "à" and at > 0 and words[at].joined and words[at].lower in _WORDS["articles of phrases"]:
        given = f"_{words[place].lower}"  # donne la priorité à
        before = _word_before(words, at)
        found = any(f"{entry.lemma}{given}" in _WORDS["phrases with à"] for entry in words[before].entries)
        return before if found and before >= 0 else -1
    phrases = GOVERNING[f"verb and noun with {right}"] | (_WORDS["phrases with de"] if right == "de" else frozenset())
    found = any(f"{entry.lemma}_{words[place].lower}" in phrases for entry in words[at].entries)
    return at if found and at >= 0 else -1


def _is_reflexive(words: tuple[Word, ...], place: int, right: str) -> bool:
    """Tells whether this is a verb with se that goes with a preposition: se félicite de, s'est conformé à."""
    if not any(entry.lemma in GOVERNING[f"with {right}"] for entry in words[place].entries):
        return False
    helper = _word_before(words, place)
    verb = helper if words[place].is_participle and helper > 0 and _is_be(words[helper]) else place
    return verb > 0 and words[verb].joined and words[verb - 1].lower in ("se", "s'")


def _is_predicate(words: tuple[Word, ...], place: int, right: str) -> bool:
    """Tells whether this is a participle or an adjective after être that goes with a preposition: est saisi de."""
    word, helper = words[place], _helper(words, place)
    if helper < 0 or not (word.is_participle or "A" in word.categories):
        return False
    known = GOVERNING[f"passive with {right}"] | GOVERNING[f"always {right}"]
    known = known | _WORDS["passive de"] if right == "de" else known
    return any(entry.lemma in known for entry in word.entries)


def _helper(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the form of être, or of avoir before été, before a participle or an adjective, adverbs
    between; -1 for none."""
    helper = _word_before(words, place)
    if helper > 0 and words[helper].lower == "été":
        helper = _word_before(words, helper)
        return helper if helper >= 0 and is_have(words[helper]) else -1
    return helper if helper >= 0 and _is_be(words[helper]) else -1


def _is_be(word: Word) -> bool:
    """Tells whether this is a finite form of être."""
    return bool(word.persons & THIRD) and is_be(word)


def _word_before(words: tuple[Word, ...], place: int) -> int:
    """Returns the place of the word before a place and the adverbs that are joined to it; -1 for none."""
    before = before_adverbs(words, place, passes=lambda word: is_adverb(word) or word.categories == {"ADV"})
    return before if words[before + 1].joined else -1


def _opens_sentence(words: tuple[Word, ...], place: int, right: str) -> bool:
    """Tells whether a preposition of several words opens its sentence: Conformément à, En vertu de."""
    word, before = words[place], words[place - 1].lower if place and words[place].joined else ""
    for phrase in _opening_phrases().get(word.lower, ()) if right == "de" else ():
        start = place - len(phrase) + 1
        same = start >= 0 and tuple(one.lower for one in words[start : place + 1]) == phrase
        if same and words[start].is_name and (start == 0 or not words[start].joined):
            return True
    known = GOVERNING["phrases with à"] if right == "à" else _WORDS["lone phrases with de"]
    if right == "de" and before in ("au", "en"):
        known = GOVERNING["phrases with de"] | GOVERNING[f"{before} … de"]
    first = place - bool(before)
    return word.lower in known and words[first].is_name and (first == 0 or not words[first].joined)


@cache
def _opening_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Returns the prepositions of three words and more with de, by the last."""
    phrases = [tuple(phrase.split("_")) for phrase in _WORDS["opening phrases with de"]]
    return {one[-1]: tuple(other for other in phrases if other[-1] == one[-1]) for one in phrases}


def _ends_before_a_clause(words: tuple[Word, ...], noun: int) -> bool:
    """Tells whether a group of nouns without a verb goes on from a noun to a comma that a clause with its subject
    follows at once: Conformément à la règle et la décision du Comité, il siège."""
    for at in range(noun + 1, len(words)):
        word = words[at]
        if word.mark == "," and not word.joined:
            return word.lower in DEFINITE or word.lower in _WORDS["subjects"]
        nominal = word.categories & {"N", "A"} or word.is_participle or is_determiner(word)
        if not linked(word) or word.lower in TO_FORMS or not (nominal or word.lower in OF_FORMS):
            return False
    return False


def _have_one_object(words: tuple[Word, ...], first: int, joining: int) -> bool:
    """Tells whether two nouns for what is done have one complement with de: à l’édition et l’impression du texte."""
    if joining - first > 1 + (words[first - 1].lower == "à") or joining + 3 >= len(words):
        return False
    of = words[joining + 3]
    if (owner := chain(words, first - 3)).heads and not owner.start and owner.heads[-1].possible <= SINGULAR:
        return False  # La collecte de données relatives à la circulation et l'interception d'appels ne seront pas
    done = all(word.lower.endswith(_ACTIONS) for word in (words[joining - 1], words[joining + 2]))
    return done and of.joined and of.lower in OF_FORMS


def _is_of_a_sentence(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the verb of a sentence, so that nothing before it can be joined to what comes after: a
    finite verb or its infinitive, with no relative pronoun, conjunction or object before."""
    word = words[place]
    deals = any(entry.lemma == "traiter" for entry in word.entries) and not is_determiner(words[place - 1])
    deals = deals and bool(word.persons & THIRD) and "PREP" not in words[place - 1].categories
    sure = place > 0 and word.joined and words[place - 1].lower in _WORDS["subjects"]
    helper = _helper(words, place) if _helper(words, place) >= 0 else _word_before(words, place)
    if helper >= 0 and ((word.is_participle and is_have(words[helper])) or _is_be(words[helper])):
        place, word, sure = helper, words[helper], bool(words[helper].persons & THIRD)
    participle = word.is_participle or word.is_present_participle
    finite = word.persons & THIRD or word.is_infinitive
    verbal = word.categories == {"V"} or (word.categories == {"A", "V"} and _agrees_with_nothing(words, place))
    if not (deals or sure or is_have(word)) and (participle or not finite or not verbal):
        return False
    modal = word.is_infinitive
    for at in range(place - 1, max(-1, place - _LONGEST), -1):
        if modal:
            if (words[at].lower not in _WORDS["modal"] and words[at].categories != {"ADV"}) or not words[at + 1].joined:
                return False
            modal = words[at].lower not in _WORDS["modal"]
            continue
        if words[at].lower in _WORDS["opening another clause"] and not _is_pronoun(words, at):
            return False
        if words[at + 1].opens_clause:
            break
    return not modal


def _agrees_with_nothing(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether what may be an adjective does not agree with the noun before, and so is a verb: le port dispose."""
    noun = words[place - 1].agreement({"N"}) if place and words[place].joined else frozenset[str]()
    return bool(noun) and not noun & words[place].agreement()


def _is_pronoun(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether this is the s' of s'est, and not that of s'il."""
    return words[place].lower == "s'" and words[place + 1].lower not in ("il", "ils")


def _end_of_first(words: tuple[Word, ...], start: int, forms: Set[str]) -> int:
    """Returns the place of et, or of the que of ainsi que, after the first complement, of nouns, adjectives and de
    alone, or after several with their preposition, which is one of `forms`; 0 for none."""
    last = start + _LONGEST
    for at in range(start, min(start + 3 * _LONGEST, len(words) - 2)):
        word, following = words[at], words[at + 1]
        several = word.before == ", " and (word.lower in forms or word.lower == "ainsi")
        last = at + _LONGEST if several else last
        if at >= last or not (word.joined or several):
            return 0
        if word.lower == "ainsi":
            return at + 1 if following.lower == "que" and following.joined and at > start else 0
        if word.lower in ("et", "ou"):
            if following.lower in forms:
                continue
            return at if at > start else 0
        nominal = bool(word.categories & {"N", "A"}) and not word.is_infinitive
        nominal = nominal or word.is_participle or word.is_name or word.lower == "non"
        determines = is_determiner(word) or word.lower in _WORDS["other articles"]
        if not nominal and word.lower not in OF_FORMS | forms and not determines:
            return 0
        if word.lower in _WORDS["prepositions"]:
            return 0
    return 0


def _bare_in_series(words: tuple[Word, ...], start: int, forms: Set[str]) -> int:
    """Returns the place of the article of a member between two of a series that have a preposition, one of `forms`:
    compte des avis, *les* vœux et des plans; 0 for none."""
    bare = 0
    for at in range(start, min(start + 2 * _LONGEST, len(words) - 2)):
        word, following = words[at], words[at + 1]
        listed = word.before == ", "
        if not (word.joined or listed):
            return 0
        if (listed or bare) and word.lower in ("et", "ou") and following.joined:
            return bare if following.lower in forms else 0
        if listed and bare:
            return bare if word.lower in forms else 0
        if listed and word.lower in DEFINITE and following.joined and "N" in following.categories:
            other = following.is_name or following.lower in GOVERNING["times"] | _WORDS["adverbial"]  # le cas échéant
            bare = 0 if other else at
        verbal = bool(word.persons & THIRD) and "V" in word.categories and not is_determiner(words[at - 1])
        verbal = verbal and "N" not in word.categories
        if verbal or word.is_infinitive or word.lower in _WORDS["opening another clause"] | _WORDS["prepositions"]:
            return 0
    return 0


def _is_bare(words: tuple[Word, ...], place: int, *, persons: bool, any_article: bool) -> bool:
    """Tells whether an article, other than the definite one if `any_article`, and a noun that says no time come here,
    and none of `persons` unless they are asked."""
    article, noun = words[place], words[place + 1]
    named = noun.joined and "N" in noun.categories and noun.lower not in GOVERNING["times"]
    person = noun.is_name or noun.lower in GOVERNING["agents"] | GOVERNING["persons"]
    named = named and (persons or not person) and noun.lower not in _WORDS["adverbial"]
    known = article.lower in DEFINITE or (any_article and article.lower in _WORDS["other articles"])
    return article.joined and known and named


def _ends_clause(words: tuple[Word, ...], noun: int) -> bool:
    """Tells whether the sentence ends with the group of a noun, without a verb or another à: and the Bureau to the
    seminar has no verb of its own."""
    for at in range(noun + 1, len(words)):
        word = words[at]
        if not word.joined and word.opens_clause:
            return True
        verbal = bool(word.persons & THIRD) and "V" in word.categories
        verbal = verbal and (word.categories == {"V"} or not is_determiner(words[at - 1]))
        verbal = verbal or (word.lower in DEFINITE and (at == noun + 1 or words[at - 1].categories == {"N"}))
        if (verbal and words[at - 1].lower not in OF_FORMS) or word.lower in TO_FORMS or not word.joined:
            return False
        if word.lower in _WORDS["relative"] and at > noun + 1 - (words[noun].categories == {"N"}):
            return _has_one_verb(words, at)
        if word.lower in _WORDS["opening another clause"]:
            return False
    return True


def _has_one_verb(words: tuple[Word, ...], relative: int) -> bool:
    """Tells whether the sentence ends with a relative clause: et les recommandations qui y figurent."""
    found = 0
    for at in range(relative + 1, len(words)):
        word = words[at]
        if word.opens_clause:
            break
        if word.mark == "," or word.lower in _WORDS["opening another clause"]:
            return False
        owned = is_determiner(words[at - 1]) and "N" in word.categories and not is_have(word)
        found += bool(word.persons & THIRD) and "V" in word.categories and not owned and not word.is_participle
    return found == 1
