"""Does a word of the source's grammar stand in the translation: "and", "of", "shall"? (docs/un-french.md, fact 105.)"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.check import Example, SegmentCheck, Spot
from tmtool.checks.draft import Draft, Pair
from tmtool.checks.foreign_words import foreign_words
from tmtool.model import Level, Span


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    text = pair.target
    if draft.source is None or draft.target is None or draft.source.tag == draft.target.tag:
        return
    stretches: list[Span] = []
    for span in foreign_words(text, draft.target, draft.source):
        if stretches and text[stretches[-1].end : span.start].isspace():
            stretches[-1] = Span(stretches[-1].start, span.end)
        else:
            stretches.append(span)
    for span in stretches:
        yield Spot(f"“{span.of(text)}” is left in the language of the source.", target_span=span)


CHECK = SegmentCheck(
    name="language-foreign-word",
    level=Level.ERROR,
    its_type="untranslated",
    yields_to=("language-untranslated", "language-source-copied"),
    summary="A small word of the source's language stands in the translation.",
    reason=(
        "An “and” or a clause left in English is invisible to a spelling checker that knows both languages. "
        "Quotations brackets and names in capitals may hold foreign words and are skipped."
    ),
    examples=(
        Example(target="Le Groupe de travail and le Secrétariat", flagged=("and",)),
        Example(target="Le Groupe pourra which is the case examiner le rapport.", flagged=("which is the",)),
        Example(target="Le Center for Human Rights (of the University) a publié « The law of the sea »."),
    ),
    look=look,
)
