"""Is numéro abbreviated otherwise than in the rest of the document: n° 5 among no 5? (docs/un-french.md, fact 54.)"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.fr.typography import numero_signs
from tmtool.model import Level
from tmtool.model.wording import say


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where the abbreviation of numéro differs from that of the rest of the
    document."""
    usual = draft.habit.numero if draft.habit else ""
    if not usual:
        return
    for pair in draft.pairs:
        for span, form in numero_signs(pair.target):
            written = span.of(pair.target)
            if form == usual or written == "nos":  # nos 4 pays
                continue
            right = written[0] + usual[1:] + ("s" if written.lower().endswith("s") else "")
            if pair.target[span.end].isdigit():
                right += "\u00a0"
            yield (
                pair,
                Flag(
                    say("“{written}” here, but mostly “{usual}” in this document.", written=written, usual=usual),
                    target_span=span,
                    suggestion=right,
                    fixable=True,
                ),
            )


CHECK = DocumentCheck(
    name="typography-numero",
    level=Level.WARNING,
    its_type="locale-violation",
    requires=Needs(into="fr"),
    summary="The abbreviation of numéro differs from that of the rest of the document.",
    reason=(
        "United Nations documents write no with a raised o, which text files show as no or n°; either will do if there "
        "is one. Three are needed for a habit, and 70 per cent of them. No., # and N° inside a sentence are wrong in "
        "any document and reported by typography-form."
    ),
    examples=(
        Example(
            target="le rapport no 1\nle rapport no 2\nles rapports nos 3 et 4\nle rapport n°5",
            flagged=("n°",),
            repaired="le rapport no 1\nle rapport no 2\nles rapports nos 3 et 4\nle rapport no\u00a05",
        ),
        Example(
            target="le rapport n° 1\nle rapport n° 2\nNo 3\nle rapport n° 4",
            flagged=("No",),
            repaired="le rapport n° 1\nle rapport n° 2\nN° 3\nle rapport n° 4",
        ),
        Example(target="le rapport no 1\nle rapport n° 2"),
        Example(target="le rapport n° 1\nle rapport n° 2\nle rapport n° 3 de nos 4 pays\nle rapport n° 5"),
    ),
    look=look,
)
