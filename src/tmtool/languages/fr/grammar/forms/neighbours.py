"""Do two words stand side by side that never do: des *ces*, dans *Assemblée*, doit *élit*, sur *examiner*, en *par*?

A small word admits few kinds of words right after it. What it never admits is in ``neighbours.tsv``, from the grammar
of the language; where it stands there all the same a word is missing, or one is too many, or has another form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.words.declined_participles import is_declined
from tmtool.languages.fr.grammar.words.lexical_forms import form
from tmtool.languages.fr.grammar.words.reading import THIRD, Word, start_of_clause
from tmtool.languages.fr.grammar.words.set_phrases import end_with_a_side
from tmtool.languages.tables import rows, word_sets

_TABLE = Path(__file__).with_suffix(".tsv")
_VERB, _NOUN, _ADJECTIVE, _PARTICIPLE = frozenset({"V"}), frozenset({"N"}), frozenset({"A"}), frozenset({"V", "A"})
_PRONOUNS = frozenset({"un", "une"})
"""Determiners that are pronouns after some words: l'un doit, plus d'un a."""
_ASIDE = 5
"""Words from dans to the noun of an aside."""
_NEAR = 4
"""Words from en to the pronoun un of its verb."""
_NOUNS = frozenset({"son", "leurs", "avant", "être", "été"})
"""Small words that are nouns, or pronouns, after a determiner: le son du tambour, les leurs."""

_AND = frozenset({"et", "ou"})
_TAKEN_UP = frozenset({"est", "sont", "ont"})
"""Verbs that may end a clause with a pronoun: ceux qui le sont prennent part."""


class _After(NamedTuple):
    """An `_After` is what never comes right after a word: these words, and words of these kinds but for some; with
    `bodies` no body of an organization without its article."""

    words: frozenset[str]
    kinds: tuple[Callable[[Word], bool], ...]
    but: frozenset[str]
    bodies: bool


_KINDS: Mapping[str, Callable[[Word], bool]] = {
    ":infinitive": lambda word: (
        word.is_infinitive and word.categories == _VERB and not word.persons and _is_no_noun(word)
    ),
    ":participle": lambda word: word.is_participle and word.categories <= _PARTICIPLE and _is_not_finite(word),
    ":declined": lambda word: word.lower.endswith("ants") and is_declined(word),
    ":gerund": lambda word: word.lower.endswith("ants") and word.categories == _ADJECTIVE and _is_of_a_verb(word),
    ":present": lambda word: word.is_present_participle and word.categories == _VERB,
    ":finite": lambda word: word.categories == _VERB and bool(word.persons & THIRD) and _is_nothing_else(word),
    ":first": lambda word: word.categories == _VERB and word.persons.isdisjoint(THIRD) and _is_conjugated(word),
    ":noun": lambda word: word.categories == _NOUN,
    ":adjective": lambda word: word.categories == _ADJECTIVE,
}


def _is_no_noun(infinitive: Word) -> bool:
    return infinitive.lower not in _lists()["used as nouns"]


def _is_of_a_verb(word: Word) -> bool:
    """Tells whether an adjective in the plural is the present participle of a verb with an ending."""
    return form(word.lower.removesuffix("s")).is_present_participle


def _is_nothing_else(word: Word) -> bool:
    return not (word.is_infinitive or word.is_participle or word.is_present_participle)


def _is_not_finite(word: Word) -> bool:
    return not (word.persons or word.is_infinitive)


def _is_conjugated(word: Word) -> bool:
    return bool(word.persons) and _is_nothing_else(word)


def impossible(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each two words side by side of which the second never comes right after the first."""
    table = _table()
    for place in range(len(words) - 1):
        after = table.get(words[place].form.lower)
        if after is None:
            continue
        word = words[place + 1]
        if not word.joined or not _is_small(words, place):
            continue
        lower = word.form.lower
        if word.is_name:
            if after.bodies and lower in _bodies() and word.text[1:].islower():
                yield words[place], word
            continue
        if end_with_a_side([one.lower for one in words[max(0, place - 1) : place + 1]]):
            continue
        if is_determiner(words[place]) and word.is_participle and lower.rstrip("es").endswith("é"):
            continue  # any may be a noun: les apparentés, les déboursés
        if word.is_participle and _are_persons(words, place):
            continue
        if word.is_infinitive and words[start_of_clause(words, place)].is_infinitive:
            continue  # retirer l'offre serait céder
        if lower in _AND and place + 2 < len(words) and "PREP" in words[place + 2].categories:
            continue  # par et pour les jeunes
        if place + 2 < len(words) and f"{lower}_{words[place + 2].lower}" in _lists()["before numbers"]:
            continue
        if lower == "pour" and place + 2 < len(words) and words[place + 2].lower in _lists()["hundreds"]:
            continue  # un quart de pour cent
        if _opens_an_aside(words, place + 1) or _are_two_without_article(words, place):
            continue
        found = lower in after.words or any(kind(word) for kind in after.kinds)
        if found and lower not in after.but and f"{words[place].lower}_{lower}" not in after.but:
            yield words[place], word


