"""Do participles of which the subject is a mere figure, one after another in a sentence, agree: que 7 soient reportées
et que 5 soient *écartés*?

The figures count the same things, so that no noun has to be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.languages.fr.grammar.predicates.being import auxiliary_at
from tmtool.languages.fr.grammar.predicates.compound_verbs import after_adverbs, is_only_participle
from tmtool.languages.fr.grammar.predicates.participle_disagreement import Disagreement
from tmtool.languages.fr.grammar.words.reading import PLURAL, QUE, Word

_FIGURE = re.compile(r"[,;]?[ \u00a0\u202f]\d+[ \u00a0\u202f]")
_OPENING = QUE | {"et", "dont", "mais", "ou"}
_THEM = ("d'", "entre")
_SEVERAL = 2
"""Figures of a series at least."""
_ENDS = (".", ":", "?", "!")


def disagreements(words: tuple[Word, ...]) -> Iterator[Disagreement]:
    """Yields each participle that does not agree with the one of the figure before it in the sentence."""
    if sum(_FIGURE.fullmatch(word.before) is not None for word in words) < _SEVERAL:
        return
    last: int | None = None
    for place in range(1, len(words) - 1):
        if any(mark in words[place].before for mark in _ENDS):
            last = None
        auxiliary = auxiliary_at(words, place)
        if auxiliary is None or auxiliary.number != "p":
            continue
        at = after_adverbs(words, place + 1)
        joined = all(word.joined for word in words[auxiliary.verb + 1 : at + 1])
        if not joined or not is_only_participle(words[at]) or not words[at].agreement() <= PLURAL:
            continue
        if not _is_counted(words, auxiliary.verb):
            last = None
            continue
        if last is not None and _names_others(words, last, auxiliary.verb):
            last = None
        if last is not None and not words[last].agreement() & words[at].agreement():
            yield Disagreement(words[auxiliary.verb], words[at])
        last = at


def _names_others(words: tuple[Word, ...], last: int, verb: int) -> bool:
    """Tells whether other things may be counted after a place: by a figure before a noun, dont or a new clause."""
    between = words[last + 1 : verb]
    if any(word.lower == "dont" or ";" in word.before for word in words[last + 1 : verb + 1]):
        return True
    return any(word.before.strip(" \u00a0\u202f,")[-1:].isdigit() and "N" in word.categories for word in between)


def _is_counted(words: tuple[Word, ...], verb: int) -> bool:
    """Tells whether a figure alone, or one with d'entre eux, is the subject of a verb."""
    if words[verb - 1].lower in ("elles", "eux") and words[verb].joined and verb > 2:
        of = words[verb - 3 : verb - 1]
        return tuple(word.lower for word in of) == _THEM and _FIGURE.fullmatch(of[0].before) is not None
    if _FIGURE.fullmatch(words[verb].before) is None:
        return False
    return words[verb].before[0] in ",;" or words[verb - 1].lower in _OPENING
