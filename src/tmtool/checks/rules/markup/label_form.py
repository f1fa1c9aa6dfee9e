"""Has a list label the English form (a) where the document writes a) elsewhere?

Labels of a document are kept beside its segments, and some houses write (a) in French too; so one is reported only
where most others have no first bracket.
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.documents.labels import is_bracketed_number, take_label
from tmtool.model import Level, Span
from tmtool.model.wording import say

_LEAST, _MANY = 2, 4
"""How many labels without the first bracket must be there, and how many for each that has it."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each segment whose label alone has a first bracket, in a language that writes none."""
    if draft.target is None or draft.target.typography is None or draft.target.typography.label_opens:
        return
    labels = [
        (pair, pair.target_label or take_label(pair.target)[0])
        for pair in draft.pairs
        if not is_bracketed_number(pair.target)
    ]
    bracketed = [(pair, label) for pair, label in labels if label.endswith(")")]
    opened = [(pair, label) for pair, label in bracketed if label.startswith("(")]
    if len(bracketed) - len(opened) < max(_LEAST, _MANY * len(opened)):
        return
    for pair, label in opened:
        message = say("The label is “{label}” here, others have no first bracket.", label=label)
        yield pair, Flag(message, target_span=Span(0, len(pair.target)))


CHECK = DocumentCheck(
    name="markup-label-form",
    level=Level.WARNING,
    its_type="inconsistent-entities",
    requires=Needs(typography=True),
    yields_to=("markup-label",),
    summary="A list label has the English form (a), where the document writes a) elsewhere.",
    reason=(
        "French writes a), English (a). A document that writes (a) throughout follows its house; a single one among "
        "labels without the first bracket was left from the source."
    ),
    examples=(
        Example(
            target="a) Ouverture\nb) Élections\n(c) Rapports\nd) Clôture\ne) Divers",
            flagged=("(c) Rapports",),
        ),
        Example(target="(a) Ouverture\n(b) Élections\nc) Rapports\nd) Clôture"),
        Example(target="a) Ouverture\nb) Élections\n(500)\nc) Rapports\nd) Clôture\ne) Divers"),
    ),
    look=look,
)
