"""A name that a document has in full may be told by its first word alone, and a verb is no noun of a term."""

from __future__ import annotations

import pytest

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.evidence.term.absent import lacking
from tmtool.model import Concept, Term

UNION = Concept(
    "union",
    (
        Term("Lighthouse Union", "en", part_of_speech="proper"),
        Term("Union des phares", "fr", part_of_speech="proper"),
    ),
)
COUNT = Concept("count", (Term("count of ballots", "en"), Term("dépouillement du scrutin", "fr")))
IN_FULL = Pair(1, "Statuts de l’Union des phares", "Statutes of the Lighthouse Union")


def lacked(source: str, target: str, *before: Pair) -> list[str]:
    """Returns what a pair lacks of the concepts that its source names, after some other pairs of its document."""
    pairs = [*before, Pair(len(before) + 1, target, source)]
    draft = prepare(pairs, source_language="en", target_language="fr", concepts=(UNION, COUNT))
    return [mention.concept.id for mention in lacking(draft.pairs[-1], draft)]


@pytest.mark.parametrize("target", ["L’Union a répondu.", "La lettre est de l’Union, qui a répondu."])
def test_a_name_that_is_in_full_elsewhere_is_told_by_its_first_word(target: str) -> None:
    assert lacked("A letter from the Lighthouse Union came.", target, IN_FULL) == []
    assert lacked("A letter from the Lighthouse Union came.", target) == ["union"]


@pytest.mark.parametrize("target", ["L’Union navale a écrit.", "L’Union des ports a écrit.", "Une Union a écrit."])
def test_the_first_word_of_another_name_tells_none(target: str) -> None:
    assert lacked("A letter from the Lighthouse Union came.", target, IN_FULL) == ["union"]


def test_a_verb_in_the_place_of_a_noun_is_no_term() -> None:
    assert lacked("The count of ballots begins.", "Le travail commence.") == ["count"]
    assert lacked("The teller counts the ballots.", "Le scrutateur compte les bulletins.") == []
