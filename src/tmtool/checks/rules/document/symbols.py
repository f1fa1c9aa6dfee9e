"""Do the symbols of the session's documents agree with the agenda's own? (docs/un-french.md, fact 53.)

CTOC/COP/WG.7/2020/1 is the first document of a session: body, year, number. Another year or body is right for
documents of other sessions, so only what cannot be meant is reported as more than an info.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.in_source import is_in_source
from tmtool.checks.evidence.document.wording import wording
from tmtool.model import Level, Placeable, PlaceableKind
from tmtool.model.wording import Wording, say

_SESSIONAL = re.compile(
    r"(?P<body>[A-Z][\w.()/-]*)/(?P<year>(?:19|20)\d\d)/(?P<number>(?:L\.|CRP\.|INF[./]|NGO/)?\d+.*)"
)


@dataclass(frozen=True, slots=True)
class _Symbol:
    pair: Pair
    placeable: Placeable
    body: str
    year: str


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where the symbol of a document does not fit the session, or is given to two
    documents."""
    assert draft.agenda is not None
    session = _session(draft)
    if session is None:
        return
    body, year = session
    listed = {entry.segment for entry in draft.agenda.documentation}
    for symbol in _sessional(draft):
        if is_in_source(symbol.placeable, symbol.pair):
            continue
        name = symbol.placeable.value
        if symbol.body == body and symbol.year > year:
            yield (
                symbol.pair,
                _flag(
                    symbol,
                    say(
                        "{symbol} is of {symbol_year}, after the session of {year}.",
                        symbol=name,
                        symbol_year=symbol.year,
                        year=year,
                    ),
                ),
            )
        elif symbol.pair.number in listed and symbol.body != body and symbol.year == year and _alike(symbol.body, body):
            if _is_joint(symbol, body):
                continue
            yield symbol.pair, _flag(symbol, say("{symbol} is not of {body}.", symbol=name, body=body), Level.WARNING)
        elif symbol.pair.number in listed and symbol.body == body and symbol.year != year:
            level = Level.HINT if _is_of_another_session(symbol.pair) else Level.WARNING
            yield (
                symbol.pair,
                _flag(
                    symbol,
                    say(
                        "{symbol} is of {symbol_year}, not of the session of {year}.",
                        symbol=name,
                        symbol_year=symbol.year,
                        year=year,
                    ),
                    level,
                ),
            )
    yield from _given_twice(draft)


def _is_joint(symbol: _Symbol, body: str) -> bool:
    """Tells whether a document has a symbol of this body too: E/CN.7/2028/3-E/CN.15/2028/3."""
    return any(one.value.startswith(f"{body}/") for one in symbol.pair.target_placeables)


def _given_twice(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags a symbol that two entries of the lists give to documents of different titles."""
    agenda = draft.agenda
    seen: dict[str, tuple[str, ...]] = {}
    for entry in agenda.documentation if agenda else ():
        pair = draft.pair(entry.segment)
        for symbol in entry.symbols:
            title = wording(entry.text.replace(symbol, "")).tokens
            if pair is not None and seen.setdefault(symbol, title) != title:
                found = next((one for one in pair.target_placeables if one.value == symbol), None)
                if found is not None and is_in_source(found, pair):
                    continue
                yield (
                    pair,
                    Flag(
                        say("{symbol} is the symbol of another document above.", symbol=symbol),
                        target_span=found.span if found else None,
                        level=Level.WARNING,
                    ),
                )


def _sessional(draft: Draft) -> Iterator[_Symbol]:
    for pair in draft.pairs:
        for placeable in pair.target_placeables:
            parts = _SESSIONAL.fullmatch(placeable.value) if placeable.kind is PlaceableKind.SYMBOL else None
            if parts is not None:
                yield _Symbol(pair, placeable, parts["body"], parts["year"])


def _session(draft: Draft) -> tuple[str, str] | None:
    """Returns body and year by the agenda's own symbol, else those of most symbols in it."""
    own = _SESSIONAL.fullmatch(draft.agenda.symbol) if draft.agenda else None
    if own is not None:
        return own["body"], own["year"]
    counts = Counter((symbol.body, symbol.year) for symbol in _sessional(draft))
    return counts.most_common(1)[0][0] if counts else None


def _is_of_another_session(pair: Pair) -> bool:
    """Tells whether the entry names a year, a date or an ordinal: a report on the meeting before."""
    return any(
        one.kind in (PlaceableKind.DATE, PlaceableKind.ORDINAL, PlaceableKind.NUMBER) for one in pair.target_placeables
    )


def _alike(one: str, other: str) -> bool:
    """Tells whether two bodies have one parent: CTOC/COP/WG.6 and CTOC/COP/WG.7."""
    return one.rpartition("/")[0] == other.rpartition("/")[0]


def _flag(symbol: _Symbol, message: Wording, level: Level | None = None) -> Flag:
    return Flag(message, target_span=symbol.placeable.span, level=level)


_AGENDA = """CAC/COSP/WG.2/2027/1
Ordre du jour provisoire
1. Assistance technique.
2. Questions diverses.
Annotations
1. Assistance technique
Le Groupe en débattra.
Documentation
Note du Secrétariat sur l’assistance ({})
2. Questions diverses
Aucune."""

CHECK = DocumentCheck(
    name="document-symbols",
    level=Level.ERROR,
    its_type="inconsistent-entities",
    requires=Needs(agenda=True, placeables=Sides.TARGET),
    yields_to=("references-symbol",),
    summary="The symbol of a document does not fit the session, or is given to two documents.",
    reason=(
        "Symbols of one session share body and year. A later year than the session's is an error; an earlier one, "
        "another working group of the same conference, or one symbol for two documents is a warning, and an info "
        "where the entry itself speaks of another session."
    ),
    examples=(
        Example(target=_AGENDA.format("CAC/COSP/WG.2/2072/2"), flagged=("CAC/COSP/WG.2/2072/2",)),
        Example(target=_AGENDA.format("CAC/COSP/WG.3/2027/2"), flagged=("CAC/COSP/WG.3/2027/2",)),
        Example(target=_AGENDA.format("CAC/COSP/WG.2/2026/2"), flagged=("CAC/COSP/WG.2/2026/2",)),
        Example(target=_AGENDA.format("CAC/COSP/WG.2/2027/2")),
        Example(target=_AGENDA.format("CAC/COSP/2027/9")),
    ),
    look=look,
)
