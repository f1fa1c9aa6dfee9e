"""Are web and mail addresses copied character for character? (docs/un-french.md, section 15: markup.)"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages import symbols
from tmtool.model import Level, Span
from tmtool.model.wording import say

_FINAL_MARKS = ".,;:)]"


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a web or mail address differs from the source, or is missing."""
    source, target = pair.source or "", pair.target
    before, after = _addresses(source), _addresses(target)
    lost = Counter(span.of(source) for span in before) - Counter(span.of(target) for span in after)
    gained = [span for span in after if span.of(target) not in {one.of(source) for one in before}]
    for span in before:
        address = span.of(source)
        if not lost[address]:
            continue
        lost[address] -= 1
        if gained:
            other = gained.pop(0)
            yield Flag(
                say("The address is “{address}” in the source, “{here}” here.", address=address, here=other.of(target)),
                target_span=other,
                source_span=span,
                suggestion=address,
            )
        else:
            yield Flag(say("The translation lacks the address “{address}”.", address=address), source_span=span)


def _addresses(text: str) -> list[Span]:
    found = symbols.addresses(text)
    return [Span(span.start, span.start + len(span.of(text).rstrip(_FINAL_MARKS))) for span in found]


CHECK = SegmentCheck(
    name="markup-address",
    level=Level.WARNING,
    its_type="inconsistent-entities",
    requires=Needs(source=True),
    summary="A web or mail address differs from the source, or is missing.",
    reason=(
        "One character wrong and the address leads nowhere. A page may exist in several languages and have an address"
        " for each, so it is a warning and nothing is replaced unasked."
    ),
    examples=(
        Example(
            source="See www.unodc.org/unodc/en.",
            target="Voir www.unodc.org/undoc/en.",
            flagged=("www.unodc.org/undoc/en",),
        ),
        Example(source="Write to info@un.org.", target="Écrire au secrétariat.", flagged=("",)),
        Example(source="See www.unodc.org.", target="Voir www.unodc.org"),
    ),
    look=look,
)
