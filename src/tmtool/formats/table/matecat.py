"""Writes a glossary for MateCat: its columns, in its order, a row for each pair of terms (its guide, "Glossary file
format")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tmtool.formats.format import Written
from tmtool.formats.table.term_pairs import count_losses, term_pairs
from tmtool.formats.table.writing import written_table
from tmtool.languages.locale_codes import usual_region
from tmtool.model import Concept
from tmtool.model.wording import say

_SUBDOMAIN, _EXAMPLE = "Subdomain", "Example of use"
_PROPERTIES = (_SUBDOMAIN, _EXAMPLE, f"{_EXAMPLE}#2")
"""The properties that a reader makes of the columns for which a concept has no field, the second example being that of
the target."""


def write_concepts(path: Path, concepts: Iterable[Concept], *, source_language: str, target_language: str) -> Written:
    """Writes a row for each pair of terms; one that is not to be used is forbidden."""
    losses: Counter[str] = Counter()
    count = 0
    languages = (usual_region(source_language), usual_region(target_language))
    more = ("Notes", _EXAMPLE)
    with written_table(path) as write:
        write(("Forbidden", "Domain", _SUBDOMAIN, "Definition", languages[0], *more, languages[1], *more))
        for concept in concepts:
            pairs = list(term_pairs(concept, source_language, target_language))
            if not pairs:
                losses[say("concepts without terms in both languages")] += 1
                continue
            count += 1
            for source, target in pairs:
                forbidden = "" if target.status.accepted else "TRUE"
                subdomain, of_source, of_target = (concept.properties.get(name, "") for name in _PROPERTIES)
                described = (forbidden, concept.domain, subdomain, concept.definition)
                write(
                    (
                        *described,
                        source.text,
                        source.note or concept.note,
                        of_source,
                        target.text,
                        target.note,
                        of_target,
                    )
                )
            count_losses(concept, losses, source_language, target_language)
            losses["domains"] -= bool(concept.domain)
            losses["definitions"] -= bool(concept.definition)
            losses["properties"] -= sum(name in concept.properties for name in _PROPERTIES)
            of_pair = {term for pair in pairs for term in pair}
            losses["grammar and notes of terms"] -= sum(
                bool(term.note) and not (term.gender or term.number or term.type) for term in of_pair
            )
    return Written(count, +losses)
