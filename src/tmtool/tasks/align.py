"""Aligns two documents that are translations of each other, and stores what is sure."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tmtool.alignment.align import align as align_segments
from tmtool.documents.reading import Segmentation
from tmtool.formats.reading import read_document
from tmtool.model import Bead, Document, Unit, Variant
from tmtool.store.database import expecting_faults, transaction
from tmtool.store.memory import Changes, UnitWriter, memory_id, record_source

SURE = 0.9
"""The confidence from which a bead is stored unless another is asked for."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two documents and the beads that join their segments."""

    source: Document
    target: Document
    beads: tuple[Bead, ...]

    def source_text(self, bead: Bead) -> str:
        """The bead's source segments as one text."""
        return _text(self.source, bead.source)

    def target_text(self, bead: Bead) -> str:
        """The bead's target segments as one text."""
        return _text(self.target, bead.target)

    @property
    def document(self) -> str:
        """The document symbol that either side states, else the source file's name without its ending."""
        return self.source.symbol or self.target.symbol or Path(self.source.path).stem

    @property
    def date(self) -> str:
        """The date that either side states, empty for none."""
        return self.source.date or self.target.date

    def units(self, minimum: float) -> list[Unit]:
        """The two-sided beads with at least that confidence, as translation units in document order."""
        units: list[Unit] = []
        for bead in self.beads:
            if bead.source and bead.target and bead.confidence >= minimum:
                source, target = self.source_text(bead), self.target_text(bead)
                if source and target:
                    units.append(
                        Unit(
                            variants=(Variant(self.source.language, source), Variant(self.target.language, target)),
                            document=self.document,
                            position=len(units) + 1,
                            date=self.date,
                            source_language=self.source.language,
                            properties={"confidence": f"{bead.confidence:.3f}"},
                        )
                    )
        return units


def align(
    source: Path,
    target: Path,
    *,
    source_language: str = "en",
    target_language: str = "fr",
    segmentation: Segmentation = "auto",
) -> Alignment:
    """Reads, segments and aligns two documents. Raises InputError for a file that cannot be read."""
    one = read_document(source, language=source_language, segmentation=segmentation)
    other = read_document(target, language=target_language, segmentation=segmentation)
    return align_documents(one, other)


def align_documents(source: Document, target: Document) -> Alignment:
    """Aligns two documents already read."""
    beads = align_segments(
        [segment.text for segment in source.segments],
        [segment.text for segment in target.segments],
        source_language=source.language,
        target_language=target.language,
        source_labels=_labels(source),
        target_labels=_labels(target),
    )
    return Alignment(source, target, beads)


def store(
    connection: sqlite3.Connection, database: Path, alignment: Alignment, *, memory: str, minimum: float = SURE
) -> Changes:
    """Stores the sure beads as units; aligning the same pair of files again replaces them."""
    names = f"{Path(alignment.source.path).name} + {Path(alignment.target.path).name}"
    with expecting_faults(database), transaction(connection):
        row = memory_id(connection, memory)
        source = record_source(connection, row, "memory", names, "aligned", "")
        writer = UnitWriter(connection, row, source)
        for unit in alignment.units(minimum):
            writer.add(unit)
        return writer.finish()


def _text(document: Document, indexes: Sequence[int]) -> str:
    return " ".join(text for index in indexes if (text := document.segments[index].text.strip()))


def _labels(document: Document) -> list[str] | None:
    labels = [segment.label for segment in document.segments]
    return labels if any(labels) else None
