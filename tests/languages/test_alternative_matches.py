"""Tests that what alternatives name is found as their pattern finds it, with few regular expressions."""

from __future__ import annotations

import pytest

from tmtool.languages.alternative_matches import find_all
from tmtool.languages.alternatives import compiled


@pytest.mark.parametrize(
    "alternatives",
    [
        "conseil*",
        "conseil* juridique*",
        "^Conseil",
        "conseil du|conseil",
        "conseil|conseil du",
        "non*ment",
        "-|conseil",
        "/conseil\\w*",
        "/conseil\\b|/seil",
        "/conseil\\w+|non*",
        "*ment|conseil",
        "/(?:du|le) conseil|conseil juridique*|/juri\\w*",
        "/\\w+ment|un|^Conseil",
        "/reçu|/[a-z]+(?= conseil)|conseil",
        "/l['’]|/conseil['’]",
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "Le Conseil a reçu des conseils\u00a0juridiques et un conseiller  juridique du conseil du Conseil.",
        "conseil-conseil, l’conseil’s, conseilconseil, conseil_ conseil",
        "Nonobstamment, un conseil - un İ conseil",
        "conseil" + "s’" * 40 + " juridique",
        "conseil" * 12,
        "",
    ],
)
def test_what_is_found_without_a_regular_expression_is_what_the_expression_finds(alternatives: str, text: str) -> None:
    assert [(span.start, span.end) for span in find_all(alternatives, text)] == [
        match.span() for match in compiled(alternatives).finditer(text)
    ]


def test_of_alternatives_with_one_start_the_first_is_found() -> None:
    assert [span.of("au moins six") for span in find_all("/au m\\w*|au moins six", "au moins six")] == ["au moins"]
    assert [span.of("au moins six") for span in find_all("au moins six|/au m\\w*", "au moins six")] == ["au moins six"]


def test_nothing_is_found_inside_of_what_is_found() -> None:
    assert [span.of("le la le la") for span in find_all("/la (?:le)|/le (?:la)", "le la le la")] == ["le la", "le la"]
