"""Tests that a folder of term tables may keep the terms of further languages beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.errors import InputError
from tmtool.formats.table.term_reading import read_concepts
from tmtool.model import Concept, Skipped, TermStatus


def concepts(table: Path) -> list[Concept]:
    entries = read_concepts(table, source_language="en", target_language="fr")
    return [entry for entry in entries if not isinstance(entry, Skipped) and isinstance(entry, Concept)]


def folder(tmp_path: Path, spanish: str) -> Path:
    table = tmp_path / "bodies.tsv"
    table.write_text("id\ten\tfr\tpos\nga\tGeneral Assembly\tAssemblée générale\tproper\n", encoding="utf-8")
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "es.tsv").write_text(spanish, encoding="utf-8")
    return table


def test_a_concept_gets_the_terms_of_a_language_table_by_its_id(tmp_path: Path) -> None:
    table = folder(tmp_path, "id\tes\tes_admitted\nga\tAsamblea General\tla Asamblea | AG\nother\totro\t\n")
    (found,) = concepts(table)
    spanish = found.in_language("es")
    assert [(term.text, term.status, term.part_of_speech) for term in spanish] == [
        ("Asamblea General", TermStatus.PREFERRED, "proper"),
        ("la Asamblea", TermStatus.ADMITTED, "proper"),
        ("AG", TermStatus.ADMITTED, "proper"),
    ]


@pytest.mark.parametrize(
    ("spanish", "line"),
    [
        ("id\tfr\nga\tAssemblée\n", 1),
        ("id\tes\nga\t\n", 2),
        ("id\tes\nga\tAsamblea\nga\tAsamblea General\n", 3),
    ],
)
def test_a_language_table_with_a_mistake_is_refused_with_its_line(tmp_path: Path, spanish: str, line: int) -> None:
    with pytest.raises(InputError) as error:
        concepts(folder(tmp_path, spanish))
    assert error.value.line == line


@pytest.mark.parametrize("header", ["id\ten\tfr", "en\tid\tfr"])
def test_of_a_large_table_only_what_is_asked_for_is_read(tmp_path: Path, header: str) -> None:
    table = folder(tmp_path, "id\tes\nga\tAsamblea\nsc\tConsejo\n")
    rows = [("id", "en", "fr"), ("sc", "Security Council", "Conseil"), ("ga", "General Assembly", "Assemblée")]
    order = [("id", "en", "fr").index(name) for name in header.split("\t")]
    table.write_text("".join("\t".join(row[at] for at in order) + "\n" for row in rows), encoding="utf-8")
    (found,) = read_concepts(table, source_language="en", target_language="fr", only=frozenset({"ga"}))
    assert isinstance(found, Concept)
    assert (found.id, found.line, [term.text for term in found.terms]) == (
        "ga",
        3,
        ["General Assembly", "Assemblée", "Asamblea"],
    )
