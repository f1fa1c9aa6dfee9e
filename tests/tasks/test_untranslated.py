"""What is left in the language of the source is no translation, however well it fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.alignment.test_align import ENGLISH, FRENCH
from tmtool.tasks.align import SURE, Alignment, align
from tmtool.tasks.untranslated import is_untranslated


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("The Secretariat will open the meeting.", "en", "fr"),
        ("Adoption of the report", "en", "ru"),
        ("Los Estados deben responder.", "es", "fr"),
        ("Die Sitzung ist eröffnet.", "de", "en"),
        ("Рабочая группа открыла заседание.", "ru", "ar"),
        ("افتتح الاجتماع الأول للفريق العامل", "ar", "zh"),
        ("第一次会议开幕", "zh", "en"),
    ],
)
def test_a_text_in_words_of_the_source_is_untranslated(text: str, source: str, target: str) -> None:
    assert is_untranslated(text, f" {text}", source, target)
    assert not is_untranslated(text, text, source, source)


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Documentation", "en", "fr"),
        ("Provisional agenda", "en", "fr"),
        ("CTOC/COP/WG.7/2020/1", "en", "ru"),
        ("https://www.un.org/the/of/with", "en", "fr"),
        ("12 345", "en", "ar"),
        ("Notre Dame de Paris", "fr", "en"),
        ("Bank of America", "en", "de"),
        ("Ban Ki-moon", "en", "zh"),
        ("Владимир", "ru", "en"),
        ("习近平", "zh", "en"),
        ("Smith J, Cole A. The state of the law and of the courts. London, 2014.", "en", "fr"),
    ],
)
def test_names_symbols_numbers_and_addresses_may_be_the_same(text: str, source: str, target: str) -> None:
    assert not is_untranslated(text, text, source, target)


def aligned(folder: Path, *, anyway: bool = False) -> Alignment:
    target = [*FRENCH[:10], *ENGLISH[10:12], *FRENCH[12:], "CTOC/COP/WG.6/2026/1"]
    paths = folder / "a.en.txt", folder / "a.fr.txt"
    for path, lines in zip(paths, ([*ENGLISH, "CTOC/COP/WG.6/2026/1"], target), strict=True):
        path.write_text("\n".join(lines), encoding="utf-8")
    return align(*paths, segmentation="lines", anyway=anyway)


def test_segments_left_untranslated_in_a_good_translation_are_not_sure(tmp_path: Path) -> None:
    alignment = aligned(tmp_path)
    left = [bead for bead in alignment.beads if alignment.is_untranslated(bead)]
    assert [bead.source for bead in left] == [(10,), (11,)]
    assert all(alignment.confidence(bead) <= 0.1 for bead in left)
    assert not alignment.doubts()
    stored = {unit.variants[1].text for unit in alignment.units(SURE)}
    assert stored == {*FRENCH[:10], *FRENCH[12:], "CTOC/COP/WG.6/2026/1"}


def test_who_asks_for_it_gets_them_all_the_same(tmp_path: Path) -> None:
    alignment = aligned(tmp_path, anyway=True)
    assert ENGLISH[10] in {unit.variants[1].text for unit in alignment.units(SURE)}
