"""Draws what `evaluate.py` measured as an SVG by hand: coverage by band, and chrF++ of the systems compared.

Text and background follow the reader's light or dark theme; no colour says what a label does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from tmtool.tasks.evaluate import Evaluation

_WIDTH, _MARGIN, _BAR, _STEP = 760, 16, 22, 56
_PLOT = _WIDTH - 2 * _MARGIN
_LABELLED = 4
"""Per cent of the segments from which on a part of a bar is wide enough for its figure."""
_COLOURS = {
    "context": "#1a7f4b", "exact": "#3fa66b", "adapted": "#8fd0a3", "95–99": "#2f6db5", "85–94": "#5f93cf",
    "75–84": "#93b8e0", "50–74": "#c9daee", "none": "#b8b8b8",
}  # fmt: skip
_DARK_TEXT = frozenset({"adapted", "75–84", "50–74", "none", "exact"})
_SYSTEM_COLOURS = ("#1a7f4b", "#2f6db5", "#8a8a8a")
_STYLE = """
svg { font: 13px system-ui, "Noto Sans", sans-serif; }
.page { fill: #ffffff; } .text { fill: #1f2328; } .quiet { fill: #59636e; } .line { stroke: #59636e; }
.on-dark { fill: #ffffff; } .on-light { fill: #1f2328; }
@media (prefers-color-scheme: dark) {
  .page { fill: #0d1117; } .text { fill: #f0f6fc; } .quiet { fill: #9198a1; } .line { stroke: #9198a1; }
}
"""


def chart(runs: Sequence[tuple[str, Evaluation]], systems: Mapping[str, str]) -> str:
    """Returns the SVG for these replays, each with the words that name it; `systems` are names with what to call
    them."""
    body: list[str] = []
    y = _MARGIN + 14
    body.append(_text(_MARGIN, y, "Segments by band of the best suggestion, per cent", weight="600"))
    y += 22
    body += _legend(y, list(_COLOURS.items()))
    y += 14
    for name, result in runs:
        y += _STEP
        body.append(_text(_MARGIN, y - _BAR - 8, f"{name} ({result.segments} segments)", kind="quiet"))
        body += _stacked(y - _BAR, result)
    y += 44
    body.append(_text(_MARGIN, y, "chrF++ against the stored translation, 0 to 100, with 95 % intervals", weight="600"))
    y += 8
    for name, result in runs:
        y += 24
        body.append(_text(_MARGIN, y, name, kind="quiet"))
        for (system, shown), colour in zip(systems.items(), _SYSTEM_COLOURS, strict=True):
            y += 22
            body += _score(y, shown, result, system, colour)
        y += 8
    height = y + _MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        f'role="img" aria-label="Coverage by band and chrF++">\n<style>{_STYLE}</style>\n'
        f'<rect class="page" width="{_WIDTH}" height="{height}" rx="6"/>\n' + "\n".join(body) + "\n</svg>\n"
    )


def _legend(y: int, colours: Sequence[tuple[str, str]]) -> Iterator[str]:
    for number, (name, colour) in enumerate(colours):
        x = _MARGIN + number * (_PLOT // len(colours))
        yield f'<rect x="{x}" y="{y - 10}" width="11" height="11" fill="{colour}"/>'
        yield _text(x + 16, y, name)


def _stacked(y: int, result: Evaluation) -> Iterator[str]:
    x = float(_MARGIN)
    for name, band in result.bands.items():
        share = 100 * band.segments / result.segments
        width = _PLOT * share / 100
        if not band.segments:
            continue
        title = f"<title>{escape(name)}: {band.segments} segments, {share:.1f} %</title>"
        yield f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{_BAR}" fill="{_COLOURS[name]}">{title}</rect>'
        if share >= _LABELLED:
            kind = "on-light" if name in _DARK_TEXT else "on-dark"
            yield _text(x + width / 2, y + _BAR - 6, f"{share:.0f}", kind=kind, anchor="middle")
        x += width


def _score(y: int, shown: str, result: Evaluation, system: str, colour: str) -> Iterator[str]:
    start, room = _MARGIN + 120, _PLOT - 120 - 110
    score = result.systems[system].chrf
    width, low, high = (room * value / 100 for value in (score.score, score.low, score.high))
    yield _text(_MARGIN + 112, y, shown, anchor="end")
    yield f'<rect x="{start}" y="{y - 12}" width="{max(width, 1):.1f}" height="15" fill="{colour}"/>'
    middle = y - 4.5
    yield f'<path class="line" d="M{start + low:.1f} {middle}H{start + high:.1f}" stroke-width="1.5"/>'
    yield _text(start + max(width, high) + 8, y, f"{score.score:.1f}")


def _text(x: float, y: float, text: str, *, kind: str = "text", anchor: str = "", weight: str = "") -> str:
    more = (f' text-anchor="{anchor}"' if anchor else "") + (f' font-weight="{weight}"' if weight else "")
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}"{more}>{escape(text)}</text>'
