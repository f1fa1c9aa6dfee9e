"""Is an abbreviation of the source left where the document has its own for it: la WADA for l'AMA? Is one misspelt once?

What a document writes in brackets on both sides of one line tells which abbreviation answers to which: the World
Anti-Doping Agency (WADA), l'Agence mondiale antidopage (AMA). No table is needed. A slip is known by what the other
lines with the same abbreviation in the source have. So is another abbreviation for one of the source than in most
lines, told where nothing else in the line can answer to either.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from itertools import chain, permutations
from pathlib import Path

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.slips import is_one_slip
from tmtool.model import Level, Span
from tmtool.model.wording import say

_EXPLAINED = re.compile(r"(?<=[^\W_] )\(([A-Z]{2,8}\d?)\)")
_ALONE = re.compile(r"(?<![\w/.«“\"-])[A-Z]{2,8}\d?(?![\w/»”\"-])")
_TABLE = "bodies.tsv"
_ROMAN = re.compile(r"[IVXLCDM]+")

_LEAST, _USUAL = 4, 2
"""Letters of an abbreviation of which a slip is told, and lines that have it as it should be."""
_MOST_EXPLAINED, _ROUNDS = 3, 2
"""Explanations in one line that are told apart, and how often what is told of a line helps to tell of others."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each abbreviation that only the source writes so, where the document explains another for it, and each that
    is written so once, one slip away from the document's own, or for the same of the source as another elsewhere."""
    told: set[tuple[int, Span | None]] = set()
    for pair, flag in chain(_misspelt(draft), _left(draft), _varied(draft)):
        if (pair.number, flag.target_span) not in told:
            told.add((pair.number, flag.target_span))
            yield pair, flag


