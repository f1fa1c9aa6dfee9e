"""Does a verb in the active have as its object whom the passive of the source has as its agent, or the reverse:
l'association finance les municipalités for is financed by the municipalities?

Compared are verbs that are counterparts, the one in the active, the other a participle with an agent. The subject is
the same in both, and the agent of the one right after the other as its object, or the object as the agent: no order of
words asks for that. What may be between a subject and its verb is in ``directions.tsv``: que, which lets a subject
follow its verb, a pronoun, which is its object, and a preposition may not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from tmtool.checks.evidence.meaning.parties_of_verbs import Verb, before_verb, finite_verbs
from tmtool.checks.evidence.words.directions import pattern
from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.sides import Side, mutual, place_of
from tmtool.model import Span

_PARTY = 3
"""Words of content in a row at most that a party is named by."""
_FAMILY = 6
"""Letters that words of one family have in common."""


def voices_turned(found: Linked) -> Iterator[tuple[Span, Span]]:
    """Yields where a verb is turned from the passive into the active or the reverse between the same parties: in the
    translation up to its object or agent, and the verb in the source."""
    of_source, of_target = found.sides
    passives, passives_here = (list(_passives(side)) for side in found.sides)
    if not passives and not passives_here:
        return
    actives, actives_here = (list(_actives(side)) for side in found.sides)
    for there, here in ((passives, actives_here), (actives, passives_here)):
        by_place = {verb.place: verb for verb in here}
        for one in there:
            link = mutual(of_source, of_target, one.place)
            other = by_place.get(link) if link is not None else None
            if other is None:
                continue
            subjects = {mutual(of_source, of_target, place) for place in before_verb(of_source, one)}
            seconds = {mutual(of_source, of_target, place) for place in _party(of_source, one)}
            first = next((place for place in before_verb(of_target, other) if place in subjects), None)
            second = next((place for place in _party(of_target, other) if place in seconds), None)
            if first is not None and second is not None and not _are_of_one_family(of_target, (first, second)):
                yield Span(other.span.start, of_target.words[second].span.end), of_source.words[one.place].span


def _are_of_one_family(side: Side, places: tuple[int, int]) -> bool:
    """Tells whether two words begin alike, so that their counterparts are hard to tell: rapport, rapporteur."""
    one, other = (side.words[place].span.of(side.text)[:_FAMILY].lower() for place in places)
    return one == other


def _passives(side: Side) -> Iterator[Verb]:
    """Yields the participles of a text with an agent, each up to what is before that."""
    for one in pattern(side.language, "passive").finditer(side.text):
        place = place_of(side, one.start("verb"))
        if place is not None:
            yield Verb(place, Span(one.start("verb"), one.end()), has_agent=True)


def _actives(side: Side) -> Iterator[Verb]:
    """Yields the verbs of a text that have a direct object right after them and a subject right before them, each up to
    what is before the object; an infinitive and a participle may have any word there."""
    finite = (verb for verb in finite_verbs(side.text, side.language) if not verb.has_agent)
    verbs = [(verb.place, verb.span) for verb in finite if _has_subject(side, verb)]
    for one in pattern(side.language, "acts").finditer(side.text):
        place = place_of(side, one.start("verb"))
        if place is not None:
            verbs.append((place, Span(*one.span("verb"))))
    for place, span in verbs:
        tail = pattern(side.language, "direct object").match(side.text, side.words[place].span.end)
        if tail and span.end == side.words[place].span.end:
            yield Verb(place, Span(span.start, tail.end()), has_agent=False)


def _has_subject(side: Side, verb: Verb) -> bool:
    """Tells whether the word before a verb may be its subject, or what qui takes up."""
    before = bisect_left(side.words, verb.span.start, key=lambda word: word.span.start) - 1
    return before >= 0 and bool(
        pattern(side.language, "subject").fullmatch(side.text, side.words[before].span.end, verb.span.start)
    )


def _party(side: Side, verb: Verb) -> list[int]:
    """Returns the places of the words of content by which the agent or the object of a verb is named, as far as only
    spaces part them."""
    end = verb.span.end
    first = bisect_left(side.words, end, key=lambda word: word.span.start)
    if first == len(side.words):
        return []
    start = side.words[first].span.start
    if start != end and not pattern(side.language, "between").fullmatch(side.text, end - 1, start):
        return []  # by −25 °C: what is there is no party
    places = [first]
    for place in range(first + 1, min(len(side.words), first + _PARTY)):
        if side.text[side.words[place - 1].span.end : side.words[place].span.start] not in (" ", "-"):
            break
        places.append(place)
    return places
