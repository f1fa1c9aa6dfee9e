"""Which name of a body begins small, the only one of all those of a document: au conseil, for the Council?

No other place need have the very word: that all other such names have the capital of the source shows how the document
writes them. The nouns are in ``capital_names.tsv`` of the pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.document.capitals import BEFORE, BELONGING, WORD, just_before
from tmtool.languages.language import Language
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

_TABLE = "capital_names.tsv"
_USUAL = 5
"""So many other names of a document, all with their capitals, show how it writes them."""
_NEXT = re.compile(r"[ \u00a0]([^\W\d_]+)")
"""The word after a noun."""
_BESIDE_BEFORE, _BESIDE_AFTER = re.compile(r"[A-Z][\w-]* $"), re.compile(r" (?:[a-z]{2,4} ){1,2}[A-Z]")
"""What makes a noun part of a longer name in the source."""
_INSIDE = re.compile(r"[^\W\d_][’',]?[ \u00a0]$")
"""What is before a word inside a sentence."""


@dataclass(frozen=True, slots=True)
class SmallBody:
    """A `SmallBody` is a noun that begins small, and the one of the source with a capital that it stands for."""

    pair: Pair
    span: Span
    source: Span


def small_bodies(draft: Draft) -> Iterator[SmallBody]:
    """Yields the name of a body that begins small after a definite article though the source has its noun
    with a capital and nowhere there without, if it is the only one of the document and many others have theirs."""
    known = draft.language_pair
    if known is None or draft.target is None:
        return
    nouns, language = _nouns(known), draft.target
    definite = draft.target.word_set("definite") | draft.target.word_set("definite-plural")
    found: list[SmallBody] = []
    usual = 0
    for pair in draft.pairs:
        if not pair.source or pair.target.isupper():
            continue
        large, small = set[str](), dict[str, list[Span]]()
        for word in WORD.finditer(pair.target):
            if word[0].lower() in nouns:
                if word[0][0].isupper():
                    large.add(word[0].lower())
                else:
                    small.setdefault(word[0], []).append(Span(*word.span()))
        usual += sum(1 for noun in large if _with_capital(pair.source, nouns[noun]) is not None)
        for noun, spans in small.items():
            there = _with_capital(pair.source, nouns[noun])
            if there is not None and len(spans) == 1 and noun not in large:
                found.append(SmallBody(pair, spans[0], there))
        if len(found) > 1:
            return
    if len(found) == 1 and usual >= _USUAL and _follows_an_article(found[0], definite):
        yield from (one for one in found if _is_named_alike(one, language))


def _is_named_alike(one: SmallBody, language: Language) -> bool:
    """Tells whether a noun is alone in both texts (the Council, le conseil), or in both the first of a name that says
    more (the Trade and Development Commission, la commission du commerce et du développement); with an adjective it may
    be another body: la commission médicale."""
    source, after = one.pair.source or "", _NEXT.match(one.pair.target, one.span.end)
    is_longer = _BESIDE_BEFORE.search(source[: one.source.start]) or _BESIDE_AFTER.match(source, one.source.end)
    if after is not None and after[1].lower() in language.function_words:
        return True
    return not is_longer and not (
        after and any(reading.category == "A" for reading in language.lexicon(after[1].lower()))
    )


def _follows_an_article(one: SmallBody, definite: frozenset[str]) -> bool:
    """Tells whether a noun comes right after a definite article, and in no longer name: le Comité du règlement."""
    text = one.pair.target
    before = just_before(BEFORE, text, one.span.start)
    if before is None or before[1].lower().replace("’", "'").strip() not in definite:
        return False
    return just_before(BELONGING, text, before.start()) is None


def _with_capital(source: str, nouns: frozenset[str]) -> Span | None:
    """Returns the first place of one of some nouns in a source that has it with a capital inside a sentence, and in no
    place without one."""
    places = [one for one in WORD.finditer(source) if one[0].lower() in nouns]
    if any(one[0].islower() for one in places):
        return None
    inside = (one for one in places if one[0][0].isupper() and _INSIDE.search(source[: one.start()]))
    first = next(inside, None)
    return None if first is None else Span(*first.span())


@cache
def _nouns(known: LanguagePair) -> Mapping[str, frozenset[str]]:
    """Maps each noun of the translation's language, in lower case, to those of the source that it stands for."""
    found: dict[str, frozenset[str]] = {}
    for there, here in known.rows(_TABLE):
        for noun in here.split():
            found[noun] = found.get(noun, frozenset()) | frozenset(there.lower().split())
    return found
