"""Which words of a text belong to another language? The evidence that something was left untranslated.

Looked for are lower-case words outside quotations, brackets and runs of capitals, which are names (fact 105 of
docs/un-french.md): words of the source's grammar that the text's own language lacks; words of the source copied, where
the text's language does not know them or means something else by them; and words of third languages.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.fr import lexicon
from tmtool.languages.fr.grammar.reading import Word, reading
from tmtool.languages.language import Language
from tmtool.languages.pairs.en_fr import PAIR
from tmtool.languages.stems import Word as Linked
from tmtool.languages.stems import stem
from tmtool.model import Occurrence, Span

SET_APART = re.compile(
    r"«[^»]*»|<<.*?>>|“[^”]*”|\"[^\"]*\"|\([^)]*\)|\[[^\]]*\]|https?://\S+|\S+@\S+|\bwww\.\S+|\b\w+\.(?:com|org|net|int)\b"
    r"|``.*?``|(?::[\w+-]+:)+`[^`]*`|`[^`]+`_{0,2}|\*[^*\s][^*]*\*|:[\w+-]+:(?=\s|$)"
)
"""What may be in another language: quotations, brackets, addresses; and the code, roles and names of documentation
(reStructuredText, Markdown)."""
_FOLDER = Path(__file__).parent
_EVERYWHERE = "."
_WHOLE = re.compile(r"(?<![\w’'.@/-])[a-z]+(?![\w@/-]|\.\w|['’](?!s\b)\w)")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)[ -]+$")
_LEAST = 4
"""Letters of a word copied from the source that tells something."""
_FIRST = re.compile(r"(?:\d+\. )?([A-Z][a-zà-ü]+)(?= [a-z])")
"""The word that opens a text, which has its capital from that."""
_E_OR_O = re.compile(r"(?<=[^\W\d_]{2} )[eo](?= [^\W\d_]{2})")
_AFTER_Y = frozenset({"V", "A"})
"""What may follow y in French: a verb, or relatif, afférent."""


@cache
def _own_use(own: str, foreign: str) -> Mapping[str, re.Pattern[str] | None]:
    """The words that are something else in the language of the text, with where they are; None for everywhere."""
    rows = tables.rows(_FOLDER / "foreign_words.tsv")
    return {
        word: None if use == _EVERYWHERE else re.compile(use)
        for here, there, word, use in rows
        if (here, there) == (own, foreign)
    }


@cache
def _twins() -> frozenset[str]:
    return frozenset(tables.words(_FOLDER / "foreign_twins.txt"))


@cache
def _latin() -> frozenset[str]:
    return frozenset(tables.words(_FOLDER / "foreign_latin.txt"))


@cache
def _others(own: str) -> Mapping[str, str]:
    """The words of third languages with the name of their language."""
    rows = tables.rows(_FOLDER / "foreign_others.tsv")
    return {word: name for here, name, words in rows if here == own for word in words.split()}


@cache
def _endings(own: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = tables.rows(_FOLDER / "foreign_endings.tsv")
    return tuple((name, re.compile(rf"\w{{3,}}(?:{endings})")) for here, name, endings in rows if here == own)


def _by_ending(word: str, own: str) -> str:
    """The language that has the ending of a word which the text's own language does not know, "" for none."""
    name = next((name for name, ending in _endings(own) if ending.fullmatch(word)), "")
    return "" if not name or lexicon.is_known(word) else name


def foreign_words(text: str, own: Language, foreign: Language) -> tuple[Span, ...]:
    """The words of `text`, written in `own`, that belong to the grammar of `foreign`."""
    apart = _apart(text)
    spans = own.words(text)
    uses = _own_use(own.tag, foreign.tag)
    flags = []
    for span in spans:
        word = span.of(text)
        is_foreign = word.islower() and word.isascii() and len(word) > 1 and word in foreign.function_words
        is_own = word in own.function_words and uses.get(word) is None
        flags.append(is_foreign and not is_own and not any(span.overlaps(one) for one in apart))
    small = [flag or span.of(text) in foreign.function_words for span, flag in zip(spans, flags, strict=True)]
    return tuple(
        span
        for index, (span, flag) in enumerate(zip(spans, flags, strict=True))
        if flag and not _is_own_use(text, span, uses) and not _between_names(text, spans, small, index)
    )


def _is_own_use(text: str, span: Span, uses: Mapping[str, re.Pattern[str] | None]) -> bool:
    word = span.of(text)
    if word not in uses:
        return False
    use = uses[word]
    return use is None or any(Span(*found.span()).overlaps(span) for found in use.finditer(text))


