"""Tests whole agendas: silence where all is well, and one finding for each slip of a reviser's kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.registry import run_checks
from tmtool.documents.reading import parse_blocks, parse_lines, parse_text
from tmtool.model import Block, BlockKind, Document, Finding, Level
from tmtool.tasks.check import check

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
REAL = SHARED / "agenda" / "ctoc-cop-wg7-2020-1.fr.txt"
EXAMPLE = SHARED / "data" / "examples" / "agenda"

SAMPLE = (
    (ROOT / "samples" / "agenda.fr.txt")
    .read_text(encoding="utf-8")
    .replace("le lundi 10 septembre 2030", "le mardi 10 septembre 2030")
    .replace("que que les", "que les")
    .replace("qui collaborent avec", "qui coopèrent avec")
    .replace("CTOC/COP/WG.7/2029/3", "CTOC/COP/WG.7/2030/3")
)
"""The sample agenda without the errors planted in it."""


def read(text: str) -> Document:
    raw = (Block(BlockKind.LINE, line, line=number) for number, line in enumerate(text.split("\n"), 1))
    return parse_blocks(raw, path=Path("agenda.fr.txt"), language="fr")


def alarms(document: Document) -> list[Finding]:
    """Returns errors and warnings in a French agenda alone, without a term base."""
    pairs = [
        Pair(segment.number, segment.text, kind=segment.kind, target_label=segment.label)
        for segment in document.segments
    ]
    draft = prepare(pairs, source_language="en", target_language="fr", document=document)
    return [finding for finding in run_checks(draft) if finding.level is not Level.INFO]


def flagged(found: list[Finding]) -> list[tuple[str, str]]:
    return [(one.check, one.target_span.of(one.target) if one.target_span else "") for one in found]


def test_a_sound_agenda_raises_no_alarm() -> None:
    assert flagged(alarms(read(SAMPLE))) == []


@pytest.mark.parametrize(
    ("right", "wrong", "check", "place"),
    [
        ("Vienne, 10 et 11 septembre", "Vienne, 9 et 10 septembre", "document-dates", "9 et 10 septembre 2030"),
        ("le mardi 10 septembre 2030", "le mercredi 11 septembre 2030", "document-dates", "11 septembre 2030"),
        ("le mardi 10 septembre 2030", "le jeudi 10 septembre 2030", "dates-weekday", "jeudi"),
        ("Mercredi 11 septembre", "Mercredi 18 septembre", "document-dates", "18 septembre"),
        ("Mercredi 11 septembre", "Mardi 11 septembre", "document-dates", "Mardi"),
        ("La dix-septième réunion", "La seizième réunion", "document-ordinal", "seizième"),
        ("4. Questions diverses.", "5. Questions diverses.", "document-numbering", "Questions diverses"),
        ("\n4. Questions diverses\n", "\n3. Questions diverses\n", "document-numbering", "Questions diverses"),
        ("\t5\tAdoption", "\t4\tAdoption", "document-numbering", "Adoption du rapport"),
        ("\t5\tAdoption du rapport", "", "document-numbering", "Adoption du rapport."),
        ("Pour l’examen du point 3", "Pour l’examen du point 2", "document-cross-reference", "2"),
        ("au titre du point 4", "au titre du point 7", "document-cross-reference", "7"),
        ("\t5\tAdoption du rapport", "\t5\tApprobation du rapport", "document-title", "Approbation"),
        ("CTOC/COP/WG.7/2030/3", "CTOC/COP/WG.7/2030/2", "document-symbols", "CTOC/COP/WG.7/2030/2"),
        ("CTOC/COP/WG.7/2030/3", "CTOC/COP/WG.7/2033/3", "document-symbols", "CTOC/COP/WG.7/2033/3"),
        ("Ouverture de la réunion\u00a0;", "Ouverture de la réunion;", "typography-spacing", ";"),
        ("Adoption de l’ordre", "Adoption de l'ordre", "typography-apostrophe", "'"),
    ],
)
def test_a_slip_is_one_finding_where_it_is(right: str, wrong: str, check: str, place: str) -> None:
    assert right in SAMPLE

    found = alarms(read(SAMPLE.replace(right, wrong, 1)))

    assert flagged(found) == [(check, place)]


def test_what_only_the_table_says_of_two_items_is_the_title_of_neither() -> None:
    table = SAMPLE.replace("\t4\tQuestions diverses", "\t4\tPour examen")
    found = alarms(read(table.replace("\t5\tAdoption du rapport", "\t5\tPour examen")))

    assert "document-numbering" not in {one.check for one in found}


def test_an_annotation_left_out_is_told_at_the_item() -> None:
    lines = SAMPLE.split("\n")
    heading = lines.index("5. Adoption du rapport")

    found = alarms(read("\n".join(lines[:heading] + lines[heading + 4 :])))

    assert flagged(found) == [("document-numbering", "Adoption du rapport.")]


def test_sub_items_exchanged_in_the_list_suggest_no_other_titles() -> None:
    english = (
        "Agenda\n1. Teaching:\n(a) Teachers;\n(b) Textbooks.\n2. Broadcasting.\n3. Other.\nAnnotations\n"
        "1. Teaching\n(a) Teachers\nThey are trained.\n(b) Textbooks\nThey are written.\n2. Broadcasting\nIt is free.\n"
        "3. Other\nNone."
    )
    french = (
        "Ordre du jour\n1. Enseignement :\na) Manuels scolaires ;\nb) Enseignants.\n2. Radiodiffusion.\n3. Divers.\n"
        "Annotations\n1. Enseignement\na) Enseignants\nIls sont formés.\nb) Manuels scolaires\nIls sont écrits.\n"
        "2. Radiodiffusion\nElle est libre.\n3. Divers\nAucun."
    )
    found = check(parse_text(english, language="en"), parse_text(french, language="fr"), home=None).findings

    assert [(one.check, one.suggestion) for one in found if one.check.startswith("document-")] == [
        ("document-order", None),
        ("document-title", None),
        ("document-title", None),
    ]
    assert "Item 1 (b) has “Manuels scolaires”" in found[-1].message


def test_a_title_that_differs_in_the_source_too_is_only_noted() -> None:
    french = (
        "Ordre du jour\n1. Mesures utiles.\n2. Divers.\nAnnotations\n1. Mesures concrètes\nTexte.\n2. Divers\nAucun."
    )
    english = "Agenda\n1. Useful steps.\n2. Other.\nAnnotations\n1. Practical steps\nText.\n2. Other\nNone."
    rows = zip(french.split("\n"), english.split("\n"), strict=True)
    pairs = [Pair(number, target, source) for number, (target, source) in enumerate(rows, 1)]
    document = parse_lines(french.split("\n"), language="fr")

    found = run_checks(prepare(pairs, source_language="en", target_language="fr", document=document))

    assert [(one.check, one.level) for one in found] == [("document-title", Level.INFO)]


@pytest.mark.skipif(not REAL.exists(), reason="the published agenda is not next to the repository")
@pytest.mark.parametrize("by_line", [False, True])
def test_the_published_agenda_has_one_inconsistency(by_line: bool) -> None:
    text = REAL.read_text(encoding="utf-8")

    [found] = alarms(parse_lines(text.split("\n"), language="fr") if by_line else read(text))

    assert flagged([found]) == [("document-title", "appuyer")]
    assert found.message == "Item 2 has “appuyer” in the annotations, but “soutenir” in the list of items."


@pytest.mark.skipif(not EXAMPLE.exists(), reason="the example agenda is not next to the repository")
def test_the_example_agenda_raises_no_alarm_with_or_without_its_source() -> None:
    english = (EXAMPLE / "en.txt").read_text(encoding="utf-8").splitlines()
    french = (EXAMPLE / "fr.txt").read_text(encoding="utf-8").splitlines()
    document = parse_lines(french, language="fr")
    pairs = []
    for row in (EXAMPLE / "gold.tsv").read_text(encoding="utf-8").splitlines():
        of_source, of_target = ([int(number) for number in side.split(",") if number] for side in row.split("\t"))
        target = " ".join(french[number] for number in of_target)
        pairs.append(Pair(of_target[0] + 1, target, " ".join(english[number] for number in of_source)))

    with_source = run_checks(prepare(pairs, source_language="en", target_language="fr", document=document))

    assert [one for one in with_source if one.level not in (Level.INFO, Level.HINT)] == []
    assert alarms(document) == []


def test_the_title_of_a_document_begins_in_a_table_with_a_capital_as_the_others_do() -> None:
    english = (
        "A/1\tReport of the President\nA/2\tReport of the Council\nA/3\tList of participants\nA/4\tDraft list of items"
    )
    french = (
        "A/1\tRapport de la présidence\nA/2\tRapport annuel du Conseil\nA/3\tListe générale des participants\n"
        "A/4\tprojet de liste des points"
    )

    def found(text: str) -> list[tuple[str, str | None]]:
        checked = check(parse_text(english, language="en"), parse_text(text, language="fr"), home=None)
        return [(one.check, one.suggestion) for one in checked.findings if one.check == "document-capital"]

    assert found(french) == [("document-capital", "Projet")]
    assert not found(french.replace("projet", "Projet"))


def test_a_short_cell_begins_with_a_capital_as_all_others_of_its_table_do() -> None:
    days = ("Monday, 2 April", "Tuesday, 3 April", "Wednesday, 4 April", "Thursday, 5 April")
    english = "\n".join(f"{day}\tOpening of debate\tReports" for day in days)
    french = "\n".join(
        f"{day}\tOuverture des débats\tRapports"
        for day in ("Lundi 2 avril", "Mardi 3 avril", "Mercredi 4 avril", "Jeudi 5 avril")
    )

    def found(text: str) -> list[tuple[str, str | None]]:
        checked = check(parse_text(english, language="en"), parse_text(text, language="fr"), home=None)
        return [(one.check, one.suggestion) for one in checked.findings if one.check == "document-capital"]

    assert found(french.replace("Jeudi", "jeudi")) == [("document-capital", "Jeudi")]
    assert not found(french)
