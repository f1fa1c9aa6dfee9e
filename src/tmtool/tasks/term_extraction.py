"""Proposes terms from files: bilingual ones with their translations, documents in one language without."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from tmtool.errors import InputError
from tmtool.formats.reading import read_document
from tmtool.formats.registry import detect
from tmtool.model import Unit
from tmtool.store.termbase import all_concepts
from tmtool.tasks.packaged import packaged_concepts
from tmtool.terminology.extraction import Candidate, extract


def extract_terms(
    connection: sqlite3.Connection | None,
    paths: Sequence[Path],
    *,
    source_language: str,
    target_language: str,
    limit: int,
) -> list[Candidate]:
    """At most `limit` candidates, the best first. Terms of the database are left out, of the packaged term base where
    there is none. Raises InputError for a file that cannot be read, and where bilingual files and documents are
    mixed: the second have no translation to look for."""
    pairs: list[tuple[str, str]] = []
    texts: list[str] = []
    for path in paths:
        if detect(path).read_units is not None:
            pairs += _pairs(path, source_language, target_language)
        else:
            texts += [segment.text for segment in read_document(path, language=source_language).segments]
    if pairs and texts:
        raise InputError(
            "bilingual files and documents in one language cannot be looked through together",
            "align the documents first with 'tmtool align', or name them alone",
        )
    distinct = list(dict.fromkeys(pairs))
    return extract(
        [source for source, _ in distinct] or list(dict.fromkeys(texts)),
        [target for _, target in distinct],
        packaged_concepts() if connection is None else all_concepts(connection),
        source_language=source_language,
        target_language=target_language,
        limit=limit,
    )


def _pairs(path: Path, source_language: str, target_language: str) -> Iterator[tuple[str, str]]:
    read_units = detect(path).read_units
    assert read_units is not None
    found = False
    for unit in read_units(path, source_language=source_language, target_language=target_language):
        if not isinstance(unit, Unit):
            continue
        source, target = unit.variant(source_language), unit.variant(target_language)
        if source is not None and target is not None:
            found = True
            yield source.text, target.text
    if not found:
        raise InputError(
            f"has no pair of {source_language} and {target_language}",
            "name the languages with --source-lang and --target-lang",
            path=path,
        )
