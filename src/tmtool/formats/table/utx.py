"""Writes concepts as a UTX 1.11 dictionary: a row for each pair of terms with its status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from tmtool.formats.format import Written
from tmtool.formats.table.term_pairs import count_losses, term_pairs
from tmtool.formats.table.writing import BREAKS
from tmtool.formats.writing import whole_file
from tmtool.model import Concept, TermStatus
from tmtool.model.wording import say

_UTX_STATUS = {
    TermStatus.PREFERRED: "approved",
    TermStatus.ADMITTED: "non-standard",
    TermStatus.DEPRECATED: "forbidden",
    TermStatus.SUPERSEDED: "forbidden",
}


def write_concepts(path: Path, concepts: Iterable[Concept], *, source_language: str, target_language: str) -> Written:
    """Writes a UTX 1.11 dictionary: a row for each pair of terms with its status."""
    losses: Counter[str] = Counter()
    count = 0
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with whole_file(path) as stream:
        stream.write(f"#UTX 1.11; {source_language}/{target_language}; {now}; copyright: -; license: -\r\n")
        stream.write("#src\ttgt\tsrc:pos\tterm status\tcomment\tconcept ID\r\n")
        for concept in concepts:
            lines = list(_utx_lines(concept, source_language, target_language))
            if not lines:
                losses[say("concepts without terms in both languages")] += 1
                continue
            count += 1
            stream.writelines(f"{line}\r\n" for line in dict.fromkeys(lines))
            count_losses(concept, losses, source_language, target_language)
            losses[say("superseded terms, written as forbidden")] += sum(
                term.status is TermStatus.SUPERSEDED for term in concept.in_language(target_language)
            )
    return Written(count, +losses)


def _utx_lines(concept: Concept, source_language: str, target_language: str) -> Iterator[str]:
    for source, target in term_pairs(concept, source_language, target_language):
        # What may be written for a synonym of the source is no better than the synonym is.
        status = target.status if not target.status.accepted else max(source.status, target.status, key=_rank)
        cells = (source.text, target.text, source.part_of_speech, _UTX_STATUS[status], concept.note, concept.id)
        yield "\t".join(BREAKS.sub(" ", cell) or "-" for cell in cells)


def _rank(status: TermStatus) -> int:
    return tuple(TermStatus).index(status)
