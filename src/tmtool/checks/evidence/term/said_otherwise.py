"""Does a translation say a term in other words, or in short, so that it lacks nothing although no term is found there?

By the words of the term with others between them, by a verb for its noun, by the number of a convention, by the first
word of a name that the document has in full elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cache, lru_cache

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.same import Same
from tmtool.languages import language_of
from tmtool.languages.language import Language
from tmtool.languages.stems import WHOLE_STEM, Word, content
from tmtool.model import Occurrence, Span

_WIDER, _MORE = 2, 6
"""The words of a term are looked for among so many times as many words, and so many more: a year, a number and an
adjective may stand between them."""
_SHORT = 2
"""Words of content that are enough of a name which the document has in full elsewhere."""
_WITHOUT_ONE = 4
"""Words of content of a notion that a translation has where it leaves out one."""
_PLACE = 2
"""Words of a term that show where it should be."""
_ROOT, _LONG_ROOT = 4, 6
"""Letters that a noun and the verb of what it says have in common, and those where the noun is all of a term."""
_HEAD = r"(?P<article>[^\W\d_]+)[’' ]{head}(?:[ \u00a0](?P<next>\w+[’']?)|\W|$)"
"""The first word of a name after an article, with the word after it."""
_NUMBER, _YEAR = re.compile(r"\d+"), re.compile(r"(?:19|20)\d\d")
_BEFORE = 60
"""Characters before a term in which what it belongs to may be."""


def is_said(mention: Occurrence, words: TermWords, pair: Pair, draft: Draft) -> bool:
    """Tells whether a translation has all words of a term, with others between them, or the name as the source has it,
    or that of a concept whose words in the source are the same but for small ones, or a name in short that the document
    has in full, or the number of one that has a number, or that of a bureau by its head, or does by a verb what a noun
    of the term does."""
    if mention.span.of(pair.source or "").lower() in pair.target.lower() or _has_its_number(mention, pair):
        return True
    language = mention.term.language
    alike = _by_stems(Same(pair.target_terms), language).get(stems_of(mention.term.text, language), frozenset())
    if not alike <= {mention.concept.id}:
        return True
    is_full = mention.concept.id in _named(Same(draft.pairs))
    if is_full and mention.term.is_name and _is_told_by_its_head(mention, pair, draft):
        return True
    is_of_a_head = ends_before(language_of(language).pattern("holder-of"), pair.source or "", mention.span.start)
    for term in mention.concept.accepted_in(draft.target_language):
        stems = stems_of(term.text, draft.target_language)
        if len(stems) >= _SHORT and is_of_a_head:
            stems = stems[1:]
        elif stems and not mention.term.is_name and words.does(stems):
            return True
        if len(stems) >= _SHORT and not _is_long_name(mention, stems) and words.has_together(stems):
            return True
        longest = words.longest(stems)
        found = len(longest)
        if found == len(stems):
            return True
        one_is_lost = _WITHOUT_ONE <= found == len(stems) - 1
        if one_is_lost and (mention.term.is_name or longest[-1].stem == stems[-1]):
            continue  # as nobody does who says a name, or a notion, in short
        if is_full and found >= _SHORT and len(words.longest(stems[:_SHORT])) == _SHORT:
            return True
    return False


def ends_before(before: re.Pattern[str], text: str, place: int) -> bool:
    """Tells whether a text has, right before a place, what a pattern finds at its end."""
    return before.search(text, max(0, place - _BEFORE), place) is not None


def _is_long_name(mention: Occurrence, stems: Sequence[str]) -> bool:
    """Tells whether a term is a name of so many words that their order is part of it."""
    return mention.term.is_name and len(stems) > _SHORT


def _has_its_number(mention: Occurrence, pair: Pair) -> bool:
    """Tells whether a name is told by a number that is no year, and the translation has it: Convention No. 87, la
    convention nº 87."""
    number = next(
        (one for one in _NUMBER.finditer(mention.span.of(pair.source or "")) if not _YEAR.fullmatch(one[0])), None
    )
    return number is not None and re.search(rf"(?<![\d.,]){number[0]}(?![\d]|[.,]\d)", pair.target) is not None


def _is_told_by_its_head(mention: Occurrence, pair: Pair, draft: Draft) -> bool:
    """Tells whether a translation has the first word of a name with its capital after a definite article, and nothing
    of another name after it: the United Nations, l’Organisation."""
    language = draft.target
    if language is None:
        return False
    articles = language.word_set("definite") | language.word_set("definite-plural")
    heads = {term.text.split()[0] for term in mention.concept.accepted_in(draft.target_language) if " " in term.text}
    for head in sorted(heads):
        if not head[0].isupper():
            continue
        for found in re.finditer(_HEAD.format(head=re.escape(head)), pair.target):
            article, following = found["article"].lower(), found["next"] or ""
            if articles.isdisjoint((article, article + "'")):
                continue
            if not following or not (following[0].isupper() or _goes_on_with(following, language)):
                return True
    return False


def _goes_on_with(word: str, language: Language) -> bool:
    """Tells whether a word after the first one of a name is an adjective or begins what belongs to it: Organisation
    mondiale, Organisation des marins."""
    known = {reading.category for reading in language.lexicon(word.lower())}
    return word.lower().replace("’", "'") in language.small_words.joints or ("A" in known and "V" not in known)


def place_of(mention: Occurrence, pair: Pair, draft: Draft) -> Span | None:
    """Returns where a translation has most words of a term; None where it has fewer than two."""
    words = TermWords(pair.target, draft.target_language)
    best: Sequence[Word] = ()
    for term in mention.concept.accepted_in(draft.target_language):
        found = words.longest(stems_of(term.text, draft.target_language))
        best = max(best, found, key=len)
    return Span(best[0].span.start, best[-1].span.end) if len(best) >= _PLACE else None


class TermWords:
    """`TermWords` are the words of content of a translation, found by their stems."""

    def __init__(self, text: str, language: str) -> None:
        self._words = _content(text, language)
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self._words):
            self._places[word.stem].append(place)

    def places_of(self, stem: str) -> list[Span]:
        """Returns where the words with a stem are."""
        return [self._words[place].span for place in self._places.get(stem, ())]

    def longest(self, stems: Sequence[str]) -> list[Word]:
        """Returns the words that have the most stems of a term in their order, near each other."""
        best: list[Word] = []
        for start in sorted(place for stem in set(stems) for place in self._places.get(stem, ())):
            if self._words[start].stem not in stems[: len(stems) - len(best)]:
                continue
            found, at = [], start
            end = min(len(self._words), start + _WIDER * len(stems) + _MORE)
            for stem in stems:
                place = next((here for here in range(at, end) if self._words[here].stem == stem), None)
                if place is not None:
                    found.append(self._words[place])
                    at = place + 1
            best = max(best, found, key=len)
        return best

    def has_together(self, stems: Sequence[str]) -> bool:
        """Tells whether the words have all stems of a term near each other, in whatever order."""
        places = [self._places.get(stem, ()) for stem in stems]
        width = _WIDER * len(stems) + _MORE
        return all(places) and any(
            all(any(abs(place - start) < width for place in other) for other in places) for start in places[0]
        )

    def does(self, stems: Sequence[str]) -> bool:
        """Tells whether the translation has a verb for the noun that a term begins with, and near it the others:
        entrer en vigueur for entrée en vigueur, présidera for Président, l’ordre du jour adopté."""
        letters = _ROOT if len(stems) >= _SHORT else _LONG_ROOT
        root = stems[0][:letters]
        heads = {word.stem for word in self._words if word.stem.startswith(root)} if len(root) == letters else ()
        return any(self.has_together((head, *stems[1:])) for head in heads)


@lru_cache(maxsize=4096)
def stems_of(text: str, language: str) -> tuple[str, ...]:
    """Returns the stems of the words of content of a text, those for one office alike."""
    return tuple(word.stem for word in _content(text, language))


def _content(text: str, language: str) -> Sequence[Word]:
    """Returns the words of content of a text, those for one office cut to the same stem."""
    offices = _offices(language)
    return [
        Word(word.span, offices[word.stem]) if word.stem in offices else word
        for word in content(text, language, WHOLE_STEM)
    ]


@cache
def _offices(language: str) -> Mapping[str, str]:
    """Returns the stems of words for an office, each with the stem that stands for all of them."""
    found: dict[str, str] = {}
    for (row,) in language_of(language).rows("office_words.tsv"):
        stems = [word.stem for word in content(row, language, WHOLE_STEM)]
        found.update(dict.fromkeys(stems, stems[0]))
    return found


@lru_cache(maxsize=2)  # asked at each mention
def _by_stems(terms: Same[Occurrence], language: str) -> Mapping[tuple[str, ...], Set[str]]:
    """Returns the concepts of some terms by the stems of their terms in a language."""
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for concept in {one.concept.id: one.concept for one in terms}.values():
        for term in concept.in_language(language):
            found[stems_of(term.text, language)].add(concept.id)
    return found


@lru_cache(maxsize=2)  # asked at each mention
def _named(pairs: Same[Pair]) -> frozenset[str]:
    """Returns the concepts for which the translations of a document have a term."""
    return frozenset(one.concept.id for pair in pairs for one in pair.target_terms)
