"""Have two numbers changed places: 34 candidatures de 93 pays for 93 applications from 34 countries?

Each number is told by the words of content after it, which are linked with their counterparts, so that nothing is said
where the things themselves have changed places. Words after both numbers (38 producer members and 39 consumer members)
tell nothing. Two values between which there is nothing but a conjunction keep their order in French, and so do dates,
times of day, ordinals, references and symbols.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path

from tmtool import languages
from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.values.around import most_of
from tmtool.checks.evidence.values.counted_words import (
    Around,
    counted_words,
    words_around,
)
from tmtool.checks.evidence.values.exchanged_values import Crossed, crossed_values, once
from tmtool.checks.evidence.values.fractions import fractions
from tmtool.checks.evidence.values.grouped import with_grouped
from tmtool.checks.evidence.values.respective_values import exchanged_respectively
from tmtool.checks.evidence.values.turned_numbers import joined_otherwise, turned_numbers, values_set_aside
from tmtool.checks.evidence.values.votes import votes_as_cast, votes_exchanged
from tmtool.checks.evidence.words.crossed import answer, have_swapped
from tmtool.checks.evidence.words.linked import linked
from tmtool.checks.evidence.words.sides import Side
from tmtool.languages.language import Language
from tmtool.languages.stems import Word
from tmtool.languages.symbols import joined_by_slashes
from tmtool.model import Level, Placeable, PlaceableKind, Span
from tmtool.model.span_index import SpanIndex
from tmtool.model.wording import say

_WHOLE = 20
"""Characters before a number that say whether another one is a part of it."""
_OTHERS = (
    PlaceableKind.REFERENCE,
    PlaceableKind.ORDINAL,
    PlaceableKind.DATE,
    PlaceableKind.TIME,
    PlaceableKind.SYMBOL,
)
"""Values of other kinds, which keep their order where nothing but a conjunction is between the two."""
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where two numbers have changed places."""
    numbers = _without_fractions(_once(pair, PlaceableKind.NUMBER), pair, draft)
    turned = turned_numbers(*numbers, pair, draft) or votes_exchanged(pair, draft)
    if turned is not None:
        if not _keep_their_years(*numbers, pair):
            yield _flag(turned, pair)
        return
    if not draft.knows_words:
        crossed = _crossed(pair, draft)
        if crossed is not None:
            yield _flag(crossed, pair)
        return
    respective = exchanged_respectively(pair, draft)
    if respective is not None:
        yield _flag(respective, pair)
        return
    cast = votes_as_cast(pair, draft)
    of_source, of_target = ({value: one for value, one in side.items() if value not in cast} for side in numbers)
    for sides in ((of_source, of_target), _once(pair, PlaceableKind.PERCENT), _once(pair, PlaceableKind.REFERENCE)):
        swapped = _swapped(*sides, pair, draft)
        if swapped is not None and not _keep_their_years(*sides, pair):
            yield _flag(swapped, pair)
            return
    for kind in _OTHERS:
        joined = joined_otherwise(*_once(pair, kind), pair, draft)
        if joined is not None:
            yield _flag(joined, pair)
            return


def _once(pair: Pair, kind: PlaceableKind) -> tuple[dict[str, Placeable], dict[str, Placeable]]:
    """Returns the values of a kind that the source has once, and those that the translation has once."""
    there, here = pair.source_placeables, pair.target_placeables
    if kind is PlaceableKind.NUMBER:
        there, here = _outside_labels(there, pair.source or ""), _outside_labels(here, pair.target)
        there = with_grouped(there, pair.source or "", {one.value for one in here})
        here = with_grouped(here, pair.target, {one.value for one in there})
    return once(there, kind), once(here, kind)


def _outside_labels(placeables: tuple[Placeable, ...], text: str) -> tuple[Placeable, ...]:
    """Returns the values of a text that are no parts of what a thing is called by."""
    labels = SpanIndex(joined_by_slashes(text))
    return tuple(one for one in placeables if one.kind is not PlaceableKind.NUMBER or not labels.overlaps(one.span))


def _without_fractions(
    sides: tuple[dict[str, Placeable], dict[str, Placeable]], pair: Pair, draft: Draft
) -> tuple[dict[str, Placeable], dict[str, Placeable]]:
    """Returns numbers without those that end a fraction, which may stand far from the other (une femme de 15 à 49 ans
    sur trois for one in three women aged 15 to 49); numbers-fraction compares these."""
    known = zip(sides, (pair.source or "", pair.target), (draft.source, draft.target), strict=True)
    of_source, of_target = (
        {value: one for value, one in side.items() if one.span.end not in _ends(text, language)}
        for side, text, language in known
    )
    return of_source, of_target


