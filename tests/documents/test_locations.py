"""A place is what a reader sees: item, heading, number of the paragraph, row, page, line."""

from __future__ import annotations

from tmtool.documents.agenda import agenda
from tmtool.documents.locations import locations
from tmtool.documents.reading import parse_text
from tmtool.present.catalogues import catalogue
from tmtool.present.locations import in_words

AGENDA = """A/80/1
Distr.: General
Original: English

Working Group on Timetables

Annotated provisional agenda

Agenda

1. Organizational matters:
(a) Opening of the meeting;
(b) Adoption of the agenda.
2. Other matters.

Annotations

1. Organizational matters

(a) Opening of the meeting

The meeting will be opened on Monday.

It will end on Friday.

(b) Adoption of the agenda

The agenda is in the annex.

2. Other matters

Nothing has been brought to the attention of the Secretariat.

Annex
Date\tItem\tTitle
Monday\t1 (a)\tOpening of the meeting
"""
REPORT = """II. Proceedings

12. The Committee met twice. It heard a statement.

13. It decided:
(a) To meet again;
(b) To publish its report.
"""


def places(text: str, *, has_lines: bool = False, language: str = "en") -> dict[str, str]:
    document = parse_text(text, language="en")
    found = locations(document, agenda(document), has_lines=has_lines)
    said = (in_words(one).in_language(catalogue(language)) for one in found)
    return dict(zip((segment.text for segment in document.segments), said, strict=True))


def test_in_an_agenda_the_item_is_said_and_which_paragraph_of_its_annotation() -> None:
    found = places(AGENDA)
    assert found["Other matters"] == "item 2"
    assert found["The meeting will be opened on Monday."] == "item 1 (a), paragraph 1"
    assert found["It will end on Friday."] == "item 1 (a), paragraph 2"
    assert found["The agenda is in the annex."] == "item 1 (b), paragraph 1"
    assert found["Distr.: General"] == "cover"


def test_a_line_that_names_documents_heads_nothing() -> None:
    named = "Documentation: A/80/5, A/80/6 and A/80/7"
    found = places(AGENDA.replace("The meeting will be", f"{named}\n\nThe meeting will be"))
    assert found[named].startswith("item 1 (a), heading")
    assert found["It will end on Friday."] == "item 1 (a), paragraph 2"


def test_in_a_table_the_row_is_said() -> None:
    assert places(AGENDA)["Monday"].endswith("table 1, row 2")


def test_paragraphs_under_one_heading_are_counted_through_past_a_table() -> None:
    found = places("Proceedings\n\nIt met twice.\n\nDate\tTitle\nMonday\tOpening\n\nIt will meet again.\n")
    assert found["It met twice."].endswith("paragraph 1")
    assert found["It will meet again."].endswith("paragraph 2")


def test_in_a_report_the_number_of_the_paragraph_is_said() -> None:
    found = places(REPORT)
    assert found["Proceedings"] == "heading “II. Proceedings”"
    assert found["It heard a statement."] == "under “II. Proceedings”, paragraph 12"
    assert found["To publish its report."] == "under “II. Proceedings”, paragraph 13 (b)"


def test_of_a_text_file_the_line_is_said_too() -> None:
    assert places(REPORT, has_lines=True)["It heard a statement."].endswith("paragraph 12, line 3")


def test_of_a_text_with_pages_the_page_is_said() -> None:
    found = places("The first page ends.\n\fThe second page begins.\n")
    assert list(found.values()) == ["paragraph 1, page 1", "paragraph 2, page 2"]


def test_a_place_is_said_as_the_language_writes_it() -> None:
    assert places(AGENDA, language="fr")["It will end on Friday."] == "point 1 a), paragraphe 2"
