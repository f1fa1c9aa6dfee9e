"""How is the right term written in the place of a wrong one? It keeps its number, and all that agrees with it follows.

What is around a noun agrees with it: its determiner, its adjectives, the participle after the verb. The language says
what changes there (`Language.in_place`); where it cannot be certain, nothing is offered.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.languages.language import Language
from tmtool.languages.unknown import no_entries
from tmtool.model import Occurrence, Span, Term
from tmtool.text.term_words import Word, words_in

_NOUNS = frozenset({"", "noun", "proper"})


@dataclass(frozen=True, slots=True)
class Replacement:
    """A `Replacement` is what to write in place of `span`, None where nothing can be offered; `certain` tells whether
    the text is right then."""

    span: Span
    text: str | None
    certain: bool = False


def replacement(occurrence: Occurrence, best: Term, pair: Pair, draft: Draft) -> Replacement:
    """Returns what to write so that the term `best` takes the place of an occurrence, in its number and with its
    capital, with the words that agree with it."""
    language, text, span = draft.target, pair.target, occurrence.span
    if language is None or language.lexicon is no_entries:
        return Replacement(span, best.text)
    found, wanted = words_in(span.of(text), language), words_in(best.text, language)
    nothing = Replacement(span, None)
    if occurrence.parts or not found or not wanted:
        return nothing
    if {best.part_of_speech, occurrence.term.part_of_speech} - _NOUNS:
        as_listed = span.of(text).lower() == occurrence.term.text.lower()
        return Replacement(span, best.text) if as_listed else nothing
    old, new = _readings(found[0].plain, language), _readings(wanted[0].plain, language)
    number = "s" if found[0].abbreviation else _only({reading[1] for reading in old})
    gender = best.gender or _only({reading[0] for reading in new})
    written = _in_number(best, wanted, number, gender, language)
    if written is None or gender not in ("m", "f"):
        return nothing
    same_name = found[0].plain == wanted[0].plain
    if found[0].text[0].isupper() and (occurrence.term.text[0].islower() or same_name):
        written = written[0].upper() + written[1:]
    if draft.habit is not None and draft.habit.apostrophe:
        written = written.replace("’", draft.habit.apostrophe)
    placed = language.in_place(text, span, written, gender + number, _following(pair, draft))
    return Replacement(*placed, certain=True) if placed else nothing


def _following(pair: Pair, draft: Draft) -> str:
    """Returns the translation after this one."""
    after = bisect_right(draft.pairs, pair.number, key=lambda one: one.number)
    return draft.pairs[after].target if after < len(draft.pairs) else ""


def _in_number(best: Term, words: Sequence[Word], number: str, gender: str, language: Language) -> str | None:
    """Returns the term in the singular ("s") or plural ("p"): its noun and the adjectives before the first preposition
    change; None where that is not certain."""
    if words[0].abbreviation:
        return best.text
    own = (
        best.number.removesuffix("g").removesuffix("l")
        or _only({one for _, one in _readings(words[0].plain, language)})
        or "s"
    )
    if not number or number == own:
        return best.text if number else None
    if own == "p" or best.number:
        return None
    group = next((at for at, word in enumerate(words) if word.function), len(words))
    if any(_is_adjective(word.plain, language) for word in words[group:] if not word.function):
        return None
    pieces, end = [], 0
    for word in words[:group]:
        plural = word.text if _is_adverb(word.plain, language) else _plural(word.text, gender, language)
        if plural is None:
            return None
        pieces += [best.text[end : word.start], plural]
        end = word.end
    return "".join(pieces) + best.text[end:]


def _plural(word: str, gender: str, language: Language) -> str | None:
    """Returns the one form that a noun or adjective has in the plural of a gender, None where there are several or
    none."""
    if word != word.lower():
        return None
    forms = {form for form in language.forms(word, "adj") if (gender, "p") in _readings(form, language)}
    own = {form for form in forms if form in language.forms(word, "")} or forms
    return _only(own) or None


@lru_cache(maxsize=4096)
def _readings(word: str, language: Language) -> frozenset[tuple[str, str]]:
    """Returns gender and number of each reading of a word as a noun, adjective or participle."""
    return frozenset((one[0], one[1]) for entry in language.lexicon(word) for one in entry.agreement)


@lru_cache(maxsize=4096)
def _is_adjective(word: str, language: Language) -> bool:
    readings = language.lexicon(word)
    return bool(readings) and all(entry.category != "N" for entry in readings)


@lru_cache(maxsize=4096)
def _is_adverb(word: str, language: Language) -> bool:
    return {entry.category for entry in language.lexicon(word)} == {"ADV"}


def _only(values: set[str]) -> str:
    return next(iter(values)) if len(values) == 1 else ""
