"""Has a noun de alone where no article may be, and its article where one must: trop *d'*enfants, *de* nouvelles
difficultés, prendre *des* mesures, plus *de* soixante villes, grâce *au* soutien, presque tous *les* États?

From the grammar of the language; the words are in ``quantities.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.noun_groups import is_numeral
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_have
from tmtool.languages.fr.grammar.words.closed_words import NE
from tmtool.languages.fr.grammar.words.elision_and_contraction import begins_with_vowel
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, THIRD, Word, next_joined, start_of_clause
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_FIGURE = re.compile(r"[ \u00a0\u202f]\d[\d \u00a0\u202f]*(?:,\d+)?[ \u00a0\u202f]")
_OF = frozenset({"de", "d'"})
_VERB_NEAR = 6
"""Words after a noun among which its verb is."""


def misquantified(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word, str]]:
    """Yields the first and the last word of each place where a noun has an article too many or too few, with what is
    said, in order."""
    for place in range(len(words) - 1):
        word = words[place]
        for ask in (_of_many, _more_than, _some_new, _of_given, _thanks_to, _nearly_all, _the_more, _most):
            if (found := ask(words, place)) is not None:
                last, right = found
                yield word, last, right
                break


def _is_plural_noun(word: Word) -> bool:
    return "N" in word.categories and word.agreement({"N"}) <= PLURAL and not word.is_participle and not word.is_name


def _of(noun: Word) -> str:
    """Returns de before a noun: de villes, d’heures."""
    return f"d’{noun.text}" if begins_with_vowel(noun) else f"de {noun.text}"


def _of_many(words: tuple[Word, ...], place: int) -> tuple[Word, str] | None:
    """Tells of trop *des* enfants, combien *des* heures."""
    word = words[place]
    if word.lower not in _WORDS["many"] and word.lower != "combien":
        return None
    if not (after := next_joined(words, place, 2)) or after[0].lower != "des" or not _is_plural_noun(after[1]):
        return None
    if word.lower == "combien":
        following = next_joined(words, place + 2, 1)
        stands = bool(following) and following[0].lower in _WORDS["standing"]
    else:
        before = words[place - 1] if place and word.joined else None
        stands = before is None or before.is_participle or "PREP" in before.categories or is_have(before)
    return (after[1], f"{word.text} {_of(after[1])}") if stands else None


def _more_than(words: tuple[Word, ...], place: int) -> tuple[Word, str] | None:
    """Tells of plus *que* soixante villes, pas moins *que* six tonnes."""
    word = words[place]
    if word.lower not in ("plus", "moins") or not (after := next_joined(words, place, 1)) or after[0].lower != "que":
        return None
    number = place + 2
    if number + 1 >= len(words):
        return None
    figure = _FIGURE.fullmatch(words[number].before) is not None
    if not figure and not (words[number].joined and is_numeral(words[number]) and words[number + 1].joined):
        return None
    noun = words[number] if figure else words[number + 1]
    if noun.lower in _WORDS["lasting"] or "N" not in noun.categories:
        return None
    start = start_of_clause(words, place)
    before = words[place - 1] if place > start else None
    denied = any(one.lower in NE for one in words[start:place])
    opens = before is None or (before.lower in _WORDS["before number"] and word.joined)
    if not opens or denied:
        return None
    return after[0], f"{word.text} de"


def _some_new(words: tuple[Word, ...], place: int) -> tuple[Word, str] | None:
    """Tells of *des* nouvelles difficultés at the head of a clause, after a preposition and as an object."""
    word = words[place]
    if word.lower != "des" or not (after := next_joined(words, place, 2)):
        return None
    adjective, noun = after
    if adjective.lower not in _WORDS["preposed"] or not _is_plural_noun(noun) or adjective.is_name:
        return None
    right = f"{'De' if word.is_name else 'de'} {adjective.text} {noun.text}"
    if place == 0 or word.opens_clause:
        return (noun, right) if word.is_name and _has_a_verb(words, place + 2) else None
    before = words[place - 1]
    if not word.joined:
        return None
    given = before.lower in _WORDS["before some"] or (_is_verb_of(before, _WORDS["given"]) and not before.is_name)
    return (noun, right) if given else None


def _has_a_verb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the noun at a place is the subject of a verb: De nouvelles difficultés *ont* surgi."""
    for word in words[place + 1 : place + 1 + _VERB_NEAR]:
        if not word.joined or word.lower in _WORDS["relative"]:
            return False
        if (word.categories == {"V"} or word.form.is_auxiliary) and "3p" in word.persons and not word.is_participle:
            return True
    return False


