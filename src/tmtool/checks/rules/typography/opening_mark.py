"""Has each question and exclamation the mark that opens it, where the language has one: ¿Terminó? (docs/checks.md.)"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.model import Level, Span
from tmtool.model.wording import say

_TABLE = "opening_marks.tsv"
_WORDS_BEFORE = re.compile(r"(?:\w+\W+){0,2}\w+\W{0,2}$")
"""The last words before a mark, by which it is known again in the source."""
_REACH = 60
"""Characters before a mark in which these words are looked for."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a text where a mark ends what none opened."""
    assert draft.target is not None
    text, source = pair.target, pair.source or ""
    for mark, opening in draft.target.rows(_TABLE):
        begin = 0
        for found in re.finditer(rf"(?<=[^\s(\[/{re.escape(mark)}]){re.escape(mark)}(?![\w/=&])", text):
            opened = text.find(opening, begin, found.start()) >= 0
            begin = found.end()
            if opened or _is_other(text, found.start(), source):
                continue
            yield Flag(
                say("“{opening}” is missing before what ends in “{mark}”.", opening=opening, mark=mark),
                target_span=Span(*found.span()),
            )


def _is_other(text: str, place: int, source: str) -> bool:
    """Tells whether a mark has another before it, as in ?!, or ends words of another language that the source has
    too."""
    if text[place - 1] in "?!":
        return True
    words = _WORDS_BEFORE.search(text, max(0, place - _REACH), place)
    return words is not None and f"{words[0]}{text[place]}" in source


CHECK = SegmentCheck(
    name="typography-opening-mark",
    level=Level.WARNING,
    its_type="typographical",
    requires=Needs(feature=_TABLE),
    summary="A question or an exclamation is not opened by its mark.",
    reason=(
        "Spanish opens what it asks, so that a reader knows from where on it is asked. The mark is the first thing "
        "that somebody loses who types on another keyboard. What is quoted from another language has none."
    ),
    examples=(
        Example(target="Es posible?", target_language="es", flagged=("?",)),
        Example(target="¿Terminó? Sí! ¿Y la otra?", target_language="es", flagged=("!",)),
        Example(target="Terminó la reunión, ¿verdad? ¡Qué bien!", target_language="es"),
        Example(target="¿Quién lo dijo?!", target_language="es"),
        Example(source="“What is next?” asked she.", target="“What is next?”, preguntó.", target_language="es"),
        Example(target="Véase example.org/?q=1 y 12 (?).", target_language="es"),
    ),
    look=look,
)
