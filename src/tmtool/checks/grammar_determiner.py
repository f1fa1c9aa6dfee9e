"""Do determiner and noun agree in gender and number: la document, les directive? From the lexicon."""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.check import Example, SegmentCheck, Spot
from tmtool.checks.draft import Draft, Pair
from tmtool.checks.french_reading import Word, reading
from tmtool.checks.noun_groups import Group, groups
from tmtool.checks.same_text import quoted_spans
from tmtool.model import Level, Span


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    text = pair.target
    words = reading(text)
    quoted = quoted_spans(text, pair.source or "")
    for group in groups(words):
        if group.agreed or any(group.noun.span.overlaps(span) for span in quoted):
            continue
        if _stands_before_another_noun(words, group):
            continue
        span = Span(group.determiner.span.start, group.noun.span.end)
        what = "gender" if {one[1] for one in group.wanted} & {one[1] for one in group.possible} else "number"
        yield Spot(f"“{span.of(text)}” does not agree in {what}.", target_span=span)


def _stands_before_another_noun(words: tuple[Word, ...], group: Group) -> bool:
    """True for an adjective before a noun that agrees with the determiner: "les dit articles" is left to others."""
    place = group.start + 2
    if place >= len(words) or "N" in group.noun.categories:
        return False
    return words[place].joined and bool(words[place].agreement() & group.wanted) and group.noun.is_participle


CHECK = SegmentCheck(
    name="grammar-determiner",
    level=Level.WARNING,
    its_type="grammar",
    target_language="fr",
    yields_to=("grammar-contraction", "spelling-homophone"),
    summary="A determiner and the noun behind it differ in gender or number.",
    reason=(
        "A slip that stays when a noun is exchanged for another. Reported only where no reading of the "
        "two words agrees; "
        "le, la, les and leur before what may be a verb are left alone, and so are names and words of the source."
    ),
    examples=(
        Example(target="Il a examiné la document.", flagged=("la document",)),
        Example(target="Les directive sont claires.", flagged=("Les directive",)),
        Example(target="dans le réunion", flagged=("le réunion",)),
        Example(target="Une rapport de deux page", flagged=("Une rapport", "deux page")),
        Example(target="Le rapport, la réunion, les directives, des pays, un avis, cet État, leur appui"),
        Example(target="Il la présente et les examine. La plupart le peuvent."),
        Example(target="Le ou les auteurs, les plus grands, la moins chère, une fois le point examiné"),
    ),
    look=look,
)
