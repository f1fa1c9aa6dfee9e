"""Is the same source translated in the same words throughout the document? (docs/un-french.md, section 14.)"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.cut_short import cut_short
from tmtool.checks.evidence.document.repeats import (
    Passage,
    passages,
    repeated,
    usual,
)
from tmtool.checks.evidence.document.said_inside import said_otherwise_inside
from tmtool.checks.evidence.document.suffixes import Suffix
from tmtool.checks.evidence.document.varying import are_of_man_and_woman, better, is_in_masthead, may_vary
from tmtool.checks.evidence.document.wording import Wording, quoted
from tmtool.model import Level, Span
from tmtool.model.wording import say

_LONG = 5
"""From so many words on a passage is a formula, which may be varied where its figures are others."""
_TWICE = 2
"""Times that one word alone comes, of which each may have its own translation."""
_MOST_SMALL = 2
"""Where more passages than that begin with another letter than their repeats, the document means it."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where the same source has different translations in one document."""
    small = []
    texts = [pair.target for pair in draft.pairs]
    suffix = Suffix.of(draft)
    for group in repeated(draft):
        model = better(usual(group, draft.language_pair, texts), group, draft)
        for passage in group:
            spans = passage.target.differs(model.target) if passage.tokens != model.tokens else None
            if spans is not None:
                if are_of_man_and_woman(passage, model, draft) or may_vary(passage, model, group):
                    continue
                if not is_in_masthead(passage, model, draft):
                    yield passage.pair, _differs(passage, model, spans, group)
            elif (large := _with_capital(passage, group)) is not None:
                small.append((passage, large))
    for passage in passages(draft) if suffix is not None else ():
        if suffix and passage.whole and (flag := suffix.differs(passage)) is not None:
            yield passage.pair, flag
    if len(small) <= _MOST_SMALL:
        yield from ((passage.pair, _small(passage, model)) for passage, model in small)
    if draft.is_document and draft.target is not None:
        yield from said_otherwise_inside(draft, draft.target)
        for passage, longer in cut_short(draft):
            message = say(
                "“{here}” here, but “{there}” elsewhere for the same source.",
                here=passage.target.text,
                there=longer.written,
            )
            span = Span(passage.start, passage.start + len(passage.target.text))
            yield passage.pair, Flag(message, target_span=span, suggestion=longer.written)


def _is_one_head(passage: Passage, group: Sequence[Passage]) -> bool:
    """Tells whether one word stands alone, as the head of a column does, and has another translation once: Intitulé."""
    return passage.whole and len(passage.source.tokens) == 1 and len(group) == _TWICE


def _differs(passage: Passage, model: Passage, spans: tuple[Span, Span], group: Sequence[Passage]) -> Flag:
    here, there = quoted(passage.target, model.target)
    other_figures = passage.source.tokens != model.source.tokens
    varies = other_figures and len(passage.tokens) >= _LONG
    return Flag(
        say("“{here}” here, but “{there}” elsewhere for the same source.", here=here, there=there),
        target_span=passage.within(spans[0]),
        suggestion=spans[1].of(model.target.text) if not other_figures else None,
        level=Level.INFO if varies or _is_one_head(passage, group) else None,
    )


def _with_capital(passage: Passage, group: Sequence[Passage]) -> Passage | None:
    """Returns a repeat that begins with a capital, for a passage that does not although its source does; None where
    more repeats are like it."""
    if not _is_large(passage.source) or _is_large(passage.target):
        return None
    large = [one for one in group if _is_large(one.source) and _is_large(one.target)]
    return large[0] if 2 * len(large) >= len(group) else None


def _is_large(text: Wording) -> bool:
    return text.text.lstrip()[:1].isupper()


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
    yields_to=("document-title", "document-numbering", "document-order", "typography-form"),
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
            source="1. Technical assistance.\nTechnical assistance\nNote by the Technical Assistance Unit (A/C.2/6)",
            target="1. Assistance technique.\nAssistance technique\nNote du Groupe Assistance Technique (A/C.2/6)",
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
