"""Have the words by which two nouns are told changed places: des ingénieurs expérimentés et des techniciens qualifiés
for qualified engineers and experienced technicians?

In the source each comes right before its noun, the two alone, and a conjunction or a mark is between the pairs; in the
translation each is beside the noun of the other one, joined as a word is that tells of a noun (``joins`` in
``directions.tsv``). All four have their counterparts, so that nothing is left that could be said in another way.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from tmtool.checks.evidence.words.directions import pattern
from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.marks import END
from tmtool.checks.evidence.words.sides import Side, mutual
from tmtool.model import Span

_MOST = 12
"""Words of content of the source at most between the two: what is farther apart is not set against each other."""


def exchanged_modifiers(found: Linked) -> Iterator[tuple[Span, Span, Span]]:
    """Yields where the words that tell of two nouns have changed places: both in the translation, and the first of
    them in the source."""
    of_source, of_target = found.sides
    told = []
    for place in range(len(of_source.words) - 1):
        modifier, noun = mutual(of_source, of_target, place), mutual(of_source, of_target, place + 1)
        if modifier is None or noun is None or _is_told_by(of_target, noun, modifier):
            continue
        if not _is_joined(of_source, place) or _is_joined(of_source, place + 1):
            continue
        # What is before both must come before both here, as a verb does: seek qualified bakers.
        before = mutual(of_source, of_target, place - 1) if _is_joined(of_source, place - 1) else -1
        if before is not None and before < min(noun, modifier):
            told.append((place, modifier, noun))
    for (place, modifier, noun), (other_place, other, other_noun) in combinations(told, 2):
        if not 1 < other_place - place <= _MOST or other_noun <= noun:
            continue
        if of_source.words[place + 1].stem == of_source.words[other_place + 1].stem:
            continue  # the check looks at two things of one noun by itself
        if of_target.words[modifier].stem == of_target.words[other].stem:
            continue
        if not (_is_told_by(of_target, noun, other) and _is_told_by(of_target, other_noun, modifier)):
            continue
        between = of_source.words[place + 1].span.end, of_source.words[other_place].span.start
        if pattern(of_source.language, "joint").search(of_source.text, *between) and not END.search(
            of_source.text, *between
        ):
            first, second = sorted(of_target.words[at].span for at in (modifier, other))
            yield first, second, of_source.words[place].span


def _is_joined(side: Side, place: int) -> bool:
    """Tells whether nothing but a space or a hyphen is between a word of content and the next one: of several in a row
    nobody can say which tells of which."""
    if not 0 <= place < len(side.words) - 1:
        return False
    return side.text[side.words[place].span.end : side.words[place + 1].span.start] in (" ", "-", "\u00a0")


def _is_told_by(side: Side, noun: int, modifier: int) -> bool:
    """Tells whether a word is right after a noun of the translation, joined to it, or right before it."""
    if abs(modifier - noun) != 1:
        return False
    one, other = sorted((side.words[noun].span, side.words[modifier].span))
    between = side.text[one.end : other.start]
    return between == " " if modifier < noun else pattern(side.language, "joins").fullmatch(between) is not None
