"""Writes the suggestions for a document in one typographic habit: its spaces at signs, its apostrophes.

A memory holds texts of many hands, some with no-break spaces before their signs, some with none. Side by side they are
noise, and a document filled with both has to be gone over sign by sign. What a house prescribes, or the draft does,
wins; else it is what most of the suggestions do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tmtool.languages.typography import THOUSANDS, Habit, Space, Typography
from tmtool.matching.wording import first_of_each
from tmtool.model import Adaptation, Match, Span, Suggestion

_EVIDENCE = 3
"""How often a sign must be there for a habit of its own; a rarer one is written as most signs are."""


@dataclass(frozen=True, slots=True)
class OneHabit:
    """A `OneHabit` is the habit in which texts are written: spaces by sign, `others` for a sign that is not among them,
    and an apostrophe, "" for as it comes."""

    typography: Typography
    spaces: Mapping[str, Space]
    others: Space | None
    apostrophe: str

    def written(self, text: str, spans: Sequence[Span] = ()) -> tuple[str, tuple[Span, ...]]:
        """Returns the text in this habit, and where these spans of it are then."""
        edits = [*self._spaces(text), *self._apostrophes(text)]
        if not edits:
            return text, tuple(spans)
        parts = []
        done = 0
        for span, new in sorted(edits):
            parts += [text[done : span.start], new]
            done = span.end
        moved = tuple(Span(_moved(one.start, edits), _moved(one.end, edits)) for one in spans)
        return "".join([*parts, text[done:]]), moved

    def _spaces(self, text: str) -> Iterable[tuple[Span, str]]:
        for mark in self.typography.marks(text):
            wanted = self.spaces.get(mark.sign, self.others if mark.sign != THOUSANDS else None)
            if wanted is not None and wanted is not mark.space:
                yield mark.span, wanted.character
        for joint in self.typography.joints(text):
            wanted = self.spaces.get(joint.sign)
            if wanted is not None and wanted is not joint.space:
                yield joint.span, wanted.character

    def _apostrophes(self, text: str) -> Iterable[tuple[Span, str]]:
        if self.apostrophe:
            for found in _apostrophe(self.typography).finditer(text):
                if found[0] != self.apostrophe:
                    yield Span(*found.span()), self.apostrophe


def _moved(offset: int, edits: Iterable[tuple[Span, str]]) -> int:
    return offset + sum(len(new) - (span.end - span.start) for span, new in edits if span.end <= offset)


@cache
def _apostrophe(typography: Typography) -> re.Pattern[str]:
    """Returns the expression of an apostrophe that something is elided at, not one that ends a quotation."""
    return re.compile(rf"(?<=[^\W\d_])[{''.join(typography.apostrophes)}](?=[\w«])")


def habit_of(texts: Iterable[str], typography: Typography, wanted: Habit | None) -> OneHabit:
    """Returns the habit that most of the texts have, for each sign that is there often enough, except where another one
    is wanted."""
    counts: dict[str, Counter[Space]] = {}
    every: Counter[Space] = Counter()
    apostrophes: Counter[str] = Counter()
    for text in texts:
        for mark in typography.marks(text):
            counts.setdefault(mark.sign, Counter())[mark.space] += 1
            if mark.sign != THOUSANDS:
                every[mark.space] += 1
        for joint in typography.joints(text):
            counts.setdefault(joint.sign, Counter())[joint.space] += 1
        apostrophes.update(_apostrophe(typography).findall(text))
    spaces = {sign: _leader(forms) for sign, forms in counts.items() if forms.total() >= _EVIDENCE}
    others = _leader(every) if every.total() >= _EVIDENCE else None
    apostrophe = apostrophes.most_common(1)[0][0] if apostrophes else ""
    if wanted is not None:
        spaces |= wanted.spaces
        apostrophe = wanted.apostrophe or apostrophe
    return OneHabit(typography, spaces, None if others is Space.NONE else others, apostrophe)


def _leader(forms: Counter[Space]) -> Space:
    """Returns the form that is there most often; of equals one at which no line breaks."""
    return max(forms, key=lambda form: (forms[form], form in (Space.NBSP, Space.NARROW), form))


def in_one_habit(
    suggestions: Iterable[Suggestion], typography: Typography, wanted: Habit | None = None
) -> tuple[Suggestion, ...]:
    """Returns the suggestions with all that they offer in one habit, what is the same then once.

    The habit is that of the best matches, each counted once, except for what is `wanted`.
    """
    every = tuple(suggestions)
    best = dict.fromkeys(one.target for one in every if one.target)
    habit = habit_of(best, typography, wanted)
    return tuple(_rewritten(one, habit) for one in every)


def _rewritten(suggestion: Suggestion, habit: OneHabit) -> Suggestion:
    matches = tuple(first_of_each([_match(one, habit) for one in suggestion.matches]))
    fragments = tuple(replace(one, target=habit.written(one.target)[0]) for one in suggestion.fragments)
    target = habit.written(suggestion.target)[0] if suggestion.target else suggestion.target
    return replace(suggestion, target=target, matches=matches, fragments=fragments)


def _match(match: Match, habit: OneHabit) -> Match:
    adapted = _adapted(match.adapted, habit) if match.adapted else None
    conflict = replace(match.conflict, target=habit.written(match.conflict.target)[0]) if match.conflict else None
    return replace(match, target=habit.written(match.target)[0], adapted=adapted, conflict=conflict)


def _adapted(adapted: Adaptation, habit: OneHabit) -> Adaptation:
    target, spans = habit.written(adapted.target, [place.span for place in adapted.open_places])
    places = tuple(replace(place, span=span) for place, span in zip(adapted.open_places, spans, strict=True))
    return replace(adapted, target=target, open_places=places)
