"""Reads from the verbs of English relative clauses whether their subject is one or several: who *have* met, which
*contains*.

The verb has to come right after who, which or that, adverbs between. The words are in ``relative_clauses.tsv``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from tmtool.languages.relative_clauses import RelativeClause
from tmtool.languages.tables import word_sets
from tmtool.model import Span

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_VERBS = word_sets(Path(__file__).with_name("verb_groups.tsv"))
_REACH = 60
"""Characters before the pronoun in which a noun of many may be what it takes up."""
_END = re.compile(r"[.;:?!]\s")
_WORD = re.compile(r"[A-Za-z-]+")
_SINGULAR = re.compile(r"(?:ss|us|is)$")
_NO_VERB = re.compile(r"(?:ed|ss|us|ous|ly|ing)$")


@lru_cache(maxsize=256)
def relative_clauses(text: str) -> tuple[RelativeClause, ...]:
    """Returns the relative clauses of a text whose verb tells whether what they go back to is a plural, in order."""
    ends = [0, *(end.end() for end in _END.finditer(text))]
    found = (_clause(one, text, ends) for one in _pattern().finditer(text))
    return tuple(one for one in found if one is not None)


@cache
def _pattern() -> re.Pattern[str]:
    adverbs = "|".join(sorted(_VERBS["adverbs"]))
    return re.compile(rf"(?:([a-z]+),? )?\b(?P<pronoun>who|which|that) (?:(?:{adverbs}|[a-z]+ly) )*(?P<verb>[a-z]+)\b")


def _clause(one: re.Match[str], text: str, ends: Sequence[int]) -> RelativeClause | None:
    """Returns the relative clause of a pronoun and a verb; `ends` are the beginning of the text and where its sentences
    end."""
    pronoun, verb = Span(*one.span("pronoun")), Span(*one.span("verb"))
    words = list(_WORD.finditer(text, ends[bisect_right(ends, pronoun.start) - 1], pronoun.start))
    before = [word[0].lower() for word in words if pronoun.start - word.start() <= _REACH]
    if not before or before[-1] in _WORDS["prepositions"] or not _WORDS["of many"].isdisjoint(before):
        return None
    is_plural = one["verb"] in _WORDS["plural"] or not one["verb"].endswith("s")
    plurals = frozenset(Span(*word.span()) for word in words if _is_plural(word[0].lower()))
    persons = one["pronoun"] == "who" or not plurals
    if is_plural and persons and not _WORDS["of persons"].isdisjoint(before):
        return None
    word = one["verb"]
    if word in _WORDS["singular"] | _WORDS["plural"]:
        return RelativeClause(pronoun, verb, is_plural, plurals)
    if word in _WORDS["no base"] | _VERBS["irregular"] | _VERBS["done"] or _NO_VERB.search(word):
        return None
    return RelativeClause(pronoun, verb, is_plural, plurals, sure=False)


def _is_plural(word: str) -> bool:
    """Tells whether a noun looks like a plural."""
    return word in _WORDS["plurals"] or (word.endswith("s") and not _SINGULAR.search(word))
