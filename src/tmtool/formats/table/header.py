"""What do the columns of a table mean?

By the names in its header: the known ones of ``columns.tsv``, language tags and names, and for terms
``fr_deprecated`` and the like. All others are properties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from tmtool.languages import supported
from tmtool.languages.locale_codes import is_code
from tmtool.languages.naming import named
from tmtool.languages.tags import canonical, primary
from tmtool.model import Notice, TermStatus
from tmtool.model.wording import say

TEXT = "text"
TERM_FIELDS = frozenset({"domain", "definition", "pos", "gender"})
LANGUAGE_FIELDS = {
    "pos": "pos",
    "gender": "gender",
    "number": "number",
    "type": "type",
    "note": "note",
    "source": "origin",
    "replaced_by": "replaced_by",
    "body": "body",
    "not_with": "not_with",
}
"""What describes a term: the end of a column's name (``fr_note`` for the preferred term, ``fr_admitted_note`` for the
admitted ones in their order, separated as they are), and the field that it fills."""
_TAG = re.compile(r"[a-z]{2,3}([-_][a-z]{4})?([-_]([a-z]{2}|\d{3}))?")
"""A language with script and region, which is all that a column is named by."""
_FURTHER_TERMS = frozenset({"admitted", "deprecated", "superseded"})
_GLOSSARY = ("# glossary in tab-separated format", "#utx")
"""How the first line of OmegaT's and of UTX's tables begins, in lower case."""


@dataclass(frozen=True, slots=True)
class Column:
    """A `Column` is a column: its place (from 0), its name as it is written, and what it fills.

    `field` is TEXT for the text or term in `language`, a name of columns.tsv, or "" for a property.
    With a `language` a field is that of the preferred term; `term_status` is set for further terms, and for what
    describes them.
    """

    index: int
    name: str
    field: str = ""
    language: str = ""
    term_status: TermStatus | None = None


def columns_of(names: list[str], source_language: str, target_language: str) -> tuple[Column, ...]:
    """Returns the columns that a header names; ``source`` and ``target`` are texts if no language has a column."""
    known = _languages(source_language, target_language)
    columns = [_column(index, name, known) for index, name in enumerate(names)]
    fields = [column.field for column in columns]
    if TEXT not in fields and "source" in fields and "target" in fields:
        pair = {"source": source_language, "target": target_language}
        for field, language in pair.items():
            place = fields.index(field)
            columns[place] = Column(place, names[place], TEXT, language)
    return _with_notes_of_languages(columns)


def _with_notes_of_languages(columns: list[Column]) -> tuple[Column, ...]:
    """Returns the columns, in which those of notes are each for the language before it where each language has one:
    MateCat calls them all ``Notes``."""
    languages = [column for column in columns if column.field == TEXT and column.term_status is None]
    notes = [column for column in columns if column.field == "note" and not column.language]
    in_turn = sorted((*languages, *notes), key=lambda column: column.index)
    if len(notes) < 2 or in_turn[::2] != languages or in_turn[1::2] != notes:
        return tuple(columns)
    for language, note in zip(languages, notes, strict=True):
        columns[note.index] = replace(note, language=language.language)
    return tuple(columns)


def _column(index: int, name: str, known: frozenset[str]) -> Column:
    key = name.lstrip("#").strip().casefold()
    field = _named("columns.tsv").get(key, "")
    if field:
        return Column(index, name, field)
    stem, _, ending = key.rpartition("_")  # before the whole name: fr_note has the shape of language and script
    language = _language(stem, known)
    if language and ending in _FURTHER_TERMS:
        return Column(index, name, TEXT, language, TermStatus(ending))
    if described := _describing(index, name, key, known):
        return described
    language = _language(key, known)
    if language:
        return Column(index, name, TEXT, language)
    return Column(index, name)


def _describing(index: int, name: str, key: str, known: frozenset[str]) -> Column | None:
    """Returns the column of what describes terms of a language: of the preferred one, or of those of another status."""
    for ending, field in LANGUAGE_FIELDS.items():
        if not key.endswith(f"_{ending}"):
            continue
        stem = key.removesuffix(f"_{ending}")
        if language := _language(stem, known):
            return Column(index, name, field, language)
        stem, _, status = stem.rpartition("_")
        language = _language(stem, known)
        if language and status in _FURTHER_TERMS:
            return Column(index, name, field, language, TermStatus(status))
    return None


def _language(name: str, known: frozenset[str]) -> str:
    """Returns the tag that a column name means: a tag, or a language's name with or without a country."""
    if _TAG.fullmatch(name) and primary(name) in known:
        return canonical(name)
    return named(name, *sorted(known - frozenset(supported())))


def _languages(*wanted: str) -> frozenset[str]:
    return frozenset(primary(tag) for tag in (*supported(), *wanted) if tag)


@cache
def _named(file: str) -> dict[str, str]:
    text = files("tmtool.formats.table").joinpath(file).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return dict(line.split("\t", 1) for line in lines[1:])


def _languages_not_taken(columns: tuple[Column, ...]) -> tuple[str, ...]:
    """Returns the names of columns that are those of a language by their look, and are kept as properties: tmtool does
    not know it, and nobody has named it."""
    return tuple(
        column.name
        for column in columns
        if not column.field
        and not column.language
        and _TAG.fullmatch(column.name.strip().casefold())
        and is_code(column.name)
    )


def not_taken(columns: tuple[Column, ...], line: int) -> Iterator[Notice]:
    """Yields a notice where columns are those of languages that are not taken for text."""
    if names := _languages_not_taken(columns):
        noticed = say(
            "kept as properties, not as texts: {names}; name a language with --source-lang or --target-lang to take it",
            names=", ".join(names)[:80],
        )
        yield Notice(noticed, line)


def languages_in(columns: tuple[Column, ...]) -> frozenset[str]:
    """Returns the languages that have a column of text."""
    return frozenset(column.language for column in columns if column.field == TEXT)


def is_comment(cells: list[str], source_language: str, target_language: str) -> bool:
    """Tells whether a row above the others is a remark: it begins with ``#`` and is no header (``#``, ``en``,
    ``fr``)."""
    return cells[0].startswith("#") and len(languages_in(columns_of(cells, source_language, target_language))) < 2


def describes_terms(columns: tuple[Column, ...]) -> bool:
    """Tells whether the header is that of a term table: a column of further terms, or one only terms have."""
    return any(
        column.term_status is not None or (column.field in TERM_FIELDS and not column.language) for column in columns
    )


def opens_glossary(first_line: str) -> bool:
    """Tells whether the first line of a table says that it is a glossary (OmegaT, UTX), whatever its columns are."""
    return first_line.lower().startswith(_GLOSSARY)
