"""Which concepts may the texts of a draft hold, by the database or else the packaged term base?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tmtool.checks.engine.draft import Sides
from tmtool.model import Concept
from tmtool.tasks.packaged import needed_by_packaged, packaged_concepts, packaged_for_pairs
from tmtool.terminology.bodies import for_body
from tmtool.terminology.waiting import NeededWords

if TYPE_CHECKING:
    from tmtool.store.home import Home


@dataclass(frozen=True, slots=True)
class DraftTerms:
    """`DraftTerms` are the concepts that the texts of a draft may hold; `sides` are those on which the term base has
    terms, None where they are those on which these concepts have some. `in_source` are those that the source may hold,
    as the database has them whatever body uses them, None where it has none. `needed` says of a language which words
    their terms need, None where that is not known."""

    concepts: list[Concept]
    sides: Sides | None = None
    in_source: Sequence[Concept] | None = None
    needed: NeededWords | None = None


def terms_of(
    home: Home | None,
    sources: Sequence[str],
    targets: Sequence[str],
    source_language: str,
    target_language: str,
    symbol: str = "",
) -> DraftTerms:
    """Returns the concepts that the texts of both sides may hold, as the body uses them that the symbol names."""
    found = _concepts(home, sources, targets, source_language, target_language)
    return replace(found, concepts=[for_body(concept, symbol) for concept in found.concepts])


def _concepts(
    home: Home | None, sources: Sequence[str], targets: Sequence[str], source_language: str, target_language: str
) -> DraftTerms:
    if home is None or not home.concepts.any():
        some = packaged_for_pairs(sources, targets, source_language, target_language)
        return (
            DraftTerms(packaged_concepts()) if some is None else DraftTerms(some, Sides.BOTH, needed=needed_by_packaged)
        )
    in_source, in_target = home.concepts.for_both(sources, targets, source_language, target_language)
    each = {id(concept): concept for concept in (*in_source, *in_target)}
    found = {(concept.id, concept.terms): concept for concept in each.values()}
    return DraftTerms(list(found.values()), in_source=in_source)
