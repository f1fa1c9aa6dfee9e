"""Reads the examples of a check that are in a table beside it, where they are many.

A row is one example: the translation, its source if there is one, the languages if they are others than English and
French ("en-ru"), or "close" for a close translation between these two, and the concepts of the term base that it needs.
⟦ and ⟧ are around what the check reports, with nothing between them for what is at no place of the translation; after →
is what the repair writes there: Une hausse de ⟦37%→37 %⟧. Signs that cannot be seen are written as in Python: \\u00a0
is a no-break space, \\n the end of a line.

The concepts are in a table of their own, ``….example_terms.tsv``, a row a term: the concept, the language, the term,
its status (preferred where it says nothing), its part of speech, and the domain of the concept, with its first term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tmtool.checks.engine.check import Check, Example
from tmtool.languages import default_pair, tables
from tmtool.model import Concept, Term, TermStatus

_REPORTED = re.compile(r"⟦(?P<reported>[^⟧→]*)(?:→(?P<repair>[^⟧]*))?⟧")
_CLOSE = "close"
"""Stands in the column of the languages for a close translation from English into French."""
_UNSEEN = re.compile(r"\\(?:(?P<end>n)|u(?P<code>[0-9a-f]{4}))")


def examples_of(check: Check) -> tuple[Example, ...]:
    """Returns all examples of a check: first those of its module, then those of its table."""
    return (*check.examples, *(_rows(check.more_examples) if check.more_examples else ()))


def _rows(table: Path) -> Iterator[Example]:
    concepts = _concepts(table.with_suffix("").with_suffix(".example_terms.tsv"))
    for row in tables.rows(table):
        marked, source, languages, needed = (*(_UNSEEN.sub(_seen, cell) for cell in row), "", "", "")[:4]
        is_close = languages == _CLOSE
        source_language, _, target_language = ("" if is_close else languages).partition("-")
        reported = list(_REPORTED.finditer(marked))
        yield Example(
            target=_REPORTED.sub(r"\g<reported>", marked),
            source=source or None,
            flagged=tuple(one["reported"] for one in reported),
            repaired=_REPORTED.sub(_repaired, marked) if any(one["repair"] is not None for one in reported) else None,
            concepts=tuple(concepts[one] for one in needed.split()),
            source_language=source_language or default_pair.SOURCE,
            target_language=target_language or default_pair.TARGET,
            is_close=is_close,
        )


def _concepts(table: Path) -> dict[str, Concept]:
    """Returns the concepts of a table of terms by their ids, none where there is no table."""
    found: dict[str, Concept] = {}
    for row in tables.rows(table) if table.exists() else ():
        identity, language, text, status, part_of_speech, domain = (*row, "", "", "")[:6]
        term = Term(text, language, TermStatus(status or TermStatus.PREFERRED), part_of_speech)
        known = found.setdefault(identity, Concept(identity, (), domain))
        found[identity] = replace(known, terms=(*known.terms, term))
    return found


def _repaired(reported: re.Match[str]) -> str:
    return reported["reported"] if reported["repair"] is None else reported["repair"]


def _seen(written: re.Match[str]) -> str:
    return "\n" if written["end"] else chr(int(written["code"], 16))
