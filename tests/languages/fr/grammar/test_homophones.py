"""The table of homophones: each row behaves as its examples say, and what it does not understand it refuses."""

from __future__ import annotations

import pytest

from tmtool.languages import tables
from tmtool.languages.fr.grammar.forms import homophones
from tmtool.languages.fr.grammar.forms.homophone_conditions import KINDS, condition
from tmtool.languages.fr.grammar.forms.homophone_places import Place, lists
from tmtool.languages.fr.grammar.forms.homophone_sentences import SENTENCES, SLOTS
from tmtool.languages.fr.grammar.forms.homophones import Row, deciding, meant
from tmtool.languages.fr.grammar.words.reading import Word, reading

ROWS = [row for rows in homophones.rows().values() for row in rows]
REPORTING = [row for row in ROWS if row.meant]
SILENT = [row for row in ROWS if not row.meant]
HEAD = [line for line in homophones.TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]


def name(row: Row) -> str:
    return f"{row.written} {row.asked}"


def marked(example: str) -> tuple[tuple[Word, ...], int]:
    """Returns the words of an example and the place of the one that its asterisks mark."""
    words = reading(example.replace("*", ""))
    return words, next(at for at, word in enumerate(words) if word.span.start == example.index("*"))


def corrected(row: Row) -> str:
    before, word, after = row.wrong.split("*")
    right = row.meant.replace("'", "’")
    return before + (right.capitalize() if word[0].isupper() else right) + after


@pytest.mark.parametrize("row", REPORTING, ids=name)
def test_a_row_reports_the_word_of_its_wrong_example_and_leaves_that_of_the_right_one(row: Row) -> None:
    words, at = marked(row.wrong)
    assert words[at].lower == row.written
    assert deciding(words, at) is row

    words, at = marked(row.right)
    assert words[at].lower == row.written
    assert meant(words, at) == ""


@pytest.mark.parametrize("row", REPORTING, ids=name)
def test_nothing_is_reported_where_the_word_that_is_meant_is_there(row: Row) -> None:
    words = reading(corrected(row))

    assert [words[at].text for at in range(len(words)) if meant(words, at)] == []


@pytest.mark.parametrize("row", SILENT, ids=name)
def test_a_row_that_lets_the_word_stay_keeps_a_later_one_from_reporting_it(row: Row) -> None:
    words, at = marked(row.right)
    assert words[at].lower == row.written
    assert deciding(words, at) is row

    rows = homophones.rows()[row.written]
    later = next((one for one in rows[rows.index(row) + 1 :] if one.holds(Place.of(words, at))), None)
    assert later is not None
    assert later.meant


@pytest.mark.parametrize(
    ("asked", "unknown"),
    [
        ("after: infinitives", "infinitives"),
        ("near: infinitive", "near"),
        ("within six before: noun", "within six"),
        ("no clause follows", "no clause"),
    ],
)
def test_a_condition_that_is_not_in_the_language_is_refused(asked: str, unknown: str) -> None:
    with pytest.raises(ValueError, match=unknown):
        condition(asked)


@pytest.mark.parametrize(
    "cells",
    [
        ("a", "à", "after: infinitive", "", "Il *a* examiné le point."),
        ("a", "à", "after: infinitive", "Il tend *a* voter.", "Il a examiné le point."),
        ("a", "=", "after: latin", "", ""),
        ("a", "à", "after: infinitive"),
    ],
)
def test_a_row_without_its_examples_is_refused(cells: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "rows", lambda path: [cells])

    with pytest.raises(ValueError, match=r"homophones\.tsv: a · "):
        homophones.rows.__wrapped__()


def test_the_head_of_the_table_explains_every_kind_of_word_and_every_question_about_the_sentence() -> None:
    text = " ".join(word for line in HEAD for word in line.lstrip("#").split())

    assert [one for one in (*KINDS, *SENTENCES, *SLOTS) if one not in text] == []


def test_no_list_bears_the_name_of_a_kind_of_word_and_none_is_left_unused() -> None:
    questions = [question for row in ROWS for question in row.asked.split("; ")]
    used = {one for question in questions for one in question.partition(": ")[2].split(" | ")}

    assert lists().keys() & KINDS.keys() == set()
    assert lists().keys() - used == {"small adverbs"}


def test_neighbours_count_only_where_nothing_parts_the_words() -> None:
    words = reading("Il a, le 14 mai, voté ici même")

    assert Place.of(words, 1).after is None
    assert Place.of(words, 2).before is None
    assert Place.of(words, 2).after is None
    voted = Place.of(words, 4)
    assert (voted.before, voted.earlier) == (None, None)
    assert [word.text for word in (voted.after, voted.later) if word] == ["ici", "même"]
