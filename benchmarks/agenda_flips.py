"""What do the checks tell where one word of a right agenda is put otherwise?

    python benchmarks/agenda_flips.py PART… [--each 40] [--kinds KIND …] [--silent]

PART is a folder of data/agendas. In each of its right translations `--each` places are drawn. An adjective or a
participle gets another gender or number, a verb the other number, as the lexicon has them; a negation is dropped;
words are put otherwise or dropped as ``data/agenda_flips.tsv`` has them, or as ``agenda_word_forms.py`` and
``small_word_flips.py`` do. Each flip is looked at by itself, in its agenda, which is translated closely. Printed is by
kind how many give a finding that the right text has not, an info or more, before levels are weighed; with
``--silent`` the others, too. Some flips are right French still, or leave the sense.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain
from pathlib import Path

import agenda_word_forms
from agendas import agendas
from small_word_flips import small_words
from tmtool.checks.engine.check import SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.registry import all_checks
from tmtool.languages import tables
from tmtool.languages.entry import Entry
from tmtool.languages.fr import lexicon
from tmtool.model import Finding, Level, Span
from tmtool.tasks.draft_terms import terms_of

TABLE = Path(__file__).with_name("data") / "agenda_flips.tsv"
AGREEMENTS, PERSONS = ("ms", "fs", "mp", "fp"), ("3s", "3p")
_DROPPED = "-"
"""Stands for nothing in the table."""
_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]{3,}(?![\w’'-])")
_DENIED = re.compile(r"\b(?:ne |n[’'])(\w+(?: (?:être|avoir|été))?) (?:pas|plus|jamais)\b")


@dataclass(frozen=True, slots=True)
class Flip:
    """A `Flip` is a place of a text and what is put there, an error of some `kind`."""

    kind: str
    span: Span
    new: str

    def put_into(self, text: str, before: str = "", after: str = "") -> str:
        """Returns the text with it, and with marks before and after it."""
        return f"{text[: self.span.start]}{before}{self.new}{after}{text[self.span.end :]}"


@dataclass(frozen=True, slots=True)
class Looked:
    """A `Looked` is a flip in a text with its source, and whether a check tells it."""

    flip: Flip
    source: str
    text: str
    is_told: bool


def flips(text: str) -> Iterator[Flip]:
    """Yields all flips of a French text."""
    for found in _WORD.finditer(text):
        if found[0].islower():
            yield from _agreement(found[0], Span(*found.span()))
    for found in _DENIED.finditer(text):
        yield Flip("negation", Span(*found.span()), found[1])
    yield from (Flip(*form) for form in agenda_word_forms.forms(text))
    yield from (Flip(*one) for one in small_words(text))
    for kind, words, new in _table():
        yield from (Flip(kind, Span(*found.span()), new) for found in words.finditer(text))


@cache
def _table() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Returns what is put otherwise: the kind, the pattern of the words, what is put there, nothing where they are
    dropped."""
    ends = {True: " ", False: r"(?![\w’'-])"}
    return tuple(
        (kind, re.compile(rf"(?<![\w’'-]){re.escape(words)}{ends[new == _DROPPED]}"), new.strip(_DROPPED))
        for kind, words, new in tables.rows(TABLE)
    )


def _agreement(word: str, span: Span) -> Iterator[Flip]:
    """Yields an adjective or a participle in its other genders and numbers, or a verb in its other number, where that
    is all that the word can be."""
    readings = [one for one in lexicon.entries(word) if not one.rare]
    qualifies = [one for one in readings if one.agreement and one.category in ("A", "V")]
    acts = [one for one in readings if one.category == "V" and any(map(_person, one.features))]
    if any(one.category not in ("A", "V") for one in readings):
        return
    if qualifies and not acts:
        first = qualifies[0]
        kind, tense = ("participle", "K") if first.category == "V" else ("adjective", "")
        own = frozenset[str]().union(*(one.agreement for one in qualifies))
        forms = lexicon.paradigm(first.lemma, first.category)
        for other in AGREEMENTS:
            for form in forms.get(tense + other, ())[:1] if other not in own else ():
                if form != word:
                    yield Flip(kind, span, form)
    elif acts and len(acts) == len(readings):
        yield from _other_number(word, acts[0], span)


