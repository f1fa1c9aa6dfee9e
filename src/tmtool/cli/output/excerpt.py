"""Which part of a long text shows what a finding is about? The words marked, with some around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tmtool.cli.output import screen
from tmtool.model import Span
from tmtool.model.span_index import merged

_LONG = 400
"""Characters up to which a text is shown whole: about four lines."""
_AROUND = 130
"""Characters shown on each side of marked words in a longer one."""


def marked(text: str, spans: Iterable[Span], *, whole: bool, near: float = 0) -> str:
    """Returns the text with the spans marked; of a long one, unless `whole`, only what is around them.

    Without spans the part is shown that lies at `near` of the text's length (0 to 1).
    """
    marks = merged(spans)
    if whole or len(text) <= _LONG:
        return _with_marks(text, marks)
    here = Span(round(near * len(text)), round(near * len(text)))
    parts = merged(_widened(text, span) for span in marks or [here])
    shown = [_with_marks(part.of(text), _inside(marks, part)) for part in parts]
    before = "… " if parts[0].start else ""
    after = " …" if parts[-1].end < len(text) else ""
    return f"{before}{' … '.join(shown)}{after}"


def _widened(text: str, span: Span) -> Span:
    """Returns the span with what is around it, whole words."""
    start = text.rfind(" ", 0, max(span.start - _AROUND, 0)) + 1 if span.start > _AROUND else 0
    end = text.find(" ", span.end + _AROUND)
    return Span(start, len(text) if end < 0 else end)


def _inside(marks: Iterable[Span], part: Span) -> list[Span]:
    """Returns the marks in a part of the text, counted from its beginning."""
    return [Span(one.start - part.start, one.end - part.start) for one in marks if part.overlaps(one)]


def _with_marks(text: str, spans: Sequence[Span]) -> str:
    pieces, end = [], 0
    for span in spans:
        pieces += [text[end : span.start], screen.marked(span.of(text), Span(0, span.end - span.start))]
        end = span.end
    return "".join((*pieces, text[end:]))
