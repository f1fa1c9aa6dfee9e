"""Which terms do texts have that the term base has not, and how are they translated there?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tmtool.languages.language import Language
from tmtool.languages.letters import fold
from tmtool.model import Concept, Span
from tmtool.terminology.counterparts import Counterparts, Side
from tmtool.terminology.phrases import Phrase, phrases
from tmtool.terminology.recognise import Recogniser
from tmtool.terminology.termhood import c_values, contrasts, is_everyday
from tmtool.text.term_words import language_of

Key = tuple[str, ...]
_LEAST_TEXTS = 3
"""In how many texts a phrase must stand."""
_CONSIDERED = 3
"""How many times more phrases than are asked for are looked at for their translation."""
_CONSIDERED_AT_LEAST = 300
_LEAST_TRANSLATION = 0.12
_EXAMPLES = 3
_SINGLE_WORD = 0.1
"""What the score of a term of one word is worth beside longer ones, which are seldom everyday words."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term proposed: as it is written most often, its translation ("" for none), how many times it stands in the
    texts, how much speaks for it (the higher the better, to be compared within one extraction), and texts with it."""

    source: str
    target: str
    count: int
    score: float
    examples: tuple[str, ...]


def extract(
    sources: Sequence[str],
    targets: Sequence[str],
    concepts: Collection[Concept],
    *,
    source_language: str,
    target_language: str,
    limit: int,
) -> list[Candidate]:
    """At most `limit` candidates, the best first; terms of `concepts` are left out.

    `targets` are the translations of `sources`, text by text, or empty: then candidates have no translation, and
    with translations those without a likely one are left out.
    """
    language = language_of(source_language)
    found = [list(phrases(text, language)) for text in sources]
    counts = Counter(phrase.key for group in found for phrase in group)
    forms = _spellings(sources, found)
    known = Recogniser(concepts, source_language, tolerant=True)
    considered = max(limit * _CONSIDERED, _CONSIDERED_AT_LEAST)
    scores = _termhood(found, counts, language)
    ranked = sorted((key for key in scores if scores[key] > 0), key=lambda key: (-scores[key], key))
    ranked = [key for key in ranked[: 3 * considered] if not _is_known(known, forms[key])]
    side = Side.of(sources, found)
    translations: dict[Key, tuple[str, float]] = dict.fromkeys(ranked, ("", 1.0))
    if targets:
        translations = _translations(side, ranked[:considered], targets, target_language)
    candidates = [
        Candidate(
            source=forms[key],
            target=translations[key][0],
            count=counts[key],
            score=round(scores[key] * translations[key][1], 2),
            examples=tuple(sources[number] for number in list(side.phrases[key])[:_EXAMPLES]),
        )
        for key in ranked
        # The same letters on both sides are a name, which is no work for a term base.
        if key in translations and fold(translations[key][0]) != fold(forms[key])
    ]
    return sorted(candidates, key=lambda one: (-one.score, one.source))[:limit]


def _termhood(found: Sequence[Sequence[Phrase]], counts: Counter[Key], language: Language) -> dict[Key, float]:
    texts = Counter(key for group in found for key in {phrase.key for phrase in group})
    frequent = {key: counts[key] for key, number in texts.items() if number >= _LEAST_TEXTS}
    every = {phrase.key: phrase for group in found for phrase in group if phrase.key in frequent}
    words = Counter(word for group in found for phrase in group if len(phrase.key) == 1 for word in phrase.key)
    special = contrasts(every.values(), words, language)
    values = c_values(frequent, Counter(phrase.key for group in found for phrase in group if phrase.whole))
    return {
        key: value**0.5 * special[key] * (_SINGLE_WORD if len(key) == 1 else 1.0)
        for key, value in values.items()
        if len(key) > 1 or not is_everyday(key[0], language)
    }


def _translations(
    side: Side, keys: Sequence[Key], targets: Sequence[str], target_language: str
) -> dict[Key, tuple[str, float]]:
    language = language_of(target_language)
    found = [list(phrases(text, language)) for text in targets]
    forms = _spellings(targets, found)
    counterparts = Counterparts(side, Side.of(targets, found), len(targets))
    translations = {}
    for key in keys:
        best = next(iter(counterparts.of(key)), None)
        everyday = best is not None and len(best.key) == 1 and is_everyday(best.key[0], language)
        if best is not None and best.score >= _LEAST_TRANSLATION and not everyday:
            translations[key] = (forms[best.key], best.score)
    return translations


def _spellings(texts: Sequence[str], found: Sequence[Sequence[Phrase]]) -> dict[Key, str]:
    """Each phrase as it is written most often, without the capital that opens a text."""
    spellings: dict[Key, Counter[str]] = defaultdict(Counter)
    for text, group in zip(texts, found, strict=True):
        for phrase in group:
            written = " ".join(phrase.span.of(text).split())
            opens = not text[: phrase.span.start].strip(" «“\"'([-–—0123456789.")
            spellings[phrase.key][written] += 0 if opens else 1
    return {key: max(written, key=lambda text: (written[text], text)) for key, written in spellings.items()}


def _is_known(known: Recogniser, text: str) -> bool:
    whole = Span(0, len(text))
    return any(occurrence.span == whole and not occurrence.parts for occurrence in known.find(text))
