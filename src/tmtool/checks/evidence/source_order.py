"""Do two words of a French translation stand side by side in its English source?

What English puts before a noun (criminal justice) belongs to it, so that the French adjective goes with that noun and
no other. Words find each other as word_links.py says.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tmtool.checks.engine.draft import Pair
from tmtool.checks.evidence.word_links import Word, content, counterparts
from tmtool.model import Span


def goes_before(modifier: Span, noun: Span, pair: Pair) -> bool:
    """True if the source has what stands for `modifier` right before what stands for `noun`, and no further noun behind
    (dynamic labour markets); the spans are the target's."""
    if not pair.source:
        return False
    theirs = content(pair.source, "en")
    ours = content(pair.target, "fr")
    modifiers, nouns = _there(modifier, ours, theirs), _there(noun, ours, theirs)
    if not modifiers or not nouns:
        return False
    following = {
        one.span: other.span
        for one, other in pairwise(theirs)
        if pair.source[one.span.end : other.span.start] in (" ", "-")
    }
    last = {one.span for one in nouns if one.span not in following}
    return any(following.get(one.span) in last for one in modifiers)


def _there(span: Span, ours: Sequence[Word], theirs: Sequence[Word]) -> list[Word]:
    word = next((one for one in ours if one.span.overlaps(span)), None)
    return counterparts(word, theirs, "fr", "en") if word else []
