"""Fills a home for tests, as the import of a file does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from tmtool.model import Concept, Status, Unit, Variant
from tmtool.store.home import Home
from tmtool.store.values import Changes, Part


def unit(
    en: str, fr: str, document: str = "", status: Status = Status.TRANSLATED, date: str = "", context: str = ""
) -> Unit:
    """Returns a unit in English and French."""
    return Unit((Variant("en", en), Variant("fr", fr)), document=document, status=status, date=date, context=context)


def store(
    home: Home, units: Iterable[Unit], *, memory: str = "default", path: str = "a.tsv", index: bool = True
) -> Changes:
    """Makes these the units that the file gives to the memory, and indexes them, or has them wait for it."""
    with home.transaction():
        writer = home.sources.replace_units(memory, path, "table", "0")
        for one in units:
            writer.add(one)
        changes = writer.finish()
    if index:
        home.segments.index()
    return changes


def store_concepts(
    home: Home, concepts: Iterable[Concept], *, memory: str = "termbase", path: str = "t.tsv"
) -> Changes:
    """Makes these the concepts that the file gives to the memory."""
    with home.transaction():
        writer = home.sources.replace_concepts(memory, path, "table", "0")
        for one in concepts:
            writer.add(one)
        return writer.finish()


def set_aside(home: Home, part: Part) -> int:
    """Sets a part aside in the open transaction, as `forget` does; the line of the history by which it comes back."""
    line = home.history.record("forget", "memories", 0, before=asdict(part))
    home.sources.set_aside(part, lambda _: line)
    return line


def set_concept_aside(home: Home, identity: str) -> int:
    """Sets a concept aside in the open transaction; the line of the history by which it comes back."""
    line = home.history.record("merge", "concepts", 0)
    home.concepts.set_aside(identity, line)
    return line
