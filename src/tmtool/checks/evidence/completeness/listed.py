"""Which member is missing from a list of which the translation has all others, or added: the Spanish of six languages?

One name that is missing tells nothing, since the translation may say it otherwise (docs/un-french.md, fact 81). In a
list of many of one kind it does: all others are there under their names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.words.marks import END_AND_SPACE
from tmtool.languages.pairs.concepts import LONGEST, Concept, named_in
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Span
from tmtool.model.wording import say

_OTHERS = 3
"""So many others of a list are there under their names."""
_APART = 60
"""Characters at most from one member of a list to the next."""


def missing_members(
    table: str, pair: Pair, draft: Draft, *, others: int = _OTHERS, apart: int = _APART
) -> Iterator[Flag]:
    """Yields the member of each list of the source that nothing in the translation names, where it names all
    others, at least so many; the lists are those of concepts of one group of a table of the pair."""
    known, source = draft.language_pair, pair.source or ""
    if known is None:
        return
    for span in _alone(table, known, (known.source, source), (known.target, pair.target), others, apart):
        yield Flag(
            say("The list of the source has “{there}”, the one here has not.", there=span.of(source)),
            source_span=span,
            level=Level.WARNING if draft.is_close else Level.INFO,
        )


def added_members(
    table: str, pair: Pair, draft: Draft, *, others: int = _OTHERS, apart: int = _APART
) -> Iterator[Flag]:
    """Yields the member of each list of the translation that nothing in the source names, as `missing_members` does
    those of the source."""
    known, target = draft.language_pair, pair.target
    if known is None:
        return
    for span in _alone(table, known, (known.target, target), (known.source, pair.source or ""), others, apart):
        yield Flag(
            say("The list here has “{here}”, the one of the source has not.", here=span.of(target)),
            target_span=span,
            level=Level.WARNING if draft.is_close else Level.INFO,
        )


def _alone(
    table: str, known: LanguagePair, side: tuple[str, str], other: tuple[str, str], others: int, apart: int
) -> Iterator[Span]:
    """Yields the place of the member of each list of one text, given with its language, that nothing in the other text
    names, where that names all others, at least so many."""
    (language, text), (other_language, other_text) = side, other
    if max(len(text), len(other_text)) > LONGEST:
        return
    for members in named_in(known, table, language, text).values():
        for one in _lists(members, text, language, apart) if len(members) > others else ():
            alone = [member for member in one if not members[member].cues[other_language].count(other_text)]
            if len(alone) == 1 and len(one) > others:
                yield one[alone[0]]


def _lists(members: Sequence[Concept], text: str, language: str, apart: int) -> Iterator[dict[int, Span]]:
    """Yields the members that follow each other closely in a text, by their index with their place."""
    places = sorted((span, at) for at, one in enumerate(members) for span in one.cues[language].all_names(text))
    found: dict[int, Span] = {}
    end = 0
    for span, at in places:
        if found and (span.start - end > apart or END_AND_SPACE.search(text, end, span.start)):
            yield found
            found = {}
        found.setdefault(at, span)
        end = max(end, span.end)
    if found:
        yield found
