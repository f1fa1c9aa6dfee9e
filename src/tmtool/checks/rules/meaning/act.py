"""Is another act in the place of the one that the source names: ratifier for sign, décider for recommend?

Resolutions, treaties, meetings and trials have few verbs, and each has its effect in law. See docs/un-french.md,
section 15: meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange_by_odds import are_odd
from tmtool.checks.evidence.meaning.exchange_in_place import are_framed, exchanged_in_place
from tmtool.checks.evidence.register import hints_where_free, is_short
from tmtool.model import Level

_ACTS = "acts.tsv"


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where the translation names another act than the source."""
    for flag in exchanged_in_place(_ACTS, pair, draft):
        if are_framed(flag, pair, draft):
            yield flag
        elif are_odd(flag, pair, draft):
            yield replace(flag, level=Level.WARNING if is_short(pair, draft) else draft.likely)
        else:
            yield replace(flag, level=draft.slight)


CHECK = SegmentCheck(
    name="meaning-act",
    level=Level.WARNING,
    its_type="mistranslation",
    bounded=True,
    requires=Needs(source=True, pair=_ACTS),
    yields_to=("completeness-omission", "completeness-length", "meaning-opposite", "meaning-negation", "meaning-tense"),
    summary="Another act is in the place of the one that the source names.",
    reason=(
        "To sign a treaty is not to ratify it, to recommend is not to decide, what is planned is not done. Reported "
        "where nothing answers to the act of the source in its place and another act of the same kind is there."
    ),
    examples=(
        Example(
            source="The guild is asked to choose between two songs.",
            target="Deux chants sont proposés au choix de la corporation.",
        ),
        Example(
            source="The fees charged to users would not be raised.",
            target="Les taxes acquittées par les usagers n’augmenteraient pas.",
        ),
        Example(
            source="The mayor has already said that he will need two of the barns assigned to him.",
            target="Le maire a déjà dit que, sur les granges qui lui ont été confiées, il lui en faudrait deux.",
            is_close=True,
        ),
        Example(
            source="Software flagged 31,000 letters as false, of which only 3 per cent proved to be so.",
            target="Un logiciel a signalé 31 000 lettres comme fausses, dont 3 % seulement l’étaient.",
            is_close=True,
        ),
        Example(
            source="Spending was held down to 82 per cent of the appropriation.",
            target="On a contenu les dépenses à 82 % du crédit ouvert.",
            is_close=True,
        ),
        Example(
            source="Twelve States have signed the Protocol on the smuggling of migrants.",
            target="Douze États ont ratifié le Protocole relatif au trafic illicite de migrants.",
            flagged=("ratifié",),
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=hints_where_free(look),
)
