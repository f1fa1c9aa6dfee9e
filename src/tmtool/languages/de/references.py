"""Finds German references: "Tagesordnungspunkt 3 a)", "Artikel 5 Absatz 2", "Resolution 2127 (2013)", "Anlage II",
"Ziffern 5 und 6", labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import references
from tmtool.languages.alternatives import NEVER
from tmtool.languages.de.dates import month_pattern
from tmtool.languages.finding import Reading
from tmtool.languages.labels import closed
from tmtool.languages.references import ReferenceForms
from tmtool.model import Placeable

_TABLE = Path(__file__).with_name("references.tsv")


@cache
def _forms() -> ReferenceForms:
    return ReferenceForms(
        noun=references.noun_pattern(_TABLE, r"nr\.\s?"),
        label=references.label_pattern("a-z"),
        joint=re.compile(r",?\s(?:und|oder|sowie)\s|,\s"),
        dash=re.compile(r"\s?[-–—‑]\s?|\sbis\s"),
        either=frozenset({"oder"}),
        first=re.compile(NEVER),
        not_after=re.compile(rf"\.?\s(?:{month_pattern()}|%|prozent|mio|mill|mrd|tsd|uhr(?!\w))|%|[,][0-9]"),
    )


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the references of a text."""
    return references.find(reading, _TABLE, _forms)


def find_labels(reading: Reading) -> Iterator[Placeable]:
    """Yields the labels in running text, as references to "letter"."""
    return closed(reading.text)
