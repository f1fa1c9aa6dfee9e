"""List labels are taken off the words, with their value and their place among other labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.documents.labels import bare_title, differ, has_end_mark, paths, styles, take_label, value


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("1. Opening", "1.", "Opening"),
        ("12.\tOpening", "12.", "Opening"),
        ("2.1. Scope", "2.1.", "Scope"),
        ("(a) Opening", "(a)", "Opening"),
        ("a) Ouverture", "a)", "Ouverture"),
        ("(iv) Opening", "(iv)", "Opening"),
        ("iv)\u00a0Ouverture", "iv)", "Ouverture"),
        ("3) Opening", "3)", "Opening"),
        ("- 1. Opening", "1.", "Opening"),
        (" - a) Ouverture", "a)", "Ouverture"),
        ("a. Opening", "a.", "Opening"),
        ("– Opening", "–", "Opening"),
        ("• Opening", "•", "Opening"),
        ("IV. Conclusions", "IV.", "Conclusions"),
        ("A. Opening", "A.", "Opening"),
        ("(a)", "(a)", ""),
        ("2.1 Scope", "2.1", "Scope"),
        ("2.1.10 Scope", "2.1.10", "Scope"),
        ("29C.10 The Office", "29C.10", "The Office"),
        ("31.I.2 The Commission", "31.I.2", "The Commission"),
    ],
)
def test_a_label_is_taken_off(text: str, label: str, rest: str) -> None:
    assert take_label(text) == (label, rest)


@pytest.mark.parametrize(
    ("text", "label", "same", "other"),
    [
        ("أولاً - الهدف", "أولاً -", "I.", "II."),
        ("حادي عشر- الهدف", "حادي عشر-", "XI.", "I."),
        ("باء - الأهداف", "باء -", "B.", "C."),
        ("ج- الملوثات", "ج-", "c.", "d."),
        ("二. 核不扩散", "二.", "II.", "III."),
        ("十一、合作", "十一、", "XI.", "X."),
        ("А. Общие выводы", "А.", "A.", "B."),
        ("В. Цели", "В.", "B.", "D."),
    ],
)
def test_headings_of_other_scripts_have_labels_of_their_own(text: str, label: str, same: str, other: str) -> None:
    assert take_label(text)[0] == label
    assert not differ(same, label)
    assert differ(other, label)


@pytest.mark.parametrize("text", ["А. Петров взял слово.", "一九九五年", "ثانية - واحدة", "二.五", "واو"])
def test_names_and_numbers_of_other_scripts_are_no_labels(text: str) -> None:
    assert take_label(text) == ("", text)


@pytest.mark.parametrize(
    "text",
    [
        "1.5 million people",
        "10.30 Opening",
        "10 a.m.–1 p.m.",
        "2020. It was so.",
        "M. Diallo a pris la parole.",
        "C. Smith spoke.",
        "A meeting was held.",
        "(see annex) The Group",
        "-5 degrees",
        "–",
        "1 000 States",
        "e.g. Peru",
        "a.m. and p.m.",
        "",
    ],
)
def test_what_only_looks_like_a_label_stays(text: str) -> None:
    assert take_label(text) == ("", text)


@given(st.text(max_size=20))
def test_label_and_rest_are_in_the_text_and_the_rest_ends_it(text: str) -> None:
    label, rest = take_label(text)
    assert text.endswith(rest)
    assert label in text.removesuffix(rest)


@pytest.mark.parametrize(
    ("label", "count"), [("(a)", "a"), ("a)", "a"), ("2.1.", "2.1"), ("iv)", "iv"), ("IV.", "iv"), ("–", ""), ("•", "")]
)
def test_equal_labels_of_two_languages_have_one_value(label: str, count: str) -> None:
    assert value(label) == count


def test_an_i_is_a_roman_numeral_or_a_letter() -> None:
    assert styles("(i)") == ("roman", "letter")
    assert styles("(v)") == ("letter", "roman")
    assert styles("(iv)") == ("roman", "letter")
    assert styles("(h)") == ("letter",)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("1. 2. 3.", "1 2 3"),
        ("1. a) b) 2. a)", "1 1.a 1.b 2 2.a"),
        ("1. (a) (i) (ii) (b) 2.", "1 1.a 1.a.i 1.a.ii 1.b 2"),
        ("a) b) c) d) e) f) g) h) i) j)", "a b c d e f g h i j"),
        ("i) ii) iii) iv) v) vi)", "i ii iii iv v vi"),
        ("I. A. 1. B. II. A.", "i i.a i.a.1 i.b ii ii.a"),
    ],
)
def test_paths_follow_the_series_of_labels(labels: str, expected: str) -> None:
    assert [".".join(path) for path in paths(labels.split())] == expected.split()


@pytest.mark.parametrize("text", ["It is.", "Is it?", "thus:", "one;", "“Yes.”", "« Oui. »", "(It is.)", "and so on…"])
def test_an_end_mark_may_come_before_quotes_and_brackets(text: str) -> None:
    assert has_end_mark(text)
    assert not has_end_mark(text.rstrip(".?:;…”») ") + " more")


def test_a_title_is_bare_without_its_final_mark() -> None:
    assert [bare_title(text) for text in ("Organizational matters.", "Ouverture ;", "Points :", "Whose?")] == [
        "Organizational matters",
        "Ouverture",
        "Points",
        "Whose?",
    ]
