"""What may a term look like in a text? Its words of content in their forms, and what may come between them.

"trafic illicite de migrants" is also "trafics illicites des migrants": between two words of content, words
without content count as a class. The classes that need more care are the language's small words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from tmtool.languages.language import Language
from tmtool.model import Concept, Term
from tmtool.text.composition import readable
from tmtool.text.term_words import Word, forms_of, has_content, leading_word, texts_of, words_in

_NO_MARK = re.compile(r"[\s'’ʼ\u00ad]*|[-‐‑\u00ad]\s?")


class Spelling(NamedTuple):
    """A `Spelling` is a way in which a term may be written: as it is, or as a variant (`Language.variants`). `order` is
    the place of its concept among those looked for, `place` its own among the spellings of the concept, those of terms
    of the best status first."""

    order: int
    place: int
    term: Term
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A `Link` is what a term has between two of its parts.

    `joined` is True if there are words without content other than articles; `fixed` are those of them that no
    other can replace; `mark` is the punctuation ("/" in "HIV/AIDS"), empty for a space, a hyphen, an apostrophe.
    """

    joined: bool
    fixed: frozenset[str]
    mark: str

    @property
    def splits(self) -> bool:
        """Is false where nothing may come between the parts that the term has not there: "HIV/AIDS" is never split."""
        return self.joined or not self.mark


@dataclass(frozen=True, slots=True)
class Part:
    """A `Part` is a word of content of a term: the keys it has in texts (see `Pattern`), and the link to the part
    before."""

    keys: frozenset[str]
    link: Link


@dataclass(frozen=True, slots=True)
class Pattern:
    """A `Pattern` is a term as it is looked for.

    A key is a word without case, in a tolerant search without accents; of an abbreviation it is the
    abbreviation itself. `before` and `after` are the words without content at the term's ends, by the keys
    that each may have. `spellings` are the parts' forms with accents, `cases` their capitals (`case_of`):
    a `strict` pattern wants both, a `proper` one its capitals. `order` and `place` are those of its `Spelling`;
    `joints` are the words between its parts, without articles, by family (`Grammar.kin`); `variant` is True for a term
    in another word order than it has (`Language.variants`).
    """

    order: int
    place: int
    concept: Concept
    term: Term
    parts: tuple[Part, ...]
    before: tuple[frozenset[str], ...]
    after: tuple[frozenset[str], ...]
    spellings: tuple[frozenset[str], ...]
    cases: tuple[str, ...]
    closing: str
    strict: bool
    proper: bool
    variant: bool
    joints: frozenset[str]


NO_LINK = Link(joined=False, fixed=frozenset(), mark="")


def patterns(concept: Concept, language: Language, *, tolerant: bool) -> Iterator[Pattern]:
    """Yields the terms of a concept in a language, as they are looked for."""
    for spelling in spellings_of(0, concept, language):
        if found := pattern_of(spelling, concept, language, tolerant=tolerant):
            yield found


def spellings_of(order: int, concept: Concept, language: Language) -> Iterator[Spelling]:
    """Yields how the terms of the concept at a place may be written in a language, the best in status first."""
    texts = ((term, text) for term in concept.in_language(language.tag) for text in texts_of(term, language))
    return (Spelling(order, place, term, text) for place, (term, text) in enumerate(texts))


def pattern_of(spelling: Spelling, concept: Concept, language: Language, *, tolerant: bool) -> Pattern | None:
    """Returns a term of a concept as it is looked for where it is written like this, None where it has no word.

    A rejected term that differs from an accepted one by capitals or accents alone is strict, and so is a term
    that has no word of content. Where words are not spaced, a term of one letter is left out: it is in too many
    others. A rejected proper name is proper: "programme de développement" is no Programme.
    """
    words = words_in(spelling.text, language)
    if not words or not (language.spaced or len(words) > 1 or len(words[0].text) > 1):
        return None
    respelt = not spelling.term.status.accepted and _folded(words) in _accepted(concept, language)
    return _pattern(spelling, concept, words, language, tolerant=tolerant, respelt=respelt)


def mark_between(text: str, before: Word, after: Word) -> str:
    """Returns the punctuation between two neighbouring words, empty for a space, a hyphen or an apostrophe."""
    between = text[before.end : after.start]
    if between == " " or _NO_MARK.fullmatch(between):
        return ""
    return "".join(between.split())


def case_of(word: Word) -> str:
    """Returns ``upper`` for a word in capitals, ``capital`` for one with a capital in front, else ``lower``."""
    if word.abbreviation:
        return "upper"
    return "capital" if word.text[0].isupper() else "lower"


def _pattern(
    spelling: Spelling,
    concept: Concept,
    words: Sequence[Word],
    language: Language,
    *,
    tolerant: bool,
    respelt: bool,
) -> Pattern:
    known = language.small_words
    order, place, term, text = spelling
    contents = [index for index, word in enumerate(words) if has_content(word)]
    bare = not contents
    if bare:
        contents = list(range(len(words)))
    assert contents[0] == leading_word(words)
    spellings = [
        frozenset((words[i].plain,)) if bare else forms_of(words, i, term.part_of_speech, language) for i in contents
    ]
    parts = []
    for number, (index, forms) in enumerate(zip(contents, spellings, strict=True)):
        short = words[index].abbreviation
        keys = frozenset((short,)) if short else frozenset(map(language.fold, forms)) if tolerant else forms
        link = _link(text, words[contents[number - 1] : index + 1], language) if number else NO_LINK
        parts.append(Part(keys, link))
    return Pattern(
        order=order,
        place=place,
        concept=concept,
        term=term,
        parts=tuple(parts),
        before=tuple(_edge(word, language, tolerant=tolerant) for word in words[: contents[0]]),
        after=tuple(_edge(word, language, tolerant=tolerant) for word in words[contents[-1] + 1 :]),
        spellings=tuple(spellings),
        cases=tuple(case_of(words[index]) for index in contents),
        closing=text[words[-1].end :].rstrip(),
        strict=respelt or bare,
        proper=term.is_name and not term.status.accepted and not tolerant,
        variant=text != readable(term.text),
        joints=frozenset(
            known.kin(word.plain)
            for word in words[contents[0] : contents[-1]]
            if word.function and word.plain not in known.articles
        ),
    )


def _link(text: str, words: Sequence[Word], language: Language) -> Link:
    known = language.small_words
    joining = frozenset(word.plain for word in words[1:-1]) - known.articles
    return Link(
        joined=bool(joining),
        fixed=joining - known.joints,
        mark="".join(mark_between(text, a, b) for a, b in pairwise(words)),
    )


def _edge(word: Word, language: Language, *, tolerant: bool) -> frozenset[str]:
    kin = (family for family in language.small_words.families if word.plain in family)
    keys = language.forms(word.text, "").union(*kin)
    return frozenset(map(language.fold, keys)) if tolerant else keys


def _accepted(concept: Concept, language: Language) -> set[tuple[str, ...]]:
    """Returns the words of the accepted terms of a concept in a language, without case and accents."""
    accepted = concept.accepted_in(language.tag)
    return {_folded(words_in(text, language)) for term in accepted for text in texts_of(term, language)}


def _folded(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.folded for word in words)
