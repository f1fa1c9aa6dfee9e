"""Tests what is said in another way without any word having lost its counterpart."""

from __future__ import annotations

import re

from tmtool.checks.evidence.completeness.said import said_freely
from tmtool.languages.pairs.en_fr import PAIR


def test_a_common_phrase_is_found_where_the_translation_says_it_in_its_own_way() -> None:
    source, target = "The Committee is to elect a Chair.", "Le Comité doit élire un président."
    assert [(there.of(source), here.of(target)) for there, here in said_freely(source, target, PAIR)] == [
        ("is to", "doit")
    ]


def test_common_phrases_far_from_each_other_do_not_answer_each_other() -> None:
    source = "The Committee is to elect a Chair, who opens the meeting and reports to the Council on all its work."
    target = "Le Comité élit un président, qui ouvre la réunion et rend compte au Conseil de tous les travaux, et doit."
    assert not any(here.of(target) == "doit" for _, here in said_freely(source, target, PAIR))


def test_every_phrase_is_an_expression_that_finds_something() -> None:
    for row in PAIR.rows("said_freely.tsv"):
        assert len(row) == 2
        assert not any(re.compile(rf"(?:{words})").fullmatch("") for words in row), row
