"""A check reads of the packaged term base what its texts may hold, told by lists of words that the terms need."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.tasks import packaged
from tmtool.tasks.packaged import packaged_concepts, packaged_for_pairs, packaged_for_texts, packaged_tables
from tmtool.tasks.packaged_words import ids_with
from tmtool.terminology.recognise import Recogniser

TEXT = "Les États parties à la Convention contre la corruption luttent contre la traite des personnes."
OTHER = "Le pavot à opium est une plante."


def test_the_same_terms_are_found_among_the_concepts_that_a_text_may_hold() -> None:
    some = packaged_for_texts([TEXT], "fr")
    assert some is not None
    assert len(some) < len(packaged_concepts()) / 4
    found = Recogniser(some, "fr").find(TEXT)
    assert len(found) > 2
    assert found == Recogniser(packaged_concepts(), "fr").find(TEXT)


def test_concepts_not_to_be_confused_with_those_of_a_text_come_with_them() -> None:
    some = packaged_for_texts([TEXT], "fr") or []
    contrasts = {other for found in Recogniser(some, "fr").find(TEXT) for other in found.concept.contrasts}
    assert contrasts & {concept.id for concept in packaged_concepts()}
    assert contrasts & {concept.id for concept in packaged_concepts()} <= {concept.id for concept in some}


def test_lists_tell_nothing_of_other_tables(tmp_path: Path) -> None:
    first, *others = packaged_tables()
    changed = tmp_path / first.name
    changed.write_bytes(first.read_bytes() + b"zorb\tzorb\tgluk\n")
    assert ids_with(frozenset({"commission"}), "fr", (first, *others))
    assert ids_with(frozenset({"commission"}), "fr", (changed, *others)) is None


def test_a_language_without_a_list_needs_a_look_at_all_terms() -> None:
    assert packaged_for_texts(["Tekst"], "pl") is None


def test_who_asks_for_other_texts_gets_all_concepts_from_then_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packaged, "_FIRST", [])
    first = packaged_for_pairs([], [TEXT], "en", "fr")
    assert first == packaged_for_texts([TEXT], "fr")
    assert packaged_for_pairs([], [TEXT[:40]], "en", "fr") == first
    assert packaged_for_pairs([], [OTHER], "en", "fr") == packaged_concepts()


def test_the_alignment_of_documents_reads_no_concepts_that_their_check_has_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alone = packaged_for_texts([TEXT], "fr") or []
    monkeypatch.setattr(packaged, "_FIRST", [])
    of_both = packaged_for_pairs([OTHER], [TEXT], "fr", "fr") or []
    again = packaged_for_texts([TEXT], "fr") or []
    assert again == alone
    assert {id(concept) for concept in again} < {id(concept) for concept in of_both}
