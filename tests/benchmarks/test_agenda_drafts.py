"""A finding in a draft of an agenda is credited to the error that it reports, and one without a place only once."""

from __future__ import annotations

from dataclasses import replace

from agenda_drafts import Wrong, credited
from tmtool.model import Finding, Level, Span

LINE = "Le Comité se réunira mardi et fera rapport sur les forêts."
ERRORS = [
    Wrong(LINE, "date", "mardi", "lundi", ""),
    Wrong(LINE, "omission", "rapport", "rapport annuel", ""),
    Wrong(LINE, "omission", "forêts", "grandes forêts", ""),
]


def finding(check: str, message: str, target: str = LINE, span: Span | None = None) -> Finding:
    return Finding(1, check, Level.WARNING, message, "omission", target=target, target_span=span)


def test_a_finding_at_the_wrong_words_reports_them_and_no_others() -> None:
    start = LINE.index("mardi")
    missed, false = credited([finding("dates-weekday", "A day.", span=Span(start, start + 5))], ERRORS)
    assert (missed, false) == (ERRORS[1:], [])


def test_a_finding_without_a_place_reports_one_error_of_its_line_that_nothing_else_reports() -> None:
    start = LINE.index("mardi")
    placed = finding("dates-weekday", "A day.", span=Span(start, start + 5))
    placeless = finding("completeness-omission", "Nothing here answers to “yearly”.")
    missed, false = credited([placeless, placed], ERRORS)
    assert (missed, false) == (ERRORS[2:], [])


def test_a_finding_reports_an_error_whose_words_go_beyond_its_sentence() -> None:
    error = Wrong(f"{LINE} Il est saisi.", "omission", "sur les forêts. Il", "sur les forêts d’altitude. Il", "")
    start = LINE.index("forêts")
    placed = finding("completeness-omission", "Nothing here answers to “upland”.", span=Span(start, start + 6))
    assert credited([placed], [error]) == ([], [])


def test_a_row_that_is_said_to_be_left_out_is_the_error_whose_right_words_it_names() -> None:
    row = Wrong("Vendredi 5 novembre", "omission", "Vendredi 5 novembre", "15 heures-17 h 30 6 et 7", "")
    left_out = finding("completeness-empty", "Nothing translates these cells: “3–5.30 p.m.”, “6 and 7”.", target="")
    assert credited([left_out], [row]) == ([], [])
    assert credited([left_out], ERRORS) == (ERRORS, [left_out])


def test_a_row_left_out_is_known_by_its_words_in_the_source() -> None:
    source = ("3–6 p.m.\tShore power",)
    row = Wrong("Point 3", "omission", "Point 3", "Point 3 15 heures-18 heures Alimentation", "", source)
    left_out = replace(finding("completeness-empty", "Nothing translates these cells.", target=""), source=source[0])
    assert credited([left_out], [row]) == ([], [])


def test_a_sentence_left_out_of_its_line_is_known_by_its_source() -> None:
    source = "It meets. No one will vote."
    error = Wrong(LINE, "omission", "les forêts.", "les forêts. Nul ne votera.", "", source=source)
    left_out = replace(finding("completeness-empty", "Nothing translates it.", target=""), source="No one will vote.")
    assert credited([left_out], [error]) == ([], [])
    shorter = replace(error, right="forêts.")
    assert credited([left_out], [shorter]) == ([shorter], [left_out])


def test_a_title_worded_otherwise_is_told_at_either_place_though_its_words_are_repeated() -> None:
    title = Wrong(
        "Droit aux données et aux archives", "title", "aux données et aux archives", "aux données et archives", ""
    )
    elsewhere = finding("document-title", "Item 3 has “et” in the annotations, but “et aux” in the list of items.")
    assert credited([elsewhere], [title]) == ([], [])


def test_a_finding_elsewhere_that_quotes_nothing_wrong_is_false() -> None:
    other = finding("spelling-word", "“Comitté” is unknown.", target="Le Comitté", span=Span(3, 10))
    assert credited([other], ERRORS) == (ERRORS, [other])
