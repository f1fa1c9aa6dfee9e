"""Has a State a former or a short name where the source has the official one? (docs/un-french.md, fact 81.)"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.pairs.concepts import LONGEST, concepts, named_in
from tmtool.model import Level
from tmtool.model.wording import say

_NAMES = "state_names.tsv"
_OFFICE = re.compile(r"(?<!\w)[A-Z]{3,}\s$")
"""The abbreviation of a body before the name of the State in which it has an office: UNICEF Iran."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a State has a former or a short name for the official one of the source."""
    source, target = pair.source or "", pair.target
    if draft.language_pair is None or max(len(source), len(target)) > LONGEST:
        return
    here, there = draft.language_pair.target, draft.language_pair.source
    pairs_of_names = concepts(draft.language_pair, _NAMES)
    for place in sorted(named_in(draft.language_pair, _NAMES, there, source)):
        official, other = pairs_of_names[place]
        named = official.cues[there].search(source)
        if named is None or official.cues[here].count(target) or other.cues[there].search(source):
            continue
        written = other.cues[here].search(target)
        if written is not None and not _OFFICE.search(target, 0, written.start):
            yield Flag(
                say(
                    "“{here}” is a former or a short name; the source has “{there}”.",
                    here=written.of(target),
                    there=named.of(source),
                ),
                target_span=written,
                source_span=named,
            )


CHECK = SegmentCheck(
    name="names-state",
    level=Level.WARNING,
    its_type="terminology",
    requires=Needs(source=True, pair=_NAMES),
    yields_to=("term-deprecated", "completeness-omission", "completeness-length", "language-other-segment"),
    summary="A State has a former or a short name where the source has its official one.",
    reason=(
        "States choose their names, and documents use them: Eswatini since 2018, Türkiye since 2022, the United "
        "Republic of Tanzania in full. Where the source itself has the former or the short name, or the translation "
        "has the official one too, nothing is reported; nor is an adjective."
    ),
    examples=(
        Example(
            source="Botswana, Eswatini and Viet Nam",
            target="le Botswana, le Swaziland et le Viet Nam",
            flagged=("Swaziland",),
        ),
        Example(source="chaired by Cabo Verde", target="présidé par le Cap-Vert", flagged=("Cap-Vert",)),
        Example(source="the office of UNICEF in the Islamic Republic of Iran", target="le bureau de l’UNICEF Iran"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
