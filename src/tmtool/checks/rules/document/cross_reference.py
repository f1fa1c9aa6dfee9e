"""Does a reference to an item point to one that exists, and under an item to that item? (docs/un-french.md, fact 112.)

The phrases that speak of the item in hand ("au titre du point", "under agenda item") are the language's
(`Language.cues`).
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.in_source import is_in_source
from tmtool.checks.evidence.document.titles import misnumbered, renumbered, titles
from tmtool.checks.evidence.values.facts import shown
from tmtool.model import Level, Placeable, PlaceableKind
from tmtool.model.wording import say


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where a reference to an agenda item points to no item of the list, or to the
    wrong one."""
    assert draft.agenda is not None and draft.target is not None
    agenda = renumbered(draft.agenda, misnumbered(titles(draft, draft.agenda), draft.source_agenda))
    listed = {item.label for item in agenda.items}
    headings = {item.segment: item.label for item in agenda.annotations}
    if not headings:
        return
    rows = {segment for row in agenda.sittings for segment in row.segments}
    first, last = min(headings), min(rows, default=draft.pairs[-1].number + 1)
    here = ""
    for pair in draft.pairs:
        here = headings.get(pair.number, here)
        if not first <= pair.number < last or pair.number in headings:
            continue
        for reference in pair.target_placeables:
            cites_item = reference.kind is PlaceableKind.REFERENCE and reference.value.startswith("item:")
            if cites_item and not is_in_source(reference, pair):
                flag = _flag(pair, reference, here, listed, draft.target.cues.phrases("item-in-hand"))
                if flag is not None:
                    yield pair, flag


def _flag(pair: Pair, reference: Placeable, here: str, listed: set[str], phrases: tuple[str, ...]) -> Flag | None:
    label = reference.value.partition(":")[2]
    cited = shown(pair.target, reference)
    if label.split(".")[0] not in listed:
        return Flag(
            say("“{cited}” is no item of the list.", cited=cited),
            target_span=reference.span,
        )
    before = pair.target[: reference.span.start].lower().replace("’", "'")
    own = label.split(".")[0] == here.split(".")[0]
    if own or not any(before.rstrip().endswith(phrase) for phrase in phrases):
        return None
    return Flag(
        say("“{cited}” is under item {item}.", cited=cited, item=here.split(".")[0]),
        target_span=reference.span,
    )


_AGENDA = """Ordre du jour provisoire
1. Assistance technique.
2. Questions diverses.
Annotations
1. Assistance technique
"""

CHECK = DocumentCheck(
    name="document-cross-reference",
    level=Level.WARNING,
    its_type="inconsistency",
    requires=Needs(agenda=True, placeables=Sides.TARGET),
    yields_to=("references-number",),
    summary="A reference to an agenda item points to no item of the list, or to the wrong one.",
    reason=(
        "When an item is added or dropped the numbers in the annotations are easily forgotten. A mention of another "
        "item is reported only in phrases that open its consideration (au titre du point, pour l’examen du point)."
    ),
    examples=(
        Example(
            target=_AGENDA
            + "Au titre du point 2 de l’ordre du jour, le Groupe débattra.\n2. Questions diverses\nAucune.",
            flagged=("2",),
        ),
        Example(target=_AGENDA + "Le Groupe débattra du point 7.\n2. Questions diverses\nAucune.", flagged=("7",)),
        Example(
            target=_AGENDA
            + "Au titre du point 1, le Groupe débattra, sans préjudice du point 2.\n2. Questions diverses\nAucune."
        ),
    ),
    look=look,
)
