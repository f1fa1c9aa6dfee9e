"""Are the document symbols of the translation those of the source, character for character?

See docs/un-french.md, fact 53.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.translated_symbols import Exchange, exchange, translated
from tmtool.checks.evidence.values.facts import Change, facts
from tmtool.languages.slips import is_one_slip
from tmtool.model import Level, Placeable, PlaceableKind, Span
from tmtool.model.wording import Wording, joined, say

_OF_A_BODY = 4
"""Letters of an acronym of which another order is no slip."""
_JOB_NUMBER = re.compile(r"[A-Z]\.\d\d-\d{5}")
"""V.20-02918 in the footer: each language version has its own."""

_CODE = re.compile(
    r"(?<![\w/.-])(?:[A-Z]{1,2}\d{2,5}|[A-Z]{2,6}\(\d{4}\)\d+|(?:[A-Z]{2,5}|Doc)[.-]\d{1,5}(?:\.\d{1,4})*"
    r"|(?=[A-Z./-]*\d)[A-Z][A-Z\d.-]{0,20}(?:/[A-Z\d][\w.-]{0,20}){1,6}(?<![.-]))(?![\w/-]|\.\w)"
)
"""Codes of a list, a class or a series, and symbols with a slash that are not read as one: A3210, Y48, ST.37, Doc.11.9,
I-21/Doc, CDCT(2027)14."""
_VERSION = re.compile(r"(?<=[-/])[ACEFRS]$")
"""The letter of its language at the end of a symbol, which each version has its own of: C27/DT/2-E, C27/DT/2-F."""
_NUMBERS = re.compile(r"\d+")
_EDITION = re.compile(r"(?<![A-Za-z])(?:Rev|Corr|Add|Amend)\.\s?\d*")
"""What tells the editions of a document apart, where the symbol before it is not read as one: Rev.2, Corr."""
_RANGE = re.compile(r"\s?[–—‑-]\s?(\d+)(?!\w)")
_SUFFIX = re.compile(r"([A-Z][a-z]+\.)(\d+)")
_SERIES = re.compile(r"([A-Z][a-z]+\.)(\d+(?:(?:, ?|\s?[–-]\s?| [a-z]{2,3} )\d+)+)(?!\w)")
"""Suffixes of which only the first is written out: Add.1 and 2, Add.1-3."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a document symbol is not copied character for character, or is missing."""
    found = facts(pair, draft)
    for change in found.changes(PlaceableKind.SYMBOL):
        yield from _changed(change, pair, draft)
    for before, after in _codes(pair.source or "", pair.target):
        if not any(one.span.overlaps(after) for one in pair.target_placeables if one.kind is PlaceableKind.SYMBOL):
            flag = _other_symbol(before.of(pair.source or ""), after.of(pair.target), before, after)
            yield replace(flag, level=Level.WARNING)
    if not any(one.kind is PlaceableKind.SYMBOL for one in (*found.lost, *found.gained)):
        yield from _editions(pair)
    yield from _lost(found.lost)
    yield from _added(found.gained, pair)


