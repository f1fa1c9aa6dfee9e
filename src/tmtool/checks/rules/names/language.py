"""Is a language another one than in the source: espagnol for French?"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.completeness.listed import missing_members
from tmtool.checks.evidence.meaning.exchange import exchanges
from tmtool.model import Level

_CONCEPTS = "language_names.tsv"


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a language is exchanged for another."""
    exchanged = False
    for flag in exchanges(_CONCEPTS, pair, draft):
        # Alone in a cell of the head is the language of the document itself.
        if flag.target_span is not None and flag.target_span.of(pair.target) != pair.target.strip():
            exchanged = True
            yield flag
    if not exchanged:
        yield from missing_members(_CONCEPTS, pair, draft)


CHECK = SegmentCheck(
    name="names-language",
    level=Level.WARNING,
    its_type="inconsistent-entities",
    requires=Needs(source=True, pair=_CONCEPTS),
    yields_to=("completeness-omission", "completeness-length", "language-other-segment", "names-country"),
    summary="A language is exchanged for another.",
    reason=(
        "Who needs a document or interpretation in French is not served by Spanish. One language lost and another "
        "gained is an exchange, as is one that alone is missing from a list; one alone is not, since a State may "
        "stand for its language."
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
        Example(source="English", target="Français"),
        Example(source="English, Chinese and French only", target="Anglais, chinois et français seulement"),
        Example(
            source="in English, at the request of a French delegate", target="en anglais, à la demande de la France"
        ),
    ),
    look=look,
)
