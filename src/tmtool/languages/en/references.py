"""Finds English references: "agenda item 3 (a)", "resolution 2127 (2013)", "annex II", "Nos. 5 and 6", list labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import references
from tmtool.languages.alternatives import NEVER
from tmtool.languages.en.dates import month_pattern
from tmtool.languages.finding import Reading
from tmtool.languages.references import ReferenceForms
from tmtool.languages.tables import any_word
from tmtool.model import Placeable, PlaceableKind, Span

_AFTER_THE_PRONOUN = any_word(Path(__file__).parent, "after-the-pronoun")
_TABLE = Path(__file__).with_name("references.tsv")
_LABEL = r"\(([a-z](?:\.[0-9]{1,2})?|[ivx]{2,5}|[0-9]{1,3}(?:\.[0-9]{1,2})?)\)"


@cache
def _list_label() -> re.Pattern[str]:
    label = r"\((?:[a-z]|[ivx]{2,5})\)"
    return re.compile(rf"(?<![\w).])(?P<number>[0-9]++(?:\.[0-9]++)*+)?(?P<labels>(?:{label})++)(?!\w)")


@cache
def _forms() -> ReferenceForms:
    return ReferenceForms(
        noun=references.noun_pattern(_TABLE, r"nos?\.\s?"),
        label=re.compile(_LABEL),
        # items 5 (conclusion), 8 and 9
        joint=re.compile(
            r"(?:\s\((?:conclusion|concluded|continu(?:ed|ation)|cont[’']?d?\.?)\))?"
            r"(?:,\s(?:and|or)\s|\s(?:and/or|and|or|&)\s|,\s)"
        ),
        dash=re.compile(r"\s?[-–—‑]\s?|\s(?:to|through)\s"),
        either=frozenset({"or"}),
        first=re.compile(NEVER),
        not_after=re.compile(
            rf"\s(?:{month_pattern()}|per\s?cent|million|billion|[ap]\.?m(?!\w))|%|[.,][0-9]"
            rf"|(?<=\sI)\s(?:{_AFTER_THE_PRONOUN})(?!\w)"
        ),
    )


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the references of a text."""
    return references.find(reading, _TABLE, _forms)


def find_labels(reading: Reading) -> Iterator[Placeable]:
    """Yields the labels in running text, as references to "letter": "(a)" is "letter:a", "(b)(iv)" is "letter:b.iv",
    and "2(b)" is "letter:2.b"."""
    if "(" not in reading.text:
        return
    for match in _list_label().finditer(reading.text):
        labels = match["labels"][1:-1].split(")(")
        value = ".".join([match["number"], *labels] if match["number"] else labels)
        yield Placeable(PlaceableKind.REFERENCE, Span(*match.span()), f"letter:{value}")
