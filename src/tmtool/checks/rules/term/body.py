"""Has the body whose document this is a term of its own? Then another accepted one is out of place."""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.term.advice import best_term, counsel
from tmtool.checks.evidence.term.repair import replacement
from tmtool.model import Concept, Level, Term, TermStatus
from tmtool.model.wording import say
from tmtool.terminology.bodies import is_of


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where the body whose document this is prefers another term."""
    mentions = {one.concept.id: one for one in reversed(pair.source_terms)}
    for occurrence in pair.target_terms:
        mention = mentions.get(occurrence.concept.id)
        best = best_term(occurrence.concept, draft)
        if mention is None or best is None or best.text == occurrence.term.text or not occurrence.term.status.accepted:
            continue
        body = next((body for body in best.bodies if is_of(body, draft.symbol)), "")
        if not body or any(
            other.concept.id == occurrence.concept.id and other.term.text == best.text for other in pair.target_terms
        ):
            continue
        right = replacement(occurrence, best, pair, draft)
        yield Flag(
            say(
                "“{here}” is not how {body} says {counsel}",
                here=occurrence.span.of(pair.target),
                body=body,
                counsel=counsel(mention, pair, draft),
            ),
            target_span=right.span,
            source_span=mention.span,
            suggestion=right.text,
            fixable=right.certain,
        )


_OFFICIAL = Concept(
    "public-official",
    (
        Term("public official", "en"),
        Term("agent public", "fr"),
        Term("fonctionnaire", "fr", TermStatus.ADMITTED, bodies=("E/CN.15",)),
    ),
)

CHECK = SegmentCheck(
    name="term-body",
    level=Level.WARNING,
    its_type="terminology",
    requires=Needs(source=True, terms=Sides.BOTH, symbol=True),
    yields_to=("term-deprecated",),
    summary="The body whose document this is prefers another term.",
    reason=(
        "Bodies have their own words for the same thing, and keep to them. Which body prefers a term is in the "
        "term base (column ``fr_body`` or ``fr_admitted_body``), by its name or by how its symbols begin; whose "
        "document it is, its symbol says. Without a symbol nothing is reported."
    ),
    examples=(
        Example(
            source="A public official was tried.",
            target="Un agent public a été jugé.",
            flagged=("agent public",),
            concepts=(_OFFICIAL,),
            symbol="E/CN.15/2027/4",
        ),
        Example(
            source="A public official was tried.",
            target="Un fonctionnaire a été jugé.",
            concepts=(_OFFICIAL,),
            symbol="E/CN.15/2027/4",
        ),
        Example(
            source="A public official was tried.",
            target="Un agent public a été jugé.",
            concepts=(_OFFICIAL,),
            symbol="CTOC/COP/2027/4",
        ),
        Example(source="A public official was tried.", target="Un agent public a été jugé.", concepts=(_OFFICIAL,)),
    ),
    look=look,
)
