"""Makes the lists of words that terms need of the packaged term base.

    python benchmarks/needed_words.py [--count]

Without lists that fit, a check works them out for the whole term base when it starts, which takes some tenths of a
second. Of a French term they have the word that fewest agendas have: data/words_of_agendas.tsv says in how many of
those of data/agendas a word is, as it was when they were last counted, with --count. Of a term in another language
they have the word that is in fewest terms: most is translated from these, and alignment learns words from the terms
that are read for a source (tasks/lexicon.py), be they in the text or not.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Mapping
from math import log2
from pathlib import Path

from agendas import DATA
from tmtool.languages import default_pair, supported
from tmtool.tasks.packaged import packaged_concepts, packaged_tables
from tmtool.tasks.packaged_words import file_of, written
from tmtool.text.term_words import words_of

COUNTED = Path(__file__).parent / "data" / "words_of_agendas.tsv"
HEAD = (
    "# Words of the agendas in agendas/, without case and accents. Made by: python benchmarks/needed_words.py --count\n"
    "# Columns: language, in how many agendas its words are (as a power of two), the words.\n"
)
COUNTED_IN = default_pair.TARGET
LEAST = 10
"""Agendas that have a word at least for it to be counted: of a thousand."""


def often(language: str) -> Mapping[str, int]:
    """Returns in about how many agendas the words of a language are, without case and accents; nothing of a language
    whose words are not counted."""
    rows = (line.split("\t") for line in COUNTED.read_text(encoding="utf-8").splitlines() if line[0] != "#")
    return {word: 1 << int(power) for tag, power, words in rows if tag == language for word in words.split(" ")}


def counted_again() -> str:
    """Returns what the table of the words of agendas holds for those that there are now."""
    texts = (file.read_text(encoding="utf-8") for file in sorted(DATA.glob(f"*/*/{COUNTED_IN}.txt")))
    counts = Counter(word for text in texts for word in words_of(text, COUNTED_IN))
    by_power: dict[int, list[str]] = defaultdict(list)
    for word, many in counts.items():
        if many >= LEAST:
            by_power[round(log2(many))].append(word)
    lines = (f"{COUNTED_IN}\t{power}\t{' '.join(sorted(by_power[power]))}\n" for power in sorted(by_power))
    return "".join((HEAD, *lines))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", action="store_true", help="count the words of the agendas first")
    if parser.parse_args().count:
        COUNTED.write_text(counted_again(), encoding="utf-8", newline="\n")
    tables = packaged_tables()
    for language in supported():
        file = file_of(language)
        text = written(packaged_concepts(), language, tables, often(language))
        file.write_text(text, encoding="utf-8", newline="\n")
        print(f"{file}: {file.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
