"""The languages of the house: one package a language, found by its tag.

A package of this folder that has a `LANGUAGE` is a language; others can be added from outside
through the entry point group `tmtool.languages`, whose names are primary language subtags and
which is read only for a tag not found inside.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from tmtool.languages.language import Language
from tmtool.languages.tags import primary


def get(tag: str) -> Language:
    """The language of a BCP 47 tag, by its primary subtag: "fr", "fr-CH", "FR_fr" are one.

    Raises LookupError for a language that is not known.
    """
    return _known(primary(tag))


def supported() -> tuple[str, ...]:
    """The primary subtags of the languages inside, sorted."""
    return tuple(sorted(language.tag for language in map(_load, _packages())))


@cache
def _known(primary: str) -> Language:
    for name in _packages():
        if (language := _load(name)).tag == primary:
            return language
    from importlib.metadata import entry_points

    for entry in entry_points(group="tmtool.languages", name=primary):
        found = entry.load()
        if isinstance(found, Language):
            return found
    raise LookupError(f"no language {primary!r}; known are {', '.join(supported())}")


def _packages() -> list[str]:
    inside = (init.parent.name for init in Path(__file__).parent.glob("*/__init__.py"))
    return sorted(name for name in inside if name != "pairs")


@cache
def _load(name: str) -> Language:
    language = import_module(f"{__name__}.{name}").LANGUAGE
    assert isinstance(language, Language)
    return language
