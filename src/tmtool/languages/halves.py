"""Reads numbers of which a half or a quarter of their scale is said in words: two and a half million, deux millions et
demi, a quarter of a million; and those of which a part of one is all there is: half of one per cent, un demi pour cent.

A language gives the expressions; what they make of the number that was found beside them is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from tmtool.languages.numerals import Numeral, exponent_of
from tmtool.model import Span

_THOUSANDS = 3
_LONGEST = 18
"""Figures of a number of which anybody says a half."""
_REACH = 30
"""Characters before a number in which a share of it may be named."""
_PLACES = 4
"""Places after the decimal sign of a part of one."""


@dataclass(frozen=True, slots=True)
class Halves:
    """`Halves` are the expressions of a language: `scaled` matches what follows a number where a half is before its
    scale (its group `scale`, a word of `exponents` by how it begins), `after` what follows a number with its scale,
    `shares` what comes before a scale, in hundredths. `parts` match what says a part of one before a per cent or a
    point (their groups `many`, which may be lacking, and `part`, into how many it divides), and `half` what adds a half
    there to the number that it follows. What such words are worth is in the `vocabulary` of numerals, or in `named`:
    half, quart."""

    exponents: Mapping[str, int]
    scaled: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    shares: tuple[tuple[re.Pattern[str], int], ...] = ()
    parts: re.Pattern[str] | None = None
    half: re.Pattern[str] | None = None
    vocabulary: Callable[[], Mapping[str, tuple[int, str]]] = dict
    named: Mapping[str, int] = field(default_factory=dict)

    def read(self, lower: str, found: Iterable[Numeral]) -> Iterator[Numeral]:
        """Yields the numerals of a text in lower case, with the halves of their scales; the three of three quarters of
        a million is no number of its own."""
        reached = -1
        read = [*(self._with_half(lower, one) for one in found), *self._parts_of_one(lower)]
        for numeral in sorted(read, key=lambda one: (one.span.start, -one.span.end)):
            if numeral.span.end > reached:
                yield numeral
            reached = max(reached, numeral.span.end)

    def _parts_of_one(self, lower: str) -> Iterator[Numeral]:
        """Yields what a text says as a part of one per cent, or of one point."""
        for found in self.parts.finditer(lower) if self.parts is not None else ():
            value = round(self._worth(found["many"] or "") / self._worth(found["part"]), _PLACES)
            yield Numeral(Span(*found.span()), f"{value}", in_words=True)

    def _worth(self, word: str) -> int:
        """Returns what a word counts, or divides by; 1 for an article, and for none."""
        value, _ = self.vocabulary().get(word, (1, ""))
        return self.named.get(word, value)

    def _with_half(self, lower: str, numeral: Numeral) -> Numeral:
        start, end = numeral.span.start, numeral.span.end
        if numeral.ordinal or not numeral.value.isdigit() or len(numeral.value) > _LONGEST:
            return numeral
        value = int(numeral.value)
        if self.scaled is not None and (half := self.scaled.match(lower, end)):
            scale = 10 ** exponent_of(half["scale"], self.exponents)
            return _of(numeral, Span(start, half.end()), value * scale + scale // 2)
        if self.half is not None and (half := self.half.match(lower, end)):
            return replace(numeral, span=Span(start, half.end()), value=f"{value}.5", bare=False)
        scale = _scale_of(numeral.value)
        if scale == 1:
            return numeral
        if self.after is not None and (half := self.after.match(lower, end)):
            return _of(numeral, Span(start, half.end()), value + scale // 2)
        for share, hundredths in self.shares if value == scale else ():
            if before := share.search(lower, max(0, start - _REACH), start):
                return _of(numeral, Span(before.start(), end), value * hundredths // 100)
        return numeral


def _of(numeral: Numeral, span: Span, value: int) -> Numeral:
    return replace(numeral, span=span, value=str(value), bare=False)


def _scale_of(value: str) -> int:
    """Returns the largest of a million, a thousand million and so on that a number is a multiple of, else 1."""
    zeros = (len(value) - len(value.rstrip("0"))) // _THOUSANDS * _THOUSANDS
    return 10**zeros if zeros > _THOUSANDS and value != "0" else 1
