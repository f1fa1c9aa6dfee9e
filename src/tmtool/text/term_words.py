"""Which words of a term and of a text decide whether the term can be in the text?

The first word of a term that has content of its own: "victim" of "victim of trafficking". The store
keeps its forms, so that only the terms which a text can hold are loaded, and the recogniser starts from
the same word. In a language that tmtool does not know, words are taken as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tmtool.languages import language_of
from tmtool.languages.language import Language
from tmtool.model import Term
from tmtool.text.composition import readable

_REMEMBERED = 1 << 15
"""How many words of a language are kept with their spellings and forms; texts and terms repeat their words."""
_NONE: Mapping[str, int] = {}
Contents = tuple[tuple[str, str, str], ...]
"""Words with content: each as it is written, without case and accents, and with the part of speech that its forms are
to be asked for with."""
_NO_LETTER = re.compile(r"^[\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A `Word` is a word of a text and its place; `plain` is its spelling without case (`Language.fold_case`), `folded`
    without case and accents.

    `function` is True for a word that has no content of its own when it is not an abbreviation ("who", "WHO");
    `abbreviation` is the abbreviation that the word may be, empty for others.
    """

    text: str
    start: int
    end: int
    plain: str
    folded: str
    function: bool
    abbreviation: str


def abbreviation(word: str) -> str:
    """Returns a word of two or more capitals and perhaps digits, without a plural s: "NGO" of "NGOs", or empty for
    others."""
    base = word.removesuffix("s")
    return base if base.isupper() and sum(map(str.isupper, base)) > 1 else ""


@lru_cache(maxsize=1024)  # several checks ask for the words of a segment, one after another
def words_in(text: str, language: Language) -> tuple[Word, ...]:
    """Returns the words of a text, in order."""
    spellings = _spellings(language)
    words = []
    for span in language.words(text):
        word = text[span.start : span.end]
        words.append(Word(word, span.start, span.end, *spellings(word)))
    return tuple(words)


def leading_word(words: Sequence[Word]) -> int:
    """Returns the index of a term's first word with content; 0 if none has."""
    return next((index for index, word in enumerate(words) if has_content(word)), 0)


def has_content(word: Word) -> bool:
    """Tells whether a text cannot do without a word of a term: what is in capitals is meant as an abbreviation."""
    return not word.function or bool(word.abbreviation)


def forms_of(words: Sequence[Word], index: int, part_of_speech: str, language: Language) -> frozenset[str]:
    """Returns the spellings under which a text may hold one of the words of a term, without case (`Word.plain`).

    In a verb phrase the first word with content is the verb, the others are nouns. An abbreviation has at most
    a plural s.
    """
    with_verb = part_of_speech == "verb" and index != leading_word(words)
    return _forms(words[index].text, "" if with_verb else part_of_speech, language)


def _forms(word: str, part_of_speech: str, language: Language) -> frozenset[str]:
    if short := abbreviation(word):
        return frozenset((language.fold_case(short), language.fold_case(short) + "s"))
    return _inflection(language)(word, part_of_speech)


@lru_cache(maxsize=1 << 15)  # the recogniser and the aligner ask for those of the same term base
def first_words(term: Term, language: str) -> frozenset[str]:
    """Returns the forms of the first word with content of a term and its variants, without case and accents, or empty
    for a term without words.

    A text can hold the term only if `words_of` has one of them.
    """
    known = language_of(language)
    leading = (word for text in texts_of(term, known) for word in _leading(text, known))
    return frozenset[str]().union(*(folded_forms_in(known)(word, term.part_of_speech) for word in leading))


def parts_words(language: Language) -> bool:
    """Tells whether a text that holds a term has each of its words by itself: not where words are written together, or
    without spaces."""
    return language.spaced and language.readings is None


def counted(terms: Iterable[Term], language: str) -> Counter[str]:
    """Returns in how many terms and variants each word of content is, without case and accents."""
    ways = (way for term in terms for way in contents_of(term, language))
    return Counter(word for way in ways for word in {folded for _, folded, _ in way})


