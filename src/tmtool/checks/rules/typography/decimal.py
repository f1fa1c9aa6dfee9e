"""Has a number kept the decimal point of English, or a space at its comma? (docs/un-french.md, facts 19 and 20.)

The point alone does not say so: hours, paragraphs and laws keep it. What the source shows to be a quantity, and is
in the translation as it was, has been forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import pairwise
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.languages import language_of
from tmtool.model import Level, PlaceableKind, Span
from tmtool.model.wording import say

_POINTED = re.compile(r"(?<![\w.,;:/-])\d{1,3}(?:[ \u00a0\u202f,]\d{3})*\.\d+(?![\w.(])")
_SPACE = r"[ \u00a0\u202f]"
_PARTED = re.compile(rf"(?<![\w.,;:/-])(\d{{1,3}}(?:{_SPACE}\d{{3}})*),{_SPACE}(\d+)(?![\w.,(])")
"""A number with a space behind its comma."""
_BEFORE = 80
"""Characters before a number in which what it is the place of may be."""
_PLACE = re.compile(r"\d\($|(?<!^)(?<!\. )\b[A-Z]\w+\s$")
"""What a number with a point is the place of, or the version: paragraphe 23 (2.1), Atom 1.0."""
_SERIES = re.compile(r"\b[A-Z]\w*\.?\s$")
"""The series of which a number is, if it is the same in both languages: Conf. 12.8."""
_WORD_BEFORE = re.compile(r"([^\W\d_]{3,})[ \u00a0\u202f]$")
_WORD_AFTER = re.compile(r"[ \u00a0\u202f]([^\W\d_]{3,})")
_LABEL = r"(?<![.!?:] )(?<!^)\b[A-Z][a-z]+ {number}(?!\.?\d|%)"
"""What a number is with a noun in capitals right before it in the source: Recommended Practice 9.1."""
_ALONE = re.compile(r"[^\W\d][^\d:]*:\s*\d+\.\d")
"""A line that says which one of its kind is meant, in a heading of a house: Output: 2.4."""
_SYMBOL = re.compile(r"/(\d{1,3}\.\d+)(?=\D+$)")
"""The end of a symbol with a point, before what is between it and another one."""
_NAME = re.compile(r"[«“\"][ \u00a0\u202f]?$")
"""What is before a number that opens a quotation: the format « 3.0 (quilt) »."""
_WITH_ADJECTIVE = 2
_WORDS = re.compile(r"[^\s’']+")
"""Words, without an article that is joined to them: l’avis."""
_NEXT = len(" et ")
"""Characters at most between two numbers of a row."""
_AROUND = 4
"""Characters around a number that show whether it opens a title: the mark before it and the capital after."""
_QUANTITIES = (PlaceableKind.NUMBER, PlaceableKind.PERCENT)


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a number has kept its decimal point."""
    source = pair.source or ""
    quantities = {
        figures.group()
        for one in pair.source_placeables
        if one.kind in _QUANTITIES and (figures := _POINTED.match(source, one.span.start))
    }
    yield from _parted(pair.target, quantities)
    pointed = language_of(draft.target_language).pattern("pointed")
    numbers = list(_POINTED.finditer(pair.target))
    codes = {place for one, other in pairwise(numbers) if _are_codes(one, other) for place in (one, other)}
    codes |= _of_one_noun(pair.target, numbers, draft.target_language)
    for found in numbers:
        if found in codes or _numbers_an_item(found.group(), draft):
            continue
        end = found.start()
        before = pair.target, max(0, end - _BEFORE), end
        if _names_a_thing(pair.target, found.span(), draft.target_language) or _NAME.search(*before):
            continue
        if _is_in_brackets(pair.target, found.span()) and f"({found.group()})" in source:
            continue
        if _is_a_label(pair, found, draft) or _opens_a_title(pair, found):
            continue
        series = _SERIES.search(*before)
        if series and series.group() + found.group() in source:
            continue
        if (
            (end or found.group().startswith("0."))
            and found.group() in quantities
            and not (_PLACE.search(*before) or pointed.search(*before))
        ):
            right = found.group().replace(",", "\u00a0").replace(".", ",")
            yield Flag(
                say("“{written}” has the decimal point of English.", written=found.group()),
                target_span=Span(*found.span()),
                suggestion=right,
                fixable=True,
            )


def _parted(text: str, quantities: Set[str]) -> Iterator[Flag]:
    """Yields the flags of numbers with a space at their comma, where some quantities of the source have no other
    figures: 2, 38 for 2.38."""
    plain = {one.replace(",", "") for one in quantities}
    for found in _PARTED.finditer(text) if plain else ():
        whole, part = found.groups()
        if f"{re.sub(_SPACE, '', whole)}.{part}" in plain:
            yield Flag(
                say("A space in the number “{written}”.", written=found.group()),
                target_span=Span(*found.span()),
                suggestion=f"{whole},{part}",
                fixable=True,
            )


def _names_a_thing(text: str, number: tuple[int, int], tag: str) -> bool:
    """Tells whether a noun is right before a number, which then names one of its kind and measures nothing: la classe
    6.1, la règle 16.13, la position 96.19; not before one that a noun follows: en moyenne 1.6 fois."""
    start, end = number
    before, after = _WORD_BEFORE.search(text, max(0, start - _BEFORE), start), _WORD_AFTER.match(text, end)
    known = language_of(tag)

    def is_noun(word: re.Match[str] | None) -> bool:
        written = word[1].lower() if word else ""
        return bool(written) and known.fold(written) not in known.function_words and known.word_classes.is_noun(written)

    return is_noun(before) and not is_noun(after)


