"""Finds Spanish references: "tema 3 a)", "resolución 2127 (2013)", "anexo II", "párrs. 5 y 6", labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import references
from tmtool.languages.es.dates import month_pattern
from tmtool.languages.finding import Reading
from tmtool.languages.labels import closed
from tmtool.languages.references import ReferenceForms
from tmtool.model import Placeable

_TABLE = Path(__file__).with_name("references.tsv")


@cache
def _forms() -> ReferenceForms:
    return ReferenceForms(
        noun=references.noun_pattern(_TABLE, r"núms?\.\s|n[º°]\s?|n\.º\s?"),
        label=references.label_pattern("a-zñ"),
        joint=re.compile(r",?\s(?:y|e|o|u)\s|,\s"),
        dash=re.compile(r"\s?[-–—‑]\s?|\sa(?:l\s|\s)"),
        either=frozenset({"o", "u"}),
        first=re.compile(r"primer[oa]?(?!\w)"),
        not_after=re.compile(
            rf"\s(?:de\s(?:{month_pattern()})|%|por\sciento|mil(?!\w)|mill|billones|horas?(?!\w))|%|[,][0-9]"
        ),
    )


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the references of a text."""
    return references.find(reading, _TABLE, _forms)


def find_labels(reading: Reading) -> Iterator[Placeable]:
    """Yields the labels in running text, as references to "letter"."""
    return closed(reading.text)
