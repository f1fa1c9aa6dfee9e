"""Which fixed wrong forms are in a text? The checks that are tables of such forms share the answer.

A row of a table ends with pattern, right form, trigger. The pattern is a regular expression (``regex``);
its group ``wrong``, if it has one, is what is reported. The right form may take up groups (``\\1``) and is "?"
where none is certain. The trigger is a pattern that the source must have (after "!": must not have) for the
form to be wrong; empty for any. A table belongs to the language of the text, or to its pair with the source's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import zip_longest

import regex  # type: ignore[import-untyped]

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.languages.language import Language
from tmtool.languages.needed_letters import may_find, needed
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.sieve import Sieve
from tmtool.languages.symbols import addresses
from tmtool.model import Span
from tmtool.model.span_index import Covered

UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class WrongForm:
    """A `WrongForm` is a form that is in a text, and what should be in its place ("" where nothing, None where
    unknown)."""

    span: Span
    right: str | None
    source_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A `Row` holds a pattern and its correction, as a row of a table has them. With `forbidden` the source must not
    have the trigger. Patterns are compiled when they are asked for: of hundreds a text has one of the `letters` (see
    `letters_of`) that a few need."""

    written: str
    right: str
    trigger: str
    forbidden: bool
    flags: int
    letters: tuple[str, ...]

    @classmethod
    def of(cls, pattern: str, right: str, trigger: str = "", *, flags: int = 0) -> Row:
        """Reads a row as it is written; `flags` are those of the pattern."""
        return cls(pattern, right, trigger.removeprefix("!"), trigger.startswith("!"), flags, letters_of(pattern))

    def found_in(self, text: str, begun: str | None = None) -> Iterator[tuple[Span, regex.Match[str]]]:
        """Yields the places of the form, and the match that each is told from; `begun` is the text with a small letter
        at its beginning, where a form may be, too."""
        pattern = _compiled(self.written, self.flags)
        group = "wrong" if "wrong" in pattern.groupindex else 0
        if begun is not None and (match := pattern.match(begun)):
            yield Span(*match.span(group)), match
        for match in pattern.finditer(text):
            yield Span(*match.span(group)), match

    def triggered_by(self, source: str | None) -> regex.Match[str] | None:
        """Returns where the source has the trigger, None where there is none."""
        if not self.trigger or not source or not may_find(self.trigger, _casefolded(source)):
            return None
        return _compiled(self.trigger, regex.IGNORECASE).search(source)

    def is_wrong_with(self, source: str | None) -> bool:
        """Tells whether the form is wrong with that source, as the trigger says; without a source it is only if there
        is no trigger."""
        if not self.trigger or source is None:
            return not self.trigger
        return (self.triggered_by(source) is None) is self.forbidden


@lru_cache(maxsize=32)  # each row with a trigger asks for it
def _casefolded(source: str) -> str:
    return source.casefold()


@cache
def _compiled(pattern: str, flags: int) -> regex.Pattern[str]:
    return regex.compile(pattern, flags)


_ITEM = regex.compile(
    r"(?<literal>[^\\\[\](){}|?*+.^$])|(?<optional>[?*]|\{[^}]*\})|(?<group>\((?:[^\\\[\]()]|\\.|(?&set)|(?&group))*+\))"
    r"|(?<set>\[\^?\]?(?:[^\\\]]|\\.)*+\])|(?<escape>\\[pP]\{[^}]*\}|\\.)|(?<other>.)"
)
"""What a regular expression is made of: letters, what makes them optional, groups and sets."""


_RARE = 3
"""Letters of a row that most texts have not."""
_DIGIT = "\0"
"""Stands for a digit, whichever, in what a form needs."""
_NEEDS_DIGIT = regex.compile(r"\\d|\(\\d(?:\+|\{[1-9][^}]*\})?\)|\(\?<?=\\d\)")
"""What needs a digit of what regular expressions are made of."""


def letters_of(pattern: str) -> tuple[str, ...]:
    """Returns rows of letters, in lower case, one of which all has that a regular expression finds: the longest outside
    its groups, if that is long enough to be rare, or else those of a group, or a digit (`_DIGIT`); nothing where that
    cannot be said."""
    items = list(_ITEM.finditer(pattern))
    if any(item[0] == "|" for item in items):
        return tuple(map(str.lower, needed(pattern)))
    rows = [""]
    for item in items:
        if item["literal"]:
            rows[-1] += item[0]
        else:
            if item["optional"]:
                rows[-1] = rows[-1][:-1]
            rows.append("")
    longest = max(rows, key=len).lower()
    if len(longest) >= _RARE:
        return (longest,)
    of_items = [
        (_DIGIT,) if _NEEDS_DIGIT.fullmatch(item[0]) else tuple(map(str.lower, needed(item["group"] or "")))
        for item, after in zip_longest(items, items[1:])
        if not (after and after["optional"])
    ]
    found = max(((longest,), *filter(None, of_items)), key=lambda some: min(map(len, some)))
    return found if all(found) else ()


@lru_cache(maxsize=32)  # asked for each table
def _letters_in(text: str) -> str:
    """Returns the letters of a text as rows need them."""
    return text.lower() + _DIGIT if any(map(str.isdecimal, text)) else text.lower()


@cache
def _table(owner: Language | LanguagePair, name: str) -> Sieve[Row]:
    rows = (Row.of(*columns) for columns in owner.rows(name))
    return Sieve((row.letters, row) for row in rows)


def known_source(pair: Pair, draft: Draft) -> str | None:
    """Returns the source, if the triggers of the tables are in its language."""
    return pair.source if draft.language_pair is not None else None


def wrong_forms(
    owner: Language | LanguagePair | None, name: str, pair: Pair, draft: Draft, *, begins_small: bool = False
) -> Iterator[WrongForm]:
    """Yields the forms of a table of the `owner` that are in the target, by place; each stretch of text is reported
    once. With `begins_small` the capital that begins a text counts as the small letter that its word has elsewhere.

    Without a source the rows that need one are left out.
    """
    text, source = pair.target, known_source(pair, draft)
    covered = Covered(len(text))
    for closed in addresses(text):
        covered.cover(closed)
    begun = text[0].lower() + text[1:] if begins_small and text[:1].isupper() and not text[1:2].isupper() else None
    found: list[WrongForm] = []
    for row in _table(owner, name).let_through(_letters_in(text)) if owner else ():
        if not row.is_wrong_with(source):
            continue
        trigger = None
        for span, match in row.found_in(text, begun):
            if covered.overlaps(span):
                continue
            covered.cover(span)
            right = None if row.right == UNKNOWN else match.expand(row.right)
            if trigger is None and not row.forbidden:
                trigger = row.triggered_by(source)
            found.append(WrongForm(span, right, Span(*trigger.span()) if trigger else None))
    yield from sorted(found, key=lambda one: one.span)