def _ends(text: str, language: Language | None) -> frozenset[int]:
    """Returns where the fractions of a text end."""
    known = fractions(text, language.tag) if language is not None else ()
    return frozenset(one.span.end for one in known)


def _keep_their_years(of_source: dict[str, Placeable], of_target: dict[str, Placeable], pair: Pair) -> bool:
    """Tells whether each number has the same year next to it on both sides, one of several: the numbers have changed
    places with their years."""
    there, here = (_years(text) for text in (pair.source or "", pair.target))
    both = [value for value in of_source if value in of_target and not _YEAR.fullmatch(value)]
    near = [(_nearest(there, of_source[value].span), _nearest(here, of_target[value].span)) for value in both]
    return len({one for one, _ in near if one}) > 1 and all(one == other for one, other in near)


def _years(text: str) -> list[tuple[int, str]]:
    """Returns the years that a text names, each with its place."""
    return [(found.start(), found[0]) for found in _YEAR.finditer(text)]


def _nearest(years: Sequence[tuple[int, str]], span: Span) -> str:
    """Returns the year that is nearest to a place; empty where there is none."""
    after = bisect_left(years, (span.start, ""))
    return min(years[max(0, after - 1) : after + 1], key=lambda year: abs(year[0] - span.start), default=(0, ""))[1]


def _swapped(
    of_source: dict[str, Placeable], of_target: dict[str, Placeable], pair: Pair, draft: Draft
) -> Crossed | None:
    """Returns two values of a kind of which each counts what the other counts in the source."""
    both = [value for value in of_source if value in of_target]
    found = linked(pair, draft) if len(both) > 1 else None
    if found is None:
        return None
    there, here = found.sides
    counted = {
        value: (
            counted_words(of_source[value], there, pair.source_placeables),
            counted_words(of_target[value], here, pair.target_placeables),
        )
        for value in both
    }
    for one, other in _near_each_other(both):
        if any(_is_whole(of_source[value], of_target[value], pair, draft) for value in (one, other)):
            continue
        aside_there, aside_here = values_set_aside(one, other, of_source, of_target, pair, draft)
        if aside_there and aside_there == aside_here:  # two rather than four, non plus quatre mais deux
            continue
        straight = (of_source[one].span < of_source[other].span) is (of_target[one].span < of_target[other].span)
        if not straight and _are_of_one_thing(counted[one], counted[other]):
            continue
        if not _are_crossed(one, other, counted, straight, there):
            continue
        around = (
            (
                words_around(of_source[value], there, pair.source_placeables),
                words_around(of_target[value], here, pair.target_placeables),
            )
            for value in (one, other)
        )
        if all(_keeps_its_words(*said, there) for said in around):
            continue
        first, second = sorted((of_target[one], of_target[other]), key=lambda number: number.span)
        return Crossed(first, second, of_source[first.value].span)
    return None


def _are_crossed(
    one: str,
    other: str,
    counted: Mapping[str, tuple[Sequence[Word], Sequence[Word]]],
    straight: bool,
    side: Side,
) -> bool:
    """Tells whether each of two values counts what the other counts in the source, by the words after each there and
    here. `straight` says that the values are in the order of the source; `side` is the source."""
    return have_swapped(counted[one], counted[other], side) or (
        not straight
        and one.isdigit()
        and other.isdigit()
        and _has_gone_over((one, *counted[one]), (other, *counted[other]), side)
    )


def _are_of_one_thing(one: tuple[Sequence[Word], Sequence[Word]], other: tuple[Sequence[Word], Sequence[Word]]) -> bool:
    """Tells whether each text says only of the first of two numbers what it counts, which is then what the second one
    counts, too: 300 visitors against an expected 500, attendait 500 visiteurs, n'en a attiré que 300. Each number comes
    with the words after it there and here."""
    (one_there, one_here), (other_there, other_here) = one, other
    return not (one_there or other_here) or not (other_there or one_here)


def _keeps_its_words(there: Around, here: Around, side: Side) -> bool:
    """Tells whether what is said before a number in one text is said after it in the other: in English eight weeks,
    huit semaines en anglais. `side` is the source."""
    return answer(there.before, here.after, side) or answer(there.after, here.before, side)


