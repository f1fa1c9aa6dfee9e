"""Where does a text have a phrase, or one so near to it that it must be meant for it?

Compared are words of content by their letters: a translation may put another article or preposition in front of a name,
but what is inside it stays.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tmtool.languages.stems import Word, content
from tmtool.model import Span

_STOP = re.compile(r"[.;:!?()\[\]«»“”\"\t]|,\s")
_MORE = 2
_LEAST_SHARE = 0.6
_LONGEST = 400
"""Longer texts, and phrases of a tenth of that, are not searched for what is near."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A `Phrase` is a stretch of a text with its words of content, as they are written and in lower case."""

    text: str
    words: tuple[Word, ...]

    @property
    def span(self) -> Span:
        """Returns where the phrase is."""
        return Span(self.words[0].span.start, self.words[-1].span.end)

    @property
    def written(self) -> str:
        """Returns the phrase as it is written."""
        return self.span.of(self.text)

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Returns its words of content as they are written."""
        return tuple(word.span.of(self.text) for word in self.words)

    @property
    def lower(self) -> tuple[str, ...]:
        """Returns its words of content in lower case."""
        return tuple(surface.lower() for surface in self.surfaces)

    def part(self, start: int, end: int) -> Phrase:
        """Returns the phrase of some of its words."""
        return Phrase(self.text, self.words[start:end])


def phrase(text: str, language: str) -> Phrase:
    """Returns a text as a phrase; it has no words where it has none of content."""
    return Phrase(text, content(text, language))


class Searched:
    """A `Searched` is a text in which many phrases are looked for, without going through it for each: it knows where
    each stem is."""

    def __init__(self, text: Phrase) -> None:
        self._text = text
        self._stems = [word.stem for word in text.words]
        self._places: dict[str, list[int]] = defaultdict(list)
        for index, stem in enumerate(self._stems):
            self._places[stem].append(index)

    def forms_of(self, model: Phrase) -> Iterator[Phrase]:
        """Yields the places that have the words of the model in a row, in whatever forms."""
        wanted = [word.stem for word in model.words]
        if not wanted:
            return
        rarest = min(range(len(wanted)), key=lambda at: self._count(wanted[at]))
        for place in self._places.get(wanted[rarest], ()):
            start, end = place - rarest, place - rarest + len(wanted)
            if start >= 0 and self._stems[start:end] == wanted:
                yield self._text.part(start, end)

    def stretches(self, model: Phrase, size: int, least: int) -> Iterator[Phrase]:
        """Yields the stretches of `size` words that may have so many of the words of the model (one or more), each as
        often as it has them, in whatever forms, from left to right."""
        # Who lacks so few of them has one of those that are the rarest in the text.
        rarest = sorted((word.stem for word in model.words), key=self._count)[: len(model.words) - least + 1]
        stems = {word.stem for word in model.words}
        after = 0
        for place in sorted({place for stem in rarest for place in self._places.get(stem, ())}):
            stop = min(place, len(self._stems) - size) + 1
            for start in range(max(after, place - size + 1), stop):
                if sum(stem in stems for stem in self._stems[start : start + size]) >= least:
                    yield self._text.part(start, start + size)
            after = max(after, stop)

    def _count(self, stem: str) -> int:
        """Returns how often the text has a stem."""
        return len(self._places.get(stem, ()))


def occurrences(model: Phrase, text: Phrase) -> Iterator[Phrase]:
    """Yields the places of a text that have the words of the model in a row, whatever their capitals."""
    wanted, words = model.lower, text.lower
    for start in range(len(words) - len(wanted) + 1):
        if words[start : start + len(wanted)] == wanted:
            yield text.part(start, start + len(wanted))


def has_forms_of(model: Phrase, text: Phrase) -> bool:
    """Tells whether a text has the words of the model in a row, in whatever forms."""
    wanted, stems = [word.stem for word in model.words], [word.stem for word in text.words]
    return any(stems[start : start + len(wanted)] == wanted for start in range(len(stems) - len(wanted) + 1))


def is_parted(place: Phrase) -> bool:
    """Tells whether a mark is inside a phrase."""
    return any(_STOP.search(place.text, one.span.end, other.span.start) for one, other in pairwise(place.words))


def nearest(model: Phrase, text: Phrase, least: float = _LEAST_SHARE) -> Phrase | None:
    """Returns the place of a text that shares most words with the model in their order, at least two and that share of
    them, and has few others; None for no such place."""
    wanted, words = model.lower, text.lower
    if max(len(wanted) * 10, len(words)) > _LONGEST:
        return None
    known = frozenset(wanted)
    best: tuple[float, Phrase] | None = None
    for start in range(len(words)):
        if words[start] not in known and (start + 1 >= len(words) or words[start + 1] not in known):
            continue
        for size in range(2, len(wanted) + _MORE + 1):
            if start + size > len(words):
                break
            window = words[start : start + size]
            common = _common(window, wanted)
            if common < 2 or common < least * len(wanted):
                continue
            likeness = 2 * common / (size + len(wanted))
            if best is None or likeness > best[0]:
                best = likeness, text.part(start, start + size)
    return best[1] if best else None


def is_understood(near: Phrase, model: Phrase, text: Phrase) -> bool:
    """Tells whether the words of the model that a place of a text lacks are elsewhere in it: "la sixième session et la
    septième"."""
    missing = [word for word in model.lower if word not in near.lower]
    others = [word for word in near.lower if word not in model.lower]
    return not others and all(word in text.lower for word in missing)


