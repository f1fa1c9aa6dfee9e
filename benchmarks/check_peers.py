"""Runs other programs that look for errors in a translation, for check_seeded.py: what they say of a pair, as a set.

pofilter is translate-toolkit's, with all its filters; Grammalecte is asked as ``languages/fr/grammalecte.py`` asks
it, all its rules heard: it reads the French alone. A peer that is not installed is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass

from planting import Planted
from tmtool.checks.engine.draft import Pair
from tmtool.languages.fr import grammalecte

Says = Callable[[str, str], Set[str]]
"""What is said of a source and its translation."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A `Peer` holds the errors found, by what `names` calls them, and how many things are said of 1,000 pairs as
    published."""

    name: str
    found: Counter[str]
    noise: float


def peers(rows: Sequence[Pair], errors: Sequence[Planted], names: Callable[[Planted], Iterable[str]]) -> list[Peer]:
    """Returns what each peer finds: an error is found if something is said that is not said of the row as published."""
    ways = {"pofilter": _pofilter()}
    if grammalecte.command():
        ways["Grammalecte"] = _grammalecte([*(row.target for row in rows), *(one.target for one in errors)])
    return [_measured(name, says, rows, errors, names) for name, says in ways.items()]


def _measured(
    name: str, says: Says, rows: Sequence[Pair], errors: Sequence[Planted], names: Callable[[Planted], Iterable[str]]
) -> Peer:
    clean = [says(row.source or "", row.target) for row in rows]
    found: Counter[str] = Counter()
    for one in errors:
        if says(rows[one.row].source or "", one.target) - clean[one.row]:
            found.update(names(one))
    return Peer(name, found, 1000 * sum(map(len, clean)) / len(rows))


def _pofilter() -> Says:
    from translate.filters import checks
    from translate.storage import po

    filters = checks.TeeChecker(checkerconfig=checks.CheckerConfig(targetlanguage="fr"))

    def says(source: str, target: str) -> set[str]:
        unit = po.pounit(source)
        unit.target = target
        return set(filters.run_filters(unit))

    return says


def _grammalecte(texts: Sequence[str]) -> Says:
    said = grammalecte.remarks(texts)
    return lambda source, target: {f"{one.rule} {one.span.of(target)}" for one in said.get(target, ())}
