"""Which words of a source does its translation answer, where no probabilities of translation were learnt for the two
languages?

By the tables that alignment has of them, with the same links as answers.py makes. Chinese is read as words of two
letters that stand next to each other, those first to which something in the other text answers, then those that a table
has at all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache

from tmtool.alignment.tokens import TokenKind, kind_of, tokens
from tmtool.alignment.translations import Translations, is_known, translations
from tmtool.checks.evidence.words.answers import ALIKE, Answers, Cell, answered, likeness, links
from tmtool.languages import language_of, letters
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import Word
from tmtool.model import Span

TABLE = "words_unanswered.tsv"
WITHOUT = 1e-4
"""How probable it is that a word has no counterpart, next to its links."""
_LONGEST, _MOST = 3_000, 10_000
"""Texts are not compared that are longer, in characters, or would have more links than that."""
_ANSWERED, _KNOWN, _UNKNOWN = 3.0, 2.0, 0.5
"""What two letters count as a word that is answered, that a table has, and that none has."""
IN_A_TABLE, IN_NONE = "+", "-"
"""What stands in the table for words that were not seen: those that alignment has something of, and the others."""
_NOT_MEASURED = (1.0, 0.0)
"""The surprise, and how often a word was seen, in languages of which nobody has counted that."""
_SINGLE = re.compile(rf"[{letters.SINGLE}]")
_WORD = re.compile(rf"{_SINGLE.pattern}+|{letters.WORD}")


@lru_cache(maxsize=64)
def answers_by_alignment(source: str, target: str, pair: LanguagePair) -> tuple[Answers, Answers] | None:
    """Returns the words of both texts with what answers to them; None where a text has no words, or is too
    long."""
    if max(len(source), len(target)) > _LONGEST:
        return None
    languages = pair.source, pair.target
    said = [set(tokens(text, language)) for text, language in ((source, languages[0]), (target, languages[1]))]
    known = translations(said[0], said[1], *languages)
    back = {other for row in known.values() for other in row}
    words = tuple(
        _words(source, languages[0], languages[1], {w for w, row in known.items() if not said[1].isdisjoint(row)})
    )
    others = tuple(_words(target, languages[1], languages[0], back))
    if not words or not others:
        return None
    cells = _cells(words, others, known)
    if len(cells) > _MOST:
        return None
    found = links(cells, [WITHOUT] * len(words), [WITHOUT] * len(others))
    uses = word_uses(pair)
    return (
        answered(source, pair.source, words, found, uses),
        answered(target, pair.target, others, [((j, i, b, a), link) for (i, j, a, b), link in found], uses),
    )


def _cells(words: Sequence[Word], others: Sequence[Word], known: Translations) -> list[Cell]:
    """Returns all links that there might be, by the tables, or since two words begin alike; where they are too many,
    some more than `_MOST` of them."""
    places: dict[str, list[int]] = {}
    beginnings: dict[str, set[str]] = {}
    for place, other in enumerate(others):
        places.setdefault(other.stem, []).append(place)
        beginnings.setdefault(other.stem[:ALIKE], set()).add(other.stem)
    found: list[Cell] = []
    for index, word in enumerate(words):
        row = dict(known.get(word.stem, {}))
        for stem in beginnings.get(word.stem[:ALIKE], ()):
            row[stem] = max(row.get(stem, 0.0), likeness(word.stem, stem))
        for stem, share in row.items():
            if share and stem in places:
                found += [(index, place, share, share) for place in places[stem]]
        if len(found) > _MOST:
            break
    return found


def _words(text: str, language: str, other: str, answered: Collection[str]) -> Iterator[Word]:
    """Yields the words of content of a text, as alignment cuts them."""
    small = language_of(language).function_words
    for found in _WORD.finditer(text):
        written = found.group()
        if _SINGLE.match(written):
            yield from _in_run(written, found.start(), language, other, answered)
            continue
        if letters.fold(written) in small:
            continue
        for stem in tokens(written, language):
            if kind_of(stem) is TokenKind.WORD and stem not in small and len(stem) > 1:
                yield Word(Span(*found.span()), stem)
                break


def _in_run(run: str, at: int, language: str, other: str, answered: Collection[str]) -> Iterator[Word]:
    """Yields words of two letters that together count most."""
    between = language_of(language).word_set("between")
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(run) + 1)
    for end in range(1, len(run) + 1):
        best[end] = best[end - 1][0], 1
        if end > 1 and between.isdisjoint(run[end - 2 : end]):
            pair = run[end - 2 : end]
            counts = _ANSWERED if pair in answered else _KNOWN if is_known(pair, language, other) else _UNKNOWN
            if best[end - 2][0] + counts > best[end][0]:
                best[end] = best[end - 2][0] + counts, 2
    places = []
    end = len(run)
    while end > 0:
        size = best[end][1]
        if size == 2:
            places.append(end - 2)
        end -= size
    for place in reversed(places):
        yield Word(Span(at + place, at + place + 2), run[place : place + 2])


class WordUses:
    """`WordUses` says how often words had no counterpart in published translations, by the tables that alignment has.
    Of a word that was not seen there it matters whether these tables have it."""

    def __init__(self, rows: Iterable[tuple[str, ...]], pair: LanguagePair) -> None:
        self._others = {pair.source: pair.target, pair.target: pair.source}
        self._known: dict[tuple[str, str], tuple[float, float]] = {}
        for language, surprise, seen, stems in rows:
            self._known.update(
                dict.fromkeys(((language, stem) for stem in stems.split()), (float(surprise), float(seen)))
            )

    def surprise(self, stem: str, language: str) -> float:
        """Says how surprising it is that a stem has no counterpart: minus the logarithm of the share of its uses
        without."""
        found = self._known.get((language, stem))
        if found is None:
            kind = IN_A_TABLE if is_known(stem, language, self._others[language]) else IN_NONE
            found = self._known.get((language, kind), _NOT_MEASURED)
        return found[0]

    def seen(self, stem: str, language: str) -> float:
        """Returns the logarithm of how often a stem was seen, 0 for never."""
        found = self._known.get((language, stem))
        return 0.0 if found is None else found[1]


@cache
def word_uses(pair: LanguagePair) -> WordUses:
    """Returns how often words of a pair had no counterpart."""
    return WordUses(pair.rows(TABLE), pair)
