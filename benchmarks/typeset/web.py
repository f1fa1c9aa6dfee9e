"""Writes an agenda as a web page, and has a browser print it with date, title and address at the edges of each page."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tmtool.model import BlockKind

from .agenda import Agenda, Part

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
_RAISED = re.compile(r"(?<=\b1)er\b|(?<=\bn)os?(?= \d)")
_STYLE = """
body { font: 10.5pt/1.35 "DejaVu Serif", serif; } h1 { font-size: 14pt; } h2, h3 { font-size: 11pt; }
.head { display: flex; justify-content: space-between; border-bottom: 1px solid; } .right { margin-left: 60%; }
.item { margin-left: 2em; text-indent: -2em; } .inner { margin-left: 4em; text-indent: -2em; }
.label { display: inline-block; width: 2em; text-indent: 0; } .note { font-size: 8.5pt; }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; } td { border: 1px solid; padding: 3pt; }
"""


def write_html(agenda: Agenda, path: Path) -> None:
    """Writes the agenda as a page."""
    body = "\n".join(_body(agenda))
    title = html.escape(agenda.symbol)
    head = f"<!DOCTYPE html><html lang={agenda.language}><meta charset=utf-8><title>{title}</title>"
    path.write_text(f"{head}<style>{_STYLE}</style>{body}", encoding="utf-8")


def print_html(page: Path, path: Path, profile: Path) -> None:
    """Has the browser print a page as PDF."""
    assert BROWSER is not None
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", f"--print-to-pdf={path}"]
    subprocess.run([BROWSER, *options, page.as_uri()], check=True, capture_output=True, timeout=120)


def _body(agenda: Agenda) -> Iterator[str]:
    cover = [part for part in agenda.parts if part.kind is BlockKind.METADATA]
    name, symbol, *others = (html.escape(part.text) for part in cover)
    yield f'<div class="head"><span>{name}</span><span>{symbol}</span></div>'
    yield from (f'<div class="right">{text}</div>' for text in others)
    for table, group in groupby(agenda.parts[len(cover) :], key=lambda part: part.table):
        if table:
            yield "<table>"
            for _, row in groupby(group, key=lambda part: part.row):
                yield _row({part.column: part for part in row}, 3 if table == 1 else 2, agenda.language)
            yield "</table>"
        else:
            yield from (_paragraph(part, agenda.language) for part in group)
    for number, note in enumerate(agenda.notes, 1):
        yield f'<p class="note"><sup>{number}</sup> {_text(" ".join(note), agenda.language)}</p>'


def _paragraph(part: Part, language: str) -> str:
    tag = {BlockKind.TITLE: "h1", BlockKind.HEADING: "h3" if part.label else "h2"}.get(part.kind, "p")
    label = f'<span class="label">{part.label}</span>' if part.label else ""
    style = f' class="{("item", "inner")[part.level]}"' if part.label else ""
    text = _text(part.text, language)
    if part.note:
        mark = f"<sup>{part.note}</sup>"
        text = f"{text[:-1]}{mark}{text[-1]}" if language == "fr" else f"{text}{mark}"
    return f"<{tag}{style}>{label}{text}</{tag}>"


def _row(cells: dict[int, Part], columns: int, language: str) -> str:
    if list(cells) == [0]:
        return f"<tr><td colspan={columns}>{_text(cells[0].text, language)}</td></tr>"
    texts = (_text(cells[column].text, language) if column in cells else "" for column in range(columns))
    return f"<tr>{''.join(f'<td>{text}</td>' for text in texts)}</tr>"


def _text(text: str, language: str) -> str:
    text = html.escape(text)
    return _RAISED.sub(lambda found: f"<sup>{found[0]}</sup>", text) if language == "fr" else text
