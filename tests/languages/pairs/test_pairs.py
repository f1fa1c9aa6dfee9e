"""Pairs of languages are found by their tags, in the direction of the question."""

from __future__ import annotations

import pytest

from tmtool.languages import pairs
from tmtool.languages.pairs.concepts import Concept, concepts

CONCEPTS = (
    "acts", "amounts", "bodies", "cities", "connectives", "countries", "modal_verbs", "modality",
    "number_words", "opposites", "opposed_phrases", "opposites_marked", "quantifiers", "units",
)  # fmt: skip


@pytest.mark.parametrize("tags", [("en", "fr"), ("en-GB", "fr-CA"), ("EN", "fr_CH")])
def test_a_pair_is_found_by_the_primary_subtags(tags: tuple[str, str]) -> None:
    assert pairs.get(*tags) is pairs.get("en", "fr") is not None


def test_a_pair_serves_both_directions() -> None:
    there, back = pairs.get("en", "fr"), pairs.get("fr", "en")
    assert there is not None and back is not None
    assert (there.source, there.target, there.is_turned) == ("en", "fr", False)
    assert (back.source, back.target, back.is_turned) == ("fr", "en", True)
    assert there.columns() == back.columns() == ("en", "fr")
    assert back.in_direction("church", "église") == ("église", "church")
    assert back.expected_length == there.expected_length[::-1]
    assert back.length_range == (1 / there.length_range[1], 1 / there.length_range[0])


@pytest.mark.parametrize("tags", [("en", "xx"), ("fr", "fr"), ("", "en")])
def test_an_unknown_pair_is_none(tags: tuple[str, str]) -> None:
    assert pairs.get(*tags) is None


def test_a_table_that_a_pair_does_not_have_has_no_rows() -> None:
    pair = pairs.get("en", "fr")
    assert pair is not None and not pair.has("none.tsv")
    assert pair.rows("none.tsv") == []
    assert concepts(pair, "none.tsv") == ()


OF_OTHERS = [(other, table) for other in ("es", "ru", "ar", "zh") for table in ("bodies", "cities", "number_words")]


@pytest.mark.parametrize(("other", "table"), [*(("fr", table) for table in CONCEPTS), *OF_OTHERS])
def test_a_table_of_concepts_can_be_read_and_names_none_twice_in_a_group(other: str, table: str) -> None:
    pair = pairs.get("en", other)
    assert pair is not None
    _assert_that_groups_name_none_twice(concepts(pair, f"{table}.tsv"))


def test_a_folder_of_tables_of_concepts_is_read_as_one_table() -> None:
    pair = pairs.get("en", "fr")
    assert pair is not None and pair.has("fields")
    assert "fields/general.tsv" in pair.in_folder("fields")
    assert pair.in_folder("units.tsv") == ["units.tsv"]
    _assert_that_groups_name_none_twice(concepts(pair, "fields"))


def _assert_that_groups_name_none_twice(groups: tuple[tuple[Concept, ...], ...]) -> None:
    assert groups
    for group in groups:
        names = [concept.name for concept in group]
        assert len(names) == len(set(names))


def test_rows_of_a_group_belong_together_wherever_they_are() -> None:
    pair = pairs.get("en", "fr")
    assert pair is not None
    papers = next(group for group in concepts(pair, "fields") if group[0].group == "papers")
    assert {"convention", "covenant"} <= {concept.name for concept in papers}
    groups = [group[0].group for group in concepts(pair, "fields/general.tsv")]
    assert len(groups) == len(set(groups))


def test_groups_of_one_name_in_two_tables_of_a_folder_stay_two() -> None:
    pair = pairs.get("en", "fr")
    assert pair is not None
    named = [{group for group, *_ in pair.rows(part)} for part in pair.in_folder("fields")]
    assert len(concepts(pair, "fields")) == sum(map(len, named)) > len(set().union(*named))
