"""Has one thing become two, or two one, or have some lost their number: deux experts for one expert, un représentant
for two representatives, des experts for four experts?

One is an article more often than not, and single figures come and go, so that no comparison of numbers sees it. What is
counted tells: the number of one side must count the word that answers to the one with the article on the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanged
from tmtool.checks.evidence.values.facts import facts
from tmtool.checks.evidence.values.fractions import fractions
from tmtool.checks.evidence.values.frequencies import frequencies
from tmtool.checks.evidence.values.same_value import small
from tmtool.checks.evidence.words.linked import linked
from tmtool.checks.evidence.words.sides import Side, mutual
from tmtool.languages import language_of
from tmtool.languages.stems import Word
from tmtool.model import Level, Placeable, PlaceableKind, Span
from tmtool.model.wording import say

_BEFORE = 24
"""Characters before a noun in which what makes it one is looked for."""
_JOINED = re.compile(r"[ \u00a0\u202f](?![-(])")
"""What is between a number and what it counts, of which nothing is inserted."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags the first thing of a pair that is one on one side and several on the other."""
    differ = facts(pair, draft)
    lost, gained = (
        [one for one in numbers if _counts(one) and not _says_more(one, text, tag, placeables)]
        for numbers, text, tag, placeables in (
            (differ.lost, pair.source or "", draft.source_language, pair.source_placeables),
            (differ.gained, pair.target, draft.target_language, pair.target_placeables),
        )
    )
    found = linked(pair, draft) if (lost or gained) and not differ.changed else None
    if found is None:
        return
    there, here = found.sides
    for number in lost:
        one = _only_one(number, there, here)
        if one is not None:
            yield exchanged(one, pair.target, _with_noun(number, there), there.text)
            return
    for number in gained:
        one = _only_one(number, here, there)
        if one is not None:
            yield exchanged(_with_noun(number, here), pair.target, one, there.text)
            return
    uncounted = _uncounted(lost, there, here) if draft.is_close and not gained else None
    if uncounted is not None:
        number, some = uncounted
        message = say("Nothing here answers to “{words}”.", words=number.span.of(there.text))
        yield Flag(message, target_span=some, source_span=number.span)


def _uncounted(lost: Sequence[Placeable], side: Side, other: Side) -> tuple[Placeable, Span] | None:
    """Returns the first number of the source that the translation lacks though what it counts is there, as several that
    nothing counts, with the place of these: des bureaux, for five offices. None where there is none."""
    counted, uncounted = language_of(side.language).pattern("counted"), language_of(other.language).pattern("uncounted")
    ends = {word.span.end: place for place, word in enumerate(side.words)}
    for number in lost:
        phrase = counted.match(side.text, number.span.end)
        link = mutual(side, other, ends.get(phrase.end(), -1)) if phrase is not None else None
        if link is None:
            continue
        several = other.words[link].span
        before = uncounted.search(other.text, max(0, several.start - _BEFORE), several.start)
        if before is not None and not _are_shared(before.start(), other):
            return number, Span(before.start(), several.end)
    return None


def _are_shared(place: int, side: Side) -> bool:
    """Tells whether a share is right before a place: la moitié *des agriculteurs*, for one in every two farmers."""
    return any(0 <= place - one.span.end <= 1 for one in fractions(side.text, side.language))


def _counts(one: Placeable) -> bool:
    return one.kind is PlaceableKind.NUMBER and small(one.value) and one.value > "1"


def _says_more(one: Placeable, text: str, language: str, placeables: Sequence[Placeable]) -> bool:
    """Tells whether a number is part of what other checks compare: how often something happens, or a fraction."""
    spans = [often.span for often in frequencies(text, language, tuple(placeables))]
    spans += [fraction.span for fraction in fractions(text, language)]
    return any(span.overlaps(one.span) for span in spans)


def _counted(number: Placeable, side: Side) -> Word | None:
    """Returns the word that a number counts: the next one, right after it."""
    if _JOINED.match(side.text, number.span.end) is None:
        return None
    return next((word for word in side.words if 0 < word.span.start - number.span.end <= 1), None)


def _with_noun(number: Placeable, side: Side) -> Span:
    word = _counted(number, side)
    return Span(number.span.start, word.span.end) if word else number.span


def _only_one(number: Placeable, side: Side, other: Side) -> Span | None:
    """Returns the place in the other text of the one thing that answers to those that a number counts; None if nothing
    there answers, or several things, or not just one."""
    word = _counted(number, side)
    if word is None:
        return None
    known = language_of(other.language)
    if known.pattern("another").search(other.text):
        return None
    # Its own counterpart goes before what another word may stand for: interactive, intervenant.
    own = mutual(side, other, side.words.index(word))
    stems = {other.words[own].stem} if own is not None else None
    places: dict[str, list[Span]] = {}
    for one in other.words:
        if one.stem in stems if stems else side.table.counterparts(word, (one,), side.language):
            places.setdefault(one.stem, []).append(one.span)
    before = known.pattern("just-one")
    for spans in places.values():
        found = [before.search(other.text, max(0, span.start - _BEFORE), span.start) for span in spans]
        if found[0] and all(found):
            return Span(found[0].start(), spans[0].end)
    return None


CHECK = SegmentCheck(
    name="numbers-single",
    level=Level.WARNING,
    its_type="numbers",
    requires=Needs(source=True, placeables=Sides.BOTH, pair="word_links.tsv.xz"),
    yields_to=("numbers-value", "numbers-word", "completeness-omission", "language-other-segment"),
    summary="One thing has become several, or several one.",
    reason=(
        "Each Party appoints one expert; chaque Partie nomme deux experts: the only figure of a rule is wrong, and no "
        "number is exchanged, since one is an article, too. Reported is a number of things on one side only where the "
        "word that answers to them has the article of the singular on the other; and in an agenda, which is translated "
        "closely, one that the translation leaves out before what it counts: des experts, for four experts."
    ),
    examples=(
        Example(
            source="Each Party shall appoint one expert.",
            target="Chaque Partie nomme deux experts.",
            flagged=("deux experts",),
        ),
        Example(
            source="Each delegation may designate two representatives.",
            target="Chaque délégation peut désigner un représentant.",
            flagged=("un représentant",),
        ),
        Example(source="Each Party shall appoint one expert.", target="Chaque Partie nomme un expert."),
        Example(source="a pair of experts", target="deux experts"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
