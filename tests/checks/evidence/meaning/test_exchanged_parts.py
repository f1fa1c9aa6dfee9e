"""Two parts of a sentence that have exchanged words are told from parts in another order."""

from __future__ import annotations

import pytest

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.evidence.meaning.exchanged_parts import exchanged_parts
from tmtool.checks.evidence.words.linked import linked

OFFICES = (
    "The Chair will come from the producer countries, and the Rapporteur will be elected by the consumer regions.",
    "Le Président viendra des pays producteurs, et le Rapporteur sera élu par les régions consommatrices.",
)
STUDY = (
    "A study shows that 58 per cent were rejected for lack of refrigeration and 35 per cent for incomplete documents.",
    "Une étude montre que 58 % ont été refusés pour défaut de réfrigération et 35 % pour documents incomplets.",
)
MEETINGS = (
    "It will hold meetings in the afternoon of one day and the morning of the next.",
    "Il tiendra des séances l’après-midi d’un jour et le matin du lendemain.",
)


def exchanged(source: str, target: str) -> list[tuple[str, str]]:
    """Returns the words of the translation that have changed places."""
    draft = prepare([Pair(1, target, source)], source_language="en", target_language="fr")
    (pair,) = draft.pairs
    found = linked(pair, draft)
    assert found is not None
    return [(one.of(target), other.of(target)) for one, other, _ in exchanged_parts(found, pair)]


def swapped(text: str, one: str, other: str) -> str:
    """Returns the text with two pieces of it exchanged."""
    return text.replace(one, "\0").replace(other, one).replace("\0", other)


@pytest.mark.parametrize(
    ("pair", "pieces"),
    [
        (STUDY, ("58 %", "35 %")),
        (MEETINGS, ("l’après-midi", "le matin")),
        (OFFICES, ("Le Président", "le Rapporteur")),
    ],
)
def test_words_that_have_gone_to_the_other_part_are_seen(pair: tuple[str, str], pieces: tuple[str, str]) -> None:
    assert exchanged(*pair) == []
    assert len(exchanged(pair[0], swapped(pair[1], *pieces))) == 1


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (  # the parts as wholes
            STUDY[0],
            "Une étude montre que 35 % ont été refusés pour documents incomplets et 58 % pour défaut de réfrigération.",
        ),
        (  # a noun and an adjective for both parts, each at the other end in French
            "Candidates must be directors of a national meteorological or hydrometeorological Service.",
            "Les candidats doivent diriger un Service météorologique ou hydrométéorologique national.",
        ),
        (  # two words in another order, right before and after the conjunction
            "The plan aims to reduce the consumption and production of 21 such chemicals in the region.",
            "Le plan vise à réduire la production et la consommation de 21 de ces produits dans la région.",
        ),
        (  # two sentences
            "The group was set up by the Conference to examine questions. The Board reviews its progress.",
            "Le groupe a été créé par la Conférence pour étudier des questions. Le Conseil examine ses progrès.",
        ),
    ],
)
def test_parts_in_another_order_and_what_is_meant_for_both_are_left_alone(source: str, target: str) -> None:
    assert exchanged(source, target) == []
