"""Which clause or participle that tells of a noun tells of another one in the translation: le prix des stations, fixées
for the price of the stations, which was fixed?

The verb of the source shows whether its noun is one or several, that of the translation the other. Nothing is said
where a noun before the clause may be the cause of it: one that has another number in the translation than in the
source, or no counterpart. The words are in ``attached_clauses.tsv`` of a pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.sides import Side, mutual, place_of
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

_TABLE = "attached_clauses.tsv"
_MOST = 4
"""Nouns before a clause, the nearest ones, that it may tell of."""
_BEFORE, _FAR = 24, 60
"""Characters before a noun in which its determiner is, and before a verb in which its clause begins."""
_NUMBERS = ("one", "several")


def clauses_of_another(found: Linked) -> Iterator[tuple[Span, Span]]:
    """Yields the clauses of the translation that tell of a noun of another number than in the source, and these."""
    of_source, of_target = found.sides
    pair = of_source.pair
    for number, other in (_NUMBERS, _NUMBERS[::-1]):
        for clause in _clauses(of_source, number):
            place = place_of(of_source, clause.start("verb"))
            link = mutual(of_source, of_target, place) if place is not None else None
            here = _clause(of_target, link, other) if link is not None else None
            if here is None and link is not None and _pattern(pair, pair.source, "passive").search(clause[0]):
                here = _participle(found, link, other, clause.start())
            if here is None:
                continue
            nouns = _nouns_before(found, clause.start())
            # A noun of the number of the clause that has another here, or none, may be what the clause tells of.
            if any(there != other and answer != number for there, answer in nouns):
                continue
            if (number, number) in nouns and other in {answer for _, answer in nouns}:
                yield here, Span(*clause.span())


def _clauses(side: Side, number: str) -> Iterator[re.Match[str]]:
    """Yields the clauses of the source whose verb shows such a number."""
    for kind in ("clause", "finite"):
        yield from _pattern(side.pair, side.language, f"{kind} of {number}").finditer(side.text)


def _clause(side: Side, place: int, number: str) -> Span | None:
    """Returns a clause of the translation up to its verb, if that shows such a number."""
    verb = side.words[place].span
    start = max(0, verb.start - _FAR)
    before = side.text[start : verb.start]
    begins = _pattern(side.pair, side.language, f"clause of {number}").search(before)
    if begins is None and _pattern(side.pair, side.language, f"verb of {number}").fullmatch(verb.of(side.text)):
        begins = _pattern(side.pair, side.language, "qui").search(before)
    return None if begins is None else Span(start + begins.start(), verb.end)


def _participle(found: Linked, place: int, number: str, end: int) -> Span | None:
    """Returns a word of the translation if it is a participle of such a number right after the counterpart of a word
    before a place of the source, which exemptions de durée limitée for exemptions that are limited is not."""
    of_source, of_target = found.sides
    participle = of_target.words[place].span
    before = of_target.text[max(0, participle.start - _FAR) : participle.start]
    noun = of_target.links[place - 1] if place else None
    if noun is None or of_source.words[noun].span.start >= end:
        return None
    pair, language = of_target.pair, of_target.language
    has_number = _pattern(pair, language, f"participle of {number}").fullmatch(participle.of(of_target.text))
    return participle if has_number and _pattern(pair, language, "bare").search(before) else None


def _nouns_before(found: Linked, end: int) -> list[tuple[str, str]]:
    """Returns the numbers of the nearest nouns before a place of the source, each with that of its counterpart, empty
    where nothing tells; none at all where a noun has no counterpart."""
    of_source, of_target = found.sides
    pair = of_source.pair
    begin = 0
    for stop in _pattern(pair, pair.source, "stop").finditer(of_source.text, 0, end):
        begin = stop.end()
    nouns: list[tuple[str, str]] = []
    for place in range(len(of_source.words) - 1, -1, -1):
        word = of_source.words[place].span
        if word.end > end or not _pattern(pair, pair.source, "after a noun").match(of_source.text, word.end):
            continue
        if word.start < begin or len(nouns) == _MOST:
            break
        link = mutual(of_source, of_target, place)
        if link is None:
            return []
        nouns.append((_number(of_source, word), _number(of_target, of_target.words[link].span)))
    return nouns


def _number(side: Side, noun: Span) -> str:
    """Returns whether a noun is one or several, by what is before it, else by its form; empty where neither tells."""
    before = side.text[max(0, noun.start - _BEFORE) : noun.start]
    for sign, text in (("before", before), ("form", noun.of(side.text))):
        for number in _NUMBERS:
            if _pattern(side.pair, side.language, f"{sign} of {number}").search(text):
                return number
    return ""


@cache
def _pattern(pair: LanguagePair, language: str, kind: str) -> re.Pattern[str]:
    """Returns the expression of a kind, one that matches nothing where the pair has none."""
    for of_language, of_kind, expression in pair.rows(_TABLE):
        if (of_language, of_kind) == (language, kind):
            return re.compile(expression, re.IGNORECASE)
    return re.compile(r"(?!)")
