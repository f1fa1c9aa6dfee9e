"""Reads term bases as tables: with a header (docs/reference.md), or OmegaT, DeepL and UTX glossaries.

A row is a concept. Without header the columns are source, target and comment (OmegaT manual); DeepL adds
the two languages; UTX 1.x has its header in the last comment line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from tmtool.errors import InputError
from tmtool.formats.properties import add
from tmtool.formats.table.deepl import deepl_pair
from tmtool.formats.table.further_languages import FurtherLanguages
from tmtool.formats.table.header import TEXT, Column, columns_of, is_comment, languages_in, not_taken
from tmtool.formats.table.rows import Row, rows
from tmtool.languages import language_of
from tmtool.languages.tags import canonical, primary
from tmtool.model import NO_PROPERTIES, Concept, Notice, Skipped, Term, TermStatus
from tmtool.model.wording import say
from tmtool.text.composition import composed

_BARS = re.compile(r"(?<!\S)\|(?!\S)")
_SEPARATOR = re.compile(r"\s+\|\s+|\s+\|$|^\|\s+")
_UTX = re.compile(r"#UTX[^;]*;\s*([A-Za-z-]+)/([A-Za-z-]+)", re.IGNORECASE)
_STATUS = {
    **{status.value: status for status in TermStatus},
    "approved": TermStatus.PREFERRED,
    "provisional": TermStatus.ADMITTED,
    "non-standard": TermStatus.ADMITTED,
    "forbidden": TermStatus.DEPRECATED,
    "obsolete": TermStatus.SUPERSEDED,
}
"""Words of the model and of UTX for the status of the target language's term."""
_YES = frozenset({"true", "yes", "1", "x"})


def read_concepts(
    path: Path, *, source_language: str, target_language: str, only: frozenset[str] | None = None
) -> Iterator[Concept | Skipped | Notice]:
    """Yields the rows with terms in at least two languages as concepts, the others as `Skipped` with their line.

    The id of a concept is its own, or made from its first term. Repeated rows and ids
    are skipped with the reason. A `gender` or `number` describes the preferred terms of languages that have genders.
    Terms of further languages come from the tables of `further_languages`, which the file's folder may have.
    With `only`, rows without an id of these are passed over.
    Raises InputError if the meaning of the columns is not clear.
    """
    further = FurtherLanguages.beside(path, only)
    for entry in _read(path, source_language, target_language, only):
        yield further.added_to(entry) if isinstance(entry, Concept) else entry


def _read(
    path: Path, source_language: str, target_language: str, only: frozenset[str] | None
) -> Iterator[Concept | Skipped | Notice]:
    layout: _Layout | None = None
    source, target = canonical(source_language), canonical(target_language)
    deepl = deepl_pair(path)
    for row in rows(path, ids=only):
        if isinstance(row, Skipped):
            if layout is None:
                raise InputError(row.reason, say("repair the header"), path=path, line=row.line)
            yield row
            continue
        if layout is None or not layout.has_header:
            utx = _UTX.match(row.cells[0])
            if utx:
                source, target = canonical(utx[1]), canonical(utx[2])
            if is_comment(row.cells, source, target):
                continue
        if layout is None:
            layout = _glossary(*deepl, ignored=2) if deepl else _layout(row, path, source, target)
            if layout.has_header:
                yield from not_taken(layout.columns, row.line)
                continue
        if only is None or layout.id_of(row) in only:
            yield layout.concept(row)


def _layout(row: Row, path: Path, source: str, target: str) -> _Layout:
    columns = columns_of(row.cells, source, target)
    found = languages_in(columns)
    if len(found) > 1:
        return _Layout(columns, target, has_header=True)
    if not found and len(row.cells) in (2, 3):
        return _glossary(source, target)
    raise InputError(
        say("no two columns of known languages in the header ({cells})", cells=", ".join(row.cells)[:100]),
        say("name the languages with --source-lang and --target-lang, or put a header such as en<TAB>fr above"),
        path=path,
        line=row.line,
    )


def _glossary(source: str, target: str, *, ignored: int = 0) -> _Layout:
    """Returns the layout of a table without header: source, target, then a comment or columns that say nothing new."""
    columns = [Column(0, "source", TEXT, source), Column(1, "target", TEXT, target)]
    columns += [Column(2 + index, "", "ignored") for index in range(ignored)]
    columns.append(Column(len(columns), "comment", "" if ignored else "note"))
    return _Layout(tuple(columns), target, has_header=False)


def slug(term: str) -> str:
    """Returns an id from a term: lower case, accents off, words joined by hyphens; "" if nothing remains."""
    plain = unicodedata.normalize("NFKD", term.casefold().replace("œ", "oe").replace("æ", "ae"))
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return re.sub(r"[\W_]+", "-", letters).strip("-")


