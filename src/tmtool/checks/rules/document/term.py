"""Has a notion that the source names in the same words throughout one term throughout the translation?

Which terms the source has is told by ``evidence/document/terms.py``, what the translation has for each by
``other_renderings.py``; terms that have several ways to be said (droits humains, droits de l’homme) are in a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.other_renderings import FEWEST, Renderings
from tmtool.checks.evidence.document.phrases import Phrase
from tmtool.checks.evidence.document.rivals import is_in_a_name, rivals
from tmtool.checks.evidence.document.terms import repeated_terms
from tmtool.model import Concept, Level, Span, Term, TermStatus
from tmtool.model.wording import say

_NUMBERED = re.compile(r"\s\d")
_SURE = 4
"""Segments with a term from which another rendering is a warning."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where a term of the source has another rendering than everywhere else."""
    known = draft.language_pair
    if known is None or known.links is None or draft.source is None or draft.target is None:
        return
    told: set[tuple[int, int]] = set()
    renderings = Renderings(draft.target, known)
    for places in repeated_terms(draft, draft.source):
        found = renderings.other(places)
        if found is None or _is_preferred(found.here, found.place.pair):
            continue
        pair, words, here = found.place.pair, found.place.words, found.here
        if (pair.number, here.span.start) not in told:
            place = Span(words[0].span.start, words[-1].span.end)
            name = place.of(pair.source or "")
            if is_in_a_name(name, pair.source or "", draft.source):
                continue  # the Special Rapporteur on trafficking in persons, which has a name of its own
            if any(one.span.overlaps(place) for one in pair.source_placeables) or _NUMBERED.match(
                pair.source or "", place.end
            ):
                continue  # two years; draft regulation 35, which is a draft of one article
            told.add((pair.number, here.span.start))
            yield pair, _flag(here.span, pair, found.there.written, name, is_sure=len(places) >= _SURE)
    for rival in rivals(draft.pairs, known):
        pair = rival.pair
        if (pair.number, rival.span.start) not in told:
            yield pair, _flag(rival.span, pair, rival.there, rival.name, is_sure=rival.many >= FEWEST)


def _flag(span: Span, pair: Pair, there: str, name: str, *, is_sure: bool) -> Flag:
    """Returns the flag for the rendering of a term at a place; other places have the one `there`."""
    return Flag(
        say("“{here}” here, but “{there}” elsewhere for “{name}”.", here=span.of(pair.target), there=there, name=name),
        target_span=span,
        level=None if is_sure else Level.INFO,
    )


def _is_preferred(here: Phrase, pair: Pair) -> bool:
    """Tells whether the term base prefers what a place has for a concept that its source names: the other places have
    another name of it."""
    named = {one.concept.id for one in pair.source_terms}
    return any(
        one.span.overlaps(here.span) and one.term.status is TermStatus.PREFERRED and one.concept.id in named
        for one in pair.target_terms
    )


_SYSTEM = Concept(
    "un-system",
    (
        Term("United Nations system", "en"),
        Term("système des Nations Unies", "fr"),
        Term("organismes des Nations Unies", "fr", TermStatus.ADMITTED),
    ),
)

CHECK = DocumentCheck(
    name="document-term",
    level=Level.WARNING,
    its_type="terminology",
    requires=Needs(source=True, document=True, pair="word_links.tsv.xz"),
    yields_to=("document-title", "document-same-source", "document-name", "document-order"),
    summary="A term has another rendering at one place than everywhere else.",
    reason=(
        "A reader takes another term for another thing. Two or three words that at least three segments of the source "
        "have are compared: where all but one have the same rendering, and the one left has one that differs in a "
        "single word to which nothing else in its source answers, it is reported, and noted only where just two others "
        "agree. So is one that lacks a word of the term which another segment renders."
    ),
    examples=(
        Example(
            source="The United Nations system helps.\nHelp by the United Nations system\n"
            "Premises of the United Nations system",
            target="Les organismes des Nations Unies apportent leur aide.\nAide des organismes des Nations Unies\n"
            "Locaux du système des Nations Unies",
            concepts=(_SYSTEM,),
        ),
        Example(
            source="The United Nations system helps.\nHelp by the United Nations system\n"
            "Premises of the United Nations system",
            target="Les organismes des Nations Unies apportent leur aide.\nAide des organismes des Nations Unies\n"
            "Locaux du système des Nations Unies",
            flagged=("système des Nations Unies",),
        ),
        Example(
            source="Electronic evidence is used.\nRules on electronic evidence\nStates keep electronic evidence.",
            target="Les preuves électroniques servent.\nRègles relatives aux preuves électroniques\n"
            "Les États conservent les preuves numériques.",
            flagged=("preuves numériques",),
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
