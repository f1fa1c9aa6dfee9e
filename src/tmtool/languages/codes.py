"""Knows how other programs call languages: by codes of three letters (ISO 639-3), and by name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.tags import canonical, is_tag, primary


def tag_of(name: str) -> str:
    """Returns the tag that a code means (``en_GB``, ``EN``, ``eng``), "" for what can be none."""
    tag = canonical(name) if is_tag(name) else ""
    return _by_long_code().get(tag, tag)


def long_code(tag: str) -> str:
    """Returns the code of three letters of a tag's language, the tag itself if it is not known."""
    return _known().get(primary(tag), (tag, tag, tag))[0]


def name_of(tag: str) -> str:
    """Returns the English name of a tag's language, the tag itself if it is not known."""
    return _known().get(primary(tag), (tag, tag, tag))[1]


def own_name_of(tag: str) -> str:
    """Returns the name that a tag's language gives itself, the tag if it is not known."""
    return _known().get(primary(tag), (tag, tag, tag))[2]


@cache
def _known() -> Mapping[str, tuple[str, str, str]]:
    rows = tables.rows(Path(__file__).with_name("codes.tsv"))
    return {short: (long, name, own_name) for short, long, name, own_name in rows}


@cache
def _by_long_code() -> Mapping[str, str]:
    return {names[0]: short for short, names in _known().items()}
