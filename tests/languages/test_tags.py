"""Language tags have one spelling whatever the file writes."""

from __future__ import annotations

import pytest

from tmtool.languages.tags import canonical, is_tag, primary


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("EN-US", "en-US"),
        ("En-uS", "en-US"),
        ("EN_US", "en-US"),
        ("fr", "fr"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("en-x-legal", "en-x-legal"),
        ("X-KLINGON", "x-klingon"),
    ],
)
def test_case_and_separator_do_not_matter(written: str, expected: str) -> None:
    assert canonical(written) == expected


def test_the_primary_language_is_what_comes_first() -> None:
    assert primary("FR_ca") == "fr"


def test_a_tag_has_the_shape_of_one() -> None:
    assert is_tag("fr_CA")
    assert not is_tag("term 1")
    assert not is_tag("")
