"""It is known how a language is written."""

from __future__ import annotations

import pytest

from tmtool.languages import writing


@pytest.mark.parametrize("tag", ["ar", "ar-SA", "fa", "he", "ur-PK", "az-Arab"])
def test_lines_begin_on_the_right(tag: str) -> None:
    assert (writing.is_right_to_left(tag), writing.direction(tag)) == (True, "rtl")


@pytest.mark.parametrize("tag", ["en", "fr", "ru", "zh-Hans", "ur-Latn", "qzz", ""])
def test_lines_begin_on_the_left(tag: str) -> None:
    assert (writing.is_right_to_left(tag), writing.direction(tag)) == (False, "ltr")


def test_a_language_with_a_folder_stands_for_its_script_before_others() -> None:
    assert [writing.language_of_script(name) for name in ("CYRILLIC", "ARABIC", "CJK", "HEBREW", "LINEAR")] == [
        "ru", "ar", "zh", "he", "",
    ]  # fmt: skip


def test_letters_with_marks_are_known() -> None:
    assert "ñ" in writing.letters("es-419") and not writing.letters("en")
