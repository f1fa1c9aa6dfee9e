"""Says what is doubtful in the units or concepts of a file of any format: the remarks of `import` and of `validate`.

A text read in the wrong encoding, marks of direction, a date that is none, codes of which the translation has others
than the source, texts that are all in one language. Each unit costs little: most is looked at only where a text has
characters that ASCII has not, or codes.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeVar

from tmtool.formats.code_remarks import of_codes, of_pairs
from tmtool.formats.dates import iso_date
from tmtool.formats.problems import Problem
from tmtool.languages.tags import canonical, primary
from tmtool.model import Concept, Notice, Skipped, Unit
from tmtool.model.wording import say, say_number

# The second byte of a character of UTF-8, read as Latin-1 or as Windows-1252 (which has signs for most of 80 to 9F).
_AFTER = "\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e"
_AFTER += "\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
_UTF8_AS_LATIN = re.compile(
    rf"[\u00c3\u00c5][{_AFTER}]|\u00c2[\u00a1-\u00bf]|\u00e2[\u0080\u20ac][{_AFTER}\u0090-\u009f]|\u00e2\u0082[\u00ac]"
)
"""UTF-8 of the letters of western languages and of general punctuation, byte by byte (RFC 3629)."""
_CONTROL = re.compile("[\x80-\x84\x86-\x9f]")
"""Controls that no text has: signs of Windows-1252 read as Latin-1 (U+0085 is a line end of old systems)."""
_OTHER_PAGE = re.compile(r"(?<=[a-z])[\u201a\u017d\u02c6\u0160\u2021](?=[a-z])")
"""Accents of old code pages (437, 850, Mac) inside a word, read as Windows-1252."""
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SUSPECT = re.compile(
    "[\x80-\x9f\u00c2\u00c3\u00c5\u00e2\u201a\u017d\u02c6\u0160\u2021\ufffd\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""What every text has that one of the expressions above finds: few have any, and to look for it is one search."""
OF_PAIR = "language-pair"
"""The rule that some entry is of use for the two languages."""
_DATES = ("@creationdate", "@changedate", "@lastusagedate", "date")


class Remarks:
    """Looks at the entries of one file, one after another; `at_end` says what only all of them show."""

    def __init__(self, source_language: str, target_language: str) -> None:
        self._pair = (source_language, target_language)
        self._units = 0
        self._of_pair = 0
        self._sourceless: Counter[str] = Counter()
        self._written: dict[str, Counter[str]] = {}

    def of_unit(self, unit: Unit) -> Iterator[Problem]:
        """Yields what is doubtful in a unit."""
        self._units += 1
        languages = [variant.language for variant in unit.variants]
        known = {primary(language) for language in languages}
        self._of_pair += all(primary(language) in known for language in self._pair)
        if unit.source_language and primary(unit.source_language) not in known:
            self._sourceless[unit.source_language] += 1
        for language in languages:
            self._written.setdefault(primary(language), Counter())[language] += 1
        if len(known) == 1 and len(languages) > 1:
            yield Problem(
                "language-one",
                say("source and translation are both in {language}", language=_listed(languages)),
                say("say in the file which language each text is in"),
                unit.line,
                "warning",
            )
        for variant in unit.variants:
            yield from _of_text(variant.text, unit.line)
            if variant.properties:
                yield from _of_dates(variant.properties, unit.line)
        if unit.properties:
            yield from _of_dates(unit.properties, unit.line)
        yield from of_codes(unit)

    def of_concept(self, concept: Concept) -> Iterator[Problem]:
        """Yields what is doubtful in a concept."""
        self._units += 1
        known = {primary(term.language) for term in concept.terms}
        self._of_pair += all(primary(language) in known for language in self._pair)
        for term in concept.terms:
            yield from _of_text(term.text, concept.line)
            self._written.setdefault(primary(term.language), Counter())[term.language] += 1
        for text in (concept.definition, concept.note):
            yield from _of_text(text, concept.line)
        if concept.date and iso_date(concept.date) is None and not re.fullmatch(r"\d{4}(-\d\d)?", concept.date):
            yield _no_date("date", concept.date, concept.line)

    def at_end(self) -> Iterator[Problem]:
        """Yields what the file as a whole shows."""
        for language, count in self._sourceless.items():
            if count == self._units:
                yield Problem(
                    "language-source",
                    say("the source language is {language}, in which no entry has a text", language=language),
                    say("name the language that the texts are translated from (srclang, source-language)"),
                    None,
                    "warning",
                )
            else:
                yield Problem(
                    "language-source",
                    say_number(
                        "{n} entry has no text in its source language, {language}",
                        "{n} entries have no text in their source language, {language}",
                        count,
                        language=language,
                    ),
                    say("correct the source language (srclang), or complete the texts"),
                    None,
                    "warning",
                )
        for spellings in self._written.values():
            if len(spellings) > 1 and any(tag == primary(tag) for tag in spellings):
                yield Problem(
                    "language-disagrees",
                    say("one language goes by several tags: {tags}", tags=_counted(spellings)),
                    say("choose one: programs that compare whole tags take them for different languages"),
                    None,
                    "warning",
                )

    def of_pair(self) -> Iterator[Problem]:
        """Yields a problem where no entry is of use for the two languages."""
        if self._units and not self._of_pair:
            source, target = self._pair
            yield Problem(
                OF_PAIR,
                say(
                    "no entry has texts in both {source} and {target}; the languages are {tags}",
                    source=source,
                    target=target,
                    tags=_listed(self._written),
                ),
                say("name the languages that are meant with --source-lang and --target-lang"),
                None,
                "warning",
            )


