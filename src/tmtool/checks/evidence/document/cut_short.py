"""Is a title cut short by a word that the same source has everywhere else: Journée internationale for International Tea
Day, which is la Journée internationale du thé in other lines?"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool import languages
from tmtool.checks.engine.draft import Draft
from tmtool.checks.evidence.document.phrases import Phrase, is_parted, occurrences, phrase
from tmtool.checks.evidence.document.repeats import Passage, contained
from tmtool.languages.stems import content

_LEAST = 2
"""Words of content of what is left of a title."""


def cut_short(draft: Draft) -> Iterator[tuple[Passage, Phrase]]:
    """Yields the passages that lack a word of their source, each once, with the words of another line that go on with
    its counterpart."""
    known = draft.language_pair
    if known is None or known.links is None:
        return
    told: set[tuple[int, int]] = set()
    for pair, passage in contained(draft):
        place = passage.pair.number, passage.start
        model = phrase(passage.target.text, known.target)
        if place in told or len(model.words) < _LEAST:
            continue
        source = content(passage.source.text, known.source)
        alone = known.links.alone(source, model.words, known.source)
        lost = [word for word, is_alone in zip(source, alone, strict=True) if is_alone]
        longer = _longer(model, phrase(pair.target, known.target), known.target) if lost else None
        if longer is not None and known.links.counterparts(longer.words[-1], lost, known.target):
            told.add(place)
            yield passage, longer


def _longer(model: Phrase, text: Phrase, language: str) -> Phrase | None:
    """Returns the only place of a text that has the words of a model, with the word after them in the same phrase,
    which is none of a verb: le Comité à composition non limitée sera ouvert."""
    found = list(occurrences(model, text))
    if len(found) != 1:
        return None
    start = next(at for at, word in enumerate(text.words) if word.span.start == found[0].words[0].span.start)
    longer = text.part(start, start + len(model.words) + 1)
    if len(longer.words) == len(model.words) or is_parted(longer):
        return None
    last = longer.words[-1].span
    return None if any(one.span.overlaps(last) for one in languages.get(language).verb_groups(text.text)) else longer
