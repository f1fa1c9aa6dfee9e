"""Which translation does a title get everywhere that is in the list of items, above its annotation, and in the table?

That of the place where it is known best. Where it differs in its final mark, or is "(continued)", the same
translation is completed for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tmtool.matching.lookup import Lookup
from tmtool.model import Difference, Match, MatchKind
from tmtool.model.wording import say
from tmtool.text.tokens import normalise

_MARKS = " .;:,"
_KINDS = tuple(MatchKind)


def one_wording(
    texts: Sequence[str], found: Sequence[tuple[Match, ...]], lookup: Lookup
) -> tuple[tuple[Match, ...], ...]:
    """Returns the matches of each segment of a document, so that what repeats has the same first one everywhere."""
    result = list(found)
    places: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        if title := _title(text):
            places[title].append(place)
    best = {title: min(group, key=lambda place: _order(found[place])) for title, group in places.items()}
    for title, group in places.items():
        chosen = best[title]
        for place in group:
            if normalise(texts[place]) == normalise(texts[chosen]):
                result[place] = found[chosen]
            elif found[chosen]:
                result[place] = _as_in(found[chosen][0], texts[place], found[place], lookup)
    for place, text in enumerate(texts):
        first = best.get(_title(lookup.continuations.split(text)[0]))
        if first is not None and (made := lookup.continued(text, found[first])):
            result[place] = _put_first(made[0], found[place])
    return tuple(result)


def _as_in(chosen: Match, text: str, own: tuple[Match, ...], lookup: Lookup) -> tuple[Match, ...]:
    """Returns the matches of a text that differs in its mark from that of the chosen match, worded as that one."""
    if own and own[0].kind is not MatchKind.FUZZY and _title(own[0].offered) == _title(chosen.offered):
        return own
    made = lookup.adapted_to(chosen, text) if chosen.kind is not MatchKind.FUZZY else None
    return _put_first(made, own) if made else own


def _put_first(made: Match, own: tuple[Match, ...]) -> tuple[Match, ...]:
    if own and own[0].kind is not MatchKind.FUZZY:
        if own[0].offered == made.offered:
            return own
        reason = say("as for “{source}”, which this document has too", source=made.source)
        made = replace(made, warnings=(*made.warnings, Difference("wording", reason)))
    return (made, *(match for match in own if match.offered != made.offered))


def _order(matches: tuple[Match, ...]) -> tuple[int, int, int]:
    if not matches:
        return len(_KINDS), 0, 0
    return _KINDS.index(matches[0].kind), -matches[0].score, -matches[0].status.trust


def _title(text: str) -> str:
    return normalise(text).rstrip(_MARKS)