def widened(near: Phrase, model: Phrase, text: Phrase) -> Phrase:
    """Returns a place of a text with the word before it, where the model has another word there."""
    start = next(place for place, word in enumerate(text.words) if word.span.start == near.span.start)
    if near.lower[0] != model.lower[1] or start == 0:
        return near
    before = text.words[start - 1]
    if _STOP.search(text.text, before.span.end, near.span.start):
        return near
    return text.part(start - 1, start + len(near.words))


def is_shorter(near: Phrase, model: Phrase) -> bool:
    """Tells whether a place of a text is the model with words left out at its beginning or end: a short form."""
    here, wanted = near.lower, model.lower
    return len(here) < len(wanted) and here in (wanted[: len(here)], wanted[-len(here) :])


def runs(text: Phrase, longest: int, may_begin: Callable[[str], object] = bool) -> Iterator[Phrase]:
    """Yields the stretches of a text that begin with a capital, with a stem that may, and have so many words of content
    at most, no mark between them."""
    for start, word in enumerate(text.words):
        if not text.text[word.span.start].isupper() or not may_begin(word.stem):
            continue
        for end in range(start + 1, min(len(text.words), start + longest) + 1):
            if end > start + 1 and _STOP.search(
                text.text, text.words[end - 2].span.end, text.words[end - 1].span.start
            ):
                break
            yield text.part(start, end)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Counts the words that two rows share in the same order."""
    row = [0] * (len(other) + 1)
    for word in one:
        before = 0
        for place, candidate in enumerate(other, 1):
            above = row[place]
            row[place] = before + 1 if word == candidate else max(above, row[place - 1])
            before = above
    return row[-1]


def difference(here: Phrase, model: Phrase) -> tuple[Span, Span]:
    """Returns where two phrases part, each as a span of its text; both show a word at least."""
    first, second = here.lower, model.lower
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    end = 0
    while end < min(len(first), len(second)) - start and first[-1 - end] == second[-1 - end]:
        end += 1
    one, other = (start, len(first) - end), (start, len(second) - end)
    if one[0] == one[1] or other[0] == other[1]:
        if start:
            one, other = (start - 1, one[1]), (start - 1, other[1])
        else:
            one, other = (one[0], one[1] + 1), (other[0], other[1] + 1)
    return here.part(*one).span, model.part(*other).span
