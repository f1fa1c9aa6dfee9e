"""How many errors of sense that a translator makes do the checks find between English and the other languages?

    python benchmarks/six_by_hand.py [--rows TABLE] [--half tuning|counted|all] [--pairs en-es fr-en …] [--missed]

The errors are written by hand in data/six_by_hand.tsv: opposites, bounds, what is exchanged, lost or cut off, denials;
with --rows (``un_dev.six.tsv.xz``) they are those that data/six_planted.tsv has for rows of that table.
Sentences of odd number are for tuning, those of even number are only counted. An error is found if the text gets a
finding of level info at least that it does not get without the error; a finding without the error is counted as false.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from pathlib import Path

from six_check import findings, key, rows_of
from tmtool.checks.engine.draft import Pair
from tmtool.languages.tables import rows
from tmtool.model import Level

TABLE, PLANTED = (Path(__file__).parent / "data" / name for name in ("six_by_hand.tsv", "six_planted.tsv"))
PAIRS = ("en-es", "en-ru", "en-ar", "en-zh", "es-en", "ru-en", "ar-en", "zh-en", "fr-en")
Texts = dict[int, dict[str, tuple[str, str]]]
"""By number and language a text, and what it is with the error."""


def written() -> tuple[Texts, dict[int, str]]:
    """Returns the texts that were written for this with their errors, and of what kind each is."""
    texts: Texts = defaultdict(dict)
    kinds: dict[int, str] = {}
    for number, kind, language, text, wrong in rows(TABLE):
        texts[int(number)][language] = text, wrong
        kinds[int(number)] = kind
    return texts, kinds


def planted(table: Path) -> tuple[Texts, dict[int, str]]:
    """Returns rows of a table with the errors that were planted in them, and of what kind each is."""
    every = rows_of(table)
    texts: Texts = defaultdict(dict)
    kinds: dict[int, str] = {}
    for number, row, kind, language, old, new in rows(PLANTED):
        of = every[int(row) - 1]
        texts[int(number)].setdefault("fr", (of["fr"], ""))
        texts[int(number)][language] = of[language], put(of[language], old, new)
        kinds[int(number)] = kind
    return texts, kinds


def put(text: str, old: str, new: str) -> str:
    """Returns a text with an error, as data/six_planted.tsv writes it."""
    if " ⇄ " in old:
        first, second = old.split(" ⇄ ")
        parts = re.split(f"({re.escape(first)}|{re.escape(second)})", text)
        return "".join({first: second, second: first}.get(part, part) for part in parts)
    start, _, end = old.partition("…")
    first_place = text.index(start)
    last = text.index(end, first_place + len(start)) + len(end)
    return text[:first_place] + new + text[last:]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=Path, help="table in whose rows data/six_planted.tsv plants errors")
    parser.add_argument("--half", choices=("tuning", "counted", "all"), default="tuning")
    parser.add_argument("--pairs", nargs="+", default=PAIRS)
    parser.add_argument("--level", default=Level.INFO, type=Level, choices=tuple(Level), help="the least that counts")
    parser.add_argument("--missed", action="store_true", help="show the errors that are not found")
    options = parser.parse_args()
    texts, kinds = planted(options.rows) if options.rows else written()
    wanted = [n for n in sorted(kinds) if options.half == "all" or (n % 2 == 1) is (options.half == "tuning")]
    for pair in options.pairs:
        source, target = pair.split("-")
        asked = [(n, texts[n]) for n in wanted if source in texts[n] and target in texts[n]]
        clean = findings([Pair(n, of[target][0], of[source][0]) for n, of in asked], source, target, options.level)
        after = findings([Pair(n, of[target][1], of[source][0]) for n, of in asked], source, target, options.level)
        missed = [
            n for n, _ in asked if {key(one) for one in after.get(n, [])} <= {key(one) for one in clean.get(n, [])}
        ]
        lost = ", ".join(f"{kinds[n]} {n}" for n in missed)
        false = [one for found in clean.values() for one in found]
        print(f"{pair} {options.half}: {len(asked) - len(missed)} of {len(asked)}, {len(false)} false (missed: {lost})")
        for one in false if options.missed else ():
            print(f"   false {one.check}: {one.message}\n     {one.target}")
        for n in missed if options.missed else ():
            print(f"   {kinds[n]}: {texts[n][source][0]}\n     {texts[n][target][1]}")


if __name__ == "__main__":
    main()
