"""The tables of a language hold what their heads say, and every language explains the same classes."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.languages import get, pairs, supported
from tmtool.languages.language import Language
from tmtool.languages.tables import SortedLines, classes, in_full, of_every_language, rows, with_endings, word_sets

OF_CLASSES = ("agenda", "contrasts", "name_ends", "page", "patterns", "phrase_words", "small_words", "word_classes")
_EXPLAINED = re.compile(r"#   ([a-z][a-z, -]*?)(?::|\s{2,})")


def explained(path: Path) -> set[str]:
    """Returns the classes that the head of a table explains, a line each or several with commas."""
    heads = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#   ")]
    return {name for line in heads if (found := _EXPLAINED.match(line)) for name in found[1].split(", ")}


@pytest.mark.parametrize("name", OF_CLASSES)
def test_every_class_of_a_table_is_explained_at_its_head(name: str) -> None:
    tables = of_every_language(f"{name}.tsv")
    assert tables
    for path in tables:
        assert all(len(row) == 2 for row in rows(path))
        assert set(classes(path)) <= explained(path)
        assert explained(path) == explained(tables[0])


@pytest.mark.parametrize("tag", [tag for tag in supported() if get(tag).table("everyday.tsv")])
def test_the_tables_of_words_of_a_language_are_filled(tag: str) -> None:
    language = get(tag)
    assert language.small_words.articles <= language.small_words.joints
    assert language.phrase_words.barrier
    assert language.everyday
    assert language.contrasts.classes["negation"]
    assert language.cues.phrases("items")
    assert language.page.open
    assert {"double", "link"} <= set(language.repeated_words) <= {"double", "link", "open", "article"}


def test_opposites_are_opposites_in_both_directions() -> None:
    for language in map(get, supported()):
        for word, others in language.contrasts.opposites.items():
            assert all(word in language.contrasts.opposites[other] for other in others)


def test_a_language_without_tables_has_none_of_their_words() -> None:
    from tmtool.languages import language_of

    unknown = language_of("zz-ZZ")
    assert unknown is language_of("zz")
    assert unknown.small_words.articles == unknown.function_words == frozenset()
    assert unknown.cues.pattern("items") is None
    assert unknown.word_classes.is_noun("anything")
    assert [span.of("ab cd") for span in unknown.words("ab cd")] == ["ab", "cd"]


@pytest.mark.parametrize("tag", supported())
def test_the_expressions_of_a_language_can_be_read(tag: str) -> None:
    assert all(re.compile(expression) for _, expression in get(tag).rows("patterns.tsv"))


def test_an_expression_that_a_language_lacks_matches_nothing() -> None:
    assert Language("zz").pattern("sittings").search("12 sittings") is None


def test_words_that_begin_alike_are_written_by_their_endings() -> None:
    assert with_endings(["cesser", "an", "ans", "cess", "cessai"]) == "an ans cess -ai -er"
    assert in_full("an ans cess -ai -er") == ["an", "ans", "cess", "cessai", "cesser"]


@given(st.sets(st.text("abc", min_size=1)))
def test_words_written_by_their_endings_are_read_as_they_were(words: set[str]) -> None:
    assert in_full(with_endings(words)) == sorted(words)


def test_no_list_of_a_table_is_named_twice(tmp_path: Path) -> None:
    right, twice = tmp_path / "right.tsv", tmp_path / "twice.tsv"
    right.write_text("# Lists.\nsizes\tsmall big\tadjectives\ncolours\tred\tadjectives\n", encoding="utf-8")
    twice.write_text("sizes\tsmall\tone\nsizes\tbig\tanother\n", encoding="utf-8")
    assert word_sets(right) == {"sizes": {"small", "big"}, "colours": {"red"}}
    with pytest.raises(ValueError, match="two lists 'sizes'"):
        word_sets(twice)


def test_a_line_of_a_sorted_list_is_found_by_its_first_columns(tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    path.write_text("# language, stem, words\nen\tact\tacte loi\nen\taction\taction\nfr\tact\tact\n", encoding="utf-8")
    lines = SortedLines(path)
    assert (lines.after("en", "act"), lines.after("en", "action")) == ("acte loi", "action")
    assert [lines.after(*columns) for columns in (("en", "acti"), ("en", "b"), ("fr", "z"), ("", ""))] == [None] * 4
    assert lines.firsts() == ["en", "en", "fr"]


@pytest.mark.parametrize("name", ["renderings", "confusions", "word_translations", "word_links"])
def test_the_lists_in_which_lines_are_looked_up_are_sorted(name: str) -> None:
    columns = 2 if name in ("renderings", "confusions") else 1
    keys = [row[:columns] for row in rows(Path(pairs.__file__).parent / "en_fr" / f"{name}.tsv.xz")]
    assert all(one < other for one, other in pairwise(keys))
