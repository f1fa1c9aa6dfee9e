"""Is a text of a kind whose translation is held to the meaning, not to the words: a law, a treaty, a debate?

Laws and treaties of several languages are drafted in each of them; debates and news are translated freely. There a
denial, an opposite or a modal verb is put otherwise nine times in ten, not wrong (docs/checks.md, levels). A law and a
treaty are known by their references (``registers.tsv`` of the source's language), a free translation by the words to
which nothing answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from tmtool import languages
from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.same import Same
from tmtool.checks.evidence.words.linked import linked_by
from tmtool.languages.alternatives import any_of
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Span

_FEWEST, _MOST = 30, 120
"""Pairs from which a text shows its kind, and as many as are looked at, in even steps."""
_LAW = 0.1
"""The share of sources with a reference as laws have them."""
_SHORT = 9
"""Words of content of a short text at most."""
_NEXT_SENTENCE = re.compile(r"[^\W\d_A-Z]{3}[.?!]\s|;\s*\w")
"""Where a text goes on after a sentence."""
_FREE, _WORDS = 0.21, 6
"""The mean share of words without counterpart above which a translation is free, in pairs of so many words, by the
side on which it was counted, the first of the pair: .14 and .18 in two halves of published text of the United Nations,
.22 in debates, .28 in news. Of runs of 80 rows 1 in 50 is free in the first, 16 in 20 and 13 in 15 in the others."""


def hints_where_free(look: Callable[[Pair, Draft], Iterable[Flag]]) -> Callable[[Pair, Draft], Iterator[Flag]]:
    """Returns what looks as `look` does, but has only hints for a text that is a law or translated freely."""

    def look_again(pair: Pair, draft: Draft) -> Iterator[Flag]:
        for flag in look(pair, draft):
            yield replace(flag, level=Level.HINT) if is_free(draft) else flag

    return look_again


def warnings_where_short(look: Callable[[Pair, Draft], Iterable[Flag]]) -> Callable[[Pair, Draft], Iterator[Flag]]:
    """Returns what looks as `look` does, but gives a warning of an exchange in a short text: it has no other place for
    either word."""

    def look_again(pair: Pair, draft: Draft) -> Iterator[Flag]:
        for flag in look(pair, draft):
            is_raised = is_short(pair, draft) and is_only_exchange(flag, pair, draft)
            yield replace(flag, level=Level.WARNING) if is_raised else flag

    return look_again


def is_only_exchange(flag: Flag, pair: Pair, draft: Draft) -> bool:
    """Tells whether a flag puts a word for a word, and nothing else on either side is likely to stand for one of them:
    employers and workers, les travailleurs … par les employeurs."""
    found = linked_by(pair, draft.language_pair)
    if found is None or flag.source_span is None or flag.target_span in (None, Span(0, len(pair.target))):
        return False
    assert flag.target_span is not None
    of_source, of_target = found.sides
    lost, gained = (
        [word.span.overlaps(span) for word in side.words]
        for side, span in ((of_source, flag.source_span), (of_target, flag.target_span))
    )
    said = {word.stem for word, one in zip(of_target.words, gained, strict=True) if not one}
    meant = {word.stem for word, one in zip(of_target.words, gained, strict=True) if one}
    return all(
        of_source.table.likely(word).isdisjoint(said if one else meant)
        for word, one in zip(of_source.words, lost, strict=True)
    )


def is_short(pair: Pair, draft: Draft) -> bool:
    """Tells whether a pair is one short sentence on either side that is not translated too freely to be compared word
    by word; in a text that is translated closely the checks have bounds of their own."""
    found = linked_by(pair, draft.language_pair)
    if found is None or found.is_free or draft.is_close:
        return False
    if draft.language_pair is None or draft.language_pair.is_turned:
        return False
    return all(len(side.words) <= _SHORT and not _NEXT_SENTENCE.search(side.text) for side in found.sides)


def is_free(draft: Draft) -> bool:
    """Tells whether a text is a law or a treaty or translated freely; an agenda or a programme is none of these."""
    known = draft.language_pair
    if draft.is_close or known is None:
        return False
    return _is_free(Same(draft.pairs), known)


def is_law(draft: Draft) -> bool:
    """Tells whether a text is a law or a treaty, by its source alone, so that no slip of the translation counts."""
    known = draft.language_pair
    return not draft.is_close and known is not None and _is_law(Same(draft.pairs), known)


@lru_cache(maxsize=2)  # asked at each finding
def _is_law(pairs: Same[Pair], known: LanguagePair) -> bool:
    some = pairs[:: -(-len(pairs) // _MOST)] if len(pairs) >= _FEWEST else ()
    law = _law(known.source)
    return sum(law.search(pair.source or "") is not None for pair in some) > _LAW * len(some)


@lru_cache(maxsize=2)  # asked at each finding
def _is_free(pairs: Same[Pair], known: LanguagePair) -> bool:
    if len(pairs) < _FEWEST:
        return False
    some = pairs[:: -(-len(pairs) // _MOST)]
    if _is_law(pairs, known):
        return True
    found = (linked_by(pair, known) for pair in some)
    shares = [
        one.target_share if known.is_turned else one.source_share
        for one in found
        if one is not None and one.words >= _WORDS
    ]
    return len(shares) >= _FEWEST and sum(shares) > _FREE * len(shares)


@cache
def _law(language: str) -> re.Pattern[str]:
    """Returns the pattern of the references of laws, or one that matches nothing where the language has none."""
    rows = languages.get(language).rows("registers.tsv")
    return re.compile(any_of(expression for kind, expression in rows if kind == "law"))
