"""Says what alignment sees of a segment: its tokens, list label, length, first letter and last mark.

Tokens are made for comparison across languages: lower case, accents off, elisions split, words cut to
six letters (a cheap stem that also unites cognates), numbers by value, document symbols whole; of scripts without
spaces pairs of letters, of languages that write words together the words alone. A light
reading of numbers of its own, rather than the language floor's placeables: alignment needs
neither offsets nor kinds, and reads every segment of both documents.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from tmtool.languages import language_of, letters
from tmtool.languages.alternatives import any_of
from tmtool.languages.language import Language
from tmtool.text.composition import composed
from tmtool.text.term_words import readings_alone

STEM_LETTERS = 6
MARKS = '?!:;("%$'


class TokenKind(IntEnum):
    """A `TokenKind` says what a token is; the kinds differ in how many of their tokens have no counterpart: words most,
    numbers least."""

    WORD = 0
    NUMBER = 1
    MARK = 2


class Start(IntEnum):
    """A `Start` says how a segment begins; quotation marks and dashes open direct speech, each in its language."""

    OTHER = 0
    LOWER = 1
    QUOTE = 2
    DASH = 3


@dataclass(frozen=True, slots=True)
class Features:
    """`Features` are what alignment sees of a segment.

    `label` is the value of its list label ("4", "a", "iv", "–"; empty for none); `length` counts the
    characters after the label; `end` is one of ``. ? ! : ; ,`` or empty; `start` is how the text before
    any label is taken off begins; `breaks` are the places where sentences or clauses end
    inside (at ``. ? ! : ;`` and a space), `boundaries` those where a capital follows a word though its own word has
    none elsewhere but to begin something, as where a heading and a sentence are in one segment; `leads` is true
    if the segment belongs with the next: the name of a language above "Original: …" in the head of a United Nations
    document, which the original itself does not have; `blank` if there is nothing but white space.
    """

    tokens: tuple[str, ...]
    label: str
    length: int
    end: str
    start: Start
    breaks: tuple[int, ...]
    boundaries: tuple[int, ...]
    leads: bool
    blank: bool


_APOSTROPHES = str.maketrans("’‘ʼ′", "''''")
_QUOTES = re.compile(r"[«»“”„‟]|''|<<|>>|``")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "\u00ad": ""})
_SPACE = " \u00a0\u2009\u202f"
_SINGLES = re.compile(rf"[{letters.SINGLE}]+")
_SINGLE_LENGTH = 3
"""A Han character is as long as so many letters."""
_ENDS = str.maketrans("…。？！：；，、؟؛،", "..?!:;,,?;,")
_LABELS = {
    **dict(zip("أبجدهوزحطي", "abcdefghij", strict=True)),
    **dict(zip("абвгде", "abcdef", strict=True)),
    **{number: str(value) for value, number in enumerate("一二三四五六七八九十", 1)},
}
"""List labels of other alphabets, and the one that is in the same place in Latin letters or figures."""

_SYMBOL = r"[a-z][a-z0-9.\-]{0,99}+(?:/[a-z0-9.\-]*[a-z0-9])+|\d++(?:/[a-z0-9.\-]*[a-z0-9])+"
"""A document symbol; what is before its first stroke has an end, so that a row of hyphens is not gone through from each
of its letters, and is not given back letter by letter where no stroke follows, as after most words."""
_WORD = r"[^\W\d_]+"
_NUMBER = {
    ".": rf"\d{{1,3}}(?:[,{_SPACE}]\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?",
    ",": rf"\d{{1,3}}(?:[.{_SPACE}]\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?",
}
_TOKEN = {
    decimal: re.compile(rf"(?P<symbol>{_SYMBOL})|(?P<number>{number})|(?P<word>{_WORD})|(?P<mark>[{re.escape(MARKS)}])")
    for decimal, number in _NUMBER.items()
}

_LABEL = re.compile(
    r"""\s*(?:[-–—•·]\s+)?
    (?: [(（]\s*(?P<closed>\d{1,3}(?:\.\d+)*|[a-z]|aa|bb|cc|dd|[ivxlc]+
          |[أبجدهوزحطي]ـ?|[а-е]|[一二三四五六七八九十])\s*[)）]
      | (?P<half>\d{1,3}(?:\.\d+)*|[a-z]|aa|bb|cc|dd|[ivxlc]+|[أبجدهوزحطي]ـ?|[а-е])\s?[)）]
      | (?P<dotted>\d{1,3}(?:\.\d+)*|[A-L]|[IVXLC]+)\.(?=\s|$)(?!\s*[A-Z]\.)
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_BULLET = re.compile(r"\s*[-–—•·]+\s+")
_BREAK = re.compile(
    r"[\w)\]%][\w)\]\"»”’'%]\s?[.?!:;…؟؛]+[)\]\"»”’']?\s+(?=\S)|[。？！；：]+[”」』》）]?(?=[^”」』》）\s])"
)
_CAPITAL = re.compile(r"(?<=[\w)\]»”])\s+[«“\"(]?([A-ZÀ-ÖØ-ÞŒ]\w*)")
_FIRST_WORD = re.compile(r"[A-ZÀ-ÖØ-ÞŒ]\w*")
_SMALL = re.compile(r"\b[a-zß-öø-ÿœ]\w*")
_OPENERS = ("«", "“", "„", "‹", "‘", '"', "'", "<", "``")
_DASHES = ("-", "–", "—")
_CLOSERS = " \t\u00a0\u202f\"»”’')]>」』》）"


