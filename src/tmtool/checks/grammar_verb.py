"""Has a verb the number of its subject, and is an infinitive where only an infinitive can be? From the lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tmtool.checks.check import Example, SegmentCheck, Spot
from tmtool.checks.draft import Draft, Pair
from tmtool.checks.french_reading import Word, reading
from tmtool.checks.noun_groups import determiners
from tmtool.checks.word_sets import word_sets
from tmtool.model import Level, Span

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_MANY_IN_ONE = _WORDS["many in one"]
"""Singular nouns whose verb may follow what hangs on them."""
_LINKS = _WORDS["links"]
_ARTICLES = _WORDS["articles"]
_AUXILIARIES = _WORDS["auxiliaries"]
_HAVE = _WORDS["have"]
_BEFORE_INFINITIVE = _WORDS["before infinitive"]
_CLITICS = _WORDS["clitics"]


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    words = reading(pair.target)
    yield from _subjects(words, pair.target)
    yield from _forms(words)


def _subjects(words: tuple[Word, ...], text: str) -> Iterator[Spot]:
    for place, word in enumerate(words[:-2]):
        number = _number(words, place)
        if not number:
            continue
        verb = _verb(words, place + 1)
        if verb is None or words[place + 1].lower in _MANY_IN_ONE:
            continue
        persons = {person for person in verb.persons if person[0] == "3"}
        other = "3s" if number == "p" else "3p"
        if persons == {other}:
            subject = Span(word.span.start, words[place + 1].span.end).of(text)
            many = "plural" if number == "p" else "singular"
            yield Spot(f"The subject “{subject}” is {many}, the verb “{verb.text}” is not.", target_span=verb.span)


def _number(words: tuple[Word, ...], place: int) -> str:
    """ "s" or "p" if a subject begins at `place`: a determiner at the head of a clause and a noun agreeing with it."""
    word, noun = words[place], words[place + 1]
    opens = (
        place == 0
        or word.before.strip() in (".", ";", ":")
        or (words[place - 1].lower in ("que", "si", "lorsque") and word.joined)
    )
    if not opens or not noun.joined:
        return ""
    if word.lower == "l'":
        numbers = {"s"}
    elif word.lower in determiners() and word.lower not in ("du", "au", "aux", "des"):
        numbers = {one[1] for one in determiners()[word.lower].agreement}
    else:
        return ""
    numbers &= {one[1] for one in noun.agreement({"N"})}
    return numbers.pop() if len(numbers) == 1 and "N" in noun.categories else ""


def _verb(words: tuple[Word, ...], place: int) -> Word | None:
    """The verb of the subject whose noun stands at `place`, past adjectives and what hangs on it by de; None if
    unsure."""
    place += 1
    while place < len(words) and words[place].joined:
        word = words[place]
        if word.lower in _CLITICS and word.lower in ("n'", "ne", "se", "s'", "y"):
            place += 1
        elif word.lower in _LINKS:
            place += 1
            if place < len(words) and words[place].lower in _ARTICLES:
                place += 1
            place += 1
        elif word.persons and (word.lower in _AUXILIARIES or word.categories == {"V"}) and not word.is_participle:
            return word
        elif _goes_with_a_noun(word):
            place += 1
        else:
            return None
    return None


def _goes_with_a_noun(word: Word) -> bool:
    """True for an adjective or a participle, and for a name."""
    if word.persons or not word.categories:
        return False
    return (word.categories <= {"A", "V"} and not word.is_infinitive) or (
        word.is_name and word.categories <= {"N", "A"}
    )


def _forms(words: tuple[Word, ...]) -> Iterator[Spot]:
    for first, second in pairwise(words):
        if not second.joined or second.is_name:
            continue
        only_infinitive = (
            second.is_infinitive and second.categories == {"V"} and not second.persons and not second.is_participle
        )
        if first.lower in _HAVE - {"a"} or first.lower in ("été",):
            if (
                only_infinitive
                and second.lower.endswith("er")
                and not (first.lower in _HAVE and second.lower == "aller")
            ):
                yield _wrong_form(first, second, f"{second.text[:-2]}é")
        elif first.lower in _BEFORE_INFINITIVE and second.lower.endswith("é"):
            participle = second.categories == {"V"} or second.categories == {"V", "A"}
            infinitive = f"{second.text[:-1]}er"
            if participle and second.is_participle and (first.lower not in ("de", "d'") or second.categories == {"V"}):
                yield _wrong_form(first, second, infinitive)


def _wrong_form(first: Word, second: Word, right: str) -> Spot:
    return Spot(
        f"Behind “{first.text}” stands “{right}”, not “{second.text}”.", target_span=second.span, suggestion=right
    )


CHECK = SegmentCheck(
    name="grammar-verb",
    level=Level.WARNING,
    its_type="grammar",
    target_language="fr",
    yields_to=("spelling-homophone",),
    summary="A verb differs in number from its subject, or an infinitive and a participle are exchanged.",
    reason=(
        "The subject is looked for at the head of a clause only, with what hangs on it by de, and the "
        "verb must have no "
        "other reading. Words for a quantity (nombre, majorité), which may take either, are left alone."
    ),
    examples=(
        Example(target="Les membres a examiné le rapport.", flagged=("a",)),
        Example(target="Les membres du Conseil doit se réunir.", flagged=("doit",)),
        Example(target="Le Comité ont décidé de se réunir.", flagged=("ont",)),
        Example(target="Ils ont adopter le rapport.", flagged=("adopter",)),
        Example(target="Il se réunira pour présenté son rapport.", flagged=("présenté",)),
        Example(target="Les membres ont examiné le rapport. La majorité des États ont répondu. Le Comité a décidé."),
        Example(target="Le Président et les Vice-Présidents ont été élus. Ils ont à présenter leur rapport."),
    ),
    look=look,
)
