"""An agenda is compared with itself and with its source, place by place: list, annotations, timetable, documents."""

from __future__ import annotations

import pytest

from tmtool.checks.engine import registry
from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.documents.reading import parse_text
from tmtool.model import BlockKind, Finding, Level
from tmtool.tasks.check import check

ENGLISH = """E/CN.9/2030/1
Working Group on Rivers
Third meeting
Geneva, 10 and 11 September 2030
Provisional agenda
1. Organizational matters:
(a) Opening of the meeting;
(b) Adoption of the agenda.
2. Protection of fish in border rivers.
3. Recovery of stolen boats.
4. Other matters.
Annotations
1. Organizational matters
(a) Opening of the meeting
The third meeting of the Working Group on Rivers will be opened on Tuesday, 10 September 2030, at 10 a.m.
(b) Adoption of the agenda
The resources available are sufficient for three meetings.
2. Protection of fish in border rivers
The Working Group on Rivers may wish to discuss the matter under agenda item 2.
Documentation
Note by the Secretariat on the protection of fish in border rivers (E/CN.9/2030/2)
3. Recovery of stolen boats
The Working Group on Rivers may wish to hear the States concerned.
4. Other matters
None.
Proposed organization of work
Tuesday, 10 September
10 a.m.–1 p.m.
Item 1. Organizational matters
Item 2. Protection of fish in border rivers
3–6 p.m.
Item 2. Protection of fish in border rivers (continued)
Wednesday, 11 September
10 a.m.–1 p.m.
Item 3. Recovery of stolen boats
Item 4. Other matters
"""
FRENCH = """E/CN.9/2030/1
Groupe de travail sur les cours d’eau
Troisième réunion
Genève, 10 et 11 septembre 2030
Ordre du jour provisoire
1. Questions d’organisation :
a) Ouverture de la réunion ;
b) Adoption de l’ordre du jour.
2. Protection du poisson dans les cours d’eau frontaliers.
3. Récupération des bateaux volés.
4. Questions diverses.
Annotations
1. Questions d’organisation
a) Ouverture de la réunion
La troisième réunion du Groupe de travail sur les cours d’eau s’ouvrira le mardi 10 septembre 2030 à 10 heures.
b) Adoption de l’ordre du jour
Les ressources disponibles permettront de tenir trois séances.
2. Protection du poisson dans les cours d’eau frontaliers
Le Groupe de travail sur les cours d’eau souhaitera peut-être débattre de la question au titre du point 2.
Documentation
Note du Secrétariat sur la protection du poisson dans les cours d’eau frontaliers (E/CN.9/2030/2)
3. Récupération des bateaux volés
Le Groupe de travail sur les cours d’eau souhaitera peut-être entendre les États concernés.
4. Questions diverses
Néant.
Projet d’organisation des travaux
Mardi 10 septembre
10 heures-13 heures
Point 1. Questions d’organisation
Point 2. Protection du poisson dans les cours d’eau frontaliers
15 heures-18 heures
Point 2. Protection du poisson dans les cours d’eau frontaliers (suite)
Mercredi 11 septembre
10 heures-13 heures
Point 3. Récupération des bateaux volés
Point 4. Questions diverses
"""


def findings(french: str, english: str = ENGLISH) -> list[Finding]:
    """Returns what is found in a draft whose lines answer to those of the source."""
    source, target = (
        parse_text(text, language=language, segmentation="lines")
        for text, language in ((english, "en"), (french, "fr"))
    )
    found = check(source, target, home=None, segmentation="lines").findings
    return [one for one in found if one.check.startswith("document-")]


def test_an_agenda_that_agrees_with_itself_and_its_source_is_left_alone() -> None:
    assert findings(FRENCH) == []


def test_a_row_with_the_part_of_an_item_and_a_mark_has_no_title() -> None:
    english = "1. Opening\n2. Claims\n2.1 New claims\n2.2 Old claims\n3. Closing\nTimetable\n9 a.m.\tItem 1\n"
    english += "10 a.m.\tItem 2.1*\n11 a.m.\tItem 2.1* (continued)\n11.30 a.m.\tItem 2.2*\n12 noon\tItem 3"
    french = "1. Ouverture\n2. Demandes\n2.1 Demandes nouvelles\n2.2 Demandes anciennes\n3. Clôture\n"
    french += "Horaire\n9 heures\tPoint 1\n10 heures\tPoint 2.1*\n11 heures\tPoint 2.1* (suite)\n"
    french += "11 h 30\tPoint 2.2*\nMidi\tPoint 3"

    assert findings(f"Ordre du jour\n{french}", f"Agenda\n{english}") == []


