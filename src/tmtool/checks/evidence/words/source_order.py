"""Are two words of a translation neighbours in its source?

What English puts before a noun (criminal justice) belongs to it, so that the French adjective goes with that noun and
no other. Words find each other by the links of the pair.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tmtool.checks.engine.draft import Pair
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.pairs.word_links import WordLinks
from tmtool.languages.stems import Word, content
from tmtool.model import Span


def goes_before(modifier: Span, noun: Span, pair: Pair, known: LanguagePair | None) -> bool:
    """Tells whether the source has what stands for `modifier` right before what stands for `noun`, and no further noun
    after it (dynamic labour markets); the spans are the target's. False where of the pair nothing is `known`."""
    if not pair.source or known is None or known.links is None:
        return False
    of_source, of_target = content(pair.source, known.source), content(pair.target, known.target)
    modifiers, nouns = (_there(span, of_target, of_source, known.links, known.target) for span in (modifier, noun))
    if not modifiers or not nouns:
        return False
    following = {
        one.span: other.span
        for one, other in pairwise(of_source)
        if pair.source[one.span.end : other.span.start] in (" ", "-")
    }
    last = {one.span for one in nouns if one.span not in following}
    return any(following.get(one.span) in last for one in modifiers)


def _there(
    span: Span, of_target: Sequence[Word], of_source: Sequence[Word], links: WordLinks, language: str
) -> list[Word]:
    word = next((one for one in of_target if one.span.overlaps(span)), None)
    return links.counterparts(word, of_source, language) if word else []
