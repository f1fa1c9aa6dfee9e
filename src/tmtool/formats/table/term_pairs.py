"""What do tables have in common whose rows are pairs of terms (UTX, OmegaT's glossaries)?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from tmtool.languages.tags import primary
from tmtool.model import Concept, Term
from tmtool.model.wording import say


def term_pairs(concept: Concept, source_language: str, target_language: str) -> Iterator[tuple[Term, Term]]:
    """Yields each accepted source term with each target term, the best first."""
    for source in concept.in_language(source_language):
        if source.status.accepted:
            for target in concept.in_language(target_language):
                yield source, target


def count_losses(concept: Concept, losses: Counter[str], source_language: str, target_language: str) -> None:
    """Counts what a row of two terms has no place for."""
    pair = {primary(source_language), primary(target_language)}
    counted: tuple[tuple[str, Callable[[Term], object]], ...] = (
        (say("terms in other languages"), lambda term: primary(term.language) not in pair),
        (
            say("source terms not to be used"),
            lambda term: primary(term.language) != primary(target_language) and not term.status.accepted,
        ),
        (say("grammar and notes of terms"), lambda term: term.gender or term.number or term.note or term.type),
        (say("successors of superseded terms"), lambda term: term.replaced_by),
        (say("sources of terms"), lambda term: term.source),
        (say("bodies that prefer a term"), lambda term: term.bodies),
        (say("words not to stand beside a term"), lambda term: term.not_with),
    )
    for name, has in counted:
        losses[name] += sum(bool(has(term)) for term in concept.terms)
    losses["domains"] += bool(concept.domain)
    losses["dates"] += bool(concept.date)
    losses["definitions"] += bool(concept.definition)
    losses["contrasts"] += len(concept.contrasts)
    losses["properties"] += len(concept.properties)
