"""Is a language another one than in the source: espagnol for French?"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.completeness.listed import added_members, missing_members
from tmtool.checks.evidence.meaning.exchange import exchanges
from tmtool.model import Level

_CONCEPTS = "language_names.tsv"
_OTHERS_OF_CLOSE = 1
"""So many others of a list are there where one is added in a close translation; in 24,800 right pairs there is none."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a language is exchanged for another."""
    exchanged = False
    for flag in exchanges(_CONCEPTS, pair, draft):
        # Alone in a cell of the head is the language of the document itself.
        if flag.target_span is not None and flag.target_span.of(pair.target) != pair.target.strip():
            exchanged = True
            yield flag
    if exchanged:
        return
    yield from missing_members(_CONCEPTS, pair, draft)
    if draft.is_close:
        yield from added_members(_CONCEPTS, pair, draft, others=_OTHERS_OF_CLOSE)


CHECK = SegmentCheck(
    name="names-language",
    level=Level.WARNING,
    its_type="inconsistent-entities",
    requires=Needs(source=True, pair=_CONCEPTS),
    yields_to=("completeness-omission", "completeness-length", "language-other-segment", "names-country"),
    summary="A language is exchanged for another.",
    reason=(
        "Who needs a document or interpretation in French is not served by Spanish. One language lost and another "
        "gained is an exchange, as is one that alone is missing from a list, or alone more in one of an agenda; one "
        "alone is not, since a State may stand for its language."
    ),
    examples=(
        Example(
            source="English, Chinese, French and Russian only",
            target="Anglais, chinois, espagnol et russe seulement",
            flagged=("espagnol",),
        ),
        Example(source="Original: Arabic", target="Original : russe", flagged=("russe",)),
        Example(source="ORIGINAL: ENGLISH", target="ORIGINAL : ESPAGNOL", flagged=("ESPAGNOL",)),
        Example(
            source="Arabic, Chinese, English, French, Russian and Spanish",
            target="l’anglais, l’arabe, le chinois, le français et le russe",
            flagged=("",),
        ),
        Example(
            source="The report will be submitted in English only.",
            target="Le rapport sera présenté en anglais et en français.",
            flagged=("français",),
            is_close=True,
        ),
        Example(source="English", target="Français"),
        Example(source="English, Chinese and French only", target="Anglais, chinois et français seulement"),
        Example(
            source="in English, at the request of a French delegate", target="en anglais, à la demande de la France"
        ),
    ),
    look=look,
)
