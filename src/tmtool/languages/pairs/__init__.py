"""Holds the pairs of languages that tmtool knows: one package a pair, named by both tags, "en_fr".

A package of this folder defines a `PAIR`; others can be added from outside through the entry point group
`tmtool.language_pairs`, whose names are made alike and which is read only for a pair not found inside.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.tags import primary


def get(source: str, target: str) -> LanguagePair | None:
    """Returns what is known of two BCP 47 tags together, in that direction, or None for a pair that is not known.

    A pair serves both directions, as far as its tables do.
    """
    return _known(primary(source), primary(target))


@cache
def _known(source: str, target: str) -> LanguagePair | None:
    if source == target:
        return None
    for first, second in ((source, target), (target, source)):
        if (Path(__file__).parent / f"{first}_{second}" / "__init__.py").is_file():
            return _in_direction(import_module(f"{__name__}.{first}_{second}").PAIR, source)
    from importlib.metadata import entry_points

    for first, second in ((source, target), (target, source)):
        for entry in entry_points(group="tmtool.language_pairs", name=f"{first}_{second}"):
            return _in_direction(entry.load(), source)
    return None


def _in_direction(pair: object, source: str) -> LanguagePair:
    assert isinstance(pair, LanguagePair)
    return pair if pair.source == source else pair.turned()
