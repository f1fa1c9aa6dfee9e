"""Writes concepts as tables that `term_table` reads back: ours (TSV, CSV, XLSX), UTX, and glossaries for OmegaT.

A row of our table is a concept, with columns as in `termbase/`; what has no place there is counted as a loss. In the
other two a row is a pair of terms: UTX 1.11 has a status, OmegaT's glossary (its manual, "Glossaries") a comment, in
which the terms not to be used are named, since it would offer them as right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tmtool.formats.registry import Written
from tmtool.formats.table.header import LANGUAGE_FIELDS, columns_of, languages_in
from tmtool.formats.table.writing import BREAKS, written_table
from tmtool.formats.writing import whole_file
from tmtool.languages.tags import primary
from tmtool.model import Concept, Term, TermStatus

_CONCEPT_COLUMNS = frozenset({"id", "domain", "definition", "note", "contrast", "date"})
_BAR = re.compile(r"(?<!\S)\|(?!\S)")
_FURTHER = (TermStatus.ADMITTED, TermStatus.DEPRECATED, TermStatus.SUPERSEDED)
_FREE_FIELDS = frozenset({"", "source", "target", "document", "context"})
"""Fields of a table's columns that a term table keeps as properties."""
_UTX_STATUS = {
    TermStatus.PREFERRED: "approved",
    TermStatus.ADMITTED: "non-standard",
    TermStatus.DEPRECATED: "forbidden",
    TermStatus.SUPERSEDED: "forbidden",
}
_OMEGAT_HEADER = "# Glossary in tab-separated format -*- coding: utf-8 -*-"


def write_concepts(path: Path, concepts: Iterable[Concept], *, source_language: str, target_language: str) -> Written:
    """Write one row a concept, with columns for every language and property there is; or UTX, by the path's ending."""
    if path.suffix.lower() == ".utx":
        return write_utx(path, concepts, source_language=source_language, target_language=target_language)
    whole = list(concepts)
    losses: Counter[str] = Counter()
    languages = _languages(whole, source_language, target_language)
    for language in languages:
        if not languages_in(columns_of([language], source_language, target_language)):
            count = sum(term.language == language for concept in whole for term in concept.terms)
            losses[f"terms in {language}, which an import keeps as remarks unless it is told the language"] += count
    properties = _properties(whole, losses)
    rows = [_Row(concept, losses) for concept in whole]
    names = ["id"]
    for language in languages:
        names += [language, *(f"{language}_{field}" for field in LANGUAGE_FIELDS)]
        for status in _FURTHER:
            further = f"{language}_{status.value}"
            names += [further, *(f"{further}_{field}" for field in LANGUAGE_FIELDS)]
    names += ["pos", "domain", "definition", "note", "contrast", "date", *properties]
    keeps_breaks = path.suffix.lower() in (".xlsx", ".csv")
    with written_table(path) as write:
        used = [name for name in names if name in (languages[0], languages[-1]) or any(row.cell(name) for row in rows)]
        write(used)
        for row in rows:
            cells = [row.cell(name) for name in used]
            losses["line breaks"] += 0 if keeps_breaks else sum(BREAKS.search(cell) is not None for cell in cells)
            write(cells)
    return Written(len(rows), +losses)


def _languages(concepts: Sequence[Concept], source_language: str, target_language: str) -> list[str]:
    """The languages of the pair first, then the others; as columns name them."""
    found = dict.fromkeys(term.language for concept in concepts for term in concept.terms)
    pair = [tag for tag in found if primary(tag) == primary(source_language)]
    pair += [tag for tag in found if primary(tag) == primary(target_language) and tag not in pair]
    return list(dict.fromkeys((*pair, *found))) or [source_language, target_language]


