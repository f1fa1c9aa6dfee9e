"""Have the words changed places by which two like things are told: raisonnable, puis limitée for limited, then
reasonable assurance?

Two like things have the same noun. What each is told by comes right before it in the source and right after it in the
translation. A clause that has changed places as a whole takes its other words along; then nothing is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.crossed_pairs import crossed_pairs
from tmtool.checks.evidence.meaning.exchanged_modifiers import exchanged_modifiers
from tmtool.checks.evidence.meaning.exchanged_parts import exchanged_parts
from tmtool.checks.evidence.meaning.givers_and_takers import givers_and_takers_turned, writers_and_readers_turned
from tmtool.checks.evidence.meaning.handed_over import objects_turned
from tmtool.checks.evidence.meaning.said_by_contrary import is_turned_about
from tmtool.checks.evidence.meaning.turned_round import turned_about_verbs, turned_round
from tmtool.checks.evidence.register import hints_where_free, is_short
from tmtool.checks.evidence.words.crossed import have_swapped
from tmtool.checks.evidence.words.directions import pattern
from tmtool.checks.evidence.words.linked import linked
from tmtool.checks.evidence.words.sides import Side
from tmtool.languages.stems import Word
from tmtool.model import Level, Span
from tmtool.model.wording import say

_TOLD_BY = 3
"""Words at most by which a thing is told."""
_TIMES = range(2, 5)
"""How often a text has the noun of like things."""
_SURE = 1.0
"""The odds of an exchange about a small word, by which two like things are told, or of two numbers, which were wrong in
one of 1,180 right agendas; the others, about verbs, of opposites and parts of sentences, have none of their own."""
_AROUND, _STRAIGHT = 6, 2
"""Words around two like things among which so many must keep to the thing that they are nearer to."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags the first place of a pair where the words by which two like things are told have changed places."""
    found = linked(pair, draft)
    if found is None:
        return
    of_source, of_target = found.sides
    there, here = _repeated(of_source.words), _repeated(of_target.words)
    for places in there.values():
        links = (of_source.links[place] for place in places)
        for stem in sorted({of_target.words[link].stem for link in links if link is not None} & here.keys()):
            if len(here[stem]) < len(places) and _are_told_again(of_source, places):
                continue  # the translation takes two of them up by pronouns: les premiers … les seconds
            flag = next(_exchanges(places, here[stem], of_source, of_target), None)
            if flag is not None:
                yield replace(flag, level=None if draft.is_close or is_short(pair, draft) else Level.INFO, odds=_SURE)
                return
    for one, other, source in turned_about_verbs(found):
        yield _flag(one, other, pair.target, source)
        return
    assert draft.language_pair is not None
    for one, other, source in (*turned_round(found, draft.language_pair), *exchanged_modifiers(found)):
        yield replace(
            _flag(one, other, pair.target, source),
            level=None if draft.is_close or is_short(pair, draft) else Level.INFO,
            odds=_SURE,
        )
        return
    for one, other, source in (
        *objects_turned(found, draft.language_pair),
        *givers_and_takers_turned(found),
        *writers_and_readers_turned(found),
    ):
        yield replace(
            _flag(one, other, pair.target, source),
            level=None if draft.is_close or is_short(pair, draft) else Level.INFO,
        )
        return
    if is_turned_about(pair.source or "", pair.target, draft.language_pair):
        return
    for one, other, source in (*crossed_pairs(found), *exchanged_parts(found, pair)):
        are_numbers = all(span.of(pair.target)[:1].isdigit() for span in (one, other))
        yield replace(_flag(one, other, pair.target, source), level=draft.slight, odds=_SURE if are_numbers else None)
        return


def _are_told_again(side: Side, places: Sequence[int]) -> bool:
    """Tells whether two of the like things are told by the same words."""
    told = [tuple(word.stem for word in _told_by(side, place, -1)) for place in places]
    return len(set(told)) < len(told)


def _repeated(words: Sequence[Word]) -> Mapping[str, list[int]]:
    """Returns the places of the words that a text has some times."""
    places = defaultdict(list)
    for place, word in enumerate(words):
        places[word.stem].append(place)
    return {stem: at for stem, at in places.items() if len(at) in _TIMES}


def _exchanges(there: Sequence[int], here: Sequence[int], of_source: Side, of_target: Side) -> Iterator[Flag]:
    for one_there, other_there in pairwise(there):
        told_there = (_told_there(of_source, one_there), _told_there(of_source, other_there))
        rows = [
            (two, (_told_by(of_target, two[0], 1), _told_by(of_target, two[1], 1)))
            for two in (pairwise(here) if all(told_there) else ())
        ]
        if any(_are_kept(told_there, told_here, of_source) for _, told_here in rows):
            continue  # the coastal State and the flag State; the coastal State: the order of the first two is there
        if _is_said_of(of_source, one_there, other_there):
            continue
        for (one_here, other_here), told_here in rows:
            swapped = have_swapped((told_there[0], told_here[0]), (told_there[1], told_here[1]), of_source)
            if swapped and _is_straight(of_source, of_target, (one_there, other_there), (one_here, other_here)):
                first, second = (row[0].span for row in told_here)
                flag = _flag(first, second, of_target.text, told_there[0][0].span)
                yield replace(flag, target_span=Span(first.start, told_here[0][-1].span.end))