class _Layout:
    """Makes concepts from rows and remembers ids and rows that were there before."""

    def __init__(self, columns: tuple[Column, ...], target: str, *, has_header: bool) -> None:
        self.columns = columns
        self.has_header = has_header
        self.target = primary(target)
        self.id_columns = [column.index for column in columns if column.field == "id"]
        self._of_terms = [column for column in columns if column.field == TEXT]
        self._on_terms = [column for column in columns if column.language and column.field != TEXT]
        """The columns that describe the terms of one language."""
        self._others = [column for column in columns if not column.language and column.field not in (TEXT, "ignored")]
        self.lines_of_ids: dict[str, int] = {}
        self.lines_of_rows: dict[tuple[Term, ...], int] = {}

    def id_of(self, row: Row) -> str:
        """Returns the id that the row itself gives, empty for none."""
        return composed(next((row.cells[index] for index in self.id_columns if index < len(row.cells)), ""))

    def concept(self, row: Row) -> Concept | Skipped:
        if any(row.cells[len(self.columns) :]):
            return Skipped(
                say("the row has {cells} cells, the header {columns}", cells=len(row.cells), columns=len(self.columns)),
                row.line,
            )
        cells = [cell if cell != "-" else "" for cell in row.cells] + [""] * (len(self.columns) - len(row.cells))
        fields: dict[str, str] = {}
        properties: dict[str, str] = {}
        for column in self._others:
            value = composed(cells[column.index])
            if not value:
                continue
            if column.field in ("", "source", "target", "document", "context") or column.field in fields:
                add(properties, column.name, value)
            else:
                fields[column.field] = value
        terms = tuple(self._terms(cells, fields, properties))
        if len({primary(term.language) for term in terms}) < 2:
            return Skipped(say("the row has terms in fewer than two languages"), row.line)
        earlier = self.lines_of_rows.setdefault(terms, row.line)
        if earlier != row.line and "id" not in fields:
            return Skipped(say("the same terms are on line {earlier}", earlier=earlier), row.line)
        identity = fields.get("id") or self._new_id(terms[0].text, row.line)
        earlier = self.lines_of_ids.setdefault(identity, row.line)
        if earlier != row.line:
            return Skipped(
                say("the id {identity!r} is that of line {earlier}", identity=identity, earlier=earlier), row.line
            )
        contrasts = _split(fields.get("contrast", ""))
        return Concept(
            id=identity,
            terms=terms,
            domain=fields.get("domain", ""),
            definition=fields.get("definition", ""),
            note=fields.get("note", ""),
            contrasts=tuple(contrasts) if self.id_columns else tuple(slug(name) for name in contrasts),
            properties=properties or NO_PROPERTIES,
            line=row.line,
            date=fields.get("date", ""),
        )

    def _new_id(self, term: str, line: int) -> str:
        base = slug(term) or f"concept-{line}"
        identity, count = base, 1
        while identity in self.lines_of_ids:
            count += 1
            identity = f"{base}-{count}"
        return identity

    def _terms(self, cells: list[str], fields: dict[str, str], properties: dict[str, str]) -> Iterator[Term]:
        own = {
            (column.language, column.term_status, column.field): cells[column.index]
            for column in self._on_terms
            if cells[column.index]
        }
        of_target = self._target_status(fields, properties)
        seen: set[str] = set()
        for column in self._of_terms:
            for number, text in enumerate(_split(composed(cells[column.index]))):
                preferred = column.term_status is None and column.language not in seen
                status = column.term_status or (TermStatus.PREFERRED if preferred else TermStatus.ADMITTED)
                term = Term(text, column.language, status, part_of_speech=fields.get("pos", ""))
                if preferred:
                    seen.add(column.language)
                    term = _preferred(term, fields, own)
                    if of_target is not None and primary(column.language) == self.target:
                        term = replace(term, status=of_target)
                elif own and column.term_status is not None:
                    term = _further(term, number, own)
                yield term

    @staticmethod
    def _target_status(fields: dict[str, str], properties: dict[str, str]) -> TermStatus | None:
        if fields.get("forbidden", "").casefold() in _YES:
            return TermStatus.DEPRECATED
        written = fields.get("status", "")
        if written and written.casefold() not in _STATUS:
            add(properties, "status", written)
        return _STATUS.get(written.casefold())


_Own = dict[tuple[str, TermStatus | None, str], str]
"""What describes the terms of a row: by language, status (None for the preferred term) and field."""


def _preferred(term: Term, fields: dict[str, str], own: _Own) -> Term:
    """Returns the preferred term with its grammar: from its language's columns, else the row's if the language has
    genders."""
    grammar = fields if language_of(term.language).has_gender else {}
    given = {
        field: value for (language, status, field), value in own.items() if (language, status) == (term.language, None)
    }
    return _described(term, {"gender": grammar.get("gender", ""), "number": grammar.get("number", ""), **given})


def _further(term: Term, number: int, own: _Own) -> Term:
    """Returns one of several terms of a status, with its part of the cells that describe them; a cell without a bar
    holds for all."""
    given = {}
    for (language, status, field), cell in own.items():
        if (language, status) == (term.language, term.status):
            values = [value.strip() for value in _BARS.split(cell)]
            given[field] = values[0] if len(values) == 1 else values[number] if number < len(values) else ""
    return _described(term, given)


def _described(term: Term, given: dict[str, str]) -> Term:
    if not any(given.values()):  # Most terms: the packaged term base is read for each document that is checked.
        return term
    return Term(
        term.text,
        term.language,
        term.status,
        part_of_speech=given.get("pos") or term.part_of_speech,
        gender=given.get("gender", ""),
        number=given.get("number", ""),
        type=given.get("type", ""),
        note=given.get("note", ""),
        source=given.get("origin", ""),
        replaced_by=given.get("replaced_by", ""),
        bodies=_listed(given.get("body", "")),
        not_with=_listed(given.get("not_with", "")),
    )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip()) if cell else ()


def _split(cell: str) -> Iterable[str]:
    if not cell:
        return ()
    parts = _SEPARATOR.split(cell) if "|" in cell else (cell,)
    return [part.strip() for part in parts if part.strip()]