def _properties(concepts: Sequence[Concept], losses: Counter[str]) -> list[str]:
    """The names of properties that a column can bear without being taken for something else."""
    found = Counter(name for concept in concepts for name in concept.properties)
    fitting = []
    for name, times in found.items():
        (column,) = columns_of([name], "", "")
        if name == BREAKS.sub(" ", name).strip() and column.field in _FREE_FIELDS and not column.language:
            fitting.append(name)
        else:
            losses[f"property {BREAKS.sub(' ', name)!r}"] += times
    return sorted(fitting)


class _Row:
    """The cells of one concept by the names of their columns."""

    def __init__(self, concept: Concept, losses: Counter[str]) -> None:
        self._losses = losses
        self._cells = {
            "id": concept.id,
            "domain": concept.domain,
            "definition": concept.definition,
            "note": concept.note,
            "contrast": " | ".join(concept.contrasts),
            "date": concept.date,
            **{name: value for name, value in concept.properties.items() if name not in _CONCEPT_COLUMNS},
        }
        parts = {term.part_of_speech for term in concept.terms}
        shared = parts.pop() if len(parts) == 1 else ""
        self._cells["pos"] = shared
        if len({primary(term.language) for term in concept.terms}) < 2:
            losses["concepts in one language, which an import of tables passes over"] += 1
        for language in dict.fromkeys(term.language for term in concept.terms):
            self._fill(language, [term for term in concept.terms if term.language == language], shared)

    def _fill(self, language: str, terms: Sequence[Term], shared: str) -> None:
        preferred = [term for term in terms if term.status is TermStatus.PREFERRED]
        self._losses["second preferred terms, written as admitted"] += max(0, len(preferred) - 1)
        self._cells[language] = self._joined(preferred[:1])
        admitted = [*preferred[1:], *(term for term in terms if term.status is TermStatus.ADMITTED)]
        for status in _FURTHER:
            found = admitted if status is TermStatus.ADMITTED else [term for term in terms if term.status is status]
            self._cells[f"{language}_{status.value}"] = self._joined(found)
            described = [_description(term, shared) for term in found]
            for field in LANGUAGE_FIELDS:
                values = [description[field] for description in described]
                if any(values):
                    self._losses["bars inside notes"] += sum(_BAR.search(value) is not None for value in values)
                    self._cells[f"{language}_{status.value}_{field}"] = " | ".join(
                        _BAR.sub("/", value) for value in values
                    ).strip()
        for term in preferred[:1]:
            self._cells |= {f"{language}_{field}": value for field, value in _description(term, shared).items()}
        for term in terms:
            self._losses["semicolons inside bodies or words to avoid"] += sum(
                ";" in value for value in (*term.bodies, *term.not_with)
            )

    def _joined(self, terms: Sequence[Term]) -> str:
        self._losses["bars inside terms"] += sum(" | " in term.text for term in terms)
        return " | ".join(term.text.replace(" | ", " / ") for term in terms)

    def cell(self, name: str) -> str:
        """What stands in a column, "" for nothing."""
        return self._cells.get(name, "")


def _description(term: Term, shared: str) -> dict[str, str]:
    """What there is to say of a term, by the ends of the columns' names; `shared` is the part of speech of the row."""
    return {
        "pos": term.part_of_speech if term.part_of_speech != shared else "",
        "gender": term.gender,
        "number": term.number,
        "type": term.type,
        "note": term.note,
        "source": term.source,
        "replaced_by": term.replaced_by,
        "body": "; ".join(term.bodies),
        "not_with": "; ".join(term.not_with),
    }


def _pairs(concept: Concept, source_language: str, target_language: str) -> Iterator[tuple[Term, Term]]:
    """Each accepted source term with each target term, the best first."""
    for source in concept.in_language(source_language):
        if source.status.accepted:
            for target in concept.in_language(target_language):
                yield source, target


