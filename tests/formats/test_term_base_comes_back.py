"""The term base of this project goes out in each format that has a place for all of it, and comes back equal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tmtool.formats.registry import writer
from tmtool.formats.table import term_reading as table
from tmtool.formats.tbx import reading as tbx
from tmtool.model import Concept

TERMBASE = Path(__file__).parents[2] / "termbase"


@pytest.fixture(scope="module")
def concepts() -> list[Concept]:
    return [concept for path in sorted(TERMBASE.glob("*.tsv")) for concept in read(path)]


def read(path: Path) -> list[Concept]:
    reader = tbx if path.suffix == ".tbx" else table
    found = list(reader.read_concepts(path, source_language="en", target_language="fr"))
    concepts = [in_no_order(entry) for entry in found if isinstance(entry, Concept)]
    assert len(concepts) == len(found)
    return concepts


def in_no_order(concept: Concept) -> Concept:
    return replace(concept, terms=tuple(sorted(concept.terms, key=lambda term: (term.language, term.text))), line=None)


@pytest.mark.parametrize(
    ("ending", "step"),
    [(".tbx", 1), (".tsv", 1), (".csv", 2), (".xlsx", 5)],  # cells are those of a .tsv, slow to write in a workbook
)
def test_it_comes_back_equal(concepts: list[Concept], tmp_path: Path, ending: str, step: int) -> None:
    path, some = tmp_path / f"a{ending}", concepts[::step]
    writes = writer(lambda known: known.concept_outputs, path)
    written = writes(path, some, source_language="en", target_language="fr")
    assert (written.entries, dict(written.losses)) == (len(some), {})
    assert read(path) == some
