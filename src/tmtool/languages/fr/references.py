"""Finds French references: "point 3 a)", "résolution 2127 (2013)", "annexe II", "nos 5 et 6", "article premier",
labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import labels, references
from tmtool.languages.finding import Reading
from tmtool.languages.fr.dates import month_pattern
from tmtool.languages.references import ReferenceForms
from tmtool.model import Placeable, PlaceableKind, Span

_BARE_LETTER = re.compile(r"(?<!\w)alinéa ([b-z])(?= (?:de|du|des) )")
"""The letter of "alinéa c de l’article 3", as some services write it; "alinéa a de" might be a verb."""
_PER = re.compile(r"\d\s?p\.\s?$")
_TABLE = Path(__file__).with_name("references.tsv")


@cache
def _forms() -> ReferenceForms:
    return ReferenceForms(
        noun=references.noun_pattern(_TABLE, r"nos?\s|n[°º]s?\s?|n\^\{os?\}\s?"),
        label=references.label_pattern("a-z"),
        # points 5 (fin), 8 et 9
        joint=re.compile(r"(?:\s\((?:suite|fin|suite et fin)\))?(?:,?\s(?:et/ou|et|ou)\s|,\s)"),
        dash=re.compile(r"\s?[-–—‑]\s?|\sà\s"),
        either=frozenset({"ou"}),
        first=re.compile(r"(?:premi(?:er|ère)|Ier)(?!\w)"),
        not_after=re.compile(
            rf"\s(?:(?i:{month_pattern()})|%|pour\s?cent|million|milliard|h(?:eures?)?(?!\w))|%|[,][0-9]"
        ),
    )


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the references of a text; the hundred of "10 p. 100" is a percentage."""
    return (one for one in references.find(reading, _TABLE, _forms) if not _is_per_cent(reading.text, one.span))


def _is_per_cent(text: str, span: Span) -> bool:
    before = max(0, span.start - len("5 p. "))
    return span.of(text).endswith("100") and _PER.search(text, before, span.end - len("100")) is not None


def find_labels(reading: Reading) -> Iterator[Placeable]:
    """Yields the labels in running text, as references to "letter": "a)" is "letter:a", "b)iv)" is "letter:b.iv".

    A bracket that closes an opened one is no label: "(voir b)".
    """
    for match in _BARE_LETTER.finditer(reading.text):
        yield Placeable(PlaceableKind.REFERENCE, Span(*match.span(1)), f"letter:{match[1]}")
    yield from labels.closed(reading.text)
