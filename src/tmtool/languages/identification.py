"""Tells whether texts read as another language than they are said to be in.

It is told by the words of grammar that one of two languages has and the other lacks ("the, of, with" against "le, des,
avec"), and by the script. Languages with a folder, of the house or from outside, are known by their function words,
some others by ``common_words.tsv``. Where a text may be in its language, it is: of 7,012 texts in seven languages
(documents of the United Nations, laws, news, novels; 2026-11-27) none reads as another, nor does any of 20,150 pieces
of 5 to 40 segments.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path

from tmtool import languages
from tmtool.languages import letters, tables, writing
from tmtool.languages.tags import primary

LATIN = "LATIN"
_FEWEST, _FEWEST_TEXTS = 8, 3
"""Words of another language's grammar that there must be, in so many segments: a line or two are taken as they are."""
_FEWEST_OF_ANOTHER = 4
"""Different words of the grammar of a language that tell a text of a line or two, where it has none of the grammar of
the language expected: of 4,000 rows of the United Nations in each of English, French and Spanish, alone or two or four
together, none reads as another then (2026-11-29)."""
_TIMES = 9
"""How many words of that grammar there must be for each of the grammar of the language expected."""
_FEWEST_LETTERS, _MOSTLY = 60, 0.9
"""Letters of a text that tell its script, and the share of them that must be of another one."""
_ENOUGH = 20_000
"""Characters of a text that are looked at."""
_WORD = re.compile(r"[^\W\d_]+['’]?")
_LETTER = re.compile(r"[^\W\d_]")


def reads_as(texts: Iterable[str], tag: str, *others: str) -> str:
    """Returns the tag of the language in which texts are, where it is another than that of `tag`; "" where they may be
    in that, or nothing is known of it. `others` are languages that are likely besides those that are known here: a line
    or two in one of them may be left untranslated."""
    expected = primary(tag)
    own_scripts = _scripts(expected)
    if not own_scripts:
        return ""
    some = _sample(texts)
    script = _script_of("".join(some))
    if script and script not in own_scripts and script != LATIN:
        return writing.language_of_script(script)
    if LATIN not in own_scripts and script != LATIN:
        return ""
    likely = {primary(other) for other in others}
    return _likeliest(some, expected, likely) or _third(some, expected, likely)


def _likeliest(texts: Sequence[str], expected: str, others: Iterable[str]) -> str:
    """Returns the language that far more of the words speak for than for the one expected; "" for none."""
    words = [Counter(words_in(text)) for text in texts]
    together = Counter[str]()
    for some in words:
        together.update(some)
    own = grammar_of(expected)
    found, most = "", 0
    # The likely ones first: where one and another have as many ("le", "de", "la"), it is one of them.
    for other in dict.fromkeys((*others, *_known())):
        if other == expected:
            continue
        grammar = grammar_of(other)
        against, here = own - grammar, grammar - own
        count = _count(together, here)
        if count <= most or count < _FEWEST or count < _TIMES * _count(together, against):
            continue
        if sum(not here.isdisjoint(some) for some in words) >= _FEWEST_TEXTS:
            found, most = other, count
    return found


def _third(texts: Sequence[str], expected: str, others: Iterable[str]) -> str:
    """Returns the language of a text, however short, that is in none of those expected; "" for none."""
    words = {word for text in texts for word in words_in(text)}
    if not (own := grammar_of(expected)):
        return ""
    found, most = "", _FEWEST_OF_ANOTHER - 1
    for other in dict.fromkeys((*_known(), *others)):
        grammar = grammar_of(other)
        count = len(words & (grammar - own))
        if count > most and words.isdisjoint(own - grammar):
            found, most = other, count
    return "" if found in others else found


def _count(words: Mapping[str, int], grammar: frozenset[str]) -> int:
    return sum(number for word, number in words.items() if word in grammar)


def _sample(texts: Iterable[str]) -> list[str]:
    """Returns so much of the texts as is looked at, taken from all over."""
    every = list(texts)
    step = 1 + sum(map(len, every)) // _ENOUGH
    return [text[:_ENOUGH] for text in every[::step]]


def words_in(text: str) -> Iterable[str]:
    """Yields the words of a text, folded, an elided one with its apostrophe and without."""
    for found in _WORD.finditer(text):
        word = letters.fold(found[0])
        yield word
        if word.endswith("'"):
            yield word[:-1]


def _script_of(text: str) -> str:
    """Returns the script of nearly all letters, by the first word of their names; "" for none or too few letters."""
    some = list(islice((found[0] for found in _LETTER.finditer(text)), 2000))
    if len(some) < _FEWEST_LETTERS:
        return ""
    script, count = Counter(map(script_of_letter, some)).most_common(1)[0]
    return script if count >= _MOSTLY * len(some) else ""


def script_of(phrase: str) -> str:
    """Returns the script of more than half of the letters of a phrase, by the first word of their names, or ""."""
    letters_of_scripts = Counter(script_of_letter(found[0]) for found in _LETTER.finditer(phrase))
    script, count = max(letters_of_scripts.items(), key=lambda one: one[1], default=("", 0))
    return script if 2 * count > letters_of_scripts.total() else ""


@cache
def script_of_letter(letter: str) -> str:
    """Returns the script of a letter, by the first word of its name; "" for what has none."""
    return unicodedata.name(letter, " ").split(" ", 1)[0]


@cache
def _scripts(tag: str) -> frozenset[str]:
    """Returns the scripts of a language; none for one of which nothing is known."""
    return writing.scripts(tag) or (frozenset((LATIN,)) if grammar_of(tag) else frozenset())


@cache
def grammar_of(tag: str) -> frozenset[str]:
    """Returns the words of grammar of a language, folded."""
    own = languages.function_words(tag)
    known = own or frozenset(word for of, words in _words() if of == tag for word in words.split())
    return frozenset(letters.fold(word) for word in known)


@cache
def _known() -> tuple[str, ...]:
    """Returns the languages that are known by their words."""
    return (*languages.supported(), *(tag for tag, _ in _words()))


@cache
def _words() -> tuple[tuple[str, str], ...]:
    rows = tables.rows(Path(__file__).with_name("common_words.tsv"))
    return tuple((tag, text) for what, tag, text in rows if what == "words")
