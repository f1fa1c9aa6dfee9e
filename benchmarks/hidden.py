"""Does the time of an answer tell what a memory has that the token may not read?

    python benchmarks/hidden.py DATABASE --hidden MEMORY --folder FOLDER [--questions 60] [--repeats 5]

Makes in the folder a database that has all but the hidden memory, and starts three servers: one over the database, and
two over that. Each is asked by HTTP the same questions, in an order by chance, with a token for the other memories:
sentences, words and phrases that the hidden memory has most often, terms, counts, units of the hidden memory and units
that nobody has. Where times tell nothing, a question takes as long with the hidden memory as without.

Prints, for each kind of question, the median times; by how much the first server is slower than the second, on
average over the questions (a question counts by the median of its repeats), and how often chance alone would give as
much (permutation test of paired differences: the signs of the logarithms of the ratios, 20,000 times). The third server
says the same of two that cannot differ. At last the same with tokens for all memories, to see what would be found.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
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
SEEN, ALL = "benchmark of what is seen", "benchmark of all"
_WORD = re.compile(r"[^\W\d_]{4,}")
_LOOKED_THROUGH = 40_000

Asked = tuple[str, dict[str, str]]


def questions(home: Home, hidden: str, count: int) -> dict[str, list[Asked]]:
    """Returns questions of each kind."""
    chance = random.Random(SEED)
    rows = []
    for number, _, text in home.units.texts("en", Part(memory=hidden)):
        rows.append((number, text))
        if len(rows) == _LOOKED_THROUGH:
            break
    sentences = chance.sample([text for _, text in rows if 8 <= len(text.split()) <= 30], count)
    words = Counter(word for _, text in rows for word in {*_WORD.findall(text.lower())})
    pairs = Counter(
        f"{one} {other}"
        for _, text in rows
        for one, other in {*zip(_WORD.findall(text.lower()), _WORD.findall(text.lower())[1:], strict=False)}
        if f"{one} {other}" in text.lower()
    )
    common = [word for word, _ in words.most_common(count)]
    phrases = [pair for pair, _ in pairs.most_common(count)]
    units = [number for number, _ in chance.sample(rows, count)]
    return {
        "sentences": [("/api/lookup", {"q": text}) for text in sentences],
        "words": [("/api/concordance", {"q": word}) for word in common],
        "phrases": [("/api/concordance", {"q": phrase}) for phrase in phrases],
        "words on the page": [("/lines", {"q": word}) for word in common],
        "phrases on the page": [("/lines", {"q": phrase}) for phrase in phrases],
        "first answers on the page": [("/found", {"q": phrase}) for phrase in phrases],
        "terms": [("/api/terms", {"q": text}) for text in sentences],
        "counts": [("/api/about", {})] * count,
        "units that are hidden": [("/api/unit", {"unit": str(number)}) for number in units],
        "pages of units": [(f"/unit/{number}", {}) for number in units],
        "errors": [("/api/unit", {"unit": str(10**8 + number)}) for number in units],
    }


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
    """Returns how many seconds each question takes each server: the median of its repeats."""
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
    return [[median(times[place, number]) for place in range(len(asked))] for number in range(len(clients))]


def by_chance(ratios: Sequence[float], chance: random.Random) -> float:
    """Returns how often signs by chance give a mean as far from 0."""
    found = abs(fmean(ratios))
    as_far = sum(abs(fmean(one * chance.choice((-1, 1)) for one in ratios)) >= found for _ in range(TURNS))
    return (as_far + 1) / (TURNS + 1)


def main() -> None:
    """Reads the command line, measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("database", type=Path)
    parser.add_argument("--hidden", required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--questions", type=int, default=60)
    parser.add_argument("--repeats", type=int, default=5)
    wanted = parser.parse_args()
    chance = random.Random(SEED)
    wanted.folder.mkdir(exist_ok=True)
    without = wanted.folder / "without.db"
    without.unlink(missing_ok=True)
    with open_home(wanted.database) as home:
        seen = [one for one in home.sources.memories() if one != wanted.hidden]
        with closing(Extract(home, seen, without)) as extract:
            extract.catch_up()
            asked = questions(home, wanted.hidden, wanted.questions)
    with ExitStack() as stack:
        shown: dict[Path, dict[str, str]] = {}
        for database in (wanted.database, without):
            file = database.with_name(database.name + ENDING)
            shown[database] = {
                name: make_token(file, name, memories=seen if name == SEEN else None) for name in (SEEN, ALL)
            }
            for name in (SEEN, ALL):
                stack.callback(revoke_token, file, name)
        addresses = [
            (database, stack.enter_context(server(database))) for database in (wanted.database, without, without)
        ]
        for name in (SEEN, ALL):
            print(f"\n{name[13:]:28} {'median ms':>26}   with/without      chance   without/without  chance")
            clients = [
                stack.enter_context(
                    httpx2.Client(
                        base_url=address, timeout=120, headers={"authorization": f"Bearer {shown[database][name]}"}
                    )
                )
                for database, address in addresses
            ]
            for kind, some in asked.items():
                # Once before, so that nothing is loaded by the first.
                measured(clients, some[:5], 1, chance)
                first, second, third = measured(clients, some, wanted.repeats, chance)
                said = " ".join(f"{1000 * median(one):8.2f}" for one in (first, second, third))
                for one, other in ((first, second), (third, second)):
                    ratios = [math.log(a / b) for a, b in zip(one, other, strict=True)]
                    said += f"   {math.exp(fmean(ratios)):8.3f}        {by_chance(ratios, chance):7.4f}"
                print(f"{kind:28} {said}", flush=True)


if __name__ == "__main__":
    main()
