"""Is a country another one than in the source? (docs/un-french.md, fact 81.)"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.exchange import exchanges
from tmtool.model import Level

_CONCEPTS = "countries.tsv"
_MANY, _VERY_MANY = 8, 24
"""Commas of a list so long that one country of it may be, or likely is, named in another way."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a country is exchanged for another."""
    commas = pair.target.count(",")
    level = Level.INFO if commas >= _VERY_MANY else Level.WARNING if commas >= _MANY else None
    for flag in exchanges(_CONCEPTS, pair, draft, counted=True):
        yield replace(flag, level=level)


CHECK = SegmentCheck(
    name="names-country",
    level=Level.ERROR,
    its_type="inconsistent-entities",
    requires=Needs(source=True, pair="countries.tsv"),
    yields_to=("completeness-omission", "completeness-length", "language-other-segment"),
    summary="A country is exchanged for another.",
    reason=(
        "Iran for Iraq, Austria for Australia: one name lost and another gained is an exchange, one alone is "
        "not, since French turns to the adjective (gouvernement péruvien) or a pronoun. Names and adjectives "
        "are those of the UN short forms."
    ),
    examples=(
        Example(source="The delegation of Iraq", target="La délégation iranienne", flagged=("iranienne",)),
        Example(source="Kenya and Uganda", target="le Nigéria et l’Ouganda", flagged=("Nigéria",)),
        Example(source="The Government of Peru", target="Le Gouvernement péruvien"),
        Example(source="Germany and France", target="la France et l’Allemagne"),
        Example(source="the Canada goose of British Columbia", target="l’oie canadienne de la Colombie britannique"),
    ),
    look=look,
)
