"""Suggests a translation for every segment of a new document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tmtool.languages import default_pair, language_of
from tmtool.languages.typography import Habit
from tmtool.matching.context import Surroundings, place_of, surroundings_of
from tmtool.matching.fragments import Fragments
from tmtool.matching.lookup import Lookup
from tmtool.matching.one_habit import in_one_habit
from tmtool.matching.repeats import one_wording
from tmtool.model import Document, Match, MatchKind, Suggestion
from tmtool.store.home import Home
from tmtool.tasks.term_finding import recogniser_for
from tmtool.text.tokens import normalise, tokens

_WEAK = 85
"""Below this rate a fuzzy match is worth less than the fragments of a segment."""


_SHARED_FROM = 600
"""Segments of a document from which starting further processes pays."""


@dataclass(frozen=True, slots=True)
class _Matching:
    """A `_Matching` looks up the segments of a document, for a process of its own."""

    source_language: str
    target_language: str
    threshold: int
    limit: int

    def answering(self, home: Home) -> Callable[[tuple[str, Surroundings]], tuple[Match, ...]]:
        """Returns a function that gives the matches of a segment with its surroundings."""
        lookup = Lookup(home, self.source_language, self.target_language)
        return lambda asked: lookup.matches(asked[0], threshold=self.threshold, limit=self.limit, surroundings=asked[1])


def suggest(
    home: Home,
    document: Document,
    *,
    target_language: str = default_pair.TARGET,
    threshold: int = 70,
    limit: int = 5,
    habit: Habit | None = None,
    all_cores: bool = False,
) -> tuple[Suggestion, ...]:
    """Returns one suggestion a segment, in order: its matches best first, the terms in it, where a segment with the
    same source was earlier, and fragments where no good match is. What repeats gets one wording, and all is in one
    typographic habit: `habit`, and where that says nothing that of the most. With `all_cores` a long document is looked
    up by several processes."""
    lookup = Lookup(home, document.language, target_language)
    texts = [segment.text for segment in document.segments]
    recogniser = recogniser_for(home, texts, document.language, symbol=document.symbol)
    terms = recogniser.find_in_document(texts)
    places = [place_of(segment.kind) for segment in document.segments]
    matching = _Matching(document.language, target_language, threshold, limit)
    asked = list(zip(texts, surroundings_of(texts, places, document.symbol), strict=True))
    if all_cores and len(asked) >= _SHARED_FROM:
        from tmtool.tasks.on_all_cores import answers

        found = list(answers(home, matching, asked))
    else:
        found = list(map(matching.answering(home), asked))
    fragments = Fragments(home, document.language, target_language)
    first_with: dict[str, int] = {}
    suggestions = []
    for place, (segment, matches) in enumerate(zip(document.segments, one_wording(texts, found, lookup), strict=True)):
        weak = not matches or (matches[0].kind is MatchKind.FUZZY and matches[0].rate < _WEAK)
        key = normalise(segment.text)
        earlier = first_with.setdefault(key, segment.number)
        suggestions.append(
            Suggestion(
                segment=segment,
                kind=matches[0].kind if matches else MatchKind.NONE,
                rate=matches[0].rate if matches else 0,
                target=matches[0].offered if matches else None,
                repeats=earlier if earlier != segment.number and key else None,
                matches=matches,
                terms=terms[place],
                fragments=fragments.of(segment.text, terms[place]) if weak else (),
            )
        )
    typography = language_of(target_language).typography
    return tuple(suggestions) if typography is None else in_one_habit(suggestions, typography, habit)


BANDS = ("context", "exact", "adapted", "95–99", "85–94", "75–84", "50–74", "none")


def band_of(kind: MatchKind, rate: int) -> str:
    """Returns the band of a best match; below 75 % they share the last."""
    if kind is not MatchKind.FUZZY:
        return kind.value
    for name in ("95–99", "85–94", "75–84"):
        if rate >= int(name[:2]):
            return name
    return "50–74"


def words_in(text: str) -> int:
    """Returns how many words there are to translate: tokens that begin with a letter or digit."""
    return sum(1 for token in tokens(text) if token[0].isalnum())


def summary(suggestions: tuple[Suggestion, ...]) -> dict[str, tuple[int, int]]:
    """Returns (segments, words) for each band."""
    counts = dict.fromkeys(BANDS, (0, 0))
    for suggestion in suggestions:
        band = band_of(suggestion.kind, suggestion.rate)
        segments, total = counts[band]
        counts[band] = (segments + 1, total + words_in(suggestion.segment.text))
    return counts