def _changed(change: Change, pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the flag for a symbol that is another one than in the source; of a practice of the document only the first
    symbol that shows it is told."""
    source, target = pair.source or "", pair.target
    if _with_range(change.source, source) == _with_range(change.target, target):
        return
    if _job(change.source) and _job(change.target):
        return
    acronym = exchange(change.source.value, change.target.value)
    if acronym is not None and acronym.is_worded:
        return
    practice = translated(draft).get(acronym) if acronym is not None else None
    if acronym is None or practice is None:
        before, after = change.source, change.target
        flag = _other_symbol(before.value, after.value, before.span, after.span)
        if acronym is not None and _is_of_a_body(acronym, draft):
            yield replace(flag, level=Level.INFO)
        else:
            yield replace(flag, suggestion=before.span.of(source), fixable=True)
    elif practice is pair and not acronym.is_rearranged:
        yield Flag(
            say(
                "“{here}” stands for “{there}” in all symbols of this document.",
                here=acronym.here,
                there=acronym.there,
            ),
            target_span=change.target.span,
            source_span=change.source.span,
            level=Level.INFO,
        )


def _is_of_a_body(acronym: Exchange, draft: Draft) -> bool:
    """Tells whether both may be the acronym of one body in two languages, of four letters and more in another order,
    and no symbol of the document keeps the one of the source: IUGG, UGGI."""
    if not acronym.is_rearranged or len(acronym.there) < _OF_A_BODY or is_one_slip(acronym.there, acronym.here):
        return False
    symbols = (one for pair in draft.pairs for one in pair.target_placeables if one.kind is PlaceableKind.SYMBOL)
    return all(acronym.there not in one.value.split("/") for one in symbols)


def _other_symbol(before: str, after: str, place_before: Span, place: Span) -> Flag:
    return Flag(
        say("The symbol is “{before}” in the source, “{after}” here.", before=before, after=after),
        target_span=place,
        source_span=place_before,
        suggestion=before,
    )


def _lost(placeables: Iterable[Placeable]) -> Iterator[Flag]:
    """Yields the flag for symbols that only the source has."""
    lost = [one for one in placeables if one.kind is PlaceableKind.SYMBOL and not _job(one)]
    if lost:
        yield Flag(
            say("The translation lacks the symbol “{symbol}”.", symbol=lost[0].value)
            if len(lost) == 1
            else say("The translation lacks the symbols {symbols}.", symbols=_listed(one.value for one in lost)),
            source_span=lost[0].span,
            level=Level.WARNING,
        )


def _added(placeables: Iterable[Placeable], pair: Pair) -> Iterator[Flag]:
    """Yields the flag for symbols that only the translation has, and that go on with no series of the source."""
    gained = [one for one in placeables if one.kind is PlaceableKind.SYMBOL and not _job(one)]
    added = [one for one in gained if not _is_in_series(one, pair.source or "")]
    written = [one.span.of(pair.target) for one in added]
    if added:
        yield Flag(
            say("The source has no symbol “{symbol}”.", symbol=written[0])
            if len(added) == 1
            else say("The source has no symbols {symbols}.", symbols=_listed(written)),
            target_span=added[0].span,
            level=Level.WARNING,
        )


def _listed(symbols: Iterable[str]) -> Wording:
    return joined((say("“{value}”", value=one) for one in symbols), ", ")


def _codes(source: str, target: str) -> Iterator[tuple[Span, Span]]:
    """Yields the codes of a list, a class or a series of both texts that differ in figures alone, or in one letter
    before the same figures, where each has one that the other has not."""
    there, here = ({found.group(): Span(*found.span()) for found in _CODE.finditer(text)} for text in (source, target))
    lost, gained = [code for code in there if code not in here], [code for code in here if code not in there]
    if len(lost) == len(gained) == 1 and (
        _NUMBERS.sub("0", lost[0]) == _NUMBERS.sub("0", gained[0])
        or (_NUMBERS.findall(lost[0]) == _NUMBERS.findall(gained[0]) and _is_misspelt(gained[0], lost[0]))
    ):
        yield there[lost[0]], here[gained[0]]


def _is_misspelt(code: str, right: str) -> bool:
    """Tells whether the letters of a code are a slip away from those of the right one, and too many for another code:
    CDT(2027)14 for CDCT(2027)14."""
    if _VERSION.sub("", code) == _VERSION.sub("", right):
        return False
    letters, wanted = (_NUMBERS.sub("", one) for one in (code, right))
    return len(wanted) > len("CDT()") and is_one_slip(letters, wanted)


def _editions(pair: Pair) -> Iterator[Flag]:
    """Yields the flag for an edition (Rev.2, Corr.) that is another one than in the source, outside the symbols that
    are compared as a whole."""
    there, here = (
        [
            ("".join(found.group().split()), Span(*found.span()))
            for found in _EDITION.finditer(text)
            if not any(one.kind is PlaceableKind.SYMBOL and one.span.overlaps(Span(*found.span())) for one in symbols)
        ]
        for text, symbols in ((pair.source or "", pair.source_placeables), (pair.target, pair.target_placeables))
    )
    if len(there) != len(here):
        return
    lost = Counter(name for name, _ in there) - Counter(name for name, _ in here)
    gained = Counter(name for name, _ in here) - Counter(name for name, _ in there)
    if lost.total() == gained.total() == 1:
        [before], [after] = lost, gained
        flag = _other_symbol(before, after, dict(there)[before], dict(here)[after])
        yield replace(flag, level=Level.WARNING)


def _is_in_series(symbol: Placeable, source: str) -> bool:
    """Tells whether this is a suffix that the source has in a series with the one written out: Add.1 et Add.2 for
    Add.1 and 2."""
    suffix = _SUFFIX.fullmatch(symbol.value)
    if suffix is None:
        return False
    return any(one[1] == suffix[1] and suffix[2] in re.findall(r"\d+", one[2]) for one in _SERIES.finditer(source))


def _with_range(symbol: Placeable, text: str) -> str:
    """Returns the symbol with the range that a dash opens after it, whatever the dash: SR.1–8 is SR.1-8."""
    more = _RANGE.match(text, symbol.span.end)
    return symbol.value + (f"-{more[1]}" if more else "")


def _job(symbol: Placeable) -> bool:
    return _JOB_NUMBER.fullmatch(symbol.value) is not None


CHECK = SegmentCheck(
    name="references-symbol",
    level=Level.ERROR,
    its_type="inconsistent-entities",
    requires=Needs(source=True, placeables=Sides.BOTH),
    yields_to=("completeness-omission", "completeness-length", "language-other-segment"),
    summary="A document symbol is not copied character for character, or is missing.",
    reason=(
        "A symbol is the address of a document; with one character wrong the reader finds another document or none. "
        "Job numbers in footers differ from language to language and are left alone."
    ),
    examples=(
        Example(
            source="Background paper (CTOC/COP/WG.7/2020/2)",
            target="Document d’information (CTOC/COP/WG.7/2020/3)",
            flagged=("CTOC/COP/WG.7/2020/3",),
            repaired="Document d’information (CTOC/COP/WG.7/2020/2)",
        ),
        Example(source="The decision (EX/Decision.5)", target="La décision (EX/Décision.5)"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
