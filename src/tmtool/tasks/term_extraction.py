"""Proposes terms from files: bilingual ones with their translations, documents in one language without."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tmtool.errors import InputError
from tmtool.formats.format import ConceptWriter
from tmtool.formats.reading import read_document
from tmtool.formats.registry import detect
from tmtool.formats.table.header import TEXT, columns_of
from tmtool.formats.table.rows import Row, rows
from tmtool.languages.naming import name_of
from tmtool.languages.tags import primary
from tmtool.model import Concept, Term, Unit
from tmtool.model.wording import say
from tmtool.store.home import Home
from tmtool.tasks.document_language import language_told
from tmtool.tasks.packaged import packaged_concepts
from tmtool.terminology.candidates import Candidate
from tmtool.terminology.extraction import extract

_REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Extraction:
    """An `Extraction` is terms proposed, the best first, from the file or files of that name. `rejected` are the terms
    that were not to be proposed, with the translations that they were rejected with ("" for none); `domains` those of
    the term base.
    """

    name: str
    source_language: str
    target_language: str
    candidates: tuple[Candidate, ...]
    rejected: tuple[tuple[str, str], ...] = ()
    domains: tuple[str, ...] = ()

    def concepts(self) -> Iterator[Concept]:
        """Yields the candidates as entries of a term base, those without translation in one language."""
        for one in self.candidates:
            others = [other.target for other in one.alternatives if other.target != one.target]
            properties = {"count": str(one.count), "others": " | ".join(others), "example": one.contexts[0].source}
            own = "" if one.target else one.gender
            terms = [Term(one.source, self.source_language, part_of_speech="noun", gender=own)]
            if one.target:
                terms.append(Term(one.target, self.target_language, part_of_speech="noun", gender=one.gender))
            yield Concept("", tuple(terms), properties={name: value for name, value in properties.items() if value})


def extract_terms(
    home: Home | None,
    paths: Sequence[Path],
    *,
    source_language: str,
    target_language: str,
    limit: int,
    without: Sequence[Path] = (),
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Extraction:
    """Returns at most `limit` candidates (0 for all), the best first. Terms of the database are left out, of the
    packaged term base where there is none, and those that the tables `without` have in the source language, in any
    form. Raises InputError for a file that cannot be read, a document in the target language, and for a mixture of
    bilingual files and documents: the second have no translation to look for."""
    rejected = [pair for path in without for pair in _rejected(path, source_language, target_language)]
    pairs: list[tuple[str, str]] = []
    texts: list[str] = []
    for path in paths:
        if detect(path).read_units is not None:
            pairs += _pairs(path, source_language, target_language)
        else:
            texts += _texts(path, source_language, target_language)
    if pairs and texts:
        raise InputError(
            say("bilingual files and documents in one language cannot be looked through together"),
            say("align the documents first with 'tmtool align', or name them alone"),
        )
    distinct = list(dict.fromkeys(pairs))
    known = packaged_concepts() if home is None else home.concepts.all()
    domains = sorted({concept.domain for concept in known if concept.domain})
    known += [Concept(_REJECTED, (Term(source, source_language),)) for source, _ in rejected]
    found = extract(
        [source for source, _ in distinct] or list(dict.fromkeys(texts)),
        [target for _, target in distinct],
        known,
        source_language=source_language,
        target_language=target_language,
        limit=limit,
        progress=progress,
    )
    name = paths[0].name if len(paths) == 1 else f"{paths[0].name} and {len(paths) - 1} more"
    return Extraction(
        name, source_language, target_language, tuple(found), tuple(dict.fromkeys(rejected)), tuple(domains)
    )


def write_extraction(write: ConceptWriter, out: Path, extraction: Extraction) -> None:
    """Writes the candidates as entries of a term base, with how often each is in the texts, other translations and
    an example. Raises OutputError where the file cannot be written."""
    write(
        out,
        extraction.concepts(),
        source_language=extraction.source_language,
        target_language=extraction.target_language,
    )


def _rejected(path: Path, source_language: str, target_language: str) -> Iterator[tuple[str, str]]:
    """Yields the terms of a table with a column for the source language; of a list without header, the first cells."""
    columns: dict[str, int] | None = None
    for row in rows(path):
        if not isinstance(row, Row):
            continue
        if columns is None:
            head = columns_of(row.cells, source_language, target_language)
            columns = {
                primary(column.language): column.index
                for column in reversed(head)
                if column.field == TEXT and column.term_status is None
            }
            if primary(source_language) in columns:
                continue
            if columns:
                raise InputError(
                    say("no column for {source_language} in the header", source_language=source_language),
                    say(
                        "name one '{source_language}', or swap --source-lang and --target-lang",
                        source_language=source_language,
                    ),
                    path=path,
                    line=row.line,
                )
            columns = {primary(source_language): 0, primary(target_language): 1}
        source, target = (
            row.cells[place] if (place := columns.get(primary(language))) is not None and place < len(row.cells) else ""
            for language in (source_language, target_language)
        )
        if source:
            yield source, target


def _texts(path: Path, source_language: str, target_language: str) -> list[str]:
    document = read_document(path, language=source_language)
    tags = primary(source_language), primary(target_language)
    if language_told(document, tags) == tags[1]:
        raise InputError(
            say("is in {found}, not in {expected}", found=name_of(tags[1]), expected=name_of(tags[0])),
            say("join it to its source with 'tmtool align -o pairs.tmx', or swap --source-lang and --target-lang"),
            path=path,
        )
    return [segment.text for segment in document.segments]


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
            say(
                "has no pair of {source_language} and {target_language}",
                source_language=source_language,
                target_language=target_language,
            ),
            say("name the languages with --source-lang and --target-lang"),
            path=path,
        )
