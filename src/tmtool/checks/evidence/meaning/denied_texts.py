"""Which text denies something where no word of its translation could do so, where no word links are known?

What may stand for a denial is taken in the widest sense (a prefix, a verb such as refuse) and looked for anywhere, so
that a translation without anything of the kind says the opposite. The words are in ``negation.tsv`` of each language.
"""

from __future__ import annotations

import re

from tmtool.alignment.tokens import TokenKind, kind_of, tokens
from tmtool.alignment.translations import translations
from tmtool.languages import language_of, letters
from tmtool.languages.denial_cues import cue
from tmtool.model import Span

_SHORTEST = 25
"""Shorter texts, as sizes, are headings and cells, which choose their words freely."""
_REACH, _MOST = 60, 0.6
"""Characters before and after a denial that tell what is denied, and the share of the words of its clause that the
other text says where the word after the denial, which tells it best, is not among them."""
CLAUSE = re.compile(r"[.,;:!?()،؛؟，。；：！？、]")
ANSWERS = ("denial", "answer", "may deny", "may deny elsewhere", "limit", "prefix")


def lost_in_text(source: str, target: str, there: str, here: str) -> Span | None:
    """Returns the first denial of a source in one language whose translation into another has nothing that may deny;
    None where there is none, or where it is one of those that go unsaid."""
    if letters.size(source) < _SHORTEST:
        return None
    found = cue(there, "denial").search(source)
    if found is None or cue(there, "idle").search(source):
        return None
    if any(cue(here, kind).search(target) for kind in ANSWERS):
        return None
    return Span(*found.span())


def is_said_there(denial: Span, text: str, other: str, here: str, there: str) -> bool:
    """Tells whether the other text has what a denial of a text denies, by the tables that alignment has of the two
    languages, so that a denial was put before it: what follows next, or most of the clause. Where it is neither, the
    other text says the same by another word: oppose for do not support."""
    first, last = max(0, denial.start - _REACH), min(denial.end + _REACH, len(text))
    start = max([mark.end() for mark in CLAUSE.finditer(text, first, denial.start)], default=first)
    mark = CLAUSE.search(text, denial.end, last)
    denied = _words(text[denial.end : mark.start() if mark else last], here)
    clause = [*_words(text[start : denial.start], here), *denied]
    others = set(_words(other, there))
    known = translations(clause, others, here, there)
    said = [word for word in clause if word in others or not others.isdisjoint(known.get(word, ()))]
    return len(said) >= max(1, _MOST * len(clause)) or not set(said).isdisjoint(denied[:1])


def _words(text: str, language: str) -> list[str]:
    small = language_of(language).function_words
    return [word for word in tokens(text, language) if kind_of(word) is TokenKind.WORD and word not in small]
