"""Which words has a text from its source, though its own language lacks them or means something else by them?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache, lru_cache

from tmtool.checks.evidence.language.foreign_words import is_own_use, own_use
from tmtool.checks.evidence.language.set_apart import WORD_BEFORE, apart, candidates, capital_follows, is_name
from tmtool.languages.language import Language
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.pairs.word_links import WordLinks
from tmtool.languages.stems import Word as Linked
from tmtool.languages.stems import stem
from tmtool.languages.unknown import no_entries
from tmtool.model import Occurrence, Span

_WHOLE = re.compile(r"(?<![\w’'.@/-])[a-z]+(?![\w@/-]|\.\w|['’](?!s\b)\w)")
_WORDS = re.compile(r"[^\W\d_]+")
_FRAGMENT = "X"
"""The category of half of a foreign compound: the French lexicon has "government", too."""
_LEAST = 4
"""Letters of a word copied from the source that tells something."""
_OPENING_WORD = re.compile(r"(?:^|\t)(?:\d+\.? )?([A-Z][a-z]{3,})(?= ([^\W\d_]+))")
"""A word with a capital that opens a text or a cell, before another."""
_TWO_WORDS = re.compile(r"(?<![\w’'.@/-])(?=([a-z]{3,}) ([a-z]{3,})(?![\w@/-]|['’]\w))")


@cache
def _words(pair: LanguagePair, name: str) -> frozenset[str]:
    return frozenset(word for (word,) in pair.rows(name))


def copied_words(text: str, source: str, own: Language, pair: LanguagePair | None) -> Iterator[Span]:
    """Yields the words that a `text` has from its `source`, though its `own` language lacks them.

    None where its lexicon is not known, or where the links of the pair do not begin with the source's language.
    """
    if own.lexicon is no_entries or pair is None or pair.is_turned or pair.links is None:
        return
    links = pair.links
    for span in candidates(text, own, _words_of(source)):
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
    away = apart(text)
    for found in _TWO_WORDS.finditer(text):
        span = Span(found.start(1), found.end(2))
        words = found.groups()
        if any(word in own.function_words or word in _words(pair, "latin.txt") for word in words):
            continue
        if all(map(own.lexicon, words)) or not all(_is_translated(word, pair.source, pair.links) for word in words):
            continue
        # The source is gone through last, since it may be as long as the text.
        if not away.overlaps(span) and not capital_follows(text, span.end) and span.of(text) in source:
            yield span


def false_twins(text: str, source: str, own: Language, pair: LanguagePair | None) -> Iterator[Span]:
    """Yields the words that a `text` has from its `source` and its `own` language has in another sense, but where the
    words beside them show that sense, « sera close », or the text has the word of the source translated, too: un
    rapport … un report d’échéance, for a report and an extension."""
    if own.lexicon is no_entries or pair is None or pair.is_turned or pair.links is None:
        return
    twins, uses = _words_of(source) & _words(pair, "false_twins.txt"), own_use(own.tag, pair.source)
    for span in candidates(text, own, twins) if twins else ():
        if not is_own_use(text, span, uses) and not _is_there_too(span.of(text), text, source, pair, pair.links):
            yield span


def terms_left(
    text: str, source: str, own: Language, terms: Iterable[Occurrence], known: Collection[str]
) -> Iterator[Span]:
    """Yields the terms of the `source` that are in a `text` unchanged, though it has none for their concepts (`known`
    are those that it has)."""
    away = apart(text)
    places: dict[str, int] = {}
    for term in terms:
        words = term.span.of(source)
        if " " not in words or term.concept.id in known or not term.concept.in_language(own.tag):
            continue
        place = places[words] if words in places else places.setdefault(words, text.find(words))
        if place < 0:
            continue
        span = Span(place, place + len(words))
        before = WORD_BEFORE.search(text, max(0, place - 40), place)
        in_name = (before and is_name(before[1], own)) or capital_follows(text, span.end)
        if not in_name and not text[span.end : span.end + 1].isalnum() and not away.overlaps(span):
            yield span


@lru_cache(maxsize=16)  # two checks ask for them
def _words_of(source: str) -> frozenset[str]:
    return frozenset(_WHOLE.findall(source.lower()))


def _is_there_too(word: str, text: str, source: str, pair: LanguagePair, links: WordLinks) -> bool:
    """Tells whether a text has a translation of a word that its source has once."""
    cut = stem(word, pair.source)
    answers = links.likely(Linked(Span(0, len(word)), cut)) - {cut, stem(word, pair.target)}
    once = sum(one == word for one in _WORDS.findall(source.lower())) == 1
    return once and any(stem(one, pair.target) in answers for one in _WORDS.findall(text.lower()))


def _is_foreign_only(word: str, own: Language, pair: LanguagePair, links: WordLinks) -> bool:
    """Tells whether a word of the source is one that the text's own language does not have, and has others for."""
    return (
        len(word) >= _LEAST
        and _is_translated(word, pair.source, links)
        and word not in _words(pair, "latin.txt")
        and all(entry.category == _FRAGMENT for entry in own.lexicon(word))
    )


def _is_translated(word: str, language: str, links: WordLinks) -> bool:
    """Tells whether the other language has another word for this one, not its like, for sure, or likely more than one:
    a single likely one may have come beside a name that few texts have (propargite)."""
    cut = stem(word, language)
    others = [other for other in links.likely(Linked(Span(0, len(word)), cut)) if other != cut]
    return len(others) > 1 or any(links.cost(cut, other) == 0 for other in others)