def _is_whole(there: Placeable, here: Placeable, pair: Pair, draft: Draft) -> bool:
    """Tells whether a number is on both sides that of which another one is a part: 29 delegations out of 34; sur 34
    délégations, 29."""
    sides = ((draft.source, pair.source or "", there), (draft.target, pair.target, here))
    return all(
        language is not None
        and language.pattern("before-a-whole").search(text, max(0, one.span.start - _WHOLE), one.span.start)
        for language, text, one in sides
    )


def _crossed(pair: Pair, draft: Draft) -> Crossed | None:
    """Returns the first two values that have changed places, by the words that alignment knows of two languages."""
    sides, tags = (pair.source_placeables, pair.target_placeables), (draft.source_language, draft.target_language)
    return next(crossed_values(pair.source or "", pair.target, *sides, tags), None)


def _flag(crossed: Crossed, pair: Pair) -> Flag:
    first, second = crossed.first.span, crossed.second.span
    return Flag(
        say(
            "“{first}” and “{second}” have changed places.", first=first.of(pair.target), second=second.of(pair.target)
        ),
        target_span=first,
        source_span=crossed.of_source,
    )


def _near_each_other(values: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yields each two of the values, of very many those that are near each other."""
    most = most_of(len(values))
    for place, one in enumerate(values):
        for other in values[place + 1 : place + 1 + most]:
            yield one, other


def _has_gone_over(
    one: tuple[str, Sequence[Word], Sequence[Word]], other: tuple[str, Sequence[Word], Sequence[Word]], side: Side
) -> bool:
    """Tells whether what one number counts in the source is counted by the other in the translation, where nothing is
    counted by both and no number counts there what it does in the source. Each comes with its words there and here.

    A year counts nothing: a number that stands before what the year was followed by is still itself (En 2026, 1 100
    personnes for 1,100 attended the 2026 edition in person)."""
    (first, one_there, one_here), (second, other_there, other_here) = one, other
    one_there, other_there = (_before_verb(words, side) for words in (one_there, other_there))
    if {word.stem for word in one_there} & {word.stem for word in other_there}:
        return False
    crossed = (not _YEAR.fullmatch(first) and answer(one_there, other_here, side)) or (
        not _YEAR.fullmatch(second) and answer(other_there, one_here, side)
    )
    return crossed and not answer(one_there, one_here, side) and not answer(other_there, other_here, side)


def _before_verb(words: Sequence[Word], side: Side) -> list[Word]:
    """Returns the words of the source before a finite verb, after which nothing is counted: a translation may say in
    the active what is done to one number, and so put the verb after the other (is divided unevenly between the other
    six, les six autres se partagent inégalement)."""
    verbs = {verb.main.start for verb in languages.get(side.language).verb_groups(side.text)}
    return list(takewhile(lambda word: word.span.start not in verbs, words))


CHECK = SegmentCheck(
    name="numbers-order",
    level=Level.WARNING,
    its_type="numbers",
    requires=Needs(
        source=True,
        placeables=Sides.BOTH,
        pair="word_links.tsv.xz",
        or_else=Needs(source=True, placeables=Sides.BOTH, two_languages=True),
    ),
    yields_to=("language-other-segment",),
    summary="Two numbers have changed places.",
    reason=(
        "All numbers are there, and each counts what the other should. Reported where the words after the two numbers "
        "answer to each other crosswise and only so, or where nothing but a conjunction is between the two in both "
        "texts. In other languages than English and French so are percentages, "
        "dates and ordinals, by the words before and after them."
    ),
    examples=(
        Example(
            source="By now 214 have been made to 121 States.",
            target="À ce jour, 121 visites ont été faites dans 214 États.",
            flagged=("121",),
        ),
        Example(
            source="In all, 93 applications from 34 countries had been received.",
            target="Au total, 34 candidatures de 93 pays avaient été reçues.",
            flagged=("34",),
        ),
        Example(
            source="As at 10 May, a total of 93 applications from 34 countries had been received.",
            target="Au 10 mai, 34 candidatures en provenance de 93 pays avaient été reçues.",
            flagged=("34",),
        ),
        Example(
            source="The questionnaire was answered by 29 delegations out of 34.",
            target="Sur 34 délégations, 29 ont répondu au questionnaire.",
        ),
        Example(
            source="In all, 93 applications from 34 countries had been received.",
            target="Au total, 34 pays avaient envoyé 93 candidatures.",
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
    by_sentence=True,
)
