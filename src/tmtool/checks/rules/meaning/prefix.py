"""Has a word lost what denies it or makes it another (non-, un-, Deputy, all but), or has it one that the source has
not? (docs/un-french.md, section 15.)"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanges, one_sided
from tmtool.checks.evidence.register import hints_where_free
from tmtool.model import Level

_CONCEPTS = "prefixes.tsv"
_MARKED = "prefixes_marked.tsv"


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a word has lost or gained what makes it another."""
    yield from exchanges(_CONCEPTS, pair, draft)
    yield from one_sided(_MARKED, pair, draft, in_full=True)


CHECK = SegmentCheck(
    name="meaning-prefix",
    level=Level.WARNING,
    its_type="mistranslation",
    bounded=True,
    requires=Needs(source=True, pair=_CONCEPTS),
    yields_to=("completeness-omission", "completeness-addition", "meaning-negation", "meaning-opposite"),
    summary="A word has lost what denies it or makes it another, such as non- or Deputy, or has gained it.",
    reason=(
        "The small word in front is the first to go: non-governmental organizations become governmental ones, the "
        "Deputy Secretary-General the Secretary-General. Reported is a word that is denied on one side and plain on "
        "the other, a deputy, an exception (all but two), on or after a day or an open-ended body to which nothing "
        "here answers, and peut-être where the source leaves no doubt."
    ),
    examples=(
        Example(
            source="a statement by the Deputy Secretary-General",
            target="une déclaration de la Secrétaire générale",
            flagged=("une déclaration de la Secrétaire générale",),
        ),
        Example(
            source="treaties concluded on or after 1 April 2014",
            target="les traités conclus après le 1er avril 2014",
            flagged=("les traités conclus après le 1er avril 2014",),
        ),
        Example(
            source="treaties concluded on or after 1 April 2014",
            target="les traités conclus à partir du 1er avril 2014",
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=hints_where_free(look),
)
