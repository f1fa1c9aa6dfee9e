"""Which word has other capitals in one sentence of a document than in all others, though its source has the same?

Looked at are words after the definite article, without another joined to them: what somebody is to be elected (du
président ou de la présidente), or each party has, may be said in small letters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.languages import language_of
from tmtool.languages.language import Language
from tmtool.languages.pairs.concepts import named_in
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import content
from tmtool.model import Span

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_INSIDE = re.compile(
    r"(?:(?P<before>(?<![^\W\d_])[^\W\d_]+[ ’'])|(?:^|(?<=\t))(?=\w+-))(?P<word>[^\W\d_]{4,}(?:-[^\W\d_]+)*)"
)
"""A word inside a sentence with the one before it; one of two parts at the beginning, too, for its second tells."""
_LONG = 3
"""Words of a context that tell a name by itself."""
_FEWEST, _USUAL, _ALONE = 2, 3, 4
"""Other segments that have a word in the usual capitals, with the words before or after it, or whatever these are."""
_MOSTLY = 0.8
"""The share of these whose sources have the word for it."""
_ROW = re.compile(r"(?<![\w.])[A-Z][\w-]*(?: [A-Z][\w-]*)*")
"""Words with a capital in a row."""
LETTERS = 4
_REACH = 60
"""Characters before a word in which those before it are."""
BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]+(?:[ \u00a0]|[’']))$")
"""The word before one inside a sentence."""
BELONGING = re.compile(r"(?:[^\W\d_][’']|[^\W\d_] )[^\W\d_a-zà-ÿ][^\W\d_]* $")
"""What comes before the article of a word in a longer name, which may be small there: le Comité du règlement."""


@dataclass(frozen=True, slots=True)
class Varied:
    """A `Varied` is a word in other capitals than in the `many` other segments that have it, where it is `there`."""

    pair: Pair
    span: Span
    there: str
    many: int


def varied_capitals(draft: Draft) -> Iterator[Varied]:
    """Yields the words that one segment alone has in other capitals than all others inside their sentences."""
    known = draft.language_pair
    if known is None or known.links is None or draft.target is None:
        return
    or_another = draft.target.small_words.conjunction
    definite = draft.target.word_set("definite") | draft.target.word_set("definite-plural")
    forms: defaultdict[str, defaultdict[str, dict[int, Span]]] = defaultdict(lambda: defaultdict(dict))
    for place, pair in enumerate(draft.pairs):
        if pair.source and not pair.target.isupper():
            for found in _INSIDE.finditer(pair.target):
                before = (found["before"] or "").lower().replace("’", "'").strip()
                is_one_of_two = or_another.match(pair.target, found.end()) is not None
                if not found["word"].isupper() and not is_one_of_two and (not before or before in definite):
                    forms[found["word"].lower()][found["word"]].setdefault(place, Span(*found.span("word")))
    for of_word in forms.values():
        if len(of_word) != 2:
            continue
        (odd, odd_places), (usual, usual_places) = sorted(of_word.items(), key=lambda item: len(item[1]))
        if odd[0].isupper() and not usual[0].isupper():
            continue  # A name may have the word, too.
        if len(odd_places) != 1 or len(usual_places) < _FEWEST or not odd_places.keys().isdisjoint(usual_places):
            continue
        [(place, span)] = odd_places.items()
        sources = [draft.pairs[one].source or "" for one in usual_places]
        if _have_one_word(sources, draft.pairs[place].source or "", usual, known):
            yield Varied(draft.pairs[place], span, usual, len(usual_places))


def names_in_small(draft: Draft) -> Iterator[Varied]:
    """Yields the words that begin in lower case after a definite article, where other segments have them with a capital
    before the same words (la commission économique pour, elsewhere la Commission économique pour), after the same ones,
    or in many places, and no other segment has them so in lower case; the source must have a capital that those have
    there, and none of its words in lower case answer to the word."""
    known = draft.language_pair
    if known is None or known.links is None or draft.target is None:
        return
    definite = draft.target.word_set("definite") | draft.target.word_set("definite-plural")
    joining = re.compile(rf"\s(?:{draft.target.small_words.coordinating})\s$")
    words = [
        (place, pair.target, found, belongs)
        for place, pair in enumerate(draft.pairs)
        if pair.source and not pair.target.isupper()
        for found, belongs in _inside(pair.target, definite, joining)
    ]
    # Few words are there both ways, and only of these it matters what is next to them.
    with_capital, without = (
        {found[0].lower() for _, _, found, _ in words if found[0][0].isupper() is has_one} for has_one in (True, False)
    )
    both_ways = with_capital & without
    small: defaultdict[_Context, dict[int, Span]] = defaultdict(dict)
    large: defaultdict[_Context, dict[int, str]] = defaultdict(dict)
    for place, text, found, belongs in words:
        for context in _contexts(text, found) if found[0].lower() in both_ways else ():
            if found[0][0].isupper():
                large[context].setdefault(place, found[0])
            elif not belongs or (len(context.words) == _LONG and _is_office(belongs, known)):
                small[context].setdefault(place, Span(*found.span()))
    told = set[tuple[int, Span]]()
    for context, places in small.items():
        others = large.get(context, {})
        if len(others) < context.fewest or not places.keys().isdisjoint(others) or len(set(others.values())) > 1:
            continue
        sources = [draft.pairs[one].source or "" for one in others]
        fit = [
            (place, span)
            for place, span in places.items()
            if not _is_small_elsewhere(draft.pairs[place].target, span)
            and _have_a_capital(
                sources,
                draft.pairs[place].source or "",
                span.of(draft.pairs[place].target),
                context,
                known,
            )
        ]
        if len(fit) == 1 and fit[0] not in told:
            told.add(fit[0])
            [(place, span)] = fit
            yield Varied(draft.pairs[place], span, next(iter(others.values())), len(others))


def _is_small_elsewhere(text: str, span: Span) -> bool:
    """Tells whether a segment has the word of a place in small letters elsewhere, too: who is still to be elected is
    son président, le président du Comité de rédaction et le rapporteur."""
    return sum(found[0] == span.of(text) for found in WORD.finditer(text)) > 1


@dataclass(frozen=True, slots=True)
class _Context:
    """A `_Context` is a word with some next to it, all in lower case, and in how many other segments it must be."""

    words: tuple[str, ...]
    fewest: int
    is_before: bool = False


def _inside(text: str, definite: frozenset[str], joining: re.Pattern[str]) -> Iterator[tuple[re.Match[str], str]]:
    """Yields the longer words inside the sentences of a text that have a capital, or come after a definite article and
    are not joined to another word, as those that are to be elected may be; these with what longer name they may be part
    of, the others with ""."""
    for found in WORD.finditer(text):
        if len(found[0]) < LETTERS or found[0].isupper() or not (one := just_before(BEFORE, text, found.start())):
            continue
        if found[0][0].isupper():
            yield found, ""
        elif one[1].lower().replace("’", "'").strip() in definite and not just_before(joining, text, one.start()):
            belonging = just_before(BELONGING, text, one.start())
            yield found, belonging.group() if belonging else ""


def just_before(pattern: re.Pattern[str], text: str, place: int) -> re.Match[str] | None:
    """Returns what a pattern finds just before a place in a text, where it begins a few words before at most: of a text
    of one long line, not all that comes before is gone through for each of its words."""
    return pattern.search(text, max(0, place - _REACH), place)


def _is_office(name: str, known: LanguagePair) -> bool:
    """Tells whether a name is an office, which others may have: le Président du Groupe de travail."""
    may_be = named_in(known, "officers_close.tsv", known.target, name)
    return any(one.cues[known.target].search(name) for group in may_be.values() for one in group)


def _contexts(text: str, found: re.Match[str]) -> Iterator[_Context]:
    """Yields a word alone, with the two after it, with the one after it, and with the two before it."""
    after = [one[0].lower() for one in islice(WORD.finditer(text, found.end()), 2)]
    before = [one[0].lower() for one in WORD.finditer(text, max(0, found.start() - _REACH), found.start())][-2:]
    here = found[0].lower()
    yield _Context((here,), _ALONE)
    if len(after) > 1:
        yield _Context((here, *after), 1)
    if after:
        yield _Context((here, after[0]), _USUAL)
    if len(before) > 1:
        yield _Context((*before, here), _FEWEST, is_before=True)


def _have_a_capital(sources: list[str], own: str, small: str, context: _Context, known: LanguagePair) -> bool:
    """Tells whether a source has a word with a capital inside a sentence that nearly all others have, too, to which the
    translation's answers, or another of a longer context, or any if there are many others with the words beside it,
    and no such word in lower case that answers to it."""
    words = set(WORD.findall(own))
    if any(word.islower() and answers(word, small, known) for word in words):
        return False
    there = [{word.lower() for word in WORD.findall(source)} for source in sources]
    common = {
        word
        for word in words
        if word[0].isupper()
        and sum(word.lower() in one for one in there) >= _MOSTLY * len(there)
        and _is_inside(word, own)
        and not are_longer_names(word, own, sources, language_of(known.source))
    }
    names = [small, *(context.words[1:] if len(context.words) == _LONG and not context.is_before else ())]
    if any(answers(word, one, known) for word in common if word.lower() not in words for one in names):
        return True
    return len(context.words) > 1 and len(sources) > _USUAL and bool(common)


def answers(word: str, other: str, known: LanguagePair) -> bool:
    """Tells whether a word of the source may be translated by another one."""
    assert known.links is not None
    return not all(known.links.alone(content(word, known.source), content(other, known.target), known.source) or [True])


def _is_inside(word: str, source: str) -> bool:
    """Tells whether a word with a capital is inside a sentence, after an article at least."""
    return re.search(rf"[^\W\d_][’',]? {word}(?!\w)", source) is not None


def _have_one_word(sources: list[str], own: str, usual: str, known: LanguagePair) -> bool:
    """Tells whether all sources, and that of the odd place, have a word to which the translation's answers, with its
    capital or without it as the usual form has it, and no longer name that it belongs to."""
    assert known.links is not None
    common = set(WORD.findall(own)).intersection(*(WORD.findall(source) for source in sources))
    answering = content(usual, known.target)
    return any(
        word[0].isupper() == usual[0].isupper()
        and word.swapcase()[0] + word[1:] not in WORD.findall(own)
        and not all(known.links.alone(content(word, known.source), answering, known.source) or [True])
        and all(_is_alone(word, source) for source in (own, *sources))
        for word in common
    )


def are_longer_names(word: str, own: str, sources: Iterable[str], language: Language) -> bool:
    """Tells whether a word with a capital is part of a longer row of such words in all other sources that have it than
    in its own: a receiving Office, elsewhere the Patent and Trademark Office; the Minister, elsewhere the Prime
    Minister."""
    longest = max(_rows_around(word, own, language), default=0)
    others = [length for source in sources for length in _rows_around(word, source, language)]
    return bool(others) and min(others) > longest > 0


def _rows_around(word: str, source: str, language: Language) -> Iterator[int]:
    """Yields how many words with a capital are in a row about each place of one of them, but for a small word with
    which a sentence begins."""
    for row in _ROW.finditer(source):
        words = row[0].split()
        if language.fold(words[0]) in language.function_words:
            del words[0]
        if word in words:
            yield len(words)


def _is_alone(word: str, source: str) -> bool:
    """Tells whether a word is nowhere in a text part of a longer name: the Committee, not the Standing Committee on
    Rivers."""
    in_name = rf"[a-z] [A-Z][\w-]* {word}\b|\b{word} (?:[a-z]{{2,4}} ){{0,2}}[A-Z]"
    return re.search(in_name, source) is None
