"""What does the model of forms say of the words that a rule of grammar finds wrong?

A rule that takes another word for a subject is sure of what the model would never doubt (docs/decisions/0078).
"""

from __future__ import annotations

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.words.linked import said_beside
from tmtool.languages import language_of

GRADES = (-4.0, 0.0)
"""The odds from which a finding has the next grade."""


def form_odds(flag: Flag, pair: Pair, draft: Draft) -> float:
    """Returns the logarithm of the odds that a word at the place of a flag in the translation should have another form,
    0 where nothing is known of any."""
    if flag.target_span is None:
        return 0.0
    source, links = said_beside(pair, draft, draft.source_language)
    form_odds_of = language_of(draft.target_language).form_odds
    odds = form_odds_of(pair.target, flag.target_span, draft.source_language, source, links)
    return 0.0 if odds is None else odds