def _is_a_label(pair: Pair, number: re.Match[str], draft: Draft) -> bool:
    """Tells whether a noun in capitals labels a number in the source, and a noun with its adjective in the translation
    (Recommended Practice 9.1, la pratique recommandée 9.1), or a line says no more than a kind and a number."""
    if _ALONE.fullmatch(pair.target) and _ALONE.fullmatch(pair.source or ""):
        return True
    before = _WORDS.findall(pair.target[: number.start()])[-_WITH_ADJECTIVE:]
    known = language_of(draft.target_language)
    return (
        len(before) == _WITH_ADJECTIVE
        and all(word.isalpha() and known.fold(word.lower()) not in known.function_words for word in before)
        and known.word_classes.is_noun(before[0].lower())
        and _is_labelled_there(number.group(), pair, draft.source_language)
    )


def _is_labelled_there(number: str, pair: Pair, language: str) -> bool:
    """Tells whether the source has a number right after a noun in capitals, and makes no amount of it."""
    amount = language_of(language).pattern("amount-after")
    source = pair.source or ""
    labelled = re.finditer(_LABEL.format(number=re.escape(number)), source)
    return any(amount.match(source, one.end()) is None for one in labelled)


def _opens_a_title(pair: Pair, number: re.Match[str]) -> bool:
    """Tells whether a number opens one of several titles of a line, in the source, too: 1. Ouverture ; 2.1 Adoption."""
    title = rf"(?:^|[;:.,–] ?|\t){re.escape(number.group())}[ \u00a0\u202f]+[^\W\d_a-z]"
    here = pair.target[max(0, number.start() - _AROUND) : number.end() + _AROUND]
    return all(re.search(title, text) for text in (here, pair.source or ""))


def _of_one_noun(text: str, numbers: list[re.Match[str]], tag: str) -> set[re.Match[str]]:
    """Returns the numbers of a row that the noun before its first one counts, each with a word in brackets or none:
    les articles 1.09 (Homme de barre) et 3.16 (Bacs)."""
    between = language_of(tag).pattern("number-row")
    found = {one for one in numbers if _is_after_symbol(text, one, between)}
    for one, other in pairwise(numbers):
        if between.fullmatch(text, one.end(), other.start()) and (
            one in found or _names_a_thing(text, one.span(), tag)
        ):
            found.add(other)
    return found


def _is_after_symbol(text: str, number: re.Match[str], between: re.Pattern[str]) -> bool:
    """Tells whether a number goes on the symbol of a document before it, of which it is another end:
    UNAIDS/PCB (66)/27.6 et 27.7."""
    before = _SYMBOL.search(text, max(0, number.start() - _BEFORE), number.start())
    return before is not None and between.fullmatch(text, before.end(1), number.start()) is not None


def _is_in_brackets(text: str, number: tuple[int, int]) -> bool:
    """Tells whether a number is all that is in brackets, as those of paragraphs of a law are: (2.1), (2.101)."""
    start, end = number
    return text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")"


def _numbers_an_item(number: str, draft: Draft) -> bool:
    """Tells whether a segment of the document has the number for its own: 5.1 Opening of the session."""
    return draft.is_document and any(
        pair.target_label.rstrip(".") == number or re.match(rf"{re.escape(number)}[. \t]+[^\W\d]", pair.target)
        for pair in draft.pairs
    )


def _are_codes(one: re.Match[str], other: re.Match[str]) -> bool:
    """Tells whether two neighbours number what they stand for one after the other, as decimals seldom do: 6.1, 6.2."""
    (whole, _, part), (next_whole, _, next_part) = one.group().partition("."), other.group().partition(".")
    close = other.start() - one.end() <= _NEXT
    return close and whole == next_whole and len(part) <= 2 and int(next_part) == int(part) + 1


CHECK = SegmentCheck(
    name="typography-decimal",
    level=Level.WARNING,
    its_type="locale-violation",
    requires=Needs(source=True, placeables=Sides.SOURCE, into="fr"),
    summary="A number has kept its decimal point, or has a space at its comma.",
    reason=(
        "French parts decimals by a comma. Numbers of articles, paragraphs and hours keep their point; a quantity of "
        "the source that is unchanged here does not."
    ),
    examples=(
        Example(
            source="0.001",
            target="0.001",
            flagged=("0.001",),
            repaired="0,001",
        ),
        Example(
            source="Draft Advisory Opinion 4.21 has been recast.",
            target="Le projet d’avis consultatif 4.21 a été remanié.",
        ),
        Example(
            source="It grew by 2.4 per cent.",
            target="Elle a augmenté de 2.4 %.",
            flagged=("2.4",),
            repaired="Elle a augmenté de 2,4 %.",
        ),
        Example(
            source="It equals 34.97 gallons.",
            target="Il équivaut à 34.97 gallons.",
            flagged=("34.97",),
            repaired="Il équivaut à 34,97 gallons.",
        ),
        Example(source="It grew by 2.4 per cent.", target="Elle a augmenté de 2,4 %."),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
