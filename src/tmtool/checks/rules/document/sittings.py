"""Does the text announce as many sittings as the table has? (docs/un-french.md, fact 113.)"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.documents.agenda import Agenda
from tmtool.languages import language_of
from tmtool.model import BlockKind, Level, PlaceableKind
from tmtool.model.wording import say

_FEWEST = 2
"""A table of fewer sittings is none of the whole meeting."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where the number of sittings in the text is not that of the table."""
    agenda = draft.agenda
    assert agenda is not None
    count = len(_sittings(agenda))
    if count < _FEWEST:
        return
    of_source = len(_sittings(draft.source_agenda)) if draft.source_agenda else 0
    if count < of_source and any(_is_left_out(pair) for pair in draft.pairs):
        return  # It is the row that is reported, not the number.
    named, held = (language_of(draft.target_language).pattern(name) for name in ("sittings", "sittings-held"))
    headings = {item.segment: item.label.split(".")[0] for item in agenda.annotations}
    here = ""
    for pair in draft.pairs:
        here = headings.get(pair.number, here)
        for one in pair.target_placeables:
            end = one.span.end
            announced = one.kind is PlaceableKind.NUMBER and named.match(pair.target, end + 1)
            if not announced or not pair.target[end].isspace() or held.search(pair.target, 0, one.span.start):
                continue
            if any(other.kind is PlaceableKind.NUMBER and other.value == one.value for other in pair.source_placeables):
                wrong = one.value == str(of_source) and of_source != count
            else:
                wrong = one.value not in _possible(agenda, here)
            if wrong:
                number = one.span.of(pair.target)
                message = say("“{number}” sittings here, {count} in the table.", number=number, count=count)
                # Without its source a text may count the sittings of the plenary only, or those of others.
                yield pair, Flag(message, target_span=one.span, level=None if pair.source else Level.HINT)


def _sittings(agenda: Agenda) -> set[tuple[str, str]]:
    """Returns the sittings by day and hours; a table without hours has days or weeks, each with who knows how many."""
    return {(row.date, row.hours) for row in agenda.sittings if row.hours}


def _is_left_out(pair: Pair) -> bool:
    """Tells whether a pair is a cell of a table that the translation has not."""
    return pair.kind is BlockKind.CELL and bool(pair.source) and not pair.target.strip()


def _possible(agenda: Agenda, item: str) -> set[str]:
    """Returns the numbers that the text may give: of all sittings, of those for the item under which it says so, of
    those of a day."""
    of_item = {(row.date, row.hours) for row in agenda.sittings if row.item.split(".")[0] == item}
    of_days = Counter(date for date, _ in _sittings(agenda))
    return {str(number) for number in (len(_sittings(agenda)), len(of_item), *of_days.values())}


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
        Example(
            target=_AGENDA.format("quatre")
            .replace("\n10 heures-13 heures", "")
            .replace("\n15 heures-18 heures", "\nMardi 15 juin")
        ),
        Example(target=_AGENDA.format("quatre"), flagged=("quatre",)),
        Example(target=_AGENDA.format("une séance sur l’ouverture, en tout deux")),
        Example(target=_AGENDA.format("deux")),
    ),
    look=look,
)
