"""Is the translation just the source again? (Fact sheet, section 15: language.)"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.check import Example, SegmentCheck, Spot
from tmtool.checks.draft import Draft, Pair
from tmtool.checks.foreign_words import SET_APART, foreign_words
from tmtool.checks.wording import wording
from tmtool.model import Level, Span


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    target, source = pair.target, pair.source or ""
    here, there = draft.target, draft.source
    if not target.strip() or here is None or there is None or wording(target).tokens != wording(source).tokens:
        return
    foreign = bool(foreign_words(target, here, there))
    words = [word for word in SET_APART.sub("", target).split() if word[0].isalpha()]
    lower = [word for word in words if word[0].islower() and len(word) > 2]
    own = any(here.fold(word.rstrip(".,;:")) in here.function_words or not word.isascii() for word in words)
    if not foreign and (own or len(words) < 2 or not lower):
        return
    yield Spot(
        "The source stands here untranslated.",
        target_span=Span(0, len(target)),
        source_span=Span(0, len(source)),
        level=None if foreign else Level.WARNING,
    )


CHECK = SegmentCheck(
    name="language-source-copied",
    level=Level.ERROR,
    its_type="untranslated",
    needs_source=True,
    settles=True,
    summary="The translation repeats the source.",
    reason=(
        "A segment copied to be translated later and forgotten. Names, symbols and single words (Documentation) may "
        "be the same in both languages and are left alone; without a word of the source's grammar in it, it is a "
        "warning."
    ),
    examples=(
        Example(
            source="Adoption of the report",
            target="Adoption of the report",
            flagged=("Adoption of the report",),
        ),
        Example(source="Other matters.", target="Other matters", flagged=("Other matters",)),
        Example(source="Documentation", target="Documentation"),
        Example(source="CTOC/COP/WG.7/2020/1", target="CTOC/COP/WG.7/2020/1"),
        Example(source="I. Introduction", target="I. Introduction"),
        Example(source="Ban Ki-moon", target="Ban Ki-moon"),
        Example(source="Médecins sans frontières", target="Médecins sans frontières"),
    ),
    look=look,
)
