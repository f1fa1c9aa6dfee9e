"""Is something written otherwise than at all other places of its sort: 10 h 00 among 15 heures and 9 heures?

What a language leaves to a document to choose is in its ``manners.tsv``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.language import Language
from tmtool.model import BlockKind, Level, PlaceableKind, Span
from tmtool.model.span_index import Spanned
from tmtool.model.wording import say

_MANNERS, _HOUR = "manners.tsv", "hour"
_NEXT = 12
"""Characters after a place that are shown with it."""
_FIGURES = re.compile(r"\d+")
_BEFORE_LETTER = re.compile(r"(?<!\d)\d+(?=[a-z])")


@dataclass(frozen=True, slots=True)
class _Manner:
    """A `_Manner` is one of several ways in which a sort of thing is written. `least` is how many other places show
    that a document writes it so, `level` how grave the only place is that does not."""

    sort: str
    name: str
    pattern: re.Pattern[str]
    least: int
    level: Level


@dataclass(frozen=True, slots=True)
class _Place:
    """A `_Place` is a place of a pair that is written in a manner."""

    pair: Pair
    span: Span
    manner: _Manner

    def shown(self) -> str:
        """Returns what is written there, with what comes next where that is needed to see it."""
        written = self.span.of(self.pair.target)
        if len(written.strip()) > 1:
            return written
        text = self.pair.target[max(0, self.span.start - _NEXT) : self.span.end + _NEXT]
        return " ".join(text.split()[-2:]) if len(text.split()) > 1 else text


class _Values:
    """A `_Values` tells of places of a pair's target which values are there."""

    def __init__(self, pair: Pair) -> None:
        self._target = pair.target
        self._hours, self._ordinals = (
            Spanned([one for one in pair.target_placeables if one.kind is kind], lambda one: one.span)
            for kind in (PlaceableKind.TIME, PlaceableKind.ORDINAL)
        )
        source = pair.source or ""
        self._before_letters = frozenset(_BEFORE_LETTER.findall(source))
        self._in_figures = frozenset(
            one.value
            for one in pair.source_placeables
            if one.kind is PlaceableKind.ORDINAL and one.span.of(source)[:1].isdigit()
        )

    def have_hour(self, span: Span) -> bool:
        """Tells whether a time of day is there, not how long something takes."""
        return any(self._hours.touching(span))

    def are_in_figures(self, span: Span) -> bool:
        """Tells whether the source writes an ordinal of the same value in figures: 115th, which is 115e."""
        written = _FIGURES.match(self._target, span.start, span.end)
        if written is not None and written.group() in self._before_letters:
            return True
        return any(one.value in self._in_figures for one in self._ordinals.touching(span))


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags the only place of a document that is written otherwise than all others of its sort."""
    assert draft.target is not None
    groups: defaultdict[tuple[str, str, bool], list[_Place]] = defaultdict(list)
    """The places that should be written alike: of the same noun, of an ordinal that the source has in figures, too, or
    in words."""
    for pair in draft.pairs:
        values = _Values(pair)
        for manner in _manners(draft.target):
            for found in manner.pattern.finditer(pair.target):
                place = _Place(pair, Span(*found.span()), manner)
                if manner.sort != _HOUR or values.have_hour(place.span):
                    key = (found.groupdict().get("key") or "").lower()
                    groups[manner.sort, key, values.are_in_figures(place.span)].append(place)
    for places in groups.values():
        cells = [one for one in places if one.pair.kind is BlockKind.CELL]
        texts = [one for one in places if one.pair.kind is not BlockKind.CELL]
        odd = _odd(places)
        if odd is None or all(one.manner is odd.manner for one in (cells if odd in cells else texts)):
            odd = _odd(cells) or _odd(texts)
        if odd is not None and not _is_as_in_source(odd, places, draft):
            usual = next(place for place in places if place.manner.name != odd.manner.name)
            message = say("“{here}” here, but “{there}” in all other places.", here=odd.shown(), there=usual.shown())
            yield odd.pair, Flag(message, target_span=odd.span, level=odd.manner.level)


def _odd(places: Sequence[_Place]) -> _Place | None:
    """Returns the only place that is written otherwise than all others, if these are enough to show a manner."""
    times = Counter(place.manner.name for place in places)
    if len(times) != 2:
        return None
    rare = min(times, key=lambda name: times[name])
    odd = [place for place in places if place.manner.name == rare]
    if len({place.pair.number for place in odd}) > 1 or len(places) - len(odd) <= len(odd):
        return None  # One range may have both of its ends written so.
    return odd[0] if len(places) - len(odd) >= odd[0].manner.least else None


def _is_as_in_source(odd: _Place, places: Sequence[_Place], draft: Draft) -> bool:
    """Tells whether the source writes something of the same sort in one manner in the pair of a place, and at all
    others in another one: À leur dixième Réunion for At their Tenth Meeting, where its other meetings are small."""
    known = draft.language_pair
    rows = known.rows(_MANNERS) if known is not None else ()
    there = [(name, re.compile(words)) for sort, name, words in rows if sort == odd.manner.sort]
    here, elsewhere = (
        {name for name, words in there for pair in pairs if words.search(pair.source or "")}
        for pairs in ([odd.pair], [one.pair for one in places if one.pair is not odd.pair])
    )
    return len(here) == len(elsewhere) == 1 and here != elsewhere


@cache
def _manners(language: Language) -> tuple[_Manner, ...]:
    return tuple(
        _Manner(sort, name, re.compile(pattern, re.IGNORECASE), int(least), Level(level))
        for sort, name, pattern, least, level in language.rows(_MANNERS)
    )


CHECK = DocumentCheck(
    name="document-manner",
    level=Level.WARNING,
    its_type="inconsistency",
    requires=Needs(document=True, in_target=_MANNERS),
    yields_to=(
        "typography-form",
        "typography-numero",
        "typography-spacing",
        "markup-label-form",
        "document-same-source",
    ),
    summary="An hour, a range or an ordinal is written otherwise than at all other places of the document.",
    reason=(
        "10 heures, 10 h and 10 h 00, 3-5 mai and 3–5 mai: either is right if there is one. Where all other places of "
        "a document, three at least, have one manner, the only place with another was typed without looking, or comes "
        "from another document. Cells of tables may have a manner of their own."
    ),
    examples=(
        Example(
            target="Ouverture à 10 heures\nReprise à 15 heures\nPause à 11 h 00\nClôture à 18 heures",
            flagged=("11 h 00",),
        ),
        Example(target="Ouverture à 10 heures\nReprise à 15 heures\nPause à 11 h 00\nClôture à 18 h 00"),
        Example(
            target="Du 3-5 mai 2030\nDu 4-8 juin 2030\nLe programme pour 2030–2032",
            flagged=("2030–",),
        ),
        Example(
            target="le lundi 3 mai\nle mardi 4 mai\nle mercredi, 5 mai\nle jeudi 6 mai", flagged=("mercredi, 5 mai",)
        ),
        Example(target="Points 3 a) et 4\nPoints 4 b) et 5\nPoints 4 (c) et 6", flagged=("(c)",)),
        Example(target="Ouverture à 10 heures\nReprise à 15 heures\nDurée de 2 h\nClôture à 18 heures"),
        Example(target="Le taux passe de 20 % à 30 %.\nIl dépasse 12 pour cent en mai.", flagged=("2 pour cent",)),
        Example(
            target="De 4 à 6 millions CHF\nUn don de 3 millions de CHF\nPlus de 2 milliards CHF\nLes 7 millions CHF",
            flagged=("3 millions de CHF",),
        ),
        Example(
            source="15th session\nHere, the fourteenth session\nThere, the fifteenth session",
            target="15e session\nIci, la quatorzième session\nLà, la quinzième session",
        ),
        Example(
            source="Fifteenth session\nHere, the fourteenth session\nThere, the fifteenth session",
            target="Quinzième session\nIci, la 14e session\nLà, la quinzième session",
            flagged=("14e session",),
        ),
        Example(
            source="First Regional Meeting of Choirs\nDate of the second meeting\nAfter the third meeting",
            target="Première Réunion régionale des chœurs\nDate de la deuxième réunion\nAprès la troisième réunion",
        ),
        Example(
            source="First regional meeting of choirs\nDate of the second meeting\nAfter the third meeting",
            target="Première Réunion régionale des chœurs\nDate de la deuxième réunion\nAprès la troisième réunion",
            flagged=("Première Réunion",),
        ),
    ),
    look=look,
)
