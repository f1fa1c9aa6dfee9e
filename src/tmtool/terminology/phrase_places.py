"""Where does a text have a phrase that is asked for: by its letters, in any form of its words, by how these begin?"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from tmtool.languages import language_of
from tmtool.model import Concept, Span, Term
from tmtool.terminology.glance import glance
from tmtool.terminology.recognise import Recogniser
from tmtool.text.term_words import abbreviation
from tmtool.text.word_index import has_own_words

_BEGUN = re.compile(r"\w\*")


def has_beginnings(phrase: str) -> bool:
    """Tells whether a word of the phrase has a star, which stands for all words that begin like it."""
    return _BEGUN.search(phrase) is not None


def words_wanted(phrase: str, language: str, literal: bool) -> list[list[str]]:
    """Returns the forms of each word with content, one of which a segment must hold; of a literal phrase the phrase."""
    if literal:
        return [[phrase]]
    tongue = language_of(language)
    found = tongue.words_written(phrase)
    content = [word for word in found if tongue.fold(word.strip("'’")) not in tongue.function_words] or found
    return [sorted({word, *tongue.forms(tongue.fold_case(word), "")}) for word in content]


def literally(phrase: str) -> Callable[[str], Span | None]:
    """Finds these very letters, whatever their case."""
    wanted = re.compile(re.escape(phrase), re.IGNORECASE)

    def find(text: str) -> Span | None:
        found = wanted.search(text)
        return Span(*found.span()) if found else None

    return find


def by_forms(phrase: str, language: str) -> Callable[[str], Span | None]:
    """Finds the phrase in any form of its words: as they are in a row, which is quickly told, else apart."""
    concept = Concept("phrase", (Term(phrase, language),))
    recogniser = Recogniser([concept], language, tolerant=True)
    in_a_row = _in_a_row(phrase, language)
    perhaps = glance(concept, language_of(language))

    def find(text: str) -> Span | None:
        if in_a_row and (match := in_a_row.search(text)):
            return Span(*match.span())
        if perhaps and not perhaps(text):
            return None
        found = recogniser.first(text)
        return found.span if found else None

    return find


def by_beginnings(phrase: str, language: str) -> Callable[[str], Span | None]:
    """Finds the words one after another, each in any of its forms, one with a star by how it begins."""
    tongue = language_of(language)
    wanted = []
    for span in tongue.words(phrase):
        word = span.of(phrase)
        forms = {tongue.fold(form) for form in (word, *tongue.forms(tongue.fold_case(word), ""))}
        wanted.append((tongue.fold(word) if _BEGUN.match(phrase, span.end - 1) else "", forms))

    @cache
    def fitting(word: str) -> int:
        """Returns a number whose bit n is set if the word fits word n of the phrase."""
        return sum(
            1 << place
            for place, (beginning, forms) in enumerate(wanted)
            if (word.startswith(beginning) if beginning else word in forms)
        )

    def find(text: str) -> Span | None:
        spans = tongue.words(text)
        # Bit n is set while the last n + 1 words fit the first of the phrase: each word is looked at once (Shift-And).
        fits, whole = 0, 1 << len(wanted) >> 1
        for number, span in enumerate(spans):
            fits = (fits << 1 | 1) & fitting(tongue.fold(span.of(text)))
            if fits & whole:
                return Span(spans[number - len(wanted) + 1].start, span.end)
        return None

    return find


def _in_a_row(phrase: str, language: str) -> re.Pattern[str] | None:
    """Returns the expression of the forms of the words one after another, or None where capitals make a difference
    ("WHO"), or where words are found otherwise than by their spelling."""
    if has_own_words(phrase, language):
        return None
    tongue = language_of(language)
    found = tongue.words_written(phrase)
    if not found or any(abbreviation(word) for word in found):
        return None
    spellings = []
    for word in found:
        plain = tongue.fold_case(word)
        function = tongue.fold(plain.strip("'")) in tongue.function_words
        forms = {word.lower(), plain} if function else {word.lower(), plain, *tongue.forms(plain, "")}
        spellings.append(
            "|".join(re.escape(form).replace("'", "['’]") for form in sorted(forms, key=len, reverse=True))
        )
    row = r"(?:[\s-]|(?<=['’]))+".join(f"(?:{one})" for one in spellings)
    # What a hyphen joins in front may make another word of it: a Vice-Chair is no Chair.
    return re.compile(rf"(?<![\w-]){row}(?!\w)", re.IGNORECASE)
