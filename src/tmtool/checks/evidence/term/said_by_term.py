"""Are two words that seem to be exchanged those of a concept and of its accepted term: organic farming, culture
biologique?

What tells an exchange knows single words, what each is normally called, and its rivals. Where the source names a
concept of the term base and the translation has an accepted term of it, the words of the one need not answer to those
of the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair


def leaving_terms(look: Callable[[Pair, Draft], Iterable[Flag]]) -> Callable[[Pair, Draft], Iterator[Flag]]:
    """Returns what looks as `look` does, but leaves what is said by an accepted term of a concept of the source."""

    def look_again(pair: Pair, draft: Draft) -> Iterator[Flag]:
        yield from (flag for flag in look(pair, draft) if not _is_said(flag, pair))

    return look_again


def _is_said(flag: Flag, pair: Pair) -> bool:
    """Tells whether both places of a flag are within terms of one concept, that of the translation an accepted one."""
    there, here = flag.source_span, flag.target_span
    if there is None or here is None:
        return False
    named = {one.concept.id for one in pair.source_terms if one.span.holds(there)}
    return any(
        one.concept.id in named and one.term.status.accepted and one.span.holds(here) for one in pair.target_terms
    )
