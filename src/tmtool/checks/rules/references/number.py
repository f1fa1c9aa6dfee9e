"""Does a reference point to another item, paragraph or resolution than in the source? (docs/un-french.md, section 6.)

The number is what counts: "rule 5" is "article 5" and "section 7" of a law "article 7", so a reference is
missing only where its number is nowhere in the translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.values.facts import Change, facts
from tmtool.checks.evidence.values.flags import exchanged, gained, lost
from tmtool.checks.evidence.values.only_items import are_only_items
from tmtool.languages import language_of
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Placeable, PlaceableKind, Span
from tmtool.model.wording import say

_OF_A_YEAR = re.compile(r"(?<![\w.,/-])(\d{3,4}) \(((?:19|20)\d\d)\)")
"""Resolutions of the Security Council, which are cited with their year (docs/un-french.md, fact 52)."""
_PAGE = "page:"
"""What begins the number of a page, which is another one in the translation of a document by right."""
_ROW = 2
"""References that are enough to be held against each other one by one."""
_FIRST = "no:1"
"""No. 1 is a rank, too: number one in the world."""
_ROMAN = re.compile(r"[IVX]+")
_BETWEEN_PARTS = r"[ .()\u00a0]*"
_ONLY_LABELS = re.compile(
    r"(?:\s?[(（]?(?:[a-z\u0430-\u044f]|[ivx]+|[0-9.]+|[a-z]\.[0-9]+|[\u0621-\u064a]{1,2}\u0640?|[一二三四五六七八九十]{1,3})[)）])+"
)
"""(2) (a) or 2) a) without a number before, in any script."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a reference (item, paragraph, article, annex) has another number than in the
    source."""
    if _is_run_together(pair):
        return
    found = facts(pair, draft)
    changes = found.changes(PlaceableKind.REFERENCE)
    for change in changes:
        if not change.target.value.startswith(f"{change.source.value}("):  # the year of a resolution, added
            flag = exchanged(pair, change)
            yield replace(flag, level=Level.HINT) if change.source.value.startswith(_PAGE) else flag
    swapped = [*_swapped(pair, draft)]
    yield from swapped
    if not (changes or swapped or found.lost or found.gained):
        yield from _repeated(pair)
    yield from _without_year(pair)
    of_items = bool(found.lost) and are_only_items(pair, draft)
    missing = [
        one
        for one in found.lost
        if _is_far(one, pair.source or "")
        or _is_one_of_a_list(one, pair)
        or (of_items and one.kind is PlaceableKind.REFERENCE)
    ]
    taken_up = language_of(draft.target_language).pattern("reference-taken-up").search(pair.target)
    missing = [] if taken_up else [one for one in missing if not _is_written(one, pair.source or "", pair.target)]
    added = [one for one in found.gained if _is_far(one, pair.target) and not _is_completed(one, pair)]
    added = [one for one in added if not _is_written(one, pair.target, pair.source or "")]
    if missing and added:  # one wrong pointer, of which each language has its own form
        yield exchanged(pair, Change(missing[0], added[0], certain=False))
        return
    yield from lost(pair, missing, _level(missing, draft))
    yield from gained(pair, added, _level(added, draft) if draft.knows_words else draft.slight)


def _level(references: Sequence[Placeable], draft: Draft) -> Level:
    """Returns the level of references on one side only, which are mostly understood but in an agenda."""
    if all(one.value.startswith(_PAGE) for one in references):
        return Level.HINT
    if not draft.is_close and all(one.value == _FIRST for one in references):
        return Level.HINT
    return Level.WARNING if draft.is_close else Level.INFO


def _is_run_together(pair: Pair) -> bool:
    """Tells whether one side has lost the dash between two numbers that the other has apart: articles 4653, les
    articles 46 à 53."""
    sides = (pair.source_placeables, pair.target_placeables)
    return any(_has_glued(*both) for both in (sides, sides[::-1]))


def _has_glued(placeables: Sequence[Placeable], others: Sequence[Placeable]) -> bool:
    numbers = ["".join(filter(str.isdigit, one.value)) for one in others]
    glued = {one + two for one, two in pairwise(numbers) if len(one) > 1 and len(two) > 1}
    references = (one.value for one in placeables if one.kind is PlaceableKind.REFERENCE)
    return any("".join(filter(str.isdigit, value)) in glued for value in references if "." not in value)


def _swapped(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags two numbers that have changed nouns: rule 3, paragraph 4; le paragraphe 3 de l’article 4."""
    of_source, of_target = _by_noun(pair.source_placeables), _by_noun(pair.target_placeables)
    same = _same_nouns(draft.language_pair) if draft.language_pair else frozenset[str]()
    for noun in sorted(same & of_source.keys() & of_target.keys()):
        if not (len(of_source[noun]) == len(of_target[noun]) == 1):
            continue
        [there], [here] = of_source[noun], of_target[noun]
        others_there = {value for other, values in of_source.items() if other != noun for value in values}
        others_here = {value for other, values in of_target.items() if other != noun for value in values}
        if there != here and here in others_there and there in others_here and here not in others_here:
            place, before = of_target[noun][here], of_source[noun][there]
            yield exchanged(pair, Change(before, place))


