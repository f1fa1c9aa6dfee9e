"""Does a name lie where that of the source lies: East Jerusalem, Southern Africa, the South Atlantic? And a place given
in degrees: 4° W?

Which words say so, and beside what, is in ``name_directions.tsv`` of the pair; how a language writes degrees, in its
``patterns.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanged, exchanges
from tmtool.languages import language_of
from tmtool.languages.pairs.concepts import LONGEST, named_in
from tmtool.model import Level, Placeable, PlaceableKind, Span
from tmtool.model.wording import say

_DIRECTIONS = "name_directions.tsv"
_TWO = 2
_NUMBERS = frozenset({PlaceableKind.NUMBER, PlaceableKind.PERCENT})


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a name has another direction, or is that of another sea, than in the source."""
    exchanged_for = list(exchanges(_DIRECTIONS, pair, draft, counted=True))
    yield from exchanged_for or _changed_places(pair, draft)
    there = _degrees(pair.source or "", draft.source_language)
    here = _degrees(pair.target, draft.target_language)
    for value, (side, span) in here.items():
        if value in there and there[value][0] != side:
            yield exchanged(span, pair.target, there[value][1], pair.source or "", level=Level.ERROR)


def _changed_places(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the flag for a text of which two directions, each named once, have changed places: has fallen in Eastern
    Africa, but has risen in Western Africa."""
    known, source = draft.language_pair, pair.source or ""
    if not draft.is_close or known is None or max(len(source), len(pair.target)) > LONGEST:
        return
    in_source, in_target = (
        named_in(known, _DIRECTIONS, language, text)
        for language, text in ((known.source, source), (known.target, pair.target))
    )
    for group in sorted(in_source.keys() & in_target.keys()):
        there, here = (
            sorted((span, one.name) for one in concepts for span in one.cues[language].all_names(text))
            for concepts, language, text in (
                (in_source[group], known.source, source),
                (in_target[group], known.target, pair.target),
            )
        )
        names, names_there = [name for _, name in here], [name for _, name in there]
        if len(names) == _TWO and names[0] != names[1] and names == names_there[::-1]:
            if _took_numbers_along([span for span, _ in there], [span for span, _ in here], pair):
                continue
            first, second = (span.of(pair.target) for span, _ in here)
            message = say("“{first}” and “{second}” have changed places.", first=first, second=second)
            yield Flag(message, target_span=here[0][0], source_span=there[0][0], level=Level.INFO)


def _took_numbers_along(there: Sequence[Span], here: Sequence[Span], pair: Pair) -> bool:
    """Tells whether each of two directions in another order has the number before it, or the one after it, that it has
    in the source: a list sorted anew, 20 in the Pacific and 12 in the Caribbean."""
    for is_before in (True, False):
        in_source = [_number_beside(span, pair.source_placeables, is_before=is_before) for span in there]
        in_target = [_number_beside(span, pair.target_placeables, is_before=is_before) for span in here]
        if None not in in_source and in_source[0] != in_source[1] and in_source == in_target[::-1]:
            return True
    return False


def _number_beside(span: Span, placeables: Sequence[Placeable], *, is_before: bool) -> str | None:
    """Returns the value of the last number before a place, or the first one after it; None where there is none."""
    numbers = [one for one in placeables if one.kind in _NUMBERS]
    if is_before:
        return next((one.value for one in reversed(numbers) if one.span.end <= span.start), None)
    return next((one.value for one in numbers if one.span.start >= span.end), None)


def _degrees(text: str, language: str) -> dict[str, tuple[str, Span]]:
    """Returns the side of each number of degrees that a text has once: 52.5 is east of the meridian of Greenwich."""
    found = list(language_of(language).pattern("degrees").finditer(text)) if "°" in text else []
    values = [one["value"].replace(",", ".") for one in found]
    return {
        value: (one.lastgroup or "", Span(*one.span()))
        for value, one in zip(values, found, strict=True)
        if values.count(value) == 1
    }


CHECK = SegmentCheck(
    name="names-direction",
    level=Level.WARNING,
    its_type="inconsistent-entities",
    requires=Needs(source=True, pair=_DIRECTIONS),
    yields_to=("completeness-length", "language-other-segment", "names-country"),
    summary="A name has another direction, or is that of another sea, than in the source.",
    reason=(
        "West Jerusalem is not East Jerusalem, nor the South Atlantic the South Pacific. One direction that the source "
        "has beside a name and that is nowhere in the translation, and another beside a name there that is nowhere in "
        "the source, are an exchange; either alone is not, since French has names of its own (Cisjordanie, Maghreb). "
        "So is another side of the equator or of Greenwich for the same degrees: 4° E for 4° W."
    ),
    examples=(
        Example(
            source="The situation in East Jerusalem remains tense.",
            target="La situation à Jérusalem-Ouest reste tendue.",
            flagged=("Jérusalem-Ouest",),
        ),
        Example(
            source="The settlements in the West Bank, including East Jerusalem, are illegal.",
            target="Les colonies de peuplement en Cisjordanie, y compris à Jérusalem-Est, sont illégales.",
        ),
        Example(
            source="The settlements in the West Bank, including East Jerusalem, are illegal.",
            target="Les colonies de peuplement en Cisjordanie, y compris à Jérusalem-Ouest, sont illégales.",
            flagged=("Jérusalem-Ouest",),
        ),
        Example(
            source="It approved 12 projects in Western Asia and 7 in Eastern Europe.",
            target="Il a approuvé 7 projets en Europe orientale et 12 en Asie occidentale.",
            is_close=True,
        ),
        Example(
            source="It approved 12 projects in Western Asia and 7 in Eastern Asia.",
            target="Il a approuvé 12 projets en Asie orientale et 7 en Asie occidentale.",
            flagged=("Asie orientale",),
            is_close=True,
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
