"""Does the translation say the opposite: increase and réduire, before and après, with and sans?

Asked in four ways: by a table of set phrases, of which one is lost and another gained, in a close translation by how
often each side has them; by a table of concepts in both languages, each word in its place; by words so steady in
translation that one side alone tells; and by the opposites of the translation's language, where a word of the
translation has no counterpart and a word of the source without one is linked with its opposite. Only the first two are
often right. See docs/un-french.md, section 15. Between other languages the two ends of a scale are told apart
(opposed_texts.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from tmtool import languages
from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.completeness.said import said_otherwise
from tmtool.checks.evidence.meaning.denials import denials
from tmtool.checks.evidence.meaning.exchange import elsewhere, exchanged, exchanges, one_sided, widest
from tmtool.checks.evidence.meaning.exchange_beside import exchanged_beside
from tmtool.checks.evidence.meaning.exchange_by_odds import are_odd
from tmtool.checks.evidence.meaning.exchange_in_place import (
    are_alone,
    are_framed,
    exchanged_in_place,
    have_parties_swapped,
)
from tmtool.checks.evidence.meaning.opposed_texts import TABLE as _SCALES
from tmtool.checks.evidence.meaning.opposed_texts import opposed
from tmtool.checks.evidence.meaning.said_by_contrary import is_said_by_contrary
from tmtool.checks.evidence.register import hints_where_free, warnings_where_short
from tmtool.checks.evidence.values.frequencies import say_the_same
from tmtool.checks.evidence.words.linked import linked
from tmtool.checks.evidence.words.sides import Side, in_place_of, mutual
from tmtool.languages.alternatives import compiled
from tmtool.languages.stems import stems
from tmtool.model import Level, Span
from tmtool.model.span_index import SpanIndex

_CONCEPTS = "opposites.tsv"
_MARKED = "opposites_marked.tsv"
_PHRASES = "opposed_phrases.tsv"
_BOTH = 2
_NEAR = 30
"""Characters around a word in which a denial makes its opposite right: not permitted, interdit."""


@cache
def _words(language: str, kind: str) -> re.Pattern[str]:
    """Returns the pattern of the words of a kind of ``opposite_excuses.tsv`` in a language."""
    rows = languages.get(language).rows("opposite_excuses.tsv")
    return compiled("|".join(words for of, words in rows if of == kind))


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a word of the source has its opposite in the translation, and nothing else is
    turned round with it."""
    for flag in _look(pair, draft):
        if (
            not is_said_by_contrary(flag, pair, draft)
            and not have_parties_swapped(flag, pair, draft)
            and not say_the_same(flag.target_span, flag.source_span, pair, draft)
        ):
            yield flag


def _look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    known = draft.language_pair
    if known is None or not known.has(_CONCEPTS):
        other_ends = list(_other_ends(pair, draft))
        yield from other_ends
        if other_ends or known is None or not known.has(_CONCEPTS):
            return
    both = linked(pair, draft)
    turned = [
        flag
        for flag in exchanged_in_place(_CONCEPTS, pair, draft, keeps_sense=True)
        if not _turns_a_clause(flag, pair, draft) or are_framed(flag, pair, draft)
    ]
    if _undo_each_other(turned, pair):
        return
    found = [
        replace(flag, level=_level(flag, pair, draft, is_free=both is not None and both.is_free)) for flag in turned
    ]
    of_phrases = [
        replace(flag, level=Level.WARNING if draft.is_close else Level.HINT)
        for flag in widest(exchanges(_PHRASES, pair, draft, counted=draft.is_close))
    ]
    of_words = (
        found
        or list(_beside(pair, draft))[:1]
        or list(one_sided(_MARKED, pair, draft))[:1]
        or _unlinked_opposites(pair, draft)
    )
    yield from of_phrases if draft.is_close else elsewhere(of_phrases, of_words)
    yield from elsewhere(of_words, of_phrases) if draft.is_close else of_words


