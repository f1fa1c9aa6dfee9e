"""Is the same source translated in the same words throughout the document? (docs/un-french.md, section 14.)"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.wording import quoted, wording
from tmtool.model import Level
from tmtool.model.wording import say


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where the same source has different translations in one document."""
    groups: dict[tuple[str, ...], list[Pair]] = {}
    for pair in draft.pairs:
        if pair.source and pair.target.strip():
            groups.setdefault(wording(pair.source).tokens, []).append(pair)
    for pairs in groups.values():
        wordings = [wording(pair.target) for pair in pairs]
        counts = Counter(entry.tokens for entry in wordings)
        if len(counts) == 1:
            continue
        usual = counts.most_common(1)[0][0]
        model = next(entry for entry in wordings if entry.tokens == usual)
        for pair, entry in zip(pairs, wordings, strict=True):
            spans = entry.differs(model)
            if spans is not None:
                here, there = quoted(entry, model)
                yield (
                    pair,
                    Flag(
                        say("“{here}” here, but “{there}” elsewhere for the same source.", here=here, there=there),
                        target_span=spans[0],
                    ),
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
        "wording for another thing. The place that leaves the majority is reported, on a tie the later one."
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
        ),
    ),
    look=look,
)
