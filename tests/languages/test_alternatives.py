"""Tests the notation in which tables say what names a thing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tmtool.languages
from tmtool.languages.alternative_matches import find_all
from tmtool.languages.alternatives import any_of, compiled, parted
from tmtool.languages.tables import rows

_OF_AN_EXPRESSION = re.compile(r"\\[wdbsS]|\(\?|\[|\w\?")
"""What is in regular expressions and in no name."""
_NAMES = ("English names", "English excuses", "French names", "French excuses")
_TABLES = [
    path
    for path in sorted(Path(tmtool.languages.__path__[0]).rglob("*.tsv"))
    if f"Columns: group, concept, {', '.join(_NAMES)}" in re.sub(r"\s+(# )?", " ", path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(
    ("alternatives", "text", "found"),
    [
        ("increas*", "It increased.", ["increased"]),
        ("^Board", "the board and the Board", ["Board"]),
        ("au moins", "Au\u00a0moins six", ["Au\u00a0moins"]),
        ("côte d'ivoire", "la Côte d’Ivoire", ["Côte d’Ivoire"]),
        ("/cess(?:er|é)(?! de)", "cesser, cessé de", ["cesser"]),
        ("a|b(c)", "a b(c", ["a"]),
        ("mois", "trois-mois moisson", []),
        ("", "a b", []),
        ("理事会|大会", "联合国大会和安全理事会", ["大会", "理事会"]),
        ("/数百(?!万)|dozens", "数百人、数百万人和 dozens", ["数百", "dozens"]),
    ],
)
def test_the_notation_of_the_tables(alternatives: str, text: str, found: list[str]) -> None:
    assert [match.group() for match in compiled(alternatives).finditer(text)] == found
    assert [span.of(text) for span in find_all(alternatives, text)] == found


def test_any_of_no_expression_matches_nothing_not_even_an_empty_text() -> None:
    assert re.search(any_of(["a", "b"]), "xb")
    assert re.search(any_of([]), "") is None


@pytest.mark.parametrize("path", _TABLES, ids=lambda path: path.stem)
def test_a_regular_expression_in_a_table_is_marked_as_one(path: Path) -> None:
    unmarked = [
        one
        for row in rows(path)
        for cell in row[2:]
        for one in parted(cell)
        if _OF_AN_EXPRESSION.search(one) and not one.startswith("/")
    ]
    assert not unmarked, f"match nothing without a “/” before them: {unmarked}"


def test_there_are_such_tables() -> None:
    assert len(_TABLES) > 20
