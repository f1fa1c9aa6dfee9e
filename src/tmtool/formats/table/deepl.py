"""Knows the glossaries of DeepL: a pair of terms a row, no header; the web page adds the two languages to each row.

DeepL takes one translation of a source term, at most 1,024 bytes a side, and knows no term that is not to be used.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from tmtool.formats.format import Written
from tmtool.formats.table.rows import Row, rows
from tmtool.formats.table.term_pairs import count_losses, term_pairs
from tmtool.formats.table.writing import BREAKS
from tmtool.formats.writing import whole_file
from tmtool.languages.tags import canonical, is_tag, primary
from tmtool.model import Concept
from tmtool.model.wording import say

_LONGEST = 1024


def write_concepts(path: Path, concepts: Iterable[Concept], *, source_language: str, target_language: str) -> Written:
    """Writes each source term with its best translation; what DeepL has no place for is counted as a loss."""
    losses: Counter[str] = Counter()
    seen: set[str] = set()
    count = 0
    delimiter = "," if path.suffix.lower() == ".csv" else "\t"
    # DeepL knows the columns of languages in files separated by commas only.
    codes = (primary(source_language), primary(target_language)) if delimiter == "," else ()
    with whole_file(path) as stream:
        write = csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerow
        for concept in concepts:
            written = False
            for source, target in term_pairs(concept, source_language, target_language):
                cells = [BREAKS.sub(" ", term.text).strip() for term in (source, target)]
                if not target.status.accepted:
                    losses[say("terms not to be used")] += 1
                elif cells[0] in seen:
                    losses[say("further translations of a term")] += 1
                elif max(len(cell.encode()) for cell in cells) > _LONGEST:
                    losses[say("terms that are too long")] += 1
                else:
                    seen.add(cells[0])
                    write([*cells, *codes])
                    written = True
            count += written
            if written:
                count_losses(concept, losses, source_language, target_language)
            else:
                losses[say("concepts without terms to be used in both languages")] += 1
    return Written(count, +losses)


def deepl_pair(path: Path) -> tuple[str, str] | None:
    """Returns the languages that DeepL's third and fourth column repeat in every row; a header would name them once."""
    first_rows = [row.cells for row in islice(rows(path), 2) if isinstance(row, Row)]
    if any(len(cells) not in (4, 5) for cells in first_rows) or len({tuple(cells[2:4]) for cells in first_rows}) != 1:
        return None
    source, target = first_rows[0][2:4]
    return (canonical(source), canonical(target)) if is_tag(source) and is_tag(target) else None
