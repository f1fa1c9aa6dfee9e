"""An agenda is seen part by part, the same in every form of the file and in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.documents.agenda import Agenda, agenda
from tmtool.documents.reading import Segmentation, parse_lines, parse_text
from tmtool.formats.reading import read_document
from tmtool.languages import language_of
from tmtool.languages.tables import of_every_language, rows
from tmtool.text.tokens import normalise

SHARED = Path(__file__).parents[3] / "shared"
EXAMPLES = SHARED / "data" / "examples" / "agenda"
REAL = SHARED / "agenda" / "ctoc-cop-wg7-2020-1.fr.txt"

TITLES = {
    "en": (
        "Organizational matters",
        "Practical steps for the return of assets when several States claim them",
        "Beneficial ownership: access by foreign authorities to registers of legal persons",
        "Technical assistance",
        "Adoption of the report",
    ),
    "fr": (
        "Questions d'organisation",
        "Mesures pratiques de restitution d'avoirs revendiqués par plusieurs États",
        "Propriété effective : accès des autorités étrangères aux registres des personnes morales",
        "Assistance technique",
        "Adoption du rapport",
    ),
}
NOTES = {
    "en": (
        "Note by the Secretariat on competing claims to stolen assets (CAC/COSP/WG.2/2027/2)",
        "Note by the Secretariat on access to registers of beneficial owners (CAC/COSP/WG.2/2027/3)",
    ),
    "fr": (
        "Note du Secrétariat sur les revendications concurrentes portant sur des avoirs volés (CAC/COSP/WG.2/2027/2)",
        "Note du Secrétariat sur l'accès aux registres des bénéficiaires effectifs (CAC/COSP/WG.2/2027/3)",
    ),
}
WHEN = {
    "en": (("Monday, 14 June", "Tuesday, 15 June", "Wednesday, 16 June"), "10 a.m.–1 p.m.", "3–4.30 p.m."),
    "fr": (("Lundi 14 juin", "Mardi 15 juin", "Mercredi 16 juin"), "10 heures-13 heures", "15 heures-16 h 30"),
}


def parsed(path: Path, language: str, segmentation: Segmentation = "auto") -> Agenda:
    found = agenda(read_document(path, language=language, segmentation=segmentation))
    assert found is not None
    return found


@pytest.mark.skipif(not EXAMPLES.is_dir(), reason="no example agenda here")
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("name", "segmentation"),
    [("{}.txt", "lines"), ("{}.txt", "auto"), ("{}.raw.txt", "auto"), ("{}.raw.txt", "lines"), ("{}.docx", "auto")],
)
def test_the_example_agenda_is_whole_in_every_form(name: str, segmentation: Segmentation, language: str) -> None:
    found = parsed(EXAMPLES / name.format(language), language, segmentation)
    titles = [(str(number), title) for number, title in enumerate(TITLES[language], 1)]
    assert [(item.label, normalise(item.title)) for item in found.items] == titles
    assert [(item.label, normalise(item.title)) for item in found.annotations] == titles
    assert [(entry.item, normalise(entry.text), entry.symbols) for entry in found.documentation] == [
        (number, text, (f"CAC/COSP/WG.2/2027/{number}",))
        for number, text in zip(("2", "3"), NOTES[language], strict=True)
    ]
    assert found.symbol == "CAC/COSP/WG.2/2027/1"
    assert found.meeting_dates == ("2027-06-14", "2027-06-15", "2027-06-16")
    if name == "{}.raw.txt" and segmentation == "lines":
        return  # a row of the table is one line there and cannot be told apart
    (first, second, third), morning, afternoon = WHEN[language]
    rows = [(first, morning), (first, morning), (second, morning), (third, morning), (third, afternoon)]
    assert [(row.date, normalise(row.hours), row.item, normalise(row.title)) for row in found.sittings] == [
        (*when, *item) for when, item in zip(rows, titles, strict=True)
    ]
    assert not any(row.continued for row in found.sittings)


@pytest.mark.skipif(not EXAMPLES.is_dir(), reason="no example agenda here")
@pytest.mark.parametrize("name", ["en.txt", "en.raw.txt", "en.docx"])
def test_parts_point_to_their_segments_and_blocks(name: str) -> None:
    document = read_document(EXAMPLES / name, language="en")
    found = agenda(document)
    assert found is not None
    for item in (*found.items, *found.annotations):
        assert document.segments[item.segment - 1].text.startswith(item.title)
        assert document.blocks[item.block].text.startswith(item.title)
    for entry in found.documentation:
        assert document.segments[entry.segment - 1].text == entry.text
    for row in found.sittings:
        assert [document.segments[number - 1].text for number in row.segments] == [row.item, row.title]


@pytest.mark.skipif(not REAL.is_file(), reason="no real agenda here")
def test_the_real_agenda_is_whole() -> None:
    found = parsed(REAL, "fr")
    labels = ["1", "1.a", "1.b", "2", "3", "4", "5"]
    assert [item.label for item in found.items] == labels
    assert [item.label for item in found.annotations] == labels
    assert [(entry.item, entry.symbols) for entry in found.documentation] == [
        ("2", ("CTOC/COP/WG.7/2020/2",)),
        ("3", ("CTOC/COP/WG.7/2020/3",)),
    ]
    first, second = "Mardi 8 septembre", "Mercredi 9 septembre"
    morning, afternoon = "10 heures-13 heures", "15 heures-18 heures"
    assert [(row.date, row.hours, row.item, row.continued) for row in found.sittings] == [
        (first, morning, "1.a", False),
        (first, morning, "1.b", False),
        (first, morning, "2", False),
        (first, afternoon, "2", True),
        (first, afternoon, "3", False),
        (second, morning, "3", True),
        (second, afternoon, "4", False),
        (second, afternoon, "5", False),
    ]
    titles = {item.label: item.title for item in found.items}
    assert all(row.title == titles[row.item] for row in found.sittings)
    assert (found.symbol, found.meeting_dates) == ("", ("2020-09-08", "2020-09-09"))
    # The wording of item 2 changes between list and annotation: what checks are for.
    assert [a.label for a, b in zip(found.items, found.annotations, strict=True) if a.title != b.title] == ["2"]


AGENDA = """A/1/2027/1
Distr.: General
Working Group
Vienna, 29 June–2 July 2027
Provisional agenda
1. Organizational matters:
(a) Opening of the meeting;
(b) Adoption of the agenda.
2. Smuggling of migrants.
3. Adoption of the report.
Annotations
1. Organizational matters
(a) Opening of the meeting
The Group will meet. It may consider:
(a) Boats;
(b) Planes.
(b) Adoption of the agenda
The agenda is before it.
2. Smuggling of migrants
The Group may wish to talk.
Documentation
Note by the Secretariat (A/1/2027/2)
Report of the Secretary-General on ships
3. Adoption of the report
The Group will adopt a report.
Documentation
None
Annex
Organization of work
Monday, 29 June
10 a.m.–noon
1 (a) and (b)
Organizational matters
3–6 p.m.
2
Smuggling of migrants (continued)"""


def of(text: str, language: str = "en") -> Agenda | None:
    return agenda(parse_lines(text.split("\n"), language=language))


def known(text: str) -> Agenda:
    found = of(text)
    assert found is not None
    return found


def test_a_list_inside_an_annotation_is_no_heading() -> None:
    assert [item.label for item in known(AGENDA).annotations] == ["1", "1.a", "1.b", "2", "3"]


def test_documents_without_symbol_are_listed_and_none_is_no_document() -> None:
    assert [(entry.item, entry.symbols) for entry in known(AGENDA).documentation] == [("2", ("A/1/2027/2",)), ("2", ())]


def test_a_range_of_dates_on_the_cover_is_filled_in_across_months() -> None:
    assert known(AGENDA).meeting_dates == ("2027-06-29", "2027-06-30", "2027-07-01", "2027-07-02")


def test_a_row_may_take_up_several_items_or_go_on_with_one() -> None:
    assert [(row.hours, row.item, row.title, row.continued) for row in known(AGENDA).sittings] == [
        ("10 a.m.–noon", "1.a, 1.b", "Organizational matters", False),
        ("3–6 p.m.", "2", "Smuggling of migrants", True),
    ]


def test_an_annotation_keeps_its_number_and_wording_even_if_wrong() -> None:
    wrong = AGENDA.replace("2. Smuggling of migrants\n", "4. Smuggling of refugees\n")
    assert [(item.label, item.title) for item in known(wrong).annotations][3] == ("4", "Smuggling of refugees")


def test_an_annotation_with_an_end_mark_by_mistake_is_one_still() -> None:
    assert [item.label for item in known(AGENDA.replace("migrants\nThe", "migrants.\nThe")).annotations][3] == "2"


def test_without_the_word_annotations_they_begin_where_numbers_begin_anew() -> None:
    assert known(AGENDA.replace("Annotations\n", "")).annotations == tuple(
        type(item)(item.label, item.title, item.segment - 1, item.block - 1) for item in known(AGENDA).annotations
    )


@pytest.mark.parametrize(
    "text", ["The Group met.", "1. Opening.\n2. Report.", "Provisional agenda\n1. Opening.\nAnnotations\nText."]
)
def test_a_text_without_list_and_annotations_is_no_agenda(text: str) -> None:
    assert of(text) is None


@pytest.mark.parametrize(
    ("text", "tag", "cue", "known"),
    [
        ("Annex I", "en", "annex", True),
        ("ANNEXE", "fr", "annex", True),
        ("Ordre du jour provisoire*", "fr-CH", "items", True),
        ("Projet d'ordre du jour provisoire", "fr", "items", True),
        ("Annexes and tables", "en", "annex", False),
        ("Annex", "de", "annex", False),
    ],
)
def test_a_cue_is_recognised_with_a_number_a_star_or_another_apostrophe(
    text: str, tag: str, cue: str, known: bool
) -> None:
    assert language_of(tag).cues.is_one(text, cue) is known


def test_all_languages_have_the_same_cues_each_phrase_once() -> None:
    tables = [rows(path) for path in of_every_language("agenda.tsv")]
    assert len(tables) > 1
    for table in tables:
        assert {len(row) for row in table} == {2}
        assert len(set(table)) == len(table)
        assert {cue for cue, _ in table} == {cue for cue, _ in tables[0]}


HEADED = AGENDA.split("Annex\n")[0] + "Proposed organization of work: plenary\n"


def test_a_timetable_whose_rows_name_the_item_before_its_title_is_read() -> None:
    rows = "Monday, 29 June\n10 a.m.–noon\nItem 1. Organizational matters\n3–6 p.m.\nItem 2. Smuggling of migrants"
    assert [(row.hours, row.item, row.title) for row in known(HEADED + rows).sittings] == [
        ("10 a.m.–noon", "1", "Organizational matters"),
        ("3–6 p.m.", "2", "Smuggling of migrants"),
    ]


def test_a_remark_after_an_item_of_the_timetable_is_no_title() -> None:
    rows = "Monday, 29 June\n10 a.m.–noon\nItem 1; dialogue\n3–6 p.m.\nItem 2. Smuggling of migrants"
    assert [row.title for row in known(HEADED + rows).sittings] == ["", "Smuggling of migrants"]


def test_a_row_of_the_timetable_may_be_one_line() -> None:
    rows = "Annex\nMonday, 29 June\n10 a.m.–noon\t1\tOrganizational matters\n\t2\tSmuggling of migrants"
    found = known(AGENDA.split("Annex\n")[0] + rows).sittings
    assert [(row.date, row.hours, row.item, row.title) for row in found] == [
        ("Monday, 29 June", "10 a.m.–noon", "1", "Organizational matters"),
        ("Monday, 29 June", "10 a.m.–noon", "2", "Smuggling of migrants"),
    ]


def test_a_cell_may_have_several_items_each_with_its_title() -> None:
    rows = "Annex\nMonday, 29 June\n10 a.m.–noon\t2. Smuggling of migrants; 3. Adoption of the report"
    found = known(AGENDA.split("Annex\n")[0] + rows).sittings
    assert [(row.hours, row.item, row.title) for row in found] == [
        ("10 a.m.–noon", "2", "Smuggling of migrants"),
        ("10 a.m.–noon", "3", "Adoption of the report"),
    ]


def test_the_hours_may_head_the_columns_and_items_be_named_without_title() -> None:
    table = "Annex\n\nDate\tMorning (10 a.m.–1 p.m.)\tAfternoon (3–6 p.m.)\nMonday, 29 June\tItems 1 and 2\tItem 3\n"
    found = agenda(parse_text(AGENDA.split("Annex\n")[0] + table, language="en"))
    assert found is not None
    assert [(row.hours, row.item, row.title) for row in found.sittings] == [
        ("Morning (10 a.m.–1 p.m.)", "1, 2", ""),
        ("Afternoon (3–6 p.m.)", "3", ""),
    ]


def test_a_heading_inside_an_annotation_is_no_timetable() -> None:
    inside = AGENDA.replace("The agenda is before it.", "Organization of work\nThe agenda is before it.")
    assert [item.label for item in known(inside).annotations] == ["1", "1.a", "1.b", "2", "3"]


COVER = """E/CN.99/2031/1
Commission on Lakes
Vienna, 3–5 June 2031
Provisional annotated agenda
"""
BODY = (
    "1. Opening of the session",
    "2. Adoption of the agenda",
    "3. Lakes that freeze",
    "(a) Ice",
    "(b) Skating",
    "4. Lakes that dry out",
    "5. Closing of the session",
)
LABELS = ["1", "2", "3", "3.a", "3.b", "4", "5"]
SAYS = "The Commission will consider the matter. It may wish to take a decision."


def labels(text: str) -> list[str]:
    return [item.label for item in known(text).items]


def test_a_list_under_the_heading_of_an_agenda_is_one_without_annotations() -> None:
    assert labels(COVER + "\n".join(BODY)) == LABELS
    assert known(COVER + "\n".join(BODY)).meeting_dates == ("2031-06-03", "2031-06-04", "2031-06-05")


def test_annotations_and_lists_in_them_may_be_between_the_items() -> None:
    between = [f"{item}\n{SAYS}\n(a) Boats;\n(b) Planes." if item[2:4] == " L" else item for item in BODY]
    assert labels(COVER + "\n".join(between)) == [one for one in LABELS if "." not in one]


def test_days_may_head_the_items_and_sub_items_have_decimal_numbers() -> None:
    days = ["Tuesday, 3 June", *BODY[:2], "2.1 Time", "2.2 Documents", SAYS, "Wednesday, 4 June", BODY[2], *BODY[5:]]
    assert labels(COVER + "\n".join(days)) == ["1", "2", "2.2.1", "2.2.2", "3", "4", "5"]


@pytest.mark.parametrize("number", ["Item {}. ", "Agenda item {} – ", "{} "])
def test_items_may_have_a_word_or_no_mark_with_their_number(number: str) -> None:
    named = [number.format(place) + title[3:] for place, title in enumerate((*BODY[:3], *BODY[5:]), 1)]
    assert labels(COVER + "\n".join(named)) == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("row", ["{}. {}\tE/CN.99/2031/{}", "{}\t{}\tE/CN.99/2031/{}"])
def test_items_may_be_rows_of_a_table_with_their_documents(row: str) -> None:
    rows = [row.format(place, title[3:], place) for place, title in enumerate((*BODY[:3], *BODY[5:]), 1)]
    found = agenda(parse_text(COVER + "Item\tDocument\n" + "\n".join(rows), language="en"))
    assert found is not None
    assert [(item.label, item.title) for item in found.items][2:4] == [
        ("3", "Lakes that freeze"),
        ("4", "Lakes that dry out"),
    ]


def test_annotations_may_be_headed_by_the_word_item_and_the_title() -> None:
    again = [f"Item {title[0]}. {title[3:]}\n{SAYS}" for title in (*BODY[:3], *BODY[5:])]
    found = known(COVER + "\n".join((*BODY, "Annotated list", *again)))
    assert [item.label for item in found.annotations] == ["1", "2", "3", "4", "5"]
    assert [item.label for item in found.items] == LABELS


def test_a_title_may_be_in_the_line_below_its_number() -> None:
    items = "\n".join(f"Item {title[0]}\n{title[3:]}\n{SAYS}" for title in (*BODY[:3], *BODY[5:]))
    cover = COVER.replace("Provisional annotated agenda", "Annotations to the provisional agenda")
    assert labels(cover + items) == ["1", "2", "3", "4", "5"]
    assert labels(COVER + "\n".join(BODY) + "\n" + items) == LABELS
    assert len(known(COVER + "\n".join(BODY) + "\n" + items).annotations) == 5


def test_a_heading_may_say_at_length_of_which_session_the_agenda_is() -> None:
    place = " for the first session of the Commission on Lakes" + ", to be held at its seat in Vienna" * 4
    assert labels(COVER.strip() + place + "\n" + "\n".join(BODY)) == LABELS


def test_a_number_that_is_wrong_in_the_list_stays_as_it_is() -> None:
    assert labels(COVER + "\n".join(BODY).replace("4. Lakes", "5. Lakes")) == [*LABELS[:5], "5", "5"]


@pytest.mark.parametrize(
    "text",
    [
        "Report of the Commission\nI. Adoption of the agenda\n" + "\n".join(BODY),
        "Report of the Commission\nThe Commission adopted the following agenda:\n" + "\n".join(BODY),
        "Item 2 of the provisional agenda\nReport on lakes\n" + "\n".join(BODY),
        COVER + "\n".join(f"{number}. {SAYS}" for number in range(1, 9)),
        COVER + "\n".join(BODY[:3]),
        "\n".join([*["The Commission met."] * 40, "Provisional agenda", *BODY]),
    ],
)
def test_a_report_or_a_list_under_another_heading_is_no_agenda(text: str) -> None:
    assert of(text) is None
