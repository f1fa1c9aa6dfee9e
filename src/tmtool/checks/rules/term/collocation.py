"""Is there a word next to a term that must not be there? The term base says which, and what to write."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.languages.language import Language
from tmtool.model import Concept, Level, Occurrence, Span, Term
from tmtool.model.wording import say
from tmtool.text.term_words import Word, words_in

ARROW = "→"
_BETWEEN = 4
"""How many words without content may come between the two."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a word is next to a term that the term base does not want there."""
    assert draft.target is not None
    words: tuple[Word, ...] = ()
    for occurrence in pair.target_terms:
        for avoided in occurrence.term.not_with:
            word, _, instead = (part.strip() for part in avoided.partition(ARROW))
            words = words or words_in(pair.target, draft.target)
            found = _next_to(occurrence, word, words, draft.target)
            if found is None:
                continue
            advice = say("; write “{instead}”", instead=instead) if instead else ""
            yield Flag(
                say(
                    "“{here}” is not used with “{word}”{advice}.",
                    here=occurrence.span.of(pair.target),
                    word=word,
                    advice=advice,
                ),
                target_span=found,
                suggestion=instead if instead and found.of(pair.target) == word else None,
            )


def _next_to(occurrence: Occurrence, wanted: str, words: tuple[Word, ...], language: Language) -> Span | None:
    """Returns the place of the word, in any of its forms, before the term or after it, with words without content
    between."""
    first = bisect_left(words, occurrence.span.start, key=lambda word: word.start)
    last = bisect_right(words, occurrence.span.end, key=lambda word: word.end) - 1
    parts = words_in(wanted, language)
    if first > last or not parts:
        return None
    for at in _around(words, first, last, len(parts)):
        # The term may be the subject of a passive: what is done to it is said otherwise only with a rewritten sentence.
        if any(entry.category == "V" for word in words[last + 1 : at] for entry in language.lexicon(word.plain)):
            continue
        if all(_is_form(word, part, language) for word, part in zip(words[at : at + len(parts)], parts, strict=True)):
            return Span(words[at].start, words[at + len(parts) - 1].end)
    return None


def _is_form(word: Word, wanted: Word, language: Language) -> bool:
    if word.plain in language.forms(wanted.text, "verb") | language.forms(wanted.text, "adj"):
        return True
    return any(entry.lemma == wanted.plain for entry in language.lexicon(word.plain))


def _around(words: tuple[Word, ...], first: int, last: int, length: int) -> Iterator[int]:
    """Yields the places where so many words may be, nearest first."""
    for end in range(first, max(-1, first - _BETWEEN - 1), -1):
        if not all(word.function for word in words[end:first]):
            break
        if end - length >= 0:
            yield end - length
    for start in range(last + 1, min(len(words) - length, last + 1 + _BETWEEN) + 1):
        if not all(word.function for word in words[last + 1 : start]):
            break
        yield start


_TRAFFIC = Concept(
    "smuggling",
    (
        Term("smuggling of migrants", "en"),
        Term("trafic illicite de migrants", "fr", not_with=("commettre → se livrer à", "contre")),
    ),
)

CHECK = SegmentCheck(
    name="term-collocation",
    level=Level.WARNING,
    its_type="terminology",
    requires=Needs(terms=Sides.TARGET, words=Sides.TARGET),
    summary="A word is next to a term that the term base does not want there.",
    reason=(
        "A right term may be spoilt by its verb: one does not *commettre* a trafic, one *se livre à* it. Which words "
        "a term does not go with is in the term base (column ``fr_not_with``), with what to write instead. The "
        "word is found in all its forms, before the term or after it, with nothing but small words between."
    ),
    examples=(
        Example(target="Ils ont commis un trafic illicite de migrants.", flagged=("commis",), concepts=(_TRAFFIC,)),
        Example(target="Les trafics illicites de migrants commis en mer", flagged=("commis",), concepts=(_TRAFFIC,)),
        Example(target="Ils se livrent au trafic illicite de migrants.", concepts=(_TRAFFIC,)),
        Example(target="Le trafic illicite de migrants est commis au préjudice de l’État.", concepts=(_TRAFFIC,)),
        Example(target="Ils ont commis un vol pendant un trafic illicite de migrants.", concepts=(_TRAFFIC,)),
    ),
    look=look,
)
