"""Has a label another mark than all others whose source has the mark that its own has: 7) among 6. and 8.?

So a label that has lost its mark or its space (4 Rivers, 4.Rivers), and what comes after the number of a heading
(Point 3 : among Point 2. and Point 4.). Which mark it is, is the choice of the translation.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.documents.labels import styles
from tmtool.model import BlockKind, Level, Span
from tmtool.model.wording import say

_OTHERS = 2
"""So many other labels show which mark they have."""
_HEAD = re.compile(
    r"\s*(?P<head>(?P<noun>[^\W\d_]+\s)?(?P<before>[(\[.]?)"
    r"(?P<count>\d{1,3}(?:\.\d{1,3})*|[ivx]{1,5}|[IVX]{1,5}|[A-Za-z])"
    r"(?P<after>(?:\s?[.:–—,)\]]{1,2})?))(?P<space>\s|$|(?<=[.)])(?=[^\W\d_]{2}))"
)


@dataclass(frozen=True, slots=True)
class _Head:
    """A `_Head` is the label that a text begins with: what is written, the word before its number in small letters, its
    number, the series that it is of, and the marks around the number."""

    written: str
    noun: str
    count: str
    series: str
    marks: tuple[str, str, bool]

    def in_marks_of(self, other: _Head) -> str:
        """Returns the label as the other one is written."""
        before, after, _ = other.marks
        noun = re.match(r"\w+\s|", self.written)
        assert noun is not None
        return f"{noun.group()}{before}{self.count}{after}"


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each label that alone has other marks than all others whose sources have one mark."""
    groups: defaultdict[tuple[object, ...], list[tuple[Pair, _Head]]] = defaultdict(list)
    for pair in draft.pairs:
        source = f"{pair.source_label} {pair.source}".strip()
        there = _head(source)
        here = _head(f"{pair.target_label} {pair.target}".lstrip()) if there is not None else None
        if there is not None and here is not None and there.count.lower() == here.count.lower():
            is_alone = source == there.written  # Item 5, not Item 5 not before noon
            key = (pair.kind is BlockKind.CELL, is_alone, there.noun, there.series, there.marks, here.noun)
            groups[key].append((pair, here))
    for group in groups.values():
        times = Counter(head.marks for _, head in group)
        if len(times) != 2 or min(times.values()) != 1 or len(group) <= _OTHERS:
            continue
        usual = next(head for _, head in group if times[head.marks] > 1)
        pair, odd = next((pair, head) for pair, head in group if times[head.marks] == 1)
        yield pair, _flag(pair, odd, usual)


def _head(text: str) -> _Head | None:
    """Returns the label at the beginning of a text; None for a word that is no label."""
    found = _HEAD.match(text)
    if found is None:
        return None
    noun, count, before, after = ((found[name] or "").strip() for name in ("noun", "count", "before", "after"))
    if count.isalpha() and not (noun or before or after):
        return None
    gap = found["after"][:1].isspace() and bool(after)
    marks = before, f"{' ' if gap else ''}{after}", bool(found["space"]) or found.end() == len(text)
    return _Head(found["head"].strip(), noun.lower(), count, styles(count)[0], marks)


def _flag(pair: Pair, odd: _Head, usual: _Head) -> Flag:
    own = re.match(r"\s*" + re.escape(odd.written), pair.target) if not pair.target_label else None
    word = "" if own is not None else f" {pair.target.split()[0]}"
    right = odd.in_marks_of(usual)
    message = (
        say(
            "The label is written “{here}” here, all others like it as “{there}”.",
            here=f"{odd.written}{word}",
            there=f"{right}{word}",
        )
        if odd.marks[:2] != usual.marks[:2]
        else say("There is no space after the label “{here}”.", here=odd.written)
    )
    if own is None:
        return Flag(message, target_span=Span(0, len(pair.target)))
    return Flag(message, target_span=Span(own.end() - len(odd.written), own.end()), suggestion=right)


CHECK = DocumentCheck(
    name="markup-label-mark",
    level=Level.WARNING,
    its_type="inconsistent-entities",
    requires=Needs(source=True, document=True),
    yields_to=("markup-label", "markup-label-form", "markup-label-lost"),
    summary="A list label or the number of a heading has another mark than all others like it.",
    reason=(
        "Whether 4., 4) or 4 is written is the choice of a house, but one for the document: where all others whose "
        "source has the same mark, two at least, are written alike, the one that is not was typed by hand or lost its "
        "point."
    ),
    examples=(
        Example(
            source="1. Opening\n2. Elections\n3. Reports\n4. Closing",
            target="1. Ouverture\n2. Élections\n3 Rapports\n4. Clôture",
            flagged=("3",),
        ),
        Example(
            source="1 Opening\n2 Elections\n3 Reports\n4 Closing",
            target="1 Ouverture\n2 Élections\n3. Rapports\n4 Clôture",
            flagged=("3.",),
        ),
        Example(
            source="Item 1. Opening\nItem 2. Elections\nItem 3. Reports\nItem 4. Closing",
            target="Point 1. Ouverture\nPoint 2 : Élections\nPoint 3. Rapports\nPoint 4. Clôture",
            flagged=("Point 2 :",),
        ),
        Example(
            source="1. Opening\n2. Elections\n3. Reports\n4. Closing",
            target="1. Ouverture\n2.Élections\n3. Rapports\n4. Clôture",
            flagged=("2.",),
        ),
        Example(
            source="1. Opening\n2. Elections\n3 Reports\n4. Closing\n5. End",
            target="1. Ouverture\n2. Élections\n3 Rapports\n4. Clôture\n5. Fin",
        ),
        Example(
            source="1. Opening\n2. Elections\n3. Reports\n4. Closing",
            target="1) Ouverture\n2) Élections\n3) Rapports\n4) Clôture",
        ),
        Example(
            source="Item 3\nItem 4\nItem 5 not before noon\nItem 6",
            target="Point 3\nPoint 4\nPoint 5 : pas avant midi\nPoint 6",
        ),
        Example(
            source="Item 3\nItem 4\nItem 5\nItem 6",
            target="Point 3\nPoint 4\nPoint 5 :\nPoint 6",
            flagged=("Point 5 :",),
        ),
    ),
    look=look,
)