def kind_of(token: str) -> TokenKind:
    """Returns the kind of a token that `tokens` made."""
    if token in MARKS:
        return TokenKind.MARK
    return TokenKind.WORD if token.isalpha() else TokenKind.NUMBER


def label_and_rest(text: str) -> tuple[str, str]:
    """Returns the value of the list label at the start of a segment, and the text after it.

    ``1.``, ``(a)``, ``a)``, ``(iv)``, ``iv)`` and dashes, also a dash before another label. The value is
    what is inside in lower case, so English ``(a)`` equals French ``a)``; a dash or bullet is ``–``.
    """
    found = _LABEL.match(text)
    if found and not (found["dotted"] and found["dotted"].islower()):
        value = found["closed"] or found["half"] or found["dotted"]
        value = value.lower().rstrip("ـ")
        return _LABELS.get(value, value), text[found.end() :]
    bullet = _BULLET.match(text)
    return ("–", text[bullet.end() :]) if bullet else ("", text)


def label_value(label: str) -> str:
    """Returns the value of a label that somebody else took off: ``(a)`` and ``a)`` are ``a``, ``-`` is ``–``."""
    stripped = label.strip()
    inside = re.sub(r"[\s()（）.\]\[:]+", ".", stripped).strip(".-–—•·").lower().rstrip("ـ")
    return _LABELS.get(inside, inside) or ("–" if stripped else "")


def tokens(text: str, language: str) -> tuple[str, ...]:
    """Returns the comparable tokens of a text, in order. `language` decides how digits are grouped."""
    known = language_of(language)
    if text.isascii() and text.isalpha() and (word := known.day_clock(text.lower())).isalpha():
        # Words are asked for one by one too.
        return (word[:STEM_LETTERS],)
    if text.isascii():  # as most English is, and nothing has to be folded but capitals
        plain = _QUOTES.sub('"', text).lower()
    else:
        even = _QUOTES.sub('"', _figures(text).translate(_APOSTROPHES)).casefold().translate(_LIGATURES)
        plain = unicodedata.normalize("NFKD", composed(even))
        for mark in filter(unicodedata.combining, set(plain)):
            plain = plain.replace(mark, "")
    plain = _raised(known).sub("", known.day_clock(plain))
    decimal = known.decimal_sign
    result: list[str] = []
    for found in _TOKEN[decimal].finditer(plain):
        token, kind = found[0], found.lastgroup
        if kind == "word":
            if not token.isascii():
                result += _words(token, known)
                continue
            token = token[:STEM_LETTERS]
        elif kind == "number":
            token = _value(token, decimal)
        result.append(token)
    return tuple(result)


def _figures(text: str) -> str:
    """Returns the text with the digits of all scripts as those of ASCII."""
    return _OTHER_DIGIT.sub(lambda digit: str(unicodedata.digit(digit[0])), text)


_OTHER_DIGIT = re.compile(r"[^\D0-9]")


