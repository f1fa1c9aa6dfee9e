"""Which place of a document has another rendering of a term than all others?

What the translation has for a term is the phrase that all of its segments but one have, or a title that is nothing but
the term, and that answers to it; in the one left a phrase that differs from it in one word, a noun for a noun or an
adjective for an adjective, is another term.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import chain, pairwise

from tmtool.checks.evidence.document.answering import Answering
from tmtool.checks.evidence.document.phrases import Phrase, phrase
from tmtool.checks.evidence.document.terms import JOINT, STOP, Stems, TermPlace
from tmtool.languages.language import Language
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.pairs.word_links import Present
from tmtool.languages.stems import Word, content

FEWEST = 3
"""Segments with a term from which one may have another word."""
_BEFORE = re.compile(r"(?<![\w’'])([^\W\d_]+[’']?)\s?$")
"""The small word right before another."""
_SMALL = re.compile(r"[^\W\d_]+")
_ROOT = 4
"""Letters that forms of one word share at their beginning."""
_KINDS = frozenset({"N", "A"})


@dataclass(frozen=True, slots=True)
class OtherRendering:
    """An `OtherRendering` is a place of a term whose translation has one phrase `here`, where all others have one as it
    is `there`."""

    place: TermPlace
    here: Phrase
    there: Phrase


class Renderings:
    """`Renderings` are what the translations of a document have for its terms: each is read once for all of them."""

    def __init__(self, language: Language, known: LanguagePair) -> None:
        self._language, self._known = language, known
        self._texts: dict[str, _Text] = {}

    def other(self, places: Sequence[TermPlace]) -> OtherRendering | None:
        """Returns the one place of a term that has another rendering; None where none or several have."""
        texts = [self._text(place.pair.target) for place in places]
        found = _shortened(texts, places, self._known)
        if found is None and (len(places) >= FEWEST or places[0].is_title != places[1].is_title):
            found = _odd(texts, places, self._language, self._known)
        return found

    def _text(self, target: str) -> _Text:
        if target not in self._texts:
            whole = phrase(target, self._language.tag)
            self._texts[target] = _Text(whole, Present(word.stem for word in whole.words), {})
        return self._texts[target]


@dataclass(frozen=True, slots=True)
class _Text:
    """A `_Text` is a translation with its stems and its stretches by their number of words, which many terms ask
    for."""

    whole: Phrase
    stems: Present
    known: dict[int, dict[Stems, Phrase]]

    def windows(self, size: int) -> dict[Stems, Phrase]:
        """Returns the stretches of about as many words, by their stems, no mark inside."""
        if size not in self.known:
            self.known[size] = _windows(self.whole, size)
        return self.known[size]


def _odd(
    texts: Sequence[_Text], places: Sequence[TermPlace], language: Language, known: LanguagePair
) -> OtherRendering | None:
    """Returns the one place that has another rendering than all others, with that and the usual one."""
    assert known.links is not None
    of_text = [text.windows(len(places[0].words)) for text in texts]
    term = Answering(places[0].words, known, known.links)
    counts = Counter(chain.from_iterable(of_text))
    # Of two places the title is the model.
    first = {} if len(places) >= FEWEST else of_text[0 if places[0].is_title else 1]
    models = [
        stems
        for stems, count in counts.items()
        if count >= len(places) - 1 and (not first or stems in first) and term.are_whole(stems)
    ]
    if not models or any(counts[stems] == len(places) for stems in models):
        return None
    for model in sorted(models, key=len, reverse=True):  # A longer one may have a word that is none of the term.
        index = next(index for index, windows in enumerate(of_text) if model not in windows)
        there = next(windows[model] for windows in of_text if model in windows)
        here = _near(there, texts[index].whole, places[index], language, known)
        if here is not None:
            return OtherRendering(places[index], here, there)
    return None


def _shortened(texts: Sequence[_Text], places: Sequence[TermPlace], known: LanguagePair) -> OtherRendering | None:
    """Returns the one place that has the rendering of all others but for one word after the first, to which a word of
    the term answers that has no counterpart in all of the text there: missions spéciales for special political
    missions."""
    assert known.links is not None
    lacking = [
        any(known.links.absent([word.stem for word in one.words], text.stems, known.source))
        for one, text in zip(places, texts, strict=True)
    ]
    if sum(lacking) != 1:
        return None
    index = lacking.index(True)
    name, text = places[index].words, texts[index]
    alone = known.links.alone(name, text.whole.words, known.source)
    lost = [word for word, is_alone in zip(name, alone, strict=True) if is_alone]
    of_others = [one.windows(len(name)) for place, one in enumerate(texts) if place != index]
    here = text.windows(len(name))
    term = Answering(name, known, known.links)
    for stems, there in of_others[0].items():
        if not all(stems in windows for windows in of_others[1:]) or not term.are_whole(stems):
            continue
        if any(surface[0].isupper() for surface in there.surfaces):
            continue  # A name may be given in short.
        for at, word in enumerate(there.words[1:], 1):
            short = (*stems[:at], *stems[at + 1 :])
            if short in here and known.links.counterparts(word, lost, known.target) and stems not in here:
                return OtherRendering(places[index], here[short], there)
    return None


def _windows(text: Phrase, size: int) -> dict[Stems, Phrase]:
    found: dict[Stems, Phrase] = {}
    words = text.words
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + size + 1) + 1):
            if end > start + 1 and STOP.search(text.text, words[end - 2].span.end, words[end - 1].span.start):
                break
            if end - start > 1:
                found.setdefault(tuple(word.stem for word in words[start:end]), text.part(start, end))
    return found


def _near(model: Phrase, text: Phrase, place: TermPlace, language: Language, known: LanguagePair) -> Phrase | None:
    """Returns the stretch of a text that is the model but for one word of the same kind, to which nothing else in the
    source answers that no other word of the text renders, and in whose place the model's own word is nowhere."""
    assert known.links is not None
    wanted = [word.stem for word in model.words]
    present = {word.stem for word in text.words}
    source = content(place.pair.source or "", known.source)
    own = {word.span for word in place.words}
    for start in range(len(text.words) - len(wanted) + 1):
        words = text.words[start : start + len(wanted)]
        unlike = [at for at, word in enumerate(words) if word.stem != wanted[at]]
        if len(unlike) != 1 or any(
            STOP.search(text.text, one.span.end, other.span.start) for one, other in pairwise(words)
        ):
            continue
        other = words[unlike[0]]
        own_word = model.words[unlike[0]]
        if wanted[unlike[0]] in present or not _are_of_one_kind(
            _read(other, text, language), _read(own_word, model, language)
        ):
            continue
        outside = [one for one in known.links.counterparts(other, source, known.target) if one.span not in own]
        rest = (*text.words[:start], *text.words[start + len(wanted) :])
        if _are_a_clause(words, text, language):
            continue
        if not outside or not any(known.links.alone(outside, rest, known.source)):
            return text.part(start, start + len(wanted))
    return None


