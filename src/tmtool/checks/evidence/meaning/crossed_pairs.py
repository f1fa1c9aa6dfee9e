"""Have two things that are set against each other changed places: les poids déclarés à l'arrivée et constatés au départ
for the weights declared on departure and recorded on arrival?

Set against each other are the opposites of a pair of languages, what its ``contrasted.tsv`` has (the former, the
latter), and two States in a sentence that names no third. Each side names both once, and the words around them keep to
the one that they are nearer to, so that no part of the sentence has moved as a whole, and no full stop is between
them. In 300 right agendas two pairs alone were in another order so, both of a verb for who asks and one for who
replies, which are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from tmtool import languages
from tmtool.checks.evidence.meaning.exchange_beside import MOVE_ALONE, are_stacked
from tmtool.checks.evidence.words.directions import pattern
from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.sides import Side, first_from, mutual
from tmtool.languages.pairs.concepts import LONGEST, Concept, named_in
from tmtool.model import Span

_STATES = "countries.tsv"
_TABLES = ("opposites.tsv", "contrasted.tsv", _STATES)
_AROUND = 6
"""Words of content before, after and between the two that tell whether they are where they were."""
_TWO = 2
_STOP = re.compile(r"\.\s")
_BRACKET = re.compile(r"\s?\([^()]*\)")


def crossed_pairs(found: Linked) -> Iterator[tuple[Span, Span, Span]]:
    """Yields where two things have changed places: both in the translation, and the first of them in the source."""
    of_source, of_target = found.sides
    if found.is_free or max(len(side.text) for side in found.sides) > LONGEST:
        return
    for table in _TABLES:
        there = named_in(of_source.pair, table, of_source.language, of_source.text)
        here = named_in(of_source.pair, table, of_target.language, of_target.text) if there else {}
        for group in sorted(there.keys() & here.keys()):
            if table == _STATES and max(_named(there[group], of_source), _named(here[group], of_target)) > _TWO:
                continue
            both = [one for one in there[group] if one in here[group] and one.group not in MOVE_ALONE]
            for one, other in combinations(both, _TWO):
                yield from _crossed(one, other, found)


def _named(concepts: Sequence[Concept], side: Side) -> int:
    """Returns how many concepts a text names."""
    return sum(concept.cues[side.language].search(side.text) is not None for concept in concepts)


def _crossed(one: Concept, other: Concept, found: Linked) -> Iterator[tuple[Span, Span, Span]]:
    """Yields the places of two concepts that each side names once, in another order and apart."""
    of_source, of_target = found.sides
    there, here = (_once(one, of_source), _once(other, of_source)), (_once(one, of_target), _once(other, of_target))
    if there[0] is None or there[1] is None or here[0] is None or here[1] is None:
        return
    in_source, in_target = sorted((there[0], there[1])), sorted((here[0], here[1]))
    if (in_source[0] is there[0]) is (in_target[0] is here[0]):
        return
    both = ((of_source, in_source), (of_target, in_target))
    if all(_are_listed(side, *two) for side, two in both) or are_stacked(of_source, *in_source):
        return
    if any(_STOP.search(side.text, one.end, other.start) for side, (one, other) in both):
        return
    if all(_are_apart(side, *two) for side, two in both) and _stay_around(found, in_source, in_target):
        yield in_target[0], in_target[1], in_source[0]


def _once(concept: Concept, side: Side) -> Span | None:
    """Returns the place of a concept that a text names once, None for any other."""
    names = concept.cues[side.language].all_names(side.text)
    return names[0] if len(names) == 1 else None


def _are_apart(side: Side, one: Span, other: Span) -> bool:
    """Tells whether a word of content or a number is between two places of a text: women and men may come in any
    order."""
    return first_from(side, one.end) < first_from(side, other.start) or any(
        map(str.isdigit, side.text[one.end : other.start])
    )


def _are_listed(side: Side, one: Span, other: Span) -> bool:
    """Tells whether two names follow each other in a list in the order of the alphabet, which is another in each
    language: Chad (two years) and Mauritania (three), la Mauritanie (trois) et le Tchad (deux)."""
    fold = languages.get(side.language).fold
    between = _BRACKET.sub("", side.text[one.end : other.start])
    is_list = pattern(side.language, "list").fullmatch(between) is not None
    return is_list and fold(one.of(side.text)) < fold(other.of(side.text))


def _stay_around(found: Linked, there: Sequence[Span], here: Sequence[Span]) -> bool:
    """Tells whether more of the words around two things are nearer to the first of them on both sides, or to the second
    on both, than to one here and to the other there."""
    of_source, of_target = found.sides
    straight = 0
    for place in range(
        max(0, first_from(of_source, there[0].start) - _AROUND),
        min(len(of_source.words), first_from(of_source, there[1].end) + _AROUND),
    ):
        link = mutual(of_source, of_target, place)
        if link is None:
            continue
        word, answer = of_source.words[place].span, of_target.words[link].span
        if any(word.overlaps(one) for one in there) or any(answer.overlaps(one) for one in here):
            continue
        nearer, nearer_here = _nearer(word, there), _nearer(answer, here)
        if nearer and nearer_here:
            straight += 1 if (nearer < 0) is (nearer_here < 0) else -1
    return straight > 0


def _nearer(word: Span, two: Sequence[Span]) -> int:
    """Returns less than 0 for a word that is nearer to the first of two places, more than 0 for one nearer to the
    second."""
    return abs(word.start - two[0].start) - abs(word.start - two[1].start)
