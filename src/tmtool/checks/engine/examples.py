"""Says what a check says of its own examples: they are its tests, and what `tmtool checks NAME` shows."""

from __future__ import annotations

from dataclasses import replace

from tmtool.checks.engine.check import Check, Example
from tmtool.checks.engine.draft import Approved, Draft, Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.documents.reading import parse_lines
from tmtool.model import Finding


def draft_of(example: Example, scope: str) -> Draft:
    """Returns an example as a draft: one pair, or for a check on documents a pair a line of a document."""
    targets = example.target.split("\n") if scope == "document" else [example.target]
    sources: list[str] | list[None] = [None] * len(targets)
    if example.source is not None:
        sources = example.source.split("\n") if scope == "document" else [example.source]
    pairs = [
        Pair(
            number=number,
            target=target,
            source=source,
            approved=tuple(map(Approved, example.approved)),
        )
        for number, (target, source) in enumerate(zip(targets, sources, strict=True), 1)
    ]
    document = source_document = None
    if scope == "document":
        document = parse_lines(targets, language=example.target_language)
        if example.source is not None:
            source_document = parse_lines(example.source.split("\n"), language=example.source_language)
    draft = prepare(
        pairs,
        source_language=example.source_language,
        target_language=example.target_language,
        concepts=example.concepts,
        document=document,
        source_document=source_document,
        symbol=example.symbol,
    )
    is_programme = draft.is_programme or example.is_close
    return replace(draft, remarks={example.target: example.remarks}, is_programme=is_programme)


def findings_of(check: Check, example: Example) -> list[Finding]:
    """Returns what the check reports in the example, by segment and place."""
    found = check.run(draft_of(example, check.scope))
    return sorted(found, key=lambda one: (one.segment, one.target_span.start if one.target_span else -1))
