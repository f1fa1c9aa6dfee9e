"""Shows a unit with what is around it in its document."""

from __future__ import annotations

from html import escape

from tmtool.model import PassageUnit
from tmtool.model.wording import say
from tmtool.web.api.units import NotThereError
from tmtool.web.desk import Desk
from tmtool.web.page.html import attributes, text
from tmtool.web.page.looking import Wanted
from tmtool.web.speaking import Reader

AROUND = 5
_MOST = 2**63


def body(desk: Desk, reader: Reader, number: int, wanted: Wanted) -> str:
    """Returns the unit and its neighbours; raises NotThereError."""
    source, target = wanted.source_language, wanted.target_language
    pair = desk.home.units.pair(number, source, target) if number < _MOST else None
    if pair is None:
        raise NotThereError(
            say("no unit {number} in {source} and {target}", number=number, source=source, target=target),
            say("look the text up again"),
        )
    before, after = desk.home.passages.around(pair, AROUND, source, target)
    own = PassageUnit(pair.unit, pair.position, pair.context, pair.source, pair.target)
    rows = "".join(_row(one, wanted, is_own=one is own) for one in (*before, own, *after))
    title = pair.document or pair.memory
    said = " · ".join(part for part in (pair.memory, reader.read_fixed(pair.status.value), pair.changed[:10]) if part)
    return f'<h1>{escape(title)}</h1><p class="origin">{escape(said)}</p><ol class="passage">{rows}</ol>'


def _row(unit: PassageUnit, wanted: Wanted, *, is_own: bool) -> str:
    marks = attributes(class_="own" if is_own else None, aria_current="true" if is_own else None, value=unit.position)
    source = text(unit.source, wanted.source_language, "source")
    target = text(unit.target, wanted.target_language, "target")
    return f"<li{marks}>{source}{target}</li>"