def _is_verb_of(word: Word, lemmas: frozenset[str]) -> bool:
    """Tells whether a word is a verb of these and nothing else."""
    found = {entry.lemma for entry in word.entries}
    return bool(found) and found <= lemmas and word.categories == {"V"}


def _of_given(words: tuple[Word, ...], place: int) -> tuple[Word, str] | None:
    """Tells of acheter *de* terres, where nothing denies and nothing says how many."""
    verb = words[place]
    if not _is_verb_of(verb, _WORDS["given"]) or not (after := next_joined(words, place, 2)):
        return None
    if after[0].lower not in _OF or after[1].categories != {"N"} or not _is_plural_noun(after[1]):
        return None
    if verb.is_participle and not (place and is_have(words[place - 1]) and verb.joined):
        return None
    if not (verb.is_participle or verb.is_infinitive or verb.persons & THIRD):
        return None
    start = start_of_clause(words, place)
    if any(one.lower in _WORDS["less"] for one in words[start:place]):
        return None
    return after[1], f"{verb.text} des {after[1].text}"


def _thanks_to(words: tuple[Word, ...], place: int) -> tuple[Word, str] | None:
    """Tells of grâce *à* soutien, *sur* situation des femmes: of a noun that is defined by what comes after it."""
    word = words[place]
    if word.lower not in _WORDS["before the"] or not (after := next_joined(words, place, 2)):
        return None
    sure = word.lower in _WORDS["before a defined noun"]
    at = place + 1 if sure else place + 2
    noun = words[at]
    if (not sure and after[0].lower != "à") or noun.categories != {"N"} or noun.is_name:
        return None
    before = words[place - 1] if place else None
    if before is not None and (
        before.lower in _WORDS["before a bare noun"]
        or (sure and "N" in before.categories and before.lower not in _WORDS["going with"])
    ):
        return None  # armes à feu
    if noun.lower in _WORDS["bare"] or not _is_defined(words, at, sure):
        return None
    forms = noun.agreement({"N"})
    if not forms <= SINGULAR and (sure or not forms <= PLURAL):
        return None
    start = "" if word.lower == "à" else f"{word.text} " if sure else f"{word.text} à "
    article = "les" if forms <= PLURAL else "l’" if begins_with_vowel(noun) else "le" if forms == {"ms"} else "la"
    right = f"{start}{article}{'' if article == 'l’' else ' '}{noun.text}"
    right = f"à {right}" if word.lower == "à" else right
    return noun, right.replace("à les ", "aux ").replace("à le ", "au ")


def _is_defined(words: tuple[Word, ...], place: int, sure: bool) -> bool:
    """Tells whether a noun is defined by what comes after it: soutien *des* donateurs, observations *formulées*."""
    after = next_joined(words, place, 2)
    if not after:
        return False
    of, noun = after
    if of.lower in ("du", "des") or (of.lower == "de" and noun.lower in _WORDS["defining"]):
        return True
    return not sure and (of.lower in ("de", "d'", "que", "qu'") or of.is_participle)


def _nearly_all(words: tuple[Word, ...], place: int) -> tuple[Word, str] | None:
    """Tells of presque tous États."""
    word = words[place]
    if word.lower not in ("tous", "toutes") or not (after := next_joined(words, place, 1)):
        return None
    noun = after[0]
    nearly = place > 0 and words[place - 1].lower in _WORDS["nearly"] and word.joined
    plural = "N" in noun.categories and bool(noun.agreement({"N"}) & PLURAL) and not noun.is_participle
    return (noun, f"{word.text} les {noun.text}") if nearly and plural else None


def _the_more(words: tuple[Word, ...], place: int) -> tuple[Word, str] | None:
    """Tells of Plus la procédure dure, *le* plus il devient difficile."""
    word = words[place]
    if word.lower != "le" or word.mark != "," or not (after := next_joined(words, place, 2)):
        return None
    start = start_of_clause(words, place)
    opens = words[start].lower in ("plus", "moins")
    right = after[0].lower in ("plus", "moins") and after[1].lower in _WORDS["standing"]
    return (after[0], after[0].text) if opens and right else None


def _most(words: tuple[Word, ...], place: int) -> tuple[Word, str] | None:
    """Tells of la plupart *de* pays."""
    word = words[place]
    if word.lower != "plupart" or not (after := next_joined(words, place, 2)) or after[0].lower not in _OF:
        return None
    noun = after[1]
    plural = noun.categories == {"N"} and bool(noun.agreement({"N"}) & PLURAL) and not noun.is_name
    return (noun, f"{word.text} des {noun.text}") if plural else None