def _repeated(pair: Pair) -> Iterator[Flag]:
    """Flags one of several references, in the same order on both sides, that has become another of them: from annex I
    to annex II, de l’annexe II à l’annexe II."""
    of_source, of_target = (
        [one for one in side if one.kind is PlaceableKind.REFERENCE]
        for side in (pair.source_placeables, pair.target_placeables)
    )
    if len(of_source) == len(of_target) >= _ROW:
        changed = [
            Change(there, here)
            for there, here in zip(of_source, of_target, strict=True)
            if not _may_be_same(_without_the_year(there), _without_the_year(here))
        ]
        others = {_without_the_year(one) for one in of_source}
        if len(changed) == 1 and _without_the_year(changed[0].target) in others:
            yield replace(exchanged(pair, changed[0]), level=Level.WARNING)


def _may_be_same(there: str, here: str) -> bool:
    """Tells whether two numbers are one, or one of them the whole of which the other is a part: Article 18.6, which
    some write l’article 18:6."""
    whole, part = sorted((there, here), key=len)
    return part.startswith(whole) and not part[len(whole) :][:1].isdigit()


def _without_the_year(reference: Placeable) -> str:
    """Returns the number of a reference, of a resolution without its year."""
    return reference.value.partition(":")[2].partition("(")[0]


@cache
def _same_nouns(pair: LanguagePair) -> frozenset[str]:
    """Returns the nouns of references that are the same in both languages."""
    return frozenset(noun for (noun,) in pair.rows("same_reference_nouns.txt"))


def _without_year(pair: Pair) -> Iterator[Flag]:
    """Flags the first mention of a resolution that the source gives with its year, where no mention here has it."""
    for named in _OF_A_YEAR.finditer(pair.source or ""):
        number, year = named.groups()
        mentions = list(re.finditer(rf"(?<![\w./-]){number}(?![\w./-])", pair.target))
        if len(mentions) == 1 and f"({year}" not in pair.target:
            span = Span(*mentions[0].span())
            yield Flag(
                say("“{number}” here, without the year of “{reference}”.", number=number, reference=named.group()),
                target_span=span,
                source_span=Span(*named.span()),
                suggestion=named.group(),
                level=Level.WARNING,
            )


def _by_noun(placeables: Iterable[Placeable]) -> dict[str, dict[str, Placeable]]:
    """Returns the references by their English noun and their number."""
    found: dict[str, dict[str, Placeable]] = {}
    for one in placeables:
        noun, _, number = one.value.partition(":")
        if one.kind is PlaceableKind.REFERENCE and noun != "letter":
            found.setdefault(noun, {})[number] = one
    return found


def _is_completed(one: Placeable, pair: Pair) -> bool:
    """Tells whether the source has the last part of a reference only: point 3 a) for sub-item (a)."""
    noun, _, number = one.value.partition(":")
    return any(
        there == noun and number.endswith(f".{part}")
        for there, _, part in (other.value.partition(":") for other in pair.source_placeables)
    )


def _is_one_of_a_list(one: Placeable, pair: Pair) -> bool:
    """Tells whether both sides have other labels of its number: items 4 (a), (b) and (c), les points 4 a) et b)."""
    head = one.value.rpartition(".")[0]
    return bool(head) and all(
        any(other.value != one.value and other.value.startswith(f"{head}.") for other in side)
        for side in (pair.source_placeables, pair.target_placeables)
    )


def _is_written(one: Placeable, text: str, other: str) -> bool:
    """Tells whether a reference by a Roman numeral is in the other text, too, after a noun that is not read there:
    items II (b), les questions II b)."""
    parts = re.findall(r"[A-Za-z]+|\d+", one.span.of(text))
    if not parts or not _ROMAN.fullmatch(parts[0]):
        return False
    written = _BETWEEN_PARTS.join(map(re.escape, parts))
    return re.search(rf"(?<!\w){written}(?!\w)", other) is not None


def _is_far(one: Placeable, text: str) -> bool:
    """Tells whether a reference is more than a label: what "referred to in (a)" points to is close by and may go
    without saying."""
    return one.kind is PlaceableKind.REFERENCE and _ONLY_LABELS.fullmatch(one.span.of(text)) is None


CHECK = SegmentCheck(
    name="references-number",
    level=Level.ERROR,
    its_type="inconsistent-entities",
    requires=Needs(source=True, placeables=Sides.BOTH),
    yields_to=("completeness-omission", "completeness-length", "language-other-segment"),
    summary="A reference (item, paragraph, article, annex) has another number than in the source.",
    reason=(
        "A wrong pointer is worse than none. References are compared by number and letter, wherever they are in the"
        " sentence, and the noun may differ, as it often must."
    ),
    examples=(
        Example(source="Under item 3 (a)", target="Au titre du point 3 b)", flagged=("3 b)",)),
        Example(source="Under sub-item (a)", target="Au titre du point 3 b)", flagged=("3 b)",)),
        Example(source="Under sub-item (a)", target="Au titre du point 3 a)"),
        Example(source="Items III.B, III.C and III.D", target="Points III.B et III.C", flagged=("",)),
        Example(source="Items 4 (a), (b) and (c)", target="Points 4 a) et b)", flagged=("",)),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
    by_sentence=True,
)
