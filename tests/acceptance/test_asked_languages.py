"""Tests that who names the language of the answers gets them in that, whatever language the question is in."""

from __future__ import annotations

import pytest

from tests.acceptance.conftest import Tmtool

UNIT = {"en": "Opening of the session", "ru": "Открытие сессии", "ar": "افتتاح الدورة", "zh": "会议开幕"}


@pytest.fixture
def own(tmtool: Tmtool) -> Tmtool:
    table = "\t".join(UNIT) + "\n" + "\t".join(UNIT.values()) + "\n"
    tmtool.write("units.tsv", table)
    tmtool.ok("import", "units.tsv")
    tmtool.ok("import", "--kind", "terms", "units.tsv")
    return tmtool


@pytest.mark.parametrize("language", ["en", "ru", "ar"])
def test_answers_are_in_the_language_that_is_named(own: Tmtool, language: str) -> None:
    text, into = UNIT[language], ("--target-lang", "zh")
    assert [one["target"] for one in own.json("lookup", text, *into)[0]["matches"]] == [UNIT["zh"]]
    assert [line["target"] for line in own.json("concordance", text, *into)] == [UNIT["zh"]]
    assert UNIT["zh"] in own.ok("terms", "find", text, *into)


def test_a_language_that_is_named_is_answered_in_english_where_there_is_no_french(own: Tmtool) -> None:
    text, named = UNIT["ru"], ("--source-lang", "ru")
    assert [one["target"] for one in own.json("lookup", text, *named)[0]["matches"]] == [UNIT["en"]]
    assert [line["target"] for line in own.json("concordance", text, *named)] == [UNIT["en"]]
    assert own.json("concordance", text, *named, "--target-lang", "fr") == []
