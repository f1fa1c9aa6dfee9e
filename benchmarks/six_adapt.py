"""How often is a value that changes in a segment rewritten as safe in the six languages, and how?

    python benchmarks/six_adapt.py TABLE [--languages es ru ar zh] [--half tuning|counted] [--rows 150] [--show 10]

TABLE has a column for each language (``un_dev.six.tsv.xz``). In an English segment one value is changed by lot as
English writes it; the stored translation is adapted. Whether what is safe is right only a reader can say: --show
prints so many for each kind of value. A value that the segment has twice is left alone, since nobody could say which of
the two in the translation has changed. Rows of odd number are for tuning.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

from six_check import rows_of
from tmtool.languages import get
from tmtool.languages.rendering import Change, UncertainError
from tmtool.matching.adapt import adapt
from tmtool.model import Placeable, PlaceableKind

KINDS = (
    PlaceableKind.DATE,
    PlaceableKind.NUMBER,
    PlaceableKind.ORDINAL,
    PlaceableKind.PERCENT,
    PlaceableKind.REFERENCE,
)
LONGEST = 300


def other(one: Placeable, lots: random.Random) -> str | None:
    """Returns another value of the kind, near to the one there is; None where that is not simple."""
    value = one.value
    match one.kind:
        case PlaceableKind.DATE if len(value) == len("2014-06-25"):
            return f"{lots.randrange(2010, 2024)}-{lots.randrange(1, 13):02}-{lots.randrange(1, 29):02}"
        case PlaceableKind.DATE if len(value) == len("2014-06") and value[0] != "-":
            return f"{lots.randrange(2010, 2024)}-{lots.randrange(1, 13):02}"
        case PlaceableKind.NUMBER | PlaceableKind.PERCENT | PlaceableKind.ORDINAL if value.isdigit() and len(value) < 7:
            most = 2 * int(value) + 5
            # In words, ordinals of sessions end below a hundred; a share is one of a hundred.
            least = max(3, int(value) // 2)
            return str(
                lots.randrange(least, most if int(value) >= 100 or one.kind is PlaceableKind.NUMBER else min(most, 100))
            )
        case PlaceableKind.REFERENCE:
            noun, _, number = value.partition(":")
            return f"{noun}:{lots.randrange(3, 60)}" if number.isdigit() and noun != "letter" else None
        case _:
            return None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("table", type=Path)
    parser.add_argument("--languages", nargs="+", default=["es", "ru", "ar", "zh"])
    parser.add_argument("--half", choices=("tuning", "counted"), default="tuning")
    parser.add_argument("--rows", type=int, default=150, help="of a kind at most")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    english = get("en")
    rows = rows_of(options.table)[0 if options.half == "tuning" else 1 :: 2]
    for tag in options.languages:
        language, lots = get(tag), random.Random(tag)
        lots.shuffle(rows)
        tried, safe = Counter[str](), Counter[str]()
        reasons = Counter[str]()
        for row in rows:
            text = row["en"]
            if len(text) > LONGEST:
                continue
            every = english.placeables(text)
            values = Counter(one.value for one in every)
            for one in every:
                if values[one.value] > 1:
                    continue
                new = other(one, lots) if one.kind in KINDS and tried[one.kind] < options.rows else None
                if new is None or new == one.value:
                    continue
                written = one.span.of(text)
                shown = new.rpartition(":")[2] if one.kind is PlaceableKind.REFERENCE else written
                change = Change(one.kind, one.value, new, written, shown)
                try:
                    rewritten = english.rewrite(text, one, change)
                except UncertainError:
                    continue
                query = text[: rewritten.span.start] + rewritten.text + text[rewritten.span.end :]
                found, _ = adapt(query, text, row[tag], source_language=english, target_language=language)
                tried[one.kind] += 1
                safe[one.kind] += found.safe
                reasons.update(found.reasons[:1])
                if found.safe and safe[one.kind] <= options.show:
                    for each in found.substitutions:
                        there = f"{each.source_from} → {each.source_to}"
                        print(f"  {tag} {one.kind}: {there}: {each.target_from} → {each.target_to}")
        print(tag, ", ".join(f"{kind} {safe[kind]}/{tried[kind]} {safe[kind] / tried[kind]:.2f}" for kind in tried))
        if options.show:
            print("   ", reasons.most_common(8))


if __name__ == "__main__":
    main()
