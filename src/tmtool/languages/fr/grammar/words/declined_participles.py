"""Is a word a present participle with an ending that it cannot have: visants, réduisante?

Only forms that no lexicon has are such; what is an adjective, too (tendants et aboutissants), agrees.
"""

from __future__ import annotations

import re

from tmtool.languages.fr.grammar.words.lexical_forms import form
from tmtool.languages.fr.grammar.words.reading import Word

_ENDING = re.compile(r"(?<=ant)(?:e|s|es)$")


def is_declined(word: Word) -> bool:
    """Tells whether a word is a present participle with the ending of a feminine or a plural."""
    base, found = _ENDING.subn("", word.lower)
    return bool(found) and not word.entries and form(base).is_present_participle
