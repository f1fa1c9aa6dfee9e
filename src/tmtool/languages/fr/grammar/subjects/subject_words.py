"""Which closed words do the modules that find a subject ask for: pronouns, what comes between it and its verb?

They are in ``subject_words.tsv``.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.fr.grammar.words.reading import ALL
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
CLITICS = _WORDS["clitics"]
"""Pronouns and ne between a subject and its verb."""
MANY_IN_ONE = _WORDS["many in one"]
"""Nouns in the singular that may stand for many."""
ONE_BODY = _WORDS["one body"]
"""Nouns that are one where no plural hangs on them: not un groupe de pays."""
PRONOUNS = {word: frozenset((agreement,)) for agreement in sorted(ALL) for word in _WORDS[agreement]}
"""The pronouns of a subject, and the gender and number of each."""
ONE_BY_ONE = _WORDS["one by one"]
"""Determiners of which two make no plural: chaque femme et chaque fille peut."""
