"""Finds the authored memories and the term base that travel with tmtool."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from tmtool.formats.table.further_languages import files_beside
from tmtool.formats.table.term_reading import read_concepts
from tmtool.languages import default_pair
from tmtool.model import Concept
from tmtool.tasks.packaged_words import ids_by_word, ids_with
from tmtool.text.term_words import words_of

_FIRST: list[frozenset[str]] = []
"""The ids of the concepts that the first pairs of this process may hold."""


def packaged_folder(name: str) -> Path:
    """Returns the folder ``memories`` or ``termbase``: package data of an installed tmtool, or the folder of the
    repository when run from a checkout."""
    installed = Path(str(resources.files("tmtool"))) / "data" / name
    return installed if installed.is_dir() else Path(__file__).parents[3] / name


def packaged_concepts() -> list[Concept]:
    """Returns the term base that travels with tmtool, read from its tables."""
    return list(_concepts())


def packaged_for_texts(texts: Iterable[str], language: str) -> list[Concept] | None:
    """Returns the packaged concepts that may be in texts of a language, as `Concepts.for_texts` gives those of a home;
    None where only a look at all of them can tell."""
    ids = _ids_in(texts, language)
    return None if ids is None else [concept for concept in _concepts(_read_with(ids)) if concept.id in ids]


def packaged_for_pairs(sources: Iterable[str], targets: Iterable[str], *languages: str) -> list[Concept] | None:
    """Returns the packaged concepts that may be in the sources or the targets, and perhaps others; None where only a
    look at all of them can tell.

    Who asks once in a process waits for few of them to be read. Who goes on to ask for other texts, as an editor does,
    gets all from then on: what is worked out for them once then serves all texts.
    """
    both = [_ids_in(texts, language) for texts, language in zip((sources, targets), languages, strict=True)]
    some = [ids for ids in both if ids is not None]
    if len(some) < len(both):
        return None
    ids = frozenset[str]().union(*some)
    if not _FIRST:
        _FIRST.append(ids)
    return list(_concepts(_read_with(ids) if ids <= _FIRST[0] else None))


def needed_by_packaged(language: str) -> Mapping[str, Collection[str]] | None:
    """Returns by the words that packaged terms of a language need the ids of their concepts, as `Recogniser` takes
    them; None where that is not known."""
    return ids_by_word(language, packaged_tables())


def _read_with(ids: frozenset[str]) -> frozenset[str]:
    """Returns the ids of the concepts that were read first, where these are among them: the tables are then read once
    for a document and its alignment."""
    return _FIRST[0] if _FIRST and ids <= _FIRST[0] else ids


def _ids_in(texts: Iterable[str], language: str) -> frozenset[str] | None:
    words = frozenset[str]().union(*(words_of(text, language) for text in texts))
    return ids_with(words, language, packaged_tables())


@cache
def packaged_tables() -> tuple[Path, ...]:
    """Returns the tables of the packaged term base, and those of further languages beside them."""
    tables = sorted(packaged_folder("termbase").glob("*.tsv"))
    return (*tables, *files_beside(tables[0]))


@lru_cache(maxsize=4)  # what is repaired or edited is checked again and again
def _concepts(only: frozenset[str] | None = None) -> tuple[Concept, ...]:
    return tuple(
        entry
        for path in sorted(packaged_folder("termbase").glob("*.tsv"))
        for entry in read_concepts(
            path, source_language=default_pair.SOURCE, target_language=default_pair.TARGET, only=only
        )
        if isinstance(entry, Concept)
    )
