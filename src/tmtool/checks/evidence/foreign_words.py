"""Which words of a text belong to another language? The evidence that something was left untranslated.

Looked for are lower-case words outside quotations, brackets and runs of capitals, which are names (fact 105 of
docs/un-french.md): words of the source's grammar that the text's own language lacks; words of the source copied, where
the text's language does not know them or means something else by them; and words of third languages.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from tmtool import languages
from tmtool.checks.evidence.identifiers import identifiers
from tmtool.languages import pairs
from tmtool.languages.language import Language, no_entries
from tmtool.languages.name_ends import particles
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.pairs.word_links import WordLinks
from tmtool.languages.stems import Word as Linked
from tmtool.languages.stems import stem
from tmtool.model import Occurrence, Span
from tmtool.model.span_index import SpanIndex

_MOST = 2000
"""Characters of the longest quotation that is looked for: a text of opening marks only would be read from each of them
to its end."""
_MOST_OF_NAME = 64
"""Characters of a name before the @ of an address (RFC 5321, 4.5.3.1.1)."""
SET_APART = re.compile(
    r"«[^»]{0,N}»|<<.{0,N}?>>|[“„][^“”]{0,N}[“”]|\"[^\"]{0,N}\"|\([^)]{0,N}\)|\[[^\]]{0,N}\]|https?://\S+|\S{1,M}@\S+|\bwww\.\S+"
    r"|\b\w+\.(?:com|org|net|int|eu|edu|gov|info)\b|``.{0,N}?``|(?::[\w+-]{1,M}:){1,8}`[^`]{0,N}`|`[^`]{1,N}`_{0,2}|\*[^*\s][^*]{0,N}\*"
    r"|:[\w+-]{1,M}:(?=\s|$)|\b[A-Z]+(?:/[\w.()-]{1,M}){1,8} [a-z]{2,4}\.".replace("N", str(_MOST)).replace(
        "M", str(_MOST_OF_NAME)
    )
)
"""What may be in another language: quotations, brackets, addresses; the code, roles and names of documentation
(reStructuredText, Markdown); and a symbol with an abbreviation: CE/128/1 prov."""
_EVERYWHERE = "."
_WHOLE = re.compile(r"(?<![\w’'.@/-])[a-z]+(?![\w@/-]|\.\w|['’](?!s\b)\w)")
_PLAIN_WORD, _ANY_WORD = (
    re.compile(rf"(?<![\w’'.@/-]){letters}(?![\w@/-]|\.[a-z\d]|['’]\w)") for letters in ("[a-z]+", r"[^\W\d_]+")
)
_NAME_BEFORE = re.compile(r"[^\W\d_](?<!\b[Qq])[^\W\d_u]['’]$")
_PART_BEFORE, _COMPOUND = re.compile(r"(?:[^\W\d_]{2}/|[^\W\d_]-)$"), re.compile(r"-(?:\d|[^\W\d_]{3})")
_FRAGMENT = "X"
"""The category of half of a foreign compound: the French lexicon has "government", too."""
_WORD_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)[ -]+$")
_GAP = re.compile(r"[ -]*")
_MOST_SMALL = 8
"""Small words next to each other in a name."""
_LONGEST_SMALL, _MOSTLY = 3, 0.7
"""Letters of the longest small word (the, and), which has no capital in a name; and the share of words with one."""
_LEAST = 4
"""Letters of a word copied from the source that tells something."""
_FIRST = re.compile(r"(?:\d+\. )?([A-Z][a-zà-ü]+)(?= [a-z])")
"""The word that opens a text, which has its capital from that."""


_OPENING_WORD = re.compile(r"(?:^|\t)(?:\d+\.? )?([A-Z][a-z]{3,})(?= ([^\W\d_]+))")
"""A word with a capital that opens a text or a cell, before another."""
_TWO_WORDS = re.compile(r"(?<![\w’'.@/-])(?=([a-z]{3,}) ([a-z]{3,})(?![\w@/-]|['’]\w))")

_CITATION = re.compile(
    r"\W*(?:\d+\.?\s+)?([^\W\d_][\w’'-]+),?\s(?:[A-Z]\.?[ -]?){1,3}(?:,|;|\s?&|\s?(?=\((?:19|20)\d\d))"
    r"(?=.*?\b(?:19|20)\d\d\b)"
)
"""How the entry of a bibliography begins, with the names of its authors, and that it has a year."""


def is_citation(text: str) -> bool:
    """Tells whether a text is the entry of a bibliography, which stays in its language."""
    found = _CITATION.match(text)
    return found is not None and found[1][0].isupper()


def is_like_a_name(text: str) -> bool:
    """Tells whether a text is written as names are, which may stay in their language: most of its words with a capital
    and no mark at its end."""
    words = [word for word in re.findall(r"[^\W\d_]{2,}", text) if len(word) > _LONGEST_SMALL or word[0].isupper()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _LEAST and capitals > _MOSTLY * len(words) and text.rstrip()[-1:] not in ".;:,?!"


@cache
def _own_use(own: str, foreign: str) -> Mapping[str, re.Pattern[str] | None]:
    """Returns the words that are something else in the language of the text, with where they are, or None for
    everywhere."""
    pair = pairs.get(foreign, own)
    of_pair = ((word, use) for here, word, use in (pair.rows("own_uses.tsv") if pair else ()) if here == own)
    every = (*languages.get(own).rows("own_uses.tsv"), *of_pair)
    return {word: None if use == _EVERYWHERE else re.compile(use) for word, use in every}


@cache
def _words(pair: LanguagePair, name: str) -> frozenset[str]:
    return frozenset(word for (word,) in pair.rows(name))


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
    apart = _apart(text)
    spans = own.words(text)
    uses = _own_use(own.tag, foreign.tag)
    flags = []
    for span in spans:
        word = span.of(text)
        if word not in foreign.function_words or not word.islower() or not word.isascii() or len(word) < 2:
            flags.append(False)
            continue
        is_own = word in own.function_words and uses.get(word) is None
        is_other = is_own or _in_name(text, span) or _is_part(text, span)
        flags.append(not is_other and not apart.overlaps(span))
    if True not in flags:
        return ()
    small = [flag or span.of(text) in foreign.function_words for span, flag in zip(spans, flags, strict=True)]
    return tuple(
        span
        for index, (span, flag) in enumerate(zip(spans, flags, strict=True))
        if flag
        and not _is_own_use(text, span, uses)
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


def _is_own_use(text: str, span: Span, uses: Mapping[str, re.Pattern[str] | None]) -> bool:
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


def copied_words(text: str, source: str, own: Language, pair: LanguagePair | None) -> Iterator[Span]:
    """Yields the words that a `text` has from its `source`, though its `own` language lacks them.

    None where its lexicon is not known, or where the links of the pair do not begin with the source's language.
    """
    if own.lexicon is no_entries or pair is None or pair.is_turned or pair.links is None:
        return
    links = pair.links
    for span in _candidates(text, own, _words_of(source)):
        if _is_foreign_only(span.of(text), own, pair, links):
            yield span


def opening_words(text: str, source: str, own: Language, pair: LanguagePair | None) -> Iterator[Span]:
    """Yields the words that open a text or one of its cells and are those of the `source`, before a
    preposition of its own: Outcome de la réunion. Before anything else it may be a name: Woods a perdu."""
    if own.lexicon is no_entries or pair is None or pair.is_turned or pair.links is None:
        return
    for found in _OPENING_WORD.finditer(text):
        word = found[1].lower()
        if not any(entry.category.startswith("PREP") for entry in own.lexicon(found[2])):
            continue
        if re.search(rf"(?:^|\t|[.:;)] ?){found[1]}\b", source) and _is_foreign_only(word, own, pair, pair.links):
            yield Span(*found.span(1))


def copied_phrases(text: str, source: str, own: Language, pair: LanguagePair | None) -> Iterator[Span]:
    """Yields each two words that a `text` has from its `source`, both of which translations render otherwise and one of
    which its `own` language lacks: tea break."""
    if own.lexicon is no_entries or pair is None or pair.is_turned or pair.links is None:
        return
    apart = _apart(text)
    for found in _TWO_WORDS.finditer(text):
        span = Span(found.start(1), found.end(2))
        words = found.groups()
        if any(word in own.function_words or word in _words(pair, "latin.txt") for word in words):
            continue
        if all(map(own.lexicon, words)) or not all(_is_translated(word, pair.source, pair.links) for word in words):
            continue
        # The source is gone through last, since it may be as long as the text.
        if not apart.overlaps(span) and not _capital_follows(text, span.end) and span.of(text) in source:
            yield span


def false_twins(text: str, source: str, own: Language, pair: LanguagePair | None) -> Iterator[Span]:
    """Yields the words that a `text` has from its `source` and its `own` language has in another sense, but where the
    words beside them show that sense: « sera close »."""
    if own.lexicon is no_entries or pair is None or pair.is_turned or pair.links is None:
        return
    twins, uses = _words_of(source) & _words(pair, "false_twins.txt"), _own_use(own.tag, pair.source)
    for span in _candidates(text, own, twins) if twins else ():
        if not _is_own_use(text, span, uses):
            yield span


def terms_left(
    text: str, source: str, own: Language, terms: Iterable[Occurrence], known: Collection[str]
) -> Iterator[Span]:
    """Yields the terms of the `source` that are in a `text` unchanged, though it has none for their concepts (`known`
    are those that it has)."""
    apart = _apart(text)
    places: dict[str, int] = {}
    for term in terms:
        words = term.span.of(source)
        if " " not in words or term.concept.id in known or not term.concept.in_language(own.tag):
            continue
        place = places[words] if words in places else places.setdefault(words, text.find(words))
        if place < 0:
            continue
        span = Span(place, place + len(words))
        before = _WORD_BEFORE.search(text, max(0, place - 40), place)
        in_name = (before and _is_name(before[1], own)) or _capital_follows(text, span.end)
        if not in_name and not text[span.end : span.end + 1].isalnum() and not apart.overlaps(span):
            yield span


def _is_foreign_only(word: str, own: Language, pair: LanguagePair, links: WordLinks) -> bool:
    """Tells whether a word of the source is one that the text's own language does not have, and has others for."""
    return (
        len(word) >= _LEAST
        and _is_translated(word, pair.source, links)
        and word not in _words(pair, "latin.txt")
        and all(entry.category == _FRAGMENT for entry in own.lexicon(word))
    )


