"""How many exchanges within a field are heard where another thing of its group is put in the place of the right one?

    python benchmarks/exchanging.py FILE… [--rows 1-4000] [--table fields] [--errors 500] [--missed N]

FILE is a bilingual file, or a part of data/agendas. In right text a name of a table of concepts of the pair
(`languages.pairs.concepts`), that is linked with its counterpart in the source, is replaced by a name of another
concept of its group, in the same number. This measures the mechanism and not what the table knows: how people err is
measured by check_seeded.py --by-hand and agenda_drafts.py. Prints how many are found, in any way, by probabilities, and
framed by words that have their counterparts (`exchange_by_odds`).
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from agendas import agendas
from check import pairs as pairs_of
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.evidence.meaning.exchange_by_odds import are_odd
from tmtool.checks.evidence.meaning.exchange_in_place import exchanged_in_place
from tmtool.checks.evidence.words.linked import Linked, linked
from tmtool.languages import pairs
from tmtool.languages.pairs.concepts import Concept, concepts, named_in
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

SEED = 20261129
_LEAST = 60
"""Characters of the shortest paragraph of an agenda in which a word is exchanged."""
_PLAIN = re.compile(r"[\w’' -]+")
"""An alternative that is a text as it stands."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """An `Exchange` is a pair with another name of a group in its translation, and where that is."""

    pair: Pair
    group: str
    was: str
    place: Span


def exchanges(some: Sequence[Pair], table: str, known: LanguagePair, draft: Draft) -> Iterator[Exchange]:
    """Yields an exchange for each pair that has a name of the table with its counterpart."""
    lot = random.Random(SEED)
    for pair in some:
        both = linked(pair, draft)
        ways = list(_ways(pair, table, known, both)) if both else []
        if ways:
            group, place, names = lot.choice(ways)
            was, name = place.of(pair.target), lot.choice(names)
            name = name.capitalize() if was[0].isupper() else name
            target = pair.target[: place.start] + name + pair.target[place.end :]
            yield Exchange(
                Pair(pair.number, target, pair.source), group, was, Span(place.start, place.start + len(name))
            )


def _ways(pair: Pair, table: str, known: LanguagePair, both: Linked) -> Iterator[tuple[str, Span, list[str]]]:
    """Yields where a name of the table may be replaced, with its group and what might be in its place."""
    there = named_in(known, table, known.source, pair.source or "")
    here = named_in(known, table, known.target, pair.target)
    for place in sorted(there.keys() & here.keys()):
        free = [one for one in concepts(known, table)[place] if one not in there[place] and one not in here[place]]
        for concept in here[place]:
            of_source = concept.cues[known.source].all_names(pair.source or "")
            of_target = concept.cues[known.target].all_names(pair.target)
            if len(of_source) == len(of_target) == 1 and _are_linked(both, of_source[0], of_target[0]):
                names = list(_in_number(free, concept, of_target[0].of(pair.target), known.target))
                if names:
                    yield concept.group, of_target[0], names


def _are_linked(both: Linked, there: Span, here: Span) -> bool:
    source, target = both.sides
    return any(
        link is not None and target.words[link].span.overlaps(here)
        for word, link in zip(source.words, source.links, strict=True)
        if word.span.overlaps(there)
    )


def _in_number(others: Sequence[Concept], concept: Concept, was: str, language: str) -> Iterator[str]:
    """Yields the plain names of other concepts that end as a plural, or as a singular, like what was there."""
    own = concept.cues[language].names.split("|")
    for other in others:
        for name in other.cues[language].names.split("|"):
            if _PLAIN.fullmatch(name) and name not in own and (name[-1] in "sx") == (was[-1] in "sx"):
                yield name


def _read(file: str, rows: str) -> list[Pair]:
    folders = agendas(file)
    if not folders:
        first, last = map(int, rows.split("-"))
        return [pair for pair in pairs_of(Path(file), first, last) if pair.source]
    lines = [
        [(folder / name).read_text(encoding="utf-8").split("\n") for name in ("fr.txt", "en.txt")] for folder in folders
    ]
    both = [(fr, en) for texts in lines for fr, en in zip(*texts, strict=False) if len(en) > _LEAST]
    return [Pair(number, fr, en) for number, (fr, en) in enumerate(both, 1)]


def main() -> None:
    """Reads the command line and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="+", metavar="FILE", help="a bilingual file, or a part of data/agendas")
    parser.add_argument("--rows", default="1-4000", help="first and last row of a file (default: %(default)s)")
    parser.add_argument("--table", default="fields", help="a table of the pair, or a folder (default: %(default)s)")
    parser.add_argument("--errors", type=int, default=500, help="errors at most (default: %(default)s)")
    parser.add_argument("--missed", type=int, default=0, metavar="N", help="print so many that were not found")
    options = parser.parse_args()
    known = pairs.get("en", "fr")
    assert known is not None
    some = [pair for file in options.files for pair in _read(file, options.rows)]
    draft = prepare(some[:1], source_language="en", target_language="fr")
    random.Random(SEED).shuffle(some)
    found: Counter[str] = Counter()
    for _, error in zip(range(options.errors), exchanges(some, options.table, known, draft), strict=False):
        found["errors"] += 1
        flags = [
            flag
            for flag in exchanged_in_place(options.table, error.pair, draft, keeps_sense=True)
            if flag.target_span is not None and flag.target_span.overlaps(error.place)
        ]
        found["found"] += bool(flags)
        found["by probabilities"] += any(are_odd(flag, error.pair, draft) for flag in flags)
        found["framed"] += any(are_odd(flag, error.pair, draft, framed=True) for flag in flags)
        if not flags and found["errors"] - found["found"] <= options.missed:
            print(f"{error.group}: {error.was}\n  {error.pair.source}\n  {error.pair.target}")
    for name, count in found.items():
        print(f"{name:20}{count:6}{count / max(1, found['errors']):7.2f}")


if __name__ == "__main__":
    main()
