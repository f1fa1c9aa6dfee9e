"""Finds every unit with a phrase, whatever its word forms, and how it was translated."""

from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from tmtool.alignment.cooccurrence import Evidence, Finder, Strengths, words
from tmtool.errors import UsageError
from tmtool.languages import language_of
from tmtool.model import Concept, Span, StoredPair, Term, UnitFilter
from tmtool.model.wording import say
from tmtool.store.home import Home
from tmtool.terminology.glance import glance
from tmtool.terminology.recognise import Recogniser
from tmtool.text.composition import composed
from tmtool.text.term_words import abbreviation
from tmtool.text.word_index import has_own_words

MOST_WORDS = 200
"""Of a phrase whose words are looked for in any form: what has more is no phrase."""
MOST_UNITS_A_WORD = 80
"""Units that tell of a word of the phrase."""
COMMON = 100_000
"""Of a phrase whose words are each in so many segments, all units are looked through."""
SELDOM = 3
"""Up to so many units with the phrase, the other words of the lines are asked too."""
UNITS_OF_OTHERS = 20
LEAST_SURE = 0.22
"""A counterpart less sure than that is not shown."""

_UNITS_AT_ONCE = 100
_LINES_AT_ONCE, _FIRST_OF_COMMON = 500, 100
"""Lines whose counterparts are found together; the first of them tell of which words occur together. Of common words
fewer come first, and sooner."""
_KEPT_S, _MOST_KEPT, _MOST_COUNTED = 300.0, 3_000, 50_000
"""Seconds for which words are kept, how many at most (one takes some kilobytes), and of how many it is kept how common
they are."""
_BEGUN = re.compile(r"\w\*")


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """A `ConcordanceLine` is a unit with the phrase. `target_span` is the place of its translation, `confidence` the
    chance of that.

    By the term base: its translation of the phrase, 1 shared among the places where it is. Where the term base
    does not know the phrase or the target has another wording: by the links of words. Both are None where
    nothing tells.
    """

    pair: StoredPair
    source_span: Span
    target_span: Span | None
    confidence: float | None


def concordance(
    home: Home,
    phrase: str,
    *,
    language: str,
    other_language: str,
    limit: int = 20,
    literal: bool = False,
    only: UnitFilter | None = None,
    kept: KeptStrengths | None = None,
) -> list[ConcordanceLine]:
    """Returns the units whose text in `language` has the phrase, newest and most trusted first, at most `limit` (0 for
    all). `literal` asks for these very letters, whatever their case; otherwise a word that ends in a star stands for
    all that begin like it; `only` says which units are wanted, None for all; `kept`
    keeps what was found out about single words, for who asks for many phrases."""
    found = concordance_lines(
        home,
        phrase,
        language=language,
        other_language=other_language,
        limit=limit,
        literal=literal,
        only=only,
        kept=kept,
    )
    return list(found)


def concordance_lines(
    home: Home,
    phrase: str,
    *,
    language: str,
    other_language: str,
    limit: int = 20,
    literal: bool = False,
    only: UnitFilter | None = None,
    kept: KeptStrengths | None = None,
) -> Iterator[ConcordanceLine]:
    """Yields what `concordance` returns, a few at a time. The first lines tell for all which words translate the
    phrase. Raises UsageError for a phrase of more than `MOST_WORDS` words, unless it is literal."""
    # As texts are stored; a phrase copied from a PDF or typed on a Mac may have its accents apart.
    phrase = composed(phrase)
    if not literal and len(language_of(language).words(phrase)) > MOST_WORDS:
        raise UsageError(
            say("a phrase has at most {most} words", most=MOST_WORDS),
            say("look a longer text up with 'tmtool lookup', or ask for it with --literal"),
        )
    begun = not literal and _BEGUN.search(phrase) is not None
    if literal:
        find = _literally(phrase)
    elif begun:
        find = _by_beginnings(phrase, language)
    else:
        find = _by_forms(phrase, language)
    ranked, candidates = _ranked(home, _words_wanted(phrase, language, literal), language, begun=literal or begun)
    hits = islice(_hits(home, ranked, find, language, other_language, only), limit or None)
    known = _Counterpart(home, phrase, language, other_language)
    links: _Links | None = None
    at_once, told_by = _FIRST_OF_COMMON if candidates >= COMMON else _LINES_AT_ONCE, 0
    while some := list(islice(hits, at_once)):
        lines = [ConcordanceLine(line.pair, line.source_span, *known.of_line(line)) for line in some]
        # More lines than the first ones tell more.
        if told_by < len(lines) and any(line.target_span is None for line in lines):
            told_by = len(lines)
            links = _Links(_Teacher(home, language, other_language, kept), lines, candidates, language, other_language)
        yield from map(links.linked, lines) if links else lines
        at_once = _LINES_AT_ONCE


