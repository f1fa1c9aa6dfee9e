"""Writes what a benchmark found to docs/benchmarks.md, one section a script, and draws lines as plain SVG."""

from __future__ import annotations

import math
import os
import platform
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
_HEADING = """# Benchmarks

Written by the scripts in benchmarks/, each its own section; compare figures within one section only.
"""
_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _KEY = 720, 360, 70, 40, 250
_COLOURS = (
    "#0b5fa5", "#c2410c", "#3f7d20", "#7c3aed", "#6b7280", "#be185d", "#0e7490", "#a16207", "#111827",
)  # fmt: skip


def conditions(data: str) -> str:
    """Returns the machine, the load it had, the versions, the date and the data, in a sentence."""
    return (
        f"{os.cpu_count()} cores of {_processor()}, shared with other work (load {os.getloadavg()[0]:.1f}), "
        f"Python {platform.python_version()}, {datetime.now(UTC):%Y-%m-%d}; {data}."
    )


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Returns a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def write_section(title: str, text: str) -> None:
    """Puts a section into docs/benchmarks.md, in place of the one of that title."""
    path = DOCS / "benchmarks.md"
    page = path.read_text(encoding="utf-8") if path.exists() else _HEADING
    parts = re.split(r"^(?=## )", page, flags=re.MULTILINE)
    sections = {part.partition("\n")[0]: part.rstrip() for part in parts[1:]}
    sections[f"## {title}"] = f"## {title}\n\n{text}"
    path.write_text("\n\n".join([parts[0].rstrip(), *sections.values()]) + "\n", encoding="utf-8")


def plot(path: Path, lines: Mapping[str, Sequence[tuple[float, float]]], *, across: str, up: str) -> None:
    """Draws lines of (x, y), all above 0, on logarithmic scales."""
    points = [point for line in lines.values() for point in line]
    low_x, high_x = (bound(math.log10(x) for x, _ in points) for bound in (min, max))
    low_y, high_y = math.floor(min(math.log10(y) for _, y in points)), math.ceil(max(math.log10(y) for _, y in points))

    def place(x: float, y: float) -> tuple[float, float]:
        share_x = (math.log10(x) - low_x) / ((high_x - low_x) or 1)
        share_y = (math.log10(y) - low_y) / ((high_y - low_y) or 1)
        return _LEFT + share_x * (_WIDTH - _LEFT - _KEY), 20 + (1 - share_y) * (_HEIGHT - 20 - _BOTTOM)

    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" '
        f'font-size="12"><rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>',
        f'<text x="8" y="14">{up}</text><text x="{_LEFT}" y="{_HEIGHT - 6}">{across}</text>',
    ]
    for power in range(low_y, high_y + 1):
        _, y = place(10**low_x, 10**power)
        drawn.append(
            f'<path d="M{_LEFT} {y:.1f}H{_WIDTH - _KEY}" stroke="#ddd"/>'
            f'<text x="8" y="{y + 4:.1f}">{10.0**power:g}</text>'
        )
    for x_value in sorted({x for x, _ in points}):
        x, _ = place(x_value, 10**low_y)
        drawn.append(f'<text x="{x:.1f}" y="{_HEIGHT - _BOTTOM + 16}" text-anchor="middle">{x_value:,.0f}</text>')
    for number, (name, line) in enumerate(lines.items()):
        colour = _COLOURS[number % len(_COLOURS)]
        route = " L".join(f"{x:.1f} {y:.1f}" for x, y in (place(*point) for point in line))
        _, y = place(*line[-1])
        drawn.append(
            f'<path d="M{route}" fill="none" stroke="{colour}" stroke-width="2"/>'
            f'<text x="{_WIDTH - _KEY + 8}" y="{y + 4:.1f}" fill="{colour}">{name}</text>'
        )
    path.write_text("\n".join([*drawn, "</svg>"]) + "\n", encoding="utf-8")


def _processor() -> str:
    try:
        found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    except OSError:
        found = None
    return found[1] if found else platform.processor() or platform.machine()
