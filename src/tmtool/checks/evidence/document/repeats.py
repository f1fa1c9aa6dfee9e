"""Which passages of a document have the same source, and what does each have for it in the translation?

A passage is a whole segment or cell, without its list label, item number, "(continued)" and symbol in brackets, what is
before its only colon or after a label such as "Session 2:", or a quotation. Figures count as equal, so that formulae
repeated for each item are compared as well.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tmtool import languages
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.same import Same
from tmtool.checks.evidence.document.labels import LABEL
from tmtool.checks.evidence.document.wording import Wording, capitals_in_use, wording
from tmtool.documents.labels import take_label
from tmtool.documents.sittings import item_and_title
from tmtool.languages.language import Language
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import content
from tmtool.model import Placeable, PlaceableKind, Span

_QUOTED = re.compile(r"«\s*([^«»]{1,1000}?)\s*»|<<\s*([^<>]{1,1000}?)\s*>>|“([^“”]{1,1000})”|\"([^\"]{1,1000})\"")
_NOTE = re.compile(r"(?<=[^\W\d_])\*+$")

_HEAD = re.compile(r"([^\W\d_]+(?:[ ’'-][^\W\d_]+){0,13})[ \u00a0\u202f]?: ?(?=[^:]*$)")
"""The words before a colon, without figures, that open a text."""
_ACTION = re.compile(r"[ \u00a0][–—-] (?=[^\W\d_]+(?: [^\W\d_]+){1,4}$)")
"""What is between an item and what is to be done about it: 3. Budget – to approve."""
_BRACKETS = re.compile(r"\s\([^()]{1,40}\)$")
"""What is said of a title in brackets after it: its room, its hour."""
_ROMAN = re.compile("(?!I$)[IVX]{1,5}")
"""A Roman numeral but the first, which may be a word: article premier."""
_BETWEEN_HOURS = 3
"""Characters between the hours of a range at most: 9 h-10 h, 9 h à 10 h."""
_SYMBOL = re.compile(r"\s\([A-Z][^\s()]*/[^\s()]*\d[^\s()]*\)$")
"""The symbol of a document in brackets after its title or that of an item."""
_LEAST, _MOST = 3, 40
"""Passages of fewer words, or of more, are not looked for in other texts, but for titles of two in those of documents:
in running text two words may be any phrase."""
_LEAST_OF_A_TITLE = 2

_FORMULA = 3
"""So many words make a formula, which keeps them where its figures change; hours and the like have fewer."""

Key = tuple[str, ...]
"""What passages of one source have in common: its words, with a sign for all figures."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A `Passage` is a piece of a pair on both sides: `start` is its place in the target, `whole` tells that it is a
    segment or a cell, and no quotation."""

    pair: Pair
    source: Wording
    target: Wording
    start: int
    whole: bool = True

    @property
    def key(self) -> Key:
        """Returns what the source has in common with its repeats."""
        words = sum(len(token) > 1 and token.isalpha() for token in self.source.tokens)
        return masked(self.source.tokens) if words >= _FORMULA else self.source.tokens

    @property
    def tokens(self) -> Key:
        """Returns the words of the translation, with a sign for all figures where the source has one."""
        return masked(self.target.tokens) if self.key != self.source.tokens else self.target.tokens

    def within(self, span: Span) -> Span:
        """Returns a span of the passage's wording, as a span of the pair's target."""
        return Span(self.start + span.start, self.start + span.end)


def masked(tokens: Sequence[str]) -> Key:
    """Returns words with one sign for all figures, those of ordinals and Roman numerals among them."""
    return tuple("0" if token[0].isdigit() or _ROMAN.fullmatch(token) else token for token in tokens)


def quotations(text: str) -> list[Span]:
    """Returns what is between quotation marks in a text, without them."""
    return [Span(*found.span(found.lastindex or 1)) for found in _QUOTED.finditer(text)]


def passages(draft: Draft) -> tuple[Passage, ...]:
    """Returns the passages of all pairs, in order."""
    return _passages(Same((draft,)))


@lru_cache(maxsize=1)  # the checks of documents take turns over one draft
def _passages(of: Same[Draft]) -> tuple[Passage, ...]:
    [draft] = of
    return tuple(
        passage
        for pair in draft.pairs
        if pair.source and pair.target.strip()
        for passage in (*_cells(pair, draft), *_quotations(pair))
    )


def repeated(draft: Draft) -> Iterator[list[Passage]]:
    """Yields the passages of each source that is there several times, in the order of the document."""
    groups: defaultdict[Key, list[Passage]] = defaultdict(list)
    for passage in passages(draft):
        if passage.source.tokens and passage.target.tokens:
            groups[passage.key].append(passage)
    yield from (group for group in groups.values() if len(group) > 1)


def usual(group: Sequence[Passage], known: LanguagePair | None, texts: Sequence[str] = ()) -> Passage:
    """Returns the passage whose wording most others have; of those that are level the first, unless it lacks or adds
    words by which another renders the source better, or more of the document's texts have another's capitals."""
    counts = Counter(passage.tokens for passage in group)
    most = max(counts.values())
    first: dict[Key, Passage] = {}
    for passage in group:
        if counts[passage.tokens] == most:
            first.setdefault(passage.tokens, passage)
    model, *others = first.values()
    for other in others:
        both = model.target, other.target
        model = min((model, other), key=lambda one: lost(one.target, both, one.source, known))
        if capitals_in_use(other.target, model.target, texts):
            model = other
    return model


def lost(one: Wording, both: tuple[Wording, Wording], source: Wording, known: LanguagePair | None) -> int:
    """Counts what one of two wordings lacks of the source or adds to it, where one of them is the other with words left
    out; 0 for others, of which either may be right."""
    if known is None:
        return 0
    joints = languages.get(
        known.target
    ).small_words.coordinators  # A list of three is joined otherwise than one of two.
    first, second = (
        tuple(token for token in masked(wording.tokens) if token.isalnum() and (token,) not in joints)
        for wording in both
    )
    if _contains(first, second) or _contains(second, first):
        return unrendered(source.text, one.text, known)
    return 0


def _contains(words: Key, fewer: Key) -> bool:
    """Tells whether all of the fewer words are among the words, in their order."""
    rest = iter(words)
    return all(word in rest for word in fewer)


def contained(draft: Draft) -> tuple[tuple[Pair, Passage], ...]:
    """Returns the pairs whose source has the source of a title or another passage inside a longer text, each with the
    passage that most others repeat."""
    return _contained(Same((draft,)))


@lru_cache(maxsize=1)
def _contained(of: Same[Draft]) -> tuple[tuple[Pair, Passage], ...]:
    return tuple(_inside(*of))


def _inside(draft: Draft) -> Iterator[tuple[Pair, Passage]]:
    groups: defaultdict[Key, list[Passage]] = defaultdict(list)
    own: defaultdict[int, set[Key]] = defaultdict(set)
    times = Counter[Key]()
    for passage in passages(draft):
        key = tuple(token.casefold() for token in passage.source.tokens)
        own[id(passage.pair)].add(key)
        times[key] += passage.whole
        if _LEAST_OF_A_TITLE <= len(key) <= _MOST and not passage.source.text.rstrip().endswith((".", "?", "!")):
            groups[key].append(passage)
    models = {
        key: usual(group, draft.language_pair) for key, group in groups.items() if len(key) >= _LEAST or times[key] > 1
    }
    lengths: defaultdict[str, list[int]] = defaultdict(list)
    for first, length in sorted({(key[0], len(key)) for key in models}, reverse=True):
        lengths[first].append(length)
    for pair in draft.pairs:
        if not pair.source or not pair.target.strip():
            continue
        tokens = tuple(token.casefold() for token in wording(pair.source).tokens)
        least = _LEAST_OF_A_TITLE if lists_a_document(pair) else _LEAST
        place = 0
        while place < len(tokens):
            known = (length for length in lengths.get(tokens[place], ()) if least <= length < len(tokens))
            keys = (tokens[place : place + length] for length in known)
            # What is inside its own title, of which the symbol of a document may come after it, is looked for.
            found = next((key for key in keys if key in models and not (place == 0 and key in own[id(pair)])), None)
            if found is not None and found not in own[id(pair)]:
                yield pair, models[found]
            place += len(found) if found else 1


def lists_a_document(pair: Pair) -> bool:
    """Tells whether a text names a document, and so is likely to have its title or that of an item as it is."""
    return any(one.kind is PlaceableKind.SYMBOL for one in pair.target_placeables)


def unrendered(source: str, target: str, known: LanguagePair | None) -> int:
    """Counts the words of content on both sides that nothing on the other side answers to; 0 where nothing is known of
    the languages together."""
    if known is None or known.links is None:
        return 0
    of_source, of_target = content(source, known.source), content(target, known.target)
    return sum(known.links.alone(of_source, of_target, known.source)) + sum(
        known.links.alone(of_target, of_source, known.target)
    )


def _cells(pair: Pair, draft: Draft) -> Iterator[Passage]:
    source, target = pair.source or "", pair.target
    of_source, of_target = source.split("\t"), target.split("\t")
    if len(of_source) != len(of_target):
        of_source, of_target = [source], [target]
    start = 0
    for there, here in zip(of_source, of_target, strict=True):
        first, second = _without_number(there, draft.source), _without_number(here, draft.target)
        if not (first and second):  # A label that only one side has may be anything.
            first, second = (place if take_label(text)[0] else 0 for place, text in ((first, there), (second, here)))
        bare, bare_here = _without_symbol(there, here)
        yield Passage(pair, wording(bare[first:]), wording(_NOTE.sub("", bare_here[second:])), start + second)
        yield from _parts(pair, bare[first:], bare_here[second:], start + second)
        start += len(here) + 1


def _without_symbol(there: str, here: str) -> tuple[str, str]:
    """Returns a title on both sides without the symbol in brackets that both have after it."""
    of_source, of_target = _SYMBOL.search(there), _SYMBOL.search(here)
    if of_source is None or of_target is None or of_source.group() != of_target.group():
        return there, here
    return there[: of_source.start()], here[: of_target.start()]


def _parts(pair: Pair, source: str, target: str, start: int) -> Iterator[Passage]:
    """Yields the parts of a title that both sides have: what is before its only colon, in some words (Group work: case
    1), the words of its label and what comes after that, what is to be done with an item, and a title without its
    hour or what is in brackets after it."""
    hours = [_hours(placeables) for placeables in (pair.source_placeables, pair.target_placeables)]
    if all(hours) and source == pair.source and target == pair.target:
        source, target, start = source[hours[0] :].lstrip(), target[hours[1] :], start + hours[1]
        start, target = start + len(target) - len(target.lstrip()), target.lstrip()
        yield _part(pair, source, target, start)
    of_source, of_target = LABEL.match(source), LABEL.match(target)
    if of_source is not None and of_target is not None:
        yield _part(pair, of_source[1], of_target[1], start)
        source, target, start = source[of_source.end() :], target[of_target.end() :], start + of_target.end()
        yield _part(pair, source, target, start)
    of_source, of_target = _BRACKETS.search(source), _BRACKETS.search(target)
    if of_source is not None and of_target is not None:
        bare = _part(pair, source[: of_source.start()], target[: of_target.start()], start)
        if bare.source.tokens != wording(source).tokens:
            yield bare
    of_source, of_target = _ACTION.search(source), _ACTION.search(target)
    if of_source is not None and of_target is not None:
        yield _part(pair, source[: of_source.start()], target[: of_target.start()], start)
        yield _part(pair, source[of_source.end() :], target[of_target.end() :], start + of_target.end())
    of_source, of_target = _HEAD.match(source), _HEAD.match(target)
    if of_source is not None and of_target is not None:
        yield _part(pair, of_source[1], of_target[1], start)


def _hours(placeables: Sequence[Placeable]) -> int:
    """Returns where the hours end with which a text begins: 13 h 15-14 h 45 Pause; 0 where there are none."""
    end = 0
    for one in placeables:
        if one.kind is PlaceableKind.TIME and one.span.start - end <= (_BETWEEN_HOURS if end else 0):
            end = one.span.end
    return end


def _part(pair: Pair, source: str, target: str, start: int) -> Passage:
    return Passage(pair, wording(source), wording(target), start, whole=False)


def bare_source(pair: Pair, draft: Draft) -> Wording:
    """Returns the source of a pair without list label and number of an item, of a row in one line the last cell."""
    last = (pair.source or "").rstrip().split("\t")[-1]
    return wording(last[_without_number(last, draft.source) :])


def _without_number(text: str, language: Language | None) -> int:
    """Returns where a text begins behind its list label or the number of its item."""
    rest = take_label(text)[1]
    if rest == text and language is not None and (title := item_and_title(text, language)[1]):
        rest = title
    return len(text) - len(rest)


def _quotations(pair: Pair) -> Iterator[Passage]:
    source = pair.source or ""
    of_source, of_target = quotations(source), quotations(pair.target)
    if len(of_source) != len(of_target):
        return
    for there, here in zip(of_source, of_target, strict=True):
        if there.start > 1 or there.end < len(source) - 1:
            yield Passage(pair, wording(there.of(source)), wording(here.of(pair.target)), here.start, whole=False)


def is_in_a_name(passage: Passage, pair: Pair) -> bool:
    """Tells whether another source has the words of a passage with capitals that the passage itself has not: they are
    part of the name of a treaty there, which has a translation of its own."""
    words = passage.source.text.rstrip(" .;:,").split()
    found = re.search(r"\s+".join(map(re.escape, words)), pair.source or "", re.IGNORECASE)
    return (
        found is not None
        and not found.group().isupper()
        and any(
            there[0].isupper() and not here[0].isupper()
            for here, there in zip(words[1:], found.group().split()[1:], strict=True)
        )
    )
