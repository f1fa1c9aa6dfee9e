"""Do both sides say by when something had come about: was exhausted by 4 May, était épuisé dès le 4 mai?

What is to be done by a day is not done from that day on; of what is past both say the same. ``bounds.tsv`` of a
language has the words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tmtool import languages
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.values.bounded import Bounded
from tmtool.checks.evidence.values.bounding import TABLE
from tmtool.checks.evidence.values.denied_bounds import sentence_of
from tmtool.languages.alternatives import NEVER
from tmtool.languages.language import Language

_AS_EARLY_AS, _COME_ABOUT, _TO_BE_DONE = "as-early-as", "come-about", "to-be-done"


def had_come_about(one: Bounded, others: Sequence[Bounded], pair: Pair, draft: Draft) -> bool:
    """Tells whether a bound of the translation and one of its counterparts both go with something past."""
    assert draft.source is not None and draft.target is not None
    return _is_past(one, pair.target, draft.target) and any(
        _is_past(other, pair.source or "", draft.source) for other in others
    )


def _is_past(one: Bounded, text: str, language: Language) -> bool:
    """Tells whether by or as early as bounds a day and goes with a verb for what has come about: with one before it in
    its sentence, or after it where the day opens the sentence."""
    early, past, to_do = _in_past(language.tag)
    start, end = sentence_of(one, text)
    if not early.match(text, one.span.start):
        return False
    opens = not text[start : one.span.start].strip()
    clause = text[one.span.end : end] if opens else text[start : one.span.start]
    return past.search(clause) is not None and to_do.search(clause) is None


@cache
def _in_past(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Returns the patterns of the words that say as early as or by, of the verbs of what has come about, and of the
    words for what is still to be done."""
    rows = languages.get(language).rows(TABLE)

    def of(place: str) -> re.Pattern[str]:
        words = "|".join(words for _, at, words in rows if at == place) or NEVER
        return re.compile(rf"\b(?:{words})", re.IGNORECASE)

    return of(_AS_EARLY_AS), of(_COME_ABOUT), of(_TO_BE_DONE)
