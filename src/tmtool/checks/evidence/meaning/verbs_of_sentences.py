"""Which sentences of a text and its translation belong together, which verbs are in them, and which are counterparts?

Shared by what compares what two verbs are said with: a modal verb, a denial.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tmtool import languages
from tmtool.checks.evidence.words.answers import LIKELY, answers
from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.sentence_pairs import starts
from tmtool.languages.verb_groups import VerbGroup


@dataclass(frozen=True, slots=True)
class SentencePlaces:
    """`SentencePlaces` are where a sentence begins and ends in the source and in the translation."""

    there: tuple[int, int]
    here: tuple[int, int]


def sentence_places(source: str, target: str) -> Iterator[SentencePlaces]:
    """Yields the sentences that belong together; both texts as one where they have not as many."""
    there, here = starts(source, target)
    parts = (_parts(bounds, text) for bounds, text in ((there, source), (here, target)))
    for one, other in zip(*parts, strict=True):
        yield SentencePlaces(one, other)


def _parts(bounds: Sequence[int], text: str) -> Iterator[tuple[int, int]]:
    return zip((0, *bounds), (*bounds, len(text)), strict=True)


def verbs_in(language: str, text: str, part: tuple[int, int]) -> list[VerbGroup]:
    """Returns the finite verbs of a part of a text."""
    start, end = part
    return [one for one in languages.get(language).verb_groups(text) if start <= one.span.start < one.span.end <= end]


def counterparts(start: int, found: Linked) -> Iterator[int]:
    """Yields where the counterparts of the word of the source that begins at a place begin, by either kind of links."""
    of_source, of_target = found.sides
    for word, link in zip(of_source.words, of_source.links, strict=True):
        if word.span.start == start and link is not None:
            yield of_target.words[link].span.start
    pair = of_source.pair
    both = answers(of_source.text, of_target.text, pair, pair.translations) if pair.translations else None
    if both is not None:
        there, here = both
        for word, share, place in zip(there.words, there.answered, there.place, strict=True):
            if word.span.start == start and share >= LIKELY:
                yield here.words[place].span.start