def _of_text(text: str, line: int | None) -> Iterator[Problem]:
    if text.isascii() or not _SUSPECT.search(text):
        return
    if found := _UTF8_AS_LATIN.search(text) or _CONTROL.search(text) or _OTHER_PAGE.search(text):
        yield Problem(
            "encoding-mixed",
            say("the text was read in another encoding than it was written in: {text}", text=_around(text, found)),
            say("correct the encoding that the file declares, or export it again as UTF-8"),
            line,
            "warning",
        )
    elif "\ufffd" in text:
        yield Problem(
            "encoding-lost",
            say("a character was lost before, and is U+FFFD now"),
            say("write it again, or export the file again as UTF-8"),
            line,
            "warning",
        )
    if _DIRECTION.search(text) and not any(unicodedata.bidirectional(one) in ("R", "AL") for one in text):
        yield Problem(
            "direction-mark",
            say("the text has marks of writing direction that nobody sees"),
            say("take them out: no other text equals one with them"),
            line,
            "warning",
        )


def _around(text: str, found: re.Match[str]) -> str:
    """Returns a few words around what was found, without controls."""
    some = text[max(0, found.start() - 15) : found.end() + 15]
    return "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in some)


def _of_dates(properties: Mapping[str, str], line: int | None) -> Iterator[Problem]:
    for name in _DATES:
        written = properties.get(name, "")
        if written and iso_date(written) is None:
            yield _no_date(name.removeprefix("@"), written, line)


def _no_date(name: str, written: str, line: int | None) -> Problem:
    return Problem(
        "dates-impossible",
        say("{name}={written!r} is no date", name=name, written=written[:40]),
        say("write a day that there is, as 2024-01-31"),
        line,
        "warning",
    )


def _listed(tags: Iterable[str]) -> str:
    return ", ".join(sorted(map(canonical, set(tags))))


def _counted(spellings: Counter[str]) -> str:
    return ", ".join(f"{tag} ({count})" for tag, count in spellings.most_common())


E = TypeVar("E", bound=Unit | Concept)


def remarked(
    entries: Iterable[E | Skipped | Notice], source_language: str, target_language: str
) -> Iterator[E | Skipped | Notice]:
    """Yields the entries of a file, and after them a notice for each rule that some of them break: what is wrong at the
    first place, and at how many others too."""
    remarks = Remarks(source_language, target_language)
    first: dict[str, Problem] = {}
    counts: Counter[str] = Counter()
    for entry in entries:
        if isinstance(entry, Unit):
            found = chain(remarks.of_unit(entry), of_pairs(entry))
        elif isinstance(entry, Concept):
            found = chain(remarks.of_concept(entry))
        else:
            yield entry
            continue
        for problem in found:
            first.setdefault(problem.rule, problem)
            counts[problem.rule] += 1
        yield entry
    for rule, problem in first.items():
        more = counts[rule] - 1
        text = say("{problem}; {remedy}", problem=problem.text, remedy=problem.remedy)
        if more:
            text = say_number("{text} ({n} other place)", "{text} ({n} other places)", more, text=text)
        yield Notice(text, problem.line, rule)
    for problem in (*remarks.at_end(), *remarks.of_pair()):
        text = say("{problem}; {remedy}", problem=problem.text, remedy=problem.remedy)
        yield Notice(text, problem.line, problem.rule)
