"""Tests the table of how probably words translate each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.languages.pairs.en_fr import PAIR
from tmtool.languages.pairs.word_translations import TRANSLATIONS, UNTRANSLATED, WordTranslations
from tmtool.languages.tables import packed


@pytest.fixture
def table(tmp_path: Path) -> WordTranslations:
    (tmp_path / TRANSLATIONS).write_bytes(packed("# heading\nreport\trapportAB comptZU\n"))
    (tmp_path / UNTRANSLATED).write_bytes(packed("en\t1.5\t0.0\t*\nen\t3.0\t2.0\treport\nen\t0.5\t4.0\twish thank\n"))
    return WordTranslations(tmp_path, "en", "fr")


def test_a_letter_is_a_tenth_of_a_power_of_ten(table: WordTranslations) -> None:
    assert list(table.of("report")) == ["rapport", "compt"]
    assert table.of("report")["rapport"] == pytest.approx((1.0, 10**-0.1))
    assert table.of("report")["compt"] == pytest.approx((0.001, 0.01))
    assert table.of("unknown") == {}


def test_a_word_is_the_more_surprising_alone_the_seldomer_it_is(table: WordTranslations) -> None:
    assert table.surprise("report", "en") > table.surprise("unknown", "en") > table.surprise("wish", "en")
    assert table.without("wish", "en") > table.without("report", "en")


def test_the_packaged_table_knows_what_a_word_is_most_probably() -> None:
    assert PAIR.translations is not None
    known = PAIR.translations.of("women")

    assert max(known, key=lambda stem: known[stem][0]) == "femm"
    assert PAIR.translations.surprise("women", "en") > PAIR.translations.surprise("wish", "en")
