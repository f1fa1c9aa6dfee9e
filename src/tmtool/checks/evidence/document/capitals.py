"""Which word has other capitals in one sentence of a document than in all others, though its source has the same?

Looked at are words after the definite article, without another joined to them: what somebody is to be elected (du
président ou de la présidente), or each party has, may be said in small letters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import content
from tmtool.model import Span

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_INSIDE = re.compile(
    r"(?:(?P<before>(?<![^\W\d_])[^\W\d_]+[ ’'])|(?:^|(?<=\t))(?=\w+-))(?P<word>[^\W\d_]{4,}(?:-[^\W\d_]+)*)"
)
"""A word inside a sentence with the one before it; one of two parts at the beginning, too, for its second tells."""
_FEWEST = 2
"""Other segments that have a word in the usual capitals."""


@dataclass(frozen=True, slots=True)
class Varied:
    """A `Varied` is a word in other capitals than in the `many` other segments that have it, where it is `there`."""

    pair: Pair
    span: Span
    there: str
    many: int


def varied_capitals(draft: Draft) -> Iterator[Varied]:
    """Yields the words that one segment alone has in other capitals than all others inside their sentences."""
    known = draft.language_pair
    if known is None or known.links is None or draft.target is None:
        return
    or_another = re.compile(rf"\s(?:{draft.target.small_words.coordinating})\s")
    definite = draft.target.word_set("definite") | draft.target.word_set("definite-plural")
    forms: defaultdict[str, defaultdict[str, dict[int, Span]]] = defaultdict(lambda: defaultdict(dict))
    for place, pair in enumerate(draft.pairs):
        if pair.source and not pair.target.isupper():
            for found in _INSIDE.finditer(pair.target):
                before = (found["before"] or "").lower().replace("’", "'").strip()
                is_one_of_two = or_another.match(pair.target, found.end()) is not None
                if not found["word"].isupper() and not is_one_of_two and (not before or before in definite):
                    forms[found["word"].lower()][found["word"]].setdefault(place, Span(*found.span("word")))
    for of_word in forms.values():
        if len(of_word) != 2:
            continue
        (odd, odd_places), (usual, usual_places) = sorted(of_word.items(), key=lambda item: len(item[1]))
        if odd[0].isupper() and not usual[0].isupper():
            continue  # A name may have the word, too.
        if len(odd_places) != 1 or len(usual_places) < _FEWEST or not odd_places.keys().isdisjoint(usual_places):
            continue
        [(place, span)] = odd_places.items()
        sources = [draft.pairs[one].source or "" for one in usual_places]
        if _have_one_word(sources, draft.pairs[place].source or "", usual, known):
            yield Varied(draft.pairs[place], span, usual, len(usual_places))


def _have_one_word(sources: list[str], own: str, usual: str, known: LanguagePair) -> bool:
    """Tells whether all sources, and that of the odd place, have a word to which the translation's answers, with its
    capital or without it as the usual form has it, and no longer name that it belongs to."""
    assert known.links is not None
    common = set(_WORD.findall(own)).intersection(*(_WORD.findall(source) for source in sources))
    answering = content(usual, known.target)
    return any(
        word[0].isupper() == usual[0].isupper()
        and word.swapcase()[0] + word[1:] not in _WORD.findall(own)
        and not all(known.links.alone(content(word, known.source), answering, known.source) or [True])
        and all(_is_alone(word, source) for source in (own, *sources))
        for word in common
    )


def _is_alone(word: str, source: str) -> bool:
    """Tells whether a word is nowhere in a text part of a longer name: the Committee, not the Standing Committee on
    Rivers."""
    in_name = rf"[a-z] [A-Z][\w-]* {word}\b|\b{word} (?:[a-z]{{2,4}} ){{0,2}}[A-Z]"
    return re.search(in_name, source) is None