def _person(feature: str) -> str:
    return feature[-2:] if feature[-2:] in PERSONS else ""


def _other_number(word: str, verb: Entry, span: Span) -> Iterator[Flip]:
    persons = {_person(feature) for feature in verb.features} - {""}
    if len(persons) != 1:
        return
    [person] = persons
    other = PERSONS[1 - PERSONS.index(person)]
    tense = next(feature[:-2] for feature in sorted(verb.features) if _person(feature))
    for form in lexicon.paradigm(verb.lemma, "V").get(tense + other, ())[:1]:
        if form != word:
            yield Flip("verb", span, form)


def look(folder: Path, each: int, kinds: Collection[str]) -> list[Looked]:
    """Looks at so many flips of a right agenda, of these kinds, or of all where there is none."""
    sides = ((folder / name).read_text(encoding="utf-8").split("\n") for name in ("en.txt", "fr.txt"))
    rows = [(source.strip(), text.strip()) for source, text in zip(*sides, strict=True) if source and text]
    every = [(at, flip) for at, (_, text) in enumerate(rows) for flip in flips(text) if not kinds or flip.kind in kinds]
    drawn = random.Random(folder.name).sample(every, min(each, len(every)))
    terms = terms_of(None, [one for one, _ in rows], [other for _, other in rows], "en", "fr")
    pairs = [Pair(number, text, source) for number, (source, text) in enumerate(rows, 1)]
    turned = [replace(pairs[at], target=flip.put_into(pairs[at].target)) for at, flip in drawn]
    ready = prepare(
        [*pairs, *turned], source_language="en", target_language="fr", concepts=terms.concepts, sides=terms.sides
    )
    right = replace(ready, pairs=ready.pairs[: len(pairs)], is_programme=True, is_document=True)
    before = {at: set(_told(right, right.pairs[at])) for at in {at for at, _ in drawn}}
    looked = []
    for (at, flip), pair in zip(drawn, ready.pairs[len(pairs) :], strict=True):
        draft = replace(right, pairs=(*right.pairs[:at], pair, *right.pairs[at + 1 :]))
        is_told = any(one not in before[at] for one in _told(draft, pair))
        looked.append(Looked(flip, *rows[at], is_told))
    return looked


def _told(draft: Draft, pair: Pair) -> Iterator[tuple[str, str]]:
    """Yields the check and the words of each finding of a pair that is shown."""
    found: Iterator[Finding] = SegmentCheck.run_together(_checks(), draft, (pair,))
    yield from ((one.check, str(one.message)) for one in found if one.level is not Level.HINT)


@cache
def _checks() -> Sequence[SegmentCheck]:
    return [check for check in all_checks() if isinstance(check, SegmentCheck)]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="+")
    parser.add_argument("--each", type=int, default=40, help="flips of an agenda")
    parser.add_argument("--kinds", nargs="+", default=(), help="only these")
    parser.add_argument("--silent", action="store_true", help="print what is not told")
    options = parser.parse_args()
    folders = [folder for part in options.parts for folder in agendas(part)]
    with ProcessPoolExecutor() as processes:
        work = partial(look, each=options.each, kinds=options.kinds)
        looked = list(chain.from_iterable(processes.map(work, folders)))
    for one in looked if options.silent else ():
        if not one.is_told:
            print(f"{one.flip.kind}\t{one.flip.put_into(one.text, '⟦', '⟧')}\t{one.source}")
    told, every = (Counter(one.flip.kind for one in looked if one.is_told or is_all) for is_all in (False, True))
    for kind, many in every.most_common():
        print(f"{kind:12} {told[kind]:5} of {many:5}  {told[kind] / many:.2f}")


if __name__ == "__main__":
    main()
