"""Does a word after a colon take a capital that the source has not? (docs/un-french.md, fact 10.)"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.labels import AFTER_COLON
from tmtool.languages import language_of
from tmtool.model import Level, Span
from tmtool.model.wording import say

_SENTENCE = 12
"""Words of a text that is a sentence, whatever mark it ends in."""
_LABEL = re.compile(r"\s*[^\W\d_]+(?:\s[^\W\d_]+){0,2}\s?:\s")
"""Up to three words that a whole sentence comes after: Note : Le texte n’est pas définitif."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where the word after a colon begins with a capital, in the source with a small
    letter."""
    source = pair.source or ""
    there = [found.end() for found in AFTER_COLON.finditer(source)]
    here = [found.end() for found in AFTER_COLON.finditer(pair.target)]
    if len(there) != len(here):
        return
    small = language_of(draft.target_language).word_set("after-colon")
    for of_target, of_source in zip(here, there, strict=True):
        word = re.match(r"\w+", pair.target[of_target:])
        if _LABEL.fullmatch(pair.target, 0, of_target) and _is_sentence(pair.target[of_target:]):
            continue
        if word and word.group()[0].isupper() and word.group().lower() in small and source[of_source].islower():
            yield Flag(
                say("“{word}” has a capital after the colon, which the source has not.", word=word.group()),
                target_span=Span(of_target, of_target + word.end()),
                suggestion=word.group().lower(),
                fixable=True,
            )


def _is_sentence(text: str) -> bool:
    return text.rstrip().endswith(".") or len(text.split()) >= _SENTENCE


CHECK = SegmentCheck(
    name="typography-colon",
    level=Level.WARNING,
    its_type="locale-violation",
    requires=Needs(source=True, into="fr"),
    summary="The word after a colon begins with a capital, in the source with a small letter.",
    reason=(
        "French goes on in lower case after a colon, except with a name or a quotation, which English has with a "
        "capital too. Only small words (le, un, pour) are looked at, which are no names."
    ),
    examples=(
        Example(
            source="One thing is clear: the report is late.",
            target="Une chose est claire : Le rapport est en retard.",
            flagged=("Le",),
            repaired="Une chose est claire : le rapport est en retard.",
        ),
        Example(source="Item 1: The report", target="Point 1 : Le rapport"),
        Example(source="Item 1: the report", target="Point 1 : le rapport"),
        Example(source="Note: the text is not final.", target="Note : Le texte n’est pas définitif."),
        Example(
            source="Executive summary: this document sets out what has been done since the last session and who will "
            "report",
            target="Résumé analytique : Le présent document expose ce qui a été fait depuis la dernière session et qui "
            "fera rapport",
        ),
    ),
    look=look,
)
