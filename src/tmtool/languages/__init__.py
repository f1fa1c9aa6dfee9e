"""Holds the languages that tmtool knows: one folder a language, named by its primary subtag.

Others can be added from outside through the entry point group `tmtool.languages`, whose names are primary language
subtags and which is read only for a tag not found inside. What a folder can hold is told in `language.Language`.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from tmtool.languages import tables
from tmtool.languages.language import Language
from tmtool.languages.tables import of_every_language
from tmtool.languages.tags import primary
from tmtool.model.wording import say

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_GROUP = "tmtool.languages"


def get(tag: str) -> Language:
    """Returns the language of a BCP 47 tag, by its primary subtag: "fr", "fr-CH", "FR_fr" are one.

    Raises LookupError for a language that is not known.
    """
    found = _found(primary(tag))
    if found is None:
        raise LookupError(
            say("no language {language!r}; known are {known}", language=primary(tag), known=", ".join(supported()))
        )
    return found


def language_of(tag: str) -> Language:
    """Returns the language of a tag; for one that is not known, a language that has words and nothing else."""
    return _found(primary(tag)) or _unknown(primary(tag))


@cache
def function_words(tag: str) -> frozenset[str]:
    """Returns the words without content of a language, folded, and loads nothing else of one that comes with tmtool."""
    path = Path(__file__).parent / primary(tag) / "function_words.txt"
    if primary(tag) in supported() and path.is_file():
        return frozenset(tables.words(path))
    return language_of(tag).function_words


def rows(tag: str, table: str) -> list[tuple[str, ...]]:
    """Returns the rows of a table of a language, and loads nothing else of one that comes with tmtool; none if it has
    none of that name."""
    if primary(tag) not in supported():
        return language_of(tag).rows(table)
    path = Path(__file__).parent / primary(tag) / table
    return tables.rows(path) if path.is_file() else []


@cache
def supported() -> tuple[str, ...]:
    """Returns the primary subtags of the languages that come with tmtool, sorted."""
    folders = (init.parent.name for init in Path(__file__).parent.glob("*/__init__.py"))
    return tuple(sorted(name for name in folders if name != "pairs"))


@cache
def _found(tag: str) -> Language | None:
    if tag in supported():
        found: object = import_module(f"{__name__}.{tag}").LANGUAGE
        assert isinstance(found, Language)
        return found
    loaded = (entry.load() for entry in _entries(tuple(sys.path)) if entry.name == tag)
    return next((found for found in loaded if isinstance(found, Language)), None)


def every_table(name: str) -> list[Path]:
    """Returns the tables of that name of every language, those of other packages too. It is for what does not say its
    own language: to look for other packages takes some milliseconds."""
    own = (language.table(name) for language in _outside())
    return [*of_every_language(name), *(path for path in own if path)]


@cache
def _outside() -> tuple[Language, ...]:
    """Returns the languages that other packages add, by their tags."""
    tags = {entry.name for entry in _entries(tuple(sys.path))}.difference(supported())
    return tuple(found for tag in sorted(tags) if (found := _found(tag)))


@cache
def _entries(path: tuple[str, ...]) -> tuple[EntryPoint, ...]:
    """Returns what other packages on that path name as their languages. To look for it takes some milliseconds, and a
    document is asked about eight languages that have no folder (`identification`)."""
    from importlib.metadata import entry_points

    return tuple(entry_points(group=_GROUP))


@cache
def _unknown(tag: str) -> Language:
    return Language(tag)
