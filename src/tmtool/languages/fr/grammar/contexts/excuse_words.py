"""Which words excuse a form that is unlikely to a model, and how far from it are they looked for?

The closed words are in ``excuse_words.tsv``.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.tables import word_sets

WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
DETERMINERS = WORDS["determiners"] | WORDS["further determiners"]
BEFORE = 12
"""The words before a verb in which its subject may say a share."""
NEAR = 4
"""The words before a participle in which its auxiliary may be."""
FAR = 24
"""The words before a verb in which a word such as quarantaine may be its subject."""
SEVERAL = 8
"""The words before a plural in which a conjunction may join the nouns that it goes with."""
BOTH = 3
"""Words before an adjective that goes with two nouns: both, and what joins them."""
