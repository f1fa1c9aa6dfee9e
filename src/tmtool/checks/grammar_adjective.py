"""Does an adjective or participle right behind its noun agree with it: des mesures national? From the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.check import Example, SegmentCheck, Spot
from tmtool.checks.draft import Draft, Pair
from tmtool.checks.french_reading import Word, reading
from tmtool.checks.noun_groups import groups
from tmtool.checks.same_text import quoted_spans
from tmtool.checks.word_sets import word_sets
from tmtool.model import Level, Span

_ADJECTIVAL = re.compile(r"(?:al|ales?|aux|els?|elles?|ifs?|ives?|iques?|aires?|[ai]bles?|eux|euses?|éennes?|iens?)$")
_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_LOOSE = _WORDS["loose"]
"""Adjectives that may stand far from their noun."""
_NO_HEAD = _WORDS["no head"] | {""}
_JOINING = _WORDS["joining"]


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    text = pair.target
    words = reading(text)
    quoted = quoted_spans(text, pair.source or "")
    told = set()
    for group in groups(words):
        place = group.start + 2
        if place >= len(words) or not group.agreed or "N" not in group.noun.categories:
            continue
        adjective = words[place]
        if adjective.agreement() & group.agreed or not _is_adjective(adjective):
            continue
        if not _is_shared_out(words, place) and not _has_a_head_before(words, group.start):
            told.add(place)
    told.update(place for place in range(1, len(words)) if _is_singular_behind_plural(words, place))
    told.update(place for place in range(1, len(words)) if _is_of_the_other_gender(words, place))
    for place in sorted(told):
        noun, adjective = words[place - 1], words[place]
        if not any(adjective.span.overlaps(span) for span in quoted):
            span = Span(noun.span.start, adjective.span.end)
            yield Spot(f"“{adjective.text}” does not agree with “{noun.text}”.", target_span=span)


def _is_singular_behind_plural(words: tuple[Word, ...], place: int) -> bool:
    """True for "organisations internationale", whatever stands before, unless another noun may own the adjective."""
    noun, adjective = words[place - 1], words[place]
    if not _is_plain(adjective) or not adjective.agreement() <= {"ms", "fs"} or _is_shared_out(words, place):
        return False
    possible = noun.agreement({"N"})
    if not possible or not noun.agreement() <= {"mp", "fp"} or {"3s", "3p"} & noun.persons:
        return False
    if noun.is_name or noun.categories & {"ADV", "PREP", "DET"}:
        return False
    before = words[place - 2].lower if place > 1 and noun.joined else ""
    if before in ("de", "d'", "en", "à", "par", "sur", "pour", "entre", "sans"):
        return adjective.agreement() == {"fs"} and possible == {"fp"}
    return True


def _is_of_the_other_gender(words: tuple[Word, ...], place: int) -> bool:
    """True for "l’administration local": a singular noun behind an article and an adjective of the other gender."""
    noun, adjective = words[place - 1], words[place]
    article = words[place - 2] if place > 1 and noun.joined else None
    if article is None or article.lower not in ("l'", "la") or not _is_plain(adjective) or _is_shared_out(words, place):
        return False
    possible = noun.agreement({"N"})
    if len(possible) != 1 or noun.agreement() != possible or noun.persons:
        return False
    before = words[place - 3].lower if place > 2 and article.joined else ""
    return adjective.agreement() == {"ms"} and possible == {"fs"} and before in _NO_HEAD


def _is_plain(word: Word) -> bool:
    """True for adjectives of relation (national, juridique), which stand right behind their noun."""
    return _is_adjective(word) and _ADJECTIVAL.search(word.lower) is not None and word.lower not in _LOOSE


def _is_adjective(word: Word) -> bool:
    """True if the word can be nothing but an adjective or a past participle, a noun made of one apart."""
    if not word.joined or word.is_name or word.persons or word.is_infinitive or word.is_present_participle:
        return False
    if "A" in word.categories and _ADJECTIVAL.search(word.lower):
        return word.categories <= {"A", "N"}
    return word.categories <= {"A", "V"} and ("A" in word.categories or word.is_participle)


def _is_shared_out(words: tuple[Word, ...], place: int) -> bool:
    """True for "les secteurs public et privé", "les langues anglaise, française": each adjective has one of them."""
    if place + 1 >= len(words):
        return False
    following = words[place + 1]
    return following.lower in _JOINING or following.before.startswith((",", "/", "-", " (", " –"))


def _has_a_head_before(words: tuple[Word, ...], start: int) -> bool:
    """True where the noun hangs on another, with which the adjective may agree: "le groupe des États créé"."""
    before = words[start - 1] if start else None
    own = words[start].lower in ("des", "du", "aux", "au")
    return own or (
        before is not None
        and before.lower in ("de", "à", "d'", "par", "pour", "en", "et", "sur", "dans", "ou", "chez", "entre", "sous")
    )


CHECK = SegmentCheck(
    name="grammar-adjective",
    level=Level.WARNING,
    its_type="grammar",
    target_language="fr",
    yields_to=("grammar-determiner", "spelling-homophone"),
    summary="An adjective or participle does not agree with the noun right before it.",
    reason=(
        "Reported only behind a determiner and a noun that agree with each other, where no reading of the "
        "adjective fits. "
        "Adjectives that share out a plural (les secteurs public et privé), and nouns that hang on another noun, "
        "with which the adjective may go, are left alone."
    ),
    examples=(
        Example(target="Les mesures national ont été prises.", flagged=("mesures national",)),
        Example(target="La convention international est ouverte.", flagged=("convention international",)),
        Example(target="Les mesures nationales, la convention internationale"),
        Example(target="Les secteurs public et privé, les langues française, anglaise et russe"),
        Example(target="Le rapport du groupe des États créé en 2012"),
    ),
    look=look,
)
