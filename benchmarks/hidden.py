"""Does the time of an answer tell what a memory has that the token may not read?

    python benchmarks/hidden.py DATABASE --hidden MEMORY --folder FOLDER [--questions 60] [--repeats 4]

Makes in the folder a database that has all but the hidden memory, and starts a server over each of the two. Both are
asked by HTTP the same questions, in an order by chance, with a token for the other memories: sentences of the hidden
memory, words and phrases that it has most often, terms, units; and as many that nobody has, of the same shape (the
letters of the words are others). Where times tell nothing, what is in the hidden memory takes the first server as much
longer than the second, or less, as what is nowhere.

Prints, for each kind of question, the median times of both servers for what is hidden; by how much the first is slower
with it and with what is nowhere, on average over the questions (each counts by the fastest of its repeats, which other
work on the machine hardly changes); and how often chance alone would set the two apart as much (permutation test of the
differences of logarithms, 20,000 times). At last some of them with tokens for all memories, to see that a difference
would be found.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from itertools import islice, pairwise
from pathlib import Path
from statistics import fmean, median

import httpx2

from tmtool.store import open_home
from tmtool.store.extract import Extract
from tmtool.store.home import Home
from tmtool.store.values import Part
from tmtool.tasks.tokens import ENDING, make_token, revoke_token

SEED = 20261128
TURNS = 20_000
SEEN, ALL = "one who sees the others", "one who sees all"
_WORD = re.compile(r"[^\W\d_]{4,}")
_OTHER_LETTERS = str.maketrans("aeiouAEIOU", "uoxqyUOXQY")
_READ = 40_000
"""Texts of the hidden memory that tell what it has most often."""
_CONTROLS = 5
"""One question in so many is asked with tokens for all memories."""

Asked = tuple[str, dict[str, str]]


def questions(home: Home, hidden: str, count: int) -> dict[str, tuple[list[Asked], list[Asked]]]:
    """Returns questions of each kind: for what is in the hidden memory, and for what is nowhere."""
    chance = random.Random(SEED)
    rows = list(islice(((number, text) for number, _, text in home.units.texts("en", Part(memory=hidden))), _READ))
    sentences = chance.sample([text for _, text in rows if 8 <= len(text.split()) <= 30], count)
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for _, text in rows:
        lower = text.lower()
        words.update({*_WORD.findall(lower)})
        pairs.update({pair for pair in map(" ".join, pairwise(_WORD.findall(lower))) if pair in lower})
    common, phrases = ([one for one, _ in some.most_common(count)] for some in (words, pairs))
    units = [number for number, _ in chance.sample(rows, count)]

    def both(path: str, texts: Sequence[str]) -> tuple[list[Asked], list[Asked]]:
        return [(path, {"q": one}) for one in texts], [(path, {"q": _nowhere(one)}) for one in texts]

    return {
        "sentences": both("/api/lookup", sentences),
        "words": both("/api/concordance", common),
        "phrases": both("/api/concordance", phrases),
        "words on the page": both("/lines", common),
        "phrases on the page": both("/lines", phrases),
        "first answers on the page": both("/found", phrases),
        "terms": both("/api/terms", sentences),
        "units": (
            [("/api/unit", {"unit": str(number)}) for number in units],
            [("/api/unit", {"unit": str(10**8 + number)}) for number in units],
        ),
    }


def _nowhere(text: str) -> str:
    return text.translate(_OTHER_LETTERS)


@contextmanager
def server(database: Path) -> Iterator[str]:
    """Yields the address of a server over a database."""
    command = [sys.executable, "-m", "tmtool", "--db", str(database), "serve", "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stderr is not None
        try:
            yield process.stderr.readline().split()[0]
        finally:
            process.terminate()


def measured(
    clients: Sequence[httpx2.Client], asked: Sequence[Asked], repeats: int, chance: random.Random
) -> list[list[float]]:
    """Returns how many seconds each question takes each server: the fastest of its repeats."""
    times: dict[tuple[int, int], list[float]] = {}
    order = [(place, number) for place in range(len(asked)) for number in range(len(clients))] * repeats
    chance.shuffle(order)
    for place, number in order:
        path, given = asked[place]
        start = time.perf_counter()
        answer = clients[number].get(path, params=given)
        times.setdefault((place, number), []).append(time.perf_counter() - start)
        assert answer.status_code in (200, 404), answer.text
        # Slower than the pace at which a token has to wait for its turn.
        time.sleep(0.02)
    return [[min(times[place, number]) for place in range(len(asked))] for number in range(len(clients))]


def by_chance(hidden: Sequence[float], nowhere: Sequence[float], chance: random.Random) -> float:
    """Returns how often chance sets the means of two groups of so many apart as much."""
    found = abs(fmean(hidden) - fmean(nowhere))
    every, as_far = [*hidden, *nowhere], 0
    for _ in range(TURNS):
        chance.shuffle(every)
        as_far += abs(fmean(every[: len(hidden)]) - fmean(every[len(hidden) :])) >= found
    return (as_far + 1) / (TURNS + 1)


def main() -> None:
    """Reads the command line, measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("database", type=Path)
    parser.add_argument("--hidden", required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--questions", type=int, default=60)
    parser.add_argument("--repeats", type=int, default=4)
    wanted = parser.parse_args()
    chance = random.Random(SEED)
    # Whatever ends it, the servers end and the tokens go.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    wanted.folder.mkdir(exist_ok=True)
    without = wanted.folder / "without.db"
    without.unlink(missing_ok=True)
    with open_home(wanted.database) as home:
        seen = [one for one in home.sources.memories() if one != wanted.hidden]
        with closing(Extract(home, seen, without)) as extract:
            extract.catch_up()
            asked = questions(home, wanted.hidden, wanted.questions)
    databases = (wanted.database, without)
    with ExitStack() as stack:
        shown: list[dict[str, str]] = []
        for database in databases:
            file = database.with_name(database.name + ENDING)
            shown.append(
                {name: make_token(file, name, memories=seen if name == SEEN else None) for name in (SEEN, ALL)}
            )
            for name in (SEEN, ALL):
                stack.callback(revoke_token, file, name)
        addresses = [stack.enter_context(server(database)) for database in databases]
        for name in (SEEN, ALL):
            print(
                f"\n{name:28} {'with ms':>9} {'without ms':>11} {'hidden':>8} {'nowhere':>8} {'chance':>8}", flush=True
            )
            clients = [
                stack.enter_context(
                    httpx2.Client(base_url=address, timeout=120, headers={"authorization": f"Bearer {tokens[name]}"})
                )
                for address, tokens in zip(addresses, shown, strict=True)
            ]
            for kind, (hidden, nowhere) in asked.items():
                count = len(hidden) if name == SEEN else len(hidden) // _CONTROLS
                some = [*hidden[:count], *nowhere[:count]]
                # Once before, so that nothing is loaded by the first.
                measured(clients, some[:5], 1, chance)
                first, second = measured(clients, some, wanted.repeats if name == SEEN else 2, chance)
                ratios = [math.log(one / other) for one, other in zip(first, second, strict=True)]
                times = [1000 * median(one[:count]) for one in (first, second)]
                slower = [math.exp(fmean(group)) for group in (ratios[:count], ratios[count:])]
                likely = by_chance(ratios[:count], ratios[count:], chance)
                print(
                    f"{kind:28} {times[0]:9.2f} {times[1]:11.2f} {slower[0]:8.3f} {slower[1]:8.3f} {likely:8.4f}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
