"""What French verbs say of time."""

from __future__ import annotations

import pytest

from tmtool.languages.fr.grammar.forms.verb_groups import verb_groups
from tmtool.languages.verb_groups import Time


@pytest.mark.parametrize(
    ("text", "main", "time"),
    [
        ("La session se tiendra à Genève.", "tiendra", Time.FUTURE),
        ("La session s’est également tenue à Genève.", "tenue", Time.PAST),
        ("Le rapport sera en ligne.", "sera", Time.FUTURE),
        ("Le rapport sera également examiné.", "examiné", Time.FUTURE),
        ("Le rapport avait été adopté.", "adopté", Time.PAST),
        ("Le rapport aura été adopté.", "adopté", Time.OTHER),
        ("Le mandat est venu à expiration.", "venu", Time.PAST),
        ("Le rapport est adopté.", "adopté", Time.PRESENT),
        ("Le Comité doit se réunir.", "doit", Time.OTHER),
        ("La règle ne s’applique pas.", "applique", Time.PRESENT),
        ("Le Comité adopterait le rapport.", "adopterait", Time.OTHER),
    ],
)
def test_the_time_of_a_verb_is_read_from_its_form_and_its_auxiliary(text: str, main: str, time: Time) -> None:
    (group,) = verb_groups(text)
    assert (group.main.of(text), group.time) == (main, time)
