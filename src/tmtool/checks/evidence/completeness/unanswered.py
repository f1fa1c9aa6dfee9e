"""Which part of a source, between two marks, has hardly a word that the translation answers?

For pairs of languages of which no more is known than words that were seen to translate each other, by their stems, as
alignment has them. Most of the words of a text are not among them, so that a part tells something only where several
are, and nothing against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tmtool.alignment.priors import dictionary
from tmtool.alignment.tokens import tokens
from tmtool.languages import language_of
from tmtool.model import Span

_MARK = re.compile(r"[，、；;،؛：。()（）]|[,.:](?!\d)")
_LEAST = 2
"""Words without counterpart that a part has at least."""
_ANSWERED = 3
"""So many words without counterpart are undone by one that has its own."""


def unanswered(source: str, target: str, languages: tuple[str, str]) -> Span | None:
    """Returns the part of the source that has most words without counterpart, taking off those that have one; None
    where there is no such part."""
    known, small = dictionary(*languages), language_of(languages[0]).function_words
    here = set(tokens(target, languages[1]))
    best, most = None, _LEAST - 1
    for part in _parts(source):
        alone = answered = 0
        for word in tokens(part.of(source), languages[0]):
            others = known.get(word)
            if word in small or (others is None and not word.isdigit()):
                continue
            if word in here or (others and not here.isdisjoint(others)):
                answered += 1
            else:
                alone += 1
        if alone - _ANSWERED * answered > most:
            best, most = part, alone - _ANSWERED * answered
    return best


def _parts(text: str) -> Iterator[Span]:
    """Yields the parts between marks, without the space around them."""
    cuts = [0, *(place for found in _MARK.finditer(text) for place in found.span()), len(text)]
    for start, end in pairwise(cuts):
        words = text[start:end]
        if words.strip() and not _MARK.fullmatch(words.strip()):
            yield Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
