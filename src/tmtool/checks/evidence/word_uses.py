"""Which word of a source has in its place one that the rest of the document keeps for another word?

A draft that has *fournisseurs* for *suppliers* and *acheteurs* for *buyers* wherever they come, and *acheteurs* in the
place of *suppliers* once, gives two signs of a slip that do not hang together: the word of the source has no
counterpart there and has one everywhere else, and so has the word of the translation. No table of words that are taken
for each other has to know them. The counterparts are those of answers.py.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tmtool.checks.evidence.answers import Answers, answers
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

_ALONE, _LOOSE = 0.3, 0.2
"""So probably a misplaced word has a counterpart at most, and so well any word of the other text translates it."""
_SURE = 0.5
"""From such a probability on a word has its counterpart."""
_UNUSUAL = 2.8
"""How surprising it must be at least that neither of two words has a counterpart, in all."""
_RUN = 4
"""Words without counterpart that there may be about both places together."""


@dataclass(slots=True)
class _Uses:
    """`_Uses` are the pairs of a document that have a word, by number: those in which it has no counterpart, and those
    in which it has, with that as it is written."""

    alone: set[int] = field(default_factory=set)
    answered: dict[int, str] = field(default_factory=dict)

    def usual(self, number: int) -> str | None:
        """Returns the most frequent counterpart in other pairs, where this is the only one in which the word has
        none."""
        if self.alone != {number}:
            return None
        others = Counter(written for place, written in self.answered.items() if place != number)
        return others.most_common(1)[0][0] if others else None


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A `Misplaced` is a word of the translation in the place of one of the source, in the pair of that number; `usual`
    is what the document has elsewhere for the word of the source, `other` what the one of the translation stands for
    elsewhere."""

    number: int
    there: Span
    here: Span
    usual: str
    other: str


def misplaced(pairs: Sequence[tuple[str, str]], known: LanguagePair) -> Iterator[Misplaced]:
    """Yields the words in the place of others, of a document given by its sources and translations."""
    table = known.translations
    if table is None:
        return
    both = [answers(source, target, known, table) if source and target else None for source, target in pairs]
    there = _uses(both)
    here = _uses([sides and sides[::-1] for sides in both])
    for number, sides in enumerate(both):
        if sides is not None:
            yield from _in_pair(number, sides, there, here)


def _uses(both: Sequence[tuple[Answers, Answers] | None]) -> Mapping[str, _Uses]:
    """Returns the uses of the words of the first side, by stem."""
    found: dict[str, _Uses] = defaultdict(_Uses)
    for number, sides in enumerate(both):
        if sides is not None:
            side, other = sides
            for word, answered, place in zip(side.words, side.answered, side.place, strict=True):
                if answered < _SURE:
                    found[word.stem].alone.add(number)
                else:
                    found[word.stem].answered[number] = other.words[place].span.of(other.text).lower()
    return found


@dataclass(frozen=True, slots=True)
class _Lone:
    """A `_Lone` is a word that has no counterpart in a pair, by its place, and how surprising that is; its usual
    counterpart in other pairs; how many words in a row about it have none, and the places of the counterparts of what
    is before and after these, in order."""

    index: int
    uses: _Uses
    usual: str
    surprise: float
    run: int
    first: int
    last: int


def _in_pair(
    number: int, sides: tuple[Answers, Answers], there: Mapping[str, _Uses], here: Mapping[str, _Uses]
) -> Iterator[Misplaced]:
    """Yields the words of the translation of a pair in the place of others, each once."""
    of_source, of_target = sides
    lost = list(_lone(number, of_source, len(of_target.words), there))
    for gained in _lone(number, of_target, len(of_source.words), here) if lost else ():
        for one in lost:
            if _are_in_place(one, gained) and not _together(one.uses, gained.uses, number):
                spans = of_source.words[one.index].span, of_target.words[gained.index].span
                yield Misplaced(number, *spans, one.usual, gained.usual)
                break


def _lone(number: int, side: Answers, end: int, uses: Mapping[str, _Uses]) -> Iterator[_Lone]:
    """Yields the words that could have no counterpart in a pair, and have one in all others; the other text has `end`
    words."""
    alone = side.alone
    usual: dict[str, str | None] = {}
    for index, word in enumerate(side.words):
        if side.answered[index] >= _ALONE or side.loose[index] >= _LOOSE:
            continue
        if word.stem not in usual:
            usual[word.stem] = uses[word.stem].usual(number)
        written = usual[word.stem]
        before, after = _neighbours(alone, index)
        if written is None or after - before - 1 > _RUN:
            continue
        places = side.place[before] if before >= 0 else -1, side.place[after] if after < len(alone) else end
        run = after - before - 1
        yield _Lone(index, uses[word.stem], written, side.surprise[index], run, min(places), max(places))


def _neighbours(alone: Sequence[bool], index: int) -> tuple[int, int]:
    """Returns the places of the nearest words before and after one that have a counterpart, as far as a row may
    reach."""
    before, after = index - 1, index + 1
    while before >= 0 and alone[before] and index - before <= _RUN:
        before -= 1
    while after < len(alone) and alone[after] and after - index <= _RUN:
        after += 1
    return before, after


def _are_in_place(one: _Lone, other: _Lone) -> bool:
    """Tells whether each of two words is where the neighbours of the other have their counterparts, and it is unusual
    enough that neither has one."""
    if one.run + other.run > _RUN or one.surprise + other.surprise < _UNUSUAL:
        return False
    return one.first <= other.index <= one.last and other.first <= one.index <= other.last


def _together(one: _Uses, other: _Uses, number: int) -> bool:
    """Tells whether another pair has both words, which then belong together."""
    return any(place in other.answered for place in one.answered if place != number)
