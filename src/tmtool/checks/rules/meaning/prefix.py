"""Has a word lost what denies it or makes it another (non-, un-, Deputy, all but), or has it one that the source has
not? (docs/un-french.md, section 15.)"""

from __future__ import annotations

from collections.abc import Iterator

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
    yield from one_sided(_MARKED, pair, draft)


CHECK = SegmentCheck(
    name="meaning-prefix",
    level=Level.WARNING,
    its_type="mistranslation",
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
            source="an open, non\u2010discriminatory trading system",
            target="un système commercial ouvert, non discriminatoire",
        ),
        Example(
            source="a briefing for non-governmental organizations",
            target="une réunion à l’intention des organisations gouvernementales",
            flagged=("gouvernementales",),
        ),
        Example(
            source="victims of international armed conflicts",
            target="victimes des conflits armés non internationaux",
            flagged=("non internationaux",),
        ),
        Example(
            source="a statement by the Deputy Secretary-General",
            target="une déclaration de la Secrétaire générale",
            flagged=("une déclaration de la Secrétaire générale",),
        ),
        Example(
            source="It was reached in all but two departments.",
            target="Elle était atteinte dans tous les départements.",
            flagged=("Elle était atteinte dans tous les départements.",),
        ),
        Example(
            source="After that the microphone will be switched off.",
            target="Passé ce délai, le microphone sera peut-être coupé.",
            flagged=("peut-être",),
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
        Example(source="non-governmental organizations", target="organisations non gouvernementales, ONG"),
        Example(source="Governments and non-governmental bodies", target="organismes gouvernementaux ou non"),
        Example(
            source="the Deputy Secretary-General, the Vice-Chair", target="la Vice-Secrétaire générale, l’adjointe"
        ),
        Example(source="all but two of the States", target="tous les États sauf deux"),
        Example(source="The Committee may wish to note it.", target="Le Comité souhaitera peut-être en prendre note."),
    ),
    look=hints_where_free(look),
)