def _ranked(
    home: Home, wanted: list[list[str]], language: str, *, begun: bool
) -> tuple[Iterable[tuple[int, int]], int]:
    """Returns the units that may have the phrase, with its segments, in their order, and about how many have its
    words. Of words that are nearly everywhere all units are gone through, so that the first lines come at once."""
    if not begun and wanted and all(wanted):
        counts = home.segments.frequencies({word for group in wanted for word in group}, language)
        seldom = min(sum(counts[word] for word in group) for group in wanted)
        if seldom >= COMMON:
            return home.units.by_time(language), seldom
    ranked = home.units.with_words(wanted, language, begun=begun)
    return ranked, len(ranked)


def _hits(
    home: Home,
    ranked: Iterable[tuple[int, int]],
    find: Callable[[str], Span | None],
    language: str,
    other_language: str,
    only: UnitFilter | None,
) -> Iterator[ConcordanceLine]:
    """Yields the units in their order that have the phrase and are wanted, as pairs."""
    left = iter(ranked)
    while some := list(islice(left, _UNITS_AT_ONCE)):
        # Of the segments with the words most do not have the phrase, and a text is read much faster than a unit.
        texts = home.segments.texts(list(dict.fromkeys(segment for _, segment in some)))
        spans = {segment: span for segment, text in texts.items() if (span := find(text))}
        pairs = defaultdict(list)
        for pair in home.units.of_segments(list(spans), language, other_language) if spans else ():
            pairs[pair.unit, pair.source_segment].append(pair)
        for place in dict.fromkeys(some):
            for pair in pairs[place]:
                if only is None or only.keeps(pair):
                    yield ConcordanceLine(pair, spans[place[1]], None, None)


