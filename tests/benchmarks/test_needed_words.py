"""The lists of words that the packaged terms need are those of the term base and of the words of agendas."""

from __future__ import annotations

from needed_words import often
from tmtool.languages import supported
from tmtool.tasks.packaged import packaged_concepts, packaged_tables
from tmtool.tasks.packaged_words import file_of, written


def test_the_lists_of_needed_words_are_those_of_the_term_base() -> None:
    concepts, tables = packaged_concepts(), packaged_tables()
    stale = [
        language
        for language in supported()
        if file_of(language).read_text(encoding="utf-8") != written(concepts, language, tables, often(language))
    ]
    assert not stale, "run: python benchmarks/needed_words.py"
