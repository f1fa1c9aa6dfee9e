"""Is a text that should be a translation the source again, left to be translated later?

Names, symbols, numbers, addresses and single words may be the same in both languages. A text is the source left as it
is where it has words of the source's grammar that the other language lacks, and a longer word in small letters ("Notre
Dame de Paris" has none); or is in a script of the source's alone.
"""

from __future__ import annotations

import re

from tmtool.checks.evidence.language.set_apart import SET_APART, is_citation
from tmtool.languages import writing
from tmtool.languages.identification import grammar_of, script_of, words_in
from tmtool.languages.tags import primary, same_language

_FEWEST_WORDS = 3
_FEWEST_LETTERS, _FEWEST_LETTERS_OF = 12, {"CJK": 5}
"""Letters that a text in a script of its own must have to be no name; of Chinese fewer."""
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
"""A word that is no particle of a name."""
_LETTER = re.compile(r"[^\W\d_]")


def is_untranslated(source: str, target: str, source_language: str, target_language: str) -> bool:
    """Tells whether the target is the source again, in a language that it cannot be in."""
    if not target or source.split() != target.split() or same_language(source_language, target_language):
        return False
    if is_citation(target):
        return False
    one, other = primary(source_language), primary(target_language)
    script = script_of(target)
    if script in writing.scripts(one) - writing.scripts(other) and "LATIN" not in writing.scripts(one):
        return len(_LETTER.findall(target)) >= _FEWEST_LETTERS_OF.get(script, _FEWEST_LETTERS)
    rest = SET_APART.sub(" ", target)
    words = list(words_in(rest))
    has_small = any(word[0].islower() for word in _LONG_WORD.findall(rest))
    return has_small and len(words) >= _FEWEST_WORDS and not (grammar_of(one) - grammar_of(other)).isdisjoint(words)