class KeptStrengths:
    """A `KeptStrengths` keeps for some minutes which words go with a word, and how common words are: who types a phrase
    asks for its words again and again. It is of one home; threads may share it."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Strengths] = {}
        self._counts: dict[tuple[Hashable, str], int] = {}
        self._begun = time.monotonic()

    def of(self, key: Hashable, find: Callable[[], Strengths]) -> Strengths:
        """Returns what is kept, or what is found now."""
        self._forget()
        kept = self._kept
        found = kept.get(key)
        if found is None:
            found = kept[key] = find()
        return found

    def frequencies(
        self, key: Hashable, words: Collection[str], count: Callable[[Collection[str]], Mapping[str, int]]
    ) -> Mapping[str, int]:
        """Returns in how many segments each word is, as it is kept, or as it is counted now."""
        self._forget()
        counts = self._counts
        if new := [word for word in words if (key, word) not in counts]:
            counts |= {(key, word): number for word, number in count(new).items()}
        return {word: counts[key, word] for word in words}

    def _forget(self) -> None:
        now = time.monotonic()
        is_full = len(self._kept) >= _MOST_KEPT or len(self._counts) >= _MOST_COUNTED
        if is_full or now - self._begun > _KEPT_S:
            self._kept, self._counts, self._begun = {}, {}, now


class _Links:
    """`_Links` finds the counterparts that the term base could not, by which words occur together in some lines."""

    def __init__(
        self, teacher: _Teacher, lines: list[ConcordanceLine], candidates: int, language: str, other_language: str
    ) -> None:
        self._finder = Finder(
            teacher.evidence(lines, candidates),
            source_language=language,
            target_language=other_language,
            others=teacher.of_other,
            seldom=len(lines) <= SELDOM,
        )

    def linked(self, line: ConcordanceLine) -> ConcordanceLine:
        """Returns the line with its counterpart, if it has none yet and one is sure enough."""
        if line.target_span is not None:
            return line
        found = self._finder.counterpart(line.pair.source, line.pair.target, line.source_span)
        if found is None or found.probability < LEAST_SURE:
            return line
        return replace(line, target_span=found.span, confidence=found.probability)


class _Teacher:
    """A `_Teacher` says what the memory shows of which words occur together."""

    def __init__(self, home: Home, language: str, other_language: str, kept: KeptStrengths | None) -> None:
        self._home = home
        self._language = language
        self._other = other_language
        self._kept = kept
        self._others: dict[str, Strengths] = {}

    def evidence(self, lines: Sequence[ConcordanceLine], candidates: int) -> Evidence:
        """Returns what is known of the phrase in these lines, of so many units that have its words."""
        phrase = self._strengths([line.pair.target for line in lines], max(len(lines), candidates))
        first = lines[0]
        source = words(first.pair.source, self._language)
        inside = [word for word in source.known[source.inside(first.source_span)] if word.content]
        if len(inside) < 2:
            return Evidence(phrase, {})
        return Evidence(phrase, {word.plain: self._of_word(word.plain, MOST_UNITS_A_WORD) for word in inside})

    def of_other(self, word: str) -> Strengths:
        """Returns what goes with a word that is not of the phrase."""
        if word not in self._others:
            self._others[word] = self._of_word(word, UNITS_OF_OTHERS)
        return self._others[word]

    def _of_word(self, word: str, most: int) -> Strengths:
        if self._kept is None:
            return self._found_of_word(word, most)
        key = (self._home.memories, self._language, self._other, word, most)
        return self._kept.of(key, lambda: self._found_of_word(word, most))

    def _found_of_word(self, word: str, most: int) -> Strengths:
        tongue = language_of(self._language)
        forms = sorted({word, *tongue.forms(tongue.fold_case(word), "")})
        segments = [one for one, _ in islice(self._home.segments.with_words([forms], self._language), most)]
        pairs = self._home.units.of_segments(segments, self._language, self._other)
        return self._strengths(
            [pair.target for pair in pairs], sum(self._home.segments.frequencies(forms, self._language).values())
        )

    def _strengths(self, targets: Sequence[str], total: int) -> Strengths:
        return Strengths(targets, total, self._other, self._frequency)

    def _frequency(self, asked: Collection[str]) -> Mapping[str, int]:
        if self._kept is None:
            return self._counted(asked)
        return self._kept.frequencies((self._home.memories, self._other), asked, self._counted)

    def _counted(self, asked: Collection[str]) -> Mapping[str, int]:
        return self._home.segments.frequencies(asked, self._other)


def _words_wanted(phrase: str, language: str, literal: bool) -> list[list[str]]:
    """Returns the forms of each word with content, one of which a segment must hold; of a literal phrase the phrase."""
    if literal:
        return [[phrase]]
    tongue = language_of(language)
    found = [span.of(phrase) for span in tongue.words(phrase)]
    content = [word for word in found if tongue.fold(word.strip("'’")) not in tongue.function_words] or found
    return [sorted({word, *tongue.forms(tongue.fold_case(word), "")}) for word in content]


def _literally(phrase: str) -> Callable[[str], Span | None]:
    wanted = re.compile(re.escape(phrase), re.IGNORECASE)

    def find(text: str) -> Span | None:
        found = wanted.search(text)
        return Span(*found.span()) if found else None

    return find


def _by_forms(phrase: str, language: str) -> Callable[[str], Span | None]:
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


def _by_beginnings(phrase: str, language: str) -> Callable[[str], Span | None]:
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
    found = [span.of(phrase) for span in tongue.words(phrase)]
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


class _Counterpart:
    """A `_Counterpart` is the place where a target has the term base's translation of the phrase."""

    def __init__(self, home: Home, phrase: str, language: str, other_language: str) -> None:
        known = Recogniser(home.concepts.for_texts([phrase], language), language, tolerant=True).find(phrase)
        longest = max((hit.span.end - hit.span.start for hit in known), default=0)
        concepts = [hit.concept for hit in known if hit.span.end - hit.span.start == longest]
        self._recogniser = Recogniser(concepts, other_language) if concepts else None

    def of_line(self, line: ConcordanceLine) -> tuple[Span | None, float | None]:
        """Returns the translation that is nearest to where the phrase is, 1 shared among all places of it."""
        found = self._recogniser.find(line.pair.target) if self._recogniser else ()
        if not found:
            return None, None
        place = line.source_span.start / max(1, len(line.pair.source))
        target = max(1, len(line.pair.target))
        nearest = min(found, key=lambda one: abs(one.span.start / target - place))
        return nearest.span, round(1 / len(found), 3)
