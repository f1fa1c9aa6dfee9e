"""Moves all that a database holds into another one, which may be of another kind, and holds the two against each other:
what they count, and how they answer some hundred questions."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tmtool.errors import DatabaseError, UsageError
from tmtool.model.wording import say
from tmtool.store.home import Home
from tmtool.store.tables import Contents, Row
from tmtool.store.values import Statistics

_QUESTIONS = 300
_THRESHOLD = 70
_VIEW_OF_PAIR = re.compile(r"units_([a-z]+)_([a-z]+)")
"""What the view of a pair of languages is called that people ask."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A `Moved` says what is in the other database now, and how many questions both answered alike."""

    statistics: Statistics
    questions: int


def move(source: Home, target: Home, progress: Callable[[int, int], None] = lambda done, expected: None) -> Moved:
    """Copies everything, histories and what can be put back too; the source stays as it is. Raises UsageError if there
    is anything in the target, DatabaseError if it does not count or answer as the source does."""
    there = target.statistics()
    if there.memories or there.languages:
        raise UsageError(
            say("something is in {target} already", target=target.name), say("name a database that is not there yet")
        )
    sample = Sample()
    target.fill(sample.noted(source.contents()), progress)
    for view in source.tables():
        if pair := _VIEW_OF_PAIR.fullmatch(view.name):
            target.show_pair(*pair.groups())
    found = target.statistics()
    if found != source.statistics():
        raise _differs(say("it does not count what the original counts"), target)
    for language, text in sample.texts:
        if _answers(source, language, text) != _answers(target, language, text):
            raise _differs(say("it does not answer as the original does about “{text}”", text=text), target)
    return Moved(found, len(sample.texts))


class Sample:
    """A `Sample` holds some of the texts that come by, each with its language: as likely one as another."""

    def __init__(self) -> None:
        self.texts: list[tuple[str, str]] = []
        self._random = random.Random(0)
        self._seen = 0

    def noted(self, contents: Contents) -> Iterator[tuple[str, Iterable[Row]]]:
        """Yields what it is given."""
        for table, rows in contents:
            yield table, self._texts_of(rows) if table == "segments" else rows

    def _texts_of(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            text = str(row[1]), str(row[2])
            self._seen += 1
            if len(self.texts) < _QUESTIONS:
                self.texts.append(text)
            elif (place := self._random.randrange(self._seen)) < _QUESTIONS:
                self.texts[place] = text
            yield row


def _answers(home: Home, language: str, text: str) -> tuple[object, ...]:
    """Returns what a home finds for a text and for a part of it, without the numbers of segments."""
    words = text.split()
    part = " ".join(words[: max(1, len(words) * 4 // 5)])
    return (
        [rate for asked in (text, part) for _, rate in home.segments.similar(asked, language, _THRESHOLD)],
        sorted(home.segments.alike(text, language).values()),
        len(home.units.with_words([[" ".join(words[:3])]], language)),
    )


def _differs(how: str, target: Home) -> DatabaseError:
    return DatabaseError(how, say("do not use it, and report this"), path=target.name)
