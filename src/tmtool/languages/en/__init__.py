"""Knows English as documents of the United Nations write it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tmtool.languages import phrases, tables
from tmtool.languages.en import dates, numerals, references, times
from tmtool.languages.en.inflection import forms
from tmtool.languages.en.rendering import rewrite
from tmtool.languages.en.spelling import words, words_written
from tmtool.languages.en.term_variants import CLASSES, variants
from tmtool.languages.language import Language
from tmtool.languages.value_order import values_by

if TYPE_CHECKING:
    from tmtool.languages.relative_clauses import RelativeClause
    from tmtool.languages.verb_groups import VerbGroup


def _relative_clauses(text: str) -> tuple[RelativeClause, ...]:
    """Returns the relative clauses whose verb tells a number, which checks alone ask."""
    from tmtool.languages.en.relative_clauses import relative_clauses

    return relative_clauses(text)


def _verb_groups(text: str) -> tuple[VerbGroup, ...]:
    """Returns the finite verbs of a text, which checks alone ask."""
    from tmtool.languages.en.verb_groups import verb_groups

    return verb_groups(text)


LANGUAGE = Language(
    tag="en",
    folder=Path(__file__).parent,
    words=words,
    words_written=words_written,
    forms=forms,
    endings=re.compile(r"(?<=\w{4})(?:ings?|ed|ly)$|(?<!s)s$"),
    word_classes=CLASSES,
    has_gender=False,
    variants=variants,
    verb_groups=_verb_groups,
    relative_clauses=_relative_clauses,
    sound_variants={"an": "a"},
    placeables=values_by(
        references=(references.find,),
        dates=(dates.find, dates.find_weekdays),
        times=times.find,
        labels=(references.find_labels,),
        numbers=(numerals.find,),
        excluders=(phrases.excluder(Path(__file__).with_name("not_numerals.txt"), numerals.vocabulary),),
    ),
    value_words=frozenset(
        (
            *numerals.vocabulary(),
            *dates.months(),
            *dates.weekdays(),
            *tables.words(Path(__file__).with_name("value_words.txt")),
        )
    ),
    value_joints=frozenset(("and", "to")),
    range_words=frozenset(("to", "through")),
    rewrite=rewrite,
    other_readings=numerals.other_readings,
    decimal_sign=".",
    ordinal_endings=("st", "nd", "rd", "th"),
    day_clock=times.on_day_clock,
)
