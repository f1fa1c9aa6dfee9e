"""An alignment on the screen and in a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tmtool.cli.output import screen
from tmtool.model import Bead, Unit
from tmtool.tasks.align import Alignment


def show(alignment: Alignment, beads: Iterable[Bead]) -> None:
    """Some groups of an alignment: the numbers of their segments, how sure they are, their texts."""
    for bead in beads:
        numbers = f"{_numbers(bead.source):>7} = {_numbers(bead.target):7}"
        screen.show(f"{numbers} {100 * bead.confidence:3.0f} %")
        screen.paragraph(alignment.source_text(bead) or "(nothing)", "      ", "    | ")
        screen.paragraph(alignment.target_text(bead) or "(nothing)", "      ", "    → ")


def summarise(alignment: Alignment, minimum: float) -> None:
    """How many groups there are, how many of them are sure, and what is to be looked at."""
    sure = sum(alignment.is_sure(bead, minimum) for bead in alignment.beads)
    alone = sum(not (alignment.source_text(bead) and alignment.target_text(bead)) for bead in alignment.beads)
    doubtful = len(alignment.beads) - sure - alone
    screen.show(
        f"{len(alignment.beads)} groups: {sure} sure ({100 * minimum:g} % and more), {doubtful} doubtful, "
        f"{alone} with nothing on one side"
    )


def write_units(out: Path, units: Iterable[Unit], source_language: str, target_language: str) -> None:
    """Writes a memory file; the ending of its name is one that a writer of units has."""
    from tmtool.formats.registry import by_extension

    writer = by_extension(out)
    assert writer is not None and writer.write_units is not None
    writer.write_units(out, units, source_language=source_language, target_language=target_language)


def _numbers(indexes: tuple[int, ...]) -> str:
    return ",".join(str(index + 1) for index in indexes) or "–"
