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


@pytest.mark.parametrize(
    ("tags", "query", "source", "target", "expected"),
    [
        ("zh en", "见上文第7段。", "见上文第3段。", "See paragraph 3 above.", "See paragraph 7 above."),
        ("zh en", "第五章", "第四章", "Chapter IV", "Chapter V"),
        ("zh fr", "议程项目5(b)", "议程项目3(a)", "Point 3 a) de l’ordre du jour", "Point 5 b) de l’ordre du jour"),
        ("zh fr", "第2196(2015)号决议", "第2127(2013)号决议", "Résolution 2127 (2013)", "Résolution 2196 (2015)"),
        ("ar en", "انظر البند 5 (ب)", "انظر البند 3 (أ)", "See item 3 (a)", "See item 5 (b)"),
        ("ar en", "انظر المرفق دال", "انظر المرفق جيم", "See annex C", "See annex D"),
        (
            "ar en",
            "الفصل الخامس: التعاون",
            "الفصل الرابع: التعاون",
            "Chapter IV: Cooperation",
            "Chapter V: Cooperation",
        ),
        (
            "ar fr",
            "الفصل الخامس: التعاون",
            "الفصل الرابع: التعاون",
            "Chapitre IV : Coopération",
            "Chapitre V : Coopération",
        ),
        ("ar en", "نسبة 11 في المائة", "نسبة 17 في المائة", "a 17 per cent share", "an 11 per cent share"),
        ("fr en", "huit mois", "six mois", "a six month period", "an eight month period"),
        ("ru es", "см. пункт 5 б)", "см. пункт 3 а)", "véase el párrafo 3 a)", "véase el párrafo 5 b)"),
    ],
)
def test_values_are_adapted_into_other_languages_than_their_own(
    tags: str, query: str, source: str, target: str, expected: str
) -> None:
    one, other = map(get, tags.split())
    found, _ = adapt(query, source, target, source_language=one, target_language=other)
    assert found.safe, found.reasons
    assert found.target == expected


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


@pytest.mark.parametrize(
    ("tag", "source", "target", "query", "expected"),
    [
        ("ru", "It reached 5 per cent.", "Она достигла 5 процентов.", "It reached 2 per cent.", "[5 → 2?] процентов"),
        ("ru", "up to 5.5 per cent", "не превысил 5,5 процента", "up to 7 per cent", "[5,5 → 7?] процента"),
        ("ar", "three of the posts", "لثلاث من الوظائف", "eight of the posts", "[لثلاث → 8?] من الوظائف"),
        ("ar", "It has ٥ annual reports.", "لديه ٥ تقارير سنوية.", "It has ١٥ annual reports.", "[٥ → ١٥?] تقارير"),
    ],
)
def test_a_number_that_is_not_certain_is_proposed_as_the_target_writes_it(
    tag: str, source: str, target: str, query: str, expected: str
) -> None:
    found, _ = adapt(query, source, target, source_language=get("en"), target_language=get(tag))
    assert expected in found.marked
