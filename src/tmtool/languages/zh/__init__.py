"""Knows Chinese as documents of the United Nations write it, in simplified characters."""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.language import Language
from tmtool.languages.zh.placeables import placeables

LANGUAGE = Language(
    tag="zh",
    folder=Path(__file__).parent,
    spaced=False,
    placeables=placeables,
    marks=dict(zip(".,;:?!", "。，；：？！", strict=True)),
    has_gender=False,
    decimal_sign=".",
)
