"""Does tel before que and a participle, or celui after notamment, agree with anything before it in its sentence:
l'ordre du jour, *telle* que modifiée oralement; les pays, notamment *celles* du Sud?
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.fr.grammar.nouns.antecedents import named_before
from tmtool.languages.fr.grammar.words.reading import Word

_SUCH = {"tel": "ms", "telle": "fs", "tels": "mp", "telles": "fp"}
_POINTING = {"celui": "ms", "celle": "fs", "ceux": "mp", "celles": "fp"}
_AMONG = frozenset({"notamment", "particulièrement", "surtout"})
_GOING_ON = frozenset({"de", "d'", "du", "des", "qui", "que", "qu'"})
_QUE = frozenset({"que", "qu'"})


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields each tel that agrees with nothing before, with the word before it."""
    for place in range(1, len(words) - 2):
        if place > 1 and words[place].lower in _POINTING and words[place - 1].lower in _AMONG and words[place].joined:
            named = named_before(words, place - 1)
            if named and _POINTING[words[place].lower] not in named and words[place + 1].lower in _GOING_ON:
                yield words[place], words[place - 1]
        own = _SUCH.get(words[place].lower)
        que, participle = words[place + 1 : place + 3]
        if own is None or que.lower not in _QUE or not (que.joined and participle.joined):
            continue
        named = named_before(words, place) if participle.is_participle else frozenset()
        if named and own not in named:
            yield words[place], words[place - 1]