def _is_translated(word: str, language: str, links: WordLinks) -> bool:
    """Tells whether the other language likely has other words for this one, not its like."""
    cut = stem(word, language)
    return any(other != cut for other in links.likely(Linked(Span(0, len(word)), cut)))


def others_words(text: str, source: str, own: Language) -> Iterator[tuple[Span, str]]:
    """Yields the words of a third language that the source lacks, with the name of that language."""
    others = _others(own.tag)
    for span in _candidates(text, own, others, _endings(own.tag)):
        word = span.of(text)
        language = others.get(word) or _by_ending(word, own)
        if language and not re.search(rf"\b{word}\b", source):
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


@lru_cache(maxsize=16)  # two checks ask for them
def _words_of(source: str) -> frozenset[str]:
    return frozenset(_WHOLE.findall(source.lower()))


def _candidates(
    text: str, own: Language, wanted: Container[str], endings: Sequence[tuple[str, re.Pattern[str]]] = ()
) -> Iterator[Span]:
    """Yields the words in lower case that are wanted, or have one of the endings, and are neither set apart nor next to
    a name."""
    apart = _apart(text)
    for found in (_ANY_WORD if endings else _PLAIN_WORD).finditer(text):
        word = found.group()
        if not word.islower() or not (word in wanted or any(ending.fullmatch(word) for _, ending in endings)):
            continue
        span = Span(*found.span())
        if apart.overlaps(span):
            continue
        before = _WORD_BEFORE.search(text, max(0, span.start - 40), span.start)
        if not (before and _is_name(before[1], own)) and not _capital_follows(text, span.end):
            yield span


def _capital_follows(text: str, end: int) -> bool:
    """Tells whether the next letter after a word that ends there, over spaces and hyphens, is a capital."""
    gap = _GAP.match(text, end)
    return gap is not None and text[gap.end() : gap.end() + 1].isupper()


def _is_name(word: str, own: Language) -> bool:
    """Tells whether this is a word with a capital that is no word of the text's own language."""
    if not word[0].isupper() or own.fold(word) in own.function_words:
        return False
    return not own.lexicon(word.lower())


@lru_cache(maxsize=16)  # the checks take turns over one segment
def _apart(text: str) -> SpanIndex:
    return SpanIndex(Span(*found.span()) for found in SET_APART.finditer(text))
