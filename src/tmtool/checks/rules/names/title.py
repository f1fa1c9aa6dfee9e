"""Has a person the same title as in the source: Mr. X, M. X, not Mme X? (docs/un-french.md, facts 75 and 76.)"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.checks.engine.check import Example, SegmentCheck, Spot
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.letters import fold
from tmtool.model import Level, Span

_NAME = r"\s+(?P<name>(?:[^\W\d_][\w’'.-]*,?\s*){1,4})"
_ENGLISH = re.compile(r"(?<!\w)(?P<title>Mr|Ms|Mrs|Miss)\.?" + _NAME)
_FRENCH = re.compile(r"(?<!\w)(?P<title>M\.|Mme|Mlle)" + _NAME)
_MASCULINE = ("Mr", "M.")


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    source, target = pair.source or "", pair.target
    there = [(found, _names(found["name"])) for found in _ENGLISH.finditer(source)]
    for found in _FRENCH.finditer(target):
        names = _names(found["name"])
        same = [other for other, other_names in there if names & other_names]
        masculine = found["title"] in _MASCULINE
        if same and all((other["title"] in _MASCULINE) is not masculine for other in same):
            right = "Mme" if masculine else "M."
            yield Spot(
                f"“{found['title']}” here, “{same[0].group().split()[0]}” in the source.",
                target_span=Span(*found.span("title")),
                source_span=Span(*same[0].span("title")),
                suggestion=right,
                fixable=True,
            )


def _names(text: str) -> frozenset[str]:
    """The words with a capital, folded, up to the first without one."""
    found = []
    for word in text.split():
        if not word[0].isupper():
            break
        found.append(fold(word.strip(".,")))
    return frozenset(name for name in found if len(name) > 2)


CHECK = SegmentCheck(
    name="names-title",
    level=Level.ERROR,
    its_type="inconsistent-entities",
    requires=Needs(source=True, out_of="en", into="fr"),
    summary="Mr. has become Mme, or Ms. has become M.",
    reason="The person is the one whose name follows on both sides, so this is exact where names are written alike.",
    examples=(
        Example(
            source="Ms. Anna Nowak (Poland) and Mr. Okoye",
            target="M. Anna Nowak (Pologne) et M. Okoye",
            flagged=("M.",),
            repaired="Mme Anna Nowak (Pologne) et M. Okoye",
        ),
        Example(source="Ms. Anna Nowak and Mr. Okoye", target="Mme Nowak et M. Okoye"),
        Example(source="Mr. and Ms. Nowak", target="Mme Nowak"),
    ),
    look=look,
)
