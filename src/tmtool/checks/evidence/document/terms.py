"""Which terms does the source of a document have several times?

A term is two or three words of content in a row, without a conjunction between them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.languages.language import Language
from tmtool.languages.stems import Word, content
from tmtool.model import BlockKind

_SIZES = (3, 2)
"""Words of content of a term, the longest first."""
STOP = re.compile(r"[.,;:!?()\[\]«»“”\"\t/]|\s[-–—]\s")
"""Marks that neither a term nor what stands for it has inside."""
_SYMBOL = re.compile(r"/\S{0,20}\d")
"""What follows the first word of a symbol, which is no word of a term: document GOV/2027/29."""
JOINT = 8
"""Characters at most between two words of a term: " of the "."""
_FEWEST = 2
"""Segments with a term from which one may lack a word of it."""
_MOST = 40
"""A term of more segments is the subject of the document, which may be said in many ways."""
_LONGEST = 400
"""Words of content of the longest text that is looked at."""

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermPlace:
    """A `TermPlace` is a pair with a term in its source; `is_title` tells whether this has no other word of content."""

    pair: Pair
    words: tuple[Word, ...]
    is_title: bool


def repeated_terms(draft: Draft, language: Language) -> Iterator[list[TermPlace]]:
    """Yields the places of each term that enough segments have, the longest terms first."""
    joints = language.small_words.coordinating
    joining = re.compile(rf"\b(?:{joints})\b", re.IGNORECASE)
    groups: dict[int, defaultdict[Stems, list[TermPlace]]] = {size: defaultdict(list) for size in _SIZES}
    for pair in draft.pairs:
        if not pair.source or not pair.target.strip() or pair.kind is BlockKind.METADATA:
            continue
        words = content(pair.source, language.tag)
        of_symbol = [bool(_SYMBOL.match(pair.source, word.span.end)) for word in words]
        parted = [_is_parted(pair.source[one.span.end : other.span.start], joining) for one, other in pairwise(words)]
        if len(words) > _LONGEST:
            continue
        for size in _SIZES:
            seen = set()
            for start in range(len(words) - size + 1):
                term = tuple(_bare(word.span.of(pair.source)) for word in words[start : start + size])
                if (
                    term not in seen
                    and not any(parted[start : start + size - 1])
                    and not any(of_symbol[start : start + size])
                ):
                    seen.add(term)
                    is_title = len(words) == size and not any(word.span.of(pair.source).isupper() for word in words)
                    groups[size][term].append(TermPlace(pair, words[start : start + size], is_title))
    for size in _SIZES:
        yield from (places for places in groups[size].values() if _FEWEST <= len(places) <= _MOST)


def _bare(word: str) -> str:
    """Returns a word without capitals and without what a plural adds, nearly: "developing" is not "developed"."""
    return word.lower().removesuffix("s")


def _is_parted(between: str, joining: re.Pattern[str]) -> bool:
    return len(between) > JOINT or bool(STOP.search(between) or joining.search(between))
