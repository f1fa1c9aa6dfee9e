"""Which verb of the translation is in the past where its counterpart in the source is in the future, or the reverse?

Verbs are counterparts by the links of their words; in a sentence with one verb, and one in its translation, no link is
needed, and in a free translation none is heeded. Of some 1,150 linked verbs with will in right agendas and published
rows three are in the past in French, of 840 with was and has been four in the future, and these have a reason: a verb
of that time elsewhere in the sentence, or a word such as when.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tmtool import languages
from tmtool.checks.engine.sentence_spans import sentence_spans
from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.sides import Side
from tmtool.languages.verb_groups import Time, VerbGroup

_TURNED = frozenset(
    {(Time.FUTURE, Time.PAST), (Time.PLANNED, Time.PAST), (Time.PAST, Time.FUTURE), (Time.DONE, Time.FUTURE)}
)
_CLOSE = (Time.FUTURE, Time.PRESENT)
"""What only close translations keep apart."""
_OVER = (Time.PRESENT, Time.PAST)
"""The same where the form of the first says that it goes on: is consulting, a consulté."""
_ALSO = {Time.PAST: frozenset({Time.PAST, Time.DONE}), Time.FUTURE: frozenset({Time.FUTURE, Time.PLANNED})}
"""What may be the reason for a verb of the translation, beside its own time."""
_LEFT_OPEN = frozenset({Time.FUTURE, Time.PLANNED, Time.OTHER})
"""What, in the same sentence, may put a participle in the future: those submitted later will be published."""


@dataclass(frozen=True, slots=True)
class OtherTime:
    """An `OtherTime` is a verb of the source and one of the translation that say other times; `is_slight` tells that
    the one of the translation is in the present."""

    there: VerbGroup
    here: VerbGroup
    is_slight: bool = False


@dataclass(frozen=True, slots=True)
class _Verb:
    """A `_Verb` is a verb of a text, in which sentence it is, and the place of its word among those that are linked."""

    group: VerbGroup
    sentence: int
    word: int | None


def other_times(found: Linked) -> Iterator[OtherTime]:
    """Yields the verbs of the translation that say another time than their counterparts, in order."""
    of_source, of_target = found.sides
    in_source, in_target = (languages.get(side.language).verb_groups(side.text) for side in found.sides)
    if not in_source or not in_target:
        return
    spans = sentence_spans(of_source.text, of_target.text)
    there = _verbs(of_source, in_source, [one.source.start for one in spans])
    here = _verbs(of_target, in_target, [one.target.start for one in spans])
    by_word = {verb.word: verb for verb in there if verb.word is not None}
    pairs = [
        (by_word[link], verb)
        for verb in here
        if verb.word is not None and (link := of_target.links[verb.word]) is not None and link in by_word
    ]
    if found.is_free:  # links of its words tell too little, but one verb is one verb
        pairs = []
    for one, other in pairs:
        times = one.group.time, other.group.time
        over = times == _OVER and one.group.goes_on
        over = over and not _is_reported(other, here)
        slight = times == _CLOSE and not one.group.is_rule
        if not (times in _TURNED or slight or over) or one.sentence != other.sentence:
            continue
        around = [verb for verb in there if verb.sentence == one.sentence]
        if times[0] is Time.DONE:
            others = [verb for verb in here if verb is not other and verb.sentence == one.sentence]
            if any(verb.group.time in _LEFT_OPEN for verb in around) or any(
                verb.group.time is Time.FUTURE for verb in others
            ):
                continue  # nothing said affects it, rien de ce qui sera dit n'aura d'incidence
        reasons = _ALSO.get(times[1], frozenset({times[1]}))
        given = sum(verb.group.time in reasons for verb in around)
        taken = sum(
            verb.sentence == one.sentence and verb.group.time in reasons and mine.group.time is times[1]
            for verb, mine in pairs
        )
        if taken >= given and not one.group.may_come:
            yield OtherTime(one.group, other.group, is_slight=over or slight)
    linked = {other.group for _, other in pairs}
    for one, other in _alone(there, here):
        turned = (one.group.time, other.group.time) in _TURNED and not one.group.may_come
        if turned and other.group not in linked and not _goes_elsewhere(one, other, found):
            yield OtherTime(one.group, other.group)


def _goes_elsewhere(one: _Verb, other: _Verb, found: Linked) -> bool:
    """Tells whether a participle of the source, which may belong to a noun, is the counterpart of another word, or the
    verb of the translation that of another: "a debate moderated by her takes place", un débat animé par elle aura
    lieu."""
    if one.group.time is not Time.DONE:
        return False
    of_source, of_target = found.sides
    there = of_source.links[one.word] if one.word is not None else None
    back = of_target.links[other.word] if other.word is not None else None
    return (there is not None and there != other.word) or (back is not None and back != one.word)


def _is_reported(verb: _Verb, here: Sequence[_Verb]) -> bool:
    """Tells whether a past without an auxiliary follows another past in its sentence, which makes it one: ont notifié
    qu'elles appliquaient."""
    simple = verb.group.span == verb.group.main
    return simple and any(
        one.sentence == verb.sentence and one.group.time is Time.PAST and one.group.span.end <= verb.group.span.start
        for one in here
    )


def _alone(there: Sequence[_Verb], here: Sequence[_Verb]) -> Iterator[tuple[_Verb, _Verb]]:
    """Yields the verbs of sentences that have one verb on either side."""
    for sentence in sorted({verb.sentence for verb in there}):
        ours, theirs = ([verb for verb in side if verb.sentence == sentence] for side in (there, here))
        if len(ours) == len(theirs) == 1:
            yield ours[0], theirs[0]


def _verbs(side: Side, groups: Sequence[VerbGroup], starts: Sequence[int]) -> list[_Verb]:
    places = {word.span.start: place for place, word in enumerate(side.words)}
    return [_Verb(group, bisect_right(starts, group.span.start), places.get(group.main.start)) for group in groups]
