"""Knows Russian as documents of the United Nations write it."""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.languages.language import Language
from tmtool.languages.rendering import Change, Rewritten
from tmtool.languages.ru.inflection import forms
from tmtool.languages.ru.placeables import other_readings, placeables
from tmtool.languages.ru.spelling import fold, fold_case
from tmtool.model import Placeable

_ENDING = re.compile(r"(?<=\w{3})(?:ая|ое|[аяйеыоуь])(?!\w)")
_ENDING_OF_ADJECTIVE = re.compile(r"(?<=\w{3})[ыи]й(?!\w)")

_JOINTS = {" ": r"\w{0,4}\s", "-": r"\w{0,4}-"}
_ENDINGS = "(?:[ая](?:ми?|х|я)|[оеё](?:[ейюмв]|го|му)|[иы](?:[ейюмх]|ми)|[ую]ю|ь[юи]|[аеийоуыьюя])?"
"""The endings of nouns and adjectives, in place of those of the name."""
_INDECLINABLE = re.compile(r"\w+(?:[оуиеэю]|оа)")


def name_pattern(name: str) -> str:
    """Returns the expression of a name in all cases: "Гвинея-Бисау" is "Гвинеи-Бисау", "Того" never changes."""
    if _INDECLINABLE.fullmatch(name):
        return re.escape(name)
    *adjectives, noun = re.split("([ -])", name)
    parted = [*(_ENDING_OF_ADJECTIVE.sub("", part) for part in adjectives), noun]
    return "".join(_JOINTS.get(part) or re.escape(_ENDING.sub("", part)) for part in parted) + _ENDINGS


def _rewrite(text: str, place: Placeable, change: Change) -> Rewritten:
    """Writes a value, which adapting alone asks."""
    from tmtool.languages.ru.rendering import rewrite

    return rewrite(text, place, change)


def _unread(text: str, value: str) -> tuple[Placeable, ...]:
    """Finds a number that is said by no number, which adapting alone asks."""
    from tmtool.languages.ru.unread import unread

    return unread(text, value)


LANGUAGE = Language(
    tag="ru",
    folder=Path(__file__).parent,
    placeables=placeables,
    rewrite=_rewrite,
    other_readings=other_readings,
    unread=_unread,
    name_pattern=name_pattern,
    fold=fold,
    fold_case=fold_case,
    forms=forms,
    names_have_capitals=True,
)
