"""Reads terms of further languages, which a folder of term tables keeps in a table a language beside them.

`languages/es.tsv` has the columns `id`, `es` and, if wanted, `es_admitted`: what each concept of the tables in the
folder above is called in Spanish. So a language can be reviewed, and changed, by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from tmtool.errors import InputError
from tmtool.languages.tags import canonical
from tmtool.model import Concept, Term, TermStatus
from tmtool.model.wording import say
from tmtool.text.composition import composed

FOLDER = "languages"


@dataclass(frozen=True, slots=True)
class FurtherLanguages:
    """`FurtherLanguages` are the terms of further languages by the ids of their concepts, for each language as they are
    written: the preferred term, and the admitted ones with bars between them."""

    cells: Mapping[str, tuple[tuple[str, str, str], ...]]

    @classmethod
    def beside(cls, table: Path, only: frozenset[str] | None = None) -> FurtherLanguages:
        """Returns what the tables in the folder `languages` beside a table have, or what they have of some concepts,
        by ids; nothing without such a folder.

        Raises InputError for one of them that cannot be read.
        """
        folder = table.parent / FOLDER
        if not folder.is_dir():
            return cls({})
        paths = sorted(folder.glob("*.tsv"))
        return cls(_cells(tuple((path, path.stat().st_mtime_ns) for path in paths), only))

    def added_to(self, concept: Concept) -> Concept:
        """Returns the concept with its terms in the languages in which it has none of its own."""
        own = {term.language for term in concept.terms}
        part_of_speech = concept.terms[0].part_of_speech
        further = [
            term
            for language, preferred, admitted in self.cells.get(concept.id, ())
            if language not in own
            for term in _terms(language, preferred, admitted, part_of_speech)
        ]
        return replace(concept, terms=(*concept.terms, *further)) if further else concept


def files_beside(table: Path) -> tuple[Path, ...]:
    """Returns the tables of further languages that go with a table."""
    folder = table.parent / FOLDER
    return tuple(sorted(folder.glob("*.tsv"))) if folder.is_dir() else ()


def is_beside(path: Path) -> bool:
    """Tells whether a file gives terms of a further language to the tables in the folder above."""
    if path.parent.name != FOLDER or path.suffix != ".tsv":
        return False
    with path.open(encoding="utf-8", errors="ignore") as file:
        return file.readline().rstrip().split("\t")[:2] == ["id", path.stem]


@lru_cache(maxsize=4)
def _cells(
    paths: tuple[tuple[Path, int], ...], only: frozenset[str] | None
) -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    found: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for path, _ in paths:
        for identity, cells in _of_language(path, only).items():
            found[identity] = (*found.get(identity, ()), cells)
    return found


def _terms(language: str, preferred: str, admitted: str, part_of_speech: str) -> Iterator[Term]:
    """Yields the terms of a row; most rows are of concepts that a text has not."""
    yield Term(preferred.strip(), language, TermStatus.PREFERRED, part_of_speech=part_of_speech)
    for text in admitted.split(" | "):
        if text.strip():
            yield Term(text.strip(), language, TermStatus.ADMITTED, part_of_speech=part_of_speech)


def _of_language(path: Path, only: frozenset[str] | None) -> Mapping[str, tuple[str, str, str]]:
    language = canonical(path.stem)
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(say("cannot be read ({problem})", problem=error), say("check the file"), path=path) from error
    wanted = ["id", path.stem, f"{path.stem}_admitted"]
    if not lines or lines[0].split("\t") not in (wanted, wanted[:2]):
        raise InputError(
            say("has not the columns {columns}", columns=", ".join(wanted)), say("repair the header"), path=path, line=1
        )
    found: dict[str, tuple[str, str, str]] = {}
    for number, line in enumerate(lines[1:], 2):
        if only is not None and line.partition("\t")[0] not in only:
            continue
        identity, preferred, admitted = (*composed(line).split("\t"), "", "")[:3]
        if not (identity and preferred) or identity in found:
            raise InputError(
                say("needs an id that no other row has, and a term"), say("repair the row"), path=path, line=number
            )
        found[identity] = (language, preferred, admitted)
    return found
