"""Knows Arabic as documents of the United Nations write it."""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.ar.dates import unlike_names
from tmtool.languages.ar.inflection import forms, readings
from tmtool.languages.ar.placeables import other_readings, placeables
from tmtool.languages.ar.spelling import fold, fold_case, words
from tmtool.languages.language import Language

LANGUAGE = Language(
    tag="ar",
    folder=Path(__file__).parent,
    words=words,
    placeables=placeables,
    unlike_names=unlike_names,
    other_readings=other_readings,
    name_prefix="[وفبلك]{0,2}",
    marks={",": "،", ";": "؛", "?": "؟"},
    fold=fold,
    fold_case=fold_case,
    forms=forms,
    readings=readings,
    decimal_sign=".",
)
