"""Which translation has the one end of a scale where its source has the other, where no word links are known?

A source with words for one end only and a translation with words for the other only say the opposite: imports, exports.
What may stand for the one that is missing is enough for silence, and so is a denial before one of the two words. The
words are in ``scales.tsv`` of each language, what denies them in ``denials.tsv``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from tmtool import languages
from tmtool.checks.evidence.meaning.denials import denials_before
from tmtool.languages.alternatives import compiled
from tmtool.model import Span

TABLE = "scales.tsv"
_ENDS = (("first", "second"), ("second", "first"))
_MAYBE = "maybe "
_NEAR = 25
"""Characters before a word in which a denial turns it round: not closed, 非开放."""
_LONGEST = 1_000
"""Longer texts, in characters, have words for both ends of most scales, or for other ends in other sentences."""
_NEVER = re.compile("(?!)")


@dataclass(frozen=True, slots=True)
class Opposed:
    """An `Opposed` is a word of a source and one of its translation that are the two ends of a scale."""

    of_source: Span
    of_target: Span


@cache
def _scales(language: str) -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    """Returns the patterns of the ends of each scale of a language."""
    found: dict[str, dict[str, re.Pattern[str]]] = defaultdict(dict)
    for scale, end, words in languages.get(language).rows(TABLE):
        found[scale][end] = compiled(words)
    return found


@lru_cache(maxsize=64)
def _named(text: str, language: str) -> Mapping[tuple[str, str], Span]:
    """Returns the ends of scales that a text has, with the first place of each."""
    found = {}
    for scale, patterns in _scales(language).items():
        for end, _ in _ENDS:
            if (word := patterns[end].search(text)) is not None:
                found[scale, end] = Span(*word.span())
    return found


def opposed(source: str, target: str, there: str, here: str) -> Iterator[Opposed]:
    """Yields each scale of which a source in one language has one end only, and its translation into another only the
    other."""
    if max(len(source), len(target)) > _LONGEST:
        return
    in_source = _named(source, there)
    in_target = _named(target, here) if in_source else {}
    for scale, end in in_source:
        other = dict(_ENDS)[end]
        if (scale, other) in in_source or (scale, other) not in in_target or (scale, end) in in_target:
            continue
        if _may_be(scale, other, source, there) or _may_be(scale, end, target, here):
            continue
        of_source, of_target = in_source[scale, end], in_target[scale, other]
        if _is_denied(of_source, source, there) is _is_denied(of_target, target, here):
            yield Opposed(of_source, of_target)


def _may_be(scale: str, end: str, text: str, language: str) -> bool:
    """Tells whether a text has a word that may stand for an end of a scale."""
    return _scales(language)[scale].get(_MAYBE + end, _NEVER).search(text) is not None


def _is_denied(word: Span, text: str, language: str) -> bool:
    """Tells whether what is before a word turns it round."""
    return denials_before(language).search(text, max(0, word.start - _NEAR), word.start) is not None
