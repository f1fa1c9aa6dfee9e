"""Has a number figures where the source has a Roman numeral, and the document keeps those after the same noun?

Article II may well be l’article 2: that a translation keeps the numerals of a noun is shown by another one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.roman import PATTERN, numeral
from tmtool.model import Level, Span
from tmtool.model.wording import say

_NUMBERED = re.compile(
    r"(?<![^\W\d_])(?P<noun>[^\W\d_]{4,})[ \u00a0\u202f](?P<number>\d{1,2})"
    r"(?![\w%°/-]|[.,:]\d|[ \u00a0\u202f](?:h|\d|%))"
)
_KEPT = re.compile(rf"(?<![^\W\d_])(?P<noun>[^\W\d_]{{4,}})[ \u00a0\u202f](?P<numeral>{PATTERN})(?![\w’'])")


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each number after a noun whose source has the Roman numeral of the same value, where the noun has such a
    numeral elsewhere."""
    kept = {_noun(found) for pair in draft.pairs for found in _KEPT.finditer(pair.target)}
    for pair in draft.pairs if kept else ():
        source = pair.source or ""
        for found in _NUMBERED.finditer(pair.target):
            written = numeral(int(found["number"]))
            if (
                _noun(found) in kept
                and _has(written, source)
                and not _has(written, pair.target)
                and not _has(found["number"], source)
            ):
                message = say(
                    "“{here}” here, “{there}” in the source and elsewhere in the document.",
                    here=found["number"],
                    there=written,
                )
                yield pair, Flag(message, target_span=Span(*found.span("number")), suggestion=written)


def _noun(found: re.Match[str]) -> str:
    """Returns the noun of a number as it is in the singular."""
    return found["noun"].lower().rstrip("s")


def _has(number: str, text: str) -> bool:
    return re.search(rf"(?<![\w./]){number}(?![\w/]|\.\d)", text) is not None


CHECK = DocumentCheck(
    name="document-numeral",
    level=Level.WARNING,
    its_type="inconsistency",
    requires=Needs(source=True, document=True),
    yields_to=("numbers-roman", "references-number", "document-title", "document-same-source", "numbers-value"),
    summary="A number has figures where the source and other places of the document have a Roman numeral.",
    reason=(
        "Working Group II and Part II are called so on the door and on the page. Some houses number in figures what "
        "English numbers in Roman numerals; one that keeps them after the same noun elsewhere does not."
    ),
    examples=(
        Example(
            source="Working Group I meets today.\nWorking Group II will meet tomorrow.",
            target="Le Groupe de travail I se réunit aujourd’hui.\nLe Groupe de travail 2 se réunira demain.",
            flagged=("2",),
        ),
        Example(
            source="Article I applies today.\nArticle II will apply tomorrow.",
            target="L’article 1 est applicable.\nL’article 2 le sera demain.",
        ),
        Example(
            source="Part I: Agenda\nPart II: Annotations\nPart II of annex 2",
            target="Partie I : Ordre du jour\nPartie II : Annotations\nPartie II de l’annexe 2",
        ),
    ),
    look=look,
)
