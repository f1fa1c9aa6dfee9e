"""How often was a phrase translated in which way, by the lines of a concordance?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tmtool.tasks.concordance import ConcordanceLine
from tmtool.text.term_words import language_of


@dataclass(frozen=True, slots=True)
class Renderings:
    """Translations with how many units have them, commonest first, each as it is written most often; forms of a word,
    capitals and articles make no difference. `unknown` counts the units where nothing tells."""

    counts: tuple[tuple[str, int], ...]
    unknown: int


def renderings(lines: Iterable[ConcordanceLine], language: str) -> Renderings:
    """The translations of the phrase in these lines, into that language."""
    tongue = language_of(language)
    spellings: dict[tuple[str, ...], Counter[str]] = {}
    unknown = 0
    for line in lines:
        if line.target_span is None:
            unknown += 1
            continue
        text = line.target_span.of(line.pair.target)
        words = [tongue.fold_case(span.of(text)) for span in tongue.words(text)]
        key = tuple(min(tongue.forms(word, "")) for word in words if tongue.fold(word) not in tongue.function_words)
        spellings.setdefault(key, Counter())[text] += 1
    counts = [(max(texts, key=lambda text: (texts[text], text)), texts.total()) for texts in spellings.values()]
    return Renderings(tuple(sorted(counts, key=lambda item: (-item[1], item[0]))), unknown)
