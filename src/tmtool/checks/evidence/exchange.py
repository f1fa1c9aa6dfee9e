"""Does the translation name something where the source names another thing of the same kind: days for months,
Iran for Iraq?

Shared by the checks whose knowledge is a table of concepts in groups. One concept that the source names and the
translation lacks, and one of its group that the translation names and the source lacks, make an exchange.
Either alone is what translators do all the time (docs/un-french.md, fact 81).

A table has the columns group, concept, then for English and for French: what names the concept, and what else
may stand for it and so excuses its lack or its presence ("-" for nothing). Alternatives are parted by "|"; "*"
stands for any letters, "^" before one keeps its capitals, "/" before one makes it a regular expression, a space
matches any space and an apostrophe either kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from tmtool.checks.engine.check import Spot
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.languages import tables
from tmtool.model import Span

NONE = "-"
_PLAIN = str.maketrans("’\u00a0\u202f\t\n", "'    ")


@dataclass(frozen=True, slots=True)
class Cues:
    """How a language names a concept: `names` plainly, `excuses` in other ways.

    `beginnings` are how the names begin, one of which a text must have to be searched; none where that cannot be said.
    """

    names: re.Pattern[str]
    excuses: re.Pattern[str] | None
    beginnings: tuple[str, ...] = ()

    def search(self, text: str) -> re.Match[str] | None:
        """The first name in the text."""
        return self.names.search(text) if self._may_name(text) else None

    def all_names(self, text: str) -> list[re.Match[str]]:
        """Every name in the text."""
        return list(self.names.finditer(text)) if self._may_name(text) else []

    def count(self, text: str) -> int:
        """How often the text names the concept or may mean it, each place counted once."""
        places = {name.start() for name in self.all_names(text)}
        if self.excuses:
            places |= {excuse.start() for excuse in self.excuses.finditer(text)}
        return len(places)

    def _may_name(self, text: str) -> bool:
        plain = _plain(text)
        return not self.beginnings or any(beginning in plain for beginning in self.beginnings)


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing that may be exchanged for another of its group, with its cues by language."""

    group: str
    name: str
    cues: dict[str, Cues]


@cache
def concepts(path: Path) -> tuple[tuple[Concept, ...], ...]:
    """The groups of a table."""
    found = []
    for group, name, english, english_too, french, french_too in tables.rows(path):
        cues = {
            "en": _cues(english, english_too),
            "fr": _cues(french, french_too),
        }
        found.append(Concept(group, name, cues))
    return tuple(tuple(members) for _, members in groupby(found, key=lambda concept: concept.group))


def _cues(names: str, excuses: str) -> Cues:
    beginnings = tuple(_plain(one.removeprefix("^").partition("*")[0]) for one in _parted(names))
    certain = all(beginnings) and not any(one.startswith("/") for one in _parted(names))
    return Cues(compiled(names), compiled(excuses) if excuses != NONE else None, beginnings if certain else ())


@lru_cache(maxsize=256)
def _plain(text: str) -> str:
    """In lower case, with plain apostrophes and spaces."""
    return text.lower().translate(_PLAIN)


def compiled(alternatives: str) -> re.Pattern[str]:
    """The pattern of some alternatives in the notation of these tables."""
    parts = []
    for alternative in _parted(alternatives):
        if alternative.startswith("/"):
            parts.append(f"(?i:{alternative[1:]})")
            continue
        exact = alternative.startswith("^")
        body = re.escape(alternative.removeprefix("^"))
        body = body.replace("'", "['’]").replace(r"\*", r"[\w’'-]*").replace(r"\ ", r"\s+")
        parts.append(body if exact else f"(?i:{body})")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w])")


def _parted(alternatives: str) -> list[str]:
    """The alternatives, parted by the "|" that stand in no bracket."""
    parts, depth = [""], 0
    for character in alternatives:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def exchanges(path: Path, pair: Pair, draft: Draft, *, counted: bool = False) -> Iterator[Spot]:
    """The exchanges between source and target, each at what the target names; one for each group at most.

    With `counted` a concept that both sides name is gained by the side that names it more often.
    """
    source, target = pair.source or "", pair.target
    if draft.source is None or draft.target is None or {draft.source.tag, draft.target.tag} != {"en", "fr"}:
        return
    here, there = draft.target.tag, draft.source.tag
    for group in concepts(path):
        named = [concept for concept in group if concept.cues[there].search(source)]
        if not named:
            continue
        gained = [
            concept
            for concept in group
            if concept.cues[here].search(target)
            and (
                not concept.cues[there].count(source)
                or (counted and len(concept.cues[here].all_names(target)) > concept.cues[there].count(source))
            )
        ]
        lost = [
            concept
            for concept in named
            if concept.cues[here].count(target) == 0
            or (gained and concept.cues[here].count(target) < len(concept.cues[there].all_names(source)))
        ]
        if lost and gained:
            yield _spot(lost[0], gained[0], source, target, here, there)


def one_sided(path: Path, pair: Pair, draft: Draft) -> Iterator[Spot]:
    """What only one side names, by a table whose groups are "gained" and "lost": ``meaning_opposite_marked.tsv``."""
    source, target = pair.source or "", pair.target
    if draft.source is None or draft.target is None or (draft.source.tag, draft.target.tag) != ("en", "fr"):
        return
    for group in concepts(path):
        for concept in group:
            english, french = concept.cues["en"], concept.cues["fr"]
            ours, theirs = french.search(target), english.search(source)
            if concept.group == "gained" and ours and not english.count(source):
                yield Spot(f"Nothing in the source says “{ours.group()}”.", target_span=Span(*ours.span()))
            if concept.group == "lost" and theirs and not french.count(target):
                yield Spot(
                    f"Nothing here says “{theirs.group()}”.",
                    target_span=Span(0, len(target)),
                    source_span=Span(*theirs.span()),
                )


def _spot(lost: Concept, gained: Concept, source: str, target: str, here: str, there: str) -> Spot:
    ours, theirs = gained.cues[here].search(target), lost.cues[there].search(source)
    assert ours is not None and theirs is not None
    return Spot(
        f"“{ours.group()}” here, but “{theirs.group()}” in the source.",
        target_span=Span(*ours.span()),
        source_span=Span(*theirs.span()),
    )
