"""Which terms do texts have that the term base has not, and how are they translated there?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache

from tmtool.languages import language_of, pairs
from tmtool.languages.language import Language
from tmtool.languages.letters import fold, fold_case
from tmtool.languages.stems import stem
from tmtool.model import Concept, Span
from tmtool.terminology.candidates import Alternative, Candidate, Context
from tmtool.terminology.counterparts import Counterpart, Counterparts, Side
from tmtool.terminology.phrases import Phrase, is_bare, phrases, takes_place_name
from tmtool.terminology.recognise import Recogniser
from tmtool.terminology.termhood import c_values, contrasts, is_everyday
from tmtool.terminology.wholeness import Wholeness

Key = tuple[str, ...]
_LEAST_TEXTS = 3
"""In how many texts a phrase must be."""
_CONSIDERED = 3
"""How many times more phrases than are asked for are looked at for their translation."""
_CONSIDERED_AT_LEAST = 300
_LEAST_TRANSLATION = 0.12
_LEAST_OF_A_WORD = 0.35
"""What the translation of a term of one word must score, which nothing but its own co-occurrence speaks for."""
_ALTERNATIVES = 6
_LEAST_ALTERNATIVE = 0.25
"""What an alternative must score, compared with the best translation."""
_UNLINKED, _DOUBT = 0.4, 0.5
"""What the meetings of two words are worth that are known, and not as translations of each other; and how much a link
that is not sure takes off."""
_CONTEXTS = 5
_SINGLE_WORD = 0.1
"""What the score of a term of one word is worth compared with longer ones, which are seldom everyday words."""


def extract(
    sources: Sequence[str],
    targets: Sequence[str],
    concepts: Collection[Concept],
    *,
    source_language: str,
    target_language: str,
    limit: int,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Candidate]:
    """Returns at most `limit` candidates (0 for all), the best first; terms of `concepts` are left out.

    `targets` are the translations of `sources`, text by text, or empty: then candidates have no translation, and
    with translations those without a likely one are left out. `progress` is told how many of the texts, of both
    languages together, have been read, and how many there are.
    """
    total = len(sources) + len(targets)
    source_texts = _Texts.read(sources, source_language, lambda done: progress(done, total))
    scores = _termhood(source_texts)
    limit = limit or len(scores)
    considered = max(limit * _CONSIDERED, _CONSIDERED_AT_LEAST)
    known = Recogniser(concepts, source_language, tolerant=True)
    ranked = sorted((key for key in scores if scores[key] > 0), key=lambda key: (-scores[key], key))
    ranked = [key for key in ranked[: 3 * considered] if not _is_known(known, source_texts.spelling(key))]
    wholeness = Wholeness(sources, source_texts.side, source_texts.language)
    for key in ranked:
        scores[key] *= wholeness.share(key, source_texts.places(key))
    ranked = [key for key in sorted(ranked, key=lambda key: (-scores[key], key)) if scores[key] > 0][:considered]
    if targets:
        target_texts = _Texts.read(targets, target_language, lambda done: progress(len(sources) + done, total))
        found = _translated(source_texts, target_texts, ranked, scores)
    else:
        found = [_untranslated(source_texts, key, scores[key]) for key in ranked]
    return sorted(found, key=lambda one: (-one.score, one.source))[:limit]


@dataclass(frozen=True, slots=True)
class _Texts:
    """`_Texts` holds the texts of one side with the phrases found in each, how many times each phrase occurs in them,
    and how often it is written in which way where it does not open a text."""

    language: Language
    texts: Sequence[str]
    found: Sequence[Sequence[Phrase]]
    side: Side
    counts: Counter[Key]
    spellings: dict[Key, Counter[str]]

    @classmethod
    def read(cls, texts: Sequence[str], language: str, progress: Callable[[int], None]) -> _Texts:
        tongue = language_of(language)
        found = []
        for number, text in enumerate(texts):
            found.append(list(phrases(text, tongue)))
            progress(number + 1)
        counts = Counter(phrase.key for group in found for phrase in group)
        return cls(tongue, texts, found, Side.of(texts, found), counts, _spellings(texts, found))

    def spelling(self, key: Key) -> str:
        """Returns the phrase as it is written most often; without the capital that only opens texts."""
        written = self.spellings[key]
        best = max(written, key=lambda text: (written[text], text))
        opens_only = not written[best] and best[1:] == best[1:].lower()
        return best[:1].lower() + best[1:] if opens_only else best

    def places(self, key: Key) -> dict[int, Span]:
        """Returns the first place of the phrase in each text that has it."""
        return {
            number: next(phrase.span for phrase in self.found[number] if phrase.key == key)
            for number in self.side.phrases[key]
        }

    def gender(self, key: Key) -> str:
        """Returns the gender of the first noun, "" where the language has none or two are possible."""
        first = self.language.words(text)[:1] if (text := self.spelling(key)) else ()
        known = {form[0] for span in first for form in self.language.grammar(span.of(text).lower()) if form in _NOUNS}
        return known.pop() if len(known) == 1 else ""


_NOUNS = frozenset({"ms", "fs", "mp", "fp"})


def _termhood(source_texts: _Texts) -> dict[Key, float]:
    found, language = source_texts.found, source_texts.language
    strong = {phrase.key for group in found for phrase in group if not phrase.weak}
    frequent = {
        key: source_texts.counts[key]
        for key, places in source_texts.side.phrases.items()
        if len(places) >= _LEAST_TEXTS and key in strong
    }
    every = {phrase.key: phrase for group in found for phrase in group if phrase.key in frequent}
    words = Counter(word for group in found for phrase in group if len(phrase.key) == 1 for word in phrase.key)
    special = contrasts(every.values(), words, language)
    values = c_values(frequent, Counter(phrase.key for group in found for phrase in group if phrase.whole))
    return {
        key: value**0.5 * special[key] * (_SINGLE_WORD if len(key) == 1 else 1.0)
        for key, value in values.items()
        if len(key) > 1 or not (is_everyday(key[0], language) or is_bare(key[0], language))
    }


def _untranslated(source_texts: _Texts, key: Key, score: float) -> Candidate:
    places = source_texts.places(key)
    contexts = tuple(Context(source_texts.texts[number], span) for number, span in list(places.items())[:_CONTEXTS])
    return Candidate(
        source_texts.spelling(key),
        "",
        source_texts.counts[key],
        round(score, 2),
        contexts,
        gender=source_texts.gender(key),
    )


def _translated(
    source_texts: _Texts, target_texts: _Texts, keys: Sequence[Key], scores: dict[Key, float]
) -> list[Candidate]:
    trust = _trust(source_texts.language.tag, target_texts.language.tag)
    counterparts = Counterparts(source_texts.side, target_texts.side, len(target_texts.texts), trust)
    found = []
    for key in keys:
        likely = counterparts.of(key)
        best = next(iter(likely), None)
        if best is None or best.score < (_LEAST_OF_A_WORD if len(key) == 1 else _LEAST_TRANSLATION):
            continue
        if len(best.key) == 1 and is_everyday(best.key[0], target_texts.language):
            continue
        candidate = _paired(source_texts, target_texts, key, likely, scores[key])
        if not _is_name(candidate, target_texts.language):
            found.append(candidate)
    return found


def _trust(source_language: str, target_language: str) -> Callable[[str, str], float]:
    """Returns what says how far two words are to be taken for translations of each other where they meet, by the links
    of the pair: fully where nothing is known."""
    pair = pairs.get(source_language, target_language)
    links = None if pair is None else pair.links
    if pair is None or links is None:
        return lambda word, other: 1.0

    @cache
    def stem_of(word: str, language: str) -> str:
        return stem(fold(word), language)

    def trust(word: str, other: str) -> float:
        first, second = pair.in_direction(stem_of(word, source_language), stem_of(other, target_language))
        cost = links.cost(first, second)
        if cost is None:
            return _UNLINKED if links.costs_of(first) else 1.0
        return 1 / (1 + _DOUBT * cost)

    return trust


def _paired(
    source_texts: _Texts, target_texts: _Texts, key: Key, likely: Sequence[Counterpart], score: float
) -> Candidate:
    best = likely[0]
    places, others = source_texts.places(key), target_texts.places(best.key)
    numbers = sorted(places, key=lambda number: number not in others)
    contexts = tuple(
        Context(source_texts.texts[number], places[number], target_texts.texts[number], others.get(number))
        for number in numbers[:_CONTEXTS]
    )
    alternatives = [
        Alternative(target_texts.spelling(one.key), one.together)
        for one in likely
        if one is best or one.score >= _LEAST_ALTERNATIVE * best.score
    ]
    return Candidate(
        source=source_texts.spelling(key),
        target=_spelling_with(source_texts, target_texts, key, best.key),
        count=source_texts.counts[key],
        score=round(score * best.score, 2),
        contexts=contexts,
        alternatives=tuple(alternatives[:_ALTERNATIVES]),
        gender=target_texts.gender(best.key),
    )


def _spelling_with(source_texts: _Texts, target_texts: _Texts, key: Key, other: Key) -> str:
    """Returns the translation as it is written most often where the term is written as it is mostly: a plural with a
    plural."""
    spelling, usual = source_texts.spelling(key), target_texts.spellings[other]
    places, others = source_texts.places(key), target_texts.places(other)
    together: Counter[str] = Counter()
    for number in places.keys() & others.keys():
        if _written(source_texts.texts[number], places[number]) == spelling:
            written = _written(target_texts.texts[number], others[number])
            together[written] += bool(usual[written])
    best = max(together, key=lambda text: (together[text], usual[text], text), default="")
    return best if together[best] else target_texts.spelling(other)


def _is_name(candidate: Candidate, language: Language) -> bool:
    """Tells whether a phrase is written alike on both sides, or is a thing called by a person's name, which comes right
    after a noun: « rapport Jonckheer ». Neither is work for a term base."""
    if fold(candidate.source) == fold(candidate.target):
        return True
    head, _, name = candidate.target.rpartition(" ")
    words = head.split()
    return (
        bool(words)
        and name[:1].isupper()
        and not name.isupper()
        and name in candidate.source.split()
        and not takes_place_name(fold_case(words[-1]), language)
        and fold_case(words[-1]) not in language.small_words.joints
    )


def _spellings(texts: Sequence[str], found: Sequence[Sequence[Phrase]]) -> dict[Key, Counter[str]]:
    spellings: dict[Key, Counter[str]] = defaultdict(Counter)
    for text, group in zip(texts, found, strict=True):
        for phrase in group:
            written = _written(text, phrase.span)
            opens = not text[: phrase.span.start].strip(" «“\"'([-–—0123456789.")
            spellings[phrase.key][written] += 0 if opens else 1
    return spellings


def _written(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())


def _is_known(known: Recogniser, text: str) -> bool:
    whole = Span(0, len(text))
    return any(occurrence.span == whole and not occurrence.parts for occurrence in known.find(text))
