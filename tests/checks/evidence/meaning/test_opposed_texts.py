"""A translation has the other end of a scale than its source, between any two languages that have a table of scales."""

from __future__ import annotations

import pytest

from tmtool.checks.evidence.meaning.opposed_texts import opposed


@pytest.mark.parametrize(
    ("there", "source", "here", "target", "found"),
    [
        ("en", "The decline in income", "es", "El aumento de los ingresos", ["aumento"]),
        ("en", "The exports of copper", "ar", "وارتفعت واردات النحاس", ["واردات"]),
        ("zh", "理事会在会议之后讨论了这一问题。", "en", "The Council took it up before the meeting.", ["before"]),
        ("fr", "Chaque groupe désigne au moins trois experts.", "en", "Each group names at most three.", ["at most"]),
        ("ru", "Число жалоб в сельских районах", "zh", "城市的投诉数量", ["城市"]),
        ("en", "It was not open to the public.", "es", "Estaba cerrada al público.", []),
        ("en", "exports and imports", "es", "importaciones", []),
        ("en", "an inclusive approach", "fr", "une approche sans exclusive", []),
    ],
)
def test_what_is_at_the_other_end(there: str, source: str, here: str, target: str, found: list[str]) -> None:
    assert [one.of_target.of(target).lower() for one in opposed(source, target, there, here)] == found


def test_a_long_text_is_not_judged() -> None:
    assert not list(opposed("exports " * 200, "importaciones " * 200, "en", "es"))
