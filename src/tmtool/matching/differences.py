"""What differs between a stored source and a query beyond values, and what is at stake in it?

Named by small closed lists (`Language.contrasts`) and by the language's word forms: a negation, another modal verb, an
opposite, the number of a noun, the case of letters; other words are just words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from tmtool.languages.contrasts import CLASSES, Contrasts
from tmtool.languages.language import Language
from tmtool.languages.letters import fold
from tmtool.matching.sentence import NAME, Item, Sentence, spelt
from tmtool.model import Difference, Span

_LONGEST_DETAIL = 12
"""How many words a side of a detail shows before it is cut."""


@dataclass(frozen=True, slots=True)
class Region:
    """A `Region` is a stretch that differs: the items of the stored source and those of the query, and where they
    begin."""

    stored: tuple[Item, ...]
    query: tuple[Item, ...]
    stored_at: int
    query_at: int


@dataclass(frozen=True, slots=True)
class Aligned:
    """An `Aligned` holds two segments item by item: pairs of items that stand for each other, and regions that
    differ."""

    pairs: tuple[tuple[Item, Item], ...]
    regions: tuple[Region, ...]


def align(stored: Sentence, query: Sentence) -> Aligned:
    """Lays the items side by side with the fewest changes; items of equal key are paired."""
    pairs: list[tuple[Item, Item]] = []
    regions: list[Region] = []
    for code in Levenshtein.opcodes(stored.keys, query.keys):
        old = stored.items[code.src_start : code.src_end]
        new = query.items[code.dest_start : code.dest_end]
        if code.tag == "equal":
            pairs += zip(old, new, strict=True)
        elif (
            regions
            and regions[-1].stored_at + len(regions[-1].stored) == code.src_start
            and (regions[-1].query_at + len(regions[-1].query) == code.dest_start)
        ):
            last = regions.pop()
            regions.append(Region(last.stored + old, last.query + new, last.stored_at, last.query_at))
        else:
            regions.append(Region(old, new, code.src_start, code.dest_start))
    return Aligned(tuple(pairs), tuple(regions))


def differences(stored: Sentence, query: Sentence, aligned: Aligned, language: Language) -> tuple[Difference, ...]:
    """Returns what differs beyond values, in the order of the text, each once."""
    found: list[Difference] = []
    for region in aligned.regions:
        found += _named(stored, query, region, language)
    for old, new in aligned.pairs:
        if old.placeable or old.key == NAME:
            continue
        was, now = stored.text[old.start : old.end], query.text[new.start : new.end]
        if was == now:
            continue
        was, now = spelt(was), spelt(now)
        if was != now and was.casefold() == now.casefold():
            found.append(Difference("case", f"{was} → {now}"))
    return tuple(dict.fromkeys(found))


def _named(stored: Sentence, query: Sentence, region: Region, language: Language) -> Iterator[Difference]:
    detail = _detail(_written(stored, region.stored), _written(query, region.query))
    old, new = _words(stored, region.stored), _words(query, region.query)
    contrasts = language.contrasts
    kinds = [kind for kind in CLASSES if set(old) & contrasts.classes[kind] != set(new) & contrasts.classes[kind]]
    if _opposed(old, new, contrasts):
        kinds.append("antonym")
    if any(item.placeable for item in (*region.stored, *region.query)):
        kinds.append("value")
    if not kinds and old and len(old) == len(new) and _same_words(old, new, language):
        kinds.append("number")
    if not kinds:
        kinds.append("words" if old or new else "mark")
    for kind in kinds:
        yield Difference(kind, detail)


def _written(sentence: Sentence, items: Sequence[Item]) -> str:
    if not items:
        return ""
    return " ".join(Span(items[0].start, items[-1].end).of(sentence.text).split())


def _detail(old: str, new: str) -> str:
    """Returns "old → new", "+ new", "− old"; long stretches are cut."""
    was, now = _cut(old), _cut(new)
    if was and now:
        return f"{was} → {now}"
    return f"+ {now}" if now else f"− {was}"


def _cut(text: str) -> str:
    words = text.split()
    return text if len(words) <= _LONGEST_DETAIL else " ".join(words[:_LONGEST_DETAIL]) + " …"


def _words(sentence: Sentence, items: Sequence[Item]) -> list[str]:
    """Returns the words among the items, folded."""
    return [fold(sentence.text[item.start : item.end]) for item in items if item.key[0].isalnum()]


def _same_words(old: list[str], new: list[str], language: Language) -> bool:
    """Tells whether each word is another form of its counterpart, as "meeting" and "meetings", "is" and "are"."""
    return all(
        one == other
        or other in {fold(form) for form in language.forms(one)}
        or any({one, other} <= words for words in language.contrasts.agreement)
        for one, other in zip(old, new, strict=True)
    )


def _opposed(old: list[str], new: list[str], contrasts: Contrasts) -> bool:
    was, now = frozenset(old), frozenset(new)
    opposites = contrasts.opposites
    if any(word in opposites and not opposites[word].isdisjoint(now) for word in was):
        return True
    return any(
        prefix + word in other
        for words, other in ((was, now), (now, was))
        for word in words
        if len(word) > 3
        for prefix in contrasts.prefixes
    )
