"""Has a segment lost the mark of a footnote that its source ends or has at a word: *, ¹?

Marks of notes are copied. They are told from signs of multiplication and from powers by where they are: after a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.model import Level, Span
from tmtool.model.wording import say

_MARK = re.compile(
    r"(?:(?<=[^\W\d_])[.,;:)»”\"]?\s?(?P<mark>\*{1,4}|[¹²³⁴-⁹]{1,3})|(?<=\d[.,;:)])(?P<behind>[¹²³⁴-⁹]{1,3}))"
    r"(?=$|[\s.,;:)\]»”])"
)
_EMPHASIS = re.compile(r"(?<![\w*])(?P<stars>\*{1,2})[^\s*](?:[^*\n]*[^\s*])?(?P=stars)(?!\*)")
"""What stands between two stars for its emphasis, in texts that are typed so."""
_UNIT = re.compile(r"(?<![^\W\d_])(?:[kcdm]?m|ha|s|K)[¹²³]")
"""A unit in a power, which is no mark of a note."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags the first mark of a note in the source that is nowhere in the translation."""
    source, target = pair.source or "", pair.target
    closing = {found.end() for found in _EMPHASIS.finditer(source)} if "*" in source else set[int]()
    for found in _MARK.finditer(source) if target.strip() else ():
        group = "mark" if found["mark"] else "behind"
        mark, span = found[group], Span(*found.span(group))
        if (
            span.end not in closing
            and mark[0] not in target
            and not _UNIT.search(source, max(0, span.start - 3), span.end)
        ):
            yield Flag(
                say("The source has the mark “{mark}” of a note, which is not here.", mark=mark),
                source_span=span,
                # Units of any origin often come without the notes of their documents.
                level=None if draft.is_document else Level.INFO if draft.knows_words else draft.slight,
            )
            return


CHECK = SegmentCheck(
    name="markup-note-mark",
    level=Level.WARNING,
    its_type="markup",
    requires=Needs(source=True),
    yields_to=("markup-label-lost", "completeness-length", "completeness-omission", "language-other-segment"),
    summary="The mark of a footnote is lost.",
    reason=(
        "A note without its mark is read by nobody. Stars and raised figures after a word of the source are looked for "
        "anywhere in the translation, which may have them at another word."
    ),
    examples=(
        Example(source="Provisional agenda*", target="Ordre du jour provisoire", flagged=("",)),
        Example(source="on 5 November.¹", target="le 5 novembre.", flagged=("",)),
        Example(source="on 5 November 2029.¹", target="le 5 novembre 2029.", flagged=("",)),
        Example(source="Provisional agenda*", target="Ordre du jour provisoire*"),
        Example(
            source="les éléments de chaque *liste* et de l’**index**",
            target="the members of each list and of the index",
            source_language="fr",
            target_language="en",
        ),
        Example(source="an area of 5 km²", target="une superficie de 5 kilomètres carrés"),
    ),
    look=look,
)
