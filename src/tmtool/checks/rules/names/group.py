"""Has a regional group the number or the office of another: quatre pour les États d’Afrique, cinq pour l’Asie?

Members of bodies are elected by regional groups, of which there are five, so that they are known wherever they are
named, and whatever is left out or exchanged among them is seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.completeness.listed import missing_members
from tmtool.checks.evidence.meaning.exchange import exchanges
from tmtool.languages.pairs.concepts import LONGEST, named_in
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Placeable, PlaceableKind, Span
from tmtool.model.wording import say

_TABLE = "regional_groups.tsv"
_REGIONAL, _OFFICE = "regional", "office"
_LEAST = 2
"""Groups at least of a list."""
_REACH = 60
"""Characters at most from what a group has to its name."""

_Share = tuple[str, Span]
"""What a group has, a number or an office, and its place."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags a regional group that is exchanged for another, left out of a list, or has what another has in the
    source."""
    if draft.language_pair is None:
        return
    spoken = False
    for flag in (*exchanges(_TABLE, pair, draft), *missing_members(_TABLE, pair, draft, others=_LEAST)):
        if not spoken and not _is_of_offices(flag, pair, draft.language_pair):
            spoken = True
            yield flag if draft.is_close else replace(flag, level=Level.HINT)
    if not spoken and draft.is_close:
        yield from _exchanged_shares(pair, draft.language_pair)


def _is_of_offices(flag: Flag, pair: Pair, known: LanguagePair) -> bool:
    """Tells whether a flag is about an office, which names-body compares."""
    source = pair.source or ""
    span = flag.source_span
    return span is not None and any(span == place for _, place in _named(source, known, known.source, _OFFICE))


def _exchanged_shares(pair: Pair, known: LanguagePair) -> Iterator[Flag]:
    """Yields the flag for the first of two groups whose numbers or offices have changed places."""
    source = pair.source or ""
    there, here = (
        _shares(text, placeables, known, language)
        for text, placeables, language in (
            (source, pair.source_placeables, known.source),
            (pair.target, pair.target_placeables, known.target),
        )
    )
    for kind in there.keys() & here.keys():
        first, second = there[kind], here[kind]
        if first.keys() != second.keys() or len(first) < _LEAST:
            continue
        if Counter(what for what, _ in first.values()) != Counter(what for what, _ in second.values()):
            continue
        for group, (what, span) in second.items():
            if first[group][0] != what:
                yield Flag(
                    say(
                        "“{here}” for this group here, but “{there}” in the source.",
                        here=span.of(pair.target),
                        there=first[group][1].of(source),
                    ),
                    target_span=span,
                    source_span=first[group][1],
                    level=Level.WARNING,
                )
                return


def _shares(
    text: str, placeables: Sequence[Placeable], known: LanguagePair, language: str
) -> dict[str, dict[str, _Share]]:
    """Returns by kind of share what each group of a text has, as it is said right before the group; nothing of a kind
    where a group is named more than once or one has none."""
    if len(text) > LONGEST:
        return {}
    groups = _named(text, known, language, _REGIONAL)
    if len(groups) < _LEAST or len({name for name, _ in groups}) < len(groups):
        return {}
    numbers = [(one.value, one.span) for one in placeables if one.kind is PlaceableKind.NUMBER]
    found = {}
    for kind, shares in (("number", numbers), (_OFFICE, _named(text, known, language, _OFFICE))):
        end = 0
        by_group: dict[str, _Share] = {}
        for name, span in groups:
            before = [one for one in shares if end <= one[1].start and one[1].end <= span.start]
            if before and span.start - before[-1][1].end <= _REACH:
                by_group[name] = before[-1]
            end = span.end
        if len(by_group) == len(groups):
            found[kind] = by_group
    return found


def _named(text: str, known: LanguagePair, language: str, group: str) -> list[_Share]:
    """Returns what a text names of a group of the table, by place."""
    if len(text) > LONGEST:
        return []
    return sorted(
        (
            (concept.name, span)
            for concepts in named_in(known, _TABLE, language, text).values()
            for concept in concepts
            if concept.group == group
            for span in concept.cues[language].all_names(text)
        ),
        key=lambda one: one[1],
    )


CHECK = SegmentCheck(
    name="names-group",
    level=Level.WARNING,
    its_type="inconsistent-entities",
    requires=Needs(source=True, placeables=Sides.BOTH, pair=_TABLE),
    yields_to=("names-country", "numbers-value", "completeness-length", "language-other-segment"),
    summary="A regional group is exchanged for another, left out, or has the number or the office of another.",
    reason=(
        "Who is elected is a matter of regional groups: two exchanged or one left out changes the result. Reported is "
        "a group in the place of another, one that alone is missing from a list, and in agendas numbers or offices "
        "that two groups have exchanged."
    ),
    examples=(
        Example(
            source="four from Asia-Pacific States, three from Latin American and Caribbean States and four from "
            "Western European and other States",
            target="quatre pour les États d’Asie et du Pacifique et quatre pour les États d’Europe occidentale et "
            "autres États",
            flagged=("",),
        ),
        Example(
            source="five from African States and four from Asia-Pacific States",
            target="cinq pour les États d’Afrique et quatre pour les États d’Asie et du Pacifique",
        ),
        Example(
            source="a member from the African States",
            target="un membre issu des États d’Europe orientale",
            flagged=("Europe orientale",),
        ),
    ),
    look=look,
)