def needed_words(
    terms: Iterable[Term], language: str, counts: Mapping[str, int], often: Mapping[str, int]
) -> frozenset[str]:
    """Returns the forms of words with content of the terms of a concept, without case and accents, so that each term
    and each of its variants has one of the words: the one that texts seldom have by `often`, which says it of forms; a
    term that has a word which another needs anyway needs no further one. Where `often` says nothing, each has the one
    that is in fewest terms by `counts`. In a language whose words are written together, or without spaces, they are the
    `first_words`.

    A text can hold one of the terms only if `words_of` has one of them.
    """
    known, given = language_of(language), list(terms)
    if not parts_words(known):
        return frozenset[str]().union(*(first_words(term, language) for term in given))
    forms = folded_forms_in(known)

    def rarity(content: tuple[str, str, str]) -> tuple[int, int]:
        word, folded, part_of_speech = content
        return sum(often.get(form, 0) for form in forms(word, part_of_speech)), counts[folded]

    ways = (way for term in given for way in contents_of(term, language))
    rarest = sorted(((min(way, key=rarity), way) for way in ways), key=lambda one: rarity(one[0]), reverse=True)
    needed: dict[tuple[str, str], None] = {}
    for (word, _, part_of_speech), way in rarest:
        if not (often and any((one, its) in needed for one, _, its in way)):
            needed[word, part_of_speech] = None
    return frozenset[str]().union(*(forms(*one) for one in needed))


def texts_of(term: Term, language: Language) -> tuple[str, ...]:
    """Returns a term and its variants (`Language.variants`), as texts are composed."""
    return (readable(term.text), *language.variants(term))


def contents_of(term: Term, language: str) -> tuple[Contents, ...]:
    """Returns the words with content of a term and of each of its variants, or all of one where none has."""
    known = language_of(language)
    return tuple(filter(None, (contents_in(text, term.part_of_speech, known) for text in texts_of(term, known))))


def contents_in(text: str, part_of_speech: str, language: Language) -> Contents:
    """Returns the words with content of a term that is written like this, or all of them where none has."""
    spellings = _spellings(language)
    noun = "" if part_of_speech == "verb" else part_of_speech
    contents: list[tuple[str, str, str]] = []
    others: list[tuple[str, str, str]] = []
    for word in language.words_written(text):
        _, folded, function, short = spellings(word)
        some = contents if short or not function else others
        some.append((word, folded, noun if some else part_of_speech))
    return tuple(contents or others)


def _leading(text: str, language: Language) -> tuple[str, ...]:
    """Returns the word that `leading_word` says of the words of a text, or nothing for a text without words. A whole
    term base is gone through for each start, so that no more of its words is read than it takes."""
    spellings = _spellings(language)
    words = language.words_written(text)
    for word in words:
        _, _, function, short = spellings(word)
        if short or not function:
            return (word,)
    return tuple(words[:1])


def words_of(text: str, language: str) -> frozenset[str]:
    """Returns the words of a text, without case and accents: what to ask for among the `first_words` and the
    `needed_words` of terms."""
    known = language_of(language)
    text = readable(text)
    words = frozenset(known.words_written(text))
    found = frozenset(map(known.fold, words))
    if known.readings is None:
        return found
    plain = frozenset(map(known.fold_case, words))
    return found.union(*(map(known.fold, readings_of(word, known)) for word in plain))


def readings_of(plain: str, language: Language) -> Mapping[str, int]:
    """Returns what a word of a text is without what is written together with it (`Language.readings`), nothing in most
    languages."""
    return _readings(language)(plain) if language.readings else _NONE


@cache
def _spellings(language: Language) -> Callable[[str], tuple[str, str, bool, str]]:
    @lru_cache(_REMEMBERED)
    def spellings(word: str) -> tuple[str, str, bool, str]:
        folded = language.fold(word)
        function = language.spaced and folded in language.function_words
        return language.fold_case(word), folded, function, abbreviation(word)

    return spellings


@cache
def folded_forms_in(language: Language) -> Callable[[str, str], frozenset[str]]:
    """Returns what gives the forms of a word and a part of speech, without case and accents."""

    @lru_cache(_REMEMBERED)
    def folded_forms(word: str, part_of_speech: str) -> frozenset[str]:
        return frozenset(map(language.fold, _forms(word, part_of_speech, language)))

    return folded_forms


@cache
def _inflection(language: Language) -> Callable[[str, str], frozenset[str]]:
    return lru_cache(_REMEMBERED)(language.forms)


def readings_alone(plain: str, language: Language) -> Iterator[str]:
    """Yields the same as words: folded, without the signs in front of a reading that say what was taken off."""
    return (_NO_LETTER.sub("", language.fold(one)) for one in readings_of(plain, language))


@cache
def _readings(language: Language) -> Callable[[str], Mapping[str, int]]:
    assert language.readings
    return lru_cache(_REMEMBERED)(language.readings)
