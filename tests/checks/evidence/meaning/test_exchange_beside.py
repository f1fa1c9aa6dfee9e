"""A word is compared with the one that has the same neighbour in the source."""

from __future__ import annotations

import pytest

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.evidence.meaning.exchange_beside import exchanged_beside
from tmtool.checks.evidence.words.linked import linked


def exchanged(source: str, target: str) -> list[str]:
    """Returns the words of the translation beside a neighbour that has their opposite in the source."""
    pair = Pair(1, target, source)
    draft = prepare([pair], source_language="en", target_language="fr")
    found = linked(pair, draft)
    assert found is not None and draft.language_pair is not None
    return [here.of(target) for here, _ in exchanged_beside("opposites.tsv", found, draft.language_pair)]


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        (
            "Temperatures rose in May and rainfall declined in June.",
            "Les températures ont baissé en mai et les précipitations ont augmenté en juin.",
            ["baissé", "augmenté"],
        ),
        (
            "Public hospitals received more than private clinics.",
            "Les hôpitaux privés ont reçu plus que les cliniques publiques.",
            ["privés", "publiques"],
        ),
    ],
)
def test_two_opposites_that_have_changed_places_are_seen(source: str, target: str, words: list[str]) -> None:
    assert sorted(exchanged(source, target)) == sorted(words)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "Wages rose in towns and prices fell in villages.",
            "Les salaires ont augmenté dans les villes et les prix ont baissé dans les villages.",
        ),
        ("Documents of six pages or fewer are read.", "Des documents de six pages au plus sont lus."),
        ("The Committee was unable to agree.", "Le Comité n’a pu se mettre d’accord."),
        (
            "The target of 400 trees was therefore missed by 90.",
            "Il a donc manqué 90 arbres aux communes de la région pour que l’objectif de 400 soit atteint.",
        ),
        ("Prices did not rise.", "Les prix n’ont pas baissé."),
    ],
)
def test_a_counterpart_a_small_word_and_what_is_denied_are_left_alone(source: str, target: str) -> None:
    assert not exchanged(source, target)
