"""Concepts go out as tables; what a table has no place for is counted, never dropped in silence."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from translate.storage.utx import UtxFile

from tmtool.formats.registry import writer
from tmtool.formats.table import deepl, matecat, omegat, utx
from tmtool.formats.table.term_reading import read_concepts
from tmtool.model import Concept, Skipped, Term, TermStatus
from tmtool.tasks.converting import convert
from tmtool.tasks.import_values import ImportOptions

ADMITTED, DEPRECATED, SUPERSEDED = TermStatus.ADMITTED, TermStatus.DEPRECATED, TermStatus.SUPERSEDED

SMUGGLING = Concept(
    "smuggling",
    (
        Term("smuggling", "en", part_of_speech="noun"),
        Term("migrant smuggling", "en", ADMITTED, "noun"),
        Term("trafic illicite", "fr", TermStatus.PREFERRED, "noun", "m", note="pluriel: trafics"),
        Term("trafic", "fr", ADMITTED, "noun"),
        Term("contrebande", "fr", DEPRECATED, "noun"),
    ),
    domain="crime",
    definition="A crime.",
    note="not traite",
    contrasts=("trafficking",),
    properties={"client": "UNODC", "source": "UN"},
)


def read(path: Path) -> list[Concept]:
    found = read_concepts(path, source_language="en", target_language="fr")
    return [replace(entry, line=None) for entry in found if isinstance(entry, Concept)]


def write(path: Path, *concepts: Concept) -> dict[str, int]:
    writes = writer(lambda known: known.concept_outputs, path)
    written = writes(path, concepts, source_language="en", target_language="fr")
    assert written.entries == len(concepts)
    return dict(written.losses)


@pytest.mark.parametrize("ending", [".tsv", ".csv", ".xlsx"])
def test_a_concept_with_all_its_fields_comes_back_equal(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    assert write(path, SMUGGLING) == {}
    assert read(path) == [SMUGGLING]


EVERYTHING = Concept(
    "trafficking",
    (
        Term("trafficking in persons", "en", source="A/RES/55/25", part_of_speech="noun"),
        Term("TIP", "en", ADMITTED, "noun", type="acronym"),
        Term(
            "traite des personnes", "fr", TermStatus.PREFERRED, "noun", "f", "sg", "n1", "", "fullForm", "A/RES/55/25"
        ),
        Term("traite d’êtres humains", "fr", ADMITTED, "noun", "f", bodies=("Conseil de l’Europe", "CE")),
        Term(
            "traite",
            "fr",
            ADMITTED,
            "noun",
            note="after the first mention",
            not_with=("commettre → pratiquer", "faire"),
        ),
        Term("trafic de personnes", "fr", DEPRECATED, "noun"),
        Term("traite des blanches", "fr", SUPERSEDED, "noun", replaced_by="traite des personnes"),
        Term("traite des êtres", "fr", SUPERSEDED, "noun"),
    ),
    date="2026-11-25",
)


@pytest.mark.parametrize("ending", [".tsv", ".csv", ".xlsx"])
def test_what_describes_each_of_several_terms_comes_back_at_its_term(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    assert write(path, EVERYTHING, SMUGGLING) == {}
    assert read(path) == [EVERYTHING, SMUGGLING]


@pytest.mark.parametrize(
    ("concept", "loss"),
    [
        (Concept("a", (Term("a", "en"), Term("b", "fr"), Term("c", "fr"))), "second preferred terms"),
        (Concept("a", (Term("a", "en"), Term("b | c", "fr"))), "bars inside terms"),
        (Concept("a", (Term("a", "en"), Term("b", "fr", ADMITTED, note="n | m"))), "bars inside notes"),
        (Concept("a", (Term("a", "en"), Term("b", "fr", bodies=("c; d",)))), "semicolons"),
        (Concept("a", (Term("a", "en"), Term("b", "fr")), note="one\ntwo"), "line breaks"),
        (Concept("a", (Term("a", "en"),)), "concepts in one language"),
        (Concept("a", (Term("a", "en"), Term("b", "fr")), properties={"fr_note": "x"}), "property 'fr_note'"),
    ],
)
def test_what_a_table_has_no_place_for_is_named(tmp_path: Path, concept: Concept, loss: str) -> None:
    losses = write(tmp_path / "a.tsv", concept)
    assert any(name.startswith(loss) for name in losses), losses


def test_every_language_has_its_columns_the_pair_first(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    concept = Concept("a", tuple(Term(f"t-{tag}", tag) for tag in ("it", "fr-CA", "en", "fr")))
    assert write(path, concept) == {"terms in it, which an import keeps as remarks unless it is told the language": 1}
    assert path.read_text(encoding="utf-8").splitlines()[0].split("\t") == ["id", "en", "fr-CA", "fr", "it"]
    (found,) = read(path)
    assert [(term.text, term.language) for term in found.terms] == [
        ("t-en", "en"),
        ("t-fr-CA", "fr-CA"),
        ("t-fr", "fr"),
    ]
    assert found.properties == {"it": "t-it"}


def test_utx_has_a_row_for_each_pair_with_its_status(tmp_path: Path) -> None:
    path = tmp_path / "a.utx"
    losses = write(path, SMUGGLING)
    lines = path.read_bytes().decode().split("\r\n")
    assert lines[0].startswith("#UTX 1.11; en/fr; ")
    assert [line.split("\t")[:4] for line in lines[2:5]] == [
        ["smuggling", "trafic illicite", "noun", "approved"],
        ["smuggling", "trafic", "noun", "non-standard"],
        ["smuggling", "contrebande", "noun", "forbidden"],
    ]
    assert losses == {"domains": 1, "definitions": 1, "contrasts": 1, "properties": 2, "grammar and notes of terms": 1}
    toolkit: Any = UtxFile
    assert [unit.target for unit in toolkit.parsefile(str(path)).units[:2]] == ["trafic illicite", "trafic"]
    statuses = [concept.in_language("fr")[0].status for concept in read(path)[:3]]
    assert statuses == [TermStatus.PREFERRED, ADMITTED, DEPRECATED]


def test_an_omegat_glossary_offers_no_term_that_is_not_to_be_used_but_names_it(tmp_path: Path) -> None:
    path = tmp_path / "glossary.txt"
    wrong_only = Concept("b", (Term("a", "en"), Term("b", "fr", DEPRECATED)))
    written = omegat.write_concepts(path, [SMUGGLING, wrong_only], source_language="en", target_language="fr")
    comment = "not traite; not: contrebande; A crime"
    assert path.read_text(encoding="utf-8").splitlines() == [
        "# Glossary in tab-separated format -*- coding: utf-8 -*-",
        f"smuggling\ttrafic illicite\t{comment}",
        f"smuggling\ttrafic\t{comment}",
        f"migrant smuggling\ttrafic illicite\t{comment}",
        f"migrant smuggling\ttrafic\t{comment}",
    ]
    assert written.entries == 1
    assert written.losses["concepts without terms to be used in both languages"] == 1


@pytest.mark.parametrize("writes", [utx.write_concepts, omegat.write_concepts])
def test_no_tab_or_line_break_tears_a_row(tmp_path: Path, writes: Callable[..., object]) -> None:
    concept = Concept("a\tb", (Term("a\nb", "en", part_of_speech="x\ty"), Term("c\u2028d", "fr")), note="e\r\nf\tg")
    path = tmp_path / "a.txt"
    writes(path, [concept], source_language="en", target_language="fr")
    found = list(read_concepts(path, source_language="en", target_language="fr"))
    assert not any(isinstance(entry, Skipped) for entry in found)
    assert [[term.text for term in entry.terms] for entry in found if isinstance(entry, Concept)] == [["a b", "c d"]]


def test_deepl_gets_one_translation_of_each_term_without_header(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    written = deepl.write_concepts(path, [SMUGGLING], source_language="en", target_language="fr")
    assert path.read_text(encoding="utf-8").splitlines() == [
        "smuggling,trafic illicite,en,fr",
        "migrant smuggling,trafic illicite,en,fr",
    ]
    assert (written.losses["terms not to be used"], written.losses["further translations of a term"]) == (2, 2)


def test_matecat_gets_its_columns_and_reads_what_is_forbidden(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    matecat.write_concepts(path, [SMUGGLING], source_language="en", target_language="fr")
    head, *lines = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    assert head[:5] + head[7:8] == ["Forbidden", "Domain", "Subdomain", "Definition", "en-US", "fr-FR"]
    assert [(line[0], line[4], line[7]) for line in lines[:3]] == [
        ("", "smuggling", "trafic illicite"),
        ("", "smuggling", "trafic"),
        ("TRUE", "smuggling", "contrebande"),
    ]
    assert [concept.in_language("fr")[0].status for concept in read(path)[:3]] == [
        TermStatus.PREFERRED,
        TermStatus.PREFERRED,
        DEPRECATED,
    ]


def test_a_glossary_of_matecat_or_deepl_comes_back_as_it_was(tmp_path: Path) -> None:
    head = "Forbidden,Domain,Subdomain,Definition,en-US,Notes,Example of use,fr-FR,Notes,Example of use\n"
    glossaries = {
        "matecat": f"{head}TRUE,law,treaties,so,climate change,n,ex,changements climatiques,m,ey\n",
        "deepl": "climate change,changements climatiques,en,fr\nvessel,navire,en,fr\n",
    }
    for tool, content in glossaries.items():
        path, out = tmp_path / "a.csv", tmp_path / "b.csv"
        path.write_text(content, encoding="utf-8")
        assert convert(path, out, ImportOptions(), tool=tool).losses == {}
        assert out.read_text(encoding="utf-8") == content