@pytest.mark.parametrize(
    ("right", "wrong", "check_name", "words"),
    [
        ("Point 3. Récupération des", "Point 3. Reprise des", "document-title", "Reprise"),
        ("Point 4. Questions", "Point 4. questions", "document-title", "questions"),
        ("frontaliers (suite)", "frontaliers", "document-same-source", "continued"),
        ("Point 3. Récup", "Point 4. Récup", "document-numbering", "item 3"),
        ("sur la protection du poisson dans", "sur la défense du poisson dans", "document-same-source", "défense"),
        (
            "Groupe de travail sur les cours d’eau s’ouvrira",
            "Groupe sur les cours d’eau s’ouvrira",
            "document-same-source",
            "Groupe",
        ),
        ("Le Groupe de travail sur les cours", "Le groupe de travail sur les cours", "document-name", "groupe"),
    ],
)
def test_a_slip_in_one_place_is_one_finding(right: str, wrong: str, check_name: str, words: str) -> None:
    assert right in FRENCH

    found = findings(FRENCH.replace(right, wrong, 1))

    assert [one.check for one in found] == [check_name]
    assert all(words in one.message for one in found)


def test_two_sub_items_with_each_others_titles_have_changed_places() -> None:
    changed = FRENCH.replace("a) Ouverture de la réunion ;", "a) Adoption de l’ordre du jour ;", 1)
    changed = changed.replace("b) Adoption de l’ordre du jour.", "b) Ouverture de la réunion.", 1)

    assert "document-order" in {one.check for one in findings(changed)}


def test_what_the_source_says_too_is_no_slip_of_the_translation() -> None:
    swapped = (
        FRENCH.replace("Point 3. R", "Point x. R").replace("Point 4. Q", "Point 3. Q").replace("Point x", "Point 4")
    )

    found = check(
        parse_text(
            ENGLISH.replace("Item 3.", "Item x.").replace("Item 4.", "Item 3.").replace("Item x", "Item 4"),
            language="en",
        ),
        parse_text(swapped, language="fr"),
        home=None,
    ).findings

    assert [one for one in found if one.check == "document-numbering"] == []


def contrasts(english: str, french: str) -> list[str]:
    source, target = parse_text(english, language="en"), parse_text(french, language="fr")
    found = check(source, target, home=None, anyway=True).findings
    return [one.target_span.of(one.target) for one in found if one.check == "term-contrast" and one.target_span]


def test_a_body_that_calls_its_meetings_sessions_is_left_alone() -> None:
    english = "Third meeting of the Board\nOpening of the meeting\nThe fourth meeting will be held in Geneva."
    french = "Troisième session du Bureau\nOuverture de la session\nLa quatrième session se tiendra à Genève."
    assert contrasts(english, french) == []
    mixed = french.replace("Troisième session", "Troisième réunion").replace("de la session", "de la réunion")
    assert contrasts(english, mixed) == ["session"]


def test_a_bracket_may_be_closed_in_the_next_segment() -> None:
    english = "The draft [annex II. Its parts] was adopted."
    french = "Le projet [annexe II. Ses parties] a été adopté."
    source, target = parse_text(english, language="en"), parse_text(french, language="fr")
    found = check(source, target, home=None, anyway=True).findings
    assert not [one for one in found if one.check == "markup-brackets"]


def of_document(english: str, french: str) -> list[tuple[str, str]]:
    source, target = parse_text(english, language="en"), parse_text(french, language="fr")
    found = check(source, target, home=None, anyway=True).findings
    shown = [one for one in found if one.level is Level.ERROR]
    return [(one.check, one.target_span.of(one.target) if one.target_span else one.source) for one in shown]


def test_a_document_left_out_is_one_finding() -> None:
    lists = "Documentation\nNote by the Secretariat on the protection of fish (E/CN.9/2030/2)\n"
    more = "Note by the Secretariat on the protection of birds (E/CN.9/2030/7)\n"
    english = ENGLISH.replace("Documentation\n", lists + more)
    entry = "Note du Secrétariat sur la protection des oiseaux (E/CN.9/2030/7)\n"
    assert [name for name, _ in of_document(english, FRENCH.replace("Documentation\n", "Documentation\n" + entry))] == [
        "completeness-empty"
    ]


