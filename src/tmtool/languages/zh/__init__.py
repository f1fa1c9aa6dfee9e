"""Knows Chinese as documents of the United Nations write it, in simplified characters."""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.language import Language
from tmtool.languages.rendering import Change, Rewritten
from tmtool.languages.zh.placeables import placeables
from tmtool.languages.zh.references import other_readings
from tmtool.model import Placeable


def _rewrite(text: str, place: Placeable, change: Change) -> Rewritten:
    """Writes a value, which adapting alone asks."""
    from tmtool.languages.zh.rendering import rewrite

    return rewrite(text, place, change)


def _unread(text: str, value: str) -> tuple[Placeable, ...]:
    """Finds a number that is said by no number, which adapting alone asks."""
    from tmtool.languages.zh.unread import unread

    return unread(text, value)


LANGUAGE = Language(
    tag="zh",
    folder=Path(__file__).parent,
    spaced=False,
    placeables=placeables,
    other_readings=other_readings,
    rewrite=_rewrite,
    unread=_unread,
    marks=dict(zip(".,;:?!", "。，；：？！", strict=True)),
    has_gender=False,
    decimal_sign=".",
)
