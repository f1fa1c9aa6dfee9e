"""Shows a unit with what is around it in its document."""

from __future__ import annotations

from html import escape

from tmtool.model import PassageUnit
from tmtool.tasks.tokens import Right
from tmtool.web.api.units import in_its_document
from tmtool.web.desk import Desk
from tmtool.web.page import proposals
from tmtool.web.page.html import attributes, text
from tmtool.web.page.wanted import Wanted
from tmtool.web.people import Guest

AROUND = 5


def body(desk: Desk, reader: Guest, number: int, wanted: Wanted) -> str:
    """Returns the unit and its neighbours; raises NotThereError."""
    pair, before, after = in_its_document(desk, number, wanted.source_language, wanted.target_language, AROUND)
    own = PassageUnit(pair.unit, pair.position, pair.context, pair.source, pair.target)
    rows = "".join(_row(one, wanted, is_own=one is own) for one in (*before, own, *after))
    title = pair.document or pair.memory
    said = " · ".join(part for part in (pair.memory, reader.read_fixed(pair.status.value), pair.changed[:10]) if part)
    return (
        f'<h1>{escape(title)}</h1><p class="origin">{escape(said)}</p><ol class="passage">{rows}</ol>'
        f"{proposals.of_unit(desk, reader, number) if reader.may(Right.PROPOSE) else ''}"
        f"{proposals.correction_form(reader, pair, wanted)}"
    )


def _row(unit: PassageUnit, wanted: Wanted, *, is_own: bool) -> str:
    marks = attributes(class_="own" if is_own else None, aria_current="true" if is_own else None, value=unit.position)
    source = text(unit.source, wanted.source_language, "source")
    target = text(unit.target, wanted.target_language, "target")
    return f"<li{marks}>{source}{target}</li>"
