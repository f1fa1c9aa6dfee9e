"""Knows the glossaries of DeepL: a pair of terms a row, no header; the web page adds the two languages to each row."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from tmtool.formats.table.rows import Row, rows
from tmtool.languages.tags import canonical, is_tag


def deepl_pair(path: Path) -> tuple[str, str] | None:
    """Returns the languages that DeepL's third and fourth column repeat in every row; a header would name them once."""
    first_rows = [row.cells for row in islice(rows(path), 2) if isinstance(row, Row)]
    if any(len(cells) not in (4, 5) for cells in first_rows) or len({tuple(cells[2:4]) for cells in first_rows}) != 1:
        return None
    source, target = first_rows[0][2:4]
    return (canonical(source), canonical(target)) if is_tag(source) and is_tag(target) else None
