"""Finds names of bodies and titles of documents that a query has in the place of others, with their translations.

What the term base or the memory knows with its translation may be put in the place of another name, if nothing
around it changes with it: the same noun at its head, or the same gender, number and beginning; or in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from tmtool.languages.language import Language
from tmtool.matching.differences import Aligned, Region
from tmtool.matching.name_extent import extent, in_both
from tmtool.matching.possible_names import QUOTED, possible_names
from tmtool.matching.sentence import Sentence
from tmtool.model import Span
from tmtool.model.wording import say

_WIDEST = 8
"""How many words a name may reach beyond what differs, on either side."""
_LONGEST = 40
"""Words of the longest stretch that is tried as a name."""
_CAPITAL_BEFORE = re.compile(r"[A-ZÀ-Ý][\w’'-]*\s$")
_CAPITAL_AFTER = re.compile(r"\s(?:[a-zà-ÿ]{1,3}\s){0,2}[A-ZÀ-Ý]")
_LAST_WORD = re.compile(r"(?<!\w)(\w+)\s$")


@dataclass(frozen=True, slots=True)
class Name:
    """A `Name` is a name in the target language, with its gender and number where the term base says them; `proper` is
    True for what the term base calls a proper name."""

    text: str
    gender: str = ""
    number: str = ""
    proper: bool = False


class KnownNames(Protocol):
    """`KnownNames` says of what the term base and the memory know the translation."""

    def __call__(self, texts: Sequence[str]) -> dict[str, tuple[Name, ...]]:
        """Returns the translations of those of the texts that are known, the best first; two of equal trust are both
        given."""
        ...

    def uses(self, text: str) -> Sequence[tuple[str, str]]:
        """Returns some units, source and target, whose source has the text as whole words."""
        ...


@dataclass(frozen=True, slots=True)
class Renaming:
    """A `Renaming` is a name of the stored source, the one that the query has there, and what to put where in the
    target."""

    stored: tuple[Span, ...]
    query: tuple[Span, ...]
    target: tuple[Span, ...]
    new: str
    title: bool


@dataclass(frozen=True, slots=True)
class Unnamed:
    """An `Unnamed` says why a difference that looks like another name cannot be replaced."""

    reason: str


def renamings(
    stored: Sentence, query: Sentence, aligned: Aligned, target: str, known: KnownNames, pair: tuple[Language, Language]
) -> tuple[Renaming, ...] | Unnamed:
    """Returns the names to replace so that all regions that differ are accounted for, or why that cannot be done.

    `pair` are the languages of source and target.
    """
    # Asked of all regions first: what is known of a name is looked for in the database.
    if not all(_quoted_both(stored, query) or _capitals(stored, query, region) for region in aligned.regions):
        return Unnamed("")
    found: list[Renaming] = []
    for region in aligned.regions:
        renaming = _renaming(stored, query, region, target, known, pair)
        if isinstance(renaming, Unnamed):
            return renaming
        found.append(renaming)
    merged: dict[tuple[str, tuple[Span, ...]], Renaming] = {}
    for one in found:
        key = (one.new, one.target)
        old = merged.get(key)
        merged[key] = one if old is None else _merged(old, one)
    for one in merged.values():
        text = one.stored[0].of(stored.text)
        if _count(stored.text, text) != len(one.stored) or len(one.target) != len(one.stored):
            return Unnamed(say("“{text}” is in more than one place", text=text))
    spans = sorted(span for one in merged.values() for span in one.target)
    if any(before.end > after.start for before, after in pairwise(spans)):
        return Unnamed(say("two names are in the same place"))
    return tuple(merged.values())


def _merged(old: Renaming, one: Renaming) -> Renaming:
    stored = tuple(sorted({*old.stored, *one.stored}))
    query = tuple(sorted({*old.query, *one.query}))
    return Renaming(stored, query, old.target, old.new, old.title)


def _renaming(
    stored: Sentence, query: Sentence, region: Region, target: str, known: KnownNames, pair: tuple[Language, Language]
) -> Renaming | Unnamed:
    quoted, capitals = _quoted_both(stored, query), _capitals(stored, query, region)
    candidates = [
        (old, new)
        for old, new in _candidates(stored, query, region)
        if (quoted and _quoted(stored.text, old) and _quoted(query.text, new))
        or (capitals and old.of(stored.text)[0].isupper() and new.of(query.text)[0].isupper())
    ]
    if not candidates:
        return Unnamed("")
    texts = dict.fromkeys(text for one in candidates for text in (one[0].of(stored.text), one[1].of(query.text)))
    names = known(list(texts))
    problem = Unnamed("")
    if not any(new.of(query.text) in names for _, new in candidates):
        return _by_use(stored, query, candidates, target, known, pair) or problem
    for old_span, new_span in candidates:
        news = names.get(new_span.of(query.text), ())
        if not news:
            continue
        if len(news) > 1:
            problem = Unnamed(say("“{name}” has several translations", name=new_span.of(query.text)))
            continue
        result = _placed(stored, query, old_span, new_span, target, names, pair)
        if isinstance(result, Renaming):
            return result
        problem = result
    return problem


def _by_use(
    stored: Sentence,
    query: Sentence,
    candidates: Sequence[tuple[Span, Span]],
    target: str,
    known: KnownNames,
    pair: tuple[Language, Language],
) -> Renaming | None:
    """Returns the name that units have inside their texts, if all that tell its bounds have the same."""
    for old, new in candidates:
        old_text, new_text = old.of(stored.text), new.of(query.text)
        if not (_is_whole_name(stored.text, old, pair[0]) and _is_whole_name(query.text, new, pair[0])):
            continue
        if old_text.split()[0] != new_text.split()[0]:
            continue
        found: set[tuple[Span, str]] = set()
        for source, translated in known.uses(new_text):
            after = source[source.index(new_text) + len(new_text) :]
            both = in_both(target, stored.text[old.end :], translated, after, *pair)
            if both:
                found.add((both[0], both[1].of(translated)))
        if len(found) == 1:
            place, name = found.pop()
            return Renaming((old,), (new,), (place,), name, title=False)
        return None
    return None


def _is_whole_name(text: str, span: Span, language: Language) -> bool:
    """Tells whether the span is a name of three words or more, without its article, that no word with a capital before
    or after goes on."""
    before, name = text[: span.start], span.of(text)
    return (
        name in possible_names(text)
        and name.split()[0].casefold() not in language.name_ends.definite
        and (not _CAPITAL_BEFORE.search(before) or _is_definite(before, language))
        and not _CAPITAL_AFTER.match(text[span.end :])
    )


def _quoted_both(stored: Sentence, query: Sentence) -> bool:
    """Tells whether names may be in quotation marks in both."""
    return all(_inside_quotes(side.text) for side in (stored, query))


def _capitals(stored: Sentence, query: Sentence, region: Region) -> bool:
    """Tells whether names may begin with a capital: then they differ in a word with one."""
    return all(
        any(item.span.of(side.text)[0].isupper() for item in items)
        for side, items in ((stored, region.stored), (query, region.query))
    )


def _placed(
    stored: Sentence,
    query: Sentence,
    old_span: Span,
    new_span: Span,
    target: str,
    names: dict[str, tuple[Name, ...]],
    pair: tuple[Language, Language],
) -> Renaming | Unnamed:
    old_text, new_text = old_span.of(stored.text), new_span.of(query.text)
    new = names[new_text][0]
    quoted = _quoted(stored.text, old_span), _quoted(query.text, new_span)
    for old in names.get(old_text, ()):
        spans = tuple(_places(target, old.text))
        if not spans:
            continue
        titled = all(_quoted(target, span) for span in spans)
        befores = stored.text[: old_span.start], query.text[: new_span.start]
        definite = all(_is_definite(before, pair[0]) for before in befores)
        if not titled and (problem := _grammar(old, new, pair[1], definite=definite)):
            return Unnamed(problem)
        return Renaming((old_span,), (new_span,), spans, _cased(new.text, spans[0].of(target)), titled)
    if all(quoted):
        inside = [Span(*found.span(found.lastindex or 0)) for found in QUOTED.finditer(target)]
        if len(inside) == len(QUOTED.findall(stored.text)) == 1:
            return Renaming((old_span,), (new_span,), tuple(inside), _cased(new.text, inside[0].of(target)), True)
    found = extent(target, new.text, stored.text[old_span.end :], *pair)
    if found:
        return Renaming((old_span,), (new_span,), (found,), new.text, False)
    return Unnamed(say("the translation of “{name}” is not found in the target", name=old_text))


def _candidates(stored: Sentence, query: Sentence, region: Region) -> Iterator[tuple[Span, Span]]:
    """Yields stretches of both that hold the region and differ in nothing else, the longest first."""
    before = min(_WIDEST, region.stored_at, region.query_at)
    stored_end, query_end = region.stored_at + len(region.stored), region.query_at + len(region.query)
    after = min(_WIDEST, len(stored.items) - stored_end, len(query.items) - query_end)
    pairs = []
    for left in range(before + 1):
        for right in range(after + 1):
            old = stored.items[region.stored_at - left : stored_end + right]
            new = query.items[region.query_at - left : query_end + right]
            same = [item.key for item in old[:left]] == [item.key for item in new[:left]] and (
                not right or [item.key for item in old[-right:]] == [item.key for item in new[-right:]]
            )
            if not old or not new or len(old) > _LONGEST or len(new) > _LONGEST or not same:
                continue
            pairs.append((Span(old[0].start, old[-1].end), Span(new[0].start, new[-1].end)))
    pairs.sort(key=lambda pair: pair[0].start - pair[0].end)
    return iter(pairs)


def _grammar(old: Name, new: Name, language: Language, *, definite: bool) -> str:
    """Returns why the sentence around could change with the name, or "" if it cannot. `definite` is True for names that
    both have their article in the original: names without ("Peru") may differ in more than gender."""
    old_words, new_words = old.text.split(), new.text.split()
    if old_words[0].casefold() == new_words[0].casefold():
        return ""
    if not definite:
        return say("“{old}” and “{new}” may take different articles", old=old.text, new=new.text)
    genders = [_gender_and_number(name, language) for name in (old, new)]
    if not all(genders):
        return say("the genders of “{old}” and “{new}” are not known", old=old.text, new=new.text)
    if genders[0] != genders[1]:
        return say("“{new}” has not the gender and number of “{old}”", new=new.text, old=old.text)
    initials = [words[0][0].casefold() for words in (old_words, new_words)]
    elides = language.name_ends.elides
    if elides and ("h" in initials or (initials[0] in elides) != (initials[1] in elides)):
        return say("the article of “{new}” may be another than that of “{old}”", new=new.text, old=old.text)
    return ""


def _is_definite(before: str, language: Language) -> bool:
    """Tells whether the text before a name ends in an article of names that the reader knows."""
    word = _LAST_WORD.search(before)
    return word is not None and word[1].casefold() in language.name_ends.definite


def _gender_and_number(name: Name, language: Language) -> str:
    """Returns "ms", "fp" …: of a proper name as the term base says, else of its first word if that can be one noun
    only."""
    if name.proper and name.gender:
        return name.gender + ("p" if name.number.startswith("p") else "s")
    nouns = language.grammar(name.text.split()[0])
    return next(iter(nouns)) if len(nouns) == 1 and "verb" not in nouns else ""


def _places(text: str, name: str) -> Iterator[Span]:
    """Yields the places of the name in the text, whole words, the first letter in either case, with any apostrophe."""
    pattern = re.escape(name[1:]).replace("'", "['’]").replace("’", "['’]") if len(name) > 1 else ""
    first = re.escape(name[0])
    for found in re.finditer(rf"(?<!\w)(?i:{first}){pattern}(?!\w)", text):
        yield Span(*found.span())


def _count(text: str, part: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(part)}(?!\w)", text))


def _cased(name: str, model: str) -> str:
    """Returns the name with the first letter as the one it replaces has it, unless that is a capital of the name's
    own."""
    return name[0].upper() + name[1:] if model[0].isupper() else name


def _quoted(text: str, span: Span) -> bool:
    """Tells whether the span is all that is in quotation marks."""
    return span in _inside_quotes(text)


@lru_cache(16)
def _inside_quotes(text: str) -> frozenset[Span]:
    return frozenset(Span(*found.span(found.lastindex or 0)) for found in QUOTED.finditer(text))


def best_of(names: Iterable[tuple[int, Name]]) -> tuple[Name, ...]:
    """Returns the names of the highest trust, each once."""
    ranked = list(names)
    top = max((trust for trust, _ in ranked), default=0)
    return tuple(dict.fromkeys(name for trust, name in ranked if trust == top))