def test_a_row_of_a_table_left_out_is_one_finding() -> None:
    rows = [("Monday", "1", "Opening"), ("Tuesday", "2", "Fish"), ("Wednesday", "3", "Boats"), ("Friday", "4", "Other")]
    lignes = [
        ("Lundi", "1", "Ouverture"),
        ("Mardi", "2", "Poisson"),
        ("Mercredi", "3", "Bateaux"),
        ("Vendredi", "4", "x"),
    ]
    english = "\n".join(map("\t".join, rows))

    def left_out(*places: int) -> list[str]:
        french = "\n".join("\t".join(one) for place, one in enumerate(lignes) if place not in places)
        source, target = parse_text(english, language="en"), parse_text(french, language="fr")
        found = check(source, target, home=None, anyway=True).findings
        return [one.message for one in found if one.check == "completeness-empty"]

    assert left_out(1) == ["Nothing translates these cells of the table: “Tuesday”, “2”, “Fish”."]
    assert len(left_out(0, 3)) == 2
    assert left_out(0, 1, 2) == ["Nothing translates 9 cells of the table, from “Monday” to “Boats”."]


@pytest.mark.parametrize(
    ("end", "level"),
    [
        ("Les contrôles ont repris en mars dans les ports ; onze capitaines ont payé.", Level.ERROR),
        (
            "Onze capitaines ont payé une amende lors des contrôles, qui ont repris en mars dans tous les ports et au "
            "large aussi.",
            Level.WARNING,
        ),
    ],
)
def test_a_sentence_left_out_is_no_error_where_the_next_one_may_say_it(end: str, level: Level) -> None:
    source = parse_text(
        "Vessels are required to report all of their catches. No day is set. Inspections resumed in March in all "
        "ports; eleven masters were fined.",
        language="en",
    )
    target = parse_text(f"Les navires doivent rendre compte de toutes leurs prises. {end}", language="fr")
    found = check(source, target, home=None, anyway=True).findings
    assert [one.level for one in found if one.check == "completeness-empty"] == [level]


def test_a_short_row_of_a_table_that_is_there_twice_is_one_finding() -> None:
    english = "Tuesday\t9 a.m.–noon\tItem 2\nTuesday\t2–5 p.m.\tItem 3\nFriday\t2–5 p.m.\tItem 4"
    rows = ["Mardi\t9 heures-midi\tPoint 2", "Mardi\t14 heures-17 heures\tPoint 3"]
    rows.append("Vendredi\t14 heures-17 heures\tPoint 4")

    def repeated(french: list[str]) -> list[str]:
        source, target = parse_text(english, language="en"), parse_text("\n".join(french), language="fr")
        found = check(source, target, home=None, anyway=True).findings
        return [one.message for one in found if one.check == "duplication-segment"]

    assert repeated(rows) == []
    assert repeated([*rows[:2], rows[1], rows[2]]) == ["The same text is here twice, and once in the source."]


def test_a_row_that_has_got_into_a_cell_with_its_own_cells_is_there_twice() -> None:
    def repeated(*cells: tuple[str, str]) -> list[tuple[str, str]]:
        pairs = [Pair(n, here, there, kind=BlockKind.CELL) for n, (there, here) in enumerate(cells, 1)]
        draft = prepare(pairs, source_language="en", target_language="fr", concepts=())
        found = registry.get("duplication-segment").run(draft)
        return [(one.target, one.target_span.of(one.target)) for one in found if one.target_span]

    after = ("Item 4", "Point 4"), ("Items 5 and 6", "Points 5 et 6")
    twice = "Mardi 11 mai Point 4 Points 5 et 6 Mardi 11 mai"
    assert repeated(("Tuesday, 11 May", twice), *after) == [(twice, "Point 4 Points 5 et 6 Mardi 11 mai")]
    assert repeated(("Tuesday, 11 May to Tuesday, 18 May", "Mardi 11 mai au mardi 18 mai"), *after) == []
    assert repeated(("Tuesday, 11 May", "Mardi 11 mai Point 7 Mardi 11 mai"), *after) == []


