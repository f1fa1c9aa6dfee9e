"""Which words deny, may deny, or answer to a denial in a language? They are in ``negation.tsv`` of each."""

from __future__ import annotations

import re
from functools import cache

from tmtool import languages
from tmtool.languages.alternatives import compiled


@cache
def cue(language: str, kind: str) -> re.Pattern[str]:
    """Returns the pattern of the words of a kind of ``negation.tsv``, or one that matches nothing where it has none."""
    rows = languages.get(language).rows("negation.tsv")
    return compiled("|".join(words for of, words in rows if of == kind))
