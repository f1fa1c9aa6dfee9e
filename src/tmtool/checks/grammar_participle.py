"""Does a past participle behind être agree, and is it one: ont été adopté, doit être présenter? From the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.check import Example, SegmentCheck, Spot
from tmtool.checks.draft import Draft, Pair
from tmtool.checks.french_reading import Word, reading
from tmtool.checks.word_sets import word_sets
from tmtool.model import Level, Span

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_SINGULAR = _WORDS["singular"]
_PLURAL = _WORDS["plural"]
_HAVE_SINGULAR = _WORDS["have singular"]
_HAVE_PLURAL = _WORDS["have plural"]
_ADVERBS = re.compile(
    r"\w+ment$|pas$|plus$|également$|aussi$|déjà$|encore$|toujours$|bien$|ainsi$|donc$|jamais$|tous$|toutes$"
)
_NO_AGREEMENT = _WORDS["no agreement"]
_FEMININE = ("fs", "fp")


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    words = reading(pair.target)
    for place, word in enumerate(words):
        start, number = _auxiliary(words, place)
        if not number:
            continue
        participle = words[place + 1 : place + 4]
        skipped = 0
        while skipped < len(participle) - 1 and _ADVERBS.match(participle[skipped].lower):
            skipped += 1
        if not participle or not all(one.joined for one in participle[: skipped + 1]):
            continue
        last = participle[skipped]
        if not last.is_participle or last.is_infinitive:
            continue
        if last.categories - {"A", "V", "N"} or (word.lower != "été" and last.persons):
            continue
        wanted = _gender(words, start, number)
        if not last.agreement({"A", "N"}) & wanted:
            span = Span(words[start].span.start, last.span.end)
            yield Spot(f"“{last.text}” does not agree with its subject in “{span.of(pair.target)}”.", target_span=span)


def _auxiliary(words: tuple[Word, ...], place: int) -> tuple[int, str]:
    """Where the form of être that ends at `place` begins, and its number, "s" or "p"; "" for anything else."""
    lower = words[place].lower
    before = words[place - 1].lower if place else ""
    further = words[place - 2].lower if place > 1 else ""
    if lower == "été" and place:
        start = place - 1
        if _ADVERBS.match(before) and further in _HAVE_SINGULAR | _HAVE_PLURAL:
            start, before = place - 2, further
        subject = words[start - 1].lower if start else ""
        if subject in _NO_AGREEMENT and subject not in ("n'",):
            return start, ""
        return start, "p" if before in _HAVE_PLURAL else "s" if before in _HAVE_SINGULAR else ""
    if before in _NO_AGREEMENT - {"n'"} or before in ("c'", "qu'on", "que"):
        return place, ""
    return place, "p" if lower in _PLURAL else "s" if lower in _SINGULAR else ""


def _gender(words: tuple[Word, ...], verb: int, number: str) -> frozenset[str]:
    """What the participle may be: of the subject's gender where that is the determiner and noun right before."""
    either = frozenset({f"m{number}", f"f{number}"})
    place = verb - 1
    while place >= 0 and words[place].lower in ("n'", "ne", "y", "en", "leur", "lui"):
        place -= 1
    if place < 1 or not words[place].joined:
        return either
    noun, determiner = words[place], words[place - 1]
    if determiner.lower not in ("le", "la", "les", "ces", "cette", "ce", "une", "un", "leurs", "ses") or not _opens(
        words, place - 1
    ):
        return either
    genders = {one[0] for one in noun.agreement({"N"}) if one[1] == number}
    if "N" not in noun.categories or len(genders) != 1:
        return either
    return frozenset({f"{genders.pop()}{number}"})


def _opens(words: tuple[Word, ...], place: int) -> bool:
    """True if the determiner opens a clause, so that its noun is the subject itself and hangs on no other."""
    if place == 0 or words[place].before.strip() in (".", ";", ":"):
        return True
    return words[place - 1].lower in ("que", "si", "lorsque", "dont", "où", "quand") and words[place].joined


CHECK = SegmentCheck(
    name="grammar-participle",
    level=Level.WARNING,
    its_type="grammar",
    target_language="fr",
    yields_to=("spelling-homophone", "grammar-verb"),
    summary="A past participle behind être has another number or gender than the subject.",
    reason=(
        "“ont été adopté” needs no subject to be wrong. The gender is compared where the subject is the "
        "determiner and noun "
        "right before the verb at the head of a clause. on, nous and vous, which take either, and "
        "reflexive verbs are left alone."
    ),
    examples=(
        Example(target="Les rapports ont été adopté.", flagged=("ont été adopté",)),
        Example(target="Ces mesures ont été récemment adoptés.", flagged=("ont été récemment adoptés",)),
        Example(target="Les propositions sont présenté au Comité.", flagged=("sont présenté",)),
        Example(target="La résolution est adoptés.", flagged=("est adoptés",)),
        Example(target="Les rapports ont été adoptés. La résolution est adoptée. Les mesures n’ont pas été prises."),
        Example(target="On est convenus de se revoir. Les membres se sont félicités. C’est décidé."),
    ),
    look=look,
)
