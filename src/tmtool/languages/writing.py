"""Tells how a language is written: in which scripts, with which letters, and from which side.

From the `writing.tsv` of each language's folder, and `common_words.tsv` for languages that have no folder.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from tmtool import languages
from tmtool.languages import tables
from tmtool.languages.tags import canonical, primary

_FROM_THE_RIGHT = frozenset({"ARABIC", "HEBREW", "SYRIAC", "THAANA", "NKO"})
_SUBTAGS = {"Arab": "ARABIC", "Hebr": "HEBREW", "Syrc": "SYRIAC", "Thaa": "THAANA", "Nkoo": "NKO"}
"""Subtags of scripts that are written from the right (ISO 15924), as the names of their letters begin."""


@cache
def scripts(tag: str) -> frozenset[str]:
    """Returns the scripts of a language, by the first word of the names of their letters; none for one of which nothing
    is known."""
    return frozenset(_texts("script", primary(tag)))


@cache
def letters(tag: str) -> frozenset[str]:
    """Returns the letters with marks that a language is written with, in lower case; none for one that has none."""
    return frozenset("".join(_texts("letters", primary(tag))))


@cache
def is_right_to_left(tag: str) -> bool:
    """Tells whether lines of a language begin on the right: by its script where the tag names one, else by the script
    that the language is written in."""
    named = [part for part in canonical(tag).split("-")[1:] if len(part) == 4 and part.isalpha()]
    return bool(_FROM_THE_RIGHT & ({_SUBTAGS.get(named[0], "")} if named else scripts(tag)))


def begins_on_the_right(text: str) -> bool:
    """Tells whether a text is read from the right, by its first letter (Unicode Standard Annex 9, P2)."""
    if text.isascii():
        return False
    kinds = map(unicodedata.bidirectional, text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


def direction(tag: str) -> str:
    """Returns the direction of a language's lines as HTML and XLIFF write it: "rtl" or "ltr"."""
    return "rtl" if is_right_to_left(tag) else "ltr"


def language_of_script(script: str) -> str:
    """Returns the language that a script stands for, "" for an unknown one."""
    own = (tag for tag in languages.supported() if script in scripts(tag))
    return next(own, "") or next((tag for tag, text in _without_folder("script") if text == script), "")


def _texts(kind: str, tag: str) -> list[str]:
    if own := languages.rows(tag, "writing.tsv"):
        return [text for what, text in own if what == kind]
    return [text for of, text in _without_folder(kind) if of == tag]


@cache
def _without_folder(kind: str) -> tuple[tuple[str, str], ...]:
    rows = tables.rows(Path(__file__).with_name("common_words.tsv"))
    return tuple((tag, text) for what, tag, text in rows if what == kind)
