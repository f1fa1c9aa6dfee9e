"""How can an agenda look? A few layouts; type, size and margins vary from one agenda to the next by a fixed seed.

"un" follows the masthead of United Nations documents issued in Vienna: name and symbol above a rule, distribution, date
and languages below it, job number and page at the foot, symbol at the head of further pages.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

A4, LETTER, A5 = (595, 842), (612, 792), (420, 595)


@dataclass(frozen=True, slots=True)
class Layout:
    """A `Layout` holds lengths in points. `cover` is "table" or "lines"; `labels` "counted" by the word processor, or
    "typed" with a tab; `columns` of the text; `softened`: words may be cut at the margin; `ruled`: tables have drawn
    lines."""

    name: str
    page: tuple[int, int]
    margin: int
    fonts: tuple[str, ...]
    size: float
    cover: str
    labels: str
    columns: int = 1
    justified: bool = False
    softened: bool = False
    ruled: bool = True
    leading: float = 1.0
    seed: str = ""

    @property
    def font(self) -> str:
        """Returns the type it is set in."""
        return self.fonts[0]


_SERIF = ("Liberation Serif", "DejaVu Serif", "DejaVu Serif Condensed")
_SANS = ("Liberation Sans", "DejaVu Sans", "Liberation Sans Narrow")

LAYOUTS = (
    Layout("un", A4, 62, _SERIF[:1], 10, "table", "counted"),
    Layout("letter", LETTER, 72, _SANS, 11, "lines", "typed", justified=True, ruled=False),
    Layout("narrow", A5, 60, (*_SERIF, *_SANS), 9, "lines", "counted", justified=True, softened=True),
    Layout("columns", A4, 50, (*_SERIF, *_SANS), 9, "table", "typed", columns=2, softened=True),
    Layout("large", LETTER, 80, (*_SANS, *_SERIF), 13, "table", "typed", ruled=False, leading=1.5),
)


def varied(layout: Layout, name: str) -> Layout:
    """Returns the layout as it is drawn for the agenda `name`: its own type, size and margins, thus its own page
    limits."""
    dice = random.Random(f"{layout.name} {name}")
    return replace(
        layout,
        fonts=(dice.choice(layout.fonts),),
        size=layout.size + dice.choice((0.0, 0.5, 1.0)),
        margin=layout.margin + dice.randrange(0, 20, 4),
        leading=layout.leading + dice.choice((0.0, 0.0, 0.1, 0.2)),
        seed=f"{layout.name} {name}",
    )
