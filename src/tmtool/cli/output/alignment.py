"""Shows an alignment on the screen."""

from __future__ import annotations

from collections.abc import Iterable

from tmtool.cli.output import screen
from tmtool.model import Bead
from tmtool.model.wording import say
from tmtool.tasks.align import Alignment


def show(alignment: Alignment, beads: Iterable[Bead]) -> None:
    """Prints some groups of an alignment: the numbers of their segments, how sure they are, their texts."""
    for bead in beads:
        numbers = f"{_numbers(bead.source):>7} = {_numbers(bead.target):7}"
        screen.show(f"{numbers} {100 * alignment.confidence(bead):3.0f} %")
        screen.paragraph(alignment.source_text(bead) or say("(nothing)"), "      ", "    | ")
        screen.paragraph(alignment.target_text(bead) or say("(nothing)"), "      ", "    → ")


def summarise(alignment: Alignment, minimum: float) -> None:
    """Says how many groups there are, how many of them are sure, and what is to be looked at."""
    sure = sum(alignment.is_sure(bead, minimum) for bead in alignment.beads)
    alone = sum(not (alignment.source_text(bead) and alignment.target_text(bead)) for bead in alignment.beads)
    doubtful = len(alignment.beads) - sure - alone
    screen.show(
        say(
            "{number} groups: {sure} sure ({minimum:g} % and more), {doubtful} doubtful, "
            "{alone} with nothing on one side",
            number=len(alignment.beads),
            sure=sure,
            minimum=100 * minimum,
            doubtful=doubtful,
            alone=alone,
        )
    )


def _numbers(indexes: tuple[int, ...]) -> str:
    return ",".join(str(index + 1) for index in indexes) or "–"
