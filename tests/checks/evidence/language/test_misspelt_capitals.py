"""A short word in capitals is misspelt where another heading has it right next to the same word."""

from __future__ import annotations

import pytest

from tmtool.documents.reading import parse_text
from tmtool.tasks.check import check

SOURCE = "PROVISIONAL AGENDA\nANNOTATED PROVISIONAL AGENDA\nLIST OF PAPERS"


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("ODRE DU JOUR PROVISOIRE\nORDRE DU JOUR PROVISOIRE ANNOTÉ\nLISTE DES NOTES", {"ODRE"}),
        ("ORDRE DU JOR PROVISOIRE\nORDRE DU JOUR PROVISOIRE ANNOTÉ\nLISTE DES NOTES", {"JOR"}),
        ("ODRE DU JOUR PROVISOIRE\nODRE DU JOUR PROVISOIRE ANNOTÉ\nORDRE DES NOTES", set()),
        ("ORDRE DU JOUR PROVISOIRE\nORDRE DU JOUR PROVISOIRE ANNOTÉ\nLISTE DES NOTES", set()),
        ("PNUD\nPNUE\nLISTE DES NOTES", set()),
    ],
)
def test_what_one_heading_alone_has_a_slip_away_from_another_is_told(target: str, told: set[str]) -> None:
    documents = (parse_text(text, language=tag) for text, tag in ((SOURCE, "en"), (target, "fr")))
    found = check(*documents, home=None, source_language="en", target_language="fr").findings
    spelling = [one for one in found if one.check == "spelling-word" and one.target_span is not None]
    assert {one.target_span.of(one.target) for one in spelling if one.target_span} == told
