"""A line of thousands of terms is checked in time that grows with its length, not with the square of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest

from tests.processor import at_most
from tmtool.checks.engine import registry
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.preparing import prepare
from tmtool.model import Concept, Occurrence, Span, Term

_ENGLISH = ("marine", "urban", "rural", "forest", "border", "budget", "school", "prison", "labour", "energy")
_FRENCH = ("la mer", "la ville", "la campagne", "la forêt", "la frontière", "le budget", "l’école", "la prison")
_MANY = 4_000


def _line(terms: Sequence[tuple[Concept, Term]]) -> tuple[str, tuple[Occurrence, ...]]:
    """Returns terms one after another, and where each is."""
    found = []
    start = 0
    for concept, term in terms:
        found.append(Occurrence(Span(start, start + len(term.text)), concept, term))
        start = found[-1].span.end + len(", ")
    return ", ".join(term.text for _, term in terms), tuple(found)


def _draft(concepts: Sequence[Concept], here: Sequence[tuple[Concept, Term]]) -> Draft:
    """Returns the draft of one pair: the English terms of all concepts, and some French ones."""
    source, there = _line([(one, one.terms[0]) for one in concepts])
    target, found = _line(here)
    draft = prepare([Pair(1, target, source)], source_language="en", target_language="fr")
    pair = replace(draft.pairs[0], source_terms=there, target_terms=found)
    return replace(draft, pairs=(pair,), terms=Sides.BOTH, concepts={one.id: one for one in concepts})


def _concepts(form: str, forme: str, kind: str) -> list[Concept]:
    """Returns concepts whose terms share their words, each in contrast with the next."""
    three = list(product(_ENGLISH, _ENGLISH, _ENGLISH))
    rows = [(three[n % len(three)], _FRENCH[n % len(_FRENCH)]) for n in range(_MANY)]
    return [
        Concept(
            str(n),
            (
                Term(form.format(*there), "en", part_of_speech=kind),
                Term(forme.format(n, here), "fr", part_of_speech=kind),
            ),
            contrasts=(str(n + _MANY),),
        )
        for n, (there, here) in enumerate(rows)
    ]


NAMES = _concepts("{} {} {} Council", "Conseil officiel de {1} et des choses", "proper")
NOUNS = _concepts("{} {} {}", "affaire de {1}", "noun")
OTHERS = [Concept(f"other-{n}", (Term("prix de la mer", "fr", part_of_speech="noun"),)) for n in range(_MANY)]


@pytest.mark.parametrize(
    ("check", "concepts"), [("names-official", NAMES), ("term-variant", NOUNS), ("term-contrast", NOUNS)]
)
def test_each_of_thousands_of_terms_is_compared_with_those_around_it(check: str, concepts: list[Concept]) -> None:
    draft = _draft(concepts, [(one, one.terms[0]) for one in OTHERS])
    registry.run_checks(replace(draft, pairs=()), "segment", [check])

    with at_most(1.5):
        registry.run_checks(draft, "segment", [check])
