"""How many errors of nine simple kinds and two of omission do the checks find between the six languages, and at how
many findings on the text as published?

    python benchmarks/six_check.py TABLE [--pairs en-es en-zh fr-en …] [--half tuning|counted] [--level LEVEL]
        [--missed KIND] [--show CHECK] [--clean]

TABLE has a column for each language, named by its tag (``un_dev.six.tsv.xz``, ``sdg.seven.tsv``). Rows of odd number
are for tuning, those of even number are only counted. Errors are planted by lot, one in a row, at most so many of a
kind; an error is found if the row gets a finding that it does not get as published. With --clean nothing is planted.
"""

from __future__ import annotations

import argparse
import lzma
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.registry import run_checks
from tmtool.languages import get
from tmtool.model import Finding, Level
from tmtool.tasks.packaged import packaged_concepts

PAIRS = ("en-es", "en-ru", "en-ar", "en-zh", "es-en", "ru-en", "ar-en", "zh-en", "fr-es", "fr-en", "en-fr")
ERRORS = 60
"""Errors of a kind at most."""
HAN = re.compile("[\u3400-\u9fff]")
MARK = re.compile("[.?!;:,。；：，؛،؟？！]$")
BRACKET = re.compile("[()（）《》«»]")
FIGURES = re.compile(r"(?<![\w/.,])\d{1,3}(?:[ .,]\d{3})+(?![\w/])|(?<![/\d.,-])\d{2,}(?![/\d.,-])")
SENTENCE = re.compile("[.؟?!]\\s(?=[^\\W\\d])|[。？！](?=.)")
CLAUSE = re.compile("[,，、；;،؛:：]")
Seeder = Callable[[str, str, str, random.Random], str | None]
"""Plants one error in a target: source, target, language, lots; None where there is no place for it."""


def rows_of(path: Path) -> list[dict[str, str]]:
    """Returns the rows of a table, by column."""
    packed = path.read_bytes()
    text = (lzma.decompress(packed) if path.suffix == ".xz" else packed).decode()
    head, *lines = (line.split("\t") for line in text.rstrip("\n").split("\n"))
    return [dict(zip(head, line, strict=False)) for line in lines]


def _number(target: str, lots: random.Random) -> re.Match[str] | None:
    """Returns a number of two digits or more that is no label."""
    found = [one for one in FIGURES.finditer(target) if one.start() > 4]
    return lots.choice(found) if found else None


def changed_number(source: str, target: str, language: str, lots: random.Random) -> str | None:
    one = _number(target, lots)
    if one is None:
        return None
    places = [place for place in range(one.start(), one.end()) if target[place].isdigit()]
    place = lots.choice(places)
    zero = ord(target[place]) - int(target[place])
    digit = lots.choice([n for n in range(1, 10) if n != int(target[place])])
    return target[:place] + chr(zero + digit) + target[place + 1 :]


def dropped_number(source: str, target: str, language: str, lots: random.Random) -> str | None:
    one = _number(target, lots)
    if one is None:
        return None
    return re.sub("  +", " ", target[: one.start()] + target[one.end() :])


def changed_date(source: str, target: str, language: str, lots: random.Random) -> str | None:
    """Puts another month, or where the language counts them another figure before that of the month."""
    if language == "zh":
        found = list(re.finditer(r"(?<!\d)1?\d(?=月)", target))
        if not found:
            return None
        one = lots.choice(found)
        return (
            target[: one.start()]
            + str(lots.choice([n for n in range(1, 13) if str(n) != one.group()]))
            + target[one.end() :]
        )
    months = MONTHS[language]
    found = list(re.finditer("|".join(rf"(?<!\w){month}(?!\w)" for month in months), target))
    if not found:
        return None
    one = lots.choice(found)
    return target[: one.start()] + lots.choice([name for name in months if name != one.group()]) + target[one.end() :]


def other_country(source: str, target: str, language: str, lots: random.Random) -> str | None:
    found = [one for one in COUNTRIES[language] if one in target and _named(one, language).search(target)]
    if not found:
        return None
    name = max(found, key=len)
    others = [one for one in COUNTRIES[language] if one[-1] == name[-1] and one not in target and name not in one]
    if not others:
        return None
    other = lots.choice(others)
    return _named(name, language).sub(
        lambda one: one[1] + (other.removeprefix("ال") if one[1].endswith("ل") else other), target
    )