def _beside(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the flag for each opposite beside a neighbour that the source has beside the contrary."""
    found = linked(pair, draft)
    if found is None or draft.language_pair is None:
        return
    level = Level.INFO if draft.is_close else draft.slight
    for here, there in exchanged_beside(_CONCEPTS, found, draft.language_pair):
        yield exchanged(here, pair.target, there, pair.source or "", level=level)


def _other_ends(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the flag for each word of the translation that is the other end of the scale of a word of the source."""
    source, target = pair.source or "", pair.target
    for one in opposed(source, target, draft.source_language, draft.target_language):
        yield exchanged(one.of_target, target, one.of_source, source, level=Level.WARNING)


def _turns_a_clause(flag: Flag, pair: Pair, draft: Draft) -> bool:
    """Tells whether a word of an exchange turns a whole clause round, so that a contrary verb beside it makes it right:
    never leave, toujours rester."""
    assert flag.target_span is not None
    return _words(draft.target_language, "adverb").fullmatch(flag.target_span.of(pair.target)) is not None


def _undo_each_other(flags: Sequence[Flag], pair: Pair) -> bool:
    """Tells whether two words next to each other are both turned round: greater independence, une moindre
    dépendance."""
    if len(flags) != _BOTH:
        return False
    sides = (
        (pair.source or "", [flag.source_span for flag in flags]),
        (pair.target, [flag.target_span for flag in flags]),
    )
    for text, spans in sides:
        one, other = sorted(span for span in spans if span is not None)
        if text[one.end : other.start].strip():
            return False
    return True


def _level(flag: Flag, pair: Pair, draft: Draft, *, is_free: bool) -> Level:
    alone, odd = are_alone(flag, pair, draft), are_odd(flag, pair, draft)
    if alone and (odd or not is_free):
        return Level.WARNING
    return draft.likely if alone or odd else draft.slight


@dataclass(frozen=True, slots=True)
class _Entry:
    """An `_Entry` is what a word has for opposites: the stems of what means the same, and of the opposites."""

    same: frozenset[str]
    opposites: frozenset[str]


@cache
def _entries(language: str) -> Mapping[str, tuple[_Entry, ...]]:
    """Returns the words of the language's table of opposites by stem."""
    found: dict[str, list[_Entry]] = {}
    for sides in languages.get(language).rows("opposites.tsv"):
        for some, others in (sides, sides[::-1]):
            same, opposites = frozenset(stems(some, language)), frozenset(stems(others, language))
            for stem in same - opposites:
                found.setdefault(stem, []).append(_Entry(same, opposites))
    return {stem: tuple(entries) for stem, entries in found.items()}


def _unlinked_opposites(pair: Pair, draft: Draft) -> list[Flag]:
    """Returns the first word of the translation without counterpart of which a source word without one means the
    opposite."""
    found = linked(pair, draft)
    if found is None or draft.language_pair is None:
        return []
    of_source, of_target = found.sides
    known = _entries(of_target.language)
    free = _free_by_meaning(of_source, of_target) if any(word.stem in known for word in of_target.words) else {}
    said: dict[str, bool] = {}
    usual = SpanIndex(said_otherwise(pair, draft.language_pair))
    for index, word in enumerate(of_target.words):
        if word.stem not in known or of_target.links[index] is not None or _excused(of_target, word.span):
            continue
        entries = known[word.stem]
        meant = frozenset[str]().union(*(entry.opposites for entry in entries))
        for place in sorted(set[int]().union(*(free[stem] for stem in meant if stem in free))):
            other = of_source.words[place]
            if usual.holds(other.span) or not any(_contrary(of_source.table.likely(other), entries)):
                continue
            if word.stem not in said:
                said[word.stem] = _is_said(meant, of_source, of_target)
            if said[word.stem]:
                break
            if in_place_of(of_source, place, index, len(of_target.words)) and not _denied(of_source, other.span):
                return [exchanged(word.span, pair.target, other.span, of_source.text)]
    return []


def _free_by_meaning(of_source: Side, of_target: Side) -> dict[str, list[int]]:
    """Returns the places of the words of the source that have no counterpart of their own, by the stems that are likely
    to stand for them."""
    found: dict[str, list[int]] = {}
    for place, word in enumerate(of_source.words):
        if _is_free(place, of_source, of_target):
            for stem in of_source.table.likely(word):
                found.setdefault(stem, []).append(place)
    return found


def _is_free(place: int, of_source: Side, of_target: Side) -> bool:
    """Tells whether a word of the source has no counterpart, or only shares that of a neighbour; the end of an ordinal
    is no word: 860th."""
    start = of_source.words[place].span.start
    is_end_of_number = of_source.text[max(0, start - 1) : start].isdigit()
    return not is_end_of_number and mutual(of_source, of_target, place) is None


def _contrary(known: Collection[str], entries: Sequence[_Entry]) -> Iterator[bool]:
    """Tells for each entry whether a word for which stems are `known` can stand for its opposites and for
    nothing that means the same."""
    same = frozenset[str]().union(*(entry.same for entry in entries))
    for entry in entries:
        yield not entry.opposites.isdisjoint(known) and same.isdisjoint(known)


def _is_said(meant: Collection[str], of_source: Side, of_target: Side) -> bool:
    """Tells whether the translation says elsewhere what the source says, `meant` by these stems, as often: les
    restrictions imposées sont levées."""
    said = sum(word.stem in meant for word in of_target.words)
    return said >= sum(not of_source.table.likely(word).isdisjoint(meant) for word in of_source.words)


def _excused(side: Side, span: Span) -> bool:
    """Tells whether a word is denied, or is a pronoun."""
    return _denied(side, span) or span.end in _ends_of_pronouns(side.text, side.language)


@lru_cache(maxsize=16)  # each word of a text may be asked for
def _ends_of_pronouns(text: str, language: str) -> frozenset[int]:
    return frozenset(found.end() for found in _words(language, "pronoun").finditer(text))


def _denied(side: Side, span: Span) -> bool:
    return denials(side.language).search(side.text, max(0, span.start - _NEAR), span.end + _NEAR // 2) is not None


CHECK = SegmentCheck(
    name="meaning-opposite",
    level=Level.HINT,
    its_type="mistranslation",
    bounded=True,
    requires=Needs(source=True, pair=_CONCEPTS, or_else=Needs(source=True, two_languages=True, tables=_SCALES)),
    yields_to=(
        "completeness-length",
        "completeness-omission",
        "names-country",
        "names-direction",
        "numbers-frequency",
        "numbers-word",
    ),
    summary="A word of the source has its opposite in the translation.",
    reason=(
        "The sentence reads well and says the contrary. A pair of opposites is reported only if the source "
        "names the one and nothing that might be the other, and the translation names the other and nothing "
        "that might be the one. It is a warning where neither word could have a counterpart anywhere, in a "
        "free translation by learnt probabilities too."
    ),
    examples=(
        Example(
            source="Progress has been slower there.", target="Les progrès y ont été plus rapides.", flagged=("rapides",)
        ),
        Example(source="It met before the session.", target="Il s’est réuni après la session.", flagged=("après",)),
        Example(source="Progress has been slower there.", target="Les progrès y ont été moins rapides."),
        Example(
            source="Owing to a shortage of voluntary contributions, 9 of the 22 requests could not be met.",
            target="Faute de contributions volontaires suffisantes, 9 des 22 demandes n’ont pas pu être satisfaites.",
            is_close=True,
        ),
        Example(
            source="Requesting States pay for the experts whom requested States send to a hearing.",
            target="Les États requérants rémunèrent les experts que les États requérants envoient à une audience.",
            flagged=("États requérants",),
            is_close=True,
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=hints_where_free(warnings_where_short(look)),
    by_sentence=True,
)
