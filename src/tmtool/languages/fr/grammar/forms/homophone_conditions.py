"""What may a row of homophones.tsv ask of a word's neighbours? Reads a condition as the table writes it.

The head of the table explains the language of the conditions; here are its three parts: where one can look (slots),
which kinds of words there are, and what can be asked of the sentence as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from tmtool.languages.fr.grammar.forms.clauses_with_verbs import has_its_verb
from tmtool.languages.fr.grammar.nouns.noun_chains import chain, is_auxiliary, linked
from tmtool.languages.fr.grammar.subjects.subjects import subject
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, THIRD, Word
from tmtool.languages.tables import word_sets

"""The persons of the verbs in these texts."""
_VERB, _NOUN = frozenset({"V"}), frozenset({"N"})
_NOMINAL, _INFLECTED = frozenset({"N", "A"}), frozenset({"N", "A", "V"})
_WINDOW = re.compile(r"within (\d+) (before|after)|anywhere (before)")
_QUOTED = re.compile(r"«([^»]+)»")
_NOTHING = "nothing"


class Place(NamedTuple):  # made for every homophone of a text, in a third of the time of a frozen dataclass
    """A `Place` is a word among the words of its segment. Its neighbours count only where nothing but a space parts
    them: `before` and, one farther, `earlier`; `after` and, one farther, `later`; None at a mark, at figures, at the
    beginning, at the end."""

    words: tuple[Word, ...]
    at: int
    before: Word | None
    earlier: Word | None
    after: Word | None
    later: Word | None

    @classmethod
    def of(cls, words: tuple[Word, ...], at: int) -> Place:
        """Returns the place of the word at `at`."""
        before = words[at - 1] if at and words[at].joined else None
        earlier = words[at - 2] if before is not None and at > 1 and before.joined else None
        last = len(words) - 1
        after = words[at + 1] if at < last and words[at + 1].joined else None
        later = words[at + 2] if after is not None and at + 1 < last and words[at + 2].joined else None
        return cls(words, at, before, earlier, after, later)

    @property
    def word(self) -> Word:
        """Returns the word itself."""
        return self.words[self.at]

    @property
    def gap(self) -> str:
        """Returns the text between the word and the next one; "" at the end."""
        return self.words[self.at + 1].before if self.at + 1 < len(self.words) else ""


Condition = Callable[[Place], bool]


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
        return any(word.form.lower in exact or (test is not None and test(word)) for word in words)

    if side == "after":
        return lambda place: holds(place.words[place.at + 1 : place.at + 1 + many])
    return lambda place: holds(place.words[max(0, place.at - many) if many else 0 : place.at])


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


@cache
def lists() -> Mapping[str, frozenset[str]]:
    """Returns the lists of words that a condition may name."""
    return word_sets(Path(__file__).with_name("homophone_words.tsv"))


def is_finite(word: Word) -> bool:
    """Tells whether a word can only be a verb, finite in the third person."""
    form = word.form
    return form.categories == _VERB and not form.is_participle and not form.persons.isdisjoint(THIRD)


def is_verb(word: Word) -> bool:
    """Tells whether a word can only be a finite verb, an infinitive or a present participle."""
    form = word.form
    if form.categories != _VERB or form.is_participle or word.is_name:
        return False
    return form.is_infinitive or form.is_present_participle or not form.persons.isdisjoint(THIRD)


def is_only_participle(word: Word) -> bool:
    """Tells whether this is a past participle that is no other form of a verb."""
    form = word.form
    return form.is_participle and not form.is_infinitive and form.persons.isdisjoint(THIRD)


def is_adverb(word: Word) -> bool:
    """Tells whether this is one of the small adverbs of the list, or one in -ment."""
    lower = word.form.lower
    return lower in lists()["small adverbs"] or (lower.endswith("ment") and "ADV" in word.form.categories)


SLOTS: Mapping[str, Callable[[Place], Word | None]] = {
    slot: attrgetter(slot) for slot in ("word", "before", "earlier", "after", "later")
}
"""Where a condition can look, besides windows: ``within 6 before``, ``anywhere before``."""

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


def _nouns_before_are_plural(place: Place) -> bool:
    found = chain(place.words, place.at - 1)
    return found.complete and found.possible | place.words[place.at - 1].agreement() <= PLURAL


def _clause_follows(place: Place) -> bool:
    """Tells whether an auxiliary or a finite verb is the first thing after the next noun that could end a clause."""
    for at in range(place.at + 2, min(place.at + 8, len(place.words))):
        word = place.words[at]
        if not word.joined or word.lower in lists()["openers"]:
            return False
        if is_finite(word) or is_auxiliary(word):
            return at > place.at + 2
    return False


def _is_governed(place: Place) -> bool:
    """Tells whether the noun before comes after a preposition or a verb, so that it does not open a clause with
    another."""
    words = place.words
    at = place.at - 2
    while at >= 0 and words[at + 1].joined:
        word = words[at]
        qualifies = word.lower in lists()["determiners"] or word.categories <= {"A", "V", "DET"}
        if not qualifies:
            verbal = word.is_infinitive or bool(word.persons & THIRD)
            return word.lower in lists()["prepositions"] or verbal
        if is_finite(word):
            return True
        at -= 1
    return False


def _no_verb_follows(place: Place) -> bool:
    """Tells whether the words up to the mark that ends the clause can be no verb; false if it is not plain where it
    ends."""
    words = place.words
    end = place.at + 1
    while end < len(words) and linked(words[end]):
        end += 1
    clause = words[place.at + 1 : end]
    if not clause or (end < len(words) and words[end].before.strip() not in (".", ";", ":")):
        return False
    verbs = any((word.persons or not word.entries) and word.categories != {"N"} for word in clause)
    return not verbs and not any(word.is_infinitive for word in clause[:2])


def _is_repeated(place: Place) -> bool:
    words = place.words[max(0, place.at - 5) : place.at]
    return place.after is not None and any(word.lower == place.after.lower for word in words)


def _subject_agrees(place: Place, slot: str) -> bool:
    """Tells whether the subject before is singular and agrees with the participle, and with no participle before it."""
    participle = SLOTS[slot](place)
    if participle is None:
        return False
    fits = subject(place.words, place.at) & participle.agreement() & SINGULAR
    before = place.words[max(0, place.at - 6) : place.at]
    return bool(fits) and not any(word.is_participle and word.agreement() & fits for word in before)


SENTENCES: Mapping[str, Condition] = {
    "at the beginning": lambda place: place.at == 0,
    "opens a clause": lambda place: place.before is None and place.word.before.strip() in ("", ".", ";", ":"),
    "following a comma": lambda place: place.word.before.strip() == ",",
    "figures follow": lambda place: re.match(r"\s\d", place.gap) is not None,
    "figures before the next word": lambda place: re.search(r"\d", place.gap) is not None,
    "an hour follows": lambda place: (
        re.match(r"\s\d{1,2}\s$", place.gap) is not None and place.words[place.at + 1].lower in ("heures", "h", "heure")
    ),
    "nouns before are plural": _nouns_before_are_plural,
    "noun before is governed": _is_governed,
    "a clause follows": _clause_follows,
    "no verb follows": _no_verb_follows,
    "after is repeated": _is_repeated,
    "its clause has its verb": lambda place: has_its_verb(place.words, place.at),
    "later agrees with after": lambda place: (
        place.after is not None and place.later is not None and bool(place.later.agreement() & place.after.agreement())
    ),
    "subject agrees with after": partial(_subject_agrees, slot="after"),
    "subject agrees with later": partial(_subject_agrees, slot="later"),
}
"""What a condition can ask of the sentence; the head of homophones.tsv says what each means."""
