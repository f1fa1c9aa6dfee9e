"""Is there a part of the source to which nothing in the translation answers?

See docs/un-french.md, section 15: completeness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.checks.check import Example, SegmentCheck, Spot
from tmtool.checks.draft import Draft, Pair
from tmtool.checks.linked import SHORTEST, Linked, Stretch, linked
from tmtool.model import Level, Span

_INSIDE = ((11, 0.84), (8, 0.72), (6, 0.67), (5, 0.62), (4, 0.56))
"""Words without counterpart, and the ratio of lengths (1 is usual) below which so many tell of an omission."""
_AT_AN_END = ((6, 0.81), (5, 0.77), (4, 0.72), (3, 0.66))
_BRACKET = re.compile(r"\s*\((?=[^()]*\b[A-Z]?[a-z]{4})[^()]{6,}\)")
"""Brackets with a word in them; those that give an abbreviation alone come and go."""
_BEGUN = re.compile(r"(?:\d+\.\s+)?[A-Z]\w*(?: [\w'’-]+){0,3}")
_CARRIED_ON = re.compile(r"(?![ivx]+\))(?:[a-zàâçéèêîôœû]{2}|[ày]\s|[ld]['’][a-zàâéèêîôœû])")
"""No label of a list, and no capital."""
_ANY_BRACKET = re.compile(r"\([^()]{2,}\)")
_WORD = re.compile(r"[^\W\d_]{4,}")


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    source = pair.source or ""
    found = linked(pair, draft)
    if found is None or len(source) < SHORTEST:
        return
    gaps = [stretch for stretch in found.in_source if _tells(stretch, found)]
    if gaps:
        longest = max(gaps, key=lambda stretch: stretch.words)
        yield Spot(f"Nothing here answers to “{_shown(longest.span.of(source))}”.", source_span=longest.span)
        return
    begun = _BEGUN.match(source)
    if begun and _CARRIED_ON.match(pair.target) and len(pair.target) >= SHORTEST:
        yield Spot(
            f"The translation begins in the middle of a sentence; nothing here answers to “{begun.group()}”.",
            target_span=Span(0, len(pair.target.split()[0])),
            source_span=Span(*begun.span()),
        )
        return
    there = list(_BRACKET.finditer(source))
    if not there or len(_ANY_BRACKET.findall(source)) <= len(_ANY_BRACKET.findall(pair.target)):
        return
    for bracket in there:
        span = Span(*bracket.span())
        inside = sum(one.words for one in found.in_source if span.overlaps(one.span))
        words = max(1, len(_WORD.findall(bracket.group())))
        if inside >= words or (found.ratio < 0.97 and inside * 2 >= words):
            yield Spot(f"Nothing here answers to “{_shown(span.of(source).strip())}”.", source_span=span)
            return


def _tells(stretch: Stretch, found: Linked) -> bool:
    bounds = _AT_AN_END if stretch.opens or stretch.closes else _INSIDE
    return any(stretch.words >= words and found.ratio < ratio for words, ratio in (*bounds, *_INSIDE))


def _shown(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:77].rstrip()}…"


CHECK = SegmentCheck(
    name="completeness-omission",
    level=Level.WARNING,
    its_type="omission",
    needs_source=True,
    yields_to=("completeness-length", "language-other-segment"),
    summary="A part of the source has nothing that answers to it in the translation.",
    reason=(
        "A clause skipped is the error that readers of the translation cannot see. Words are linked by a table learnt "
        "from published translations and by likeness; a stretch without links is reported if the translation is also "
        "shorter than it should be. So are brackets left out, and a translation that begins in lower case where the "
        "source begins with a capital."
    ),
    examples=(
        Example(
            source="The Working Group welcomed the report and requested the Secretariat to give technical assistance.",
            target="Le Groupe de travail a accueilli le rapport avec satisfaction.",
            flagged=("",),
        ),
        Example(
            source="The Working Group welcomed the report and requested the Secretariat to give technical assistance.",
            target=(
                "Le Groupe de travail a accueilli le rapport avec satisfaction et prié le Secrétariat de fournir une "
                "assistance technique."
            ),
        ),
        Example(
            source="In too many countries, politicians fell prey to the influence of lobbies and interests.",
            target="les dirigeants politiques tombent sous la coupe de groupes de pression et d’intérêts.",
            flagged=("les",),
        ),
        Example(
            source="Takes into account the different regional, urban and local situations of States;",
            target="ii) Prend en compte les différentes situations régionales, urbaines et locales des États ;",
        ),
        Example(
            source="Note by the representative of the host country, Achim Kassow (Germany)",
            target="Note du représentant du pays hôte, Achim Kassow, président",
            flagged=("",),
        ),
        Example(source="Other matters", target="Divers"),
    ),
    look=look,
)
