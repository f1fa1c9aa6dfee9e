"""Finds Russian references: "пункт 3 a)", "резолюция 2127 (2013)", "приложение II", "пп. 5 и 6", labels.

Letters of labels are Latin or Cyrillic: "а)" is read as "a)", "б)" as the second letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import labels, references
from tmtool.languages.alternatives import NEVER
from tmtool.languages.finding import Reading
from tmtool.languages.references import ReferenceForms
from tmtool.languages.ru.dates import month_pattern
from tmtool.model import Placeable

_TABLE = Path(__file__).with_name("references.tsv")


@cache
def _forms() -> ReferenceForms:
    return ReferenceForms(
        noun=references.noun_pattern(_TABLE, r"№№?\s?"),
        label=references.label_pattern("a-z"),
        joint=re.compile(r",?\s(?:и|или)\s|,\s"),
        dash=re.compile(r"\s?(?:[-–—‑]|--)\s?|\s(?:до|по)\s"),
        either=frozenset({"или"}),
        first=re.compile(NEVER),
        inserted={"бис": "bis", "тер": "ter", "кватер": "quater"},
        not_after=re.compile(rf"\s(?:(?i:{month_pattern()})|%|процент|тыс|млн|милли|час)|%|[,][0-9]|[-‑][а-я]"),
    )


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the references of a text."""
    return references.find(reading, _TABLE, _forms)


def find_labels(reading: Reading) -> Iterator[Placeable]:
    """Yields the labels in running text, as references to "letter"."""
    return labels.closed(reading.text)
