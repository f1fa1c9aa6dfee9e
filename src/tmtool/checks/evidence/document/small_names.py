"""Which word begins small at the only place of a document that has it so, though its source has a capital there as at
another: que le comité propose, elsewhere au Comité, for the Committee?

One other place tells as much as many where the source has the same word with a capital inside a sentence there, and
here none in lower case to which the translation's could answer. Behind a number, or a word for each or several, a name
may be a common noun, but not where many other places have it with a capital: onze parties, elsewhere les Parties.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.document.capitals import (
    BEFORE,
    BELONGING,
    LETTERS,
    WORD,
    Varied,
    answers,
    are_longer_names,
    just_before,
)
from tmtool.languages import language_of
from tmtool.languages.language import Language
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import content
from tmtool.model import PlaceableKind, Span

_PART = re.compile(r"[^\W\d_]+")
"""A word, or each part of one: Director-General."""
_MANY = 3
"""So many other places with a capital show that a word has it behind a number, too."""
_BESIDE = r"(?<![\w.])[A-Z][\w-]* {word}(?!\w)|(?<!\w){word} [A-Z][\w-]*"
"""A word with a capital next to another one."""
_OF_A_PLACE = re.compile(r"[ \u00a0](?P<small>[^\W\d_]{2})[ \u00a0](?P<place>[A-Z][\w-]+)(?!\w)")
"""The name of a place after a word: de Minamata."""
_IN_SENTENCE = r"[^\W\d_][’',]?[ \u00a0]{word}(?!\w)"

_NUMBERED = re.compile(r"[ \u00a0\u202f](?:[^\W\d_]{1,3}(?:[ \u00a0\u202f]|['’°]))?\d")
"""A year or a number after a word, with a small word between them or not, by which a name tells one of several: les
Conventions de 1949, beside les conventions."""


@dataclass(slots=True)
class _Forms:
    """`_Forms` are the places of a word: of each segment its spans in lower case, and those with a capital inside a
    sentence, each with whether a year or a number after it tells which one is meant."""

    small: list[tuple[Pair, Span]] = field(default_factory=list)
    large: list[tuple[Pair, str, bool]] = field(default_factory=list)


def small_names(draft: Draft) -> Iterator[Varied]:
    """Yields the words that begin small at one place only, where the source has the capital that it has at another."""
    known = draft.language_pair
    if known is None or known.links is None or draft.target is None:
        return
    around = _Around.of(draft.target)
    for forms in _forms(draft).values():
        others = {word for _, word, _ in forms.large}
        if len(forms.small) != 1 or len(others) != 1:
            continue
        [(pair, span)] = forms.small
        [name] = others
        if all(is_numbered for _, _, is_numbered in forms.large) and not _NUMBERED.match(pair.target, span.end):
            continue
        if _is_a_name(name, pair, span, forms, known, around):
            yield Varied(pair, span, name, len(forms.large))


def _is_a_name(name: str, pair: Pair, span: Span, forms: _Forms, known: LanguagePair, around: _Around) -> bool:
    """Tells whether a word that begins small is the name that other places have, by what is around it and by its
    source."""
    if _is_proper(name, pair, around.language) or _is_of_a_place(pair, span, known):
        return True
    many = len(forms.large) >= _MANY
    if not (around.may_be_name(pair.target, span) or (many and around.is_counted(pair, span))):
        return False
    return _have_its_capital(pair, span, [one for one, *_ in forms.large], known, anywhere=many)


def _is_of_a_place(pair: Pair, span: Span, known: LanguagePair) -> bool:
    """Tells whether a word is the first of a name in which the source has the same word with a capital right before
    its own after an article: la convention de Minamata, the Minamata Convention; a draft declaration is none yet."""
    found = _OF_A_PLACE.match(pair.target, span.end)
    if found is None or found["small"] not in language_of(known.target).function_words:
        return False
    noun = re.search(rf"(?<!\w)(\w+) {re.escape(found['place'])} ([A-Z][\w-]+)", pair.source or "")
    follows = noun is not None and noun[1].lower() in language_of(known.source).function_words
    return noun is not None and follows and answers(noun[2], span.of(pair.target), known)


def is_of_another_name(one: Varied, draft: Draft) -> bool:
    """Tells whether a word that begins small ends a name of its own, after an adjective that no other place has before
    it: Forum mondial du café, elsewhere Organisation internationale du Café."""
    text = one.pair.target
    article = just_before(BEFORE, text, one.span.start)
    if article is None or draft.target is None or not one.span.of(text)[0].islower():
        return False
    before = just_before(BEFORE, text, article.start())
    if before is None:
        return False
    if not any(reading.category == "A" for reading in draft.target.lexicon(before[1].strip().lower())):
        return False
    name = before[1] + article[1] + one.there
    return not any(name in other.target for other in draft.pairs)


def _is_in_another_name(word: str, source: str, others: list[Pair], language: Language) -> bool:
    """Tells whether a word with a capital has another next to it wherever a source has it, with which no other source
    has it: the Permanent Mission concerned, elsewhere the Mission of the Organization."""
    name = re.escape(word)
    beside = [
        found[0]
        for found in re.finditer(_BESIDE.format(word=name), source)
        if not any(language.fold(one) in language.function_words for one in found[0].split())
    ]
    alone = len(re.findall(rf"(?<!\w){name}(?!\w)", source)) > len(beside)
    return bool(beside) and not alone and not any(pair in (one.source or "") for pair in beside for one in others)


def _is_proper(name: str, pair: Pair, language: Language) -> bool:
    """Tells whether the source has the very name, which is no word of the translation's language: le système de
    madrid."""
    return re.search(rf"(?<![\w/.]){name}(?![\w/.])", pair.source or "") is not None and not language.knows(
        name.lower()
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """`_Around` is what comes before a word and after it where it is no name: un comité, le président ou la présidente,
    le Comité du règlement, le groupe B."""

    language: Language
    definite: frozenset[str]
    counting: frozenset[str]
    others: frozenset[str]
    joined: re.Pattern[str]
    joining: re.Pattern[str]

    @classmethod
    def of(cls, language: Language) -> _Around:
        coordinating = language.small_words.coordinating
        return cls(
            language,
            language.word_set("definite") | language.word_set("definite-plural"),
            language.word_set("each-or-several"),
            language.word_set("another"),
            re.compile(rf"\s(?:{coordinating})\s$"),
            re.compile(rf"\s(?:{coordinating})\s|\s[^\W\d_](?![\w’'])"),
        )

    def may_be_name(self, text: str, span: Span) -> bool:
        """Tells whether a word is after a definite article, alone, and no part of a longer name."""
        before = just_before(BEFORE, text, span.start)
        if before is None or before[1].lower().replace("’", "'").strip() not in self.definite:
            return False
        start = before.start()
        is_beside = any(just_before(one, text, start) for one in (BELONGING, self.joined))
        return not (is_beside or self.joining.match(text, span.end))

    def is_counted(self, pair: Pair, span: Span) -> bool:
        """Tells whether a word is behind a number, or a word for each, several or another."""
        before = just_before(BEFORE, pair.target, span.start)
        words = self.counting | self.others
        return (before is not None and before[1].lower().strip() in words) or any(
            one.kind is PlaceableKind.NUMBER and one.span.end == span.start - 1 for one in pair.target_placeables
        )


def _forms(draft: Draft) -> dict[str, _Forms]:
    """Returns the places of each longer word of a document."""
    forms: defaultdict[str, _Forms] = defaultdict(_Forms)
    for pair in draft.pairs:
        if not pair.source or pair.target.isupper():
            continue
        for found in WORD.finditer(pair.target):
            word = found[0]
            if len(word) < LETTERS or word.isupper():
                continue
            if word[0].islower():
                forms[word.lower()].small.append((pair, Span(*found.span())))
            elif just_before(BEFORE, pair.target, found.start()):
                is_numbered = _NUMBERED.match(pair.target, found.end()) is not None
                forms[word.lower()].large.append((pair, word, is_numbered))
    return forms


def _have_its_capital(pair: Pair, span: Span, others: list[Pair], known: LanguagePair, *, anywhere: bool) -> bool:
    """Tells whether the source has a word with a capital inside a sentence, or `anywhere`, to which the small one
    answers, which the sources of the others have, too, and no other word in lower case that it could answer to."""
    assert known.links is not None
    source = pair.source or ""
    answering = content(span.of(pair.target), known.target)
    answered = [
        word
        for word in dict.fromkeys(_PART.findall(source))
        if not all(known.links.alone(content(word, known.source), answering, known.source) or [True])
    ]
    return (
        bool(answered)
        and not any(word.islower() for word in answered)
        and any(
            (re.search(_IN_SENTENCE.format(word=re.escape(word)), source) or (anywhere and word[0].isupper()))
            and any(
                re.search(
                    _IN_SENTENCE.format(word=re.escape(word)) if anywhere else rf"(?<!\w){re.escape(word)}(?!\w)",
                    other.source or "",
                )
                for other in others
            )
            and not _is_in_another_name(word, source, others, language_of(known.source))
            and not are_longer_names(word, source, [other.source or "" for other in others], language_of(known.source))
            for word in answered
        )
    )