def test_a_sitting_left_out_of_the_timetable_is_no_wrong_number_of_sittings_besides() -> None:
    english = """Provisional agenda
1. Opening of the meeting.
2. Fish.
3. Other matters.
Annotations
1. Opening of the meeting
Resources will be available for three meetings.
2. Fish
The report will be presented.
3. Other matters
None.
Annex
Monday, 14 June 2027\t10 a.m.–1 p.m.\t1\tOpening of the meeting
Monday, 14 June 2027\t3–6 p.m.\t2\tFish
Tuesday, 15 June 2027\t10 a.m.–1 p.m.\t3\tOther matters"""
    french = """Ordre du jour provisoire
1. Ouverture de la réunion.
2. Poissons.
3. Questions diverses.
Annotations
1. Ouverture de la réunion
Les ressources permettront la tenue de trois séances.
2. Poissons
Le rapport sera présenté.
3. Questions diverses
Aucune.
Annexe
Lundi 14 juin 2027\t10 heures-13 heures\t1\tOuverture de la réunion
Lundi 14 juin 2027\t15 heures-18 heures\t2\tPoissons
Mardi 15 juin 2027\t10 heures-13 heures\t3\tQuestions diverses"""

    def found(text: str) -> list[str]:
        documents = parse_text(english, language="en"), parse_text(text, language="fr")
        return [one.check for one in check(*documents, home=None).findings]

    assert found(french) == []
    assert found(french.replace("Lundi 14 juin 2027\t15 heures-18 heures\t2\tPoissons\n", "")) == ["completeness-empty"]
    assert found(french.replace("tenue de trois", "tenue de quatre")) == ["numbers-value"]


@pytest.mark.parametrize("heading", ["II. Annotations", "Annotations"])
def test_the_parts_of_an_agenda_may_have_roman_numbers(heading: str) -> None:
    french = FRENCH.replace("Ordre du jour provisoire", "I. Ordre du jour provisoire").replace("Annotations", heading)
    found = check(None, parse_text(french, language="fr"), home=None).findings
    assert not [one for one in found if one.check.startswith("document-")]


def test_the_items_of_a_list_may_be_in_groups_and_marked() -> None:
    french = FRENCH.replace("1. Questions d’organisation :", "A. Points à examiner\n1. Questions d’organisation :", 1)
    french = french.replace("4. Questions diverses.", "B. Autres points\n4. Questions diverses [I]", 1)
    found = check(None, parse_text(french, language="fr"), home=None).findings
    assert not [one for one in found if one.check.startswith("document-")]


LIST_ONLY = """Comité des cours d’eau
Ordre du jour provisoire
1. Ouverture de la session (pas de document)
2. Protection du poisson (E/CN.9/2030/2)
3. Récupération des bateaux volés (E/CN.9/2030/3)
Calendrier
Mardi 10 septembre
10 heures-13 heures
1. Ouverture de la session
2. Protection du poisson
Mercredi 11 septembre
3. Récupération des bateaux volés
"""


@pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        ("", "", []),
        (
            "\n3. Récupération des bateaux volés\n",
            "\n3. Restitution des bateaux volés\n",
            [("document-title", "Restitution")],
        ),
        (
            "\n3. Récupération des bateaux volés\n",
            "\n4. Récupération des bateaux volés\n",
            [("document-numbering", "")],
        ),
    ],
)
def test_an_agenda_may_be_a_list_and_a_table(right: str, wrong: str, found: list[tuple[str, str]]) -> None:
    text = LIST_ONLY.replace(right, wrong) if right else LIST_ONLY
    flagged = [
        (one.check, one.target_span.of(one.target) if one.target_span else "")
        for one in check(None, parse_text(text, language="fr"), home=None).findings
        if one.check.startswith("document-")
    ]
    assert [name for name, _ in flagged] == [name for name, _ in found]
    assert all(words in there for (_, words), (_, there) in zip(found, flagged, strict=True))


def test_a_short_heading_may_be_written_out_in_full() -> None:
    in_full = "\nListe annotée des points inscrits à l’ordre du jour provisoire\n"
    source, target = (
        parse_text(text, language=language, segmentation="lines")
        for text, language in ((ENGLISH, "en"), (FRENCH.replace("\nAnnotations\n", in_full), "fr"))
    )

    found = check(source, target, home=None, segmentation="lines").findings

    assert [one for one in found if one.check.startswith("completeness-")] == []
