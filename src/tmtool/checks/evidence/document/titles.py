"""Where does an agenda state the title of each item, and which wording do most of its places have?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.document.repeats import bare_source, lost
from tmtool.checks.evidence.document.wording import Wording, capitals_in_use, wording
from tmtool.documents.agenda import Agenda, AgendaItem
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span
from tmtool.model.wording import Wording as Words
from tmtool.model.wording import joined, say

_REMARK = re.compile(r"\s*\[[^\[\]]{1,40}\]$")
"""What a list says of an item in square brackets after its title: that it is for approval, or its documents."""
_IN_BRACKETS = re.compile(r"\s*\([^()]{1,80}\)$")
_PART = re.compile(r"\s*[:;,–—(-]")

LIST, ANNOTATION, TABLE = say("the list of items"), say("the annotations"), say("the table")


def as_read(label: str) -> Words:
    """Returns the label of an item, or the labels of several, as a reader has them: "2.a, 2.b" as 2 (a), 2 (b)."""
    return joined((_as_read(one.split(".")) for one in label.split(", ")), ", ")


def _as_read(parts: list[str]) -> str:
    number, letter, deeper = (*parts, "", "")[:3]
    if not letter or letter.isdigit():
        return ".".join(parts)
    if deeper:
        return say("{number} ({letter}) ({deeper})", number=number, letter=letter, deeper=deeper)
    return say("{number} ({letter})", number=number, letter=letter)


@dataclass(frozen=True, slots=True)
class Title:
    """A `Title` is the title of item `label` as a place has it: the list, an annotation's heading or a row of the
    table."""

    label: str
    place: str
    pair: Pair
    span: Span
    wording: Wording
    source: Wording

    def within(self, span: Span) -> Span:
        """Returns a span of the title's wording, as a span of the pair's target."""
        return Span(self.span.start + span.start, self.span.start + span.end)


def titles(draft: Draft, agenda: Agenda) -> list[Title]:
    """Returns every statement of an item's title, in the order of the document; rows of several items are left out."""
    stated = [(item.label, LIST, item.title, item.segment) for item in agenda.items]
    stated += [(item.label, ANNOTATION, item.title, item.segment) for item in agenda.annotations]
    stated += [(row.item, TABLE, row.title, row.segments[-1]) for row in agenda.sittings if "," not in row.item]
    listed = {_REMARK.sub("", item.title) for item in agenda.items} - {""}
    if not agenda.annotations:
        listed = {_bare(title) for title in listed}
    found = []
    for label, place, whole, segment in stated:
        remark = whole.rfind(" (")
        # A row may say in brackets what is done with the item.
        title = whole[:remark] if place == TABLE and whole.endswith(")") and whole[:remark] in listed else whole
        if place == LIST:
            title = _REMARK.sub("", title) or title
            title = title if agenda.annotations else _bare(title)
        if place == TABLE:
            title = next((one for one in listed if _goes_on(title, one)), title)
        pair = draft.pair(segment)
        start = pair.target.find(title) if pair else -1
        if pair is not None and start >= 0 and title:
            span = Span(start, start + len(title))
            found.append(Title(label, place, pair, span, wording(title), bare_source(pair, draft)))
    return found


def _bare(title: str) -> str:
    """Returns a title without what a list that no annotations follow says of its documents in brackets."""
    return _IN_BRACKETS.sub("", title)


def _goes_on(title: str, listed: str) -> bool:
    """Tells whether a row names a part of an item after its title: Rapports : A. Protection."""
    return title.startswith(listed) and _PART.match(title, len(listed)) is not None


def usual(stated: list[Title], known: LanguagePair | None = None, texts: Sequence[str] = ()) -> Title:
    """Returns the title that most places have, of those that are level the one that comes first; where two differ in
    capitals alone, the one whose capitals more of the document's texts have."""
    counts = Counter(title.wording.tokens for title in stated)
    most = max(counts.values())
    model = next(title for title in stated if counts[title.wording.tokens] == most)
    for other in stated:
        if counts[other.wording.tokens] == most and other.source.tokens == model.source.tokens:
            model = min(
                (model, other), key=lambda one: lost(one.wording, (model.wording, other.wording), one.source, known)
            )
            if capitals_in_use(other.wording, model.wording, texts):
                model = other
    return model


def misnumbered(stated: list[Title], source: Agenda | None = None) -> list[tuple[Title, str]]:
    """Returns the titles that are under another label than in most places, with the label that they should have.

    A title that the list gives to two items says nothing about its number, nor does one that only the table has, nor
    one that the `source` has under the same label.
    """
    of_source = _stated(source) if source else frozenset()
    found = []
    for tokens in dict.fromkeys(title.wording.tokens for title in stated):
        same = [title for title in stated if title.wording.tokens == tokens]
        if sum(title.place == LIST for title in same) > 1 or all(title.place == TABLE for title in same):
            continue
        counts = Counter(title.label for title in same)
        label = max(same, key=lambda title: (counts[title.label], -same.index(title))).label
        found += [
            (title, label)
            for title in same
            if title.label != label and (title.label, title.source.tokens) not in of_source
        ]
    return found


def _stated(agenda: Agenda) -> frozenset[tuple[str, tuple[str, ...]]]:
    """Returns the labels of an agenda, each with the words of a title under it."""
    named = [(item.label, item.title) for item in (*agenda.items, *agenda.annotations)]
    named += [(row.item, row.title) for row in agenda.sittings]
    return frozenset((label, wording(title).tokens) for label, title in named)


def renumbered(agenda: Agenda, wrong: list[tuple[Title, str]]) -> Agenda:
    """Returns the agenda with each misnumbered title under its right label, so that a slip is not met again
    everywhere."""
    right = {(title.place, title.pair.number): label for title, label in wrong}

    def items(place: str, old: tuple[AgendaItem, ...]) -> tuple[AgendaItem, ...]:
        return tuple(replace(item, label=right.get((place, item.segment), item.label)) for item in old)

    return replace(
        agenda,
        items=items(LIST, agenda.items),
        annotations=items(ANNOTATION, agenda.annotations),
        sittings=tuple(replace(row, item=right.get((TABLE, row.segments[-1]), row.item)) for row in agenda.sittings),
    )


def by_item(stated: list[Title]) -> Iterator[list[Title]]:
    """Yields the statements of each item's title together."""
    labels = dict.fromkeys(title.label for title in stated)
    for label in labels:
        yield [title for title in stated if title.label == label]
