"""Which findings has the project looked at and accepted?

A waiver holds for the same check on the same words, wherever they are: its key is the check, the source text and the
target text that was reported. An edit of either revives the finding. What is reported without a place in the
target has the whole target for its words; a draft checked alone has its own segment for the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tmtool.model import Finding


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """A `Key` is the segment and the words that a waiver holds for. `source` is the text of the segment, `target` the
    reported words of the translation."""

    check: str
    source: str
    target: str

    @property
    def digest(self) -> str:
        """Returns the key in 64 hexadecimal digits, for programs that keep track of findings."""
        from hashlib import sha256  # loads a large library, and most projects have no waivers

        return sha256("\0".join((self.check, self.source, self.target)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Waiver:
    """A `Waiver` is a finding accepted: why, by whom, on which day (ISO 8601)."""

    key: Key
    reason: str
    author: str = ""
    date: str = ""


def key_of(finding: Finding) -> Key:
    """Returns the key under which a finding is waived."""
    words = finding.target_span.of(finding.target) if finding.target_span else finding.target
    return Key(finding.check, finding.source or finding.target, words)


def together(waivers: Iterable[Waiver], new: Iterable[Waiver]) -> tuple[Waiver, ...]:
    """Returns the waivers and the new ones; a new one takes the place of one with the same key."""
    return tuple({one.key: one for one in (*waivers, *new)}.values())


def waived(findings: Iterable[Finding], waivers: Iterable[Waiver]) -> Iterator[Finding]:
    """Yields the findings, those that a waiver holds for marked as waived."""
    keys = {waiver.key for waiver in waivers}
    for finding in findings:
        yield replace(finding, waived=True) if key_of(finding) in keys else finding