def _is_said_of(side: Side, one: int, other: int) -> bool:
    """Tells whether the second of two like things is what the first one is, which a translation may say before it: the
    Review Group is an intergovernmental group, groupe intergouvernemental, le Groupe d'examen est."""
    start, end = side.words[one].span.end, side.words[other].span.start
    return pattern(side.language, "being").match(side.text, start + 1, end) is not None


def _are_kept(there: tuple[list[Word], list[Word]], here: tuple[list[Word], list[Word]], side: Side) -> bool:
    """Tells whether the words by which two like things are told come in the order of the source in the translation."""
    return have_swapped((there[0], here[1]), (there[1], here[0]), side)


def _flag(first: Span, second: Span, text: str, source: Span) -> Flag:
    return Flag(
        say("“{first}” and “{second}” have changed places.", first=first.of(text), second=second.of(text)),
        target_span=first,
        source_span=source,
    )


def _told_by(side: Side, place: int, step: int) -> list[Word]:
    """Returns the words by which the noun at a place is told: in a row before it, or after it."""
    told: list[Word] = []
    at = place + step
    while 0 <= at < len(side.words) and len(told) < _TOLD_BY and side.words[at].stem != side.words[place].stem:
        one, other = sorted((side.words[at].span, side.words[at - step].span))
        if not pattern(side.language, "joins").fullmatch(side.text, one.end, other.start):
            break
        told.append(side.words[at])
        at += step
    return told


def _told_there(side: Side, place: int) -> list[Word]:
    """Returns the words by which the noun at a place of the source is told: before it, or else the one after of: the
    affected Party and the Party of origin."""
    if told := _told_by(side, place, -1):
        return told
    following = list(side.words[place + 1 : place + 2])
    between = (side.words[place].span.end, following[0].span.start) if following else (0, 0)
    return following if pattern(side.language, "joins after").fullmatch(side.text, *between) else []


def _is_straight(of_source: Side, of_target: Side, there: tuple[int, int], here: tuple[int, int]) -> bool:
    """Tells whether the words around two like things, but those by which they are told, are nearer to the same one in
    both texts, each of them and at least some."""
    own = {word.span for place in there for word in _told_by(of_source, place, -1)}
    own_there = {word.span for place in here for word in _told_by(of_target, place, 1)}
    noun, noun_there = of_source.words[there[0]].stem, of_target.words[here[0]].stem
    straight = 0
    for place in range(max(0, there[0] - _AROUND), min(len(of_source.words), there[1] + _AROUND + 1)):
        word, link = of_source.words[place], of_source.links[place]
        if link is None or word.span in own or word.stem == noun:
            continue
        if of_target.words[link].span in own_there or of_target.words[link].stem == noun_there:
            continue
        nearer, nearer_there = _nearer(place, there), _nearer(link, here)
        if min(abs(place - one) for one in there) > _AROUND or not nearer or not nearer_there:
            continue
        if (nearer < 0) is not (nearer_there < 0):
            return False
        straight += 1
    return straight >= _STRAIGHT


def _nearer(place: int, two: tuple[int, int]) -> int:
    """Returns less than 0 for a place that is nearer to the first of two, more than 0 for one nearer to the second."""
    return abs(place - two[0]) - abs(place - two[1])


CHECK = SegmentCheck(
    name="meaning-order",
    level=Level.WARNING,
    its_type="mistranslation",
    bounded=True,
    grades=(_SURE,),
    requires=Needs(source=True, pair="word_links.tsv.xz", tables="directions.tsv", one_way=True),
    yields_to=("numbers-order", "meaning-direction", "names-direction"),
    summary="The words by which two like things are told have changed places.",
    reason=(
        "All words are there, and limited assurance gives way to reasonable assurance, or the reverse. Reported where "
        "the words before a noun that comes twice answer crosswise to those after it here, and the words around keep "
        "their places; an info outside agendas, where clauses are put in another order more freely. So are two words "
        "that have changed places about than or without; the two parties of a verb, or the verb and its agent, are a "
        "warning anywhere. Where two parts of a sentence have exchanged other "
        "words, or two opposites or States their places, that is an info in agendas and a hint elsewhere."
    ),
    examples=(
        Example(
            source="Pursuant to Council resolution 5/1, the Working Group is chaired by the President of the Council.",
            target="En application de la résolution 5/1 du Conseil, le Groupe de travail est présidé par le Président "
            "du Conseil.",
        ),
        Example(
            source="They prefer staff at headquarters rather than in local offices.",
            target="Elles préfèrent du personnel dans les bureaux locaux plutôt qu’au siège.",
            flagged=("locaux",),
        ),
        Example(
            source="The agenda is prepared by the producer members and the report adopted by the consumer members.",
            target="L’ordre du jour est établi par les membres consommateurs et le rapport adopté par les membres "
            "producteurs.",
            flagged=("consommateurs",),
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=hints_where_free(look),
    by_sentence=True,
)
