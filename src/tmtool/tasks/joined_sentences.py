"""Joins the sentences of a paragraph that end elsewhere in its translation, so that they are checked as one text.

Alignment goes by words and lengths, and pairs a sentence with the one that has most of it. A good translator may say a
part of it in the sentence before, or all of it: then a number seems to be lost in one pair and added in the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tmtool.checks.engine.moved_values import moves
from tmtool.checks.evidence.words.answers import Answers, answers
from tmtool.checks.evidence.words.rendered import rendered
from tmtool.languages import language_of
from tmtool.languages.pairs import get as pair_of
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Bead, BlockKind, Document
from tmtool.tasks.bead_sides import segments_of, text_of

_FARTHEST = 2
"""Sentences from one to the other of those that are joined."""

_SHARE = 0.5
"""The share of its words that must have counterparts in another sentence for one to be said there: of 38 sentences that
were taken out of right translations chance words joined nine to another one without it, three with it."""
_FEWEST = 2
"""Words of it that must have a rendering there, where less than half of them have a counterpart by probabilities."""

Texts = tuple[str, str]
"""What a bead has on both sides."""


def joined(beads: Sequence[Bead], source: Document, target: Document) -> list[Bead]:
    """Returns the beads, those of a paragraph as one between which a value has moved, or of which one has no
    counterpart and is said in another."""
    known = pair_of(source.language, target.language)
    there, here = language_of(source.language), language_of(target.language)
    found: list[Bead] = []
    for run in _paragraphs(beads, source, target):
        if len(run) == 1:
            found += run
            continue
        texts = [(text_of(segments_of(bead.source, source)), text_of(segments_of(bead.target, target))) for bead in run]
        links = moves([there.placeables(one) for one, _ in texts], [here.placeables(other) for _, other in texts])
        if known is not None and not all(one and other for one, other in texts):
            links |= set(_said_elsewhere(texts, known))
        found += _one_a_range(run, links)
    return found


def _paragraphs(beads: Iterable[Bead], source: Document, target: Document) -> Iterator[list[Bead]]:
    """Yields the beads that follow one another in one paragraph of both texts together, all others alone."""
    run: list[Bead] = []
    blocks: tuple[set[int], set[int]] = set(), set()
    for bead in beads:
        sides = segments_of(bead.source, source), segments_of(bead.target, target)
        its = {one.block for one in sides[0]}, {one.block for one in sides[1]}
        together = blocks[0] | its[0], blocks[1] | its[1]
        is_of_it = all(one.kind is BlockKind.PARAGRAPH for side in sides for one in side)
        if run and is_of_it and max(map(len, together)) == 1:
            run.append(bead)
            blocks = together
        else:
            if run:
                yield run
            run, blocks = [bead], its
    if run:
        yield run


def _said_elsewhere(texts: Sequence[Texts], known: LanguagePair) -> Iterator[tuple[int, int]]:
    """Yields for each text without counterpart its place and that of the pair near it which has most words that answer
    to its words and to nothing else; nothing for one that no pair has such words for."""
    for place, lone in enumerate(texts):
        if not all(lone):
            near = range(max(0, place - _FARTHEST), min(len(texts), place + _FARTHEST + 1))
            many, best = max((_answering(lone, texts[other], known), -other) for other in near)
            if many:
                yield place, -best


def _answering(lone: Texts, other: Texts, known: LanguagePair) -> int:
    """Returns how many words of the other pair answer to words of a text without counterpart, and to nothing else; 0
    where less than half of the words of that text have a counterpart there."""
    there, here = other
    table = known.translations
    own = answers(there, here, known, table) if table else None
    both = answers(lone[0] or there, lone[1] or here, known, table) if table else None
    if own is None or both is None:
        return 0
    at = 0 if lone[0] else 1
    linked = [place for place, alone in zip(both[at].place, both[at].alone, strict=True) if not alone]
    if len(linked) >= _SHARE * len(both[at].words):
        return sum(own[1 - at].alone[place] for place in set(linked))
    return _rendering(lone, own, known)


def _rendering(lone: Texts, own: tuple[Answers, Answers], known: LanguagePair) -> int:
    """Returns how many words of a text without counterpart have a rendering that is written down among the words of
    another pair that answer to nothing; 0 where they are not two, and half of its words."""
    both = rendered(lone[0] or own[0].unanswered, lone[1] or own[1].unanswered, known)
    if both is None:
        return 0
    told = both[0 if lone[0] else 1].has_rendering
    return sum(told) if sum(told) >= max(_FEWEST, _SHARE * len(told)) else 0


def _one_a_range(run: Sequence[Bead], links: Iterable[tuple[int, int]]) -> list[Bead]:
    """Returns the beads of a paragraph, those from one to another that is linked with it as one."""
    ends = list(range(len(run)))
    for one, other in links:
        if abs(one - other) <= _FARTHEST:
            ends[min(one, other)] = max(ends[min(one, other)], one, other)
    found: list[Bead] = []
    last = -1
    for place, bead in enumerate(run):
        found.append(_as_one(found.pop(), bead) if place <= last else bead)
        last = max(last, ends[place])
    return found


def _as_one(bead: Bead, other: Bead) -> Bead:
    source, target = sorted((*bead.source, *other.source)), sorted((*bead.target, *other.target))
    return Bead(tuple(source), tuple(target), min(bead.confidence, other.confidence))
