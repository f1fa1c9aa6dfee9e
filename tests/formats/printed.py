"""Makes PDF files for the tests: by hand, character by character, and by a browser that prints a page."""

from __future__ import annotations

import html
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from tmtool.model import Block, BlockKind

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")

Piece = tuple[float, float, float, str]
"""Where a piece of text is: x and y of its base line from the lower left corner in points, size, text."""


def pdf(folder: Path, *pages: Sequence[Piece], rules: Sequence[tuple[float, float, float, float]] = ()) -> Path:
    """Writes a file with these pieces of Helvetica on its pages, and with lines from x, y to x, y on each."""
    path = folder / "a.pdf"
    drawn = "".join(f"{x1} {y1} m {x2} {y2} l S " for x1, y1, x2, y2 in rules)
    streams = [drawn + "".join(shown(piece) for piece in page) for page in pages]
    path.write_bytes(raw_pdf(streams))
    return path


def shown(piece: Piece) -> str:
    x, y, size, text = piece
    written = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({written}) Tj ET "


def raw_pdf(streams: Sequence[str], page: str = "", trailer: str = "") -> bytes:
    """Returns a file with these content streams, one a page; `page` and `trailer` are further entries of their
    dictionaries."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(streams)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * number} 0 R {page}>>"
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    written = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R "
    return written + f"{end}{trailer}>>\nstartxref\n{len(written)}\n%%EOF\n".encode()


def as_page(blocks: Iterable[Block], style: str) -> str:
    """Returns the blocks of a document as a web page with this style sheet."""
    parts: list[str] = []
    for table, group in groupby(blocks, key=lambda block: block.table):
        if table is None:
            parts += map(_tagged, group)
        else:
            parts += ["<table>", *map(_row, _rows(group)), "</table>"]
    return f"<!DOCTYPE html><meta charset=utf-8><style>{style}</style>" + "\n".join(parts)


def _tagged(block: Block) -> str:
    tag = {BlockKind.TITLE: "h1", BlockKind.HEADING: f"h{block.depth + 1}"}.get(block.kind, "p")
    return f"<{tag}>{html.escape(f'{block.label} {block.text}'.strip())}</{tag}>"


def _rows(cells: Iterable[Block]) -> list[dict[int, str]]:
    rows = groupby(cells, key=lambda cell: cell.row)
    return [{cell.column or 0: html.escape(cell.text) for cell in row} for _, row in rows]


def _row(cells: dict[int, str]) -> str:
    if list(cells) == [0]:
        return f"<tr><td colspan=3>{cells[0]}</td></tr>"
    return "<tr>" + "".join(f"<td>{cells.get(column, '')}</td>" for column in range(3)) + "</tr>"


def print_page(page: str, folder: Path) -> Path:
    """Returns the PDF file that a browser prints of a web page."""
    assert BROWSER is not None
    source, path = folder / "page.html", folder / "page.pdf"
    source.write_text(page, encoding="utf-8")
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--user-data-dir={folder}/profile",
    ]
    command = [BROWSER, *options, f"--print-to-pdf={path}", source.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return path
