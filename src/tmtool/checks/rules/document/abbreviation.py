"""Is an abbreviation of the source left where the document has its own for it: la WADA for l'AMA? Is one misspelt once?

What a document writes in brackets on both sides of one line tells which abbreviation answers to which: the World
Anti-Doping Agency (WADA), l'Agence mondiale antidopage (AMA). No table is needed. A slip is known by what the other
lines with the same abbreviation in the source have.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.slips import is_one_slip
from tmtool.model import Level, Span
from tmtool.model.wording import say

_EXPLAINED = re.compile(r"(?<=[^\W\d_] )\(([A-Z]{2,8})\)")
_ALONE = re.compile(r"(?<![\w/.«“\"-])[A-Z]{2,8}(?![\w/»”\"-])")

_LEAST, _USUAL = 4, 2
"""Letters of an abbreviation of which a slip is told, and lines that have it as it should be."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each abbreviation that only the source writes so, where the document explains another for it, and each that
    is written so once, one slip away from the document's own."""
    yield from _misspelt(draft)
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


def _cuts(one: str) -> set[str]:
    """Returns an abbreviation, and it without each of its letters: two that are a slip apart share one of these."""
    return {one, *(one[:place] + one[place + 1 :] for place in range(len(one)))}


def _long(text: str) -> dict[str, Span]:
    """Returns the abbreviations of a text that are too long to be another's by chance, with their first places."""
    found: dict[str, Span] = {}
    for one in _ALONE.finditer(text):
        if len(one[0]) >= _LEAST:
            found.setdefault(one[0], Span(*one.span()))
    return found


def _answers(draft: Draft) -> Mapping[str, str]:
    """Returns the abbreviations of the source for which the document explains one other, and never uses both."""
    pairs: defaultdict[str, set[str]] = defaultdict(set)
    kept: set[str] = set()
    for pair in draft.pairs:
        there, here = _EXPLAINED.findall(pair.source or ""), _EXPLAINED.findall(pair.target)
        if len(there) == len(here) == 1 and there != here:
            pairs[there[0]].add(here[0])
        kept.update(here)
    return {one: next(iter(others)) for one, others in pairs.items() if len(others) == 1 and one not in kept}


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
        "lines have for the same abbreviation of the source, is a slip of the hand."
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
            source="The MEPC will meet.\nThe MEPC will vote.\nThe report of the CPPM and the MEPC",
            target="Le CPMM se réunira.\nLe CPMM votera.\nLe rapport du CPPM et du CPMM",
        ),
    ),
    look=look,
)
