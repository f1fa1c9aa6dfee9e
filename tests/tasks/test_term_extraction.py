"""What is proposed from files is written where terms are written, and what was rejected stays out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tmtool.errors import InputError
from tmtool.formats.registry import detect, writer
from tmtool.formats.table import term_reading as term_table
from tmtool.model import Concept
from tmtool.tasks.term_extraction import Extraction, extract_terms, write_extraction

LINES = (
    ("The frost heave was late", "Le soulèvement gélival était en retard"),
    ("A frost heave is made", "Un soulèvement gélival est dressé"),
    ("Each frost heave was sent", "Chaque soulèvement gélival a été envoyé"),
    ("The harbour pilot was here", "Le pilote portuaire était ici"),
    ("No harbour pilot came", "Aucun pilote portuaire n’est venu"),
    ("Every harbour pilot was asked", "Chaque pilote portuaire a été interrogé"),
    ("It was late", "Il était tard"),
    ("They went home", "Ils sont rentrés"),
    ("Nobody came", "Personne n’est venu"),
)


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.tsv"
    path.write_text("en\tfr\n" + "".join(f"{en}\t{fr}\n" for en, fr in LINES), encoding="utf-8")
    return path


def extraction(pairs: Path, without: Sequence[Path] = (), source: str = "en", target: str = "fr") -> Extraction:
    return extract_terms(None, [pairs], source_language=source, target_language=target, limit=10, without=without)


def terms(found: Extraction) -> set[str]:
    return {one.source for one in found.candidates}


@pytest.mark.parametrize("ending", [".tsv", ".csv", ".xlsx", ".tbx"])
def test_a_written_proposal_is_read_as_terms_with_gender_and_counts(pairs: Path, ending: str) -> None:
    out = pairs.with_name(f"terms{ending}")
    write = writer(lambda known: known.concept_outputs, out)
    write_extraction(write, out, extraction(pairs))
    read = term_table.read_concepts if ending != ".tbx" else detect(out).read_concepts
    assert read is not None
    found = [one for one in read(out, source_language="en", target_language="fr") if isinstance(one, Concept)]
    heave = next(one for one in found if one.terms[0].text == "frost heave")
    assert [(term.text, term.gender) for term in heave.terms] == [("frost heave", ""), ("soulèvement gélival", "m")]
    assert heave.properties["count"] == "3"
    assert heave.properties["example"] == LINES[0][0]


@pytest.mark.parametrize(
    "table",
    ["en\tfr\nfrost heaves\t\n", "fr\ten\nx\tFrost Heave\n", "id\ten\tnote\n1\tfrost heave\tno\n", "frost heave\n"],
)
def test_what_a_table_or_list_has_in_the_source_language_stays_out_in_any_form(pairs: Path, table: str) -> None:
    rejected = pairs.with_name("rejected.tsv")
    rejected.write_text(table, encoding="utf-8")
    assert terms(extraction(pairs)) == {"frost heave", "harbour pilot"}
    assert terms(extraction(pairs, [rejected])) == {"harbour pilot"}


def test_the_rejected_terms_are_kept_for_the_page_with_their_translations(pairs: Path) -> None:
    rejected = pairs.with_name("rejected.tsv")
    rejected.write_text("en\tfr\nfrost heave\tgel\nfrost heave\tgel\n", encoding="utf-8")
    assert extraction(pairs, [rejected]).rejected == (("frost heave", "gel"),)


def test_a_table_without_the_source_language_is_refused(pairs: Path) -> None:
    rejected = pairs.with_name("rejected.tsv")
    rejected.write_text("fr\tnote\nsoulèvement\t\n", encoding="utf-8")
    with pytest.raises(InputError, match="no column for en"):
        extraction(pairs, [rejected])


def test_a_missing_table_is_an_error_and_not_an_empty_one(pairs: Path) -> None:
    with pytest.raises(InputError):
        extraction(pairs, [pairs.with_name("nowhere.tsv")])


def test_the_other_direction_works_on_the_same_file(pairs: Path) -> None:
    found = extraction(pairs, source="fr", target="en")
    assert {(one.source, one.target) for one in found.candidates} == {
        ("soulèvement gélival", "frost heave"), ("pilote portuaire", "harbour pilot"),
    }  # fmt: skip
