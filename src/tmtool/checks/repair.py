"""What a text becomes when the fixable findings in it are repaired."""

from __future__ import annotations

from collections.abc import Iterable

from tmtool.model import Finding


def repaired(target: str, findings: Iterable[Finding]) -> str:
    """`target` with every fixable suggestion put in its place, waived findings left out.

    Of two repairs that overlap the later one waits for another round.
    """
    fixes = [
        (one.target_span, one.suggestion)
        for one in findings
        if one.fixable and not one.waived and one.target_span is not None and one.suggestion is not None
    ]
    pieces = []
    position = 0
    for span, suggestion in sorted(fixes):
        if span.start >= position:
            pieces += [target[position : span.start], suggestion]
            position = span.end
    return "".join([*pieces, target[position:]])
