"""Knows Chinese as documents of the United Nations write it, in simplified characters."""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.language import Language

LANGUAGE = Language(
    tag="zh",
    folder=Path(__file__).parent,
    spaced=False,
    has_gender=False,
    decimal_sign=".",
)
