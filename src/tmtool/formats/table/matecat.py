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


def write_concepts(path: Path, concepts: Iterable[Concept], *, source_language: str, target_language: str) -> Written:
    """Writes a row for each pair of terms; one that is not to be used is forbidden."""
    losses: Counter[str] = Counter()
    count = 0
    languages = (usual_region(source_language), usual_region(target_language))
    more = ("Notes", "Example of use")
    with written_table(path) as write:
        write(("Forbidden", "Domain", "Subdomain", "Definition", languages[0], *more, languages[1], *more))
        for concept in concepts:
            pairs = list(term_pairs(concept, source_language, target_language))
            if not pairs:
                losses[say("concepts without terms in both languages")] += 1
                continue
            count += 1
            for source, target in pairs:
                forbidden = "" if target.status.accepted else "TRUE"
                described = (forbidden, concept.domain, "", concept.definition)
                write((*described, source.text, source.note or concept.note, "", target.text, target.note, ""))
            count_losses(concept, losses, source_language, target_language)
            losses["domains"] -= bool(concept.domain)
            losses["definitions"] -= bool(concept.definition)
    return Written(count, +losses)
