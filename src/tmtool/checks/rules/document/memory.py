"""Does a segment differ from the approved translation of the same source? (un-french.md, section 14.)"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Approved, Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.wording import quoted, wording
from tmtool.model import Level, Span
from tmtool.model.wording import Wording, say, say_number

_LONG = 5
"""From so many words on a sentence has one translation; shorter ones may depend on their place."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where a segment differs from the approved translation of the same source."""
    for pair in draft.pairs:
        if not pair.approved or not pair.source or not pair.target.strip():
            continue
        here = wording(pair.target)
        models = [wording(one.text) for one in pair.approved]
        if any(model.tokens == here.tokens for model in models):
            continue
        spans = here.differs(models[0])
        of_target, of_source = quoted(here, models[0])
        long = len(wording(pair.source).tokens) >= _LONG
        yield (
            pair,
            Flag(
                say(
                    "“{here}” here, but “{there}” in {where}.",
                    here=of_target,
                    there=of_source,
                    where=_where(pair.approved),
                ),
                target_span=spans[0] if spans else Span(0, len(pair.target)),
                suggestion=spans[1].of(models[0].text) if spans else None,
                level=None if long and len(models) == 1 else Level.INFO,
            ),
        )


def _where(approved: Sequence[Approved]) -> Wording:
    """Says which translation is quoted, and where it is."""
    place = f" ({approved[0].where})" if approved[0].where else ""
    return say_number(
        "the approved translation of this source{place}",
        "the newest of {n} approved translations of this source{place}",
        len(approved),
        place=place,
    )


CHECK = DocumentCheck(
    name="document-memory",
    level=Level.WARNING,
    its_type="inconsistency",
    requires=Needs(source=True, memory=True),
    yields_to=("document-same-source", "document-title", "language-source-copied"),
    summary="A segment differs from the approved translation of the same source.",
    reason=(
        "What was approved for the same words will be expected again: titles, mandates, formulae. Where "
        "the memory holds "
        "several approved translations, or the source is a short heading, which may depend on its place, it is an info."
    ),
    examples=(
        Example(
            source="The Working Group will consider the item.",
            target="Le Groupe de travail étudiera la question.",
            approved=("Le Groupe de travail examinera la question.",),
            flagged=("étudiera",),
        ),
        Example(
            source="The Working Group will consider the item.",
            target="Le Groupe de travail examinera la question",
            approved=("Le Groupe de travail examinera la question.",),
        ),
        Example(
            source="The Working Group will consider the item.", target="Le Groupe de travail étudiera la question."
        ),
    ),
    look=look,
)