def _between_names(text: str, spans: tuple[Span, ...], small: list[bool], index: int) -> bool:
    """True for the small words of a name: "Center for Human Rights", "Newport on the Levee"."""
    return all(_next_to_name(text, spans, small, index, step) for step in (-1, 1))


def _next_to_name(text: str, spans: tuple[Span, ...], small: list[bool], index: int, step: int) -> bool:
    place = index + step
    while 0 <= place < len(spans):
        one, other = sorted((spans[place], spans[place - step]))
        if text[one.end : other.start] not in (" ", "-", "&"):
            return False
        if not small[place]:
            return text[spans[place].start].isupper()
        place += step
    return False


def copied_words(text: str, source: str, own: Language) -> Iterator[Span]:
    """The words that a French `text` has from its English `source`, though French lacks them or has them in another
    sense."""
    if own.tag != "fr":
        return
    theirs = frozenset(_WHOLE.findall(source.lower()))
    for span in _candidates(text, own):
        word = span.of(text)
        if word in theirs and (word in _twins() or _is_english_only(word)):
            yield span


def terms_left(
    text: str, source: str, own: Language, terms: Iterable[Occurrence], known: Collection[str]
) -> Iterator[Span]:
    """The terms of the `source` that stand in a `text` as they are, though it has none for their concepts (`known` are
    those that it has)."""
    apart = _apart(text)
    for term in terms:
        words = term.span.of(source)
        place = text.find(words)
        if place < 0 or " " not in words or term.concept.id in known:
            continue
        span = Span(place, place + len(words))
        before = _WORD_BEFORE.search(text, max(0, place - 40), place)
        in_name = (before and _is_name(before[1], own)) or text[span.end :].lstrip(" -")[:1].isupper()
        if not in_name and not text[span.end :][:1].isalnum() and not any(span.overlaps(one) for one in apart):
            yield span


def _is_english_only(word: str) -> bool:
    return len(word) >= _LEAST and _is_translated(word) and word not in _latin() and not _is_french(word)


def _is_translated(word: str) -> bool:
    """True for an English word for which French likely has others, not its like."""
    cut = stem(word, PAIR.source)
    return PAIR.links is not None and any(other != cut for other in PAIR.links.likely(Linked(Span(0, len(word)), cut)))


def _is_french(word: str) -> bool:
    """True if the lexicon has the word; it has "government", too, as half of a foreign compound."""
    return any(entry.category != "X" for entry in lexicon.entries(word))


def others_words(text: str, source: str, own: Language) -> Iterator[tuple[Span, str]]:
    """The words of a third language that the source lacks, with the name of that language."""
    others = _others(own.tag)
    for span in _candidates(text, own, letters=r"[^\W\d_]+"):
        word = span.of(text)
        language = others.get(word) or _by_ending(word, own.tag)
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
    if own.tag == "fr":
        for found in _E_OR_O.finditer(text):
            span = Span(*found.span())
            around = text[span.start - 2] + text[span.end + 1]
            if around.islower() and f" {found.group()} " not in source:
                yield span, "Italian or Portuguese"
        yield from ((span, "Spanish") for span in _lone_y(text, source))


def _lone_y(text: str, source: str) -> Iterator[Span]:
    """Each y that can be no French pronoun, since no verb follows."""
    words = reading(text)
    for index, word in enumerate(words[:-1]):
        if word.text == "y" and word.before == " " and not _follows_y(words[index + 1]) and " y " not in source:
            yield word.span


def _follows_y(word: Word) -> bool:
    if not word.joined or word.is_name:
        return word.is_name
    return not word.entries or bool(word.categories & _AFTER_Y) or word.lower in {"en", "compris", "a"}


def _candidates(text: str, own: Language, letters: str = "[a-z]+") -> Iterator[Span]:
    """The words in lower case that are neither set apart nor beside a name."""
    apart = _apart(text)
    for found in re.finditer(rf"(?<![\w’'.@/-]){letters}(?![\w@/-]|['’]\w)", text):
        span = Span(*found.span())
        if not found.group().islower() or any(span.overlaps(one) for one in apart):
            continue
        before = _WORD_BEFORE.search(text, max(0, span.start - 40), span.start)
        if not (before and _is_name(before[1], own)) and not text[span.end :].lstrip(" -")[:1].isupper():
            yield span


def _is_name(word: str, own: Language) -> bool:
    """True for a word with a capital that is no word of the text's own language."""
    if not word[0].isupper() or own.fold(word) in own.function_words:
        return False
    return own.tag != "fr" or not lexicon.is_known(word.lower())


def _apart(text: str) -> list[Span]:
    return [Span(*found.span()) for found in SET_APART.finditer(text)]
