"""Tests the notation in which tables say what names a thing."""

from __future__ import annotations

import pytest

from tmtool.languages.alternatives import compiled


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
    ],
)
def test_the_notation_of_the_tables(alternatives: str, text: str, found: list[str]) -> None:
    assert [match.group() for match in compiled(alternatives).finditer(text)] == found
