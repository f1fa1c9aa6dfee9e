"""A denial that a translation has and its source has not is one that was put there if the source has what it denies;
else something was said in other words."""

from __future__ import annotations

import pytest

from tmtool.checks.evidence.meaning.denied_texts import is_said_there, lost_in_text


@pytest.mark.parametrize(
    ("here", "target", "source", "expected"),
    [
        ("ru", "Расходы не покрываются из бюджета.", "The costs are covered by the budget.", True),
        (
            "es",
            "Los gastos de viaje no se sufragan con cargo al presupuesto.",
            "Travel costs are paid from the budget.",
            True,
        ),
        ("ru", "Покупки можно делать, не выходя из машины.", "Purchases may be made by drive-through services.", False),
        ("ar", "ولا تغطى تكاليف السفر من الميزانية العادية.", "Travel costs are covered by the regular budget.", True),
        ("fr", "Les parties n’acceptent pas.", "The parties accept the route.", True),
        ("es", "Pues no, estoy enfadada desde ayer.", "I have been angry since yesterday.", False),
    ],
)
def test_what_is_denied_is_said_without_the_denial(here: str, target: str, source: str, expected: bool) -> None:
    denial = lost_in_text(target, source, here, "en")

    assert denial is not None
    assert is_said_there(denial, target, source, here, "en") is expected


@pytest.mark.parametrize(
    ("language", "text", "other", "translation"),
    [
        (
            "zh",
            "家中有没有亲属患有心脏问题、心脏病、心肌梗死、高胆固醇和高血压等等",
            "en",
            "Does a relative have a heart problem",
        ),
        (
            "zh",
            "新款产品将以有趣的方式带给妈妈们和婴儿们各种不可思议的自由感",
            "en",
            "It brings mothers incredible freedom",
        ),
        ("en", "We are not aware of any increased risk to staff.", "ar", "نحن لسنا على دراية بأي خطر متزايد"),
        ("en", "An infection that cannot sustain its transmission", "ar", "إذا أخفق الفيروس في انتقاله"),
        ("en", "No strict distinction between the two could be made.", "ar", "من المتعذر التمييز بينهما بدقة"),
        ("en", "I don’t think that this is uncommon, do you?", "zh", "我认为这是正常的，你说呢？"),
        (
            "es",
            "Los Estados poseedores y no poseedores de armas nucleares",
            "fr",
            "Les États dotés d’armes et les autres",
        ),
        ("es", "uno de los cuatro jugadores que jamás hayan ganado", "en", "one of four players to ever win"),
    ],
)
def test_what_is_no_denial_or_has_its_answer(language: str, text: str, other: str, translation: str) -> None:
    assert lost_in_text(text, translation, language, other) is None
