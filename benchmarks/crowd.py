"""Does a PostgreSQL database answer rightly while many write in it?

    python benchmarks/crowd.py DATABASE.db postgresql://… [--seconds 300] [--writers 4] [--readers 16]

Units of DATABASE.db (5,000 texts) are stored at the place named by the URL, where nothing is yet. Then processes write,
each file after file of texts made of stored ones, replacing, correcting and forgetting what they wrote, and processes
look up: what a lookup finds among the first texts must be what a scan of them finds, whatever else is there. At the end
a scan of everything is held against the lookups, and the database examined. The first wrong answer ends it with
status 1.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tmtool.errors import DatabaseError
from tmtool.model import Unit, Variant
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.values import Part
from tmtool.text.tokens import token_rate, tokens

TEXTS, QUERIES, THRESHOLD, A_FILE = 5_000, 100, 70, 100


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("database", type=Path)
    parser.add_argument("url")
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--writers", type=int, default=4)
    parser.add_argument("--readers", type=int, default=16)
    options = parser.parse_args()
    with open_home(options.database) as file:
        texts = [text for text in file.segments.first_texts("en", 2 * TEXTS) if len(tokens(text)) > 3][:TEXTS]
    with open_home(options.url, create=True) as home:
        store(home, "first", texts)
        numbers = dict(zip(texts, numbers_of(home, texts), strict=True))
    wanted = {query: scan(query, numbers) for query in changed(texts, QUERIES, 0)}
    until = time.time() + options.seconds
    jobs: list[tuple[Callable[..., Counter[str]], tuple[object, ...]]] = [
        (write, (options.url, texts, place, until)) for place in range(options.writers)
    ]
    jobs += [(read, (options.url, wanted, place, until)) for place in range(options.readers)]
    done: Counter[str] = Counter()
    with multiprocessing.get_context("spawn").Pool(len(jobs)) as pool:
        for result in [pool.apply_async(job, values) for job, values in jobs]:
            done.update(result.get())
    with open_home(options.url) as home:
        everything = [
            variant.text for _, one in home.units.read() for variant in one.variants if variant.language == "en"
        ]
        all_numbers = dict(zip(everything, numbers_of(home, everything), strict=True))
        for query in wanted:
            check(dict(home.segments.similar(query, "en", THRESHOLD)), scan(query, all_numbers), query)
        faults = home.faults()
    print(f"{options.seconds} s, {options.writers} writers, {options.readers} readers: ", end="")
    print(", ".join(f"{count} {what}" for what, count in sorted(done.items())), f"; {len(all_numbers)} texts; {faults}")
    sys.exit(1 if faults else 0)


def store(home: Home, path: str, texts: list[str]) -> None:
    """Makes these the texts that the file gives."""
    with home.transaction():
        writer = home.sources.replace_units("crowd", path, "table", "0")
        for text in texts:
            writer.add(Unit((Variant("en", text), Variant("fr", text.upper()))))
        writer.finish()
    # As an import does in the end: rows of the index settle, where they are very many.
    home.segments.index()


def numbers_of(home: Home, texts: list[str]) -> list[int]:
    """Returns the segments that have these texts."""
    found = {pair.source: pair.source_segment for pair in home.units.with_source(texts, "en", "fr")}
    return [found[text] for text in texts]


def scan(query: str, numbers: dict[str, int]) -> dict[int, int]:
    """Returns segment and rate of all that reach the threshold."""
    words = tokens(query)
    rates = ((number, token_rate(words, tokens(text), THRESHOLD)) for text, number in numbers.items())
    return {number: rate for number, rate in rates if rate}


def changed(texts: list[str], number: int, seed: int) -> list[str]:
    """Returns texts made of others: each with a word of another one."""
    chance = random.Random(seed)
    made = []
    for text in chance.choices(texts, k=number):
        words = text.split()
        words[chance.randrange(len(words))] = chance.choice(chance.choice(texts).split())
        made.append(" ".join(words))
    return list(dict.fromkeys(made))


def write(url: str, texts: list[str], place: int, until: float) -> Counter[str]:
    """Writes files until that time."""
    done: Counter[str] = Counter()
    with open_home(url) as home:
        while time.time() < until:
            number = done["files written"]
            path = f"{place}-{number % 10}"
            store(home, path, changed(texts, A_FILE, number % 7 + 1))
            done["files written"] += 1
            pairs = home.units.with_source(changed(texts, A_FILE, number % 7 + 1)[:1], "en", "fr")
            if number % 3 == 1 and pairs:
                correct(home, pairs[0].unit)
                done["units corrected"] += 1
            if number % 4 == 3:
                with home.transaction():
                    home.sources.set_aside(Part(source=path), lambda _: home.history.record("forget", "memories", 0))
                done["files forgotten"] += 1
    return done


def correct(home: Home, unit: int) -> None:
    """Gives a unit another French text, unless another writer has forgotten it meanwhile."""
    with home.transaction():
        try:
            state = home.units.state(unit)
        except LookupError:
            return
        first, second = state.variants
        corrected = second._replace(text=f"{second.text} bis")
        home.units.rewrite(unit, state._replace(variants=(first, corrected)))


def read(url: str, wanted: dict[str, dict[int, int]], place: int, until: float) -> Counter[str]:
    """Looks texts up until that time."""
    done: Counter[str] = Counter()
    first = {number for found in wanted.values() for number in found}
    queries = list(wanted)
    with open_home(url) as home:
        while time.time() < until:
            query = queries[(place * 31 + done["lookups"]) % len(queries)]
            found = {number: rate for number, rate in home.segments.similar(query, "en", THRESHOLD) if number in first}
            missing = {number: rate for number, rate in wanted[query].items() if found.get(number) != rate}
            if missing:
                raise DatabaseError(f"'{query}' lacks {missing}")
            done["lookups"] += 1
    return done


def check(found: dict[int, int], wanted: dict[int, int], query: str) -> None:
    """Raises DatabaseError if what was found is not what a scan finds."""
    if found != wanted:
        raise DatabaseError(f"'{query}' gives {found}, a scan {wanted}")


if __name__ == "__main__":
    main()
