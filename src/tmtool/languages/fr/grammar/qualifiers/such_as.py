"""Does tel before que and a participle agree with anything before it in its sentence: l'ordre du jour, *telle* que
modifiée oralement?
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.fr.grammar.nouns.antecedents import named_before
from tmtool.languages.fr.grammar.words.reading import Word

_SUCH = {"tel": "ms", "telle": "fs", "tels": "mp", "telles": "fp"}
_QUE = frozenset({"que", "qu'"})


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each tel that agrees with nothing before, with the word before it."""
    for place in range(1, len(words) - 2):
        own = _SUCH.get(words[place].lower)
        que, participle = words[place + 1 : place + 3]
        if own is None or que.lower not in _QUE or not (que.joined and participle.joined):
            continue
        named = named_before(words, place) if participle.is_participle else frozenset()
        if named and own not in named:
            yield words[place], words[place - 1]