def _are_a_clause(words: Sequence[Word], text: Phrase, language: Language) -> bool:
    """Tells whether a verb is between two words, which are then no term: 52 rapports étaient en retard."""
    return any(
        (entries := language.lexicon(small)) and all(entry.category == "V" for entry in entries)
        for one, other in pairwise(words)
        for small in _SMALL.findall(text.text[one.span.end : other.span.start].lower())
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """A `_Read` is a word as it is written, with what it may be and the words that it may be a form of."""

    written: str
    categories: Set[str]
    lemmas: Set[str]


def _read(word: Word, text: Phrase, language: Language) -> _Read:
    """Returns a word with what it may be; after an article or a preposition, or first in a text, a noun is no verb:
    l’aide technique, Piles au lithium."""
    written = word.span.of(text.text).lower()
    entries = language.lexicon(written)
    categories = {entry.category for entry in entries}
    before = _BEFORE.search(text.text, max(0, word.span.start - JOINT), word.span.start)
    is_after = before and before[1].lower().replace("’", "'") in language.small_words.joints
    opens = before is None and text.text[word.span.start].isupper()
    if "N" in categories and (is_after or opens):
        categories.discard("V")
    return _Read(written, categories, {entry.lemma for entry in entries if entry.category in _KINDS})


def _are_of_one_kind(one: _Read, other: _Read) -> bool:
    """Tells whether two words are both nouns or both adjectives, and not forms of one word: débat général, débats
    généraux, nom de pays, noms de pays."""
    if one.written[:_ROOT] == other.written[:_ROOT] or one.lemmas & other.lemmas:
        return False
    if {"A", "V"} & (one.categories ^ other.categories):
        return False
    return bool(one.categories & other.categories & _KINDS)
