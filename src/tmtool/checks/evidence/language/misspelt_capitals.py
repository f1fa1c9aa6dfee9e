"""Which word was meant by one all in capitals, as in a heading, that the lexicon does not know: PROGRAMME DE TRAVALI?

Most such words are abbreviations or names: only one among words in capitals that the lexicon knows is taken for a slip,
or one that the document has right elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Protocol

from tmtool.checks.engine.draft import Draft
from tmtool.checks.evidence.language.spelling_correction import Corrections
from tmtool.languages.letters import fold
from tmtool.languages.slips import is_one_slip

_CAPITALS = re.compile(r"[^\W\d_]+")
_SHORTEST = 5
"""Letters of a word in capitals that may be a slip."""
_SHORTEST_KNOWN = 2
_SHORTEST_RIGHT = 4
"""Letters of a word that another heading has right, next to the same word."""
_SHORTEST_ALONE = 6
"""Letters of one that is all of its heading, or of its cell: shorter ones are abbreviations, PNUD beside PNUE."""


class _Word(Protocol):
    """A `_Word` is a word as it is written and in lower case, with what the lexicon knows of it."""

    @property
    def text(self) -> str:
        """Returns the word as it is written."""

    @property
    def lower(self) -> str:
        """Returns the word in lower case."""

    @property
    def entries(self) -> Sequence[object]:
        """Returns the readings of the lexicon, none for an unknown word."""


def meant_in_capitals(
    words: Sequence[_Word], place: int, corrections: Corrections, foreign: Collection[str], draft: Draft
) -> str | None:
    """Returns the word, in capitals, that one in capitals was meant to be; None where it may be a name or an
    abbreviation, or has lost an accent only."""
    word = words[place]
    if not word.text.isupper() or word.lower in foreign:
        return None
    best = corrections.of(word.lower) if len(word.text) >= _SHORTEST else None
    if best is None or fold(best) == fold(word.lower):
        return _beside_the_same(words, place, draft)
    around = [words[other] for other in (place - 1, place + 1) if 0 <= other < len(words)]
    known = any(
        one.text.isupper() and len(one.text) >= _SHORTEST_KNOWN and one.entries and one.lower not in foreign
        for one in around
    )
    right = best.upper()
    elsewhere = re.compile(rf"(?<!\w){right}(?!\w)")
    return right if known or any(elsewhere.search(other.target) for other in draft.pairs) else None


def _beside_the_same(words: Sequence[_Word], place: int, draft: Draft) -> str | None:
    """Returns the word in capitals, a slip away, that another heading of a document has next to the same word: ODRE DU
    JOUR, ORDRE DU JOUR; None where another text has the doubtful one, too."""
    word = words[place]
    if not draft.is_document or not all(one.text.isupper() for one in words):
        return None
    targets = [other.target for other in draft.pairs]
    if sum(word.text in target for target in targets) > 1:
        return None
    before = words[place - 1].text if place else None
    after = words[place + 1].text if place + 1 < len(words) else None
    found = set()
    for target in targets:
        if not target.isupper():
            continue
        run = _CAPITALS.findall(target)
        for at, one in enumerate(run):
            beside = (before is not None and at > 0 and run[at - 1] == before) or (
                after is not None and at + 1 < len(run) and run[at + 1] == after
            )
            alone = before is None and after is None and len(one) >= _SHORTEST_ALONE
            if len(one) >= _SHORTEST_RIGHT and one != word.text and (beside or alone) and is_one_slip(one, word.text):
                found.add(one)
    return next(iter(found)) if len(found) == 1 else None
