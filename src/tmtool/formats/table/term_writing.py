"""Writes concepts as a table (TSV, CSV, XLSX) that `tmtool.formats.table.term_reading` reads back.

A row is a concept, with columns as in `termbase/`; what has no place there is counted as a loss.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from tmtool.formats.format import Written
from tmtool.formats.table.header import LANGUAGE_FIELDS, columns_of, languages_in
from tmtool.formats.table.writing import BREAKS, written_table
from tmtool.languages.tags import primary
from tmtool.model import Concept, Term, TermStatus
from tmtool.model.wording import say

_CONCEPT_COLUMNS = frozenset({"id", "domain", "definition", "note", "contrast", "date"})
_BAR = re.compile(r"(?<!\S)\|(?!\S)")
_FURTHER = (TermStatus.ADMITTED, TermStatus.DEPRECATED, TermStatus.SUPERSEDED)
_FREE_FIELDS = frozenset({"", "source", "target", "document", "context"})
"""Fields of a table's columns that a term table keeps as properties."""


def write_concepts(path: Path, concepts: Iterable[Concept], *, source_language: str, target_language: str) -> Written:
    """Writes one row a concept, with columns for every language and property there is, and says what is lost.

    Raises OutputError where the file cannot be written.
    """
    whole = list(concepts)
    losses: Counter[str] = Counter()
    languages = _languages(whole, source_language, target_language)
    for language in languages:
        if not languages_in(columns_of([language], source_language, target_language)):
            count = sum(term.language == language for concept in whole for term in concept.terms)
            losses[
                say(
                    "terms in {language}, which an import keeps as remarks unless it is told the language",
                    language=language,
                )
            ] += count
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
            losses[say("line breaks")] += 0 if keeps_breaks else sum(BREAKS.search(cell) is not None for cell in cells)
            write(cells)
    return Written(len(rows), +losses)


def _languages(concepts: Sequence[Concept], source_language: str, target_language: str) -> list[str]:
    """Returns the languages of the pair first, then the others; as columns name them."""
    found = dict.fromkeys(term.language for concept in concepts for term in concept.terms)
    pair = [tag for tag in found if primary(tag) == primary(source_language)]
    pair += [tag for tag in found if primary(tag) == primary(target_language) and tag not in pair]
    return list(dict.fromkeys((*pair, *found))) or [source_language, target_language]


def _properties(concepts: Sequence[Concept], losses: Counter[str]) -> list[str]:
    """Returns the names of properties that a column can bear without being taken for something else."""
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
    """A `_Row` holds the cells of one concept by the names of their columns."""

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
            losses[say("concepts in one language, which an import of tables passes over")] += 1
        for language in dict.fromkeys(term.language for term in concept.terms):
            self._fill(language, [term for term in concept.terms if term.language == language], shared)

    def _fill(self, language: str, terms: Sequence[Term], shared: str) -> None:
        preferred = [term for term in terms if term.status is TermStatus.PREFERRED]
        self._losses[say("second preferred terms, written as admitted")] += max(0, len(preferred) - 1)
        self._cells[language] = self._joined(preferred[:1])
        admitted = [*preferred[1:], *(term for term in terms if term.status is TermStatus.ADMITTED)]
        for status in _FURTHER:
            found = admitted if status is TermStatus.ADMITTED else [term for term in terms if term.status is status]
            self._cells[f"{language}_{status.value}"] = self._joined(found)
            described = [_description(term, shared) for term in found]
            for field in LANGUAGE_FIELDS:
                values = [description[field] for description in described]
                if any(values):
                    self._losses[say("bars inside notes")] += sum(_BAR.search(value) is not None for value in values)
                    self._cells[f"{language}_{status.value}_{field}"] = " | ".join(
                        _BAR.sub("/", value) for value in values
                    ).strip()
        for term in preferred[:1]:
            self._cells |= {f"{language}_{field}": value for field, value in _description(term, shared).items()}
        for term in terms:
            self._losses[say("semicolons inside bodies or words to avoid")] += sum(
                ";" in value for value in (*term.bodies, *term.not_with)
            )

    def _joined(self, terms: Sequence[Term]) -> str:
        self._losses[say("bars inside terms")] += sum(" | " in term.text for term in terms)
        return " | ".join(term.text.replace(" | ", " / ") for term in terms)

    def cell(self, name: str) -> str:
        """Returns the content of a column, "" for nothing."""
        return self._cells.get(name, "")


def _description(term: Term, shared: str) -> dict[str, str]:
    """Returns what there is to say of a term, by the ends of the columns' names; `shared` is the part of speech of the
    row."""
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
