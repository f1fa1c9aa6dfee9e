"""Is a small word elided where the next one begins with a vowel, and only there? (docs/un-french.md, fact 104.)"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tmtool.checks.engine.check import Example, SegmentCheck, Spot
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.languages.fr.grammar.reading import Word, reading
from tmtool.languages.word_sets import word_sets
from tmtool.model import Level, Span

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_ELIDED = _WORDS["elided"]
_VOWELS = "aàâeéèêiîïoôuûœ"
_KEEP = re.compile(
    r"onz|oui(?!r)|ouistiti|yen|yacht|yaourt|uhlan|ululement|un(?:ième|e)?$|iode|ouate|ex$|à$|a$|y$|w|où$|ou$|et$|"
    r"est$|est-|ouest|abs|in$|al-|el-|ainsi$|alias$|etc|[a-z]$"
)
"""Words with a vowel before which nothing is elided, and those that may stand for a quotation, a point of the
compass."""
_CONSONANTS = "bcçdfgjklmnpqrstvxz"


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    text = pair.target
    words = reading(text)
    for first, second in pairwise(words):
        if not second.joined or not second.before:
            if second.before == "" and first.lower.endswith("'") and second.text[0] in _CONSONANTS and second.entries:
                full = _unelided(first.text)
                if full:
                    yield _spot(text, first.span, f"{full} ", second.text)
            continue
        if first.lower == "ce" and second.lower not in ("est", "était"):
            continue
        if first.lower == "de" and first.span.start and _names_a_word(words, first):
            continue
        if first.lower not in _ELIDED or second.text[0] not in _VOWELS + "É":
            continue
        if first.lower in ("lorsque", "puisque") and second.lower not in _WORDS["behind lorsqu'"]:
            continue
        if not second.entries or (_KEEP.match(second.lower) and not _surely(first.lower, second.lower)):
            continue
        if text[second.span.end : second.span.end + 1] == ")":
            continue
        short = "l" if first.lower in ("le", "la") else first.text[:-1]
        short = short.upper() if first.text[0].isupper() and len(short) == 1 else short
        apostrophe = (draft.profile.apostrophe if draft.profile else "") or "’"
        yield _spot(text, Span(first.span.start, second.span.start), f"{short}{apostrophe}", second.text)


def _names_a_word(words: tuple[Word, ...], of: Word) -> bool:
    """True behind "la définition", where a word is quoted whose marks may be lost."""
    at = words.index(of)
    return at > 0 and words[at - 1].lower in _WORDS["naming"]


def _surely(first: str, second: str) -> bool:
    """True for "que à", "ne a", "ne est", "que un" and the like."""
    if (first, second) in (("de", "une"), ("ce", "est"), ("ce", "était")):
        return True
    if second in ("un", "une", "où", "est"):
        return first in ("que", "ne", "lorsque", "puisque")
    return second in ("à", "a", "y", "ainsi") and first in ("ne", "que", "se", "lorsque", "puisque")


def _unelided(short: str) -> str:
    """What l’, d’, qu’ are before a consonant; "" where more than one word may be meant."""
    full = {"d": "de", "qu": "que", "n": "ne", "s": "se", "jusqu": "jusque", "lorsqu": "lorsque"}.get(
        short[:-1].lower()
    )
    if full is None:
        return ""
    return full.capitalize() if short[0].isupper() else full


def _spot(text: str, span: Span, right: str, following: str) -> Spot:
    written = span.of(text).rstrip()
    return Spot(
        f"“{written} {following}” should be “{right}{following}”.".replace("’ ", "’").replace("' ", "'"),
        target_span=Span(span.start, span.start + len(written)) if right[-1] == " " else span,
        suggestion=right,
        fixable=True,
    )


CHECK = SegmentCheck(
    name="grammar-elision",
    level=Level.WARNING,
    its_type="grammar",
    target_language="fr",
    summary="le, de, que and the like stand unelided before a vowel, or elided before a consonant.",
    reason=(
        "What remains when the next word was exchanged. Before h nothing is said, since only a list could tell l’homme "
        "from la hausse; onze, oui, yen and their kin take no elision."
    ),
    examples=(
        Example(target="Le projet de action", flagged=("de ",), repaired="Le projet d’action"),
        Example(target="Il faut que il vienne.", flagged=("que ",), repaired="Il faut qu’il vienne."),
        Example(target="La organisation des travaux", flagged=("La ",), repaired="L’organisation des travaux"),
        Example(target="Il n’peut venir.", flagged=("n’",), repaired="Il ne peut venir."),
        Example(target="Ce est lui.", flagged=("Ce ",), repaired="C’est lui."),
        Example(target="lorsque existent des règles, puisque aucun n’est venu"),
        Example(
            target="Le plan de une année, lorsque il vient",
            flagged=("de ", "lorsque "),
            repaired="Le plan d’une année, lorsqu’il vient",
        ),
        Example(target="La définition de employeur est modifiée."),
        Example(target="le onze mai, le oui, la une, de A à Z, le a) et le Haut-Commissaire, la hausse"),
    ),
    look=look,
)
