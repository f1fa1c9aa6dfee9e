"""Is each document listed under the item under which the source has it?"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.documents.agenda import Agenda
from tmtool.model import Level
from tmtool.model.wording import say

_MOST = 3
"""Where more documents are under other labels, it is the labels that differ."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each document that the lists have under another item than those of the source."""
    assert draft.agenda is not None
    if draft.source_agenda is None:
        return
    of_source, of_target = _listed(draft.source_agenda), _listed(draft.agenda)
    known = {one.label for one in draft.agenda.annotations} & {one.label for one in draft.source_agenda.annotations}
    moved = [
        symbol
        for symbol, items in of_target.items()
        if len(items) == len(of_source.get(symbol, {})) == 1
        and items.keys() != of_source[symbol].keys()
        and known.issuperset((*items, *of_source[symbol]))
    ]
    for symbol in moved if len(moved) <= _MOST else ():
        (here, segment), (there, _) = *of_target[symbol].items(), *of_source[symbol].items()
        pair = draft.pair(segment)
        if pair is not None:
            place = next((one.span for one in pair.target_placeables if one.value == symbol), None)
            yield (
                pair,
                Flag(
                    say(
                        "{symbol} is listed under item {here}, in the source under item {there}.",
                        symbol=symbol,
                        here=here,
                        there=there,
                    ),
                    target_span=place,
                ),
            )


def _listed(agenda: Agenda) -> dict[str, dict[str, int]]:
    """Returns the symbols of the lists, each with the items under which it is and the segment there."""
    found: dict[str, dict[str, int]] = {}
    for entry in agenda.documentation:
        for symbol in entry.symbols:
            found.setdefault(symbol, {}).setdefault(entry.item, entry.segment)
    return found


_AGENDA = """Provisional agenda
1. Rivers.
2. Lakes.
Annotations
1. Rivers
The Group will discuss rivers.
Documentation
Note by the Secretariat on rivers (E/CN.9/2030/2)
2. Lakes
The Group will discuss lakes.
Documentation
Note by the Secretariat on lakes (E/CN.9/2030/3)"""
_ORDRE_DU_JOUR = """Ordre du jour provisoire
1. Cours d’eau.
2. Lacs.
Annotations
1. Cours d’eau
Le Groupe débattra des cours d’eau.
Documentation
{}
2. Lacs
Le Groupe débattra des lacs.
Documentation
{}"""
_RIVERS, _LAKES = (
    "Note du Secrétariat sur les cours d’eau (E/CN.9/2030/2)",
    "Note du Secrétariat sur les lacs (E/CN.9/2030/3)",
)

CHECK = DocumentCheck(
    name="document-listing",
    level=Level.ERROR,
    its_type="inconsistency",
    requires=Needs(agenda=True, source=True),
    yields_to=("document-numbering", "document-symbols"),
    summary="A document is listed under another item than in the source.",
    reason=(
        "When lists are filled in from the agenda before, a document comes under the wrong item, and delegates do not "
        "find it. Compared are the symbols listed under the annotations; where more than three are elsewhere the "
        "labels of the items differ, which another check reports."
    ),
    examples=(
        Example(
            source=_AGENDA,
            target=_ORDRE_DU_JOUR.format(_LAKES, _RIVERS),
            flagged=("E/CN.9/2030/3", "E/CN.9/2030/2"),
        ),
        Example(source=_AGENDA, target=_ORDRE_DU_JOUR.format(_RIVERS, _LAKES)),
    ),
    look=look,
)
