"""Which stretches of a text may be in another language, and which words are neither in them nor next to a name?

Set apart are quotations, brackets and addresses; runs of capitals are names (fact 105 of docs/un-french.md), and the
entry of a bibliography stays in its language.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from tmtool.languages.language import Language
from tmtool.model import Span
from tmtool.model.span_index import SpanIndex

_MOST = 2000
"""Characters of the longest quotation that is looked for: a text of opening marks only would be read from each of them
to its end."""
_MOST_OF_NAME = 64
"""Characters of a name before the @ of an address (RFC 5321, 4.5.3.1.1)."""
SET_APART = re.compile(
    r"«[^»]{0,N}»|<<.{0,N}?>>|[“„][^“”]{0,N}[“”]|\"[^\"]{0,N}\"|\([^)]{0,N}\)|\[[^\]]{0,N}\]|https?://\S+|\S{1,M}@\S+|\bwww\.\S+"
    r"|\b\w+\.(?:com|org|net|int|eu|edu|gov|info)\b|``.{0,N}?``|(?::[\w+-]{1,M}:){1,8}`[^`]{0,N}`|`[^`]{1,N}`_{0,2}|\*[^*\s][^*]{0,N}\*"
    r"|:[\w+-]{1,M}:(?=\s|$)|\b[A-Z]+(?:/[\w.()-]{1,M}){1,8} [a-z]{2,4}\."
    r"|\b[A-Z][A-Z-]{1,M} ?\(\d{2}(?:\d{2})?\) ?\d+(?: (?:add|amend|bil|corr|def|final|prov|rev)\.?\d{0,3}\b){1,3}"
    "".replace("N", str(_MOST)).replace("M", str(_MOST_OF_NAME))
)
"""What may be in another language: quotations, brackets, addresses; the code, roles and names of documentation
(reStructuredText, Markdown); and a symbol with an abbreviation: CE/128/1 prov., CM(2027)14 rev2, CC (27) 38
final"""
_PLAIN_WORD, _ANY_WORD = (
    re.compile(rf"(?<![\w’'.@/-]){letters}(?![\w@/-]|\.[a-z\d]|['’]\w)") for letters in ("[a-z]+", r"[^\W\d_]+")
)
WORD_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)[ -]+$")
_GAP = re.compile(r"[ -]*")
_LONGEST_SMALL, _MOSTLY = 3, 0.7
"""Letters of the longest small word (the, and), which has no capital in a name; and the share of words with one."""
_LEAST = 4
"""Words of a text that can be told to be a name."""
_CITATION = re.compile(
    r"\W*(?:\d+\.?\s+)?([^\W\d_][\w’'-]+),?\s(?:[A-Z]\.?[ -]?){1,3}(?:,|;|\s?&|\s?(?=\((?:19|20)\d\d))"
    r"(?=.*?\b(?:19|20)\d\d\b)"
)
"""How the entry of a bibliography begins, with the names of its authors, and that it has a year."""
_VOLUME = re.compile(r"\W*(?:\d+\.?\s+)?(?:[A-Z][\w.’'-]*,?\s(?:[a-z]{2,3}\s){0,2}){2,12}(?:vol|pp?)\.\s?(?:\d|[IVXL])")
"""How a publication is cited by its volume or page, small words between its capitals: United Nations, Treaty Series,
vol. 2187."""


def is_citation(text: str) -> bool:
    """Tells whether a text is the entry of a bibliography, or cites a volume, which stays in its language."""
    found = _CITATION.match(text)
    return (found is not None and found[1][0].isupper()) or _VOLUME.match(text) is not None


def is_like_a_name(text: str) -> bool:
    """Tells whether a text is written as names are, which may stay in their language: most of its words with a capital
    and no mark at its end."""
    words = [word for word in re.findall(r"[^\W\d_]{2,}", text) if len(word) > _LONGEST_SMALL or word[0].isupper()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _LEAST and capitals > _MOSTLY * len(words) and text.rstrip()[-1:] not in ".;:,?!"


@lru_cache(maxsize=32)  # the checks take turns over some segments
def stretches_apart(text: str) -> tuple[Span, ...]:
    """Returns the stretches of a text that may be in another language, in order."""
    return tuple(Span(*found.span()) for found in SET_APART.finditer(text))


@lru_cache(maxsize=16)
def apart(text: str) -> SpanIndex:
    """Returns the stretches of a text that may be in another language, to ask what is in one."""
    return SpanIndex(stretches_apart(text))


def candidates(
    text: str, own: Language, wanted: Container[str], endings: Sequence[tuple[str, re.Pattern[str]]] = ()
) -> Iterator[Span]:
    """Yields the words in lower case that are wanted, or have one of the endings, and are neither set apart nor next to
    a name."""
    away = apart(text)
    for found in (_ANY_WORD if endings else _PLAIN_WORD).finditer(text):
        word = found.group()
        if not word.islower() or not (word in wanted or any(ending.fullmatch(word) for _, ending in endings)):
            continue
        span = Span(*found.span())
        if away.overlaps(span):
            continue
        before = WORD_BEFORE.search(text, max(0, span.start - 40), span.start)
        if not (before and is_name(before[1], own)) and not capital_follows(text, span.end):
            yield span


def capital_follows(text: str, end: int) -> bool:
    """Tells whether the next letter after a word that ends there, over spaces and hyphens, is a capital."""
    gap = _GAP.match(text, end)
    return gap is not None and text[gap.end() : gap.end() + 1].isupper()


def is_name(word: str, own: Language) -> bool:
    """Tells whether this is a word with a capital that is no word of the text's own language."""
    if not word[0].isupper() or own.fold(word) in own.function_words:
        return False
    return not own.lexicon(word.lower())
