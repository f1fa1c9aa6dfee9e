"""Which words of a text belong to another language? The evidence that something was left untranslated.

Looked for are lower-case words outside what is set apart and names: words of the source's grammar that the text's own
language lacks, and words of third languages. What is copied from the source, ``copied_words.py`` looks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from tmtool import languages
from tmtool.checks.evidence.language.identifiers import identifiers
from tmtool.checks.evidence.language.set_apart import apart, candidates
from tmtool.languages import pairs
from tmtool.languages.language import Language
from tmtool.languages.name_ends import particles
from tmtool.model import Span
from tmtool.model.span_index import SpanIndex

_EVERYWHERE = "."
_NAME_BEFORE = re.compile(r"[^\W\d_](?<!\b[Qq])[^\W\d_u]['’]$")
_PART_BEFORE, _COMPOUND = re.compile(r"(?:[^\W\d_]{2}/|[^\W\d_]-)$"), re.compile(r"-(?:\d|[^\W\d_]{3})")
_MOST_SMALL = 8
"""Small words next to each other in a name."""
_FIRST = re.compile(r"(?:\d+\. )?([A-Z][a-zà-ü]+)(?= [a-z])")
"""The word that opens a text, which has its capital from that."""


@cache
def own_use(own: str, foreign: str) -> Mapping[str, re.Pattern[str] | None]:
    """Returns the words that are something else in the language of the text, with where they are, or None for
    everywhere."""
    pair = pairs.get(foreign, own)
    of_pair = ((word, use) for here, word, use in (pair.rows("own_uses.tsv") if pair else ()) if here == own)
    every = (*languages.get(own).rows("own_uses.tsv"), *of_pair)
    return {word: None if use == _EVERYWHERE else re.compile(use) for word, use in every}


@cache
def _others(own: str) -> Mapping[str, str]:
    """Returns the words of third languages with the name of their language."""
    rows = languages.get(own).rows("foreign_words.tsv")
    return {word: name for name, words in rows for word in words.split()}


@cache
def _endings(own: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = languages.get(own).rows("foreign_endings.tsv")
    return tuple((name, re.compile(rf"\w{{3,}}(?:{endings})")) for name, endings in rows)


def _by_ending(word: str, own: Language) -> str:
    """Returns the language that has the ending of a word which the text's own language does not know, "" for none."""
    name = next((name for name, ending in _endings(own.tag) if ending.fullmatch(word)), "")
    return "" if not name or own.lexicon(word) else name


def foreign_words(text: str, own: Language, foreign: Language, source: str = "") -> tuple[Span, ...]:
    """Returns the words of `text`, written in `own`, that belong to the grammar of `foreign`, but for those of a name
    that the `source` has, too."""
    away = apart(text)
    spans = own.words(text)
    uses = own_use(own.tag, foreign.tag)
    flags = []
    for span in spans:
        word = span.of(text)
        if word not in foreign.function_words or not word.islower() or not word.isascii() or len(word) < 2:
            flags.append(False)
            continue
        is_own = word in own.function_words and uses.get(word) is None
        is_other = is_own or _in_name(text, span) or _is_part(text, span)
        flags.append(not is_other and not away.overlaps(span))
    if True not in flags:
        return ()
    small = [flag or span.of(text) in foreign.function_words for span, flag in zip(spans, flags, strict=True)]
    return tuple(
        span
        for index, (span, flag) in enumerate(zip(spans, flags, strict=True))
        if flag
        and not is_own_use(text, span, uses)
        and not _between_names(text, spans, small, index)
        and not _is_in_name_of_source(text, spans[max(0, index - 1) : index + 2], source)
    )


@cache
def _initial_before() -> re.Pattern[str]:
    """Returns the pattern of an initial and the particle of a name after it."""
    return re.compile(rf"(?<![A-Za-z])[A-Z]\. (?:{'|'.join(particles())})\s(?=[A-Z])")


def _in_name(text: str, span: Span) -> bool:
    """Tells whether a word is what follows the apostrophe of a name (Ra'is; what is elided is shorter: l’, qu’), or a
    particle after an initial: A. de Zayas."""
    return (
        _NAME_BEFORE.search(text, max(0, span.start - 4), span.start) is not None
        or _initial_before().match(text, max(0, span.start - 3)) is not None
    )


def _is_part(text: str, span: Span) -> bool:
    """Tells whether a word is the other ending of the word before (agricultores/as), part of a compound (de-escalate,
    lock-out, monnaie-or, benzodiazépine-1,4 one-2) or of a path."""
    return (
        identifiers(text).overlaps(span)
        or _PART_BEFORE.search(text, max(0, span.start - 3), span.start) is not None
        or _COMPOUND.match(text, span.end) is not None
    )


def is_own_use(text: str, span: Span, uses: Mapping[str, re.Pattern[str] | None]) -> bool:
    """Tells whether a word is something else in the language of the text, where it is."""
    word = span.of(text)
    if word not in uses:
        return False
    use = uses[word]
    return use is None or _places(use, text).overlaps(span)


@lru_cache(maxsize=64)  # many words of a text may be asked for
def _places(use: re.Pattern[str], text: str) -> SpanIndex:
    return SpanIndex(Span(*found.span()) for found in use.finditer(text))


def _between_names(text: str, spans: tuple[Span, ...], small: list[bool], index: int) -> bool:
    """Tells whether a small word is part of a name: "Center for Human Rights", "Newport on the Levee"."""
    return all(_next_to_name(text, spans, small, index, step) for step in (-1, 1))


def _is_in_name_of_source(text: str, spans: Sequence[Span], source: str) -> bool:
    """Tells whether a word between two others is in a name that the source has, too, with more capitals or inside a
    sentence: Regards de femmes, « Regards de Femmes »."""
    if len(spans) != 3 or spans[0].of(text).islower():
        return False
    name = text[spans[0].start : spans[2].end]
    if any(text[one.end : other.start] != " " for one, other in pairwise(spans)):
        return False
    place = source.lower().find(name.lower())
    capitals = sum(map(str.isupper, source[place : place + len(name)]))
    return place >= 0 and capitals > (0 if source[: max(place, 0)].endswith((", ", "; ")) else 1)


def _next_to_name(text: str, spans: tuple[Span, ...], small: list[bool], index: int, step: int) -> bool:
    place = index + step
    while 0 <= place < len(spans) and abs(place - index) <= _MOST_SMALL:
        one, other = sorted((spans[place], spans[place - step]))
        if text[one.end : other.start] not in (" ", "\u00a0", "-", "&"):
            return False
        if not small[place]:
            return text[spans[place].start].isupper()
        place += step
    return False


def others_words(text: str, source: str, own: Language) -> Iterator[tuple[Span, str]]:
    """Yields the words of a third language that the source lacks, with the name of that language."""
    others = _others(own.tag)
    for span in candidates(text, own, others, _endings(own.tag)):
        word = span.of(text)
        language = others.get(word) or _by_ending(word, own)
        if language and not re.search(rf"\b{word}\b", source) and not is_own_use(text, span, own_use(own.tag, own.tag)):
            yield span, language
    first = _FIRST.match(text)
    if (
        first
        and first[1].lower() in others
        and first[1] not in source
        and not text[first.end() :].lstrip()[:1].isupper()
    ):
        yield Span(*first.span(1)), others[first[1].lower()]
    for span, language in own.foreign_letters(text):
        if f" {span.of(text)} " not in source:
            yield span, language
