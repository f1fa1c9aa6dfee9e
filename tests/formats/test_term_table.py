"""Tests term bases as tables: those of tmtool, and the glossaries of other tools."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.errors import InputError
from tmtool.formats.table.term_reading import read_concepts, slug
from tmtool.model import Concept, Skipped, Term, TermStatus
from tmtool.tasks.validating import validate

from .conftest import HERE, ReadTerms


def file(folder: Path, content: str, name: str = "terms.tsv") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_a_row_is_a_concept_with_the_terms_of_each_status(tmp_path: Path, read_terms: ReadTerms) -> None:
    path = file(
        tmp_path,
        "id\ten\ten_admitted\tfr\tfr_admitted\tfr_deprecated\tfr_superseded\tpos\tgender\tnumber\tdomain\tdefinition\t"
        "note\tcontrast\tsource\n"
        "smuggling\tsmuggling of migrants\tmigrant smuggling\ttrafic illicite de migrants\ttrafic de migrants\t"
        "contrebande | traite de migrants\tpassage\tnoun\tm\tpl\tcrime\tA crime.\tplural: trafics\t"
        "trafficking | abduction\tUN\n",
    )
    (concept,), skipped = read_terms(path)
    assert not skipped
    assert concept == Concept(
        "smuggling",
        (
            Term("smuggling of migrants", "en", part_of_speech="noun"),
            Term("migrant smuggling", "en", TermStatus.ADMITTED, "noun"),
            Term("trafic illicite de migrants", "fr", TermStatus.PREFERRED, "noun", "m", "pl"),
            Term("trafic de migrants", "fr", TermStatus.ADMITTED, "noun"),
            Term("contrebande", "fr", TermStatus.DEPRECATED, "noun"),
            Term("traite de migrants", "fr", TermStatus.DEPRECATED, "noun"),
            Term("passage", "fr", TermStatus.SUPERSEDED, "noun"),
        ),
        domain="crime",
        definition="A crime.",
        note="plural: trafics",
        contrasts=("trafficking", "abduction"),
        properties={"source": "UN"},
        line=2,
    )


def test_a_language_may_have_columns_of_its_own_for_the_grammar(tmp_path: Path, read_terms: ReadTerms) -> None:
    (concept,), _ = read_terms(file(tmp_path, "en\tfr\tfr_gender\tfr_note\tpos\nbody\torgane\tm\tun organe\tnoun\n"))
    assert concept.terms == (
        Term("body", "en", part_of_speech="noun"),
        Term("organe", "fr", TermStatus.PREFERRED, "noun", "m", note="un organe"),
    )


def test_further_terms_in_the_main_cell_are_admitted(tmp_path: Path, read_terms: ReadTerms) -> None:
    (concept,), _ = read_terms(file(tmp_path, "en\tfr\tdomain\nmeeting\tréunion | séance\t\n"))
    assert [(term.text, term.status.value) for term in concept.in_language("fr")] == [
        ("réunion", "preferred"),
        ("séance", "admitted"),
    ]


def test_ids_are_made_from_the_first_term_and_stay_apart(tmp_path: Path, read_terms: ReadTerms) -> None:
    path = file(tmp_path, "en\tfr\tcontrast\nÉlan vital\ta\tOther œuvre\nélan vital\tb\t\n漢\tc\t\n--\td\t\n")
    concepts, _ = read_terms(path)
    assert [concept.id for concept in concepts] == ["elan-vital", "elan-vital-2", "漢", "concept-5"]
    assert concepts[0].contrasts == ("other-oeuvre",)


def test_repeated_rows_and_ids_are_skipped_and_told(tmp_path: Path, read_terms: ReadTerms) -> None:
    concepts, skipped = read_terms(file(tmp_path, "en\tfr\tdomain\na\tb\tx\na\tb\ty\n"))
    assert len(concepts) == 1
    assert skipped == [Skipped("the same terms are on line 2", 3)]
    concepts, skipped = read_terms(file(tmp_path, "id\ten\tfr\n1\ta\tb\n1\tc\td\n"))
    assert len(concepts) == 1
    assert skipped == [Skipped("the id '1' is that of line 2", 3)]


def test_a_row_without_two_languages_or_with_too_many_cells_is_skipped(tmp_path: Path, read_terms: ReadTerms) -> None:
    concepts, skipped = read_terms(file(tmp_path, "en\tfr\tdomain\na\na\tb\tc\td\ne\tf\n"))
    assert [concept.line for concept in concepts] == [4]
    assert [entry.line for entry in skipped] == [2, 3]


def test_a_glossary_of_omegat_has_no_header(read_terms: ReadTerms) -> None:
    concepts, skipped = read_terms(HERE / "samples" / "glossary.txt")
    assert not skipped
    assert [(concept.terms[0].text, concept.terms[1].text, concept.note) for concept in concepts] == [
        ("agenda", "ordre du jour", "never agenda"),
        ("General Assembly", "Assemblée générale", ""),
    ]


def test_a_glossary_of_deepl_may_repeat_the_languages_in_each_row(tmp_path: Path, read_terms: ReadTerms) -> None:
    path = file(tmp_path, "annex,annexe,EN,FR\nagenda,ordre du jour,EN,FR\n", "deepl.csv")
    concepts, _ = read_terms(path)
    assert [[(term.text, term.language) for term in concept.terms] for concept in concepts] == [
        [("annex", "en"), ("annexe", "fr")],
        [("agenda", "en"), ("ordre du jour", "fr")],
    ]


def test_a_utx_dictionary_names_its_languages_and_statuses(tmp_path: Path, read_terms: ReadTerms) -> None:
    path = file(
        tmp_path,
        "#UTX 1.11; fr-FR/en-GB; 2024-01-01T00:00:00Z; copyright: me;\n#description: test\n"
        "#src\ttgt\tsrc:pos\tterm status\nannexe\tannex\tnoun\tapproved\npièce\tpiece\t-\tforbidden\n",
        "words.utx",
    )
    concepts, _ = read_terms(path)
    assert concepts[0].terms == (
        Term("annexe", "fr-FR", part_of_speech="noun"),
        Term("annex", "en-GB", part_of_speech="noun"),
    )
    assert [term.status.value for term in concepts[1].terms] == ["preferred", "deprecated"]


@pytest.mark.parametrize(
    ("header", "row", "status"),
    [
        ("Forbidden,Domain,en-US,Notes,fr-FR,Notes", "TRUE,law,a,n,b,m", TermStatus.DEPRECATED),
        ("Forbidden,Domain,en-US,Notes,fr-FR,Notes", "False,law,a,n,b,m", TermStatus.PREFERRED),
        ("en,fr,status", "a,b,superseded", TermStatus.SUPERSEDED),
        ("en,fr,status", "a,b,whatever", TermStatus.PREFERRED),
    ],
)
def test_the_status_of_a_row_is_that_of_the_target_term(
    tmp_path: Path, read_terms: ReadTerms, header: str, row: str, status: TermStatus
) -> None:
    (concept,), _ = read_terms(file(tmp_path, f"{header}\n{row}\n", "terms.csv"))
    assert [(term.text, term.status) for term in concept.terms] == [("a", TermStatus.PREFERRED), ("b", status)]


def test_columns_that_name_one_language_only_are_a_clear_error(tmp_path: Path, read_terms: ReadTerms) -> None:
    for content in ("en\tdomain\na\tb\n", "a\tb\tc\td\te\tf\n1\t2\t3\t4\t5\t6\n"):
        with pytest.raises(InputError, match=r"terms.tsv:1: no two columns of known languages"):
            read_terms(file(tmp_path, content))


def test_a_slug_is_made_of_plain_letters_and_hyphens() -> None:
    assert slug("Œuvre d’art (l')") == "oeuvre-d-art-l"


def test_our_term_base_reads_without_a_word(read_terms: ReadTerms) -> None:
    tables = sorted((HERE.parents[1] / "termbase").glob("*.tsv"))
    if not tables:
        pytest.skip("no term base yet")
    for path in tables:
        concepts, skipped = read_terms(path)
        assert concepts
        assert not skipped, path


def test_what_describes_further_terms_is_in_their_order_or_once_for_all(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(
        "en\tfr\tfr_superseded\tfr_superseded_replaced_by\tfr_superseded_note\n"
        "equality\tégalité\tparité | équité\tégalité\t| of chances\n",
        encoding="utf-8",
    )
    (concept,) = read_concepts(path, source_language="en", target_language="fr")
    assert isinstance(concept, Concept)
    assert [(term.text, term.replaced_by, term.note) for term in concept.in_language("fr")] == [
        ("égalité", "", ""),
        ("parité", "égalité", ""),
        ("équité", "égalité", "of chances"),
    ]


def test_the_notes_of_matecat_are_each_of_the_language_before_them(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "Forbidden,Domain,en-US,Notes,fr-FR,Notes\n,law,due diligence,so,diligence,ainsi\n", encoding="utf-8"
    )
    (concept,) = read_concepts(path, source_language="en", target_language="fr")
    assert isinstance(concept, Concept)
    assert [(term.text, term.note) for term in concept.terms] == [("due diligence", "so"), ("diligence", "ainsi")]
    assert (concept.note, dict(concept.properties)) == ("", {})
    assert not list(validate(path, source_language="en", target_language="fr").problems)
