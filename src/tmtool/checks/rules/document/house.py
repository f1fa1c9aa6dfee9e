"""Has a document the words of another body for an organ, an office or a kind of document of its own?

The same English has another French in each house: the Executive Board is a Conseil d'administration in Rome and a
Conseil exécutif in Geneva. Whose document it is, its first lines say; who writes what is in ``house_terms.tsv``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.expression_matches import when_needed
from tmtool.languages.needed_letters import ExpressionSieve
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Span
from tmtool.model.wording import say

_TABLE = "house_terms.tsv"
_FIRST = 8
"""Segments at the beginning of a document that say whose it is."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a close translation where another body's word stands for what the source names."""
    known = draft.language_pair
    if known is None or not draft.is_close:
        return
    first = "\n".join(pair.source or "" for pair in draft.pairs[:_FIRST])
    tables = [
        _table(known, signs)
        for signs in _signs(known).let_through(first.casefold())
        if when_needed(signs).search(first)
    ]
    for pair in draft.pairs:
        folded, told = (pair.source or "").casefold(), set[Span | None]()
        for row in (row for table in tables for row in table.let_through(folded)):
            for flag in _flags(row, pair):
                if flag.target_span not in told:  # a document may be of several bodies
                    told.add(flag.target_span)
                    yield pair, flag


@dataclass(frozen=True, slots=True)
class _Row:
    """A `_Row` says what a body writes for what a source names, and what it does not write: words, and the regular
    expressions of the others."""

    body: str
    source: str
    right: tuple[str, ...]
    wrong: str


def _flags(row: _Row, pair: Pair) -> Iterator[Flag]:
    mentions = list(when_needed(row.source).finditer(pair.source or ""))
    target = pair.target.replace("’", "'")
    kept = _said(row.right, target.lower()) if mentions else 0
    if kept >= len(mentions):
        return
    there = mentions[kept]
    for here in when_needed(row.wrong, re.IGNORECASE).finditer(target):
        yield Flag(
            say(
                "{body} writes “{right}” for “{there}”, not “{here}”.",
                body=row.body,
                right=row.right[0],
                there=there[0],
                here=here[0],
            ),
            target_span=Span(*here.span()),
            source_span=Span(*there.span()),
        )


def _said(right: Sequence[str], text: str) -> int:
    """Counts the words of a text in small letters that begin or hold what a body writes."""
    places = {found.start() for one in right for found in re.finditer(re.escape(one.lower()), text)}
    return len({text.rfind(" ", 0, place) for place in places})


@cache
def _signs(known: LanguagePair) -> ExpressionSieve[str]:
    """Returns the expressions of what the documents of bodies begin with."""
    return ExpressionSieve((signs, signs) for signs in _rows(known))


@cache
def _table(known: LanguagePair, signs: str) -> ExpressionSieve[_Row]:
    """Returns the rows of the bodies whose documents begin with such signs."""
    return ExpressionSieve((row.source, row) for row in _rows(known)[signs])


@cache
def _rows(known: LanguagePair) -> Mapping[str, Sequence[_Row]]:
    """Maps the expression of what the documents of a body begin with to its rows."""
    found: dict[str, list[_Row]] = defaultdict(list)
    for body, signs, source, right, wrong in known.rows(_TABLE):
        found[signs].append(_Row(body, source, tuple(right.split("|")), rf"(?<!\w)(?:{wrong})(?!\w)"))
    return found


CHECK = DocumentCheck(
    name="document-house",
    level=Level.WARNING,
    its_type="terminology",
    requires=Needs(source=True, document=True, pair=_TABLE, one_way=True),
    yields_to=("term-body", "term-deprecated", "term-variant"),
    summary="A document has the word of another body for an organ or a document of its own.",
    reason=(
        "Each body has its own words: the Executive Board is the Conseil d’administration of WFP and the Conseil "
        "exécutif of WHO; the External Auditor is the Commissaire aux comptes of FAO and the Vérificateur extérieur "
        "of ITU. Whose document it is, its first lines say, by a name or a symbol. Reported is, in an agenda, what "
        "another body writes, where the segment has what this one does less often than its source names the thing."
    ),
    examples=(
        Example(
            source="Harvest Forum\nForms must be uploaded by 3 May.\nIt was 3 tonnes below the record of 2029.\n"
            "Most of it comes from smallholders.",
            target="Forum des récoltes\nLes formulaires doivent être téléchargés avant le 3 mai.\nLa récolte a été "
            "inférieure de 3 tonnes à l’enregistrement de 2029.\nElle provient surtout de petits actionnaires.",
            flagged=("téléchargés", "enregistrement", "petits actionnaires"),
            is_close=True,
        ),
        Example(
            source="Harvest Forum\nForms must be uploaded by 3 May.\nIt was 3 tonnes below the record of 2029.\n"
            "Most of it comes from smallholders.",
            target="Forum des récoltes\nLes formulaires doivent être téléversés avant le 3 mai.\nLa récolte a été "
            "inférieure de 3 tonnes au record de 2029.\nElle provient surtout de petits exploitants.",
            is_close=True,
        ),
        Example(
            source="World Food Programme\nExecutive Board",
            target="Programme alimentaire mondial\nConseil exécutif",
            flagged=("Conseil exécutif",),
            is_close=True,
        ),
        Example(
            source="World Food Programme\nExecutive Board",
            target="Programme alimentaire mondial\nConseil d’administration",
            is_close=True,
        ),
        Example(
            source="International Labour Office\nFive receivable representations.\nThe safety of food matters.",
            target="Bureau international du Travail\nCinq représentations recevables.\nLa sécurité alimentaire compte.",
            flagged=("représentations", "sécurité alimentaire"),
            is_close=True,
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
