"""Is an abbreviation of the source left where the document has its own for it: la WADA for l'AMA?

What a document writes in brackets on both sides of one line tells which abbreviation answers to which: the World
Anti-Doping Agency (WADA), l'Agence mondiale antidopage (AMA). No table is needed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.model import Level, Span
from tmtool.model.wording import say

_EXPLAINED = re.compile(r"(?<=[^\W\d_] )\(([A-Z]{2,8})\)")
_ALONE = re.compile(r"(?<![\w/.«“\"-])[A-Z]{2,8}(?![\w/»”\"-])")


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each abbreviation that only the source writes so, where the document explains another for it."""
    known = _answers(draft)
    for pair in draft.pairs if known else ():
        written = {found[0] for found in _ALONE.finditer(pair.source or "")}
        here = {found[0] for found in _ALONE.finditer(pair.target)}
        for found in _ALONE.finditer(pair.target):
            right = known.get(found[0])
            if right is not None and found[0] in written and right not in here:
                message = say("“{one}” here, but “{right}” elsewhere in this document.", one=found[0], right=right)
                yield pair, Flag(message, target_span=Span(*found.span()), suggestion=right)


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
    summary="An abbreviation of the source is left where the document has another for it.",
    reason=(
        "Where a name is followed by its abbreviation in brackets on both sides, the document itself says which "
        "abbreviation answers to which. The source's form in the translation is then a slip, unless the translation "
        "explains it, too, or has both in the same place."
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
    ),
    look=look,
)
