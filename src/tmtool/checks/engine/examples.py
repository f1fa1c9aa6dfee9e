"""Says what a check says of its own examples: they are its tests, and what `tmtool checks NAME` shows."""

from __future__ import annotations

from dataclasses import replace

from tmtool.checks.engine.check import Check, Example
from tmtool.checks.engine.draft import Approved, Draft, Pair, prepare
from tmtool.documents.reading import parse_lines
from tmtool.model import Finding


def draft_of(example: Example, scope: str) -> Draft:
    """Returns an example as a draft: one pair, or for a check on documents a pair a line of a document."""
    targets = example.target.split("\n") if scope == "document" else [example.target]
    sources: list[str] | list[None] = [None] * len(targets)
    if example.source is not None:
        sources = example.source.split("\n") if scope == "document" else [example.source]
    pairs = [
        Pair(number=number, target=target, source=source, approved=tuple(map(Approved, example.approved)))
        for number, (target, source) in enumerate(zip(targets, sources, strict=True), 1)
    ]
    document = parse_lines(targets, language=example.target_language) if scope == "document" else None
    draft = prepare(
        pairs,
        source_language=example.source_language,
        target_language=example.target_language,
        concepts=example.concepts,
        document=document,
        symbol=example.symbol,
    )
    return replace(draft, remarks={example.target: example.remarks})


def findings_of(check: Check, example: Example) -> list[Finding]:
    """Returns what the check reports in the example, by segment and place."""
    found = check.run(draft_of(example, check.scope))
    return sorted(found, key=lambda one: (one.segment, one.target_span.start if one.target_span else -1))
