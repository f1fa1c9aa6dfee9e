"""Which verbs are in a sentence, and which of its translation are their counterparts?

Shared by what compares what two verbs are said with: a modal verb, a denial.
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool import languages
from tmtool.checks.evidence.words.answers import LIKELY, answers
from tmtool.checks.evidence.words.linked import Linked
from tmtool.languages.verb_groups import VerbGroup
from tmtool.model import Span


def verbs_in(language: str, text: str, part: Span) -> list[VerbGroup]:
    """Returns the finite verbs of a part of a text."""
    return [one for one in languages.get(language).verb_groups(text) if part.holds(one.span)]


def counterparts(start: int, found: Linked) -> Iterator[int]:
    """Yields where the counterparts of the word of the source that begins at a place begin, by either kind of links; a
    word that the closer links give to another word is none: the users, ceux qui l'utilisent, is not what operates."""
    of_source, of_target = found.sides
    of_others = {
        of_target.words[link].span.start
        for word, link in zip(of_source.words, of_source.links, strict=True)
        if link is not None and word.span.start != start
    }
    for word, link in zip(of_source.words, of_source.links, strict=True):
        if word.span.start == start and link is not None:
            yield of_target.words[link].span.start
    pair = of_source.pair
    both = answers(of_source.text, of_target.text, pair, pair.translations) if pair.translations else None
    if both is not None:
        there, here = both
        for word, share, place in zip(there.words, there.answered, there.place, strict=True):
            if word.span.start == start and share >= LIKELY and here.words[place].span.start not in of_others:
                yield here.words[place].span.start
