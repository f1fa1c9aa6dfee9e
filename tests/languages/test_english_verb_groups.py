"""What English verbs say of time."""

from __future__ import annotations

import pytest

from tmtool.languages.en.verb_groups import verb_groups
from tmtool.languages.verb_groups import Time


@pytest.mark.parametrize(
    ("text", "main", "time"),
    [
        ("The session will also be held", "held", Time.FUTURE),
        ("It will by then have been held", "by", Time.FUTURE),
        ("It will have been held", "held", Time.OTHER),
        ("the session was not held", "held", Time.PAST),
        ("the session has been held", "held", Time.PAST),
        ("the session is held", "held", Time.PRESENT),
        ("the session is to be held", "held", Time.OTHER),
        ("the session to be held", "held", Time.OTHER),
        ("the second phase began", "began", Time.PAST),
        ("they formally adopted", "adopted", Time.PAST),
        ("the report adopted", "adopted", Time.DONE),
    ],
)
def test_the_time_of_a_verb_is_read_from_its_auxiliaries(text: str, main: str, time: Time) -> None:
    group = verb_groups(text)[0]
    assert (group.main.of(text), group.time) == (main, time)


@pytest.mark.parametrize(
    ("text", "is_rule"),
    [
        ("The hearing will be open to all tenants", True),
        ("Speeches will be limited to six minutes", True),
        ("The desk will be open from 9 a.m.", False),
        ("The hearing was open to all tenants", False),
    ],
)
def test_what_a_rule_allows_is_told_from_what_will_be_done(text: str, is_rule: bool) -> None:
    assert verb_groups(text)[0].is_rule is is_rule
