"""Knows Russian as documents of the United Nations write it."""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.language import Language
from tmtool.languages.ru.inflection import forms
from tmtool.languages.ru.placeables import placeables
from tmtool.languages.ru.spelling import fold, fold_case

LANGUAGE = Language(
    tag="ru",
    folder=Path(__file__).parent,
    placeables=placeables,
    fold=fold,
    fold_case=fold_case,
    forms=forms,
    names_have_capitals=True,
)
