"""Is a word beside the counterpart of its neighbour the opposite of what the source has there: les exportations ont
baissé for exports rose, though the imports that rise in the translation fall in the source?

Counted over a sentence nothing is missing where two opposites have changed places. Here a word is compared with the one
that has the same neighbour: the noun before a verb, the noun that hangs on a noun, the noun of an adjective.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from tmtool.checks.evidence.meaning.conjunctions import AND, OR, patterns
from tmtool.checks.evidence.meaning.denials import denials
from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.marks import MARK
from tmtool.checks.evidence.words.sides import Side, mutual
from tmtool.languages.pairs.concepts import LONGEST, Concept, named_in
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

MOVE_ALONE = frozenset({"ask"})
"""Groups of opposites of which either may come first: a questionnaire to which they replied; to receive and answer
requests, recevoir les demandes et y répondre."""
_STEPS = ((-1, -1), (1, 1), (1, -1))
"""Where the neighbour is in the source and in the translation: before a verb, after a noun, after and before an
adjective."""
_GAP = 25
"""Characters at most between a word and its neighbour."""
_AROUND = 40
"""Characters around a word in which a denial, or what else may be the reason, is looked for."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A `_Place` is where the translation may name `gained` for `lost`, in both texts."""

    lost: Concept
    gained: Concept
    of_source: Span
    of_target: Span


def exchanged_beside(table: str, found: Linked, pair: LanguagePair) -> Iterator[tuple[Span, Span]]:
    """Yields each word of the translation, and the one of the source that it is the opposite of, beside neighbours
    that are counterparts of each other."""
    of_source, of_target = found.sides
    if max(len(of_source.text), len(of_target.text)) > LONGEST:
        return
    there = named_in(pair, table, of_source.language, of_source.text)
    here = named_in(pair, table, of_target.language, of_target.text) if there else {}
    for group in sorted(there.keys() & here.keys()):
        if there[group][0].group in MOVE_ALONE:
            continue
        places = [
            place
            for lost in there[group]
            for gained in here[group]
            if gained is not lost
            for place in _beside(lost, gained, of_source, of_target)
        ]
        partners = ({one.of_source for one in places}, {one.of_target for one in places})
        for one in places:
            reasons = (
                _is_near(one.of_source, one.gained, of_source, partners[0]),
                _is_near(one.of_target, one.lost, of_target, partners[1]),
                _is_said(one.lost, of_target, partners[1]),
                _has_its_own(one, of_source, of_target, partners[0]),
                _is_denied(of_source, one.of_source),
                _is_denied(of_target, one.of_target),
                _are_joined(one, of_source, of_target),
                _is_stacked(one, of_source),
            )
            if not any(reasons):
                yield one.of_target, one.of_source


def _beside(lost: Concept, gained: Concept, of_source: Side, of_target: Side) -> Iterator[_Place]:
    for other in lost.cues[of_source.language].all_names(of_source.text):
        for name in gained.cues[of_target.language].all_names(of_target.text):
            if _have_one_neighbour(of_source, other, of_target, name):
                yield _Place(lost, gained, other, name)


def _have_one_neighbour(of_source: Side, there: Span, of_target: Side, here: Span) -> bool:
    for step, step_here in _STEPS:
        one, other = _neighbour(of_source, there, step), _neighbour(of_target, here, step_here)
        if one is not None and other is not None and mutual(of_source, of_target, one) == other:
            return True
    return False


def _neighbour(side: Side, span: Span, step: int) -> int | None:
    """Returns the place of the word of content right before or right after another one, in its clause. What
    begins with a small word has none: it says many things (six pages au plus, n'a pu)."""
    starts: Sequence[int] = [word.span.start for word in side.words]
    own, after = bisect_left(starts, span.start), bisect_left(starts, span.end)
    place = own - 1 if step < 0 else after
    if own == after or starts[own] != span.start or not 0 <= place < len(side.words):
        return None
    start, end = sorted((side.words[place].span, span))
    apart = side.text[start.end : end.start]
    return None if len(apart) > _GAP or MARK.search(apart) else place


def are_stacked(side: Side, one: Span, other: Span) -> bool:
    """Tells whether nothing but words of content is between two places, in either order: Dangerous Goods Safety
    Advisers, which has the one last that its translation has first."""
    first, second = sorted((one, other))
    between = Span(first.end, max(first.end, second.start))
    words = [word.span.of(side.text) for word in side.words if between.holds(word.span)]
    return len(words) > 0 and between.of(side.text).replace("-", " ").split() == words


def _is_near(span: Span, concept: Concept, side: Side, partners: Set[Span]) -> bool:
    """Tells whether something near a word names or excuses another one, but for words that are exchanged, too."""
    near = Span(max(0, span.start - _AROUND), span.end + _AROUND)
    cues = concept.cues[side.language]
    found = (*cues.all_names(side.text), *cues.all_excuses(side.text))
    return any(one.overlaps(near) and not any(one.overlaps(partner) for partner in partners) for one in found)


def _are_joined(place: _Place, of_source: Side, of_target: Side) -> bool:
    """Tells whether both texts join the two opposites: men and women, les femmes et les hommes."""
    both = ((of_source, place.of_source, place.gained), (of_target, place.of_target, place.lost))
    return all(
        any(_is_joined(span, one, side) for one in concept.cues[side.language].all_names(side.text))
        for side, span, concept in both
    )


def _is_stacked(place: _Place, side: Side) -> bool:
    """Tells whether the source has the word of the translation in one row of nouns with the one that is lost, perhaps
    right beside it: consumer products, produits de consommation."""
    named = place.gained.cues[side.language].all_names(side.text)
    return any(are_stacked(side, place.of_source, one) or _are_a_compound(side, place.of_source, one) for one in named)


def _are_a_compound(side: Side, one: Span, other: Span) -> bool:
    """Tells whether nothing but a space is between two places, in either order."""
    first, second = sorted((one, other))
    return first.end < second.start and not side.text[first.end : second.start].strip()


def _is_joined(one: Span, other: Span, side: Side) -> bool:
    """Tells whether nothing but a conjunction is between two places, in either order."""
    first, second = sorted((one, other))
    words = patterns(side.pair, side.language)
    return any(kind in words and words[kind].fullmatch(side.text, first.end, second.start) for kind in (AND, OR))


def _has_its_own(place: _Place, of_source: Side, of_target: Side, partners: Set[Span]) -> bool:
    """Tells whether the word of the translation is the counterpart of one that the source names the same by, but for
    words that are exchanged, too."""
    index = bisect_left(of_target.words, place.of_target.start, key=lambda word: word.span.start)
    link = mutual(of_target, of_source, index) if index < len(of_target.words) else None
    if link is None:
        return False
    named = place.gained.cues[of_source.language].all_names(of_source.text)
    word = of_source.words[link].span
    return any(one.overlaps(word) and not any(one.overlaps(partner) for partner in partners) for one in named)


def _is_said(concept: Concept, side: Side, partners: Set[Span]) -> bool:
    """Tells whether a text has a word for a concept anywhere, but for words that are exchanged, too."""
    found = concept.cues[side.language].all_names(side.text)
    return any(not any(one.overlaps(partner) for partner in partners) for one in found)


def _is_denied(side: Side, span: Span) -> bool:
    near = denials(side.language).finditer(side.text, max(0, span.start - _AROUND), span.end + _AROUND)
    return any(not span.overlaps(Span(*one.span())) for one in near)
