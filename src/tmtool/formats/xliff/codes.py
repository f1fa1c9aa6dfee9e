"""Says which elements of XLIFF are codes.

XLIFF 1.2 and 2.1: ``g`` and ``pc`` are put around text; ``x``, ``ph``, ``it`` are by themselves; ``bpt`` and ``ept``,
``bx`` and ``ex``, ``sc`` and ``ec`` begin and end what may cross elements. Annotations (``mrk``, ``sm``, ``em``) are
said of the source and stay there.
"""

from __future__ import annotations

from tmtool.formats.coded_text import Markup

_AROUND_TEXT = frozenset({"g", "pc", "hi"})

MARKUP = Markup(
    around=lambda tag: tag.name in _AROUND_TEXT,
    ignored=frozenset({"mrk", "sm", "em"}),
    halves={
        ("bpt", ("rid", "id", "i")): ("ept", ("rid", "id", "i")),
        ("bx", ("rid", "id")): ("ex", ("rid", "id")),
        ("sc", ("id",)): ("ec", ("startRef",)),
    },
)
"""The codes of all versions."""