def _left(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each abbreviation of the source for which the document explains another."""
    known = _answers(draft)
    for pair in draft.pairs if known else ():
        written = {found[0] for found in _ALONE.finditer(pair.source or "")}
        here = {found[0] for found in _ALONE.finditer(pair.target)}
        for found in _ALONE.finditer(pair.target):
            right = known.get(found[0])
            if right is not None and found[0] in written and right not in here:
                message = say("“{one}” here, but “{right}” elsewhere in this document.", one=found[0], right=right)
                yield pair, Flag(message, target_span=Span(*found.span()), suggestion=right)


def _misspelt(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each abbreviation that one line alone has and no source, one slip away from one that other lines have and
    this one lacks, if it answers to one that the source has here, too."""
    lines = [_long(pair.target) for pair in draft.pairs]
    there = [_long(pair.source or "") for pair in draft.pairs]
    often = Counter(one for line in lines for one in line)
    sources = frozenset[str]().union(*there)
    usual: defaultdict[str, list[str]] = defaultdict(list)
    for one, times in often.items():
        for cut in _cuts(one) if times >= _USUAL else ():
            usual[cut].append(one)
    for place, pair in enumerate(draft.pairs):
        for one in sorted(lines[place].keys() - sources):
            alike = sorted({other for cut in _cuts(one) for other in usual.get(cut, ())}) if often[one] == 1 else ()
            right = next((other for other in alike if is_one_slip(one, other) and other not in lines[place]), None)
            if right is not None and any(
                right in line and not there[place].keys().isdisjoint(source)
                for line, source in zip(lines, there, strict=True)
            ):
                message = say("“{one}” here, but “{right}” elsewhere in this document.", one=one, right=right)
                yield pair, Flag(message, target_span=lines[place][one], suggestion=right)


def _varied(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each abbreviation that stands for one of the source where more lines have another for it, or as many, if
    that is nearer to the source's or explained; one that a line has without it, too, may be another thing."""
    answers: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for source, place, here in _lone_answers(draft):
        answers[source][place] = here
    explained = {one for pair in draft.pairs for one in _EXPLAINED.findall(pair.target)}
    for source, of_lines in answers.items():
        times = Counter(of_lines.values())
        if len(times) == 1:
            continue
        right = max(times, key=lambda one: (times[one], _is_rearranged(one, source), one in explained))
        for place, here in of_lines.items():
            pair = draft.pairs[place]
            written = _abbreviations(pair.target)
            is_other = any(
                here in _abbreviations(one.target) and source not in _abbreviations(one.source or "")
                for one in draft.pairs
            )
            if is_other or right in written or (draft.language_pair and _are_both(source, here, draft.language_pair)):
                continue
            message = say("“{one}” here, but “{right}” elsewhere in this document.", one=here, right=right)
            is_sure = times[right] >= _USUAL or right in explained
            yield (
                pair,
                Flag(message, target_span=written[here], suggestion=right, level=None if is_sure else Level.INFO),
            )


def _are_both(source: str, here: str, known: LanguagePair) -> bool:
    """Tells whether an abbreviation is one of several that a body has: ILO is OIT or, as an office, BIT."""
    return any(
        f"^{source}" in there.split("|") and f"^{here}" in of_body.split("|") for there, of_body in _bodies(known)
    )


@cache
def _bodies(known: LanguagePair) -> tuple[tuple[str, str], ...]:
    """Returns the names of each body on both sides."""
    return tuple((names, names_here) for _, _, names, _, names_here, *_ in known.rows(_TABLE))


def _lone_answers(draft: Draft) -> Iterator[tuple[str, int, str]]:
    """Yields the abbreviations of the source that one in the line must stand for, with the place of the line and that
    one: both are alone there, but for those that are the same on both sides or stand for each other elsewhere."""
    lines = [(_abbreviations(pair.source or ""), _abbreviations(pair.target)) for pair in draft.pairs]
    known: dict[str, str] = {}
    for _ in range(_ROUNDS):
        for source, target in lines:
            there, here = _unanswered(source, target, known)
            if len(there) == len(here) == 1:
                known.setdefault(min(there), min(here))
    for place, (source, target) in enumerate(lines):
        yield from ((one, place, one) for one in source.keys() & target.keys())
        there, here = source.keys() - target.keys(), target.keys() - source.keys()
        if len(there) > 1:
            there, here = _unanswered(source, target, known)
        if len(there) == len(here) == 1:
            yield min(there), place, min(here)


def _unanswered(
    source: Mapping[str, Span], target: Mapping[str, Span], known: Mapping[str, str]
) -> tuple[Set[str], Set[str]]:
    """Returns the abbreviations of a line on both sides but those that are the same or stand for each other."""
    there, here = source.keys() - target.keys(), target.keys() - source.keys()
    told = {one for one in there if known.get(one) in here}
    return there - told, here - {known[one] for one in told}


def _is_rearranged(one: str, source: str) -> bool:
    """Tells whether an abbreviation has the letters of that of the source in another order, as many have: AUC, CUA."""
    return one != source and sorted(one) == sorted(source)


def _in_common(one: str, other: str) -> int:
    """Returns how many letters two abbreviations have in common."""
    return (Counter(one) & Counter(other)).total()


@lru_cache(maxsize=1 << 10)  # the lines of a document are looked at again for each doubt
def _abbreviations(text: str) -> Mapping[str, Span]:
    """Returns the abbreviations of a text with their first places; a text in capitals has none, nor is a Roman
    numeral one."""
    found: dict[str, Span] = {}
    for one in () if text.isupper() else _ALONE.finditer(text):
        if not _ROMAN.fullmatch(one[0]):
            found.setdefault(one[0], Span(*one.span()))
    return found


def _cuts(one: str) -> set[str]:
    """Returns an abbreviation, and it without each of its letters: two that are a slip apart share one of these."""
    return {one, *(one[:place] + one[place + 1 :] for place in range(len(one)))}


def _long(text: str) -> dict[str, Span]:
    """Returns the abbreviations of a text that are too long to be another's by chance, with their first places; a text
    in capitals has none: POINT 8 – BOURSES POUR JEUNES SCIENTIFIQUES."""
    found: dict[str, Span] = {}
    for one in () if text.isupper() else _ALONE.finditer(text):
        if len(one[0]) >= _LEAST:
            found.setdefault(one[0], Span(*one.span()))
    return found


def _answers(draft: Draft) -> Mapping[str, str]:
    """Returns the abbreviations of the source for which the document explains one other, and never uses both."""
    pairs: defaultdict[str, set[str]] = defaultdict(set)
    kept: set[str] = set()
    for pair in draft.pairs:
        there, here = _EXPLAINED.findall(pair.source or ""), _EXPLAINED.findall(pair.target)
        if 0 < len(there) == len(here) <= _MOST_EXPLAINED and there != here and _are_in_order(there, here):
            for one, other in zip(there, here, strict=True):
                pairs[one].add(other)
        kept.update(here)
    return {one: next(iter(others)) for one, others in pairs.items() if len(others) == 1 and one not in kept}


def _are_in_order(there: Sequence[str], here: Sequence[str]) -> bool:
    """Tells whether abbreviations have no more letters in common in another order than one by one."""
    in_order, *others = (sum(map(_in_common, there, order)) for order in permutations(here))
    return in_order >= max(others, default=0)


CHECK = DocumentCheck(
    name="document-abbreviation",
    level=Level.WARNING,
    its_type="inconsistency",
    requires=Needs(source=True, document=True),
    yields_to=("names-abbreviation", "names-explanation"),
    summary="An abbreviation of the source is left where the document has another for it, or one is misspelt once.",
    reason=(
        "Where a name is followed by its abbreviation in brackets on both sides, the document itself says which "
        "abbreviation answers to which. The source's form in the translation is then a slip, unless the translation "
        "explains it, too, or has both in the same place. One that is written so once, a letter away from what other "
        "lines have for the same abbreviation of the source, is a slip of the hand. One thing has one abbreviation."
    ),
    examples=(
        Example(
            source="The World Anti-Doping Agency (WADA) reports.\nA representative of WADA will speak.",
            target="L’Agence mondiale antidopage (AMA) fait rapport.\nUne représentante de la WADA prendra la parole.",
            flagged=("WADA",),
        ),
        Example(
            source="The World Anti-Doping Agency (WADA) reports.\nSee WADA/2031/3.\nThe WADA and AMA codes",
            target="L’Agence mondiale antidopage (AMA) fait rapport.\nVoir WADA/2031/3.\nLes codes WADA et AMA",
        ),
        Example(
            source="The MEPC will meet.\nThe MEPC will vote.\nThe report of the MEPC",
            target="Le CPMM se réunira.\nLe CPMM votera.\nLe rapport du CPPM",
            flagged=("CPPM",),
        ),
        Example(
            source="AGENDA\nORDER OF THE DAY\nITEM 8 – AWARDS FOR YOUNG SCIENTISTS",
            target="ORDRE DU JOUR\nORDRE DU JOUR\nPOINT 8 – BOURSES POUR JEUNES SCIENTIFIQUES",
        ),
        Example(
            source="The MEPC will meet.\nThe MEPC will vote.\nThe report of the CPPM and the MEPC",
            target="Le CPMM se réunira.\nLe CPMM votera.\nLe rapport du CPPM et du CPMM",
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
