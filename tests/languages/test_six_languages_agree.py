"""Phrases that say the same in six languages hold the same values, and the traps of each are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.languages.conftest import shown
from tmtool import languages
from tmtool.languages.tables import rows
from tmtool.model import PlaceableKind

TAGS = ("en", "fr", "es", "ru", "ar", "zh")
PHRASES = rows(Path(__file__).with_name("six.tsv"))


def values(tag: str, text: str) -> list[str]:
    """Returns the values of a text; of a reference the number alone, since its noun may be another."""
    found = languages.get(tag).placeables(text)
    return sorted(
        one.value.partition(":")[2] if one.kind is PlaceableKind.REFERENCE else f"{one.kind.value} {one.value}"
        for one in found
    )


@pytest.mark.parametrize("phrases", PHRASES, ids=[row[0] for row in PHRASES])
def test_all_languages_read_the_same_values(phrases: tuple[str, ...]) -> None:
    found = {tag: values(tag, text) for tag, text in zip(TAGS, phrases, strict=True)}
    assert found == dict.fromkeys(TAGS, found["en"])
    assert found["en"]


@pytest.mark.parametrize(
    ("tag", "text", "read"),
    [
        ("es", "1.234 dólares", "1.234 = 1234"),
        ("es", "1,234 dólares", "1,234 = 1.234"),
        ("es", "2,4 mil millones", "2,4 mil millones = 2400000000"),
        ("es", "un billón", "un billón = 1000000000000"),
        ("es", "En primer lugar, el Primer Ministro", ""),
        ("es", "dentro de las 24 horas siguientes", "24 = 24"),
        ("es", "veinte segundos", "veinte = 20"),
        ("de", "am 12. März 2027 um 10.00 Uhr", "12. März 2027 = 2027-03-12; 10.00 Uhr = 10:00"),
        ("de", "vom 1. bis 5. Dezember 2014", "1 = 2014-12-01; 5. Dezember 2014 = 2014-12-05"),
        ("de", "am 12.3.2027 von 15 bis 18 Uhr", "12.3.2027 = 2027-03-12; 15 = 15:00; 18 Uhr = 18:00"),
        ("de", "1.000,5 und 1 000", "1.000,5 = 1000.5; 1 000 = 1000"),
        ("de", "2,5 Mio., 1,5 Milliarden", "2,5 Mio. = 2500000; 1,5 Milliarden = 1500000000"),
        (
            "de",
            "fünfundzwanzig, zweihundert, zwei Millionen",
            "fünfundzwanzig = 25; zweihundert = 200; zwei Millionen = 2000000",
        ),
        ("de", "die 7. Sitzung, die zweiundzwanzigste Sitzung", "7. = 7; zweiundzwanzigste = 22"),
        ("de", "36 Prozent, Artikel 7. Das gilt.", "36 Prozent = 36; 7 = article:7"),
        ("en", "the May/June 2020 series", "May = 2020-05; June 2020 = 2020-06"),
        ("en", "for January 2013December 2014", "January 2013 = 2013-01; December 2014 = 2014-12"),
        ("en", "students may come", ""),
        ("ru", "приложения в Корее, приложение с кодом", ""),
        ("zh", "委员会决定,340万美元中不超过25%", "340万 = 3400000; 25% = 25"),
        ("ar", "قررت اللجنة,340 دولارا", "340 = 340"),
        ("ar", "عام ألف وتسعمائة وتسعة وستين", "ألف وتسعمائة وتسعة وستين = 1969"),
        ("ar", "المادة 8 (ب) '26' والمادة 8 مكررا", "8 (ب) '26' = article:8.b.xxvi; 8 مكررا = article:8.bis"),
        ("ar", "وبحلول الرابعة عصرا", "الرابعة عصرا = 16:00"),
        ("ar", "الدورة الرابعة", "الرابعة = 4"),
        ("zh", "午夜12时至正午12时", "午夜12时 = 00:00; 正午12时 = 12:00"),
        ("zh", "伊历1433年7月26日(2012年6月15日)", "1433年7月 = 1433; 26 = 26; 2012年6月15日 = 2012-06-15"),
        ("zh", "附件一、三和五", "一 = annex:1; 三 = annex:3; 五 = annex:5"),
        ("zh", "附件一和三个图", "一 = annex:1"),
        ("zh", "第七条第二款第一项", "第七条 = article:7; 第二款 = paragraph:2; 第一项 = subparagraph:a"),
        ("ru", "96-процентный рост", "96-процентный = 96"),
        ("ar", "بعد الساعة العاشرة مساء", "العاشرة مساء = 22:00"),
        ("zh", "(153,822/2,240,191)", "153,822 = 153822; 2,240,191 = 2240191"),
        ("ru", "7364-го заседания", "7364-го = 7364"),
        ("ru", "к третьим сторонам, во-первых", ""),
        ("ru", "в окружающей среде", ""),
        ("ar", "٢٠١٤", "٢٠١٤ = 2014"),
        ("es", "68 miles de millones de francos", "68 miles de millones = 68000000000"),
        ("es", "de 10:00 a 11:30 de la noche", "10:00 = 22:00; 11:30 de la noche = 23:30"),
        ("es", "de 11:00 a 1:30 de la tarde", "11:00 = 11:00; 1:30 de la tarde = 13:30"),
        ("ru", "между 10:00 и 11:00 вечера", "10:00 = 22:00; 11:00 вечера = 23:00"),
        ("zh", "2013年4至6月", "2013年4 = 2013-04; 6月 = 2013-06"),
        ("zh", "9月8至10月5日", "9月 = --09; 8 = 8; 10月5日 = --10-05"),
        ("zh", "五千二百多万人", "五千二百多万 = 52000000"),
        ("ar", "مبلغ 406 5 دولارات", "406 5 = 5406"),
        ("ar", "الساعة 47/10", "47/10 = 10:47"),
        ("ar", "الدورةَ الحاديةَ والثلاثين", "الحاديةَ والثلاثين = 31"),
        ("ar", "الحادية والثلاثون بعد المائة", "الحادية والثلاثون بعد المائة = 131"),
        ("zh", "1.25万", "1.25万 = 12500"),
        ("zh", "200多万人", "200多万 = 2000000"),
        ("zh", "一个一致的千方百计的二三", ""),
        ("zh", "二十世纪九十年代", "二十世纪九十年代 = 1990"),
        ("zh", "百分之二十", "百分之二十 = 20"),
        ("zh", "３月８日", "３月８日 = --03-08"),
        ("zh", "24小时", "24 = 24"),
        ("zh", "2 月 3 日和 4 日", "2 月 3 = --02-03; 4 日 = --02-04"),
        ("zh", "20 世纪 80 年代", "20 世纪 80 年代 = 1980"),
        ("zh", "下降了 50-60%", "50 = 50; 60% = 60"),
        ("zh", "百分之百确定数十万人", "百分之百 = 100"),
        ("zh", "附件C第一类", "C = annex:c; 第一 = 1"),
        ("ar", "اجتماعيها التاسع والعاشر", "التاسع = 9; والعاشر = 10"),
        ("ar", "من ١ إلى ٢ دجنبر ٢٠١٤", "١ = 2014-12-01; ٢ دجنبر ٢٠١٤ = 2014-12-02"),
        ("ar", "منذ منتصف مارس، تيريزا ماي", "مارس = --03"),
        ("ru", "на 276м и 277м заседаниях", "276м = 276; 277м = 277"),
        ("ru", "23 час. 59 мин. по Гринвичу", "23 час. 59 мин. = 23:59"),
        ("ar", "وصل 2000 شخص", "2000 = 2000"),
        ("ru", "it&#8217;s &#x2019;", ""),
        ("ru", "во время октябрьских событий", "октябрьских = --10"),
        ("en", "as at 2359Z", "2359Z = 23:59"),
        ("es", "el anexo IIIa, que", "III = annex:3"),
    ],
)
def test_the_traps_of_each_language_are_known(tag: str, text: str, read: str) -> None:
    assert shown(tag, text) == read


def test_groups_of_thousands_that_can_be_read_both_ways_have_two_values() -> None:
    arabic = languages.get("ar")
    [number] = arabic.placeables("100 200")
    assert number.value == "100200"
    assert arabic.other_readings(number, "100 200") == ("200100",)


def test_a_month_whose_second_name_is_that_of_another_is_told() -> None:
    [(span, wanted)] = languages.get("ar").unlike_names("في 5 حزيران/مايو 2014")
    assert span.of("في 5 حزيران/مايو 2014") == "مايو"
    assert wanted == "يونيه"
    assert not list(languages.get("ar").unlike_names("في 5 حزيران/يونيه 2014"))
