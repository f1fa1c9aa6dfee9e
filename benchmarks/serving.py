"""How soon does the page answer while people type?

    python benchmarks/serving.py DATABASE [--users 10] [--seconds 60]
    python benchmarks/serving.py DATABASE --requests 100000

Starts `tmtool serve` over the database, and lets users type: each takes a phrase of a unit of the database, now and
then with a word changed, and asks as the page does after each word, at most a word a second. Prints the times of the
first answers (matches and terms) and of the units with the phrase, errors, and the memory of the server before and
after; and the processor's time that the server took, which other work on the machine hardly changes.

With `--requests` twenty programs ask as fast as they are answered, of all kinds: the page, pages of units, the
interface for programs, checks by the protocol of LanguageTool. Prints the memory after each tenth.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx2

from tmtool.store import open_home

SEED = 20261127
A_WORD = 1.0
"""Seconds in which a word is typed."""
CHANGED = 0.3
"""How often a word of a phrase is another than in the memory."""


@dataclass
class Times:
    """A `Times` holds what was measured: seconds by kind of request, and how many failed."""

    found: list[float] = field(default_factory=list)
    lines: list[float] = field(default_factory=list)
    others: list[float] = field(default_factory=list)
    errors: int = 0


def phrases(database: Path, count: int) -> list[str]:
    """Returns texts of units of the database, at most twelve words of each."""
    with open_home(database) as home:
        texts = home.segments.first_texts("en", 50 * count)
    chance = random.Random(SEED)
    chosen = chance.sample(texts, min(count, len(texts)))
    return [" ".join(text.split()[:12]) for text in chosen if text.strip()]


async def user(client: httpx2.AsyncClient, texts: list[str], end: float, times: Times, chance: random.Random) -> None:
    """Types phrases until the time is over."""
    await asyncio.sleep(chance.random() * A_WORD)
    while time.monotonic() < end:
        words = chance.choice(texts).split()
        if chance.random() < CHANGED:
            words[chance.randrange(len(words))] = "another"
        for place in range(1, len(words) + 1):
            start = time.monotonic()
            asked = {"q": " ".join(words[:place])}
            await ask(client, "/found", asked, times.found, times)
            await ask(client, "/lines", asked, times.lines, times)
            await asyncio.sleep(max(0.0, A_WORD - (time.monotonic() - start)))


async def ask(client: httpx2.AsyncClient, path: str, asked: dict[str, str], kept: list[float], times: Times) -> None:
    """Asks once, and keeps how long it took."""
    start = time.perf_counter()
    try:
        answer = await client.get(path, params=asked)
    except httpx2.HTTPError:
        times.errors += 1
        return
    kept.append(time.perf_counter() - start)
    times.errors += answer.status_code != 200


async def measured(address: str, texts: list[str], users: int, seconds: float) -> Times:
    """Lets the users type, and returns what was measured."""
    times = Times()
    limits = httpx2.Limits(max_connections=users * 2, max_keepalive_connections=users * 2)
    async with httpx2.AsyncClient(base_url=address, timeout=30, limits=limits) as client:
        end = time.monotonic() + seconds
        each = (user(client, texts, end, times, random.Random(SEED + number)) for number in range(users))
        await asyncio.gather(*each)
    return times


async def program(client: httpx2.AsyncClient, texts: list[str], left: list[int], times: Times) -> None:
    """Asks until no request is left, of each kind in its turn."""
    chance = random.Random(SEED + left[0])
    while left[0] > 0:
        left[0] -= 1
        words = chance.choice(texts).split()
        asked = {"q": " ".join(words[: chance.randint(1, len(words))])}
        kind = chance.random()
        if kind < 0.5:
            await ask(client, "/found", asked, times.found, times)
        elif kind < 0.7:
            await ask(client, "/lines", asked, times.lines, times)
        elif kind < 0.8:
            await ask(client, f"/unit/{chance.randint(1, 500)}", {}, times.others, times)
        elif kind < 0.9:
            await ask(client, "/api/lookup", asked, times.others, times)
        else:
            await ask(client, "/v2/check", {"text": asked["q"], "language": "fr"}, times.others, times)


async def steadily(address: str, texts: list[str], requests: int, server: int) -> Times:
    """Asks so many requests, and prints the memory of the server after each tenth."""
    times = Times()
    async with httpx2.AsyncClient(base_url=address, timeout=60) as client:
        for tenth in range(1, 11):
            left = [requests // 10]
            await asyncio.gather(*(program(client, texts, left, times) for _ in range(20)))
            print(f"{tenth * requests // 10:8} requests: {memory_of(server):.0f} MB, {times.errors} errors", flush=True)
    return times


def memory_of(process: int) -> float:
    """Returns the memory of a process that is its own, in megabytes: not the database, which each thread maps."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    found = re.search(r"RssAnon:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


def processor_of(process: int) -> float:
    """Returns the processor's time that a process has taken, in seconds."""
    after_name = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Reads the command line, measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("database", type=Path)
    parser.add_argument("--users", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--requests", type=int, default=0)
    asked = parser.parse_args()
    texts = phrases(asked.database, 500)
    command = [sys.executable, "-m", "tmtool", "--db", str(asked.database), "serve", "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stderr is not None
        address = server.stderr.readline().split()[0]
        before = memory_of(server.pid)
        start, began = processor_of(server.pid), time.monotonic()
        if asked.requests:
            times = asyncio.run(steadily(address, texts, asked.requests, server.pid))
        else:
            times = asyncio.run(measured(address, texts, asked.users, asked.seconds))
        after = memory_of(server.pid)
        taken, lasted = processor_of(server.pid) - start, time.monotonic() - began
        server.terminate()
    if not asked.requests:
        print(f"{asked.users} users, {asked.seconds:.0f} s: {times.errors} errors")
    print(f"memory of the server: {before:.0f} MB before, {after:.0f} MB after")
    asked_for = max(1, len(times.found) + len(times.lines) + len(times.others))
    each, a_second = 1000 * taken / asked_for, taken / lasted
    print(f"processor's time of the server: {each:.1f} ms a request, {a_second:.2f} s a second")
    for name, kept in (
        ("first answers", times.found),
        ("units with the phrase", times.lines),
        ("other requests", times.others),
    ):
        if kept:
            order = sorted(kept)
            at = [1000 * order[min(len(order) - 1, int(len(order) * share))] for share in (0.5, 0.95, 0.99)]
            print(f"{name:22} {len(order):6} asked  p50 {at[0]:7.1f} ms  p95 {at[1]:7.1f} ms  p99 {at[2]:7.1f} ms")


if __name__ == "__main__":
    main()
