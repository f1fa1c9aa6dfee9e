"""Tells in which direction a query asks: from the source language, or, since it is in the target language, from that.

A query is a phrase or a sentence, too short for `identification`. Its script tells, where that is of one language and
not of the other. Of two in one script, the words of grammar that one language has and the
other lacks tell ("the, of" against "le, des"), and words in lower case with letters that the other is written without.
Of a phrase that has but one such word, as of "de facto recognition", the words of content must tell too, by the lexicon
and the pair's table of what words weigh; a phrase without any may be in either. What is plainly in neither of the two,
but in another language of their script, is asked from that.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from tmtool import languages
from tmtool.languages import writing
from tmtool.languages.identification import LATIN, grammar_of, script_of, words_in
from tmtool.languages.tags import primary

_NAME = re.compile(r"(?:[^\W\d_]['’])?\b[A-ZÀ-ÖØ-Þ]\w*")
"""A word with a capital, with what is elided before it: a name, which is the same in any language."""
_OTHER_SCRIPT = re.compile("[\u0370-\u1cff\u2c00-\u2dff\u3041-\ud7ff\uf900-\ufdff\U00020000-\U0003ffff]")
"""Letters of other scripts than the Latin one."""
_PLAINLY = 2
"""How many words of grammar speak plainly for a language."""
_TIMES = 3
"""How many words of grammar must speak for the target language where one speaks for the source."""


def direction_of(text: str, source_language: str, target_language: str, into: str = "") -> tuple[str, str]:
    """Returns the two languages in the order in which a text asks: as given, or turned round where it is plainly in the
    target language; `into` as in `directions_of`."""
    return directions_of(text, source_language, target_language, into)[0]


def directions_of(text: str, source_language: str, target_language: str, into: str = "") -> tuple[tuple[str, str], ...]:
    """Returns the directions in which to ask, one after the other until something is found: both where no word of
    grammar tells. A text in a script of neither language is asked from the language of its script, for both of them or,
    if who asks named one for the answers, for that alone (`into`)."""
    given, turned = (source_language, target_language), (target_language, source_language)
    if _OTHER_SCRIPT.search(text) and (told := _by_script(text, source_language, target_language, into)):
        return told
    there, here = grammar_of(primary(source_language)), grammar_of(primary(target_language))
    against = sum(word in there and word not in here for word in words_in(text))
    lower = _NAME.sub(" ", unicodedata.normalize("NFC", text))
    found = sum(word in here and word not in there for word in words_in(lower))
    found += _spelt(lower, writing.letters(target_language) - writing.letters(source_language))
    if third := _third(lower, primary(source_language), primary(target_language)):
        return *_from(third, source_language, target_language, into), given, turned
    if found < max(1, _TIMES * against) or (found == 1 and not _has_content(text, source_language, target_language)):
        return (given,) if against else (given, turned)
    return (turned,)


def _third(text: str, *pair: str) -> str:
    """Returns the language in the Latin script that a text is plainly in though it is neither of the two: no word of
    grammar is theirs and not its, and several words or letters are its and not theirs; "" for none."""
    words = list(words_in(text))
    best, most = "", _PLAINLY - 1
    for tag, its, theirs, marked in _others(*pair):
        if any(word in theirs for word in words):
            continue
        found = sum(word in its for word in words) + _spelt(text, marked)
        if found > most:
            best, most = tag, found
    return best


@cache
def _others(*pair: str) -> tuple[tuple[str, frozenset[str], frozenset[str], frozenset[str]], ...]:
    """Returns the other languages in the Latin script, each with the words of grammar that it alone has, those that
    only one of the two has, and the letters that it alone has."""
    own = frozenset[str]().union(*map(grammar_of, pair))
    return tuple(
        (
            tag,
            grammar_of(tag) - own,
            own - grammar_of(tag),
            writing.letters(tag).difference(*map(writing.letters, pair)),
        )
        for tag in languages.supported()
        if tag not in pair and LATIN in writing.scripts(tag)
    )


def _from(third: str, source_language: str, target_language: str, into: str) -> tuple[tuple[str, str], ...]:
    """Returns the directions in which a text in a third language asks."""
    return ((third, into),) if into else ((third, source_language), (third, target_language))


def _by_script(text: str, source_language: str, target_language: str, into: str) -> tuple[tuple[str, str], ...]:
    """Returns the directions that the script of a text leaves; none where it tells nothing."""
    script = script_of(text)
    here, there = (script in writing.scripts(tag) for tag in (source_language, target_language))
    if here or there:
        given, turned = (source_language, target_language), (target_language, source_language)
        return () if here and there else (given if here else turned,)
    language = writing.language_of_script(script)
    return _from(language, source_language, target_language, into) if language else ()


def _spelt(text: str, letters: frozenset[str]) -> int:
    """Counts the words that have such letters."""
    return 0 if text.isascii() else sum(not letters.isdisjoint(word) for word in text.split())


def _has_content(text: str, source_language: str, target_language: str) -> bool:
    """Tells whether the words of content are words of the target language too, and not more of them known in the source
    language alone."""
    # Loaded for the few texts that need it: a lookup has to begin at once.
    from tmtool.languages import language_of, pairs

    pair = pairs.get(source_language, target_language)
    if pair is None or pair.links is None:
        return False
    from tmtool.languages.stems import content

    links, small = pair.links, grammar_of(pair.target)
    known = {
        language: {word.stem for word in content(text, language) if links.is_known(word, language)} - small
        for language in (pair.source, pair.target)
    }
    if len(known[pair.source] - known[pair.target]) > len(known[pair.target] - known[pair.source]):
        return False
    target = language_of(pair.target)
    loans = {word for phrase in pair.rows("latin.txt") for word in phrase[0].split()}
    words = [word.span.of(text) for word in content(text, pair.target)]
    return bool(words) and loans.isdisjoint(words) and all(map(target.knows, words))
