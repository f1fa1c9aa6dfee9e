"""What does a language have of a kind in ``directions.tsv``: words between which things stand, that join them, or say
whence and whereto?"""

from __future__ import annotations

import re
from functools import cache

from tmtool import languages
from tmtool.languages.alternatives import any_of


def expression(language: str, kind: str) -> str:
    """Returns the regular expression of a kind, or one that matches nothing where the language has none."""
    return any_of(words for of, words in languages.get(language).rows("directions.tsv") if of == kind)


@cache
def pattern(language: str, kind: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Returns the pattern of a kind, or one that matches nothing where the language has none."""
    return re.compile(expression(language, kind), flags)