def write_utx(path: Path, concepts: Iterable[Concept], *, source_language: str, target_language: str) -> Written:
    """Write a UTX 1.11 dictionary: a row for each pair of terms with its status."""
    losses: Counter[str] = Counter()
    count = 0
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with whole_file(path) as stream:
        stream.write(f"#UTX 1.11; {source_language}/{target_language}; {now}; copyright: -; license: -;\r\n")
        stream.write("#src\ttgt\tsrc:pos\tterm status\tcomment\tconcept ID\r\n")
        for concept in concepts:
            lines = list(_utx_lines(concept, source_language, target_language))
            if not lines:
                losses["concepts without terms in both languages"] += 1
                continue
            count += 1
            stream.writelines(f"{line}\r\n" for line in dict.fromkeys(lines))
            _count_pair_losses(concept, losses, source_language, target_language)
            losses["superseded terms, written as forbidden"] += sum(
                term.status is TermStatus.SUPERSEDED for term in concept.in_language(target_language)
            )
    return Written(count, +losses)


def _utx_lines(concept: Concept, source_language: str, target_language: str) -> Iterator[str]:
    for source, target in _pairs(concept, source_language, target_language):
        # What may be written for a synonym of the source is no better than the synonym is.
        status = target.status if not target.status.accepted else max(source.status, target.status, key=_rank)
        cells = (source.text, target.text, source.part_of_speech, _UTX_STATUS[status], concept.note, concept.id)
        yield "\t".join(BREAKS.sub(" ", cell) or "-" for cell in cells)


def _rank(status: TermStatus) -> int:
    return tuple(TermStatus).index(status)


def write_omegat(path: Path, concepts: Iterable[Concept], *, source_language: str, target_language: str) -> Written:
    """Write a glossary for OmegaT: source, target, comment; the comment names the terms not to be used."""
    losses: Counter[str] = Counter()
    count = 0
    with whole_file(path) as stream:
        stream.write(_OMEGAT_HEADER + "\n")
        for concept in concepts:
            pairs = [
                (source, target)
                for source, target in _pairs(concept, source_language, target_language)
                if target.status.accepted
            ]
            if not pairs:
                losses["concepts without terms to be used in both languages"] += 1
                continue
            count += 1
            comment = BREAKS.sub(" ", _comment(concept, target_language))
            for source, target in pairs:
                cells = (source.text, target.text, comment)
                stream.write("\t".join(BREAKS.sub(" ", cell).strip() for cell in cells).rstrip("\t") + "\n")
            _count_pair_losses(concept, losses, source_language, target_language)
            losses["definitions"] -= bool(concept.definition)
            losses["grammar and notes of terms"] += sum(bool(term.part_of_speech) for term, _ in pairs[:1])
    return Written(count, +losses)


def _comment(concept: Concept, target_language: str) -> str:
    wrong = ", ".join(term.text for term in concept.in_language(target_language) if not term.status.accepted)
    parts = (concept.note, f"not: {wrong}" if wrong else "", concept.definition)
    return "; ".join(part.rstrip(".") for part in parts if part)


def _count_pair_losses(concept: Concept, losses: Counter[str], source_language: str, target_language: str) -> None:
    """What a row of two terms has no place for."""
    pair = {primary(source_language), primary(target_language)}
    counted: tuple[tuple[str, Callable[[Term], object]], ...] = (
        ("terms in other languages", lambda term: primary(term.language) not in pair),
        (
            "source terms not to be used",
            lambda term: primary(term.language) != primary(target_language) and not term.status.accepted,
        ),
        ("grammar and notes of terms", lambda term: term.gender or term.number or term.note or term.type),
        ("successors of superseded terms", lambda term: term.replaced_by),
        ("sources of terms", lambda term: term.source),
        ("bodies that prefer a term", lambda term: term.bodies),
        ("words not to stand beside a term", lambda term: term.not_with),
    )
    for name, has in counted:
        losses[name] += sum(bool(has(term)) for term in concept.terms)
    losses["domains"] += bool(concept.domain)
    losses["dates"] += bool(concept.date)
    losses["definitions"] += bool(concept.definition)
    losses["contrasts"] += len(concept.contrasts)
    losses["properties"] += len(concept.properties)
