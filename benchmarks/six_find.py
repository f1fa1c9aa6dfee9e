"""Does a memory in six languages give back what is in it, in every pair and by any form of a word?

    python benchmarks/six_find.py [../shared/data/six/un_dev.six.tsv.xz] [--queries 60]

Counted is the recall of `lookup` at 70 % against a scan of all rows by the definition of the rate, in every language;
how many of 100 Chinese rows are found at 70 % after one or two characters were changed; and how many of the rows that
hold a phrase, in any form of its words, the concordance finds. Which rows hold a phrase is told by an expression. Drawn
with a fixed seed. The rows of even numbers are counted apart: nothing was adjusted to them.
"""

from __future__ import annotations

import argparse
import lzma
import random
import re
import tempfile
import time
from pathlib import Path

from tmtool.model import Unit, Variant
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.tasks.concordance import concordance
from tmtool.text.tokens import token_rate, tokens

SHARED = Path(__file__).parents[2] / "shared" / "data" / "six" / "un_dev.six.tsv.xz"
SEED = 20_261_128
THRESHOLD = 70
EDITED, MOST_CHANGED = 100, 2
SHORTEST = 8
"""Characters of a Chinese row that is edited: of a shorter one a change is most of it."""
PHRASES = (
    ("zh", "理事会", "理事会"),
    ("zh", "安全理事会", "安全理事会"),
    ("zh", "国家", "国家"),
    ("ru", "Совет Безопасности", r"(?i)\bсовет(?:а|у|ом|е)? безопасности\b"),
    ("ru", "Генеральная Ассамблея", r"(?i)\bгенеральн(?:ая|ой|ую) ассамбле(?:я|и|е|ю|ей)\b"),
    ("ru", "права человека", r"(?i)\bправ(?:а|о|ам|ами|ах|ом|у)? человека\b"),
    ("ar", "مجلس الأمن", "مجلس الأمن"),
    ("ar", "الأمم المتحدة", "(?:ال|لل)أمم المتحدة"),
    ("ar", "حقوق الإنسان", "حقوق الإنسان"),
    ("es", "Consejo de Seguridad", r"(?i)\bconsejo de seguridad\b"),
    ("es", "Estado parte", r"(?i)\bestados? partes?\b"),
    ("es", "niña", r"(?i)\bniñ[ao]s?\b"),
    ("en", "Security Council", r"(?i)\bsecurity councils?\b"),
    ("fr", "Conseil de sécurité", r"(?i)\bconseils? de sécurité\b"),
)


def read(path: Path) -> tuple[list[str], list[list[str]]]:
    """Returns the tags of the languages of a table, and its rows of texts in them."""
    opened = lzma.open if path.suffix == ".xz" else Path.open
    with opened(path, "rt", encoding="utf-8") as file:
        names, *rows = (line.rstrip("\n").split("\t") for line in file)
    places = [place for place, name in enumerate(names) if name not in ("id", "doc")]
    return [names[place] for place in places], [[row[place] for place in places] for row in rows]


def fill(home: Home, tags: list[str], rows: list[list[str]]) -> None:
    """Stores and indexes the rows as an import does."""
    with home.transaction():
        writer = home.sources.replace_units("default", "rows", "table", "0")
        for row in rows:
            texts = ((tag, text) for tag, text in zip(tags, row, strict=True) if text)
            writer.add(Unit(tuple(Variant(tag, text) for tag, text in texts)))
        writer.finish()
    home.segments.index()


def recall(home: Home, tags: list[str], rows: list[list[str]], number: int, drawn: random.Random) -> None:
    """Prints the recall of every language against a scan, and what a question takes."""
    for place, tag in enumerate(tags):
        texts = sorted({row[place] for row in rows if row[place]})
        known = {text: tokens(text) for text in texts}
        found = wanted = wrong = 0
        spent = 0.0
        for query in drawn.sample(texts, number):
            asked = known[query]
            right = {text: rate for text in texts if (rate := token_rate(asked, known[text])) >= THRESHOLD}
            start = time.process_time()
            answer = list(home.segments.similar(query, tag, THRESHOLD))
            spent += time.process_time() - start
            wanted += len(right)
            found += len(answer)
            wrong += sorted(rate for _, rate in answer) != sorted(right.values())
        print(f"{tag}: {found} of {wanted} segments, {wrong} queries differ; {1000 * spent / number:.2f} ms a query")


def edited(home: Home, texts: list[str], drawn: random.Random) -> None:
    """Prints how many Chinese rows are found after one or two of their characters were changed."""
    han = [text for text in texts if len(text) >= SHORTEST]
    signs = sorted({sign for text in han for sign in text if sign >= "\u4e00"})
    found = 0
    for text in drawn.sample(han, EDITED):
        query = list(text)
        for place in drawn.sample(range(len(query)), drawn.randint(1, MOST_CHANGED)):
            query[place] = drawn.choice(signs)
        numbers = [number for number, _ in home.segments.similar("".join(query), "zh", THRESHOLD)]
        found += any(pair.source == text for pair in home.units.of_segments(numbers, "zh", "en"))
    print(f"zh, one or two characters changed: {found} of {EDITED} found at {THRESHOLD} %")


def phrases(home: Home, tags: list[str], rows: list[list[str]]) -> None:
    """Prints how many of the rows with a phrase are in the concordance, of all and of the rows of even numbers."""
    for tag, phrase, expression in PHRASES:
        place, other = tags.index(tag), "fr" if tag == "en" else "en"
        holds = re.compile(expression)
        start = time.process_time()
        lines = concordance(home, phrase, language=tag, other_language=other, limit=0)
        spent = time.process_time() - start
        there = {line.pair.source for line in lines}
        every = [row[place] for row in rows if holds.search(row[place])]
        even = [row[place] for row in rows[1::2] if holds.search(row[place])]
        parts = [f"{sum(text in there for text in some)} of {len(some)}" for some in (every, even)]
        more = sum(not holds.search(text) for text in there)
        print(f"{tag} {phrase}: {parts[0]} rows (even ones {parts[1]}), {more} texts more; {1000 * spent:.0f} ms")


def main() -> None:
    """Counts on the rows of one file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path, nargs="?", default=SHARED)
    parser.add_argument("--queries", type=int, default=60)
    options = parser.parse_args()
    tags, rows = read(options.rows)
    drawn = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder, open_home(Path(folder) / "six.db", create=True) as home:
        fill(home, tags, rows)
        recall(home, tags, rows, options.queries, drawn)
        edited(home, [row[tags.index("zh")] for row in rows], drawn)
        phrases(home, tags, rows)


if __name__ == "__main__":
    main()
