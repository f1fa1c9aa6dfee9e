"""Two values have changed places where the words around them answer crosswise; where the words have gone with them,
nothing is said."""

from __future__ import annotations

import pytest

from tmtool import languages
from tmtool.checks.evidence.exchanged_values import crossed_values


@pytest.mark.parametrize(
    ("here", "source", "target", "found"),
    [
        (
            "es",
            "Women held 28 per cent of the posts in the field and 43 per cent of those at headquarters.",
            "Las mujeres ocupaban el 43% de los puestos sobre el terreno y el 28% de los de la sede.",
            ["43%"],
        ),
        (
            "ru",
            "The second reading of the text was postponed to the third week.",
            "Третье чтение текста было перенесено на вторую неделю.",
            ["Третье"],
        ),
        (
            "ar",
            "The meeting will be held in April and the conference in September.",
            "وسيعقد الاجتماع في أيلول/سبتمبر والمؤتمر في نيسان/أبريل.",
            ["أيلول/سبتمبر"],
        ),
        (
            "es",
            "The meeting will be held in April and the conference in September.",
            "La conferencia se celebrará en septiembre y la reunión en abril.",
            [],
        ),
        (
            "ar",
            "Of the nine countries which have no system of their own, six have a system of monitoring.",
            "ويوجد في ستة بلدان من أصل تسعة ليس لديها نظام خاص نظام للرصد.",
            [],
        ),
        ("zh", "It ended on 4 February, the second began on 9 May.", "2月4日结束，第二轮5月9日开始。", []),
    ],
)
def test_values_that_have_changed_places(here: str, source: str, target: str, found: list[str]) -> None:
    sides = languages.get("en").placeables(source), languages.get(here).placeables(target)

    assert [one.first.span.of(target) for one in crossed_values(source, target, *sides, ("en", here))] == found
