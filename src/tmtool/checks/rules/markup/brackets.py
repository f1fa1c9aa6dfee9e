"""Has every bracket of the translation its partner? (docs/un-french.md, sections 12 and 15: markup.)"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.partners import without_partner
from tmtool.model import Level, Span
from tmtool.model.wording import say

BRACKETS = {"(": ")", "[": "]", "（": "）", "【": "】", "《": "》", "「": "」"}
"""With those of Chinese and Japanese, and their marks of titles and quotations."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a round or square bracket has no partner."""
    alone = without_partner(pair.target, BRACKETS, language=draft.target_language)
    if alone and pair.source and without_partner(pair.source, BRACKETS, language=draft.source_language):
        return
    if _is_crossed(alone, pair.target):
        span = alone[-1]
        yield Flag(
            say(
                "The brackets “{one}” and “{here}” cross others.",
                one=alone[0].of(pair.target),
                here=span.of(pair.target),
            ),
            target_span=span,
        )
        return
    if len(alone) == 1 and _goes_on(alone[0], pair, draft):
        return
    for span in alone:
        mark = span.of(pair.target)
        message = (
            say("The bracket “{mark}” is never closed.", mark=mark)
            if mark in BRACKETS
            else say("The bracket “{mark}” closes nothing.", mark=mark)
        )
        yield Flag(message, target_span=span)


def _goes_on(span: Span, pair: Pair, draft: Draft) -> bool:
    """Tells whether the segment before or after has the partner of a bracket: the text was parted inside the two."""
    mark = span.of(pair.target)
    opens = mark in BRACKETS
    place = next((place for place, other in enumerate(draft.pairs) if other is pair), 0)
    near = draft.pairs[place + 1 : place + 2] if opens else draft.pairs[max(0, place - 1) : place]
    for other in near:
        ends = without_partner(other.target, BRACKETS, language=draft.target_language)
        if len(ends) == 1 and other.kind is pair.kind:
            first, last = (mark, ends[0].of(other.target)) if opens else (ends[0].of(other.target), mark)
            return BRACKETS.get(first) == last
    return False


def _is_crossed(alone: Sequence[Span], text: str) -> bool:
    """Tells whether these are the partners of a pair of which each is on the other side of another bracket: ([en
    particulier)]."""
    return len(alone) == 2 and BRACKETS.get(alone[0].of(text)) == alone[1].of(text)


CHECK = SegmentCheck(
    name="markup-brackets",
    level=Level.WARNING,
    its_type="typographical",
    summary="A round or square bracket has no partner.",
    reason=(
        "A lost bracket usually means that the words next to it were lost or moved too. Brackets after list labels "
        "(a), 1), iv)) need no partner, and where the source itself leaves a bracket open, the segment was cut there."
    ),
    examples=(
        Example(target="Le Groupe (créé en 2012 se réunit chaque année.", flagged=("(",)),
        Example(target="La Conférence des Parties] a pris note du rapport.", flagged=("]",)),
        Example(target="Document d’information CTOC/COP/WG.7/2020/2)", flagged=(")",)),
        Example(target="Le délégué du Maroc) a pris la parole.", flagged=(")",)),
        Example(target="Les frais ([en particulier ceux de 2012)] sont couverts.", flagged=("]",)),
        Example(target="Voir le point 3 a) et les alinéas b) et iv) (voir aussi le point 1 a))."),
        Example(target="1) Ouverture ; 2) élections (voir annexe I)."),
        Example(target="Le texte [entre crochets (et parenthèses)] reste à négocier."),
        Example(target="《残疾人权利公约第四条", flagged=("《",), target_language="zh"),
        Example(target="пункт а) и пункт б) доклада", target_language="ru"),
        Example(source="(The meeting was suspended.", target="(La séance est suspendue."),
        Example(target="en vertu de l’article VII 2) a), ils peuvent être adoptés"),
    ),
    look=look,
)
