"""What may a row of homophones.tsv ask of a word's neighbours? Reads a condition as the table writes it.

The head of the table explains the language of the conditions: where one can look (slots), which kinds of words there
are, and what can be asked of the sentence as a whole (homophone_sentences.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from tmtool.languages.fr.grammar.forms.homophone_places import (
    Place,
    is_adverb,
    is_finite,
    is_only_participle,
    is_verb,
    lists,
)
from tmtool.languages.fr.grammar.forms.homophone_sentences import SENTENCES, SLOTS, Condition
from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, Word

_VERB, _NOUN = frozenset({"V"}), frozenset({"N"})
_NOMINAL, _INFLECTED = frozenset({"N", "A"}), frozenset({"N", "A", "V"})
_WINDOW = re.compile(r"within (\d+) (before|after)|anywhere (before)")
_QUOTED = re.compile(r"«([^»]+)»")
_NOTHING = "nothing"


def condition(written: str) -> Condition:
    """Returns what a condition of the table asks of a place. Raises ValueError for one that is not in the language."""
    positive = written.removeprefix("not ")
    negated = positive != written
    slot, colon, alternatives = positive.partition(": ")
    if colon and slot in SLOTS:
        return _of_neighbour(SLOTS[slot], alternatives, negated)
    found = _of_window(slot, alternatives) if colon else SENTENCES.get(positive)
    if found is None:
        raise ValueError(f"unknown condition “{written}”")
    return (lambda place: not found(place)) if negated else found


def _of_neighbour(look: Callable[[Place], Word | None], alternatives: str, negated: bool) -> Condition:
    """Returns a condition on the word in a slot, which is what all places are asked most."""
    exact, test, nothing = _words(alternatives)
    answer, without = not negated, nothing is not negated

    if test is None:
        return lambda place: (word.form.lower in exact) is answer if (word := look(place)) is not None else without
    if not exact:
        return lambda place: test(word) is answer if (word := look(place)) is not None else without
    return lambda place: (
        (word.form.lower in exact or test(word)) is answer if (word := look(place)) is not None else without
    )


def _of_window(slot: str, alternatives: str) -> Condition | None:
    """Returns a condition that any word of a window may fulfil, or None if the slot is no window."""
    window = _WINDOW.fullmatch(slot)
    if window is None:
        return None
    many, side = int(window[1] or 0), window[2] or window[3]
    exact, test, _ = _words(alternatives)

    def holds(words: tuple[Word, ...]) -> bool:
        if exact and any(word.form.lower in exact for word in words):
            return True
        return test is not None and any(map(test, words))

    if side == "after":
        return lambda place: holds(place.words[place.at + 1 : place.at + 1 + many])
    if many:
        return lambda place: holds(place.words[max(0, place.at - many) : place.at])
    last: tuple[tuple[Word, ...], int] = (), 0

    def holds_before(place: Place) -> bool:
        """Tells whether such a word is before a place, by the first of them: all places of a segment are asked."""
        nonlocal last
        words, first = last
        if words is not place.words:
            words = place.words
            first = next((at for at, word in enumerate(words) if holds((word,))), len(words))
            last = words, first
        return first < place.at

    return holds_before


def _words(alternatives: str) -> tuple[frozenset[str], Callable[[Word], bool] | None, bool]:
    """Returns what the alternatives admit: these written words, the words that pass a test, and no word at all."""
    letters: set[str] = set()
    tests: list[Callable[[Word], bool]] = []
    nothing = False
    for name in alternatives.split(" | "):
        quoted = _QUOTED.fullmatch(name)
        if quoted:
            letters.update(quoted[1].replace("’", "'").split())
        elif name in lists():
            letters |= lists()[name]
        elif name in KINDS:
            tests.append(KINDS[name])
        elif name == _NOTHING:
            nothing = True
        else:
            raise ValueError(f"unknown kind of word “{name}”")
    exact = frozenset(word for word in letters if "*" not in word)
    endings = [re.escape(word).replace(r"\*", ".*") for word in sorted(letters - exact)]
    if endings:
        pattern = re.compile("|".join(endings))
        tests.append(lambda word: pattern.fullmatch(word.form.lower) is not None)
    if len(tests) < 2:
        return exact, tests[0] if tests else None, nothing
    return exact, lambda word: any(test(word) for test in tests), nothing


KINDS: Mapping[str, Callable[[Word], bool]] = {
    "any word": lambda word: True,
    "capital": lambda word: word.is_name,
    "all capitals": lambda word: word.text.isupper(),
    "known": lambda word: bool(word.form.entries),
    "unknown": lambda word: not word.form.entries,
    "noun": lambda word: word.form.categories == _NOUN,
    "noun, singular": lambda word: word.form.categories == _NOUN and word.form.noun <= SINGULAR,
    "noun, plural": lambda word: word.form.categories == _NOUN and word.form.noun <= PLURAL,
    "noun, feminine singular": lambda word: word.form.categories == _NOUN and word.form.noun <= {"fs"},
    "noun or adjective": lambda word: bool(word.form.entries) and word.form.categories <= _NOMINAL,
    "noun, adjective or verb": lambda word: bool(word.form.entries) and word.form.categories <= _INFLECTED,
    "only feminine plural": lambda word: word.form.nominal == {"fp"},
    "only masculine plural": lambda word: word.form.nominal == {"mp"},
    "plural": lambda word: bool(word.form.nominal) and word.form.nominal <= PLURAL,
    "verb": is_verb,
    "finite verb": is_finite,
    "infinitive": lambda word: word.form.is_infinitive and word.form.categories == _VERB,
    "participle": is_only_participle,
    "plain participle": lambda word: is_only_participle(word) and word.form.categories <= {"V", "A"},
    "auxiliary": is_auxiliary,
    "form of avoir": lambda word: any(entry.lemma == "avoir" for entry in word.form.entries),
    "adverb": is_adverb,
    "maybe noun": lambda word: "N" in word.form.categories,
    "maybe noun, plural": lambda word: "N" in word.form.categories and word.form.noun <= PLURAL,
    "maybe noun or participle, feminine singular": lambda word: "fs" in word.form.noun,
    "maybe adjective": lambda word: "A" in word.form.categories,
    "maybe masculine singular": lambda word: "ms" in word.form.nominal,
    "maybe feminine singular": lambda word: "fs" in word.form.nominal,
    "maybe conjugated": lambda word: bool(word.form.persons),
    "maybe infinitive": lambda word: word.form.is_infinitive,
    "maybe participle": lambda word: word.form.is_participle,
    "maybe present participle": lambda word: word.form.is_present_participle,
}
"""The kinds of words, besides the lists; what each means is said at the head of homophones.tsv."""
