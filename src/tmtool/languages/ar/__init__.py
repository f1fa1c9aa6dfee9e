"""Knows Arabic as documents of the United Nations write it."""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.ar.dates import unlike_names
from tmtool.languages.ar.inflection import forms, readings
from tmtool.languages.ar.placeables import other_readings, placeables
from tmtool.languages.ar.spelling import fold, fold_case, words, words_written
from tmtool.languages.language import Language
from tmtool.languages.rendering import Change, Rewritten
from tmtool.model import Placeable

_PROCLITICS = "[وفبلك]{0,2}"
"""Small words written together with the next one."""


def name_pattern(name: str) -> str:
    """Returns the expression of a name, whose article loses its alif after ل: الاتحاد, للاتحاد."""
    return f"(?:ال|لل){re.escape(name[2:])}" if name.startswith("ال") else re.escape(name)


def adjective_pattern(stems: str) -> str:
    """Returns the expression of an adjective of a State in all its forms: الإسرائيليين, وللإسرائيلية."""
    return rf"{_PROCLITICS}(?:ال|ل)?(?:{stems})ي(?:ة|ين|ون|ات|تين|تان|ان|ا)?(?!\w)"


def _rewrite(text: str, place: Placeable, change: Change) -> Rewritten:
    """Writes a value, which adapting alone asks."""
    from tmtool.languages.ar.rendering import rewrite

    return rewrite(text, place, change)


def _unread(text: str, value: str) -> tuple[Placeable, ...]:
    """Finds a number that is said by no number, which adapting alone asks."""
    from tmtool.languages.ar.unread import unread

    return unread(text, value)


LANGUAGE = Language(
    tag="ar",
    folder=Path(__file__).parent,
    words=words,
    words_written=words_written,
    placeables=placeables,
    rewrite=_rewrite,
    unread=_unread,
    unlike_names=unlike_names,
    other_readings=other_readings,
    name_pattern=name_pattern,
    name_prefix=_PROCLITICS,
    adjective_pattern=adjective_pattern,
    marks={",": "،", ";": "؛", "?": "؟"},
    fold=fold,
    fold_case=fold_case,
    forms=forms,
    readings=readings,
    decimal_sign=".",
)
