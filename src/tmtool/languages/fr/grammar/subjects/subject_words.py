"""Which closed words do the modules that find a subject ask for: pronouns, what comes between it and its verb?

They are in ``subject_words.tsv``.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.fr.grammar.words.reading import ALL
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
CLITICS = _WORDS["clitics"]
"""What may come between a subject and its verb."""
MANY_IN_ONE = _WORDS["many in one"]
"""Nouns in the singular that may stand for many."""
ONE_BODY = _WORDS["one body"]
"""Those of them that are one body, unless others are named right behind them: un groupe de pays."""
PRONOUNS = {word: frozenset((agreement,)) for agreement in sorted(ALL) for word in _WORDS[agreement]}
"""The pronouns of a subject, and the gender and number of each."""
ONE_BY_ONE = _WORDS["one by one"]
"""Words that take several one by one, with a verb in the singular."""
