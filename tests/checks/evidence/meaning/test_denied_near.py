"""A text may lose one of its denials and keep another: what is next to the denial has its counterpart where nothing
denies."""

from __future__ import annotations

import pytest

from tmtool.checks.evidence.meaning.denied_near import lost_near
from tmtool.languages import pairs


@pytest.mark.parametrize(
    ("here", "source", "target", "found"),
    [
        (
            "es",
            "The evidence was not accepted by the Mission, owing to the lack of a chain of custody.",
            "La Misión aceptó las pruebas, debido a la falta de una cadena de custodia.",
            True,
        ),
        (
            "es",
            "The evidence was not accepted by the Mission, owing to the lack of a chain of custody.",
            "La Misión no aceptó las pruebas, debido a la falta de una cadena de custodia.",
            False,
        ),
        (
            "ru",
            "The figures do not include civilians killed by the organizations that nobody has recognized.",
            "Цифры включают гражданских лиц, убитых организациями, которые никем не признаны и незаконны.",
            False,
        ),
        ("ar", "The police will never accept the conditions.", "ولن تقبل الشرطة هذه الشروط.", False),
        (
            "ru",
            "Although the question is not urgent, the item should not be removed from the agenda of the Committee.",
            "Хотя вопрос не относится к срочным, пункт следует сохранить в повестке дня Комитета.",
            False,
        ),
        (
            "ar",
            "The obstacles include the absence of legal services; lack of awareness, assistance and information; lack"
            " of legal recognition; and the absence of confidence in the courts.",
            "وتشمل العوائق انعدام الخدمات القانونية بسبب القيود والثغرات والافتقار إلى الوعي والعون والمساعدة"
            " والمعلومات وانعدام الاعتراف القانوني وانعدام الثقة في إجراءات المحاكم.",
            False,
        ),
    ],
)
def test_a_denial_is_lost_where_its_neighbours_are(here: str, source: str, target: str, found: bool) -> None:
    pair = pairs.get("en", here)

    assert pair is not None
    assert (lost_near(source, target, pair) is not None) is found