def _opens_an_aside(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a preposition opens words about the cases that come between another one and its noun: avec, *dans*
    les deux cas, une réduction; pour *dans* un cas sur deux."""
    if words[place].lower != "dans":
        return False
    noun = next((at for at in range(place + 1, min(len(words) - 1, place + _ASIDE)) if _is_case(words[at])), 0)
    between = words[place + 1 : noun + 1]
    return bool(noun) and all(word.joined for word in between) and words[noun + 1].lower not in _lists()["clauses"]


def _is_case(word: Word) -> bool:
    return word.lower in _lists()["cases"]


def _are_two_without_article(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether two nouns without articles are what a clause is about: puisque *panneaux* et cartes ont changé."""
    first, joint, second = words[place + 1 : place + 4] if place + 3 < len(words) else (None, None, None)
    if words[place].lower not in _lists()["clauses"] or first is None or joint is None or second is None:
        return False
    bare = all(word.categories <= _NOUN | {"A", "V"} and "N" in word.categories for word in (first, second))
    return bare and joint.lower in _AND and joint.joined and second.joined


def _are_persons(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether de and a participle in the plural say of whom a share is: le pourcentage de *contaminés*."""
    of = words[place].lower in ("de", "d'") and words[place].joined and place > 0
    return of and words[place - 1].lower in _lists()["shares"] and words[place + 1].lower.endswith("s")


def _is_small(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a word is the small word of the table: no abbreviation, no pronoun l'un, no noun le son."""
    word = words[place]
    if word.is_name and (len(word.text) == 1 or not word.text[1:].replace("'", "").replace("’", "").islower()):
        return word.text in ("À", "L’", "L'", "D’", "D'", "S’", "S'", "N’", "N'") and len(word.text) < 3
    before = words[place - 1] if place and word.joined else None
    if before is None:
        return True
    if word.lower in _PRONOUNS:
        if any(one.lower == "en" for one in words[max(0, place - _NEAR) : place - 1]):
            return False  # ceux qui en exigent une sont
        return (
            before.lower not in _lists()["before pronouns"] and not before.is_infinitive
        )  # ceux qui souhaitent en établir un
    if word.lower == "contre" and (before.is_participle or "N" in before.categories):
        return False  # ceux qui ont voté contre ont
    if word.lower == "leurs" and any(entry.lemma == "faire" for entry in before.entries):
        return False  # ils font leurs les vues du Comité
    if word.lower == "ce" and before.lower in _AND:
        return False  # et ce le 3 mai au plus tard
    if word.lower in _TAKEN_UP and before.lower in ("le", "l'"):
        return False
    return not (word.lower in _NOUNS and is_determiner(before))


@cache
def _table() -> Mapping[str, _After]:
    """Returns what never comes right after each word of the table."""
    found: dict[str, _After] = {}
    for first, never, *but in rows(_TABLE):
        listed = _words(never)
        kinds = tuple(_KINDS[word] for word in never.split() if word in _KINDS)
        excepted = _words(but[0]) if but else frozenset[str]()
        for word in first.split():
            known = found.get(word, _After(frozenset(), (), frozenset(), bodies=False))
            bodies = known.bodies or ":body" in never.split()
            found[word] = _After(known.words | listed, (*known.kinds, *kinds), known.but | excepted, bodies)
    return found


@cache
def _bodies() -> frozenset[str]:
    """Returns the nouns that with a capital are bodies, their members or their treaties: la Conférence."""
    return _lists()["bodies"]


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    return word_sets(_TABLE.with_name("neighbour_words.tsv"))


def _words(cell: str) -> frozenset[str]:
    """Returns the words of a cell, with those of the lists that it names."""
    lists = _lists()
    found: set[str] = set()
    for word in cell.split():
        found.update(lists[word[1:]] if word.startswith("@") else () if word.startswith(":") else (word,))
    return frozenset(found)