def _words(token: str, known: Language) -> Iterator[str]:
    """Yields the tokens of a run of letters: of single letters each with the next one, else the word alone, cut."""
    end = 0
    for run in _SINGLES.finditer(token):
        if run.start() > end:
            yield token[end : run.start()][:STEM_LETTERS]
        end = run.end()
        for part in _parted(run.group(), known):
            yield from (part[at : at + 2] for at in range(max(1, len(part) - 1)))
    if end < len(token):
        yield _alone(token[end:], known)[:STEM_LETTERS]


def _parted(run: str, known: Language) -> Iterator[str]:
    """Yields the stretches of a run of single letters between those that are mostly words by themselves, and these."""
    between = known.word_set("between")
    start = 0
    for at, letter in enumerate(run):
        if letter in between:
            if at > start:
                yield run[start:at]
            yield letter
            start = at + 1
    if start < len(run):
        yield run[start:]


@lru_cache(1 << 16)
def _alone(word: str, known: Language) -> str:
    """Returns a word without what is written together with it: the shortest of its readings that is not very short."""
    if known.readings is None:
        return word
    readings = (one for one in readings_alone(word, known) if len(one) >= _SHORTEST_READING)
    return min(readings, key=len, default=known.fold(word))


_SHORTEST_READING = 3


@cache
def _raised(language: Language) -> re.Pattern[str]:
    """Returns the expression of the letters of an ordinal after its figures; it never matches in a language that has
    none."""
    return re.compile(rf"(?<=\d)(?:{any_of(language.ordinal_endings)})\b")


def features(texts: Sequence[str], language: str, labels: Sequence[str] | None = None) -> tuple[Features, ...]:
    """Returns what alignment sees of each segment; labels are read off the texts where none are given."""
    if labels is not None and len(labels) != len(texts):
        raise ValueError(f"{len(labels)} labels for {len(texts)} segments")
    openers = _openers(texts)
    cues = language_of(language).cues
    original = cues.pattern("original")
    names = {name.casefold() for name in cues.phrases("language")}
    result = []
    for number, text in enumerate(texts):
        following = texts[number + 1] if number + 1 < len(texts) else ""
        label, rest = label_and_rest(text) if labels is None else (label_value(labels[number]), text)
        tail = rest.rstrip(_CLOSERS)
        end = tail[-1:].translate(_ENDS)
        result.append(
            Features(
                tokens=tokens(rest, language),
                label=label,
                length=_length(rest.strip()),
                end=end if end in ".?!:;," else "",
                start=_start(text, rest),
                breaks=tuple(found.end() for found in _BREAK.finditer(rest)),
                boundaries=tuple(found.start(1) for found in _CAPITAL.finditer(rest) if found[1].lower() in openers),
                leads=text.strip().casefold() in names
                and original is not None
                and original.match(following.lstrip()) is not None,
                blank=not text.strip() and not label,
            )
        )
    return tuple(result)


def words_alone(of_text: tuple[str, ...]) -> Features:
    """Returns features that have nothing but tokens."""
    return Features(of_text, "", 1, "", Start.OTHER, (), (), leads=False, blank=False)


def _length(text: str) -> int:
    """Returns the number of characters, at least one; those that are words count for several."""
    if text.isascii():
        return max(1, len(text))
    return max(1, len(text) + (_SINGLE_LENGTH - 1) * sum(map(len, _SINGLES.findall(text))))


def _openers(texts: Sequence[str]) -> set[str]:
    """Returns the words that have a capital only because they begin something: inside segments they are as often or
    more often written small, or begin a segment and have a capital inside but once."""
    capital = Counter(word.lower() for text in texts for word in _CAPITAL.findall(text))
    small = Counter(word for text in texts for word in _SMALL.findall(text))
    first = {found[0].lower() for text in texts if (found := _FIRST_WORD.search(text))}
    return {word for word, times in small.items() if times >= capital[word]} | {
        word for word in first if capital[word] == 1
    }


def _start(text: str, rest: str) -> Start:
    bare = text.lstrip()
    if bare.startswith(_OPENERS):
        return Start.QUOTE
    if bare.startswith(_DASHES):
        return Start.DASH
    first = next((character for character in rest if character.isalnum()), "")
    return Start.LOWER if first.islower() else Start.OTHER


def _value(number: str, decimal: str) -> str:
    grouping = _SPACE + ("," if decimal == "." else ".")
    grouped = number.translate(dict.fromkeys(map(ord, grouping)))
    whole, _, fraction = grouped.partition(decimal)
    fraction = fraction.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{fraction}" if fraction else "")
