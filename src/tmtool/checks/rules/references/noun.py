"""Is a reference with the right number one to another kind of thing: la résolution 74/5 for decision 74/5?

Nouns of references differ by right (a rule is an article), so that references-number compares numbers alone. Which
nouns may translate each other is in the pair's ``reference_nouns.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.values.facts import Change
from tmtool.checks.evidence.values.flags import exchanged
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Placeable, PlaceableKind

_TABLE = "reference_nouns.tsv"
_NEUTRAL = frozenset({"no", "letter", "page"})
"""Nouns of values that say nothing of what is numbered, or are another one by right."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags the first reference of a pair whose noun is that of another kind of thing than in the source."""
    known = draft.language_pair
    if known is None:
        return
    there, here = _by_number(pair.source_placeables), _by_number(pair.target_placeables)
    for number, of_source in there.items():
        of_target = here.get(number, {})
        if len(of_source) != 1 or len(of_target) != 1:
            continue
        [noun], [other] = of_source, of_target
        may_be = _translations(known).get(noun)
        if may_be is None or other in may_be or other not in _judged(known):
            continue
        if _are_written_alike(of_source[noun], of_target[other], pair):
            yield exchanged(pair, Change(of_source[noun], of_target[other], certain=False))
            return


def _are_written_alike(there: Placeable, here: Placeable, pair: Pair) -> bool:
    """Tells whether two numbers are both in figures or both not: subsection (1) is not partie I."""
    figures = [
        any(map(str.isdigit, written)) for written in (there.span.of(pair.source or ""), here.span.of(pair.target))
    ]
    return figures[0] is figures[1]


def _by_number(placeables: Iterable[Placeable]) -> dict[str, dict[str, Placeable]]:
    """Returns the references by their numbers, and by their nouns in English."""
    found: dict[str, dict[str, Placeable]] = {}
    for one in placeables:
        noun, _, number = one.value.partition(":")
        if one.kind is PlaceableKind.REFERENCE and noun not in _NEUTRAL:
            found.setdefault(number, {}).setdefault(noun, one)
    return found


@cache
def _translations(pair: LanguagePair) -> Mapping[str, frozenset[str]]:
    """Returns the nouns of the target by those of the source that they may stand for."""
    found: dict[str, set[str]] = {}
    for noun, others in pair.rows(_TABLE):
        for other in others.split():
            one, two = (other, noun) if pair.is_turned else (noun, other)
            found.setdefault(one, set()).add(two)
    return {noun: frozenset(others) for noun, others in found.items()}


@cache
def _judged(pair: LanguagePair) -> frozenset[str]:
    """Returns the nouns of the target of which the table says what they may stand for."""
    return frozenset[str]().union(*_translations(pair).values())


CHECK = SegmentCheck(
    name="references-noun",
    level=Level.WARNING,
    its_type="inconsistent-entities",
    requires=Needs(source=True, placeables=Sides.BOTH, pair=_TABLE),
    yields_to=("references-number", "numbers-order", "completeness-omission", "language-other-segment"),
    summary="A reference has the right number after the noun of another kind of thing.",
    reason=(
        "Decision 74/5 is not resolution 74/5, and table 3 is not figure 3. A noun may have several translations, of "
        "which each is let through (a rule is an article, a section of a law too); reported is one that is never one of"
        " them, where the number has one noun on each side."
    ),
    examples=(
        Example(source="See decision 74/5.", target="Voir la résolution 74/5.", flagged=("74/5",)),
        Example(source="See annex II.", target="Voir l’appendice II.", flagged=("II",)),
        Example(source="See figure 2.", target="Voir le tableau 2.", flagged=("2",)),
        Example(source="See rule 12.", target="Voir l’article 12."),
        Example(source="See section 7 of the Act.", target="Voir l’article 7 de la Loi."),
        Example(source="subject to subsection (1)", target="assujetti à la partie I"),
        Example(source="See figure 2 and table 2.", target="Voir le tableau 2 et la figure 2."),
    ),
    look=look,
)
