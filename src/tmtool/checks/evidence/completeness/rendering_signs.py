"""Counts the signs that a stretch of one text was left out of the other or put wrongly there, by what may render its
words: next to those of signs.py, and for unrendered.py.

How many of its words have none of their renderings, how surprising that is in right agendas and in published texts,
what is free about its place in the other text, and how near that is to what would render it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set

from tmtool.checks.evidence.completeness.signs import Signs
from tmtool.checks.evidence.words.rendered import RenderedSide
from tmtool.languages.pairs.confusions import Confusions
from tmtool.languages.pairs.renderings import Rendered, Renderings
from tmtool.languages.stems import every_stem

_AROUND = 2
"""Words about the place of a stretch that may stand for it, next to those between its neighbours."""
_ABOUT = 3
"""Words about the place that are asked whether they are of kin, whatever they are linked with."""
_UNKNOWN = -2.0
"""How near the nearest word is where there is none."""


class RenderingSigns:
    """`RenderingSigns` are the signs of the stretches of `side`, to which `other` may have nothing that answers."""

    def __init__(
        self,
        side: RenderedSide,
        other: RenderedSide,
        renderings: Renderings,
        confusions: Confusions,
        expected_length: float,
    ) -> None:
        self.signs = Signs(side.answers, other.answers, expected_length)
        self._side, self._other = side, other
        self._renderings, self._confusions = renderings, confusions
        self._known, self._known_there = side.listed, other.listed
        self._is_first = side.answers.language == renderings.first
        self._free = [place for place, alone in enumerate(other.answers.alone) if alone]

    def stretch(self, start: int, end: int) -> Mapping[str, float]:
        """Returns all signs of the words from `start` to `end`, of which one at least has no counterpart, by name."""
        lone = [index for index in range(start, end) if self.signs.alone[index]]
        low, high = self.signs.between(start, end)
        about = range(max(0, low - _ABOUT), min(len(self._other.answers.words), high + _ABOUT + 1))
        return {
            **self.signs.stretch(start, end),
            **self._of_the_words(lone),
            **self._of_what_is_free(low, high),
            **self._of_what_may_answer(lone, low, high),
            **self._of_kin(lone, low, high, about),
            **self._of_confusions(lone, about),
        }

    def _of_the_words(self, lone: Sequence[int]) -> dict[str, float]:
        every = [known for index in lone if (known := self._known[index])]
        told = [known for index in lone if self._side.unrendered[index] and (known := self._known[index])]
        return {
            "unrendered": float(len(told)),
            "unrendered in all": float(sum(self._side.unrendered)),
            "unrendered, published": max((one.published for one in told), default=0.0),
            "unrendered, published, all": sum(one.published for one in told),
            "unrendered, close": max((one.close for one in told), default=0.0),
            "unrendered, close, all": sum(one.close for one in told),
            "unrendered, seen": max((one.seen for one in told), default=0.0),
            "unrendered, seen close": max((one.seen_close for one in told), default=0.0),
            "listed, published": max((one.published for one in every), default=0.0),
            "listed, close": max((one.close for one in every), default=0.0),
            "listed, kind": max((float(one.kind) for one in every), default=-1.0),
            "listed, least kind": min((float(one.kind) for one in every), default=-1.0),
            "listed": float(len(every)),
        }

    def _of_what_is_free(self, low: int, high: int) -> dict[str, float]:
        free = {
            place: known
            for place in self._free
            if self._other.unrendered[place] and (known := self._known_there[place])
        }
        within = [known for place, known in free.items() if low < place < high]
        around = [known for place, known in free.items() if low - _AROUND <= place <= high + _AROUND]
        return {
            "free unrendered": float(len(free)),
            "free unrendered within": float(len(within)),
            "free unrendered around": float(len(around)),
            "free within, published": max((one.published for one in within), default=0.0),
            "free within, close": max((one.close for one in within), default=0.0),
            "free around, published": max((one.published for one in around), default=0.0),
            "free around, close": max((one.close for one in around), default=0.0),
            "free around, kind": max((float(one.kind) for one in around), default=-1.0),
            "free, close": max((one.close for one in free.values()), default=0.0),
        }

    def _of_what_may_answer(self, lone: Sequence[int], low: int, high: int) -> dict[str, float]:
        """Returns the signs that a word is there, about the place of a stretch, that may render one of it, though it is
        too common to tell anything by itself or is linked with another."""
        within, around = self._stems_about(low, high, 0), self._stems_about(low, high, _AROUND)
        free = [place for place in self._free if low - _AROUND <= place <= high + _AROUND]
        every = [(index, known) for index in lone if (known := self._known[index])]
        without = [known for _, known in every if not _may_be(known, around)]
        return {
            "listed elsewhere": float(sum(not self._side.unrendered[index] for index, _ in every)),
            "may answer within": float(sum(_may_be(known, within) for _, known in every)),
            "may answer around": float(len(every) - len(without)),
            "may answer, free": float(sum(any(self._may_answer(index, place) for place in free) for index in lone)),
            "none may answer": float(len(without)),
            "none may answer, published": max((one.published for one in without), default=0.0),
            "none may answer, close": max((one.close for one in without), default=0.0),
        }

    def _stems_about(self, low: int, high: int, beside: int) -> frozenset[str]:
        """Returns the stems of all words of the other text, small ones too, from one place to another and so many words
        beside."""
        there = self._other.answers
        first, last = max(0, low - beside), min(len(there.words) - 1, high + beside)
        start = there.words[first].span.start if low - beside >= 0 else 0
        end = there.words[last].span.end if high + beside < len(there.words) else len(there.text)
        return every_stem(there.text[start:end], there.language)

    def _may_answer(self, index: int, place: int) -> bool:
        """Tells whether either of two words has the other in its list."""
        known, known_there = self._known[index], self._known_there[place]
        word, other = self._side.answers.words[index].stem, self._other.answers.words[place].stem
        return (known is not None and (other in known.words or other in known.loose)) or (
            known_there is not None and (word in known_there.words or word in known_there.loose)
        )

    def _of_kin(self, lone: Sequence[int], low: int, high: int, about: range) -> dict[str, float]:
        within = [place for place in self._free if low < place < high]
        around = [place for place in self._free if low - _AROUND <= place <= high + _AROUND]
        kin = {(index, place): self._kinship(index, place) for index in lone for place in about}
        return {
            "kin within": max((kin[index, place] for index in lone for place in within), default=_UNKNOWN),
            "kin around": max((kin[index, place] for index in lone for place in around), default=_UNKNOWN),
            "kin about": max(kin.values(), default=_UNKNOWN),
        }

    def _of_confusions(self, lone: Sequence[int], about: range) -> dict[str, float]:
        """Returns the signs that a word of the other text is put for one of these wrongly."""
        first, every = self._confusions.of, self._confusions.at_all
        signs = {}
        for name, words in (("confused", first), ("confused at all", every)):
            found = [place for place in about if any(self._is_confused(index, place, words) for index in lone)]
            signs[name] = float(len(found))
            signs[f"{name}, free"] = float(sum(self._other.answers.alone[place] for place in found))
            signs[f"{name}, unrendered"] = float(sum(self._other.unrendered[place] for place in found))
        return signs

    def _is_confused(self, index: int, place: int, words: Callable[[str], frozenset[str]]) -> bool:
        word, other = self._side.answers.words[index].stem, self._other.answers.words[place].stem
        return other in words(word) if self._is_first else word in words(other)

    def _kinship(self, index: int, place: int) -> float:
        word, other = self._side.answers.words[index].stem, self._other.answers.words[place].stem
        return self._renderings.kinship(word, other) if self._is_first else self._renderings.kinship(other, word)


def _may_be(known: Rendered, stems: Set[str]) -> bool:
    """Tells whether one of some stems may render a word, a common one too."""
    return not (known.words.isdisjoint(stems) and known.loose.isdisjoint(stems))
