"""Which term does the body prefer whose document this is? The symbol of a document says whose it is."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from tmtool.languages import every_table
from tmtool.languages.tables import rows
from tmtool.languages.tags import primary
from tmtool.model import Concept, Term, TermStatus


def is_of(body: str, symbol: str) -> bool:
    """Tells whether a document with this symbol is one of the body's, which is given by name or by how its symbols
    begin: "CTOC", "A/HRC", "General Assembly"."""
    beginning = _beginning(body).rstrip("/").upper()
    return bool(beginning) and f"{symbol.upper()}/".startswith(f"{beginning}/")


def for_body(concept: Concept, symbol: str) -> Concept:
    """Returns the concept as the body uses it whose document has this symbol: the body's own accepted term is preferred
    and the usual one admitted. Of several bodies that the symbol fits ("A", "A/HRC") the closest counts."""
    if not symbol or not any(term.bodies for term in concept.terms):
        return concept
    own: dict[str, tuple[int, Term]] = {}
    for term in concept.terms:
        fit = max((len(_beginning(body)) for body in term.bodies if is_of(body, symbol)), default=0)
        if fit and term.status.accepted and fit > own.get(primary(term.language), (0, term))[0]:
            own[primary(term.language)] = fit, term
    terms = tuple(_ranked(term, own) for term in concept.terms)
    return concept if terms == concept.terms else replace(concept, terms=terms)


def _ranked(term: Term, own: dict[str, tuple[int, Term]]) -> Term:
    chosen = own.get(primary(term.language))
    if chosen is None or not term.status.accepted:
        return term
    return replace(term, status=TermStatus.PREFERRED if term is chosen[1] else TermStatus.ADMITTED)


def _beginning(body: str) -> str:
    return _symbols().get(body.strip().casefold(), body.strip())


@cache
def _symbols() -> dict[str, str]:
    return {name: symbol for table in every_table("bodies.tsv") for name, symbol in rows(table)}
