"""Values are rewritten in the manner of each language, and what is not certain is not offered as safe."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.languages import get
from tmtool.languages.tables import rows
from tmtool.matching.adapt import adapt

SEGMENTS = rows(Path(__file__).with_name("six.tsv"))


@pytest.mark.parametrize(("tag", "source", "target", "query", "expected"), SEGMENTS)
def test_a_translation_is_adapted_in_the_manner_of_its_language(
    tag: str, source: str, target: str, query: str, expected: str
) -> None:
    found, _ = adapt(query, source, target, source_language=get("en"), target_language=get(tag))
    assert (found.target if found.safe else "-") == expected, found.reasons


def test_an_arabic_number_after_its_noun_is_an_english_ordinal() -> None:
    found, _ = adapt(
        "جدول أعمال الجلسة 7402",
        "جدول أعمال الجلسة 7364",
        "Agenda for the 7364th meeting",
        source_language=get("ar"),
        target_language=get("en"),
    )
    assert found.safe, found.reasons
    assert found.target == "Agenda for the 7402nd meeting"
