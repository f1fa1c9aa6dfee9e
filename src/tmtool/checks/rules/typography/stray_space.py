"""Is there a space too many: doubled, before a comma or full stop, inside a bracket? (docs/un-french.md, fact 11.)"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.languages.writing import is_right_to_left
from tmtool.model import Level, Span
from tmtool.model.wording import say

_SPACE = " \u00a0\u202f"
_BRACKETS = frozenset("()[]")
_STRAY = re.compile(
    rf"(?P<doubled>(?<=\S)[{_SPACE}]{{2,}}(?=\S))"
    rf"|(?<=[^\s.,(\[«–—-])(?P<before>[{_SPACE}])(?=[,)\]]|\.(?:\s|$))"
    rf"|(?<=[(\[])(?P<after>[{_SPACE}])(?=\S)"
)


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place where there are two spaces in a row, a space before a comma or a full stop, a space inside a
    bracket."""
    text = pair.target
    for found in _STRAY.finditer(text):
        span = Span(*found.span())
        if text[span.start - 1 : span.end + 1] in ("[ ]", "( )"):  # to be filled in
            continue
        after = text[span.end]
        kept = text[span.start - 1 : span.end] if found.lastgroup == "after" else text[span.start : span.end + 1]
        if found.lastgroup != "doubled" and kept.strip() in _BRACKETS and kept in (pair.source or ""):
            continue  # as the syntax of a command has it: [ option ]
        if found.lastgroup == "doubled":
            glued = after in ",)]" or text[span.start - 1] in "(["
            kept = "" if glued else next((mark for mark in found.group() if mark != " "), " ")
            yield Flag(say("Two spaces in a row."), target_span=span, suggestion=kept, fixable=True)
        elif found.lastgroup == "before":
            yield Flag(say("A space before “{after}”.", after=after), target_span=span, suggestion="", fixable=True)
        else:
            opening = text[span.start - 1]
            if is_right_to_left(draft.target_language) and text[span.start - 2 : span.start - 1].isalpha():
                continue  # a closing bracket that a program stored as it looks
            yield Flag(
                say("A space after “{opening}”.", opening=opening), target_span=span, suggestion="", fixable=True
            )


CHECK = SegmentCheck(
    name="typography-stray-space",
    level=Level.WARNING,
    its_type="whitespace",
    summary="Two spaces in a row, a space before a comma or a full stop, a space inside a bracket.",
    reason=(
        "No house style wants these spaces, and published texts have next to none (4 in 4,000 segments): each one is "
        "what an edit left."
    ),
    examples=(
        Example(target="Le  Groupe s’est réuni.", flagged=("  ",), repaired="Le Groupe s’est réuni."),
        Example(target="Le Groupe , réuni à Vienne .", flagged=(" ", " "), repaired="Le Groupe, réuni à Vienne."),
        Example(
            target="Le Groupe ( créé en 2012 ) siège.", flagged=(" ", " "), repaired="Le Groupe (créé en 2012) siège."
        ),
        Example(target="Le point\u00a0 3.", flagged=("\u00a0 ",), repaired="Le point\u00a03."),
        Example(target="Le Groupe\u00a0: ses travaux\u00a0; « ses résultats » (2020), etc."),
        Example(target="L’émancipation - civile et politique - , sujet de la réunion"),
        Example(target="Le seuil de .5 ou le fichier .docx"),
        Example(source="REGEX( Text [ ; Flags ] )", target="REGEX( Texte [ ; Drapeaux ] )"),
        Example(target="par la suppression de « , ou par des biens »"),
    ),
    look=look,
)
