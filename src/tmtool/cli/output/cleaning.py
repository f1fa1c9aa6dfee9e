"""Says what cleaning did to a document, for `--explain`: on standard error, apart from what the command prints."""

from __future__ import annotations

from pathlib import Path

import click

from tmtool.cli.output.screen import safe
from tmtool.cli.reader import read, read_fixed
from tmtool.documents.changes import changes
from tmtool.formats.registry import detect
from tmtool.model import Document
from tmtool.model.wording import say


def explain(document: Document) -> None:
    """Prints a line for each change: where, what, and the words. The file is read again."""
    path = Path(document.path)
    name = safe(path.name)
    read_blocks = detect(path).read_blocks
    found = changes(tuple(read_blocks(path)), document) if read_blocks else ()
    for change in found:
        click.echo(f"{name}:{change.line}: {read_fixed(change.kind)}: {safe(change.text)}", err=True)
    if not found:
        click.echo(read(say("{name}: nothing was cleaned", name=name)), err=True)
