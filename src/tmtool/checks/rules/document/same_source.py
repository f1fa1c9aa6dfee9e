"""Is the same source translated in the same words throughout the document? (docs/un-french.md, section 14.)"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.repeats import Passage, repeated, usual
from tmtool.checks.evidence.wording import quoted
from tmtool.model import Level, Span
from tmtool.model.wording import say

_LONG = 5
"""From so many words on a passage is a formula, which may be varied where its figures are others."""
_MOST_SMALL = 2
"""Where more passages than that begin with another letter than their repeats, the document means it."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where the same source has different translations in one document."""
    small = []
    for group in repeated(draft):
        model = usual(group, draft.language_pair)
        for passage in group:
            spans = passage.target.differs(model.target) if passage.tokens != model.tokens else None
            if spans is not None:
                yield passage.pair, _differs(passage, model, spans)
            elif _begins_small(passage, model):
                small.append((passage, model))
    if len(small) <= _MOST_SMALL:
        yield from ((passage.pair, _small(passage, model)) for passage, model in small)


def _differs(passage: Passage, model: Passage, spans: tuple[Span, Span]) -> Flag:
    here, there = quoted(passage.target, model.target)
    other_figures = passage.source.tokens != model.source.tokens
    return Flag(
        say("“{here}” here, but “{there}” elsewhere for the same source.", here=here, there=there),
        target_span=passage.within(spans[0]),
        suggestion=spans[1].of(model.target.text) if not other_figures else None,
        level=Level.INFO if other_figures and len(passage.tokens) >= _LONG else None,
    )


def _begins_small(passage: Passage, model: Passage) -> bool:
    """Tells whether a passage begins with a small letter where its source and its repeat begin with a capital."""
    texts = passage.source.text, model.source.text, model.target.text
    return all(text.lstrip()[:1].isupper() for text in texts) and passage.target.text.lstrip()[:1].islower()


def _small(passage: Passage, model: Passage) -> Flag:
    here, there = (one.target.spans[0].of(one.target.text) for one in (passage, model))
    return Flag(
        say("“{here}” here, but “{there}” elsewhere for the same source.", here=here, there=there),
        target_span=passage.within(passage.target.spans[0]),
        suggestion=there,
    )


CHECK = DocumentCheck(
    name="document-same-source",
    level=Level.WARNING,
    its_type="inconsistency",
    requires=Needs(source=True),
    yields_to=("document-title",),
    summary="The same source has different translations in one document.",
    reason=(
        "Headings and titles come back in the list of items, the annotations and the table; a reader takes another "
        "wording for another thing. The place that leaves the majority is reported, on a tie the one that renders less "
        "of the source, else the later one. Where only figures differ in the source, a sentence is an info."
    ),
    examples=(
        Example(
            source="Other matters\nAdoption of the report\nOther matters.",
            target="Questions diverses\nAdoption du rapport\nAutres questions",
            flagged=("Autres questions",),
        ),
        Example(
            source="Adoption of the report\nAdoption of the report\nAdoption of the report",
            target="Adoption de ce rapport\nAdoption du rapport\nAdoption du rapport",
            flagged=("de ce",),
        ),
        Example(
            source="Practical steps\nPractical steps (continued)",
            target="Mesures pratiques.\nmesures pratiques (suite)",
            flagged=("mesures",),
        ),
        Example(
            source="Item 2. Practical steps\nPractical steps",
            target="Point 2. Mesures pratiques\nMesures concrètes",
            flagged=("concrètes",),
        ),
        Example(
            source="Practical steps\nPractical steps (continued)",
            target="Mesures pratiques.\nMesures pratiques (suite)",
        ),
    ),
    look=look,
)
