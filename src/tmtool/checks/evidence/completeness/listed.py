"""Which member is missing from a list of which the translation has all others: the Spanish of six languages?

One name that is missing tells nothing, since the translation may say it otherwise (docs/un-french.md, fact 81). In a
list of many of one kind it does: all others are there under their names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.words.marks import END_AND_SPACE
from tmtool.languages.pairs.concepts import LONGEST, Concept, named_in
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
    source, target = pair.source or "", pair.target
    known = draft.language_pair
    if known is None or max(len(source), len(target)) > LONGEST:
        return
    for members in named_in(known, table, known.source, source).values():
        for one in _lists(members, source, known.source, apart) if len(members) > others else ():
            missing = [member for member in one if not members[member].cues[known.target].count(target)]
            if len(missing) == 1 and len(one) > others:
                span = one[missing[0]]
                yield Flag(
                    say("The list of the source has “{there}”, the one here has not.", there=span.of(source)),
                    source_span=span,
                    level=Level.WARNING if draft.is_close else Level.INFO,
                )


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
