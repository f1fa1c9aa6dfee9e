"""Is a number that hides in a word another one than in the source: triennal for a five-year plan?

See docs/un-french.md, fact 23; fractions are compared by numbers-fraction.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanges
from tmtool.model import Level

_CONCEPTS = "number_words.tsv"


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a period or a multitude is another one than in the source."""
    yield from exchanges(_CONCEPTS, pair, draft)


CHECK = SegmentCheck(
    name="numbers-word",
    level=Level.ERROR,
    its_type="numbers",
    requires=Needs(source=True, pair="number_words.tsv"),
    yields_to=(
        "completeness-omission",
        "language-other-segment",
        "numbers-frequency",
        "numbers-ordinal",
        "numbers-value",
    ),
    summary="A period or a multitude is another one than in the source.",
    reason=(
        "Triennal for five-year and milliers for millions hold no number that could be compared. Reported is one such "
        "word that the source has not in the place of one that the translation has not; either alone may be a number "
        "in figures on the other side."
    ),
    examples=(
        Example(source="a twofold increase", target="une hausse du triple", flagged=("triple",)),
        Example(source="hundreds of people", target="des dizaines de personnes", flagged=("dizaines",)),
        Example(source="hundreds of thousands of people", target="des centaines de milliers de personnes"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
    by_sentence=True,
)
