"""Tests links between the words of two languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.languages import pairs
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import content


def unlinked(source: str, target: str, *tags: str) -> list[str]:
    pair = pairs.get(*tags)
    assert pair is not None and pair.links is not None
    words = content(source, pair.source)
    flags = pair.links.alone(words, content(target, pair.target), pair.source)
    return [word.span.of(source) for word, flag in zip(words, flags, strict=True) if flag]


def test_words_are_linked_by_the_table_and_by_likeness() -> None:
    english, french = "The children discussed the declaration.", "Les enfants ont examiné la déclaration."
    assert unlinked(english, french, "en", "fr") == []
    assert unlinked(french, english, "fr", "en") == []


def test_a_word_without_counterpart_is_known() -> None:
    assert unlinked("The children and the weather", "Les enfants", "en", "fr") == ["weather"]
    assert unlinked("Les enfants et la météo", "The children", "fr", "en") == ["météo"]


def test_both_directions_share_one_table() -> None:
    there, back = pairs.get("en", "fr"), pairs.get("fr", "en")
    assert there is not None and back is not None and there.links is back.links


@pytest.mark.parametrize(("language", "word", "other"), [("en", "children", "enfants"), ("fr", "enfants", "children")])
def test_counterparts_are_found_from_either_side(language: str, word: str, other: str) -> None:
    links = pairs.get("en", "fr").links  # type: ignore[union-attr]
    assert links is not None
    there = "fr" if language == "en" else "en"
    [one], others = content(word, language), content(f"{other} corruption", there)
    assert [found.span.of(other) for found in links.counterparts(one, others, language)] == [other]


def test_a_pair_without_a_table_has_no_links(tmp_path: Path) -> None:
    assert LanguagePair("en", "fr", tmp_path).links is None


def test_a_stem_that_comes_again_is_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    links = pairs.get("en", "fr").links  # type: ignore[union-attr]
    assert links is not None
    compared: list[str] = []
    cost = links.cost

    def counted(one: str, other: str) -> float | None:
        compared.append(other)
        return cost(one, other)

    monkeypatch.setattr(links, "cost", counted)
    others = content("Les enfants et les parents. " * 100, "fr")
    found = links.counterparts(content("children", "en")[0], others, "en")
    assert len(found) == 100
    assert len(compared) == len(set(compared))
