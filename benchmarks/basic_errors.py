"""Which basic errors do the checks miss, of those that anybody sees in a sentence of one line?

    python benchmarks/basic_errors.py

``data/basic_errors.tsv`` has sentences by their structure (agreement, moods, prepositions, words that sound alike) and
pairs of one wrong word of meaning each. Printed are the sentences that get no finding but a hint, the right ones of
pairs that get one, and how many there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tmtool.checks.engine.draft import Pair
from tmtool.languages import tables
from tmtool.tasks.check import check_pairs

DATA = Path(__file__).parent / "data" / "basic_errors.tsv"


def told(pairs: Sequence[tuple[str, str]]) -> set[int]:
    """Returns the places of the translations, given with their sources, that get a finding."""
    numbered = [Pair(place, target, source or None) for place, (target, source) in enumerate(pairs)]
    return {one.segment for one in check_pairs(numbered, home=None).findings}


def main() -> None:
    rows = [(wrong, source, right) for wrong, source, right in tables.rows(DATA)]
    alone = [(wrong, source) for wrong, source, _ in rows if not source]
    paired = [(wrong, source) for wrong, source, _ in rows if source]
    for name, some in (("of form", alone), ("of meaning", paired)):
        found = told(some)
        for place, (wrong, source) in enumerate(some):
            if place not in found:
                print(f"silent: {wrong}" + (f"  ({source})" if source else ""))
        print(f"{len(found)} of {len(some)} {name} are told")
    right = [(right, source) for _, source, right in rows if source]
    false = told(right)
    for place in sorted(false):
        print(f"false: {right[place][0]}")
    print(f"{len(false)} of {len(right)} right translations get a finding")


if __name__ == "__main__":
    main()
