"""Does the time of an answer tell what a memory has that the token may not read?

    python benchmarks/hidden.py DATABASE --hidden MEMORY [--questions 60] [--repeats 6]

Starts a server over the database, and asks it by HTTP in pairs, in an order by chance, with a token for all memories
but the hidden one: for a sentence, a word or a phrase of that memory, the commonest first; and for the same with its
words changed, those that no other memory has, so that nobody has it. Pairs count that are answered alike: other
memories may have another form of a word. For who does not see the hidden memory the two of a pair are the same work;
where times tell nothing, they take as long.

Prints, for each kind of question, how many pairs there are, the median times of both (a question counts by the fastest
of its repeats, which other work on the machine changes least), the median of how much longer takes what is hidden, and
how often chance alone would set the two apart as much (signed ranks of the logarithms of the ratios, Wilcoxon, by
20,000 permutations of the signs). At last some of them with a token for all memories, to see that a difference would be
found.
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
from contextlib import contextmanager
from itertools import islice, pairwise
from pathlib import Path
from statistics import median

import httpx2

from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.values import Part
from tmtool.tasks.tokens import ENDING, make_token, revoke_token

SEED = 20261128
TURNS = 20_000
SEEN, ALL = "who sees the others", "who sees all"
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
"""Letters of the words that are changed: of shorter ones there may be no others."""
_READ = 100_000
"""Texts of the hidden memory that tell what it has most often."""
_CONTROLS = 4
"""One pair in so many is asked with a token for all memories."""
_BETWEEN = 0.05
"""Seconds between two questions: slower than the pace at which a token has to wait for its turn."""
_ONE_ANSWER = ("<li", "<dt", '"source"', '"concept"')
"""What each answer on a page, and in JSON, has once."""
_LETTERS = "bcdfgklmnprtvz"

Asked = tuple[str, dict[str, str]]
Pair = tuple[Asked, Asked]


def pairs(home: Home, hidden: str, count: int) -> dict[str, list[Pair]]:
    """Returns pairs of questions of each kind: for what is in the hidden memory, and for what is nowhere."""
    chance = random.Random(SEED)
    others = home.sources.memories()
    others.remove(hidden)
    with home.limited_to(others) as seen:
        known = {word for _, _, text in seen.units.texts("en", Part()) for word in _words(text)}
        known.update(word for concept in seen.concepts.all() for term in concept.terms for word in _words(term.text))
    rows = list(islice(((number, text) for number, _, text in home.units.texts("en", Part(memory=hidden))), _READ))
    words: Counter[str] = Counter()
    phrases: Counter[str] = Counter()
    for _, text in rows:
        found = _words(text)
        words.update({one for one in found if len(one) >= _SHORTEST and one not in known})
        phrases.update({f"{one} {other}" for one, other in pairwise(found) if len({one, other} - known) == 2})
    everywhere = known | {word for _, text in rows for word in _words(text)}
    other_words: dict[str, str] = {}

    def changed(word: str) -> str:
        """Returns a word of the same end that is nowhere, for one that only the hidden memory has."""
        if len(word) >= _SHORTEST and word not in known and word not in other_words:
            tried = word
            while tried in everywhere:
                place = chance.randrange(max(1, len(word) - 2))
                tried = tried[:place] + chance.choice(_LETTERS) + tried[place + 1 :]
            other_words[word] = tried
        return other_words.get(word, word)

    def of(path: str, texts: Sequence[str], **more: str) -> list[Pair]:
        return [
            ((path, {"q": one, **more}), (path, {"q": _WORD.sub(lambda word: changed(word[0]), one), **more}))
            for one in texts
        ]

    sentences = chance.sample(
        [text for _, text in rows if 8 <= len(text.split()) <= 30 and {*_words(text)} - known], count
    )
    sentences = [text.lower() for text in sentences]
    common, together = ([one for one, _ in some.most_common(count)] for some in (words, phrases))
    print(f"words in {words[common[-1]]} to {words[common[0]]} of {len(rows)} texts, ", end="")
    print(f"phrases in {phrases[together[-1]]} to {phrases[together[0]]}")
    asked, page = {"source_language": "en", "target_language": "fr"}, {"from": "en", "into": "fr"}
    return {
        "sentences": of("/api/lookup", sentences, **asked),
        "words": of("/api/concordance", common, **asked),
        "phrases": of("/api/concordance", together, **asked),
        "words on the page": of("/lines", common, **page),
        "phrases on the page": of("/lines", together, **page),
        "first answers on the page": of("/found", sentences, **page),
        "terms": of("/api/terms", sentences, **asked),
        "numbers of units": [
            (("/api/unit", {"unit": str(number)}), ("/api/unit", {"unit": str(rows[-1][0] + 10**7 + place)}))
            for place, (number, _) in enumerate(chance.sample(rows, count))
        ],
    }


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


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


def measured(client: httpx2.Client, asked: Sequence[Pair], repeats: int, chance: random.Random) -> list[list[float]]:
    """Returns how many seconds the first questions of the pairs take, and the second: the fastest of the repeats."""
    times: dict[tuple[int, int], list[float]] = {}
    order = [(place, number) for place in range(len(asked)) for number in (0, 1)] * repeats
    chance.shuffle(order)
    for place, number in order:
        path, given = asked[place][number]
        start = time.perf_counter()
        answer = client.get(path, params=given)
        times.setdefault((place, number), []).append(time.perf_counter() - start)
        assert answer.status_code in (200, 404), answer.text
        time.sleep(_BETWEEN)
    return [[min(times[place, number]) for place in range(len(asked))] for number in (0, 1)]


def by_chance(ratios: Sequence[float], chance: random.Random) -> float:
    """Returns how often signs by chance give ranks whose sum is as far from 0."""
    ranks = range(1, len(ratios) + 1)
    found = abs(sum(rank if ratio > 0 else -rank for rank, ratio in zip(ranks, sorted(ratios, key=abs), strict=True)))
    as_far = sum(abs(sum(rank * chance.choice((-1, 1)) for rank in ranks)) >= found for _ in range(TURNS))
    return (as_far + 1) / (TURNS + 1)


def alike(client: httpx2.Client, pairs: Sequence[Pair], count: int) -> list[Pair]:
    """Returns the first of the pairs whose questions have the same number of answers, so many at most."""
    found: list[Pair] = []
    for pair in pairs:
        answers = [client.get(path, params=given).text for path, given in pair]
        if len({tuple(map(one.count, _ONE_ANSWER)) for one in answers}) == 1:
            found.append(pair)
        if len(found) == count:
            break
        time.sleep(_BETWEEN)
    return found


def told(client: httpx2.Client, kinds: dict[str, list[Pair]], name: str, count: int, repeats: int) -> None:
    """Asks and prints."""
    chance = random.Random(SEED)
    print(f"\n{name:28} {'hidden ms':>10} {'nowhere ms':>10} {'ratio':>7} {'chance':>8}", flush=True)
    for kind, every in kinds.items():
        # Which is once before, too, so that nothing is loaded by the first.
        some = alike(client, every, count) if name == SEEN else every[: count // _CONTROLS]
        hidden, nowhere = measured(client, some, repeats, chance)
        ratios = [math.log(one / other) for one, other in zip(hidden, nowhere, strict=True)]
        slower, likely = math.exp(median(ratios)), by_chance(ratios, chance)
        times = [1000 * median(one) for one in (hidden, nowhere)]
        print(f"{kind:24} {len(some):3} {times[0]:10.2f} {times[1]:10.2f} {slower:7.3f} {likely:8.4f}", flush=True)


def main() -> None:
    """Reads the command line, measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("database", type=Path)
    parser.add_argument("--hidden", required=True)
    parser.add_argument("--questions", type=int, default=60)
    parser.add_argument("--repeats", type=int, default=6)
    wanted = parser.parse_args()
    # Whatever ends it, the server ends and the tokens go.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with open_home(wanted.database) as home:
        kinds = pairs(home, wanted.hidden, 2 * wanted.questions)
        seen = [one for one in home.sources.memories() if one != wanted.hidden]
    file = wanted.database.with_name(wanted.database.name + ENDING)
    shown = {name: make_token(file, name, memories=memories) for name, memories in ((SEEN, seen), (ALL, None))}
    try:
        with server(wanted.database) as address:
            for name, repeats in ((SEEN, wanted.repeats), (ALL, 2)):
                headers = {"authorization": f"Bearer {shown[name]}"}
                with httpx2.Client(base_url=address, timeout=120, headers=headers) as client:
                    told(client, kinds, name, wanted.questions, repeats)
    finally:
        for name in shown:
            revoke_token(file, name)


if __name__ == "__main__":
    main()
