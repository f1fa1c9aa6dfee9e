"""Which adjective or participle has no excuse, since nothing that could agree with it is near, and the model is as good
as sure: la Journée mondiale des zones *humide*?

Somewhere in a paragraph there nearly always is a word that would agree, so that this alone excuses too much. The closed
words are in ``inexcusable.tsv``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

from tmtool.languages.fr.grammar.contexts.alternatives import tags
from tmtool.languages.fr.grammar.contexts.around import AGREEING, ENDS, NOUN, agreement
from tmtool.languages.fr.grammar.contexts.tokens import Token
from tmtool.languages.tables import word_sets

_BEHIND, _BEFORE = 8, 5
"""The words behind it with which it may agree, and those before it in which an auxiliary may be."""
_AFTER_NOUN = (["de"], ["d'"])
"""What shows that a noun hangs on the one before it: installations de réception."""
_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))


def is_inexcusable(words: Sequence[Token], place: int) -> bool:
    """Tells whether no noun soon after a word in its clause agrees with it (juge injustifiés 14 emplois), nor the noun
    right before it or that on which this one hangs (les installations de réception portuaires), and it agrees neither
    with an object nor with one who is not named (la possibilité d’être entendues), nor is apposed or spoken
    of."""
    before = [word.text for word in words[max(0, place - _BEFORE) : place]]
    if not before or before[-1] in _WORDS["right before"] or words[place].text in _WORDS["alone"]:
        return False
    if not _WORDS["deciding"].isdisjoint(before) or any("V:G" in tag for tag in tags(words[place].text)):
        return False
    wanted = agreement(words[place].text, AGREEING)
    hangs_on = before[-3:-2] if before[-2:-1] in _AFTER_NOUN else []
    behind = [word.text for word in takewhile(_goes_on, words[place + 1 : place + 1 + _BEHIND])]
    return all(wanted.isdisjoint(agreement(noun, NOUN)) for noun in (before[-1], *hangs_on, *behind))


def _goes_on(word: Token) -> bool:
    return word.text not in ENDS
