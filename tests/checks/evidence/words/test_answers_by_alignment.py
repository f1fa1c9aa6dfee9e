"""Where no probabilities of translation were learnt, words answer each other by the tables of alignment, and what was
left out is known by the same signs."""

from __future__ import annotations

import pytest

from tmtool.checks.evidence.completeness.left_out import omitted
from tmtool.checks.evidence.words.answers_by_alignment import answers_by_alignment
from tmtool.languages import pairs

SOURCE = (
    "The Commission took note of the report on the protection of refugees and requested the secretariat to publish a "
    "study on international trade."
)
WHOLE = {
    "es": (
        "La Comisión tomó nota del informe sobre la protección de los refugiados",
        " y pidió a la secretaría que publicara un estudio sobre el comercio internacional.",
    ),
    "ru": (
        "Комиссия приняла к сведению доклад о защите беженцев",
        " и просила секретариат опубликовать исследование по вопросам международной торговли.",
    ),
    "ar": ("وأحاطت اللجنة علما بالتقرير المتعلق بحماية اللاجئين", " وطلبت إلى الأمانة نشر دراسة عن التجارة الدولية."),
    "zh": ("委员会注意到关于保护难民的报告", "，并请秘书处发表一份关于国际贸易的研究报告。"),
}


@pytest.mark.parametrize("language", WHOLE)
def test_half_of_a_sentence_that_was_cut_off(language: str) -> None:
    pair = pairs.get("en", language)
    first, second = WHOLE[language]

    assert pair is not None
    found, whole = omitted(SOURCE, f"{first}.", pair), omitted(SOURCE, first + second, pair)
    assert found is not None
    assert found.odds > 3
    assert "secretariat" in found.span.of(SOURCE)
    assert whole is None or whole.odds < 1


def test_chinese_is_read_as_words_of_two_letters_that_are_answered() -> None:
    pair = pairs.get("zh", "en")
    assert pair is not None
    text = "委员会注意到国际贸易的报告。"
    both = answers_by_alignment(text, "The Committee took note of the report on international trade.", pair)

    assert both is not None
    words = {word.span.of(text): not alone for word, alone in zip(both[0].words, both[0].alone, strict=True)}
    assert words["国际"] and words["贸易"] and words["报告"]
    assert "际贸" not in words


def test_a_text_without_words_tells_nothing() -> None:
    pair = pairs.get("en", "ru")

    assert pair is not None
    assert answers_by_alignment("12", "Доклад", pair) is None