def _named(name: str, language: str) -> re.Pattern[str]:
    """Returns the expression of a name with what is written together with it; in Arabic, what has its letters may be
    another word: مالي in المالية, finance."""
    if language != "ar":
        return re.compile(f"(){re.escape(name)}")
    return re.compile(rf"(?<!\w)([وفبلك]?(?:ال|ل)?){re.escape(name)}(?=(?:ي|ية|يين|يون)?(?!\w))")


def other_mark(source: str, target: str, language: str, lots: random.Random) -> str | None:
    """Drops the final mark."""
    return target[:-1] if len(target) > 60 and MARK.search(target) and MARK.search(source) else None


def lost_bracket(source: str, target: str, language: str, lots: random.Random) -> str | None:
    found = [one for one in BRACKET.finditer(target) if one.start() > 5]
    if not found:
        return None
    one = lots.choice(found)
    return target[: one.start()] + target[one.end() :]


def untranslated(source: str, target: str, language: str, lots: random.Random) -> str | None:
    """Puts the source in place of the translation, or its second half in place of the second half."""
    if len(source) < 40:
        return None
    if lots.random() < 0.5:
        return source
    middle = source.find(" ", len(source) // 2) if " " in source else len(source) // 2
    cut = target.find(" ", len(target) // 2) if not HAN.search(target) else len(target) // 2
    return target[:cut] + source[middle:]


def left_out(source: str, target: str, language: str, lots: random.Random) -> str | None:
    """Drops a clause between two marks, a fifth of the text at least, or the second half of the text."""
    if len(source) < 100:
        return None
    cuts = [0, *(one.end() for one in CLAUSE.finditer(target)), len(target)]
    clauses = [(a, b) for a, b in pairwise(cuts[1:]) if 0.2 <= (b - a) / len(target) <= 0.7]
    if clauses:
        start, end = lots.choice(clauses)
        rest = target[:start] + target[end:]
        return rest if MARK.search(rest) is None or end < len(target) else rest[:-1].rstrip() + target[-1]
    return None


def sentence_dropped(source: str, target: str, language: str, lots: random.Random) -> str | None:
    """Drops one of the sentences of a text of several."""
    cuts = [0, *(one.end() for one in SENTENCE.finditer(target)), len(target)]
    if len(cuts) < 3:
        return None
    start, end = lots.choice([(a, b) for a, b in pairwise(cuts) if b - a >= 0.15 * len(target)])
    return (target[:start] + target[end:]).strip()


def state_dropped(source: str, target: str, language: str, lots: random.Random) -> str | None:
    """Drops a State from a list of three and more, with the mark before it."""
    places = {one: target.index(one) for one in COUNTRIES[language] if one in target}
    if len(places) < 3:
        return None
    found = [re.search(rf"[,、،]\s?{re.escape(one)}(?=[,、،])", target) for one in sorted(places)]
    listed = [one for one in found if one]
    if not listed:
        return None
    one = lots.choice(listed)
    return target[: one.start()] + target[one.end() :]


def doubled(source: str, target: str, language: str, lots: random.Random) -> str | None:
    if language == "zh":
        found = list(re.finditer("[\u4e00-\u9fff]{8,}", target))
        if not found:
            return None
        run = lots.choice(found)
        place = lots.randrange(run.start(), run.end() - 2)
        return target[:place] + target[place : place + 2] + target[place:]
    words = [one for one in re.finditer(r"(?<![\w-])[^\W\d_]{3,}(?![\w-])", target) if one.start() > 0]
    if not words:
        return None
    one = lots.choice(words)
    return target[: one.end()] + " " + one.group() + target[one.end() :]


KINDS: Mapping[str, Seeder] = {
    "number changed": changed_number,
    "number dropped": dropped_number,
    "date changed": changed_date,
    "country exchanged": other_country,
    "final mark dropped": other_mark,
    "bracket lost": lost_bracket,
    "untranslated": untranslated,
    "clause left out": left_out,
    "word doubled": doubled,
}
OMISSIONS: Mapping[str, Seeder] = {"sentence dropped": sentence_dropped, "State dropped": state_dropped}
"""These are not in the mean."""
MONTHS: dict[str, list[str]] = {}
COUNTRIES: dict[str, list[str]] = {}


LEVANTINE = "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"
NAMES_OF_MONTHS = {
    "en": "January February March April June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ar": "يناير فبراير مارس أبريل مايو يونيه يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}


def learn_names(names: Path) -> None:
    """Takes the names of months and States by which to plant errors from data outside the package."""
    MONTHS.update((language, written.split()) for language, written in NAMES_OF_MONTHS.items())
    MONTHS["ar"] = [f"{one}/{other}" for one, other in zip(LEVANTINE.split("|"), MONTHS["ar"], strict=True)]
    for row in rows_of(names):
        if row["source"].startswith("M49") and row["note"].isascii():
            for language in ("en", "fr", "es", "ru", "ar", "zh"):
                name = row[language].partition(" (")[0]
                if len(name) > (1 if language == "zh" else 3) and not name.islower() and " " not in name:
                    COUNTRIES.setdefault(language, []).append(name)


def findings(rows: Sequence[Pair], source: str, target: str, level: Level) -> dict[int, list[Finding]]:
    draft = prepare(rows, source_language=source, target_language=target, concepts=packaged_concepts())
    found: dict[int, list[Finding]] = {}
    for one in run_checks(draft, "segment"):
        if one.level.gravity >= level.gravity:
            found.setdefault(one.segment, []).append(one)
    return found


def key(one: Finding) -> tuple[str, str, str]:
    return one.check, one.message, one.target_span.of(one.target) if one.target_span else ""


def seeds(rows: Sequence[Pair], language: str, most: int) -> Iterator[tuple[str, int, str]]:
    """Yields kind, row and broken target of the errors."""
    for kind, seeder in {**KINDS, **OMISSIONS}.items():
        lots = random.Random(f"{kind} {language}")
        order = list(range(len(rows)))
        lots.shuffle(order)
        count = 0
        for place in order:
            broken = seeder(rows[place].source or "", rows[place].target, language, lots)
            if broken is not None and broken != rows[place].target:
                yield kind, place, broken
                count += 1
            if count == most:
                break


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("table", type=Path)
    parser.add_argument("--names", type=Path, help="table of names of States (default: terms/ beside the table)")
    parser.add_argument("--pairs", nargs="+", default=PAIRS)
    parser.add_argument("--half", choices=("tuning", "counted", "all"), default="tuning")
    parser.add_argument("--level", default=Level.INFO, type=Level, choices=tuple(Level), help="the least that counts")
    parser.add_argument("--errors", type=int, default=ERRORS)
    parser.add_argument("--missed", default="", help="show the errors of a kind that are not found")
    parser.add_argument("--show", default="", help="show the findings of checks that begin so on the text as published")
    parser.add_argument("--clean", action="store_true")
    options = parser.parse_args()
    learn_names(options.names or options.table.parent / "terms" / "un_country_names.six.tsv")
    every = rows_of(options.table)
    if options.half != "all":
        every = every[0::2] if options.half == "tuning" else every[1::2]
    for pair in options.pairs:
        source, target = pair.split("-")
        get(source), get(target)
        rows = [Pair(n, row[target], row[source]) for n, row in enumerate(every, 1) if row[source] and row[target]]
        start = time.process_time()
        clean = findings(rows, source, target, options.level)
        each = (time.process_time() - start) / len(rows) * 1000
        count = sum(map(len, clean.values()))
        by_check = Counter(one.check for found in clean.values() for one in found)
        top = ", ".join(f"{name} {n}" for name, n in by_check.most_common(12))
        noise = count / len(rows) * 1000
        print(
            f"{pair} {options.half}: {noise:.1f} findings per 1,000 of {len(rows)} rows, {each:.2f} ms a pair ({top})"
        )
        if options.show:
            for found in clean.values():
                for one in found:
                    if one.check.startswith(options.show):
                        print(f"   {one.level} {one.check}: {one.message}\n     {one.source}\n     {one.target}")
        if options.clean:
            continue
        planted = list(seeds(rows, target, options.errors))
        # Two of a kind in a row would explain each other: a bracket opened in one and closed in the next.
        random.Random(pair).shuffle(planted)
        broken = [Pair(len(rows) + n, text, rows[place].source) for n, (_, place, text) in enumerate(planted, 1)]
        after = findings([*rows[:200], *broken], source, target, options.level)
        total, hit = Counter[str](), Counter[str]()
        for n, (kind, place, text) in enumerate(planted, 1):
            known = {key(one) for one in clean.get(rows[place].number, [])}
            new = [one for one in after.get(len(rows) + n, []) if key(one) not in known]
            total[kind] += 1
            hit[kind] += bool(new)
            if not new and kind == options.missed:
                print(f"   missed: {rows[place].source}\n     {text}")
        for kind in total:
            print(f"   {kind:20}{hit[kind]:4}/{total[kind]:<4}{hit[kind] / total[kind]:.2f}")
        shares = [hit[kind] / total[kind] for kind in total if kind in KINDS]
        print(f"   {'mean of kinds':20}{'':9}{sum(shares) / len(shares):.3f}", flush=True)


if __name__ == "__main__":
    main()
