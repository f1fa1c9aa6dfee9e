"""How much of what can be adapted is offered as safe and exactly right, and is anything dangerous offered as safe?

    python benchmarks/adapt.py [FILE …] [--together] [--show]

FILE is JSON Lines, one item a line: `memory` (its first unit is the fuzzy match, others hold a name or title that the
query needs), `query_en`, `expected_fr` (all accepted wordings), `kind`; of kind `negative` nothing may be offered as
safe, `note` says why. Without FILE the two sets of benchmarks/data, written for this project: `tuning` may be looked
at, `held` was set apart. Each item is looked up in a database of its own, as `tmtool lookup` does it; with --together
all memories of a file are in one. With --show what went wrong is printed.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tmtool.matching.lookup import Lookup
from tmtool.model import Match, Unit, Variant
from tmtool.store import open_home

DATA = Path(__file__).with_name("data")
NEGATIVE = "negative"


@dataclass(frozen=True, slots=True)
class Item:
    """An `Item` is a query, the units it may use, and what is right."""

    id: str
    kind: str
    units: tuple[Unit, ...]
    query: str
    accepted: tuple[str, ...]
    note: str


def read_items(path: Path) -> list[Item]:
    """Returns the items of a file, in order."""
    items = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        units = tuple(Unit((Variant("en", unit["en"]), Variant("fr", unit["fr"]))) for unit in row["memory"])
        accepted = tuple(row["expected_fr"])
        items.append(Item(row["id"], row["kind"], units, row["query_en"], accepted, row.get("note", "")))
    return items


def lookup_in(units: Iterable[Unit]) -> Lookup:
    """Returns a lookup in a new database with these units."""
    home = open_home(":memory:", create=True)
    with home.transaction():
        writer = home.sources.replace_units("benchmark", "units", "tmx", "0")
        for unit in units:
            writer.add(unit)
        writer.finish()
    return Lookup(home, "en", "fr")


def verdict(item: Item, matches: tuple[Match, ...]) -> str:
    """Returns "right", "wrong" or "not safe"; for a dangerous item "refused" or "offered"."""
    safe = [match.adapted.target for match in matches if match.adapted and match.adapted.safe]
    if item.kind == NEGATIVE:
        return "offered" if safe else "refused"
    if not safe:
        return "not safe"
    return "right" if safe[0] in item.accepted else "wrong"


def measure(path: Path, *, together: bool, show: bool) -> None:
    """Prints the table of a file."""
    items = read_items(path)
    shared = lookup_in(unit for item in items for unit in item.units) if together else None
    counts: Counter[tuple[str, str]] = Counter()
    seconds = 0.0
    for item in items:
        lookup = shared or lookup_in(item.units)
        start = time.perf_counter()
        matches = lookup.matches(item.query)
        seconds += time.perf_counter() - start
        result = verdict(item, matches)
        counts[item.kind, result] += 1
        if show and result not in ("right", "refused"):
            print(f"{item.id} {item.kind} {result} {item.note}\n  {item.query}\n  {' | '.join(item.accepted)}")
            for match in matches[:1]:
                if match.adapted:
                    print(f"  {match.adapted.target}\n  {'; '.join(match.adapted.reasons)}")
                print(f"  {'; '.join(f'{one.kind}: {one.detail}' for one in match.warnings)}")
    print(f"\n{path.name}: {len(items)} items, {1000 * seconds / len(items):.2f} ms a lookup")
    print(f"{'kind':18}{'items':>6}{'right':>7}{'wrong':>7}{'not safe':>10}")
    for kind in sorted({item.kind for item in items} - {NEGATIVE}):
        print(line(kind, [counts[kind, result] for result in ("right", "wrong", "not safe")]))
    sums = [sum(counts[k, r] for k, r in counts if r == result) for result in ("right", "wrong", "not safe")]
    print(line("all", sums))
    refused, offered = counts[NEGATIVE, "refused"], counts[NEGATIVE, "offered"]
    print(f"dangerous: {refused + offered} items, {offered} offered as safe")


def line(name: str, cells: list[int]) -> str:
    """Returns a row of the table, with the share of what is right."""
    total = sum(cells)
    return f"{name:18}{total:6}{cells[0]:7}{cells[1]:7}{cells[2]:10}{100 * cells[0] / total:8.1f} %"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, default=sorted(DATA.glob("adaptation-*.jsonl")), metavar="FILE")
    parser.add_argument("--together", action="store_true", help="all memories of a file in one database")
    parser.add_argument("--show", action="store_true", help="print what went wrong")
    options = parser.parse_args()
    for path in options.files:
        measure(path, together=options.together, show=options.show)


if __name__ == "__main__":
    main()
