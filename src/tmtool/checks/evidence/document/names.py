"""Which names does the source of a document have several times, and what does the translation write for each?

A name is a row of words with capitals, small words between them. What the translation writes for it is the phrase with
a capital that most of its segments have and that answers to it word by word, as far as the pair's word links tell.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.document.answering import Answering
from tmtool.checks.evidence.document.phrases import Phrase, occurrences, phrase, runs
from tmtool.languages.language import Language
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import Word, content
from tmtool.model import BlockKind

_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|[^\w\s]")
_SENTENCE = re.compile(r"[.!?:;“\"(\t]")
_DASHES = (" –", " —", " -")
_MORE = 2
_MOST_OF = 0.6
_TWO, _LONG = 2, 3
_LONGEST = 24
"""A longer row of words is no name."""


@dataclass(frozen=True, slots=True)
class Named:
    """A `Named` is a name of the source with what the translation writes for it, and the pairs that have it."""

    name: str
    model: Phrase
    pairs: tuple[Pair, ...]


def named(draft: Draft) -> Iterator[Named]:
    """Yields the names that at least two pairs have, with what most of these write for them."""
    known = draft.language_pair
    if known is None or known.links is None or draft.source is None or draft.target is None:
        return
    places: defaultdict[str, list[Pair]] = defaultdict(list)
    opening: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in draft.pairs:
        if pair.source and pair.target.strip() and pair.kind is not BlockKind.METADATA:
            for name, opens in dict.fromkeys(_names(pair.source, draft.source)):
                (opening if opens else places)[name].append(pair)
    for name, pairs in places.items():
        pairs += [pair for pair in opening.get(name, ()) if pair not in pairs]
        if len(pairs) > 1 and (model := _usual(name, pairs, known, draft)) is not None:
            yield Named(name, model, tuple(pairs))


def _names(text: str, language: Language) -> Iterator[tuple[str, bool]]:
    """Yields the names in a text, and of longer ones also what follows small words in them ("Meeting of the Drafting
    Committee"), each with whether it is one word that opens a sentence and so has its capital anyway."""
    tokens = list(_TOKEN.finditer(text))
    place = 0
    while place < len(tokens):
        if not _has_capital(tokens[place], language):
            place += 1
            continue
        end, ahead = place + 1, place + 1
        while ahead < len(tokens) and (_has_capital(tokens[ahead], language) or _joins(tokens[ahead], language)):
            ahead += 1
            if _has_capital(tokens[ahead - 1], language):
                end = ahead
        if end - place > _LONGEST:
            place = end
            continue
        capitals = [at for at in range(place, end) if _has_capital(tokens[at], language)]
        first = place == 0 or _SENTENCE.fullmatch(tokens[place - 1].group()) is not None
        if first and len(capitals) > 1 and end < len(tokens) and tokens[end].group().islower():
            capitals = capitals[1:]  # The first word may have its capital from the sentence.
        # What follows an adjective of a name is another name: the Joint Committee is not the Committee.
        tails = [
            at
            for at in capitals[1:-1]
            if not _has_capital(tokens[at - 1], language) and not _shares_its_head(tokens, at, language)
        ]
        for at in (capitals[0], *tails):
            yield text[tokens[at].start() : tokens[end - 1].end()], first and at == place and len(capitals) < _TWO
        place = end


def _has_capital(token: re.Match[str], language: Language) -> bool:
    """Tells whether a word has the capital of a name: small words and days of the week have that of a heading."""
    word = token.group()
    return word[0].isupper() and language.fold(word) not in language.function_words | _weekdays(language)


def _shares_its_head(tokens: Sequence[re.Match[str]], at: int, language: Language) -> bool:
    """Tells whether a word after and, before another with a capital, is one of two before the same noun: the Trade and
    Development Commission is no Development Commission."""
    before = (language.fold(tokens[at - 1].group()),)
    return before in language.small_words.coordinators and _has_capital(tokens[at + 1], language)


@cache
def _weekdays(language: Language) -> frozenset[str]:
    return frozenset(language.fold(name) for name, _ in language.rows("weekdays.tsv"))


def _joins(token: re.Match[str], language: Language) -> bool:
    word = token.group()
    return word.islower() and language.fold(word) in language.function_words


def _usual(name: str, pairs: Sequence[Pair], known: LanguagePair, draft: Draft) -> Phrase | None:
    """Returns the longest phrase that most of the pairs have and that answers to the name."""
    assert draft.source is not None and draft.target is not None and known.links is not None
    of_name = content(name, draft.source.tag)
    if not of_name:
        return None
    counts: Counter[tuple[str, ...]] = Counter()
    written: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    found: dict[tuple[tuple[str, ...], str], Phrase] = {}
    inside: dict[tuple[str, ...], Phrase] = {}
    within: dict[tuple[tuple[str, ...], str], Phrase] = {}
    answering = Answering(of_name, known, known.links)
    for pair in pairs:
        of_pair = set()
        for run in runs(phrase(pair.target, draft.target.tag), len(of_name) + _MORE, answering.places):
            if not _answers([answering.places(word.stem) for word in run.words], len(of_name), len(pairs)):
                continue
            key, text, is_first = run.lower, run.written, opens(run)
            if is_first and len(of_name) == 1:
                continue
            of_pair.add(key)
            written[key][text] += 1
            found.setdefault((key, text), run)
            if not is_first:
                within.setdefault((key, text), run)
                if min(len(run.words), len(of_name)) >= _TWO:
                    inside.setdefault(key, run)
        counts.update(of_pair)
    good = [key for key, count in counts.items() if count >= max(2, _MOST_OF * len(pairs))]
    if len(pairs) == _TWO and max(map(len, good), default=0) < _LONG:
        # One of two may be wrong: the first that renders the whole name is the model for the other.
        # Of those that leave one word without counterpart at most, the one that leaves none.
        lost = {key: _lost(run.words, of_name, known) for (key, text), run in found.items() if len(key) >= _LONG}
        whole = sorted((key for key, words in lost.items() if words <= 1), key=lambda key: lost[key])
        good = whole[:1] or [key for key, run in inside.items() if _is_everywhere(run, pairs, draft.target)] or good
    if not good:
        return None
    best = max(good, key=lambda key: (len(key), counts[key]))
    usual = best, written[best].most_common(1)[0][0]
    return within.get(usual) or found[usual]


def _is_everywhere(run: Phrase, pairs: Sequence[Pair], language: Language) -> bool:
    """Tells whether all pairs have the words of a run in a row, whatever their capitals."""
    return all(any(occurrences(run, phrase(pair.target, language.tag))) for pair in pairs)


def opens(run: Phrase) -> bool:
    """Tells whether a run is at the beginning of a sentence or a title, and so has its capital anyway."""
    before = run.text[: run.span.start].rstrip()
    return not before or _SENTENCE.fullmatch(before[-1]) is not None or before.endswith(_DASHES)


def _lost(words: Sequence[Word], of_name: Sequence[Word], known: LanguagePair) -> int:
    """Counts the words of the name that have no counterpart among the words."""
    assert known.links is not None
    return sum(known.links.alone(of_name, words, known.source))


def _answers(answered: Sequence[Sequence[int]], size: int, pairs: int) -> bool:
    """Tells whether words answer to a name of `size` words, of which each of them can stand for those `answered`: half
    of them at least, the first, and the last, each to a word of its own; where one word of each is left alone, they may
    be for each other, if so many pairs say so."""
    linked = [places for places in answered if places]
    if not answered[0] or 2 * len(linked) < len(answered) or not _have_their_own(linked):
        return False
    return bool(answered[-1]) or (pairs >= _LONG and size == len(answered) == len(linked) + 1)


def _have_their_own(choices: Sequence[Sequence[int]]) -> bool:
    """Tells whether each of the words can have a counterpart of its own, all at once."""
    taken: dict[int, int] = {}

    def place(word: int, seen: set[int]) -> bool:
        for other in choices[word]:
            if other not in seen:
                seen.add(other)
                if other not in taken or place(taken[other], seen):
                    taken[other] = word
                    return True
        return False

    return all(place(word, set()) for word in range(len(choices)))
