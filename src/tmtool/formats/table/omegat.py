"""Writes concepts as a glossary for OmegaT (its manual, "Glossaries"): source, target, comment.

The comment names the terms not to be used, since OmegaT would offer them as right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tmtool.formats.format import Written
from tmtool.formats.table.term_pairs import count_losses, term_pairs
from tmtool.formats.table.writing import BREAKS
from tmtool.formats.writing import whole_file
from tmtool.model import Concept
from tmtool.model.wording import say

_HEADER = "# Glossary in tab-separated format -*- coding: utf-8 -*-"


def write_concepts(path: Path, concepts: Iterable[Concept], *, source_language: str, target_language: str) -> Written:
    """Writes a glossary for OmegaT: source, target, comment; the comment names the terms not to be used."""
    losses: Counter[str] = Counter()
    count = 0
    with whole_file(path) as stream:
        stream.write(_HEADER + "\n")
        for concept in concepts:
            pairs = [
                (source, target)
                for source, target in term_pairs(concept, source_language, target_language)
                if target.status.accepted
            ]
            if not pairs:
                losses[say("concepts without terms to be used in both languages")] += 1
                continue
            count += 1
            comment = BREAKS.sub(" ", _comment(concept, target_language))
            for source, target in pairs:
                cells = (source.text, target.text, comment)
                stream.write("\t".join(BREAKS.sub(" ", cell).strip() for cell in cells).rstrip("\t") + "\n")
            count_losses(concept, losses, source_language, target_language)
            losses["definitions"] -= bool(concept.definition)
            losses[say("grammar and notes of terms")] += sum(bool(term.part_of_speech) for term, _ in pairs[:1])
    return Written(count, +losses)


def _comment(concept: Concept, target_language: str) -> str:
    wrong = ", ".join(term.text for term in concept.in_language(target_language) if not term.status.accepted)
    parts = (concept.note, f"not: {wrong}" if wrong else "", concept.definition)
    return "; ".join(part.rstrip(".") for part in parts if part)
