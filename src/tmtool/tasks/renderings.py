"""How often was a phrase translated in which way, by the lines of a concordance?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tmtool.languages import language_of
from tmtool.tasks.concordance import ConcordanceLine


@dataclass(frozen=True, slots=True)
class Renderings:
    """`Renderings` holds translations with how many units have them, commonest first, each as it is written most often;
    forms of a word, capitals and articles make no difference. `unknown` counts the units where nothing tells;
    `of_lines` gives for each line the place of its translation in `counts`, None where nothing tells."""

    counts: tuple[tuple[str, int], ...]
    unknown: int
    of_lines: tuple[int | None, ...] = ()


def renderings(lines: Iterable[ConcordanceLine], language: str) -> Renderings:
    """Returns the translations of the phrase in these lines, into that language."""
    tongue = language_of(language)
    spellings: dict[tuple[str, ...], Counter[str]] = {}
    keys: list[tuple[str, ...] | None] = []
    for line in lines:
        if line.target_span is None:
            keys.append(None)
            continue
        text = line.target_span.of(line.pair.target)
        # Where a translation ends in an elided word, nothing follows that would show it.
        ends = [span.end + text.startswith(("'", "’"), span.end) for span in tongue.words(text)]
        words = [tongue.fold_case(text[span.start : end]) for span, end in zip(tongue.words(text), ends, strict=True)]
        content = [word for word in words if tongue.fold(word) not in tongue.function_words]
        # Of a translation without content ("ainsi que") the small words count, elided or not.
        key = tuple(min(tongue.forms(word, "")) for word in content) or tuple(map(tongue.small_words.kin, words))
        spellings.setdefault(key, Counter())[text] += 1
        keys.append(key)
    written = {key: max(texts, key=lambda text: (texts[text], text)) for key, texts in spellings.items()}
    order = sorted(spellings, key=lambda key: (-spellings[key].total(), written[key]))
    places = {key: place for place, key in enumerate(order)}
    return Renderings(
        counts=tuple((written[key], spellings[key].total()) for key in order),
        unknown=keys.count(None),
        of_lines=tuple(None if key is None else places[key] for key in keys),
    )
