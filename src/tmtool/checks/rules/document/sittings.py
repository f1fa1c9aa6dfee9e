"""Does the text announce as many sittings as the table has? (docs/un-french.md, fact 113.)"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.languages import language_of
from tmtool.model import Level, PlaceableKind
from tmtool.model.wording import say


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where the number of sittings in the text is not that of the table."""
    assert draft.agenda is not None
    if not draft.agenda.sittings:
        return
    named = language_of(draft.target_language).pattern("sittings")
    sittings = {(row.date, row.hours) for row in draft.agenda.sittings}
    for pair in draft.pairs:
        for one in pair.target_placeables:
            end = one.span.end + 1
            announced = one.kind is PlaceableKind.NUMBER and named.match(pair.target, end)
            if announced and pair.target[one.span.end].isspace() and one.value != str(len(sittings)):
                number = one.span.of(pair.target)
                yield (
                    pair,
                    Flag(
                        say("“{number}” sittings here, {count} in the table.", number=number, count=len(sittings)),
                        target_span=one.span,
                    ),
                )


_AGENDA = """Ordre du jour provisoire
1. Ouverture de la réunion.
2. Questions diverses.
Annotations
1. Ouverture de la réunion
Les ressources permettront la tenue de {} séances.
2. Questions diverses
Aucune.
Annexe
Lundi 14 juin
10 heures-13 heures
1
Ouverture de la réunion
15 heures-18 heures
2
Questions diverses"""

CHECK = DocumentCheck(
    name="document-sittings",
    level=Level.WARNING,
    its_type="inconsistent-entities",
    requires=Needs(agenda=True, placeables=Sides.TARGET),
    yields_to=("numbers-value",),
    summary="The number of sittings in the text is not that of the table.",
    reason=(
        "The annotation on the organization of work says for how many sittings there are services, the table shows "
        "them. The sentence is copied from the agenda before, the table is made anew."
    ),
    examples=(
        Example(target=_AGENDA.format("quatre"), flagged=("quatre",)),
        Example(target=_AGENDA.format("deux")),
    ),
    look=look,
)
