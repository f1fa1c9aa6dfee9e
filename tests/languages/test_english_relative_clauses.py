"""Which number the verbs of English relative clauses say their subject has."""

from __future__ import annotations

import pytest

from tmtool.languages.en.relative_clauses import relative_clauses


@pytest.mark.parametrize(
    ("text", "verb", "is_plural"),
    [
        ("the experts who have met", "have", True),
        ("the reports, which also contain tables", "contain", True),
        ("the report of the experts which contains tables", "contains", False),
        ("the item that is on the agenda", "is", False),
    ],
)
def test_the_verb_of_a_relative_clause_tells_the_number_of_its_subject(text: str, verb: str, is_plural: bool) -> None:
    (clause,) = relative_clauses(text)
    assert (clause.verb.of(text), clause.is_plural) == (verb, is_plural)


@pytest.mark.parametrize(
    "text",
    [
        "the reports which contained tables",
        "the rooms in which are held the meetings",
        "the States which would attend",
        "a series of measures which are useful",
        "the staff who have been recruited",
    ],
)
def test_a_verb_of_one_form_and_a_noun_for_many_tell_nothing(text: str) -> None:
    assert relative_clauses(text) == ()


def test_the_plurals_before_the_pronoun_are_told() -> None:
    text = "Two notes. The status of the children of the towns which are here"
    (clause,) = relative_clauses(text)
    assert sorted(span.of(text) for span in clause.plurals) == ["children", "towns"]
