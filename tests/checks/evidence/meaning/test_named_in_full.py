"""A word that belongs to the full name of a thing is no gain where the source has the name in short."""

from __future__ import annotations

import pytest

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.rules.meaning.prefix import CHECK

TITLE = "Intersessional panel 2031", "Réunion intersessions 2031"


def gained(*pairs: tuple[str, str]) -> list[str]:
    """Returns the words of the last of the pairs of a document that its source has not."""
    numbered = [Pair(number, target, source) for number, (source, target) in enumerate(pairs, 1)]
    found = CHECK.run(prepare(numbered, source_language="en", target_language="fr"))
    return [one.target_span.of(one.target) for one in found if one.segment == len(pairs) and one.target_span]


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("The panel is open to all.", "La réunion intersessions est ouverte à toutes et à tous.", []),
        ("The workshop is open to all.", "L’atelier intersessions est ouvert à toutes et à tous.", ["intersessions"]),
        ("The group is open to all.", "La réunion intersessions est ouverte à tous.", ["intersessions"]),
        ("The panel is open to all.", "Le débat intersessions est ouvert à tous.", ["intersessions"]),
    ],
)
def test_the_thing_of_the_title_may_be_named_in_full(source: str, target: str, words: list[str]) -> None:
    assert gained((source, target)) == ["intersessions"]
    assert gained(TITLE, (source, target)) == words


def test_a_verb_is_no_name() -> None:
    title = "The Council may wish to vote", "Le Conseil souhaitera peut-être voter"
    pair = "The Council votes by roll call.", "Le Conseil souhaitera peut-être voter par appel."
    assert gained(title, pair) == gained(pair) == ["peut-être"]
