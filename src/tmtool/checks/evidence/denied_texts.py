"""Which text denies something where no word of its translation could do so, where no word links are known?

What may stand for a denial is taken in the widest sense (a prefix, a verb such as refuse) and looked for anywhere, so
that a translation without anything of the kind says the opposite. The words are in ``negation.tsv`` of each language.
"""

from __future__ import annotations

from tmtool.checks.evidence.denied_sentences import cue
from tmtool.languages import letters
from tmtool.model import Span

_SHORTEST = 25
"""Shorter texts, as sizes, are headings and cells, which choose their words freely."""
_ANSWERS = ("denial", "answer", "may deny", "may deny elsewhere", "limit", "prefix")


def lost_in_text(source: str, target: str, there: str, here: str) -> Span | None:
    """Returns the first denial of a source in one language whose translation into another has nothing that may deny;
    None where there is none, or where it is one of those that go unsaid."""
    if letters.size(source) < _SHORTEST:
        return None
    found = cue(there, "denial").search(source)
    if found is None or cue(there, "idle").search(source):
        return None
    if any(cue(here, kind).search(target) for kind in _ANSWERS):
        return None
    return Span(*found.span())
